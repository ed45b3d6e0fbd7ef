package target

import (
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	ruleWords  = words.Of("rule-words")
	ratioWords = words.Of("ratio-words")
)

// ratioEvidence takes ratios that are prescribed: 「按4∶3∶2∶1的比例分担」.
var ratioEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "ratio-of-funds", Verdict: policy.Take, Says: "本小句或相邻小句说到补助、经费、标准等",
			Takes: "两级经费〔1∶1〕配套。", Leaves: "两级人员〔1∶1〕配套。",
		},
		Holds: (*candidate).award,
	},
	{
		Rule: policy.Rule{
			Name: "ratio-ruled", Verdict: policy.Take, Says: "本小句或相邻小句有“应当”“原则上”“最高”等规定用语",
			Takes: "师生人数应为〔1∶8〕。", Leaves: "师生人数为〔1∶8〕。",
		},
		Holds: func(c *candidate) bool { return words.In(c.near, ruleWords) },
	},
	{
		Rule: policy.Rule{
			Name: "ratio-named", Verdict: policy.Take, Says: "本小句或相邻小句有“比例”“配比”“按”等词",
			Takes: "师生配比〔1∶8〕。", Leaves: "师生人数〔1∶8〕。",
		},
		Holds: func(c *candidate) bool { return words.In(c.near, ratioWords) },
	},
}
