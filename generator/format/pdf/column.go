package pdf

import (
	"fmt"
	"slices"
	"sort"

	"zhengce/generator/format/paper"
)

const (
	// maxFlow is the number of lines of a page above which columns are not looked for.
	maxFlow = 1000
	// columnRows is how many lines a column has at least, fewestRows one all lines of which go on in the next.
	columnRows = 4
	fewestRows = 3
)

// An item is a line or a table of a sheet, in the order of reading.
type item struct {
	row   *row
	table *table
}

// layOut finds the tables and lines of the sheet.
func (s *sheet) layOut(w *writer) {
	if !s.aside {
		s.ruledTables()
	}
	s.rows = glyphRows(w, s.glyphs)
	s.glyphs, s.rules = nil, nil
}

// arrange puts lines and tables into the order of reading.
func (s *sheet) arrange(w *writer) {
	slices.SortStableFunc(s.tables, func(a, b ruledTable) int { return sign(a.ys[0] - b.ys[0]) })
	var body []row
	for _, r := range s.rows {
		if r.column = s.column(); r.reason == "" {
			body = append(body, r)
		}
	}
	for i := range s.tables {
		t := &s.tables[i]
		n := sort.Search(len(body), func(k int) bool { return body[k].base > t.ys[0] })
		s.flow(w, body[:n])
		body = body[n:]
		s.items = append(s.items, item{table: &table{rows: t.rows(w), xs: t.xs, page: s.page, open: t.open}})
	}
	s.flow(w, body)
}

// column names the frame that the lines of the sheet share with those of others.
func (s *sheet) column() string {
	if s.aside {
		return fmt.Sprint("aside ", s.page)
	}
	return fmt.Sprint(s.vertical, s.width > s.height)
}

// flow arranges lines between two tables: columns of text one after another, tables without rules.
func (s *sheet) flow(w *writer, rows []row) {
	if b, ok := findColumns(rows, w.edgesBefore(s.page)); ok && !s.aside {
		w.edges, w.edgesOn = b.edges, s.page
		s.flow(w, rows[:b.from])
		for i, c := range b.columns {
			for k := range c {
				c[k].column += fmt.Sprintf(" %d/%d", i, len(b.columns))
				s.items = append(s.items, item{row: &c[k]})
			}
		}
		s.flow(w, rows[b.to:])
		return
	}
	lines, pieces := linesOf(rows)
	for len(rows) > 0 {
		n := 1
		if u := paper.FindUnruled(lines); !s.aside && u != nil {
			n = len(u.Lines)
			if u.Starts != nil {
				s.items = append(s.items, item{table: unruled(u, pieces, s.page)})
				rows, lines, pieces = rows[n:], lines[n:], pieces[n:]
				continue
			}
		}
		for i := range rows[:n] {
			rows[i].alone = n > 1 || len(rows[i].segments()) > 2
			if rows[i].alone {
				w.unsure++
			}
			s.items = append(s.items, item{row: &rows[i]})
		}
		rows, lines, pieces = rows[n:], lines[n:], pieces[n:]
	}
}

// edgesBefore returns where columns began on the page, so far, or on the one before.
func (w *writer) edgesBefore(page int) []float64 {
	if w.edges == nil || page-w.edgesOn > 1 {
		return nil
	}
	return w.edges
}
