package pages

import (
	"fmt"

	"zhengce/generator/document"
	"zhengce/generator/source"
	spread "zhengce/generator/table"
)

// layout returns the cells of t by row and column where they begin, the head first, which has the given number of
// rows, at least one. All rows have the same length; nil stands where no cell begins.
func layout(t *document.Table) (rows [][]*source.Cell, heads int) {
	all := t.All()
	if len(t.Head) == 0 {
		all = append([][]source.Cell{nil}, all...)
	}
	return spread.Places(all), max(1, len(t.Head))
}

// merged returns the cells of a layout that are larger than one place, and the places that they
// cover. A cell covers no other cell and nothing outside the table; the rows of the head and those of
// the body are not merged with each other.
func merged(rows [][]*source.Cell, heads int) (spans, covered []string) {
	taken := map[[2]int]bool{}
	free := func(row, from, to int) bool {
		for col := from; col < to; col++ {
			if row >= len(rows) || col >= len(rows[row]) || rows[row][col] != nil || taken[[2]int{row, col}] {
				return false
			}
		}
		return true
	}
	for r, row := range rows {
		for col, c := range row {
			if c == nil {
				continue
			}
			wide, high := 1, 1
			for wide < c.ColSpan && free(r, col+wide, col+wide+1) {
				wide++
			}
			for r+high != heads && high < c.RowSpan && free(r+high, col, col+wide) {
				high++
			}
			if wide == 1 && high == 1 {
				continue
			}
			spans = append(spans, fmt.Sprintf("%d:%d:%d:%d", r, col, high, wide))
			for i := range high {
				for j := range wide {
					if taken[[2]int{r + i, col + j}] = true; i+j > 0 {
						covered = append(covered, fmt.Sprintf("%d:%d", r+i, col+j))
					}
				}
			}
		}
	}
	return spans, covered
}
