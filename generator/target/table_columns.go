package target

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A targetTable is a table of targets: which columns hold what.
type targetTable struct {
	name   int // the indicator's name, -1 if the table has no such column
	unit   int // its unit, -1
	number int // its printed number, -1
	notes  int // the column that explains an indicator, -1
	goals  []targetColumn
	rules  map[int]string // for each column the name of the rule that told what it holds
}

// A targetColumn is a column of values to be reached.
type targetColumn struct {
	col  int
	year int // 0 if its title names none
	span source.Span
}

// A column is what tells what a column of a table holds.
type column struct {
	title string
	year  int  // that the title names, 0 if none
	named bool // a column before it holds the names
}

// The rules on columns by which readColumns knows what they hold.
const (
	columnOfNumbers = "column-of-numbers"
	columnOfUnits   = "column-of-units"
	columnOfNotes   = "column-of-notes"
	columnOfYear    = "column-of-a-year"
	columnOfGoals   = "column-of-goals"
	columnOfNames   = "column-of-names"
)

var (
	bodyColumns     = words.Of("body-columns")
	noteColumns     = words.Of("note-columns")
	propertyColumns = words.Of("property-columns")
	goalColumns     = words.Of("goal-columns")
	nameColumns     = words.Of("name-columns")
	goalHeads       = words.Of("goal-heads")
)

// columns tell what a column of a table of targets holds.
var columns = policy.Decisions[column]{
	{
		Rule: policy.Rule{
			Name: "column-of-bodies", Verdict: policy.Leave, Says: "栏目名称有“责任”“牵头”“部门”等词的，是责任单位，不读指标",
			Takes: "附件\n序号\n\n指标\n\n部门目标\n\n1\n\n绿化率\n\n〔40〕%", Leaves: "附件\n序号\n\n指标\n\n目标\n\n1\n\n绿化率\n\n〔40〕%",
		},
		Holds: func(c column) bool { return words.In(c.title, bodyColumns) },
	},
	{
		Rule: policy.Rule{
			Name: columnOfNumbers, Verdict: policy.AsName, Says: "“序号”“编号”栏是指标的编号",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n〔1〕\n\n3.绿化率\n\n40%", Leaves: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n〔3〕.绿化率\n\n40%",
		},
		Holds: func(c column) bool { return c.title == "序号" || c.title == "编号" },
	},
	{
		Rule: policy.Rule{
			Name: columnOfUnits, Verdict: policy.AsName, Says: "“单位”“计量单位”栏是同一行数字的单位",
			Takes: "附件\n序号\n\n指标\n\n单位\n\n目标值\n\n1\n\n绿化率\n\n〔%〕\n\n40", Leaves: "附件\n序号\n\n指标\n\n填报单位\n\n目标值\n\n1\n\n绿化率\n\n〔甲县〕\n\n40",
		},
		Holds: func(c column) bool { return c.title == "单位" || c.title == "计量单位" },
	},
	{
		Rule: policy.Rule{
			Name: columnOfNotes, Verdict: policy.AsName, Says: "栏目名称有“含义”“说明”“备注”等词的，是对指标的解释",
			Takes: "附件\n序号\n\n指标\n\n评价标准\n\n指标含义\n\n1\n\n薪酬分配\n\n定性指标\n\n分配比例不低于〔80〕%", Leaves: "附件\n序号\n\n指标\n\n评价标准\n\n依据\n\n1\n\n薪酬分配\n\n定性指标\n\n分配比例不低于〔80〕%",
		},
		Holds: func(c column) bool { return words.In(c.title, noteColumns) },
	},
	{
		Rule: policy.Rule{
			Name: "column-of-properties", Verdict: policy.Leave, Says: "栏目名称有“属性”“来源”“基期”“现状”“完成”等词的，不是要达到的值",
			Takes: "附件\n序号\n\n指标\n\n2021年实际\n\n2025年\n\n1\n\n绿化率\n\n〔30〕%\n\n40%", Leaves: "附件\n序号\n\n指标\n\n2021年\n\n2025年\n\n1\n\n绿化率\n\n〔30〕%\n\n40%",
		},
		Holds: func(c column) bool { return words.In(c.title, propertyColumns) },
	},
	{ // behind column-of-properties: 「2020年实际」
		Rule: policy.Rule{
			Name: columnOfYear, Verdict: policy.AsTarget, Says: "栏目名称有年份的，是这一年要达到的值，起始的现状除外",
			Takes: "附件\n序号\n\n指标\n\n2025年\n\n1\n\n绿化率\n\n〔40〕%", Leaves: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率\n\n〔40〕%",
		},
		Holds: func(c column) bool { return c.year > 0 },
	},
	{ // behind column-of-a-year, which gives 「2025年目标」 its year
		Rule: policy.Rule{
			Name: columnOfGoals, Verdict: policy.AsTarget, Says: "指标名称之后，栏目名称有“目标”“预期值”“标准值”等词的，是要达到的值",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n绿化率\n\n〔40〕%", Leaves: "附件\n序号\n\n指标\n\n得数\n\n1\n\n绿化率\n\n〔40〕%",
		},
		Holds: func(c column) bool { return c.named && words.In(c.title, goalColumns) },
	},
	{ // behind column-of-goals: 「指标值」
		Rule: policy.Rule{
			Name: columnOfNames, Verdict: policy.AsName, Says: "栏目名称有“指标”“项目”“名称”“内容”的，是指标的名称，有几栏的取最后一栏",
			Takes: "附件\n序号\n\n指标\n\n目标值\n\n1\n\n〔绿化率〕\n\n40%", Leaves: "附件\n序号\n\n类目\n\n目标值\n\n1\n\n〔绿化率〕\n\n40%",
		},
		Holds: func(c column) bool { return words.In(c.title, nameColumns) },
	},
}

