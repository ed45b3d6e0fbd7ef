package table

import "zhengce/generator/source"

// A Grid holds, by row and column, the cell that covers the place; nil where none does. All rows have
// the same length.
type Grid [][]*source.Cell

// Lay puts the cells of rows into a grid. A cell covers no other: where its place is taken it takes the
// next free one, and it ends before a cell that begins beside or below it.
func Lay(rows [][]source.Cell) Grid {
	begins := Places(rows)
	g := make(Grid, len(begins))
	for r, row := range begins {
		g[r] = append([]*source.Cell(nil), row...)
	}
	for r, row := range begins {
		for col, c := range row {
			if c != nil && g[r][col] == c {
				g.cover(begins, r, col, c)
			}
		}
	}
	return g
}

// cover puts c, which begins at a place, into the free places that it reaches.
func (g Grid) cover(begins Grid, r, col int, c *source.Cell) {
	wide := 1
	for wide < c.ColSpan && col+wide < len(g[r]) && g[r][col+wide] == nil {
		wide++
	}
	for row := r; row < min(len(g), r+max(1, c.RowSpan)); row++ {
		for i := col; i < col+wide; i++ {
			if g[row][i] != nil && g[row][i] != c {
				return
			}
		}
		for i := col; i < col+wide; i++ {
			g[row][i] = c
		}
	}
}

// Places returns the cells by row and column where they begin; nil stands elsewhere. All rows have the same length, and
// no cell gets lost: one that finds its place taken stands in the next free one.
func Places(rows [][]source.Cell) Grid {
	out := make(Grid, len(rows))
	var down []int // how many more rows a cell above covers, by column
	width := 0
	for r, row := range rows {
		out[r], down = place(row, down)
		width = max(width, len(out[r]))
	}
	for r := range out {
		out[r] = append(out[r], make([]*source.Cell, width-len(out[r]))...)
	}
	return out
}

// place returns one row, below cells that cover down more rows by column.
func place(cells []source.Cell, down []int) (out []*source.Cell, below []int) {
	taken := make([]bool, len(down))
	for col, n := range down {
		if n > 0 {
			down[col]--
			taken[col] = true
		}
	}
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
			for col >= len(down) {
				down = append(down, 0)
			}
			down[col] = max(down[col], c.RowSpan-1)
		}
	}
	return out, down
}

// turn returns g with rows and columns changed.
func (g Grid) turn() Grid {
	if len(g) == 0 {
		return g
	}
	out := make(Grid, len(g[0]))
	for col := range out {
		for _, row := range g {
			out[col] = append(out[col], row[col])
		}
	}
	return out
}
