package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	termTails   = words.Of("term-tails")
	voltUnits   = words.Of("volt-units")
	sloganHeads = words.Of("slogan-heads")
	sloganTails = words.Of("slogan-tails")
	whichTime   = words.Of("which-time")
)

// nameExclusions leave numbers that are part of a name: 千亿级产业集群, 百亿筹资计划, 1年期贷款市场报价利率.
var nameExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "class-of-size", Verdict: policy.Leave, Says: "“级”前的数字是规模等级的名称",
			Takes: "形成超〔千亿〕级产业集群。", Leaves: "形成超〔千亿〕元产业集群。",
		},
		Holds: func(c *candidate) bool { return strings.HasPrefix(c.tail, "级") },
	},
	{
		Rule: policy.Rule{
			Name: "return-period", Verdict: policy.Leave, Says: "“一遇”前的年数是防洪标准的名称",
			Takes: "堤防达到〔50〕年一遇标准。", Leaves: "堤防使用年限达到〔50〕年。",
		},
		Holds: func(c *candidate) bool { return strings.HasPrefix(c.tail, "一遇") },
	},
	{
		Rule: policy.Rule{
			Name: "number-of-a-slogan", Verdict: policy.Leave, Says: "“最多跑一次”“一次办好”一类口号里的数字不是次数",
			Takes: "加快实现最多跑〔一〕次。", Leaves: "加快实现最多检查〔一〕次。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "times" && (words.Suffix(c.bare(), sloganHeads) != "" || words.Prefix(c.tail, sloganTails) != "")
		},
	},
	{
		Rule: policy.Rule{
			Name: "age-in-the-name-of-a-rate", Verdict: policy.Leave, Says: "“几岁以下婴幼儿托位数”“几岁以上老人签约率”里的年龄是指标的名称",
			Takes: "到2025年，每千人口〔3〕岁以下婴幼儿托位数达到4.5个。", Leaves: "到2025年，招收〔3〕岁以下婴幼儿的，给予补助。",
		},
		Holds: func(c *candidate) bool { return c.n.group == "age" && c.cmp.after && rateOfAge.MatchString(c.tail) },
	},
	{
		Rule: policy.Rule{
			Name: "one-of-several-times", Verdict: policy.Leave, Says: "“最近一次”“上一次”说的是哪一次，不是次数",
			Takes: "认证自最近〔一〕次完成之日起算，不得少于12个月。", Leaves: "认证每年不得少于〔一〕次。",
		},
		Holds: func(c *candidate) bool { return c.n.group == "times" && words.Suffix(c.head, whichTime) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "two-or-more", Verdict: policy.Leave, Says: "“两人及两人以上”“两个或者两个以上”是一个下限，前一个数字不另计",
			Takes: "〔两〕人及两人以上举报的，奖励3000元。", Leaves: "两人及〔两〕人以上举报的，奖励3000元。",
		},
		Holds: (*candidate).severalByLaw,
	},
	{
		Rule: policy.Rule{
			Name: "named-by-its-voltage", Verdict: policy.Leave, Says: "“多少千伏”后跟着线路、变电站的，是它的名称",
			Takes: "建设〔750〕千伏输电通道。", Leaves: "供电电压达到〔750〕千伏。",
		},
		Holds: func(c *candidate) bool {
			return c.cmp.cmp == "" && c.tail != "" && !endsList(c.tail) && words.Suffix(c.t.s[:c.n.unitEnd], voltUnits) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "term-of-a-rate", Verdict: policy.Leave, Says: "期限是利率名称的一部分",
			Takes: "利率不得低于〔1〕年期贷款市场报价利率。", Leaves: "贷款期限不得低于〔1〕年。",
		},
		Holds: func(c *candidate) bool {
			return c.cmp.cmp != "≤" && words.Prefix(c.tail, termTails) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "name-of-a-programme", Verdict: policy.Leave, Says: "没有单位的千、百亿等是计划、工程名称的一部分",
			Takes: "加快启动〔100亿〕筹资计划。", Leaves: "完成〔100亿〕筹资计划。",
		},
		Holds: (*candidate).namesProgramme,
	},
}

// severalByLaw reports whether the number is the first of the two of 「两人及两人以上」, which set one bound.
func (c *candidate) severalByLaw() bool {
	if c.n.value != 2 || !c.n.counts() {
		return false
	}
	from := source.RuneStart(c.t.s, max(0, c.n.start-severalReach))
	to := source.RuneStart(c.t.s, min(len(c.t.s), c.n.unitEnd+severalReach))
	for _, m := range several.FindAllStringIndex(c.t.s[from:to], -1) {
		if from+m[0] == c.n.start {
			return true
		}
	}
	return false
}

// rateOfAge is the rest of the name of an indicator behind an age.
var rateOfAge = words.Pattern(`^\p{Han}{2,16}?(?:{{age-rates}}){{reach-verbs}}`)

// severalReach is how many bytes of such words stand before or behind a number at most.
const severalReach = 30

var several = words.Pattern(`(?:两|二|2){{units-people}}(?:{{several-joins}}){1,2}(?:两|二|2){{units-people}}以上|(?:两|二|2)个(?:{{several-joins}}){1,2}(?:两|二|2)个以上`)

// namesProgramme reports whether a magnitude without unit is part of a name and no sum: of 「奖励20万、
// 10万元」 the 20万 is one.
func (c *candidate) namesProgramme() bool {
	if c.n.group != "magnitude" || c.cmp.cmp != "" || c.reached() {
		return false
	}
	sum := words.Suffix(c.bare(), givingVerbs) != "" || c.chained()
	return !sum && c.adjacent() == ""
}
