package target

import (
	"slices"
	"strconv"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/table"
)

// taskTables tell which tables that tie nothing to a body list tasks all the same.
var taskTables = policy.Decisions[*column.Table]{
	{
		Rule: policy.Rule{
			Name: "tasks-of-one-body", Verdict: policy.Take, Says: "有任务栏，另有责任处室或完成时限一栏，没有责任单位的表，也是任务表",
			Takes:  "一、任务\n（一）修好路。养好桥梁。\n附件\n任务表\n\n序号\n\n工作任务\n\n完成时限\n\n1\n\n加装电梯〔100〕部\n\n6月底前",
			Leaves: "一、任务\n（一）修好路。养好桥梁。\n附件\n任务表\n\n序号\n\n工作任务\n\n备注\n\n1\n\n加装电梯〔100〕部\n\n续建",
		},
		Holds: func(t *column.Table) bool {
			return t.Has(column.Task) && t.Has(column.Due, column.Persons) && !t.Has(column.Figure, column.Bodies)
		},
	},
}

// tasks finds the indicators of a table of tasks whose rows name no body, and so are no rows of an annex.
func (f *finder) tasks(t *document.Table) {
	if t.Loose || slices.ContainsFunc(f.annex, func(r *policy.AnnexRow) bool { return t.Contains(r.TaskSpan) }) {
		return
	}
	c := column.Read(f.d.File, t)
	if _, ok := taskTables.First(c); !ok {
		return
	}
	for _, l := range c.Lines {
		if l.Kind == table.Entry {
			f.taskCells(c, l)
		}
	}
}

// taskCells reads the cells of tasks of one row.
func (f *finder) taskCells(c *column.Table, l table.Line) {
	id := ""
	for _, col := range c.Of(column.Number) {
		if no, ok := numeral.Parse(f.d.File.Squeezed(l.Cells[col].Span)); ok && c.Annex != "" {
			id = c.Annex + "/" + strconv.Itoa(no)
		}
	}
	for _, col := range c.Of(column.Task, column.Wish) {
		if s := l.Cells[col]; !s.Empty() && !s.Above && !s.Beside {
			scope := f.rowScope(s.Span)
			f.paragraph(source.Span{Start: s.Start, End: s.End}, id, &scope, &yearClock{now: f.docYear})
		}
	}
}
