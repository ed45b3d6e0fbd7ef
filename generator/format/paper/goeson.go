package paper

import (
	"slices"

	"zhengce/generator/say"
)

// What a reader says of a cell that may be the rest of one on the page before.
const (
	CutCode  = "table-cut"
	CutWords = say.Phrase("a cell at the top of a page is empty and may be the rest of the cell above it on the page before; it was read as empty")
)

// MostHeads is how many rows the head of a table has at most that a page repeats.
const MostHeads = 6

// Again returns how many rows at the top of a table's part on the next page say what those at its own top do, not all.
func Again(rows, next [][]Cell) int {
	n := 0
	for n < min(len(rows), len(next)-1, MostHeads) && sameText(rows[n], next[n]) {
		n++
	}
	return n
}

// sameText reports whether two rows of tables say the same.
func sameText(a, b []Cell) bool {
	return slices.EqualFunc(a, b, func(a, b Cell) bool { return a.Col == b.Col && a.Squeezed() == b.Squeezed() })
}

// A Seam is the end of a page within a table: what is known of the rows before it. The zero Seam knows none.
type Seam struct {
	rows   int
	empty  map[int]int      // cells without text, by column
	merged map[int]bool     // columns with a cell that covers several rows
	last   map[[2]int]below // the last cell, by column and width
}

// A below is the last cell of a column with the row behind it.
type below struct {
	id, end int
	blank   bool
}

// A Cut is a merged cell that the end of a page cuts: the empty cell at the top of the next page is its rest.
type Cut struct{ Cell, Rest int } // its id, and the place of its rest in the first row of the next part

// Add adds the rows of a part of the table, with an id of the caller's for each cell.
func (s *Seam) Add(rows [][]Cell, ids [][]int) {
	if s.empty == nil {
		s.empty, s.merged, s.last = map[int]int{}, map[int]bool{}, map[[2]int]below{}
	}
	for r, row := range rows {
		for i, c := range row {
			blank := c.Squeezed() == ""
			if blank {
				s.empty[c.Col]++
			}
			if c.RowSpan > 1 && s.rows+r > 0 { // in the first row titles are
				s.merged[c.Col] = true
			}
			s.last[[2]int{c.Col, c.ColSpan}] = below{ids[r][i], s.rows + r + c.RowSpan, blank}
		}
	}
	s.rows += len(rows)
}

// Cuts returns the merged cells that the end of the page cuts, before the rows of the next part are added. Rules close
// both parts, but they can be told where a table has no other empty cell in their column, and cells of it are merged.
// unsure says that another empty cell may be such a rest.
func (s *Seam) Cuts(next [][]Cell) (cuts []Cut, unsure bool) {
	if s.rows == 0 || len(next) == 0 || !slices.ContainsFunc(next[0], func(c Cell) bool { return c.Squeezed() != "" }) {
		return nil, false
	}
	var part Seam
	part.rows = s.rows
	part.Add(next, ids(next))
	for i, rest := range next[0] {
		if rest.Squeezed() != "" || s.empty[rest.Col]+part.empty[rest.Col] > 1 {
			continue
		}
		key := [2]int{rest.Col, rest.ColSpan}
		above, ok := s.last[key]
		switch {
		case !ok || above.end != s.rows || above.blank:
		case s.merged[rest.Col] || part.merged[rest.Col]:
			cuts = append(cuts, Cut{above.id, i})
			above.end += rest.RowSpan
			s.last[key], s.merged[rest.Col] = above, true
		default:
			unsure = true
		}
	}
	return cuts, unsure
}

// ids numbers cells.
func ids(rows [][]Cell) [][]int {
	out := make([][]int, len(rows))
	for r, row := range rows {
		out[r] = make([]int, len(row))
	}
	return out
}
