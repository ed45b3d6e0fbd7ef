package clock

import (
	"strconv"
	"strings"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/table"
)

// table reads the rows of a table: the cells of its columns of deadlines, those of its tasks, and the times that the
// other cells name.
func (f *finder) table(t *document.Table) {
	c := column.Read(f.doc.File, t)
	if len(c.Columns) == 0 {
		return
	}
	rows := map[int]*policy.AnnexRow{}
	for _, r := range f.facts.Annex {
		if t.Span.Contains(r.Span) {
			rows[r.Row] = r
		}
	}
	no := 0
	for _, l := range t.Lines {
		if l.Kind != table.Entry {
			continue
		}
		for _, col := range c.Of(column.Number) {
			if n, ok := numeral.Parse(strings.Trim(f.doc.File.Squeezed(l.Cells[col].Span), ".、．（）()")); ok {
				no = n
			}
		}
		row := rows[l.Row+1]
		id := ""
		switch {
		case row != nil:
			id = row.ID()
		case no > 0:
			id = f.doc.AnnexOf(t) + "/" + strconv.Itoa(no)
		}
		f.row(c, l, row, id)
	}
}

// row reads the cells of one line.
func (f *finder) row(c *column.Table, l table.Line, row *policy.AnnexRow, id string) {
	for i := range c.Columns {
		cell := l.Cells[i]
		if cell.Empty() || cell.Beside {
			continue
		}
		p := &passage{f: f, measure: id, row: row}
		switch c.Columns[i].Kind {
		case column.Due:
			p.cell = true
		case column.Task, column.Wish:
			if cell.Above {
				continue
			}
		case column.Remark, column.Figure, column.Unknown:
			if p.other = true; cell.Above {
				continue
			}
		default:
			continue
		}
		p.line = newLine(f.file, f.doc.File.Trim(source.Span{Start: cell.Start, End: cell.End}))
		p.read()
	}
}
