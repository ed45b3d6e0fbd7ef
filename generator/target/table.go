package target

import (
	"slices"
	"strconv"
	"strings"

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
	in, inside := "附件", f.d.Annex != nil
	if inside {
		in = f.d.Annex.Label()
	}
	for _, b := range f.d.Blocks {
		switch {
		case b.Kind == document.AnnexMark:
			in, inside = "附件"+annexMark(f.d.File.Squeezed(b.Span)), true
			if f.d.Annex != nil {
				in = f.d.Annex.Inside(in)
			}
		case b.Table != nil && !insideSection(b) && (b.Table.Annex || inside):
			if h, rows, ok := f.readTargetTable(b.Table); ok {
				f.targets(h, rows, heldYear{}, func(n int) string { return in + "/" + strconv.Itoa(n) })
			}
		}
	}
}

// annexMark returns the number of an annex's mark: "1" of 附件1, "" of 附件.
func annexMark(s string) string {
	s = strings.TrimPrefix(s, "附件")
	if v, end, _ := readBare(s, 0); end > 0 {
		return strconv.Itoa(int(v))
	}
	return ""
}
