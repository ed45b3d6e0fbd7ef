package column

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// A question asks what a column holds.
type question struct {
	*Column
	at     int
	before []Column
	titles []string   // of all columns
	cells  [][]string // of all columns
	unit   string     // of all values of the table
}

// Chapter is the chapter of the rules of this package.
var Chapter = policy.Chapter{
	Name: "columns", Title: "表格的栏目怎样理解",
	About: "对表头的每一栏依次问到有一条成立为止：先看栏目名称，有两种可能的再看栏里写的是什么。都不成立的栏目不读。",
	Rules: Rules.Rules(),
}

// sample returns a paper with a table of the cells, of which the first after the titles is 1.
func sample(cells ...string) string {
	return "附件\n" + strings.Join(cells, "\n\n")
}

// kinds are what the columns hold about which a rule decides.
var kinds = map[string]Kind{
	"column-of-numbers": Number, "office-column": Persons, "due-column": Due, "column-of-units": Unit, "agency-column": Bodies, "column-of-notes": Remark,
	"figure-of-a-project": Figure, "column-of-the-base": Base, "column-of-properties": Nature, "column-of-a-plan": Plan, "column-of-a-year": Year,
	"column-of-goals": Goal, "column-of-amounts": Goal, "goal-in-words": Wish, "column-of-names": Name, "column-of-places": Place, "task-column": Task, "measured-column": Goal,
	"column-of-sections": Section,
}

