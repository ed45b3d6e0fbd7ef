package target

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// hanEvidence holds, by the group of the unit, the rules on numbers in Chinese characters. Most of those
// belong to words: 一批, 引进一个、带动一批, 四个体系.
var hanEvidence = map[string]policy.Decisions[*candidate]{
	"magnitude": hanSums,
	"times":     hanTimes,
	"time":      slices.Concat(hanCompared, hanTerms),
	"money":     slices.Concat(hanCompared, hanAwards),
	"count":     slices.Concat(hanGrades, hanCompared, hanCounts),
	"people":    slices.Concat(hanCompared, hanCounts),
	"share":     hanCompared,
	"age":       hanCompared,
	"size":      slices.Concat(hanCompared, hanAmounts),
}

var (
	hanTermHeads  = words.Of("han-term-heads")
	hanAwardHeads = words.Of("han-award-heads")
)

// hanGrades leave the names of grades.
var hanGrades = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "han-grade", Verdict: policy.Leave, Says: "“三类”一类说法是等级",
		Takes: "公厕〔三〕类以上。", Leaves: "公厕〔三〕座以上。",
	},
	Holds: func(c *candidate) bool { return strings.HasSuffix(c.t.s[:c.n.unitEnd], "类") },
}}

// hanCompared takes numbers beside a word of comparison.
var hanCompared = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "han-about", Verdict: policy.Leave, Says: "没有动词、只带“约”“左右”的汉字数目不确指",
			Takes: "优惠期延长约〔三〕年。", Leaves: "优惠期延长〔三〕年。",
		},
		Holds: func(c *candidate) bool { return c.compared() && c.cmp.cmp == "≈" && c.verb() <= 0 },
	},
	{ // after han-about
		Rule: policy.Rule{
			Name: "han-compared", Verdict: policy.Take, Says: "汉字数目带有“以上”“不少于”一类比较词",
			Takes: "值班人员〔三〕名以上。", Leaves: "值班人员〔三〕名。",
		},
		Holds: (*candidate).compared,
	},
}

// hanAmounts take measures of older papers, which write all their figures so: 「任务为六千五百万公斤」. 百亩 and 千亩 name a class.
var hanAmounts = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "han-amount", Verdict: policy.Take, Says: "以汉字写出的重量、面积等数量，前面有“任务为”一类的话或者动词；“百亩”“千亩”是规模的名称",
		Takes: "定购任务为〔六千〕万公斤。", Leaves: "打造〔千〕亩茶园。",
	},
	Holds: func(c *candidate) bool {
		first, _ := utf8.DecodeRuneInString(c.t.s[c.n.start:])
		return c.n.value >= hanMany && !strings.ContainsRune("百千", first) && (c.verb() > 0 || strings.HasSuffix(c.bare(), "任务为"))
	},
}}

// hanSums take 千亿, 百万 without a unit.
var hanSums = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "han-sum", Verdict: policy.Take, Says: "“千亿”“百万”等省去单位的汉字数目带有比较词",
		Takes: "基金规模超〔千〕亿。", Leaves: "基金规模达到〔千〕亿。",
	},
	Holds: func(c *candidate) bool { return c.cmp.cmp != "" },
}}

