package table

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A Table is a table of a paper as a reader sees it, whatever it came from: titles over columns, then lines.
type Table struct {
	source.Span
	Head    [][]source.Cell // the rows of titles, as they stand
	Rows    [][]source.Cell // the rows below, as they stand
	Columns []Column
	Lines   []Line // what the rows hold; of a table whose titles stand in its first column, what its columns hold
}

// A Column has the titles that stand over it, from the top; one that spans several columns stands over each.
type Column struct{ Titles []source.Span }

// A Line is a row that holds something.
type Line struct {
	Kind  LineKind
	Row   int         // its place in the table's rows, from 0
	Cells []Cell      // one for each column
	Under source.Span // the section row that it stands under; empty where there is none
}

// A Cell is what a line holds in a column: its own text, or that of a merged cell that reaches it.
type Cell struct {
	source.Span
	Above  bool // it begins in a line above
	Beside bool // it begins in a column before
}

// LineKind tells what a line is.
type LineKind int

const (
	Entry   LineKind = iota // a task, an indicator, a place
	Total                   // 合计
	Heading                 // a section, over its whole width: 「一、在建项目」
	Again                   // the head once more, or the numbers of the columns
	Note                    // 「注：……」
)

// New reads the rows of a table.
func New(f *source.File, span source.Span, rows [][]source.Cell) *Table {
	t := &Table{Span: span}
	r := &reader{f: f, rows: rows, grid: Lay(rows)}
	heads := r.headRows()
	t.Head, t.Rows = rows[:heads], rows[heads:]
	if turned := r.turned(heads); turned != nil {
		r, heads = turned, 1
	}
	r.fill(t, heads)
	return t
}

// All returns the rows of a table, those of its titles first.
func (t *Table) All() [][]source.Cell { return append(t.Head[:len(t.Head):len(t.Head)], t.Rows...) }

// Over returns the titles over the column col of the rows as they stand, from the top.
func (t *Table) Over(col int) []source.Span {
	var out []source.Span
	for _, row := range t.Head {
		for _, c := range row {
			if c.Col <= col && col < c.Col+max(1, c.ColSpan) && !c.Empty() {
				out = append(out, c.Span)
			}
		}
	}
	return out
}

// A reader reads the grid of a table.
type reader struct {
	f    *source.File
	rows [][]source.Cell
	grid Grid
}

// text returns the text at a place, without white space.
func (r *reader) text(row, col int) string {
	if c := r.grid[row][col]; c != nil {
		return r.f.Squeezed(c.Span)
	}
	return ""
}

// own reports whether the cell at a place begins there.
func (r *reader) own(row, col int) bool {
	c := r.grid[row][col]
	return c != nil && (row == 0 || r.grid[row-1][col] != c) && (col == 0 || r.grid[row][col-1] != c)
}

// fill gives t its columns and lines, below a head of so many rows.
func (r *reader) fill(t *Table, heads int) {
	if len(r.grid) == 0 {
		return
	}
	t.Columns = make([]Column, len(r.grid[0]))
	for col := range t.Columns {
		for row := range heads {
			if c := r.grid[row][col]; c != nil && !c.Empty() && (row == 0 || r.grid[row-1][col] != c) {
				t.Columns[col].Titles = append(t.Columns[col].Titles, c.Span)
			}
		}
	}
	var under source.Span
	for row := heads; row < len(r.grid); row++ {
		line := Line{Row: row - heads, Under: under}
		for col, c := range r.grid[row] {
			cell := Cell{}
			if c != nil {
				cell.Span = c.Span
				cell.Above = row > heads && r.grid[row-1][col] == c
				cell.Beside = col > 0 && r.grid[row][col-1] == c
			}
			line.Cells = append(line.Cells, cell)
		}
		if line.Kind = r.kind(row, heads); line.Kind == Heading {
			under = line.First().Span
		}
		t.Lines = append(t.Lines, line)
	}
}

// First returns the first cell of a line that holds something.
func (l *Line) First() Cell {
	for _, c := range l.Cells {
		if !c.Empty() {
			return c
		}
	}
	return Cell{}
}

var (
	totals = words.Of("total-rows")
	ruled  = pattern.MustCompile(`^[^\p{L}\p{N}]+$`)
	note   = words.Pattern(`^(?:{{note-heads}})\d*[：:.、]`)
)

// kind tells what a row below the head is.
func (r *reader) kind(row, heads int) LineKind {
	first, filled := r.filled(row)
	switch {
	case filled == 1 && note.MatchString(first):
		return Note
	case filled == 1 && ruled.MatchString(first):
		return Again
	case r.repeats(row, heads) || heads > 0 && row == heads && r.counts(row):
		return Again
	case filled == 1 && len(r.grid[row]) > 1 && r.alone(row):
		return Heading
	case r.total(row):
		return Total
	}
	return Entry
}

// filled returns the text of the first cell of a row that holds something, and how many there are.
func (r *reader) filled(row int) (first string, n int) {
	for col := range r.grid[row] {
		text := r.text(row, col)
		if text == "" {
			continue
		}
		if first == "" {
			first = text
		}
		if col == 0 || r.grid[row][col-1] != r.grid[row][col] {
			n++
		}
	}
	return first, n
}

// alone reports whether the one cell of a row begins in it and ends with it.
func (r *reader) alone(row int) bool {
	for col, c := range r.grid[row] {
		if c != nil && !c.Empty() {
			return r.own(row, col) && (row+1 == len(r.grid) || r.grid[row+1][col] != c)
		}
	}
	return false
}

// total reports whether one of the first two cells of a row says that it sums up others.
func (r *reader) total(row int) bool {
	for col := range min(2, len(r.grid[row])) {
		text := strings.Trim(r.text(row, col), "：:")
		for _, w := range totals {
			if text == w {
				return true
			}
		}
	}
	return false
}

// repeats reports whether a row holds the titles of the head once more, as a table does on each page.
func (r *reader) repeats(row, heads int) bool {
	for head := range heads {
		same, filled := true, 0
		for col := range r.grid[row] {
			text := r.text(row, col)
			if text != "" {
				filled++
			}
			same = same && text == r.text(head, col)
		}
		if same && filled > 1 {
			return true
		}
	}
	return false
}

// counts reports whether a row numbers the columns: 「1」 「2」 「3」, 「甲」 「乙」 「1」.
func (r *reader) counts(row int) bool {
	n, letters := 0, 0
	for col := range r.grid[row] {
		text := strings.Trim(r.text(row, col), "（）()")
		switch {
		case text == "":
			continue
		case strings.Contains("甲乙丙丁", text) && n == 0:
			letters++
			continue
		}
		if n++; text != digits[min(n, len(digits)-1)] {
			return false
		}
	}
	return n > 2 || n > 0 && letters > 0
}

var digits = strings.Fields("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20")