// Rules tell what a column holds.
var Rules = policy.Decisions[*question]{
	{
		Rule: policy.Rule{
			Name: "column-of-numbers", Verdict: policy.AsName, Says: "“序号”“编号”栏是编号，首栏名称有“序”字而写的都是数字的也是",
			Takes: sample("〔序号〕", "重点工作", "责任单位", "1", "修好农村公路", "市交通局"), Leaves: sample("序号", "〔重点工作〕", "责任单位", "1", "修好农村公路", "市交通局"),
		},
		Holds: func(q *question) bool {
			return slices.Contains(serialTitles, q.Own) || q.at == 0 && strings.Contains(q.Own, "序") && q.mostly(isOrdinal)
		},
	},
	{
		Rule: policy.Rule{
			Name: "office-column", Verdict: policy.Leave, Says: "“责任处室”“联系人”“牵头领导”“电话”一类栏目写的是部门之下的处室和人",
			Takes:  sample("序号", "重点工作", "责任单位", "〔责任单位联系人〕", "1", "修好农村公路", "市交通局", "市公路局"),
			Leaves: sample("序号", "重点工作", "〔责任单位及联系人〕", "1", "修好农村公路", "市交通局"),
		},
		Holds: func(q *question) bool { return words.In(q.Own, officeTitles) && !withPerson.MatchString(q.Own) },
	},
	{
		Rule: policy.Rule{
			Name: "due-column", Verdict: policy.Take, Says: "“完成时限”“计划完成时间”“时间节点”一类栏目是完成时限",
			Takes: sample("序号", "重点工作", "责任单位", "〔完成时限〕", "1", "修好农村公路", "市交通局", "2022年底"), Leaves: sample("序号", "重点工作", "责任单位", "〔备注〕", "1", "修好农村公路", "市交通局", "2022年底"),
		},
		Holds: func(q *question) bool { return dueTitle.MatchString(q.Own) || slices.Contains(dueTitles, q.Own) },
	},
	{
		Rule: policy.Rule{
			Name: "column-of-units", Verdict: policy.AsName, Says: "“单位”“计量单位”栏里写的是“个”“公里”“%”一类的，是计量单位，不是责任单位",
			Takes: sample("序号", "重点工作", "〔单位〕", "数量", "责任部门", "1", "修好农村公路", "公里", "20", "市交通局"), Leaves: sample("序号", "重点工作", "〔单位〕", "数量", "1", "修好农村公路", "市交通局", "20"),
		},
		Holds: func(q *question) bool {
			if q.Title == "" {
				return q.mostly(func(text string) bool { return IsUnit(strings.Trim(text, "（）()")) })
			}
			return slices.Contains(unitTitles, q.Own) && (q.Own != "单位" || q.mostly(IsUnit) || !q.mostly(looksLikeBody) && q.measured())
		},
	},
	{
		// After office-column: 责任单位联系人 begins like 责任单位. After column-of-units, whose title may be 单位.
		Rule: policy.Rule{
			Name: "agency-column", Verdict: policy.Take, Says: "“责任单位”“牵头部门”一类栏目是部门，栏目名称或其上一级名称里有“牵头”“配合”的按此定角色",
			Takes: sample("序号", "重点工作", "〔责任单位〕", "1", "修好农村公路", "市交通局"), Leaves: sample("序号", "重点工作", "〔施工单位〕", "1", "修好农村公路", "市交通局"),
		},
		Holds: func(q *question) bool {
			named := agencyTitle.MatchString(q.Own) || agencyTitle.MatchString(q.Above) && (slices.Contains(roleTitles, q.Own) || q.mostly(looksLikeBody))
			return named && !q.mostly(isValue) && !q.mostly(IsUnit)
		},
	},
	{
		Rule: policy.Rule{
			Name: "column-of-notes", Verdict: policy.AsName, Says: "栏目名称有“含义”“说明”“备注”等词的，是解释",
			Takes: sample("序号", "指标", "目标值", "〔备注〕", "1", "绿化率", "40%", "下同"), Leaves: sample("序号", "指标", "目标值", "〔依据〕", "1", "绿化率", "40%", "下同"),
		},
		Holds: func(q *question) bool { return words.In(q.Own, noteColumns) },
	},
	{
		Rule: policy.Rule{
			Name: "figure-of-a-project", Verdict: policy.Leave, Says: "有项目名称的表里，“投资”“规模”“进度”“地点”等栏说的是项目的情况，另有投资栏的“建设内容”栏也是，不是任务，也不是目标",
			Takes: sample("序号", "项目名称", "〔建设规模〕", "责任单位", "1", "城东水厂", "日供水2万吨", "市水利局"), Leaves: sample("序号", "工作任务", "〔建设内容〕", "责任单位", "1", "城东水厂", "日供水2万吨", "市水利局"),
		},
		Holds: func(q *question) bool {
			return q.any(projectTitle.MatchString) && (words.In(q.Title, projectFigures) || words.In(q.Own, projectContents) && q.others(invests))
		},
	},
	{
		Rule: policy.Rule{
			Name: "column-of-the-base", Verdict: policy.Leave, Says: "栏目名称有“基期”“现状”“实际”“已完成”等词的，是起始的现状，不是目标",
			Takes: sample("序号", "指标", "〔2021年实际〕", "2025年", "1", "绿化率", "30%", "40%"), Leaves: sample("序号", "指标", "〔2021年〕", "2025年", "1", "绿化率", "30%", "40%"),
		},
		Holds: func(q *question) bool { return words.In(q.Title, baseColumns) && !words.In(q.Own, goalHeads) },
	},
	{
		Rule: policy.Rule{
			Name: "column-of-properties", Verdict: policy.Leave, Says: "栏目名称有“属性”“性质”“来源”“权重”等词的，说的是指标的性质",
			Takes: sample("序号", "指标", "目标值", "〔指标属性〕", "1", "绿化率", "40%", "预期性"), Leaves: sample("序号", "指标", "〔指标目标〕", "属性", "1", "绿化率", "40%", "预期性"),
		},
		Holds: func(q *question) bool { return words.In(q.Own, propertyColumns) },
	},
	{ // before column-of-a-year: 「2021—2025年累计」
		Rule: policy.Rule{
			Name: "column-of-a-plan", Verdict: policy.AsTarget, Says: "“年均增长”“累计”“五年合计”一类栏目是整个规划期的目标",
			Takes: sample("序号", "指标", "2025年", "〔年均增长〕", "1", "绿化率", "40%", "2%"), Leaves: sample("序号", "指标", "2025年", "〔增长〕", "1", "绿化率", "40%", "2%"),
		},
		Holds: func(q *question) bool { return q.named() && planColumn.MatchString(q.Own) && !q.mostly(isSentence) },
	},
	{ // after column-of-the-base: 「2020年实际」
		Rule: policy.Rule{
			Name: "column-of-a-year", Verdict: policy.AsTarget, Says: "栏目名称有年份的，是这一年的值",
			Takes: sample("序号", "指标", "〔2025年〕", "1", "绿化率", "40%"), Leaves: sample("序号", "指标", "〔目标值〕", "1", "绿化率", "40%"),
		},
		Holds: func(q *question) bool { return q.Year > 0 && (!q.mostly(isSentence) || q.any(ofTargets)) },
	},
	{ // after column-of-a-year, which gives 「2025年目标」 its year
		Rule: policy.Rule{
			Name: "column-of-goals", Verdict: policy.AsTarget, Says: "指标名称之后，栏目名称有“目标”“预期值”“标准值”等词的，是要达到的值",
			Takes: sample("序号", "指标", "〔目标值〕", "1", "绿化率", "40%"), Leaves: sample("序号", "指标", "〔得数〕", "1", "绿化率", "40%"),
		},
		Holds: func(q *question) bool {
			return q.named() && words.In(q.Own, goalColumns) && (q.any(ofTargets) || q.mostly(isValue))
		},
	},
	{
		Rule: policy.Rule{
			Name: "column-of-amounts", Verdict: policy.AsTarget, Says: "“数量”“任务数”“计划数”一类栏目里写的是数值的，是任务的数量",
			Takes: sample("序号", "重点工作", "〔数量〕", "1", "新建公厕", "20座"), Leaves: sample("序号", "重点工作", "〔数量〕", "1", "新建公厕", "另行下达"),
		},
		Holds: func(q *question) bool { return amountColumn.MatchString(q.Own) && q.mostly(isValue) },
	},
	{ // before task-column: 任务类别
		Rule: policy.Rule{
			Name: "column-of-sections", Verdict: policy.AsName, Says: "“类别”“领域”“方面”一类栏目是几行合属的一类",
			Takes: sample("序号", "〔领域〕", "指标", "目标值", "1", "生态", "绿化率", "40%"), Leaves: sample("序号", "〔片名〕", "指标", "目标值", "1", "生态", "绿化率", "40%"),
		},
		Holds: func(q *question) bool { return sectionColumn.MatchString(q.Own) },
	},
	{
		Rule: policy.Rule{
			Name: "goal-in-words", Verdict: policy.AsName, Says: "另有任务一栏的，“工作目标”“整改目标”栏是任务要达到的目标，不是任务",
			Takes: sample("序号", "重点任务", "〔工作目标〕", "责任单位", "1", "修好农村公路", "村村通硬化路", "市交通局"), Leaves: sample("序号", "〔工作目标〕", "责任单位", "1", "修好农村公路", "市交通局"),
		},
		Holds: func(q *question) bool {
			return strings.HasSuffix(q.Own, "目标") && q.others(func(title string) bool { return isTask(title) && !strings.HasSuffix(title, "目标") })
		},
	},
	{ // after column-of-goals: 「指标值」
		Rule: policy.Rule{
			Name: "column-of-names", Verdict: policy.AsName, Says: "栏目名称有“指标”“名称”的，是指标的名称；年份排成一行的表，首栏也是",
			Takes: sample("序号", "〔指标〕", "目标值", "1", "绿化率", "40%"), Leaves: sample("序号", "〔类目〕", "目标值", "1", "绿化率", "40%"),
		},
		Holds: func(q *question) bool {
			return words.In(q.Own, nameColumns) && !isTask(q.Own) || q.at == 0 && slices.Contains(cornerTitles, q.Own) && !q.mostly(namesYear)
		},
	},
	{
		Rule: policy.Rule{
			Name: "column-of-places", Verdict: policy.AsName, Says: "“县区”“地区”“乡镇”一类栏目是各地的名称，首栏“年份”里写的是各年的，看作各年",
			Takes: sample("序号", "〔县区〕", "2025年", "1", "东山县", "40"), Leaves: sample("序号", "〔片名〕", "2025年", "1", "东山", "40"),
		},
		Holds: func(q *question) bool {
			return placeColumn.MatchString(q.Own) || q.at == 0 && slices.Contains(yearTitles, q.Own) && q.mostly(namesYear)
		},
	},
	{
		// After agency-column: 任务责任部门 holds a word of tasks as well.
		Rule: policy.Rule{
			Name: "task-column", Verdict: policy.Take, Says: "“重点工作”“任务”“措施”一类栏目是任务，可以有几栏",
			Takes: sample("序号", "〔重点工作〕", "责任单位", "1", "修好农村公路", "市交通局"), Leaves: sample("序号", "重点工作", "责任单位", "〔工作进度〕", "1", "修好农村公路", "市交通局", "已经开工"),
		},
		Holds: func(q *question) bool { return isTask(q.Own) && !(q.follows(Place) && q.mostly(isValue)) },
	},
	{ // after all that have a meaning of their own
		Rule: policy.Rule{
			Name: "measured-column", Verdict: policy.AsTarget, Says: "分到各地、各单位的任务表里，栏目名称带单位或表前写明单位、栏里写的是数值的，是各地的任务数，人口、资金一类除外",
			Takes: sample("序号", "县区", "〔新建公厕（座）〕", "1", "东山县", "20"), Leaves: sample("序号", "片名", "〔新建公厕（座）〕", "1", "东山", "20"),
		},
		Holds: func(q *question) bool {
			return (q.Unit != "" || q.unit != "") && q.mostly(isValue) && q.follows(Place) && !words.In(q.Own, placeFigures)
		},
	},
}
