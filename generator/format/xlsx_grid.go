package format

import (
	"fmt"
	"strings"

	"zhengce/generator/source"
)

// An xlsxCell is a cell that is shown, with its place among the rows and columns that are.
type xlsxCell struct {
	cell
	at  int
	raw string // as the file has it
}

// An xlsxGrid is what a sheet shows; its rows have the cells that are filled or merged.
type xlsxGrid struct {
	sheet *xlsxSheet
	rows  []xlsxRow
	width int
}

// An xlsxRow is a row of cells; breaks says that a blank row stands above it.
type xlsxRow struct {
	cells  []xlsxCell
	breaks bool
}

// grid reads the cells of a sheet. Those that are hidden or covered are left out with their reason.
func (w *xlsx) grid(s *xlsxSheet) (*xlsxGrid, error) {
	shown, err := w.book.Rows(s.name)
	if err != nil {
		return nil, fmt.Errorf("the spreadsheet is damaged: %s", strings.SplitN(err.Error(), "\n", 2)[0])
	}
	defer shown.Close()
	raw, err := w.book.Rows(s.name)
	if err != nil {
		return nil, fmt.Errorf("the spreadsheet is damaged: %s", strings.SplitN(err.Error(), "\n", 2)[0])
	}
	defer raw.Close()
	m, err := mergesOf(s)
	if err != nil {
		return nil, err
	}
	g := &xlsxGrid{sheet: s}
	breaks := false
	for row := 1; shown.Next() && raw.Next(); row++ {
		values, err := shown.Columns()
		if err != nil {
			return nil, fmt.Errorf("the spreadsheet is damaged: %s", strings.SplitN(err.Error(), "\n", 2)[0])
		}
		raws, err := raw.Columns(w.rawValues())
		if err != nil {
			return nil, fmt.Errorf("the spreadsheet is damaged: %s", strings.SplitN(err.Error(), "\n", 2)[0])
		}
		if w.cells += len(raws); w.cells > 20*MaxCells {
			return nil, fmt.Errorf("a table of more than %d cells; split the file", 20*MaxCells)
		}
		cells, filled := w.row(m, row, values, raws)
		if !filled && !m.reach(row) {
			breaks = len(g.rows) > 0
			continue
		}
		if len(g.rows) > MaxCells {
			return nil, fmt.Errorf("a table of more than %d cells; split the file", MaxCells)
		}
		g.rows = append(g.rows, xlsxRow{cells, breaks})
		breaks = false
	}
	for _, r := range g.rows {
		for _, c := range r.cells {
			g.width = max(g.width, c.col+c.colSpan)
		}
	}
	return g, nil
}

// row makes the cells of a row that is shown, and accounts for what is not; filled says whether any
// is left with text.
func (w *xlsx) row(m *xlsxMerges, row int, values, raws []string) (cells []xlsxCell, filled bool) {
	for i, raw := range raws {
		col, value := i+1, ""
		if i < len(values) {
			value = values[i]
		}
		r := m.of(col, row)
		if reason := m.gone(r, col, row, value); reason != "" {
			if source.Squeeze(raw) != "" {
				w.hidden++
				w.account = append(w.account, source.Entry{Part: m.s.part, At: row*maxColumn + col, Text: raw, Fate: source.LeftOut, Reason: reason})
			}
			continue
		}
		c := xlsxCell{at: row*maxColumn + col, raw: raw}
		c.col, c.rowSpan, c.colSpan = m.column(col), 1, 1
		if r != nil {
			c.rowSpan, c.colSpan = m.size(r)
		}
		for _, l := range strings.Split(strings.ReplaceAll(value, "\r\n", "\n"), "\n") {
			if l = w.b.clean(l); strings.TrimSpace(l) != "" {
				c.lines = append(c.lines, l)
			}
		}
		filled = filled || len(c.lines) > 0
		cells = append(cells, c)
	}
	return cells, filled
}

// gone returns why the value of a place is not shown, "" if it is.
func (m *xlsxMerges) gone(r *xlsxRange, col, row int, value string) string {
	switch {
	case m.s.hidden:
		return xlsxHiddenSheet
	case m.s.rows[row]:
		return xlsxHiddenRow
	case r != nil && m.first(r, col, row):
		return ""
	case m.s.hides(col):
		return xlsxHiddenCol
	case r != nil:
		return xlsxCovered
	case source.Squeeze(value) == "":
		return xlsxNoFormat
	}
	return ""
}

// xlsxMerges are the merged cells of a sheet by the places that they cover.
type xlsxMerges struct {
	s      *xlsxSheet
	places map[int]*xlsxRange
	inside map[int]bool // rows that a merged cell from above goes on in
	cols   []int        // how many columns up to each are shown
}

func mergesOf(s *xlsxSheet) (*xlsxMerges, error) {
	m := &xlsxMerges{s: s, places: map[int]*xlsxRange{}, inside: map[int]bool{}, cols: make([]int, maxColumn+1)}
	last := 0
	for row := range s.filled {
		last = max(last, row)
	}
	for i := range s.merges {
		r := &s.merges[i]
		r.row1 = min(r.row1, max(last, r.row0))
		if len(m.places)+(r.row1-r.row0+1)*(r.col1-r.col0+1) > 5*MaxCells {
			return nil, fmt.Errorf("merged cells over more than %d places; split the file", 5*MaxCells)
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
func (m *xlsxMerges) of(col, row int) *xlsxRange { return m.places[row*maxColumn+col] }

// first reports whether a place is the one of a merged cell that holds its text.
func (m *xlsxMerges) first(r *xlsxRange, col, row int) bool {
	rows, cols := m.size(r)
	return col == r.col0 && row == r.row0 && rows > 0 && cols > 0
}

// column returns the column of a cell among those that are shown, from 0.
func (m *xlsxMerges) column(col int) int { return m.cols[col-1] }

// size returns how many rows and columns of a merged cell are shown.
func (m *xlsxMerges) size(r *xlsxRange) (rows, cols int) {
	for row := r.row0; row <= r.row1; row++ {
		if !m.s.rows[row] {
			rows++
		}
	}
	return max(rows, 1), m.cols[r.col1] - m.cols[r.col0-1]
}

// reach reports whether a merged cell from above goes on in a row.
func (m *xlsxMerges) reach(row int) bool { return !m.s.hidden && !m.s.rows[row] && m.inside[row] }
