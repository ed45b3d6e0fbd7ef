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
	{
		Name: "subject", Title: "指标叫什么名字",
		About: "每个目标或条件按这一章得名：依次问下来，第一条成立的定名称。",
		Rules: rulesOf(namings),
	},
	{
		Name: "subject-words", Title: "名称用哪些词语",
		About: "名称取自数字前后的词语。这一章说哪些词语去掉、哪些补上，各条都可能用到。",
		Rules: shapingsOf(beforeCuts, []shaping{noTails, withChange}, contexts, afterCuts, []shaping{whoDo}, completions, awardCuts, titleCuts),
	},
}
