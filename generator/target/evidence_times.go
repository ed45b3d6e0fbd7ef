package target

import (
	"strings"

	"zhengce/generator/policy"
)

// timesEvidence takes how often something is to be done: 「每半年更新1次」.
var timesEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "times-each", Verdict: policy.Take, Says: "同一句前面有“每月”“每村”等词，次数是每次的要求",
			Takes: "每月巡查〔2〕次。", Leaves: "当月巡查〔2〕次。",
		},
		Holds: (*candidate).forEach,
	},
	{
		Rule: policy.Rule{
			Name: "times-reached", Verdict: policy.Take, Says: "没有“每”字的句子里，次数紧跟在“达到”一类动词后",
			Takes: "培训达到〔3〕次的村。", Leaves: "每辆车检测达到〔3〕次的村。",
		},
		Holds: func(c *candidate) bool { return !strings.Contains(c.before, "每") && c.reached() },
	},
	{
		Rule: policy.Rule{
			Name: "times-in-a-year", Verdict: policy.Take, Says: "没有“每”字的句子里，次数有年份，前面有“开展”“举办”一类动词",
			Takes: "2022年，举办〔3〕次招聘会。", Leaves: "举办〔3〕次招聘会。",
		},
		Holds: func(c *candidate) bool { return !strings.Contains(c.before, "每") && c.verb() > 0 && c.planned() },
	},
	{
		Rule: policy.Rule{
			Name: "times-of-a-year", Verdict: policy.Take, Says: "没有动词、自成一项的次数有年份",
			Takes: "2022年，送戏下乡〔500〕场。", Leaves: "送戏下乡〔500〕场。",
		},
		Holds: func(c *candidate) bool {
			return c.planned() && c.ends() && c.verb() >= 0 && !strings.Contains(c.before, "每") && c.head != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "times-under-a-verb", Verdict: policy.Take, Says: "没有“每”字的句子里，两次以上的次数自成一项，前面有“开展”“举办”一类动词",
			Takes: "举办招聘会〔3〕次。", Leaves: "举办〔3〕次招聘会。",
		},
		Holds: func(c *candidate) bool {
			return !strings.Contains(c.before, "每") && c.verb() > 0 && c.ends() && c.n.value > 1
		},
	},
	{
		Rule: policy.Rule{
			Name: "times-after-a-target", Verdict: policy.Take, Says: "与同一小句里已算作目标的数字并列",
			Takes: "扶持20个研修班和〔30〕场讲座。", Leaves: "扶持20个研修班的〔30〕场讲座。",
		},
		Holds: (*candidate).listed,
	},
}

// forEach reports whether the sentence before the number says for what each time is meant: 「每半年更新1次」.
func (c *candidate) forEach() bool {
	i := strings.LastIndex(c.before, "每")
	return i >= 0 && eachSpan(c.before[i:])
}
