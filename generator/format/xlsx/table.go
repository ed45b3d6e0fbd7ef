package xlsx

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// rawValues asks the library for values as the file has them.
func (w *reader) rawValues() excelize.Options { return excelize.Options{RawCellValue: true} }

// sections writes a sheet: lines and tables in turn. A blank row parts two tables where a title or a
// head follows it.
func (w *reader) sections(g *grid) {
	from := 0
	for i := range g.rows {
		if i > from && g.rows[i].breaks && (len(filledCells(g.rows[i])) == 1 || heads(g.rows[i]) > 1) {
			w.section(g, g.rows[from:i])
			from = i
		}
	}
	w.section(g, g.rows[from:])
}

// section writes the rows above a table's head as lines, the table, and the notes below it.
func (w *reader) section(g *grid, rows []row) {
	top := headRow(rows)
	end := len(rows)
	for end > top && len(filledCells(rows[end-1])) == 1 && isNote(g, rows[end-1]) {
		end--
	}
	for _, r := range rows[:top] {
		w.line(g, r)
	}
	w.table(g, rows[top:end])
	for _, r := range rows[end:] {
		w.line(g, r)
	}
}

// headRow returns the index of the row with which the table begins: the first that reads like a head
// where one of the first rows does, else the first with two cells. All rows are lines if none has two.
func headRow(rows []row) int {
	for i, r := range rows[:min(len(rows), 8)] {
		if heads(r) > 1 {
			for i > 0 && reachesDown(rows[i-1]) {
				i-- // the upper row of titles
			}
			return i
		}
	}
	for i, r := range rows {
		if len(filledCells(r)) > 1 {
			return i
		}
	}
	return len(rows)
}

// reachesDown reports whether a cell of a row covers rows below it.
func reachesDown(r row) bool {
	return slices.ContainsFunc(filledCells(r), func(c cell) bool { return c.RowSpan > 1 })
}

// heads returns how many cells of a row are words of a head.
func heads(r row) int {
	n := 0
	for _, c := range r.cells {
		if text := c.Squeezed(); paper.HeadWord.MatchString(text) && !paper.Quantity.MatchString(text) {
			n++
		}
	}
	return n
}

// noteHead is what a note below a table begins with.
var noteHead = words.Pattern(`^{{note-heads}}[0-9]{0,2}[：:]`)

// isNote reports whether a row of one cell stands below the table: over its whole width, or saying that it is a note.
func isNote(g *grid, r row) bool {
	c := filledCells(r)[0]
	return c.Col == 0 && (c.ColSpan >= g.width || c.ColSpan > 1 && len(r.cells) == 1 || noteHead.MatchString(c.Squeezed()))
}

func filledCells(r row) []cell {
	var out []cell
	for _, c := range r.cells {
		if len(c.Lines) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// line writes the cells of a row as a line; a cell of several lines makes several.
func (w *reader) line(g *grid, r row) {
	cells := filledCells(r)
	if len(cells) == 1 {
		start := w.b.Len()
		for _, l := range cells[0].Lines {
			w.b.Line(l, "")
		}
		w.shown(g, cells[0], start)
		return
	}
	var text strings.Builder
	start := w.b.Len()
	for i, c := range cells {
		if i > 0 {
			text.WriteString("  ")
		}
		w.shown(g, c, start+text.Len())
		text.WriteString(strings.Join(c.Lines, " "))
	}
	w.b.Line(text.String(), "")
}

// shown accounts for a cell whose lines stand at start.
func (w *reader) shown(g *grid, c cell, start int) {
	if len(c.Lines) == 0 {
		return
	}
	w.mark(g, c, start)
	w.account = append(w.account, source.Entry{Part: g.sheet.part, At: c.at, Text: c.raw,
		Span: source.Span{Start: start, End: start + len(strings.Join(c.Lines, "\n"))}})
}

// table writes rows as a table, with an empty cell wherever none is merged or filled.
func (w *reader) table(g *grid, rows []row) {
	if len(rows) == 0 {
		return
	}
	from, to := maxColumn, 0 // of the columns in use
	for _, r := range rows {
		for _, c := range filledCells(r) {
			from, to = min(from, c.Col), max(to, c.Col+c.ColSpan)
		}
	}
	if (to-from)*len(rows) > paper.MaxCells {
		w.b.Err = say.Errorf("a table of more than %d cells; split the file", paper.MaxCells)
		return
	}
	var plain [][]paper.Cell
	covered := make([]int, max(0, to-from)) // rows that a cell above still covers
	for i, r := range rows {
		var row []paper.Cell
		next := 0
		for col := from; col < to; col++ {
			for next < len(r.cells) && r.cells[next].Col < col {
				next++
			}
			if covered[col-from] > 0 {
				covered[col-from]--
				continue
			}
			c := paper.Cell{Col: col - from, RowSpan: 1, ColSpan: 1}
			if next < len(r.cells) && r.cells[next].Col == col {
				c = r.cells[next].Cell
				c.Col = col - from
				c.ColSpan = min(c.ColSpan, to-col)
				c.RowSpan = min(c.RowSpan, len(rows)-i)
			}
			row = append(row, c)
			for k := range c.ColSpan {
				covered[col-from+k] = c.RowSpan - 1
			}
			col += c.ColSpan - 1
		}
		plain = append(plain, row)
	}
	start := w.b.Len()
	w.b.Table(plain)
	for _, r := range rows {
		for _, c := range filledCells(r) {
			w.shown(g, c, start)
			start += len(strings.Join(c.Lines, "\n")) + 1
		}
	}
}
