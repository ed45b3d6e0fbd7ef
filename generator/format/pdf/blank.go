package pdf

import (
	"math"
	"slices"

	"zhengce/generator/source"
)

// maxWrapped is how many lines of one cell may stand between two that have several.
const maxWrapped = 6

// A blank is a stretch of lines that stand in columns as the cells of a table without rules.
type blank struct {
	rows  []row
	lines [][]row      // the cells' pieces of each line
	cols  [][2]float64 // from where to where the columns reach
}

// blankTable returns the table without rules that begins with the first of the lines, or nil: that
// line has three cells, or two that are words of a head, and another line has several cells as well.
func blankTable(rows []row) *blank {
	head := rows[0].segments()
	if len(head) < 2 || len(head) == 2 && !tableHead(&rows[0]) {
		return nil
	}
	width := head[len(head)-1].x1 - head[0].x0
	end, several, alone := 1, 1, 0
	for i := 1; i < len(rows) && i < maxFlow; i++ {
		r := &rows[i]
		if r.base-rows[i-1].base > 4*r.size {
			break
		}
		if len(r.cells()) > 1 {
			end, alone = i+1, 0
			several++
			continue
		}
		if alone++; alone > maxWrapped || r.x1-r.x0 > 0.6*width {
			break
		}
	}
	if several < 2 {
		return nil
	}
	b := &blank{rows: rows[:end]}
	b.divide()
	for end < len(rows) && b.continues(&rows[end]) { // the last cell's lines
		end++
		b.rows = rows[:end]
		b.divide()
	}
	if len(b.cols) < len(head) && len(b.cols) < 3 {
		return nil
	}
	return b
}

// divide finds the columns: the stretches in which any line has text.
func (b *blank) divide() {
	b.lines = nil
	var spans [][2]float64
	size := b.rows[0].size
	for i := range b.rows {
		cells := b.rows[i].cells()
		b.lines = append(b.lines, cells)
		for _, c := range cells {
			spans = append(spans, [2]float64{c.x0, c.x1})
		}
	}
	slices.SortFunc(spans, func(a, b [2]float64) int { return sign(a[0] - b[0]) })
	b.cols = spans[:1:1]
	for _, s := range spans[1:] {
		if last := &b.cols[len(b.cols)-1]; s[0] < last[1]+softGap*size {
			last[1] = math.Max(last[1], s[1])
		} else {
			b.cols = append(b.cols, s)
		}
	}
}

// column returns the column of a piece.
func (b *blank) column(p *row) int {
	for i, c := range b.cols {
		if p.x0 < c[1] {
			return i
		}
	}
	return len(b.cols) - 1
}

// continues reports whether a line below the table belongs to a cell of its last row: it stands in
// one of its columns, but the first, as near as lines of a cell do.
func (b *blank) continues(r *row) bool {
	least, _ := b.pitch()
	last := b.rows[len(b.rows)-1]
	if len(r.cells()) > 1 || math.IsInf(least, 1) || r.base-last.base > 1.2*least {
		return false
	}
	c := b.column(r)
	return c > 0 && r.x0 >= b.cols[c][0]-1 && r.x1 <= b.cols[c][1]+1
}

// pitch returns the least and the greatest distance of lines that follow each other in a column.
func (b *blank) pitch() (least, most float64) {
	least = math.Inf(1)
	last := make([]float64, len(b.cols))
	for i := range last {
		last[i] = math.Inf(-1)
	}
	for _, line := range b.lines {
		for k := range line {
			c := b.column(&line[k])
			if d := line[k].base - last[c]; !math.IsInf(d, 1) && d > 0.5*line[k].size {
				least, most = math.Min(least, d), math.Max(most, d)
			}
			last[c] = line[k].base
		}
	}
	return least, most
}

// starts returns the lines with which a row of the table begins; none where that cannot be told.
func (b *blank) starts() []int {
	least, most := b.pitch()
	var out []int
	if most > 1.25*least { // the rows lie further apart than the lines of a cell
		for i := range b.rows {
			if i == 0 || b.rows[i].base-b.rows[i-1].base > 1.2*least {
				out = append(out, i)
			}
		}
		return out
	}
	for i, line := range b.lines { // a row begins where the first column has text
		if b.column(&line[0]) > 0 {
			continue
		}
		if len(line) < len(b.cols) {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// table returns the table if it can be told which lines make its rows: the first cell of each row then
// is one, which its other lines only continue.
func (b *blank) table(page int) (*table, bool) {
	starts := b.starts()
	if len(starts) < 2 || starts[0] != 0 {
		return nil, false
	}
	t := &table{page: page}
	for _, c := range b.cols {
		t.xs = append(t.xs, c[0])
	}
	t.xs = append(t.xs, b.cols[len(b.cols)-1][1])
	for i, from := range starts {
		to := len(b.lines)
		if i+1 < len(starts) {
			to = starts[i+1]
		}
		cells := make([][]row, len(b.cols))
		for _, line := range b.lines[from:to] {
			for k := range line {
				c := b.column(&line[k])
				cells[c] = append(cells[c], line[k])
			}
		}
		if first := cells[0]; len(first) > 1 && first[0].x1 < b.cols[0][1]-first[0].size {
			return nil, false // two short pieces in one first cell: two rows, perhaps
		}
		t.rows = append(t.rows, b.row(cells))
	}
	return t, true
}

func (b *blank) row(cells [][]row) []cell {
	var out []cell
	for i, rows := range cells {
		c := cell{col: i, rowSpan: 1, colSpan: 1}
		if len(rows) > 0 {
			c.lines = cellLines(rows, b.cols[i][0], b.right(i))
		}
		out = append(out, c)
	}
	return out
}

// right returns where the cells of a column end: where its text does, if several lines show that it is
// as wide as that, else where the next column begins.
func (b *blank) right(col int) float64 {
	full := 0
	for _, line := range b.lines {
		for k := range line {
			if b.column(&line[k]) == col && line[k].x1 > b.cols[col][1]-1.1*line[k].size {
				full++
			}
		}
	}
	if full > 2 || col+1 == len(b.cols) {
		return b.cols[col][1]
	}
	return b.cols[col+1][0]
}

// sameText reports whether two rows of tables say the same.
func sameText(a, b []cell) bool {
	return slices.EqualFunc(a, b, func(a, b cell) bool { return source.Squeeze(a.squeezed()) == source.Squeeze(b.squeezed()) })
}
