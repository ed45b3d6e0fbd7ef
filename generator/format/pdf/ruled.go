package pdf

import (
	"math"
	"slices"

	"zhengce/generator/pdfium"
)

const (
	// snap is how far apart two rules that are meant as one may lie, in points.
	snap = 3.0
	// mostRules is the number of rules of a page above which they are a drawing.
	mostRules = 3000
	// maxGrid is the number of places of a table of rules above which it is a drawing.
	maxGrid = 20_000
)

// A ruledTable is a table whose cells lie between rules.
type ruledTable struct {
	xs, ys []float64 // of its columns and rows, one more than there are
	cells  []ruledCell
	page   int
	open   bool // no rule ends it: its last row goes on, on the next page
}

// A ruledCell is a cell with the places that it covers, the last ones left out.
type ruledCell struct {
	row, col, rowEnd, colEnd int
	glyphs                   []glyph
}

// ruledTables finds the tables that the sheet's rules make, and takes the glyphs that stand in them.
func (s *sheet) ruledTables() {
	if len(s.rules) > mostRules {
		return
	}
	var across, down []pdfium.Rule
	for _, r := range s.rules {
		if r.X1-r.X0 >= r.Y1-r.Y0 {
			across = append(across, r)
		} else {
			down = append(down, pdfium.Rule{X0: r.Y0, Y0: r.X0, X1: r.Y1, Y1: r.X1})
		}
	}
	for _, c := range connected(rails(across), rails(down)) {
		if t, ok := c.table(s); ok {
			s.tables = append(s.tables, t)
		}
	}
}

// table makes a table of the lattice if its cells are rectangles, at least two of them.
func (l lattice) table(s *sheet) (ruledTable, bool) {
	if len(l.across) < 1 || len(l.down) < 2 {
		return ruledTable{}, false
	}
	open := l.closeEnds()
	l.closeSides()
	rows, cols := len(l.across)-1, len(l.down)-1
	if rows*cols < 2 || rows*cols > maxGrid {
		return ruledTable{}, false
	}
	t := ruledTable{page: s.page, open: open}
	for _, r := range l.across {
		t.ys = append(t.ys, r.at)
	}
	for _, r := range l.down {
		t.xs = append(t.xs, r.at)
	}
	taken := make([]bool, rows*cols)
	for row := range rows {
		for col := range cols {
			if taken[row*cols+col] {
				continue
			}
			c, ok := l.cell(t, taken, row, col)
			if !ok {
				return ruledTable{}, false
			}
			t.cells = append(t.cells, c)
		}
	}
	return t, t.take(s)
}

// closeSides adds the sides of a table that is open on the left and right.
func (l *lattice) closeSides() {
	left, right := math.Inf(1), math.Inf(-1)
	for _, r := range l.across {
		left, right = math.Min(left, r.spans[0][0]), math.Max(right, r.spans[len(r.spans)-1][1])
	}
	whole := [][2]float64{{l.across[0].at, l.across[len(l.across)-1].at}}
	if left < l.down[0].at-4*snap {
		l.down = slices.Insert(l.down, 0, rail{left, whole})
	}
	if right > l.down[len(l.down)-1].at+4*snap {
		l.down = append(l.down, rail{right, whole})
	}
}

// closeEnds adds the upper and lower side of a table whose row is cut by the end of a page: two of its
// upright rules reach further. It reports whether the lower side was open.
func (l *lattice) closeEnds() bool {
	first, last := l.across[0].at, l.across[len(l.across)-1].at
	top, bottom, above, below := first, last, 0, 0
	for _, r := range l.down {
		from, to := math.Inf(1), math.Inf(-1)
		for _, s := range r.spans {
			from, to = math.Min(from, s[0]), math.Max(to, s[1])
		}
		if from < first-4*snap {
			above++
			top = math.Min(top, from)
		}
		if to > last+4*snap {
			below++
			bottom = math.Max(bottom, to)
		}
	}
	whole := [][2]float64{{l.down[0].at, l.down[len(l.down)-1].at}}
	if above > 1 {
		l.across = slices.Insert(l.across, 0, rail{top, whole})
	}
	if below > 1 {
		l.across = append(l.across, rail{bottom, whole})
	}
	return below > 1
}

// cell returns the cell that begins at the place: it reaches as far right and down as no rule parts it.
func (l lattice) cell(t ruledTable, taken []bool, row, col int) (ruledCell, bool) {
	rows, cols := len(t.ys)-1, len(t.xs)-1
	c := ruledCell{row: row, col: col, rowEnd: row + 1, colEnd: col + 1}
	for c.colEnd < cols && !l.down[c.colEnd].covers(t.ys[row], t.ys[row+1]) {
		c.colEnd++
	}
	open := func(y int) bool { // no part of the rule below the cell's last row
		for x := c.col; x < c.colEnd; x++ {
			if l.across[y].covers(t.xs[x], t.xs[x+1]) {
				return false
			}
		}
		return true
	}
	for c.rowEnd < rows && open(c.rowEnd) {
		c.rowEnd++
	}
	for y := c.row; y < c.rowEnd; y++ {
		for x := c.col; x < c.colEnd; x++ {
			if taken[y*cols+x] || x > c.col && l.down[x].covers(t.ys[y], t.ys[y+1]) {
				return c, false
			}
			taken[y*cols+x] = true
		}
	}
	return c, true
}

// take moves the glyphs within the table's sides into its cells; a table needs text in two of them.
func (t *ruledTable) take(s *sheet) bool {
	cols := len(t.xs) - 1
	of := make([]int, (len(t.ys)-1)*cols)
	for i, c := range t.cells {
		for y := c.row; y < c.rowEnd; y++ {
			for x := c.col; x < c.colEnd; x++ {
				of[y*cols+x] = i
			}
		}
	}
	var rest []glyph
	in := make([][]glyph, len(t.cells))
	filled := 0
	for _, g := range s.glyphs {
		x, y := betweenBoxes(t.xs, (g.x0+g.x1)/2), betweenBoxes(t.ys, g.base-0.35*g.size)
		if x < 0 || y < 0 {
			rest = append(rest, g)
			continue
		}
		i := of[y*cols+x]
		if len(in[i]) == 0 {
			filled++
		}
		in[i] = append(in[i], g)
	}
	if filled < 2 {
		return false
	}
	s.glyphs = rest
	for i := range t.cells {
		t.cells[i].glyphs = in[i]
	}
	return true
}

// betweenBoxes returns the index of the stretch between two of the places that holds v, or -1.
func betweenBoxes(places []float64, v float64) int {
	i, _ := slices.BinarySearch(places, v)
	if i == 0 || i == len(places) {
		return -1
	}
	return i - 1
}

// rows returns the cells of the table as rows of text.
func (t *ruledTable) rows(w *writer) [][]cell {
	out := make([][]cell, len(t.ys)-1)
	for _, c := range t.cells {
		cell := cell{col: c.col, rowSpan: c.rowEnd - c.row, colSpan: c.colEnd - c.col}
		if len(c.glyphs) > 0 {
			cell.lines = cellLines(glyphRows(w, c.glyphs), t.xs[c.col], t.xs[c.colEnd])
		}
		out[c.row] = append(out[c.row], cell)
	}
	return out
}
