package target

import (
	"slices"
	"strconv"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// table finds the targets of a table in the body of the paper. held is the year that the text before it gives.
func (f *finder) table(t *document.Table, measure string, held heldYear) {
	h, rows, ok := f.readTargetTable(t)
	if !ok {
		f.box(t, measure, held)
		return
	}
	f.targets(h, rows, held, func(int) string { return measure })
}

// box reads a table with a single column, a frame around text, as paragraphs.
func (f *finder) box(t *document.Table, measure string, held heldYear) {
	rows := append([][]source.Cell{t.Header}, t.Rows...)
	if slices.ContainsFunc(rows, func(row []source.Cell) bool { return len(row) > 1 }) {
		return
	}
	scope := f.plainScope()
	for _, row := range rows {
		for _, cell := range row {
			f.paragraph(cell.Span, measure, &scope, &yearClock{held: held, now: f.docYear})
		}
	}
}

// annexTables finds the targets of the tables in annexes: 附件1/3 is the third of annex 1.
func (f *finder) annexTables() {
	for _, b := range f.d.Blocks {
		if b.Table == nil || b.Table.Annex == "" {
			continue
		}
		if h, rows, ok := f.readTargetTable(b.Table); ok {
			f.targets(h, rows, heldYear{}, func(n int) string { return b.Table.Annex + "/" + strconv.Itoa(n) })
		}
	}
}
