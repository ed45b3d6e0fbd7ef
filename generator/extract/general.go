package extract

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// A purpose is what the titles over a measure say that it is for: the first that says so of its own and those
// of the sections around it, the nearest first.
type purpose struct {
	title   string
	ordered bool // the paper names who answers for the measure, or sets a number in it
}

// generalRules tell which measures order nothing of their own: they say why, by what principles, to what end,
// and how the rest is carried out. They stay measures.
var generalRules = policy.Decisions[purpose]{
	{
		Rule: policy.Rule{
			Name: "title-of-actions", Verdict: policy.Leave, Says: "本条或所属部分的标题写明是任务、措施",
			Takes: "一、总体要求\n（一）主要任务。\n〔1.〕新建公园。\n2.改造道路。", Leaves: "一、总体要求\n（一）基本原则。\n〔1.〕因地制宜。\n2.稳步推进。",
		},
		Holds: func(p purpose) bool { return actionTitle.MatchString(p.title) },
	},
	{
		Rule: policy.Rule{
			Name: "title-of-goals", Verdict: policy.AsGeneral, Says: "本条或所属部分的标题是指导思想、基本原则、总体要求、主要目标一类",
			Takes: "一、总体要求\n〔（一）〕指导思想。以人为本。\n（二）基本原则。因地制宜。", Leaves: "一、重点任务\n〔（一）〕目标考核。加强考核。\n（二）新建公园。",
		},
		Holds: func(p purpose) bool { return goalTitle.MatchString(p.title) },
	},
	{
		Rule: policy.Rule{
			Name: "title-of-reasons", Verdict: policy.AsGeneral, Says: "本条或所属部分的标题是重大意义、面临形势一类",
			Takes: "〔一、〕充分认识绿化的重要意义\n绿化造福人民。\n二、新建公园\n各县新建公园。", Leaves: "〔一、〕新建有意义的公园\n各县新建公园。\n二、改造道路\n各县改造道路。",
		},
		Holds: func(p purpose) bool { return reasonTitle.MatchString(p.title) },
	},
	{
		Rule: policy.Rule{
			Name: "title-of-carrying-out", Verdict: policy.AsGeneral, Says: "本条或所属部分的标题是组织实施、组织领导、工作要求一类",
			Takes: "一、新建公园\n各县新建公园。\n〔二、〕切实加强组织领导\n各县要加强领导。", Leaves: "一、新建公园\n各县新建公园。\n〔二、〕组织实施质量提升行动\n各县要提升质量。",
		},
		Holds: func(p purpose) bool { return carryingTitle.MatchString(p.title) },
	},
	{ // behind title-of-carrying-out
		Rule: policy.Rule{
			Name: "title-of-support", Verdict: policy.AsGeneral, Says: "所属部分的标题是保障措施一类，本条既没有写明责任部门，也没有定数字",
			Takes: "一、新建公园\n各县新建公园。\n二、保障措施\n〔（一）〕强化协调。各县加强协调。\n（二）强化宣传。", Leaves: "一、新建公园\n各县新建公园。\n二、保障措施\n〔（一）〕强化资金。各县安排资金。（市财政局）\n（二）强化宣传。",
		},
		Holds: func(p purpose) bool { return !p.ordered && supportTitle.MatchString(p.title) },
	},
}

var (
	actionTitle   = words.Pattern(`{{action-titles}}`)
	goalTitle     = words.Pattern(`^(?:{{general-openings}})*{{general-heads}}(?:[、，和与及].*)?$`)
	reasonTitle   = words.Pattern(`{{general-reasons}}(?:[、，和与及].*)?$|^{{general-insights}}|^{{general-backgrounds}}$`)
	carryingTitle = words.Pattern(`^(?:{{general-openings}})*{{general-carrying}}(?:{{general-tails}})?(?:[、，和与及].*)?$`)
	supportTitle  = words.Pattern(`{{general-support}}(?:[、，和与及].*)?$`)
)

// longestTitle is how many characters a first sentence has at most that stands for a title.
const longestTitle = 24

// general tells which measures order nothing of their own.
func (x *extractor) general() {
	ordered := map[string]bool{}
	for _, a := range x.facts.Assignments {
		ordered[a.Measure] = true
	}
	for _, i := range x.facts.Indicators {
		ordered[i.Measure] = true
	}
	for _, m := range x.facts.Measures {
		if rule := x.purpose(m, ordered[m.ID]); rule.Verdict == policy.AsGeneral {
			m.General = rule.Name
		}
	}
}

// purpose returns the rule that tells what m is for, by the nearest title from which one can.
func (x *extractor) purpose(m *policy.Measure, ordered bool) policy.Rule {
	title := x.ownTitle(m)
	for s := m.Section; s != nil; {
		if rule, ok := generalRules.First(purpose{title, ordered}); ok {
			return rule
		}
		if s = s.Parent; s != nil {
			title = x.titleOf(s)
		}
	}
	return policy.Rule{}
}

func (x *extractor) titleOf(s *document.Section) string {
	return strings.TrimRight(x.file.Squeezed(s.Title), "。：:；")
}

// ownTitle returns the heading of m, or its first sentence where that is as short as one.
func (x *extractor) ownTitle(m *policy.Measure) string {
	if m.Heading != "" {
		return strings.TrimRight(m.Heading, "。：:；")
	}
	first, _, _ := strings.Cut(x.file.Squeezed(m.Text), "。")
	if utf8.RuneCountInString(first) > longestTitle {
		return ""
	}
	return first
}
