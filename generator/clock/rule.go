package clock

import (
	"slices"

	"zhengce/generator/policy"
)

// Rules are the rules of this package, by the question that they answer.
var Rules = []policy.Chapter{
	{
		Name: "deadline-none", Title: "哪些时间不是时限",
		About: "对正文、表格里的每一个时间依次问：有一条成立，就不是任务的时限。",
		Rules: slices.Concat(noneRules.Rules(), toldRules.Rules()),
	},
	{
		Name: "deadline", Title: "哪些时间是时限",
		About: "对其余的时间依次问：最先成立的一条决定它是限期完成、期间、起始、定期还是长期；都不成立的不是时限。",
		Rules: takeRules.Rules(),
	},
	{
		Name: "deadline-cover", Title: "时限管哪些内容",
		About: "依次问下列各条，成立的对整条任务有效；都不成立的，只管它所在的那句话，到下一个时间为止。",
		Rules: coverRules.Rules(),
	},
	{
		Name: "validity", Title: "文件从何时起、到何时止有效",
		About: "只看文件自己的条款，不看网页上标注的时效；没有写的不推断。",
		Rules: slices.Concat(trialRules.Rules(), forceRules.Rules(), untilRules.Rules(), termRules.Rules()),
	},
	{
		Name: "ended", Title: "文件废止、修改了哪些文件",
		About: "对句子里写到的每一份文件依次问：先问是否废止，再问是否修改，最后看有没有“以本通知为准”的条款，有没有废止没写名称的文件。",
		Rules: slices.Concat(endRules.Rules(), changeRules.Rules(), partlyRules.Rules(), unnamedRules.Rules()),
	},
}
