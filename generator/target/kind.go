package target

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// kindRules tell whether a number is a target or decides a case, by the group of its unit. Rules for
// any number come first; of them only listKinds find targets, and so stand last. The last rule of each
// group holds for all that is left.
var kindRules = map[string]policy.Decisions[*candidate]{
	"money": slices.Concat(plainKinds, filterKinds, conditionKinds, standardKinds, listKinds, moneyKinds),
	"time":  slices.Concat(plainKinds, conditionKinds, listKinds, timeKinds), // 「3年以上的企业」 is a limit anyway
	"share": slices.Concat(plainKinds, filterKinds, conditionKinds, standardKinds, listKinds, shareKinds),
	"ratio": slices.Concat(plainKinds, filterKinds, conditionKinds, listKinds, ratioKinds),
	"":      slices.Concat(plainKinds, filterKinds, conditionKinds, standardKinds, listKinds, countKinds),
}

// tellKind tells whether the number is a target or decides a case, and by which rule.
func (c *candidate) tellKind() {
	rules, ok := kindRules[c.n.group]
	if !ok {
		rules = kindRules[""]
	}
	c.kindRule, _ = rules.First(c)
	c.kind = policy.Kind(c.kindRule.Verdict)
}

var (
	stockNouns = words.Of("stock-nouns")
	lifeWords  = words.Of("life-words")

	provideVerbs = words.Of("provide-verbs")
	buildRules   = words.Of("build-rules")
	shallWords   = words.Of("shall-words")
)

// plainKinds tell the kind of a number whatever else stands around it.
var plainKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "line-kept-as-a-goal", Verdict: policy.AsTarget, Says: "“严守”“守住”的“红线”“底线”是要一直守住的目标值",
			Takes: "严守耕地不低于〔300〕万亩红线。", Leaves: "耕地不低于〔300〕万亩。",
		},
		Holds: (*candidate).keptLine,
	},
	{
		Rule: policy.Rule{
			Name: "place-in-a-ranking", Verdict: policy.AsThreshold, Says: "“前几位”“后几位”一类名次决定轮到谁，是条件",
			Takes: "对排名后〔3〕位的乡镇予以约谈。", Leaves: "培育〔3〕位劳动模范。",
		},
		Holds: (*candidate).rank,
	},
	{
		Rule: policy.Rule{
			Name: "age-of-those-meant", Verdict: policy.AsThreshold, Says: "年龄决定对谁适用，是条件；“达到”“提高”后的年龄和预期寿命除外",
			Takes: "服务对象年龄在〔60〕岁以上。", Leaves: "人均预期寿命达到〔80〕岁以上。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "age" && words.Suffix(c.bare(), reachVerbs) == "" && words.Suffix(c.bare(), changeVerbs) == "" && !words.In(c.head, lifeWords)
		},
	},
	{
		Rule: policy.Rule{
			Name: "section-of-conditions", Verdict: policy.AsThreshold, Says: "“申报条件”“补助标准”一类标题下，没有年份的数字是条件；没有比较词的个数和次数除外",
			Takes: "一、申报条件\n营业收入达到〔1000〕万元以上。", Leaves: "一、主要任务\n营业收入达到〔1000〕万元以上。",
		},
		Holds: func(c *candidate) bool {
			raised := c.planned() && c.award() && (c.reached() || words.Suffix(c.bare(), changeVerbs) != "")
			return c.scope.rules && (c.cmp.cmp != "" || c.n.ranged || !c.n.counts()) && c.n.group != "times" && c.year == 0 && !raised
		},
	},
	{
		Rule: policy.Rule{
			Name: "sum-without-its-unit", Verdict: policy.AsThreshold, Says: "“奖励”“补助”后的“20万”省去了“元”，是给予的金额",
			Takes: "对获评的民宿奖励〔20〕万。", Leaves: "全市民宿接待游客达到〔20〕万。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "magnitude" && words.Suffix(c.bare(), givingVerbs) != ""
		},
	},
}

// makes reports whether a verb that makes something, and does not only provide it, stands before the number.
func (c *candidate) makes() bool {
	verb := c.adjacent()
	return verb != "" && !slices.Contains(provideVerbs, verb)
}

// standing reports whether a floor or cap holds as such, outside goals and without a year: 「注册资金不低于
// 1000万元」. A bound of a stock, 「耕地保有量不低于」, is a goal.
func (c *candidate) standing() bool {
	if c.year > 0 || c.scope.goal || c.cmp.after || words.In(c.head, stockNouns) {
		return false
	}
	if c.cmp.cmp == "≥" && c.makes() && !words.In(c.head, buildRules) {
		return false
	}
	if c.cmp.cmp == "≥" && c.planned() && !c.each() && !words.In(c.before, shallWords) {
		return false // 「粮食面积不少于40万亩」 in the plan of a year
	}
	bound := c.cmp.cmp == "≥" || c.cmp.cmp == "≤"
	return bound && c.cmp.leading != "至少" || c.cmp.cmp == "<"
}
