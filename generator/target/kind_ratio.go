package target

import "zhengce/generator/policy"

// ratioKinds tell a ratio by which something is dealt out from one that is to be reached.
var ratioKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "ratio-to-deal-out-by", Verdict: policy.AsThreshold, Says: "没有年份、不在目标部分、不说“达到”的比例是规定的分法",
			Takes: "费用由省、市、县按〔4〕∶3∶2的比例分担。", Leaves: "到2025年，费用由省、市、县按〔4〕∶3∶2的比例分担。",
		},
		Holds: func(c *candidate) bool { return c.year == 0 && !c.scope.goal && !c.reached() },
	},
	{
		Rule: policy.Rule{
			Name: "ratio-to-reach", Verdict: policy.AsTarget, Says: "其余的比例是目标值",
			Takes: "产值比达到〔2〕∶1。", Leaves: "费用按〔2〕∶1的比例分担。",
		},
		Holds: func(*candidate) bool { return true },
	},
}
