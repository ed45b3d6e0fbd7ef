package pdf

import (
	"math"
	"slices"

	"zhengce/generator/format/paper"
)

// A cell is a cell of a table, with a pen for each of its paragraphs.
type cell struct {
	lines                 []*pen
	col, rowSpan, colSpan int
}

// cellLines joins the lines of a cell between two sides to paragraphs: a line that leaves room for two
// characters ends one, if it does not end in the middle of a sentence.
func cellLines(rows []row, left, right float64) []*pen {
	pad := math.Inf(1)
	for _, r := range rows {
		pad = math.Min(pad, math.Max(2, math.Min(r.x0-left, right-r.x1)))
	}
	var out []*pen
	var last *row
	for i := range rows {
		r := &rows[i]
		if last == nil || !out[len(out)-1].full {
			out = append(out, &pen{})
		}
		p := out[len(out)-1]
		if last != nil && spaced(p.text.String(), r.glyphs[0].text) {
			p.text.WriteByte(' ')
		}
		p.row(r)
		p.full = r.x1 >= right-pad-1.9*r.size || midSentence.MatchString(p.text.String())
		last = r
	}
	return out
}

// A table is a table with where its columns begin and end.
type table struct {
	rows    [][]cell
	xs      []float64    // of a table of rules
	columns [][2]float64 // of one without
	page    int
	open    bool        // its last row goes on, on the next page
	seam    *paper.Seam // of one that goes on over pages
}

// cells returns rows as the cells of a paper.
func cells(rows [][]cell) [][]paper.Cell {
	out := make([][]paper.Cell, len(rows))
	for i, row := range rows {
		for _, c := range row {
			cell := paper.Cell{Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan}
			for _, p := range c.lines {
				cell.Lines = append(cell.Lines, p.text.String())
			}
			out[i] = append(out[i], cell)
		}
	}
	return out
}

// goesOn reports whether a table on the next page has the columns of this one.
func (t *table) goesOn(next *table) bool {
	if next.page != t.page+1 || (t.columns == nil) != (next.columns == nil) {
		return false
	}
	if t.columns != nil {
		return paper.SameColumns(t.columns, next.columns)
	}
	return slices.EqualFunc(t.xs, next.xs, func(a, b float64) bool { return math.Abs(a-b) < 2*snap })
}

// add adds the rows of a table that goes on; the first of them may be the rest of the last row. unsure says that a cell of
// it may belong to one above.
func (t *table) add(next *table, rows [][]cell) (unsure bool) {
	if t.seam == nil {
		t.seam = &paper.Seam{}
		t.note(t.rows, 0)
	}
	var cuts []paper.Cut
	if t.columns == nil {
		cuts, unsure = t.seam.Cuts(cells(rows))
	}
	for _, c := range slices.Backward(cuts) {
		t.rows[c.Cell>>cellBits][c.Cell&(1<<cellBits-1)].rowSpan += rows[0][c.Rest].rowSpan
		rows[0] = slices.Delete(rows[0], c.Rest, c.Rest+1)
	}
	if t.open && len(rows) > 0 && len(t.rows) > 0 && t.rest(rows[0]) {
		rows, unsure = rows[1:], false
	}
	t.note(rows, len(t.rows))
	t.rows = append(t.rows, rows...)
	t.page, t.open, t.columns = next.page, next.open, next.columns
	return unsure
}

// cellBits are enough for the place of a cell in its row.
const cellBits = 16

// note tells the seam of rows that begin with the given one.
func (t *table) note(rows [][]cell, from int) {
	ids := make([][]int, len(rows))
	for r, row := range rows {
		for i := range row {
			ids[r] = append(ids[r], (from+r)<<cellBits+i)
		}
	}
	t.seam.Add(cells(rows), ids)
}

// rest adds what a row has to the cells of the last one, if they are in the same columns.
func (t *table) rest(row []cell) bool {
	last := t.rows[len(t.rows)-1]
	if !slices.EqualFunc(last, row, func(a, b cell) bool { return a.col == b.col && a.colSpan == b.colSpan }) {
		return false
	}
	for i, c := range row {
		for k, p := range c.lines {
			n := len(last[i].lines)
			if k > 0 || n == 0 || !last[i].lines[n-1].full {
				last[i].lines = append(last[i].lines, p)
				continue
			}
			last[i].lines[n-1].append(p)
		}
	}
	return true
}

// append writes what another pen has written.
func (p *pen) append(q *pen) {
	start := p.text.Len()
	p.text.WriteString(q.text.String())
	for _, at := range q.places {
		at.start += int32(start)
		p.places = append(p.places, at)
	}
	p.full = q.full
}
