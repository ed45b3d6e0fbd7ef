package pages

import (
	"fmt"

	"zhengce/generator/document"
	"zhengce/generator/source"
)

// A grid puts the cells of a table's rows into columns, with room for cells that reach down
// from rows above.
type grid struct {
	down []int // how many more rows a cell above covers, by column
}

// layout returns the cells of t by row and column, the header first, which has the given number of
// rows, at least one. All rows have the same length; nil stands where no cell begins. No cell gets
// lost: one that finds its column taken stands in the next free one.
func layout(t *document.Table) (rows [][]*source.Cell, heads int) {
	var g grid
	titles := headRows(t.Header)
	width := 0
	for _, r := range append(titles, t.Rows...) {
		cells := g.place(r)
		rows = append(rows, cells)
		width = max(width, len(cells))
	}
	for i := range rows {
		rows[i] = append(rows[i], make([]*source.Cell, width-len(rows[i]))...)
	}
	return rows, len(titles)
}

// headRows parts the titles of columns into their rows: one begins where the columns do again.
func headRows(header []source.Cell) [][]source.Cell {
	rows := [][]source.Cell{nil}
	for i, c := range header {
		if i > 0 && c.Col <= header[i-1].Col {
			rows = append(rows, nil)
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], c)
	}
	return rows
}

// place returns one row.
func (g *grid) place(cells []source.Cell) []*source.Cell {
	taken := make([]bool, len(g.down))
	for col, n := range g.down {
		if n > 0 {
			g.down[col]--
			taken[col] = true
		}
	}
	var out []*source.Cell
	col := 0
	for i := range cells {
		c := &cells[i]
		col = max(col, c.Col)
		for col < len(taken) && taken[col] {
			col++
		}
		out = append(out, make([]*source.Cell, col-len(out))...)
		out = append(out, c)
		for end := col + max(1, c.ColSpan); col < end; col++ {
			for col >= len(g.down) {
				g.down = append(g.down, 0)
			}
			g.down[col] = max(g.down[col], c.RowSpan-1)
		}
	}
	return out
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
