package target

import (
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// titles puts the second row of titles, under one that spans columns, in its place. ahead tells
// that the one above calls all of them goals.
func (f *finder) titles(header []source.Cell, rows [][]source.Cell) (titles []source.Cell, rest [][]source.Cell, ahead bool) {
	if len(rows) == 0 {
		return header, rows, false
	}
	under := false
	for i, cell := range header {
		if cell.ColSpan > 1 {
			under = under || !titledBelow(header[i+1:], cell)
			ahead = ahead || words.In(f.d.File.Squeezed(cell.Span), goalHeads)
		} else {
			titles = append(titles, cell)
		}
	}
	if !under {
		return titles, rows, ahead
	}
	return append(titles, rows[0]...), rows[1:], ahead
}

// titledBelow reports whether the head itself holds the second row, with titles under the one that
// spans columns.
func titledBelow(rest []source.Cell, span source.Cell) bool {
	for _, c := range rest {
		if span.Col <= c.Col && c.Col < span.Col+span.ColSpan {
			return true
		}
	}
	return false
}
