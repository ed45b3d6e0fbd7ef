package duty

import (
	"slices"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

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
	named  []member // those that must be bodies if it is to be a group
	after  string   // the text behind the match
	again  bool     // a bracket follows that says it again
	others int      // clauses that say who works with those who lead
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
	out := f.labelled(text, at)
	add := func(rules policy.Decisions[*sentence], s *sentence) {
		if slices.ContainsFunc(out, func(g group) bool { return g.Overlaps(s.Span) }) {
			return // a list behind a label
		}
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
	for _, m := range byHead.FindAllStringSubmatchIndex(text, -1) {
		add(byHeadRules, leadSentence(text, at, m))
	}
	for _, by := range []struct {
		form  *pattern.Regexp
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
	return out
}

// labelled finds the lists behind a label in text, which stands at the byte offset at of the file.
func (f *finder) labelled(text string, at int) (out []group) {
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
