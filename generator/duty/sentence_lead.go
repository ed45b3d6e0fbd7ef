package duty

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// named is a list of bodies in running text.
const named = `((?:\p{Han}|[、（）])+?)`

// namedFirst is such a list that no 由 stands before.
const namedFirst = `([^由\P{Han}](?:\p{Han}|[、（）])*?)`

var (
	// byLead is a sentence that names who leads, byHead one that begins with who leads: 「由市民政局牵头，会同市财政局开展」,
	// 「市商务局牵头，市财政局等部门配合，…」.
	byLead = pattern.MustCompile(`由((?:\p{Han}|[、，（）])+?)(牵头)`)
	byHead = pattern.MustCompile(`(?:^|[。；！])` + namedFirst + `(牵头)(?:负责)?[，,、]`)

	// withClauses are the clauses behind 牵头 that say with whom: 「，会同市财政局开展」, 「、市财政局等部门配合」,
	// 「，市政府督查室督办」.
	withClauses = []*pattern.Regexp{
		words.Pattern(`^(?:[，,]|并)?{{together-words}}((?:\p{Han}|[、（）])+?(?:等{{together-rests}}?{{list-kinds}})?)(?:{{together-ends}}|[，。；])`),
		words.Pattern(`^[，,、]` + named + `(?:{{list-tail-adverbs}})?{{support-ends}}`),
		pattern.MustCompile(`^[，,]((?:\p{Han}|[、（）])+?督办)`),
	}
)

// byLeadRules tell which sentences with 由X牵头 make X responsible.
var byLeadRules = policy.Decisions[*sentence]{
	{
		Rule: policy.Rule{
			Name: "standing-mechanism", Verdict: policy.Leave, Says: "“由某部门牵头的”之后说的是已有的机制，不是责任分工",
			Takes: "完善〔由市商务局牵头〕的工作机制。", Leaves: "〔由市商务局牵头〕完善工作机制。",
		},
		Holds: func(s *sentence) bool { return strings.HasPrefix(s.after, "的") },
	},
	{
		Rule: policy.Rule{
			Name: "led-in-sentence", Verdict: policy.Take, Says: "正文写“由某部门牵头”，本句即由其负责",
			Takes: "〔由市民政局牵头〕，会同市财政局开展清查。", Leaves: "〔由物业企业牵头〕，组织业主开展清查。",
		},
		Holds: (*sentence).sure,
	},
}

// byHeadRules tell which sentences that begin with who leads make them responsible. One that goes on with what they
// do has an acting subject like others: 「市商务局牵头制定办法」.
var byHeadRules = policy.Decisions[*sentence]{
	{
		Rule: policy.Rule{
			Name: "led-at-the-head", Verdict: policy.Take, Says: "句首写“某部门牵头，某部门配合”，没有“由”字的，本句也由其负责",
			Takes: "先修好水管。〔市住建局牵头〕，市财政局配合，换好电线。", Leaves: "先修好水管。〔市住建局牵头〕，换好电线。",
		},
		Holds: func(s *sentence) bool { return s.others > 0 && s.sure() && !strings.HasPrefix(s.after, "的") },
	},
}

// leadSentence reads a match of byLead or byHead in text, which stands at the byte offset at of the file, with the
// clauses behind it.
func leadSentence(text string, at int, m []int) *sentence {
	list, verb := source.Span{Start: at + m[2], End: at + m[3]}, source.Span{Start: at + m[4], End: at + m[5]}
	lead := text[m[2]:m[3]]
	s := &sentence{named: membersOf(lead, list.Start)}
	if registry.IsField(lead) { // 由体育牵头会同财政部门
		s.named = []member{{Span: list, written: lead, sure: true}}
	}
	s.members = withWord(s.named, policy.Lead)
	s.Span = source.Span{Start: list.Start, End: verb.End}
	if strings.HasPrefix(text[m[0]:], "由") {
		s.Start = at + m[0]
	}
	s.words = policy.Basis{Rule: "lead-word", Quote: text[m[4]:m[5]], Span: verb}
	s.after = text[m[5]:]
	if tail := leadTail.FindStringSubmatchIndex(s.after); tail != nil {
		s.after = s.after[tail[3]:]
	}
	for s.readClause(text, at) {
		s.others++
	}
	return s
}

// readClause reads the first clause behind the sentence, if it says who works with those who lead, and
// steps behind it.
func (s *sentence) readClause(text string, at int) bool {
	for _, form := range withClauses {
		m := form.FindStringSubmatchIndex(s.after)
		if m == nil {
			continue
		}
		from := len(text) - len(s.after)
		list := membersOf(s.after[m[2]:m[3]], at+from+m[2])
		sure, unknown := count(list)
		if unknown > 0 || sure == 0 && !registry.IsVague(bare(s.after[m[2]:m[3]])) {
			continue
		}
		s.members = append(s.members, withWord(list, policy.Support)...)
		if len(list) > 0 {
			s.End = at + from + m[3]
		}
		s.after = supportEnd.ReplaceAllString(s.after[m[3]:], "")
		return true
	}
	return false
}

// leadTail follows 牵头 before the clauses of those who work with it.
var leadTail = words.Pattern(`^({{lead-tails}})(?:[，,、]|{{together-words}})`)

// supportEnd is the verb behind those who support.
var supportEnd = words.Pattern(`^(?:{{list-tail-adverbs}})?{{support-ends}}`)
