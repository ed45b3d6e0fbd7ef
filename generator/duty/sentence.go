package duty

import (
	"regexp"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// byLead is a sentence that names who leads: 「由省产业集聚区发展联席会议办公室牵头、有关部门集中会商」,
// 「由自治区发展改革委牵头商自治区财政厅研究提出」, 「由市民政局牵头，会同市财政局开展」, 「由市商务局牵头，市财政局等部门配合」.
var byLead = words.Pattern(`由((?:\p{Han}|[、，（）])+?)牵头(?:` +
	`[，,]?{{together-words}}((?:\p{Han}|[、（）])+?)(?:{{together-ends}}|[，。；])` +
	`|[，,、]((?:\p{Han}|[、（）])+?){{support-ends}}` +
	`|[，,]((?:\p{Han}|[、（）])+?督办)` +
	`)?`)

// byAll is the end of a sentence that says nothing but who is responsible: 「由发展改革委会同农业部等部门研究
// 提出落实意见。」, 「由财政部、农业部分别负责落实。」. A sentence that says what they do, 「由市财政局会同市商务局制定实施
// 细则」, is an order like others.
var byAll = words.Pattern(`[，,：:]由((?:\p{Han}|[、（）])+?(?:负责{{charged-with}}?|(?:研究)?提出{{proposal-kinds}}?{{proposals}}(?:并(?:组织)?(?:实施|落实))?|组织实施|抓好落实))(?:[。；;]|$)`)

// bySupervisor is a sentence that says who looks after the work: 「由市政府督查室督办。」.
var bySupervisor = words.Pattern(`(?:^|[，,：:。；;])由((?:\p{Han}|[、（）])+?(?:负责)?(?:督办|督导)(?:落实)?)(?:[，,。；;]|$)`)

// bySupervisorRules tell which of them name bodies.
var bySupervisorRules = policy.Decisions[*sentence]{
	{
		Rule: policy.Rule{
			Name: "supervised-in-sentence", Verdict: policy.Take, Says: "正文写“由某部门督办”的，本句即由其督办",
			Takes: "修好水管，由〔市政府督查室督办〕。", Leaves: "修好水管，由〔物业企业督办〕。",
		},
		Holds: (*sentence).sure,
	},
}

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

// byAllRules tell which sentences that say nothing but who is responsible are groups.
var byAllRules = policy.Decisions[*sentence]{
	{
		Rule: policy.Rule{
			Name: "said-again-in-brackets", Verdict: policy.Leave, Says: "句末又有责任分工括号的，以括号为准",
			Takes: "关于修好路的问题，由〔市交通局负责落实〕。（市交通局、市财政局负责）", Leaves: "关于修好路的问题，由〔市交通局负责落实〕。",
		},
		Holds: func(s *sentence) bool { return s.again },
	},
	{
		Rule: policy.Rule{
			Name: "answered-by", Verdict: policy.Take, Says: "句末只写由哪些部门负责、提出意见的，本句即由其负责",
			Takes: "关于修好路的问题，由〔市交通局、市财政局分别负责落实〕。", Leaves: "关于修好路的问题，由〔物业企业负责落实〕。",
		},
		Holds: (*sentence).sure,
	},
}

// A sentence names bodies that answer for what it says.
type sentence struct {
	group
	named []member // those that must be bodies if it is to be a group
	after string   // the text behind the match
	again bool     // a bracket follows that says it again
}

// sure reports whether the sentence names bodies and nothing else.
func (s *sentence) sure() bool {
	sure, unknown := count(s.named)
	return sure > 0 && unknown == 0
}

// prose finds the groups that stand in the text of line between the byte offsets from and to:
// sentences with 由X牵头 and lists behind a label.
func (f *finder) prose(line source.Span, from, to int) []group {
	text := f.file.Slice(line)[from:to]
	at := line.Start + from
	var out []group
	add := func(rules policy.Decisions[*sentence], s *sentence) {
		rule, _ := first(f, rules, s, s.Span)
		if rule.Verdict != policy.Take {
			return
		}
		s.inline, s.found = true, rule.Name
		s.covers = f.sentenceAt(line, s.Span)
		out = append(out, s.group)
	}
	for _, m := range byLead.FindAllStringSubmatchIndex(text, -1) {
		add(byLeadRules, leadSentence(text, at, m))
	}
	for _, by := range []struct {
		form  *regexp.Regexp
		rules policy.Decisions[*sentence]
	}{{byAll, byAllRules}, {bySupervisor, bySupervisorRules}} {
		for _, m := range by.form.FindAllStringSubmatchIndex(text, -1) {
			s := &sentence{again: m[1] == len(text) && to < line.Len()}
			s.Span = source.Span{Start: at + m[2], End: at + m[3]}
			s.reading = f.readList(text[m[2]:m[3]], at+m[2])
			s.named = s.members
			add(by.rules, s)
		}
	}
	read := 0
	for _, l := range f.lineLabels(text, at) {
		if l.start < read {
			continue // read with the label before it
		}
		if g, ok := f.labelGroup(text, at, l.start); ok {
			out = append(out, g)
			read = g.End - at
		}
	}
	return out
}

// leadSentence reads a match of byLead in text, which stands at the byte offset at of the file.
func leadSentence(text string, at int, m []int) *sentence {
	const lead = "牵头"
	s := &sentence{named: membersOf(text[m[2]:m[3]], at+m[2]), after: text[m[1]:]}
	if word := text[m[2]:m[3]]; registry.IsField(word) { // 由体育牵头会同财政部门
		s.named = []member{{Span: source.Span{Start: at + m[2], End: at + m[3]}, written: word, sure: true}}
	}
	s.members = withWord(s.named, policy.Lead)
	end := m[3] + len(lead)
	for _, i := range []int{4, 6, 8} {
		if m[i] < 0 {
			continue
		}
		others := membersOf(text[m[i]:m[i+1]], at+m[i])
		if _, unknown := count(others); unknown == 0 && len(others) > 0 {
			s.members = append(s.members, withWord(others, policy.Support)...)
			end = m[i+1]
		}
	}
	s.Span = source.Span{Start: at + m[0], End: at + end}
	word := source.Span{Start: at + m[3], End: at + m[3] + len(lead)}
	s.words = policy.Basis{Rule: "lead-word", Quote: lead, Span: word}
	return s
}

// sentenceAt returns the sentence of line around s, its full stop included.
func (f *finder) sentenceAt(line, s source.Span) source.Span {
	const stop = len("。") // as long as the others
	start, end := line.Start, line.End
	if i := strings.LastIndexAny(f.file.Text[line.Start:s.Start], "。；！"); i >= 0 {
		start = line.Start + i + stop
	}
	if i := strings.IndexAny(f.file.Text[s.End:line.End], "。！"); i >= 0 {
		end = s.End + i + stop
	}
	return f.file.Trim(source.Span{Start: start, End: end})
}
