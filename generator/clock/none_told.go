package clock

import (
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// toldRules tell, after noneRules, which times are no deadlines because of what the sentence around them tells.
var toldRules = policy.Decisions[*moment]{
	{
		Rule: policy.Rule{
			Name: "validity-of-another-paper", Verdict: policy.Leave, Says: "“《某办法》有效期延长至某日”说的是那份文件的有效期，不是任务的时限",
			Takes: "《乙市养老办法》有效期延长至〔2025年底〕。", Leaves: "养老服务〔2025年底〕全面落实。",
		},
		Holds: func(m *moment) bool {
			return !m.starts() && m.every == "" && m.after == nil && validUntil.MatchString(tail(m.line.s[:m.start]))
		},
	},
	{
		Rule: policy.Rule{
			Name: "tells-what-was-done", Verdict: policy.Leave, Says: "“2025年，某局已将……”一类句子说的是已经做了的事，不是任务的时限",
			Takes: "〔2021年〕，市水利局已将水渠列入改造计划。", Leaves: "〔2021年〕，市水利局要将水渠列入改造计划。",
		},
		Holds: func(m *moment) bool {
			return m.soft() && m.heads() && m.to.bare() && toldDone.MatchString(m.line.s[m.end:m.line.forth(m.end, stops)])
		},
	},
	{
		Rule: policy.Rule{
			Name: "set-against-a-year", Verdict: policy.Leave, Says: "“确保2025年不低于2024年同期”“超过上年”说的是与别的年份相比的目标值，不是任务的时限",
			Takes: "确保〔2021年〕涉农贷款余额不低于2020年同期。", Leaves: "确保〔2021年〕涉农贷款全部发放。",
		},
		Holds: func(m *moment) bool {
			return m.soft() && comparedYear.MatchString(m.line.s[m.end:m.line.forth(m.end, commas)])
		},
	},
}

var (
	notYet = words.Of("not-yet-words")
	// validUntil stands before the last day of another paper, or of anything that holds for a time.
	validUntil = words.Pattern(`(?:{{term-names}}(?:{{term-links}})?(?:{{term-changes}})?|{{term-changes}})(?:到|至)?$`)
	// opensThen stands before the time in which something may be handed in: 受理时间为每年4月.
	opensThen = words.Pattern(`{{handing-in}}{{window-words}}(?:{{is-words}})(?:自|从)?$`)
	// toldDone is a clause that tells what somebody has done.
	toldDone = words.Pattern(`(?:^|[,;])[^,;]{0,16}?已(?:经)?{{done-deeds}}[^,;]*?[^,;的](?:$|[,;])`)
	// comparedYear is a comparison with another year.
	comparedYear = words.Pattern(`{{against-years}}(?:{{past-years}}|(?:19|20)\d\d年)`)
)

// none returns the rule by which m is no deadline, and whether there is one.
func none(m *moment) (policy.Rule, bool) {
	if rule, ok := first(noneRules, m); ok {
		return rule, true
	}
	return first(toldRules, m)
}
