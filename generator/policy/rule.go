package policy

// A Rule decides one question about a place of a text, such as whether a number is a target. Its name
// goes into the record and into addresses of the rule book and is never changed; the rest is shown
// to readers there.
type Rule struct {
	Name    string  // ASCII, unique over all rules: "each-place-has"
	Verdict Verdict // what follows where it holds
	Says    string  // in Chinese, one sentence without its full stop: when it holds
	Takes   string  // a text in which it decides the place in 〔〕; lines before the last are headings
	Leaves  string  // the nearest text in which it does not decide the place in 〔〕

	Judged, Agreed int // findings by it for which there is a reader's gold, and those with which it agrees
}

// Precision returns the share of the judged findings that the gold agrees with; 1 where none was judged.
func (r Rule) Precision() float64 {
	if r.Judged == 0 {
		return 1
	}
	return float64(r.Agreed) / float64(r.Judged)
}

// Verdict is what follows for the place about which a rule decides.
type Verdict string

const (
	Take        Verdict = "take"      // it is a finding
	Leave       Verdict = "leave"     // it is none
	AsTarget    Verdict = "target"    // the number is a target
	AsThreshold Verdict = "threshold" // the number is a threshold
	AsRole      Verdict = "role"      // the bodies get roles by it
	AsName      Verdict = "name"      // the finding gets its name or value by it
	AsGeneral   Verdict = "general"   // the measure orders nothing of its own
	AsDoubt     Verdict = "doubt"     // the finding is doubtful
)

// A Decision is a rule with its test.
type Decision[T any] struct {
	Rule
	Holds func(T) bool // no more than a screen; its words come from package words
}

// Decisions are rules in the order in which they are asked. Where the order matters the later rule's
// comment names the earlier one.
type Decisions[T any] []Decision[T]

// off is the name of the rule that never holds. Only Without sets it.
var off string

// Without calls f while the rule called name does not hold, for tests that ask whether anything
// notices. It may not run beside other readings.
func Without(name string, f func()) {
	off = name
	defer func() { off = "" }()
	f()
}

// Off reports whether a test has put the rule out of force.
func (r Rule) Off() bool { return r.Name == off }

// First returns the first rule that holds for x, and false where none does.
func (ds Decisions[T]) First(x T) (Rule, bool) {
	for i := range ds {
		if !ds[i].Off() && ds[i].Holds(x) {
			return ds[i].Rule, true
		}
	}
	return Rule{}, false
}

// All returns every rule that holds for x, each asked for itself.
func (ds Decisions[T]) All(x T) []Rule {
	var out []Rule
	for i := range ds {
		if r, ok := ds[i : i+1].First(x); ok {
			out = append(out, r)
		}
	}
	return out
}

// Rules returns the rules without their tests.
func (ds Decisions[T]) Rules() []Rule {
	out := make([]Rule, len(ds))
	for i, d := range ds {
		out[i] = d.Rule
	}
	return out
}

// A Chapter of the rule book holds the rules that answer one question.
type Chapter struct {
	Name  string // ASCII: "evidence"
	Title string // in Chinese: 哪些数字算作目标或条件
	About string // in Chinese, one or two sentences: what is asked, in which order
	Rules []Rule
}

// A RuleBook is all rules, by the question that they answer.
type RuleBook []Chapter

// Rule returns the rule called name, and false where there is none.
func (b RuleBook) Rule(name string) (Rule, bool) {
	for _, c := range b {
		for _, r := range c.Rules {
			if r.Name == name {
				return r, true
			}
		}
	}
	return Rule{Name: name, Says: name}, false
}

// By returns the rules with a verdict, in the order of the book.
func (b RuleBook) By(v Verdict) []Rule {
	var out []Rule
	for _, c := range b {
		for _, r := range c.Rules {
			if r.Verdict == v {
				out = append(out, r)
			}
		}
	}
	return out
}

// ByEditor is the rule of what an editor's file says. It decides before all others and needs no sentence.
var ByEditor = Rule{Name: "editor", Verdict: AsRole, Says: "编者更正"}

// EditorChapter is the chapter of ByEditor.
var EditorChapter = Chapter{
	Name: "editor", Title: "编者更正",
	About: "编者在原件旁的同名 YAML 文件里更正程序的判断。更正先于一切规则，原文不因此改动一字。",
	Rules: []Rule{ByEditor},
}
