package pdf

import (
	"slices"
	"strings"
)

// narrowBand takes a stretch of lines from the first that stands beside another column to the last, the lines above of
// a left column that go on in it, and the lines below of a left column that is longer.
func narrowBand(cut [][]row, from, to int, edges []float64) (band, bool) {
	top := from
	beside := func(i int) bool { return columnOf(edges, cut[i][len(cut[i])-1].x0) > 0 }
	for from < to && !beside(from) && !(from+1 < to && beside(from+1) && cut[from+1][0].base-cut[from][0].base < 1.2*cut[from][0].size) {
		from++
	}
	last := to
	for last > from && !beside(last-1) {
		last--
	}
	b := bandOf(cut, from, last, edges)
	if len(b.columns[0]) == 0 {
		return b, false
	}
	from -= goesOnFrom(bandOf(cut, top, from, edges).columns[0], b.columns[0])
	b = bandOf(cut, from, last, edges)
	right := measuresOf(b.columns[0]).right
	for i := last; i < to; i++ {
		if cut[i][0].x1 > right-2*cut[i][0].size { // it fills the column, so the column goes on
			return bandOf(cut, from, to, edges), true
		}
	}
	if end := b.columns[0][len(b.columns[0])-1]; last < to && end.x1 > right-2*end.size && !strings.HasSuffix(end.text(), "。") {
		return bandOf(cut, from, last+1, edges), true // the last line of the column ends in the next
	}
	return b, true
}

// goesOnFrom returns how many of the lines above a column go on in it, each in the middle of a sentence.
func goesOnFrom(above, column []row) int {
	all := append(slices.Clone(above), column...)
	if len(above) == 0 || len(all) < fewestRows {
		return 0
	}
	n, m := 0, measuresOf(all)
	for n < len(above) && m.goesOn(all, len(above)-n-1) {
		n++
	}
	return n
}

func bandOf(cut [][]row, from, to int, edges []float64) band {
	b := band{from, to, make([][]row, len(edges)+1), edges}
	for _, segs := range cut[from:to] {
		last := -1
		for _, s := range segs {
			c := columnOf(edges, s.x0)
			if c == last { // a gap within the column
				whole := &b.columns[c][len(b.columns[c])-1]
				whole.glyphs = append(slices.Clone(whole.glyphs), s.glyphs...)
				whole.settle()
				continue
			}
			b.columns[c] = append(b.columns[c], s)
			last = c
		}
	}
	return b
}
