package target

import (
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// reachEvidence takes numbers that something is to come to: 力争达到85%, 控制在5%.
var reachEvidence = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "reached", Verdict: policy.Take, Says: "数字紧跟在“达到”“提高到”“控制在”一类动词后",
		Takes: "失业率控制在〔5〕%。", Leaves: "失业率〔5〕%。",
	},
	Holds: (*candidate).reached,
}}

// changeEvidence takes numbers by which something is to change: 下降13%, 新增5万人.
var changeEvidence = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "changed-by", Verdict: policy.Take, Says: "数字紧跟在“提高”“下降”“新增”一类动词后",
		Takes: "单位产值能耗下降〔13〕%。", Leaves: "单位产值能耗〔13〕%。",
	},
	Holds: func(c *candidate) bool { return words.Suffix(c.bare(), changeVerbs) != "" },
}}

// reached reports whether a verb that says what is reached stands right before the number.
func (c *candidate) reached() bool { return words.Suffix(c.bare(), reachVerbs) != "" }
