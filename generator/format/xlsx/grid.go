package xlsx

import (
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A cell is a cell that is shown, with its place among the rows and columns that are.
type cell struct {
	paper.Cell
	at  int
	raw string // as the file has it
}

// A grid is what a sheet shows; its rows have the cells that are filled or merged.
type grid struct {
	sheet *sheet
	rows  []row
	width int
}

// A row is a row of cells; breaks says that a blank row stands above it.
type row struct {
	cells  []cell
	breaks bool
}

// grid reads the cells of a sheet. Those that are hidden or covered are left out with their reason.
func (w *reader) grid(s *sheet) (*grid, error) {
	shown, err := w.book.Rows(s.name)
	if err != nil {
		return nil, say.Errorf("the spreadsheet is damaged: %s", library(err))
	}
	defer shown.Close()
	raw, err := w.book.Rows(s.name)
	if err != nil {
		return nil, say.Errorf("the spreadsheet is damaged: %s", library(err))
	}
	defer raw.Close()
	m, err := mergesOf(s)
	if err != nil {
		return nil, err
	}
	g := &grid{sheet: s}
	breaks := false
	for n := 1; shown.Next() && raw.Next(); n++ {
		values, err := shown.Columns()
		if err != nil {
			return nil, say.Errorf("the spreadsheet is damaged: %s", library(err))
		}
		raws, err := raw.Columns(w.rawValues())
		if err != nil {
			return nil, say.Errorf("the spreadsheet is damaged: %s", library(err))
		}
		if w.cells += len(raws); w.cells > 20*paper.MaxCells {
			return nil, say.Errorf("a table of more than %d cells; split the file", 20*paper.MaxCells)
		}
		cells, filled := w.row(m, n, values, raws)
		if !filled && !m.reach(n) {
			breaks = len(g.rows) > 0
			continue
		}
		if len(g.rows) > paper.MaxCells {
			return nil, say.Errorf("a table of more than %d cells; split the file", paper.MaxCells)
		}
		g.rows = append(g.rows, row{cells, breaks})
		breaks = false
	}
	for _, r := range g.rows {
		for _, c := range r.cells {
			g.width = max(g.width, c.Col+c.ColSpan)
		}
	}
	return g, nil
}

// row makes the cells of a row that is shown, and accounts for what is not; filled says whether any
// is left with text.
func (w *reader) row(m *merges, row int, values, raws []string) (cells []cell, filled bool) {
	for i, raw := range raws {
		col, value := i+1, ""
		if i < len(values) {
			value = values[i]
		}
		if style, ok := m.s.odd[row*maxColumn+col]; ok {
			if text, ok := w.formats.write(style, raw); ok {
				value = text
			}
		}
		r := m.of(col, row)
		if reason := m.gone(r, col, row, value); reason != "" {
			if source.Squeeze(raw) != "" {
				w.hidden++
				w.account = append(w.account, source.Entry{Part: m.s.part, At: row*maxColumn + col, Text: raw, Fate: source.LeftOut, Reason: reason})
			}
			continue
		}
		c := cell{at: row*maxColumn + col, raw: raw}
		c.Col, c.RowSpan, c.ColSpan = m.column(col), 1, 1
		if r != nil {
			c.RowSpan, c.ColSpan = m.size(r)
		}
		for _, l := range strings.Split(strings.ReplaceAll(value, "\r\n", "\n"), "\n") {
			if l = w.b.Clean(l); strings.TrimSpace(l) != "" {
				c.Lines = append(c.Lines, l)
			}
		}
		filled = filled || len(c.Lines) > 0
		cells = append(cells, c)
	}
	return cells, filled
}

// gone returns why the value of a place is not shown, "" if it is.
func (m *merges) gone(r *area, col, row int, value string) string {
	switch {
	case m.s.hidden:
		return hiddenSheetReason
	case m.s.rows[row]:
		return hiddenRowReason
	case r != nil && m.first(r, col, row):
		return ""
	case m.s.hides(col):
		return hiddenColReason
	case r != nil:
		return coveredReason
	case source.Squeeze(value) == "":
		return noFormatReason
	}
	return ""
}

// merges are the merged cells of a sheet by the places that they cover.
type merges struct {
	s      *sheet
	places map[int]*area
	inside map[int]bool // rows that a merged cell from above goes on in
	cols   []int        // how many columns up to each are shown
}

func mergesOf(s *sheet) (*merges, error) {
	m := &merges{s: s, places: map[int]*area{}, inside: map[int]bool{}, cols: make([]int, maxColumn+1)}
	last := 0
	for row := range s.filled {
		last = max(last, row)
	}
	for i := range s.merges {
		r := &s.merges[i]
		r.row1 = min(r.row1, max(last, r.row0))
		if len(m.places)+(r.row1-r.row0+1)*(r.col1-r.col0+1) > 5*paper.MaxCells {
			return nil, say.Errorf("merged cells over more than %d places; split the file", 5*paper.MaxCells)
		}
		for row := r.row0; row <= r.row1; row++ {
			m.inside[row] = m.inside[row] || row > r.row0
			for col := r.col0; col <= r.col1; col++ {
				m.places[row*maxColumn+col] = r
			}
		}
	}
	for col := 1; col <= maxColumn; col++ {
		m.cols[col] = m.cols[col-1]
		if !s.hides(col) {
			m.cols[col]++
		}
	}
	return m, nil
}

// of returns the merged cell that covers a place.
func (m *merges) of(col, row int) *area { return m.places[row*maxColumn+col] }

// first reports whether a place is the one of a merged cell that holds its text.
func (m *merges) first(r *area, col, row int) bool {
	rows, cols := m.size(r)
	return col == r.col0 && row == r.row0 && rows > 0 && cols > 0
}

// column returns the column of a cell among those that are shown, from 0.
func (m *merges) column(col int) int { return m.cols[col-1] }

// size returns how many rows and columns of a merged cell are shown.
func (m *merges) size(r *area) (rows, cols int) {
	for row := r.row0; row <= r.row1; row++ {
		if !m.s.rows[row] {
			rows++
		}
	}
	return max(rows, 1), m.cols[r.col1] - m.cols[r.col0-1]
}

// reach reports whether a merged cell from above goes on in a row.
func (m *merges) reach(row int) bool { return !m.s.hidden && !m.s.rows[row] && m.inside[row] }
