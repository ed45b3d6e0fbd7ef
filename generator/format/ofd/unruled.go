package ofd

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

const (
	// wideGap is a gap, in sizes of writing, that no line of running text has.
	wideGap = 1.2
	// softGap is how far apart two cells are at least in a line of Chinese characters that stand close.
	softGap = 0.2
	// columnGap is how far apart they are where one is no Chinese character.
	columnGap = 0.75
)

// unruled finds the tables without rules among the lines of a page.
func unruled(rows []row) []row {
	var out []row
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].flows() {
			to++
		}
		if to == from {
			out = append(out, rows[from])
			from++
			continue
		}
		out = append(out, unruledIn(rows[from:to])...)
		from = to
	}
	return out
}

// flows reports whether the line may belong to a table without rules.
func (r *row) flows() bool {
	return r.reason == "" && r.table == nil && !r.alone && r.right == 0 && len(r.pieces) > 0
}

// unruledIn finds the tables without rules among lines that nothing parts.
func unruledIn(rows []row) []row {
	strips := make([]paper.Strip, len(rows))
	cells := make([][][]piece, len(rows))
	for i := range rows {
		strips[i], cells[i] = rows[i].strip()
	}
	var out []row
	for len(rows) > 0 {
		n := 1
		u := paper.FindUnruled(strips)
		if u != nil {
			n = len(u.Lines)
		}
		if u != nil && u.Starts != nil {
			t := unruledTable(u, cells)
			first, last := rows[0], rows[n-1]
			out = append(out, row{x0: t.xs[0], x1: t.xs[len(t.xs)-1], y0: first.y0, y1: last.y1, page: first.page, table: t})
		} else {
			out = append(out, rows[:n]...)
		}
		rows, strips, cells = rows[n:], strips[n:], cells[n:]
	}
	return out
}

// strip cuts the line at the gaps that may part the cells of a table, and returns the pieces of each.
func (r *row) strip() (paper.Strip, [][]piece) {
	s := paper.Strip{Base: r.y1, Size: r.size}
	close := r.close()
	var cells [][]piece
	for _, c := range r.pieces {
		if strings.TrimSpace(c.text) == "" && len(cells) > 0 {
			cells[len(cells)-1] = append(cells[len(cells)-1], c)
			continue
		}
		if n := len(cells) - 1; n >= 0 {
			last := &s.Cells[n]
			gap := c.x0 - last.To
			before, _ := utf8.DecodeLastRuneInString(last.Text)
			first, _ := utf8.DecodeRuneInString(c.text)
			soft := columnGap
			if isHan(before) && isHan(first) {
				soft = softGap
			}
			if gap <= wideGap*r.size && !(close && gap > soft*r.size) {
				last.To, last.Text = max(last.To, c.x1), last.Text+c.text
				cells[n] = append(cells[n], c)
				continue
			}
			s.Cells = append(s.Cells, paper.Stretch{From: c.x0, To: c.x1, Text: c.text, Soft: gap <= wideGap*r.size})
		} else {
			s.Cells = append(s.Cells, paper.Stretch{From: c.x0, To: c.x1, Text: c.text})
		}
		cells = append(cells, []piece{c})
	}
	return s, cells
}

// close reports whether most characters of the line follow each other without a gap.
func (r *row) close() bool {
	var gaps []float64
	for i, c := range r.pieces {
		if i > 0 {
			gaps = append(gaps, c.x0-r.pieces[i-1].x1)
		}
		n := float64(utf8.RuneCountInString(c.text))
		for range int(n) - 1 {
			gaps = append(gaps, (c.x1-c.x0-n*c.size)/(n-1))
		}
	}
	sort.Float64s(gaps)
	return len(gaps) > 0 && gaps[len(gaps)/2] < 0.05*r.size
}

func isHan(r rune) bool { return 0x3400 <= r && r <= 0x9FFF || r >= 0x20000 }

