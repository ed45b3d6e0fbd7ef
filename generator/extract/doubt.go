package extract

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/say"
)

// A doubtful is a number that the paper sets, with the measure that it stands in, nil for one in an annex.
type doubtful struct {
	*policy.Indicator
	measure *policy.Measure
}

// doubtRules find the numbers that lack something. Each is asked for itself; its name is the code of the
// problem.
var doubtRules = policy.Decisions[doubtful]{
	{
		Rule: policy.Rule{
			Name: "target-subject", Verdict: policy.AsDoubt, Says: "没有找到数字说的是什么",
			Takes: "到2035年至少培育〔1〕家。", Leaves: "到2035年至少培育〔1〕家企业。",
		},
		Holds: func(d doubtful) bool { return d.Subject == "" },
	},
	{
		Rule: policy.Rule{
			Name: "target-year", Verdict: policy.AsDoubt, Says: "标题为目标的部分里，目标值没有写明年份",
			Takes: "一、总体目标\n绿化率达到〔5%〕以上。", Leaves: "一、重点任务\n绿化率达到〔5%〕以上。",
		},
		Holds: func(d doubtful) bool {
			return d.Kind == policy.Target && d.Year == 0 && d.measure != nil && strings.Contains(d.measure.Heading, "目标")
		},
	},
}

// doubtTexts say what is doubtful, by the names of doubtRules.
var doubtTexts = map[string]say.Phrase{
	"target-subject": say.Phrase("what %q counts was not found"),
	"target-year":    say.Phrase("the target %q names no year"),
}

// doubts reports the targets that lack what makes them one.
func (x *extractor) doubts() {
	measures := map[string]*policy.Measure{}
	for _, m := range x.facts.Measures {
		measures[m.ID] = m
	}
	for _, i := range x.facts.Indicators {
		for _, rule := range doubtRules.All(doubtful{i, measures[i.Measure]}) {
			x.problems.Doubt(x.file, i.Span, rule.Name, string(doubtTexts[rule.Name]), i.Quote)
		}
	}
}
