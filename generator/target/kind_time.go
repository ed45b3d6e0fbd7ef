package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	shortenWords  = words.Of("shorten-words")
	timeRaised    = words.Of("time-raised")
	lengthenWords = words.Of("lengthen-words")
	eachTimes     = words.Of("each-times")
	lessonUnits   = words.Of("lesson-units")
	stockMeasures = words.Of("stock-measures")
)

// timeKinds tell a standing time limit from one that is to be brought down to a figure.
var timeKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "done-within-a-time", Verdict: policy.AsTarget, Says: "“实现”几小时内做到，是目标值",
			Takes: "实现〔48〕小时内送达。", Leaves: "药品〔48〕小时内送达。",
		},
		Holds: func(c *candidate) bool { return c.cmp.inside && strings.Contains(c.head, "实现") },
	},
	{
		Rule: policy.Rule{
			Name: "days-as-a-goal", Verdict: policy.AsTarget, Says: "目标部分和年度计划里的“天数”是目标值",
			Takes: "一、工作目标\n优良天数不低于〔300〕天。", Leaves: "一、重点任务\n优良天数不低于〔300〕天。",
		},
		Holds: func(c *candidate) bool {
			return (c.scope.goal || c.planned()) && strings.HasSuffix(c.without(reachVerbs), "天数")
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-among-goals", Verdict: policy.AsTarget, Says: "目标部分写明年份的时间是目标值",
			Takes: "一、主要目标\n到2025年，年人均服务不少于〔30〕小时。", Leaves: "一、主要任务\n到2025年，年人均服务不少于〔30〕小时。",
		},
		Holds: func(c *candidate) bool { return c.scope.goal && c.year > 0 },
	},
	{
		Rule: policy.Rule{
			Name: "stock-for-so-long", Verdict: policy.AsTarget, Says: "“几天供应量”“几天用量”说的是要备下多少，是目标值",
			Takes: "各县储备不低于常住人口〔10〕天消费量的成品粮。", Leaves: "各县储备粮出库不超过〔10〕天。",
		},
		Holds: func(c *candidate) bool {
			what, _, _ := strings.Cut(c.tail, "的")
			return words.Suffix(what, stockMeasures) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-time-limit", Verdict: policy.AsThreshold, Says: "“其中”所述的时间，总时间是时限，它也是",
			Takes: "公示期为20天，其中复核期缩短〔5〕天。", Leaves: "公示期为20天，复核期缩短〔5〕天。",
		},
		Holds: func(c *candidate) bool { return c.amongThem(policy.Threshold) },
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-time-to-reach", Verdict: policy.AsTarget, Says: "“其中”所述的时间，总时间是目标值，它也是",
			Takes: "审批时限压缩至20天，其中审核不超过〔5〕天。", Leaves: "审批时限压缩至20天，审核不超过〔5〕天。",
		},
		Holds: func(c *candidate) bool { return c.amongThem(policy.Target) },
	},
	{
		Rule: policy.Rule{
			Name: "like-the-time-before", Verdict: policy.AsTarget, Says: "只换了对象的时长，前一个是目标值，它也是",
			Takes: "小学生睡眠时间应达到10小时，初中生〔9〕小时。", Leaves: "小学生作业时间不超过60分钟，初中生〔90〕分钟。",
		},
		Holds: func(c *candidate) bool { return c.likeTime() && c.prev.kind == policy.Target },
	},
	{
		Rule: policy.Rule{
			Name: "time-in-a-statute", Verdict: policy.AsThreshold, Says: "办法、规范、标准一类文件里，“每次”“每天”“每周”的时间是每一次都要合乎的标准；压缩、缩短到的时间除外",
			Takes: "各县人民政府：\n现将办法印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市护理管理办法\n一、服务\n每次护理时间不少于〔2〕小时。", Leaves: "各县人民政府：\n现将方案印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市护理工作方案\n一、服务\n每天护理时间不少于〔2〕小时。",
		},
		Holds: func(c *candidate) bool {
			return c.scope.statute && c.year == 0 && words.In(c.head, eachTimes) && !words.In(c.head, shortenWords)
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-for-each", Verdict: policy.AsTarget, Says: "“每天”“每人”“全年”多少时间，没有上限，是目标值",
			Takes: "学生每天体育活动时间不少于〔1〕小时。", Leaves: "学生每天书面作业时间不超过〔1〕小时。",
		},
		Holds: func(c *candidate) bool {
			return (c.cmp.cmp == "" || c.cmp.cmp == "≥") && (c.each() || strings.Contains(c.head, "全年"))
		},
	},
	{
		Rule: policy.Rule{
			Name: "hours-of-training", Verdict: policy.AsTarget, Says: "培训、学习的学时，没有上限，是要做到的目标值；办法、条件里的除外",
			Takes: "五年一周期培训不少于〔360〕学时。", Leaves: "五年一周期培训不超过〔360〕学时。",
		},
		Holds: func(c *candidate) bool {
			hours := words.Suffix(c.t.s[:c.n.unitEnd], lessonUnits) != ""
			return hours && !c.caps() && !c.scope.statute && !c.scope.rules
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-that-is-allowed", Verdict: policy.AsThreshold, Says: "“可”“允许”延长到的时间是许可的限度",
			Takes: "一次处方用量可延长至〔12〕周。", Leaves: "一次处方用量延长至〔12〕周。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.without(timeRaised), allowWords) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "time-reached", Verdict: policy.AsTarget, Says: "“达到”“提高到”的时间，没有比较词，是目标值",
			Takes: "初中生睡眠时间应达到〔9〕小时。", Leaves: "初中生睡眠时间不少于〔9〕小时。",
		},
		Holds: func(c *candidate) bool {
			return c.cmp.cmp == "" && words.Suffix(c.bare(), timeRaised) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-brought-down", Verdict: policy.AsTarget, Says: "“压缩”“缩短”“提前”后的时间是目标值",
			Takes: "审批时限压缩至〔5〕天以内。", Leaves: "审批时限为〔5〕天以内。",
		},
		Holds: func(c *candidate) bool { return words.In(c.head, shortenWords) }, // of what part-of-a-time-limit leaves
	},
	{
		Rule: policy.Rule{
			Name: "time-by-a-year", Verdict: policy.AsTarget, Says: "写明年份、“达到”“提高”“延长”的时间是目标值",
			Takes: "到2025年，平均受教育年限提高〔1〕年。", Leaves: "到2025年，租约期限不超过〔1〕年。",
		},
		Holds: func(c *candidate) bool { return c.year > 0 && words.In(c.head, lengthenWords) },
	},
	{
		Rule: policy.Rule{
			Name: "time-limit", Verdict: policy.AsThreshold, Says: "其余的时间适用于每一件事，是时限",
			Takes: "项目印发后〔3〕个月内出台方案。", Leaves: "办理时限缩短至〔3〕个月内。",
		},
		Holds: func(*candidate) bool { return true },
	},
}