// unruledTable makes a table without rules of the pieces of its lines.
func unruledTable(u *paper.Unruled, cells [][][]piece) *table {
	t := &table{rows: len(u.Starts), columns: u.Columns}
	for col := range u.Columns {
		t.xs = append(t.xs, u.Columns[col][0])
	}
	t.xs = append(t.xs, u.Columns[len(u.Columns)-1][1])
	for i := range t.rows * len(u.Columns) {
		t.cells = append(t.cells, cell{row: i / len(u.Columns), col: i % len(u.Columns), rowSpan: 1, colSpan: 1})
	}
	u.Each(func(row, col, line, piece int) {
		c := &t.cells[row*len(u.Columns)+col]
		c.pieces = append(c.pieces, cells[line][piece]...)
	})
	for i := range t.cells {
		t.cells[i].right = u.Right(t.cells[i].col)
	}
	return t
}

// isTableHead reports whether the line is the head of a table, which may return on every page.
func (r *row) isTableHead() bool {
	s, _ := r.strip()
	n := 0
	for _, c := range s.Cells {
		if paper.HeadWord.MatchString(source.Squeeze(c.Text)) {
			n++
		}
	}
	return n > 1
}

const (
	// mostValues is the part of the pieces of columns of running text that are values at most.
	mostValues = 0.25
	// leastPiece is how long most pieces of running text are at least, in sizes of writing.
	leastPiece = 5
)

// inCells reports whether lines stand in the cells of a table and in no columns of running text: many of their pieces are
// values, or most are short.
func inCells(rows []row) bool {
	values, short, all := 0, 0, 0
	for i := range rows {
		s, _ := rows[i].strip()
		for _, c := range s.Cells {
			all++
			if paper.Quantity.MatchString(source.Squeeze(c.Text)) {
				values++
			}
			if c.To-c.From < leastPiece*s.Size {
				short++
			}
		}
	}
	return float64(values) > mostValues*float64(all) || 2*short > all
}

// rowsOfCells returns the cells of a table as those of a paper, by rows, with the places of each in the table.
func (t *table) rowsOfCells() (rows [][]paper.Cell, at [][]int) {
	rows, at = make([][]paper.Cell, t.rows), make([][]int, t.rows)
	for i, c := range t.cells {
		text := ""
		for _, r := range rowsOf(c.pieces) {
			text += r.text()
		}
		rows[c.row] = append(rows[c.row], paper.Cell{Lines: []string{text}, Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan})
		at[c.row] = append(at[c.row], i)
	}
	return rows, at
}

// extend adds the rows of the table on the next page; a head that stands there again is given to again. unsure says that a
// cell of it may belong to one above.
func (t *table) extend(next *table, again func(piece)) (unsure bool) {
	rows, at := next.rowsOfCells()
	if t.seam == nil {
		own, places := t.rowsOfCells()
		t.head, t.seam = own[:min(len(own), paper.MostHeads)], &paper.Seam{}
		t.seam.Add(own, places)
	}
	heads := paper.Again(t.head, rows)
	var cuts []paper.Cut
	if t.columns == nil {
		cuts, unsure = t.seam.Cuts(rows[heads:])
	}
	gone := map[int]bool{}
	for _, c := range slices.Backward(cuts) {
		rest := at[heads][c.Rest]
		gone[rest] = true
		t.cells[c.Cell].rowSpan += next.cells[rest].rowSpan
		rows[heads], at[heads] = slices.Delete(rows[heads], c.Rest, c.Rest+1), slices.Delete(at[heads], c.Rest, c.Rest+1)
	}
	places := map[int]int{} // of the cells that stay
	for i, c := range next.cells {
		switch {
		case c.row < heads:
			for _, p := range c.pieces {
				again(p)
			}
		case !gone[i]:
			c.row += t.rows - heads
			places[i] = len(t.cells)
			t.cells = append(t.cells, c)
		}
	}
	for _, row := range at[heads:] {
		for i := range row {
			row[i] = places[row[i]]
		}
	}
	t.seam.Add(rows[heads:], at[heads:])
	t.rows += next.rows - heads
	t.columns = next.columns
	return unsure
}
