package duty

import (
	"slices"
	"strings"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/table"
	"zhengce/generator/words"
)

var powerTitles = words.Of("power-titles")

// taskTable returns a paper with one measure and a table of the cells, of which the first after the titles is 1.
func taskTable(cells ...string) string {
	return tableBefore("（一）修好路。修好农村公路，养好桥梁。", cells...)
}

// tableBefore returns a paper with a table of the cells before its measures.
func tableBefore(measures string, cells ...string) string {
	return "任务分工表\n\n" + strings.Join(cells, "\n\n") + "\n\n一、重点任务\n" + measures
}

// columns are those of a table of tasks.
type columns struct {
	*column.Table
	tasks, bodies []int
	roles         map[int]policy.Role // by column; none for a plain 责任部门
	promised      bool                // the lines above call it one of what a government does for its people
}

// readColumns tells what the columns of a table are to a reader of tasks.
func (f *finder) readColumns(t *document.Table) *columns {
	c := &columns{Table: column.Read(f.file, t), roles: map[int]policy.Role{}}
	if c.tasks = c.Of(column.Task); len(c.tasks) == 0 && c.Has(column.Year, column.Goal, column.Plan) {
		c.tasks = c.Of(column.Name)
	}
	c.bodies = c.Of(column.Bodies)
	c.promised = slices.ContainsFunc(t.Caption, func(s source.Span) bool { return strings.Contains(f.file.Squeezed(s), "实事") })
	for _, col := range c.bodies {
		role := roleOfLabel(c.Columns[col].Own)
		if role == "" {
			role = roleOfLabel(c.Columns[col].Above)
		}
		if role != "" {
			c.roles[col] = role
		}
	}
	return c
}

// describing is the rule by which rows are read whose numbers tell of projects.
const describing = "table-of-projects"

// tableRules tell which tables tie tasks to bodies.
var tableRules = policy.Decisions[*columns]{
	{
		Rule: policy.Rule{
			Name: "table-of-powers", Verdict: policy.Leave, Says: "有“权力类别”“设定依据”一类栏目、部门栏为“实施部门”的表是权责清单，不是分工",
			Takes:  taskTable("序号", "事项名称", "权力类别", "〔实施部门〕", "1", "临时占用绿地审批", "行政许可", "市园林局"),
			Leaves: taskTable("序号", "事项名称", "权力类别", "〔责任部门〕", "1", "临时占用绿地审批", "行政许可", "市园林局"),
		},
		Holds: (*columns).powers,
	},
	{
		Rule: policy.Rule{
			Name: describing, Verdict: policy.Take, Says: "有投资、规模等栏的是项目表，每一行是一个项目和它的责任单位，行里的数字说的是项目，不是目标；民生实事的表除外",
			Takes:  taskTable("序号", "项目名称", "总投资", "责任单位", "1", "修建农村公路50公里", "2亿元", "〔市交通局〕"),
			Leaves: taskTable("序号", "项目名称", "责任单位", "1", "修建农村公路50公里", "〔市交通局〕"),
		},
		Holds: func(c *columns) bool { return c.tying() && c.Has(column.Figure) && !c.promised },
	},
	{
		// After table-of-powers and table-of-projects, which look like it.
		Rule: policy.Rule{
			Name: "table-of-tasks", Verdict: policy.Take, Says: "既有任务栏又有部门栏的表是分工表，每一行是一项分工；指标表里有责任单位的，每一行是一个指标的分工",
			Takes:  taskTable("序号", "重点工作", "责任单位", "1", "修好农村公路", "〔市交通局〕"),
			Leaves: taskTable("序号", "路名", "责任单位", "1", "东山路", "〔市交通局〕"),
		},
		Holds: (*columns).tying,
	},
}

func (c *columns) tying() bool { return len(c.bodies) > 0 && len(c.tasks) > 0 }

// powers reports whether the table lists what bodies may permit or check, which orders nothing:
// 「事项名称」, 「权力类别」, 「实施部门」.
func (c *columns) powers() bool {
	return !slices.ContainsFunc(c.bodies, func(col int) bool { return !strings.HasPrefix(c.Columns[col].Own, "实施") }) &&
		slices.ContainsFunc(c.Columns, func(c column.Column) bool { return slices.Contains(powerTitles, c.Title) })
}

// cell returns the place of what a line holds in a column: its own cell, or a merged one that reaches it where held says
// that it holds for each row.
func cell(l table.Line, col int, held bool) source.Span {
	if c := l.Cells[col]; !c.Beside && (held || !c.Above) {
		return c.Span
	}
	return source.Span{}
}
