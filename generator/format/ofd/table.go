package ofd

import (
	"math"
	"sort"

	"zhengce/generator/format/paper"
)

// A table is a table of a page.
type table struct {
	xs, ys  []float64    // of the lines that rule it, from left to right and from top to bottom
	columns [][2]float64 // of one without lines
	rows    int
	cells   []cell // by row and column
	head    [][]paper.Cell
	seam    *paper.Seam // of one that goes on over pages, with its first rows
}

// A cell is a cell with what stands in it.
type cell struct {
	row, col, rowSpan, colSpan int
	pieces                     []piece
	right                      float64 // its end, where no line shows it
}

// tables finds the tables on a page and returns what stands outside of them. Lines that make no cells
// of a clear size are no table, and what stands among them is text.
func (p *page) tables(pieces []piece) ([]*table, []piece) {
	var out []*table
	for _, lines := range ruled(p.rules) {
		t := tableOf(lines)
		if t == nil {
			continue
		}
		rest := t.take(pieces)
		if t.filled() < 2 {
			continue
		}
		pieces = rest
		out = append(out, t)
	}
	return out, pieces
}

// tableOf returns the empty table that lines rule, or nil.
func tableOf(lines []rule) *table {
	var xs, ys []float64
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, l := range lines {
		if l.across() {
			ys = append(ys, l.y0)
		} else {
			xs = append(xs, l.x0)
		}
		x0, y0, x1, y1 = math.Min(x0, l.x0), math.Min(y0, l.y0), math.Max(x1, l.x1), math.Max(y1, l.y1)
	}
	if len(xs) == 0 || len(ys) == 0 {
		return nil
	}
	t := &table{xs: marks(append(xs, x0, x1)), ys: marks(append(ys, y0, y1))}
	columns := len(t.xs) - 1
	t.rows = len(t.ys) - 1
	if columns < 2 || t.rows < 1 || columns*t.rows > 20_000 || !t.cut(lines, columns) {
		return nil
	}
	return t
}

// cut makes the cells: fields of the grid without a line between them are one. It reports whether
// each is a rectangle.
func (t *table) cut(lines []rule, columns int) bool {
	right, below := t.borders(lines, columns)
	owner := make([]int, t.rows*columns)
	for i := range owner {
		owner[i] = -1
	}
	for i := range owner {
		if owner[i] >= 0 {
			continue
		}
		row, col := i/columns, i%columns
		c := cell{row: row, col: col, rowSpan: 1, colSpan: 1}
		for col+c.colSpan < columns && !right[i+c.colSpan-1] {
			c.colSpan++
		}
		for row+c.rowSpan < t.rows && !below[i+(c.rowSpan-1)*columns] {
			c.rowSpan++
		}
		if !c.whole(owner, right, below, columns, t.rows) {
			return false
		}
		for r := row; r < row+c.rowSpan; r++ {
			for k := col; k < col+c.colSpan; k++ {
				owner[r*columns+k] = len(t.cells)
			}
		}
		t.cells = append(t.cells, c)
	}
	return len(t.cells) > 1
}

// whole reports whether the fields of a cell are free, without a line among them and with lines around.
func (c cell) whole(owner []int, right, below []bool, columns, rows int) bool {
	lastRow, lastCol := c.row+c.rowSpan-1, c.col+c.colSpan-1
	for r := c.row; r <= lastRow; r++ {
		for k := c.col; k <= lastCol; k++ {
			at := r*columns + k
			switch {
			case owner[at] >= 0,
				k < lastCol && right[at], r < lastRow && below[at],
				k == lastCol && k+1 < columns && !right[at], r == lastRow && r+1 < rows && !below[at]:
				return false
			}
		}
	}
	return true
}

// borders says of each field of the grid whether lines stand at its right and below it, over most of
// its length.
func (t *table) borders(lines []rule, columns int) (right, below []bool) {
	covered := [2][]float64{make([]float64, t.rows*columns), make([]float64, t.rows*columns)}
	for _, l := range lines {
		if l.across() {
			if at := near(t.ys, l.y0) - 1; at >= 0 && at < t.rows {
				for c := 0; c < columns; c++ {
					covered[1][at*columns+c] += math.Max(0, math.Min(l.x1, t.xs[c+1])-math.Max(l.x0, t.xs[c]))
				}
			}
		} else if at := near(t.xs, l.x0) - 1; at >= 0 && at < columns {
			for r := 0; r < t.rows; r++ {
				covered[0][r*columns+at] += math.Max(0, math.Min(l.y1, t.ys[r+1])-math.Max(l.y0, t.ys[r]))
			}
		}
	}
	right, below = make([]bool, t.rows*columns), make([]bool, t.rows*columns)
	for i := range right {
		r, c := i/columns, i%columns
		right[i] = covered[0][i] > 0.6*(t.ys[r+1]-t.ys[r])
		below[i] = covered[1][i] > 0.6*(t.xs[c+1]-t.xs[c])
	}
	return right, below
}

// near returns the index of the mark that v belongs to.
func near(marks []float64, v float64) int {
	i := sort.SearchFloat64s(marks, v)
	if i == len(marks) || i > 0 && v-marks[i-1] < marks[i]-v {
		i--
	}
	return i
}

// take puts the pieces that stand in the table into its cells and returns the others.
func (t *table) take(pieces []piece) []piece {
	columns := len(t.xs) - 1
	owner := make([]int, t.rows*columns)
	for i, c := range t.cells {
		for r := c.row; r < c.row+c.rowSpan; r++ {
			for k := c.col; k < c.col+c.colSpan; k++ {
				owner[r*columns+k] = i
			}
		}
	}
	var rest []piece
	for _, c := range pieces {
		x, y := (c.x0+c.x1)/2, (c.y0+c.y1)/2
		col, row := sort.SearchFloat64s(t.xs, x)-1, sort.SearchFloat64s(t.ys, y)-1
		if col < 0 || col >= columns || row < 0 || row >= t.rows {
			rest = append(rest, c)
			continue
		}
		in := &t.cells[owner[row*columns+col]]
		in.pieces = append(in.pieces, c)
	}
	return rest
}

// filled returns how many cells hold something.
func (t *table) filled() int {
	n := 0
	for _, c := range t.cells {
		if len(c.pieces) > 0 {
			n++
		}
	}
	return n
}

// follows reports whether t goes on with the table u of the page before.
func (t *table) follows(u *table) bool {
	if len(t.xs) != len(u.xs) || (t.columns == nil) != (u.columns == nil) {
		return false
	}
	if t.columns != nil {
		return paper.SameColumns(t.columns, u.columns)
	}
	for i := range t.xs {
		if math.Abs(t.xs[i]-u.xs[i]) > 2*thick {
			return false
		}
	}
	return true
}
