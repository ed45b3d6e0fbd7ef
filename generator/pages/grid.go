package pages

import (
	"zhengce/generator/document"
	"zhengce/generator/source"
)

// A grid puts the cells of a table's rows into columns, with room for cells that reach down
// from rows above.
type grid struct {
	down []int // how many more rows a cell above covers, by column
}

// layout returns the cells of t by row and column, the header first. All rows have the same
// length; nil stands where no cell begins. No cell gets lost: one that finds its column taken
// stands in the next free one.
func layout(t *document.Table) [][]*source.Cell {
	var g grid
	out := [][]*source.Cell{g.place(t.Header)}
	width := len(out[0])
	for _, r := range t.Rows {
		cells := g.place(r)
		out = append(out, cells)
		width = max(width, len(cells))
	}
	for i := range out {
		out[i] = append(out[i], make([]*source.Cell, width-len(out[i]))...)
	}
	return out
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
