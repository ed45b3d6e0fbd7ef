package duty

import (
	"slices"

	"zhengce/generator/policy"
)

// Rules are the rules of this package, by the question that they answer.
var Rules = []policy.Chapter{
	{
		Name: "bracket", Title: "哪些括号是责任分工",
		About: "一个括号依次问下列各条，先成立的一条决定；都不成立的不是责任分工。",
		Rules: bracketRules.Rules(),
	},
	{
		Name: "sentence", Title: "正文里哪些句子是责任分工",
		About: "括号以外，写“由某部门牵头”“由某部门负责”的句子和正文里的标签，也可以是责任分工。",
		Rules: slices.Concat(byLeadRules.Rules(), byAllRules.Rules(), bySupervisorRules.Rules(), lineLabelRules.Rules()),
	},
	{
		Name: "label", Title: "什么算标签",
		About: "“责任单位：”“【牵头单位】”一类写法是标签，标签之后是部门的名单。",
		Rules: labelRules.Rules(),
	},
	{
		Name: "content", Title: "责任分工里的话怎么读",
		About: "先看标签，再看“牵头”“为主”“会同”，都没有的逐个分句看。",
		Rules: slices.Concat(behindLabelRules.Rules(), mentionRules.Rules(), leadRules.Rules(), clauseRules.Rules()),
	},
	{
		Name: "role", Title: "谁牵头、谁配合",
		About: "一组部门的角色依次问下列各条，先成立的一条就是页面上所写的依据。",
		Rules: roleRules.Rules(),
	},
	{
		Name: "column", Title: "哪些表是分工表",
		About: "看清每一栏是什么以后，看整张表是不是分工表，再看单元格自己是否写明主次。",
		Rules: slices.Concat(tableRules.Rules(), cellRules.Rules()),
	},
	{
		Name: "row", Title: "表中的一行说的是哪条措施",
		About: "分工表的一行按任务的文字找到正文里的措施；找不到的不归入任何一条。",
		Rules: rowRules.Rules(),
	},
}
