package table

import (
	"iter"

	"zhengce/generator/source"
)

// Rows goes through the rows of a table, numbered from 0, with the cells that hold for each by column:
// its own, and those of rows above that reach down to it. Merged cells reach down in the columns for
// which carried holds; without it, in all. A cell of the row itself goes before one from above.
func Rows(rows [][]source.Cell, carried func(column int) bool) iter.Seq2[int, map[int]source.Cell] {
	return func(yield func(int, map[int]source.Cell) bool) {
		above := map[int]source.Cell{}
		last := map[int]int{} // the last row that a cell above reaches
		for i, row := range rows {
			cells := map[int]source.Cell{}
			for column, cell := range above {
				if i <= last[column] {
					cells[column] = cell
				}
			}
			for _, cell := range row {
				cells[cell.Col] = cell
				if cell.RowSpan > 1 && (carried == nil || carried(cell.Col)) {
					above[cell.Col], last[cell.Col] = cell, i+cell.RowSpan-1
				}
			}
			if !yield(i, cells) {
				return
			}
		}
	}
}