// A yearColumn is a column with a year among the others of its table.
type yearColumn struct {
	year   int
	years  []targetColumn // all of them
	begins int            // year of the paper or the first that it plans, 0 if unknown
	ahead  bool           // a title above calls all of them goals
}

// startColumns tell the columns with a year that hold the state at the start.
var startColumns = policy.Decisions[yearColumn]{
	{
		Rule: policy.Rule{
			Name: "column-of-the-start", Verdict: policy.Leave, Says: "早于成文年份的一栏是起始的现状；成文年份不明时，只有两栏的第一栏、与下一栏相隔一年以上的第一栏是现状",
			Takes: "附件\n序号\n\n指标\n\n2020年\n\n2025年\n\n1\n\n绿化率\n\n〔30〕%\n\n40%", Leaves: "附件\n序号\n\n指标\n\n2020年\n\n2025年\n\n1\n\n绿化率\n\n30%\n\n〔40〕%",
		},
		Holds: func(c yearColumn) bool {
			if c.ahead || c.begins > 0 {
				return !c.ahead && c.year < c.begins
			}
			return c.year == c.years[0].year && startsWithState(c.years)
		},
	},
}

// startsWithState reports whether the first of the years in the head of a table, in a paper of unknown
// date, tells the state at the start: it has one other beside it, or lies years before it.
func startsWithState(years []targetColumn) bool {
	return len(years) == 2 || len(years) > 2 && years[1].year-years[0].year > 1
}

// readTargetTable reads the header of a table. ok is false where it is no table of targets.
func (f *finder) readTargetTable(t *document.Table) (h targetTable, rows [][]source.Cell, ok bool) {
	header, rows := t.Header, t.Rows
	if len(header) == 0 && len(rows) > 1 {
		header, rows = rows[0], rows[1:]
	}
	header, rows, ahead := f.titles(header, rows)
	h, years := f.readColumns(header)
	for _, y := range years {
		if rule, ok := startColumns.First(yearColumn{y.year, years, f.begins, ahead}); ok {
			h.rules[y.col] = rule.Name
		} else {
			h.goals = append(h.goals, y)
		}
	}
	ok = h.name >= 0 && len(h.goals) > 0 && slices.ContainsFunc(header, func(c source.Cell) bool {
		title := f.d.File.Squeezed(c.Span)
		return strings.Contains(title, "指标") || strings.Contains(title, "目标")
	})
	return h, rows, ok
}

// readColumns tells what the columns under the titles hold; those with a year come apart.
func (f *finder) readColumns(header []source.Cell) (h targetTable, years []targetColumn) {
	h = targetTable{name: -1, unit: -1, number: -1, notes: -1, rules: map[int]string{}}
	for _, cell := range header {
		title := f.d.File.Squeezed(cell.Span)
		c := column{title, titleYear(title), h.name >= 0}
		rule, _ := columns.First(c)
		h.rules[cell.Col] = rule.Name
		switch rule.Name {
		case columnOfNumbers:
			h.number = cell.Col
		case columnOfUnits:
			h.unit = cell.Col
		case columnOfNotes:
			h.notes = cell.Col
		case columnOfYear:
			years = append(years, targetColumn{cell.Col, c.year, cell.Span})
		case columnOfGoals:
			h.goals = append(h.goals, targetColumn{col: cell.Col})
		case columnOfNames:
			h.name = cell.Col
		}
	}
	return h, years
}

// titleYear returns the year in the title of a column, the last of a span, or 0.
func titleYear(title string) int {
	for i := range title {
		if y, ok := readYear(title, i); ok {
			return y.year
		}
	}
	return 0
}
