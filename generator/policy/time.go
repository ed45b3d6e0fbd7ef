package policy

import "zhengce/generator/source"

// A DeadlineKind tells how a deadline binds its task.
type DeadlineKind string

const (
	By       DeadlineKind = "by"       // to be done by the end of a day, month, quarter, half-year or year
	From     DeadlineKind = "from"     // begins on a day and goes on
	Within   DeadlineKind = "within"   // within a span: between two days, or so long after an event
	Each     DeadlineKind = "each"     // comes back
	Standing DeadlineKind = "standing" // without an end: 长期坚持
)

// DeadlineKinds are the kinds with what readers call them, in the order in which they are shown.
var DeadlineKinds = []struct {
	Kind DeadlineKind
	Name string
}{
	{By, "限期完成"}, {Within, "期间内"}, {From, "起始"}, {Each, "定期"}, {Standing, "长期"},
}

// Name returns what readers call the kind.
func (k DeadlineKind) Name() string {
	for _, x := range DeadlineKinds {
		if x.Kind == k {
			return x.Name
		}
	}
	return string(k)
}

// NoGroup is the Group of a deadline that no group of bodies covers.
const NoGroup = -1

// A Deadline is a time by which, from which or at which a task of the paper is to be done.
type Deadline struct {
	source.Span        // the words of time
	Quote       string // the text at Span without white space
	Kind        DeadlineKind
	Date        string      // its last day, YYYY-MM-DD, of From the first; empty where the text names none
	Start       string      // its first day, where the text names that too
	After       *After      // of Within: the event that it is counted from; nil for others
	Every       string      // of Each: "year", "half-year", "quarter", "month"
	On          string      // of Each: "12-31", or the day of the month "05"; empty where none is named
	Measure     string      // ID of the innermost unit that holds the words; empty outside of units
	Paper       bool        // it holds for all tasks of the paper
	Group       int         // which group of Measure covers it, from 0; NoGroup if none
	Covers      source.Span // the text that it holds for; empty where that is the whole unit
	Row         *AnnexRow   // the row of an annex that it stands in; nil for others
	Rule        string      // name of the rule by which it counts
	CoverRule   string      // name of the rule that told Covers; empty where none did
	Doubts
}

// An After is a length of time counted from an event.
type After struct {
	Event                         string // 印发之日, 发布之日, 施行之日, or the paper's words; empty where none is named
	Days, Workdays, Months, Years int    // all 0: at once
}

// A Length is how long something is valid.
type Length struct{ Years, Months, Days int }

// Validity says from when and until when a paper holds, by its own words, and what it ends.
type Validity struct {
	Effective string        // first day, YYYY-MM-DD; empty where the text names none
	From      source.Span   // the words that say from when; empty if none do
	After     *After        // of a relative start; nil for others
	Expires   string        // last day; empty where unknown
	Until     source.Span   // the words that say until when or how long
	Term      *Length       // as written; nil if none is
	Trial     bool          // 试行, 暂行
	Repeals   []*Ended      // papers that the text ends
	Amends    []*Ended      // papers whose wording it changes
	Partly    []*Ended      // clauses by which it prevails over earlier papers
	Part      string        // label of the one of several carried papers that From and Until are about; empty otherwise
	Rules     []string      // names of the rules that gave From, Until, Trial
	Clauses   []source.Span // the words that each of Rules decided about
}

// Known reports whether the text says anything of its validity.
func (v *Validity) Known() bool {
	return v.Effective != "" || v.After != nil || v.Expires != "" || v.Term != nil
}

// An Ended is a paper that another one ends, changes or prevails over.
type Ended struct {
	source.Span        // from its title to the verb
	Quote       string // the text at Span without white space
	Number      string // in normal form; empty if not given
	Title       string // without 《》; empty if not given
	Rule        string // name of the rule by which it was found
}
