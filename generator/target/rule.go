package target

import "zhengce/generator/policy"

// A decision asks one question about a candidate.
type decision = policy.Decision[*candidate]

// Rules are the rules of this package, by the question that they answer.
var Rules = []policy.Chapter{
	{
		Name: "exclusion", Title: "哪些数字不算目标或条件",
		About: "先问这一章：有一条成立，这个数字就不算目标，也不算条件，其余各章不再问。",
		Rules: exclusions.Rules(),
	},
}
