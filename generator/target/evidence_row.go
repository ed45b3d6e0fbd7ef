package target

import (
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var sizeNames = words.Of("size-names")

// rowEvidence takes what a row of a table of tasks orders without one of the verbs of running text: 「加装电梯100部」.
var rowEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "ordered-by-a-row", Verdict: policy.Take, Says: "分工表的任务栏里，事物之后、小句末尾的件数、人数、次数、长度、面积，“全长”“占地”之后的除外",
			Takes:  "任务分工表\n\n序号\n\n工作任务\n\n责任单位\n\n1\n\n加装电梯〔100〕部\n\n市住建局\n\n一、重点任务\n（一）修好路。养好桥梁。",
			Leaves: "任务分工表\n\n序号\n\n工作任务\n\n责任单位\n\n1\n\n〔3〕个县电梯加装\n\n市住建局\n\n一、重点任务\n（一）修好路。养好桥梁。",
		},
		Holds: func(c *candidate) bool {
			return c.scope.row && c.ends() && c.bare() != "" && words.Suffix(c.bare(), sizeNames) == ""
		},
	},
}
