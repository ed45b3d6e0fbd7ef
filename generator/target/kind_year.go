package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// noYear are the rules by which a condition is for no year, though its sentence names one: a sum or
// share that is given in each case, a time limit for one.
var noYear = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "no-year-for-a-time-limit", Verdict: policy.AsName, Says: "时限适用于每一件事，不归某一年",
			Takes: "2022年，项目印发后〔3〕个月内出台方案。", Leaves: "2022年，审批时限压缩至〔5〕天。",
		},
		Holds: func(c *candidate) bool { return c.kind == policy.Threshold && c.n.group == "time" },
	},
	{
		Rule: policy.Rule{
			Name: "no-year-for-a-share-given", Verdict: policy.AsName, Says: "后接“给予”“补助”的比例每次照此给予，不归某一年",
			Takes: "2022年，按设备购置额的〔10〕%予以补助。", Leaves: "2022年，补贴标准提高〔10〕%。",
		},
		Holds: func(c *candidate) bool {
			return c.kind == policy.Threshold && c.n.group == "share" && words.Prefix(c.tail, givenTails) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "no-year-for-a-cap-of-awards", Verdict: policy.AsName, Says: "奖补的最高额每次照此执行，不归某一年",
			Takes: "2022年，奖金最高〔50〕万元。", Leaves: "2022年，奖金在〔50〕万元以内。",
		},
		Holds: func(c *candidate) bool {
			return c.sumOfCase() && c.cmp.cmp == "≤" && c.cmp.near && (c.award() || strings.HasPrefix(c.cmp.leading, "最"))
		},
	},
	{
		Rule: policy.Rule{
			Name: "no-year-in-a-list-without", Verdict: policy.AsName, Says: "与不归某一年的金额并列的金额也不归某一年",
			Takes: "2022年，分别奖励50万元、〔30〕万元。", Leaves: "2022年，奖金分别为50万元、〔30〕万元。",
		},
		Holds: func(c *candidate) bool { return c.sumOfCase() && c.chained() && c.prev.yearRule.Name != "" },
	},
	{
		Rule: policy.Rule{
			Name: "no-year-for-a-sum-given", Verdict: policy.AsName, Says: "紧接“奖励”“补助”“给予”的金额每次照此给予，不归某一年",
			Takes: "2022年，对优秀企业奖励〔50〕万元。", Leaves: "2022年，优秀企业的奖金为〔50〕万元。",
		},
		Holds: func(c *candidate) bool { return c.sumOfCase() && words.Suffix(c.bare(), givingVerbs) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "no-year-for-a-condition-of-now", Verdict: policy.AsName, Says: "“今年”“全年”“年内”只说何时去做，条件不归这一年",
			Takes: "今年对产值超过〔10〕亿元的企业开展服务。", Leaves: "2022年对产值超过〔10〕亿元的企业开展服务。",
		},
		Holds: func(c *candidate) bool { return c.kind == policy.Threshold && c.when.rule == thisYear },
	},
}

// sumOfCase reports whether the number is a sum that decides a case.
func (c *candidate) sumOfCase() bool { return c.kind == policy.Threshold && c.n.group == "money" }