// hanTimes take how often something is to be done.
var hanTimes = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "han-one-off", Verdict: policy.Leave, Says: "“一次性”不是次数",
			Takes: "每年给予〔一〕次性补助。", Leaves: "每年给予〔一〕次补助。",
		},
		Holds: func(c *candidate) bool { return strings.HasPrefix(c.tail, "性") },
	},
	{ // after han-one-off
		Rule: policy.Rule{
			Name: "han-times-compared", Verdict: policy.Take, Says: "汉字次数带有比较词，前面没有“围绕”“涉及”等引出既有事物的词",
			Takes: "巡查不少于〔两〕次。", Leaves: "涉及不少于〔两〕次巡查。",
		},
		Holds: func(c *candidate) bool { return c.cmp.cmp != "" && c.verb() >= 0 },
	},
	{ // after han-one-off
		Rule: policy.Rule{
			Name: "han-times-of-a-case", Verdict: policy.Take, Says: "“受到两次……的，”里的汉字次数，下一分句写明怎样处理",
			Takes: "供餐单位受到〔两〕次处罚的，终止合同。", Leaves: "供餐单位受到〔两〕次处罚，影响较大。",
		},
		Holds: func(c *candidate) bool { return c.ofCase() && words.Prefix(c.nextClause(), caseOutcomes) != "" },
	},
	{ // after han-one-off
		Rule: policy.Rule{
			Name: "han-times-each", Verdict: policy.Take, Says: "同一句前面有“每月”“每村”等词，汉字次数是每次的要求",
			Takes: "每月巡查〔两〕次。", Leaves: "当月巡查〔两〕次。",
		},
		Holds: (*candidate).forEach,
	},
}

// hanTerms take durations.
var hanTerms = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "han-clean-record", Verdict: policy.Take, Says: "“近三年”后接“无”“未”“获得”等，是资格条件",
			Takes: "近〔三〕年无重大事故。", Leaves: "近〔三〕年重大事故增多。",
		},
		Holds: (*candidate).onRecord,
	},
	{
		Rule: policy.Rule{
			Name: "han-first-hours-free", Verdict: policy.Take, Says: "“前两小时免费”是优惠的时长",
			Takes: "停车前〔两〕小时免费。", Leaves: "停车前〔两〕小时预约。",
		},
		Holds: (*candidate).freeAtFirst,
	},
	{
		Rule: policy.Rule{
			Name: "han-years-of-a-case", Verdict: policy.Take, Says: "“连续两年……的，”说明适用的情形",
			Takes: "连续〔两〕年考核不合格的，解除合同。", Leaves: "连续〔两〕年考核合格，成效明显。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.head, nearPast) != "" && c.ofCase() },
	},
	{
		Rule: policy.Rule{
			Name: "han-paid-over-years", Verdict: policy.Take, Says: "“分三年拨付”是发放的期限",
			Takes: "补贴分〔三〕年拨付。", Leaves: "补贴分〔三〕年规划。",
		},
		Holds: (*candidate).paidOver,
	},
	{
		Rule: policy.Rule{
			Name: "han-before-an-event", Verdict: policy.Take, Says: "“召开十五日前”是规定的提前时间",
			Takes: "会议召开〔十五〕日前通知业主。", Leaves: "会议通知〔十五〕日前送达。",
		},
		Holds: (*candidate).beforeEvent,
	},
	{
		Rule: policy.Rule{
			Name: "han-validity-of-so-long", Verdict: policy.Take, Says: "紧接着“有效期”的汉字时长是有效的期限",
			Takes: "本政策暂定〔三〕年有效期。", Leaves: "本政策暂定〔三〕年工作期。",
		},
		Holds: func(c *candidate) bool { return words.Prefix(c.tail, validityTails) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "han-term", Verdict: policy.Take, Says: "紧跟在“期”“延长”“连续补助”等词后的汉字时长是期限",
			Takes: "优惠期延长〔三〕年。", Leaves: "优惠期安排〔三〕年。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), hanTermHeads) != "" },
	},
}

// hanAwards take sums that are given or taken.
var hanAwards = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "han-award", Verdict: policy.Take, Says: "紧跟在“给予”“奖励”“罚款”等词后的汉字金额",
			Takes: "对优胜单位奖励〔十〕万元。", Leaves: "对优胜单位奖金共〔十〕万元。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), hanAwardHeads) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "han-sum-and-its-award", Verdict: policy.Take, Says: "汉字金额后说到补助、标准、罚款等",
			Takes: "给予每所卫生室〔五千〕元运行补助。", Leaves: "给予每所卫生室〔五千〕元药品。",
		},
		Holds: func(c *candidate) bool { return words.In(c.tail, awardWords) },
	},
}
