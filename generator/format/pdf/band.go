package pdf

import (
	"math"
	"slices"
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
)

// A band is a stretch of lines that stand in columns.
type band struct {
	from, to int
	columns  [][]row
	edges    []float64 // where columns but the first begin
}

// findColumns finds the longest stretch of lines that stand in two or three columns of running text; the places where
// columns began on the page before help where the last one is short.
func findColumns(rows []row, known []float64) (band, bool) {
	var best band
	if len(rows) < fewestRows || len(rows) > maxFlow {
		return best, false
	}
	cut := make([][]row, len(rows))
	for i := range rows {
		cut[i] = rows[i].wider(columnGap)
		for k := range cut[i] {
			cut[i][k].settle()
		}
	}
	edges := columnEdges(cut)
	try := func(edges ...float64) {
		for _, b := range bands(cut, edges) {
			if b.isText() && (b.to-b.from > best.to-best.from || b.to-b.from == best.to-best.from && len(b.columns) > len(best.columns)) {
				best = b
			}
		}
	}
	for i, e := range edges {
		try(e)
		for _, f := range edges[i+1:] {
			try(math.Min(e, f), math.Max(e, f))
		}
	}
	if best.to == best.from && known != nil {
		best = lastColumns(cut, known)
	}
	return best, best.to > best.from
}

// lastColumns finds columns that begin where those of the page before do, and end on this one.
func lastColumns(cut [][]row, edges []float64) (last band) {
	for _, b := range bands(cut, edges) {
		if b.to > last.to && b.ends() {
			last = b
		}
	}
	return last
}

// columnEdges returns the places, at most six, where most lines of columns but the first may begin.
func columnEdges(cut [][]row) []float64 {
	left, right := math.Inf(1), math.Inf(-1)
	for _, segs := range cut {
		left, right = math.Min(left, segs[0].x0), math.Max(right, segs[len(segs)-1].x1)
	}
	var starts []float64
	for _, segs := range cut {
		for _, s := range segs {
			if s.x0 > left+0.25*(right-left) {
				starts = append(starts, s.x0)
			}
		}
	}
	slices.Sort(starts)
	type edge struct {
		at float64
		n  int
	}
	var all []edge
	for _, x := range starts {
		if n := len(all); n > 0 && x-all[n-1].at < snap {
			all[n-1].n++
			continue
		}
		all = append(all, edge{x, 1})
	}
	slices.SortStableFunc(all, func(a, b edge) int { return b.n - a.n })
	var out []float64
	for _, e := range all {
		if e.n >= columnRows/2 && len(out) < 6 {
			out = append(out, e.at)
		}
	}
	return out
}

// bands returns the stretches of lines no part of which crosses into the next column.
func bands(cut [][]row, edges []float64) []band {
	var out []band
	from := -1
	for i := 0; i <= len(cut); i++ {
		ends := i == len(cut) || !fits(cut[i], edges)
		broken := from >= 0 && i > 0 && i < len(cut) && cut[i][0].base-cut[i-1][0].base > 3.2*cut[i][0].size
		if (ends || broken) && from >= 0 {
			if b, ok := narrowBand(cut, from, i, edges); ok {
				out = append(out, b)
			}
			from = -1
		}
		if !ends && from < 0 {
			from = i
		}
	}
	return out
}

// columnOf returns the column in which a place lies.
func columnOf(edges []float64, x float64) int {
	n := 0
	for _, e := range edges {
		if x >= e-1 {
			n++
		}
	}
	return n
}

// fits reports whether each piece of a line stands in one column.
func fits(segs []row, edges []float64) bool {
	for _, s := range segs {
		if c := columnOf(edges, s.x0); c < len(edges) && s.x1 > edges[c]-columnGap*s.size {
			return false
		}
	}
	return true
}

// isText reports whether the columns are running text and no table: about as wide as each other, their
// lines full and without holes, or flowing, and not parted into rows at the same heights.
func (b band) isText() bool {
	low, high, filled := math.Inf(1), 0.0, true
	for _, c := range b.columns {
		if len(c) < fewestRows || ofValues(c) {
			return false
		}
		width, ok := textWidth(c)
		filled = filled && ok && math.Abs(c[0].base-b.columns[0][0].base) <= 3*c[0].size
		low, high = math.Min(low, width), math.Max(high, width)
	}
	return (filled && (low > 0.75*high || low > 0.5*high && b.outlined()) || b.flowing()) && !b.inRows()
}

// outlined reports whether each column has whole sentences with numbered items or indented paragraphs, as columns of
// text have that are not of one width; a column of a table has names.
func (b band) outlined() bool {
	for _, c := range b.columns {
		marked, ended := indented(c), false
		for _, r := range c {
			text := r.text()
			_, n := numeral.ReadMark(text)
			marked, ended = marked || n > 0, ended || strings.HasSuffix(text, "。")
		}
		if !marked || !ended {
			return false
		}
	}
	return true
}

// indented reports whether a line of a column begins two characters further in than the next one, which begins where
// the column does.
func indented(c []row) bool {
	left := math.Inf(1)
	for _, r := range c {
		left = math.Min(left, r.x0)
	}
	for i, r := range c[:len(c)-1] {
		if math.Abs(r.x0-left-2*r.size) < 0.4*r.size && c[i+1].x0-left < 0.4*r.size {
			return true
		}
	}
	return false
}

// ofValues reports whether many of the pieces of a column are values, as those of a table and never of running text.
func ofValues(c []row) bool {
	values, all := 0, 0
	for i := range c {
		for _, p := range c[i].segments() {
			if all++; paper.Quantity.MatchString(p.text()) {
				values++
			}
		}
	}
	return values*4 > all
}

// textWidth returns the width of a column, if it may be one of running text.
func textWidth(c []row) (float64, bool) {
	if len(c) < columnRows {
		return 0, false
	}
	left, right, least := math.Inf(1), math.Inf(-1), math.Inf(1)
	for i, r := range c {
		left, right = math.Min(left, r.x0), math.Max(right, r.x1)
		if i > 0 {
			least = math.Min(least, r.base-c[i-1].base)
		}
	}
	full := 0
	for i, r := range c {
		if r.x1 > right-2*r.size {
			full++
		}
		if i > 0 && r.base-c[i-1].base > 1.8*least {
			return 0, false
		}
	}
	return right - left, full*100 >= len(c)*45 && right-left > 6*c[0].size
}

// inRows reports whether the lines of all columns stand at the same heights, with wider gaps at the
// same places, as the rows of a table do.
func (b band) inRows() bool {
	first := b.columns[0]
	least := math.Inf(1)
	for i := 1; i < len(first); i++ {
		least = math.Min(least, first[i].base-first[i-1].base)
	}
	wider := 0
	for i := 1; i < len(first); i++ {
		if first[i].base-first[i-1].base > 1.2*least {
			wider++
		}
	}
	for _, c := range b.columns[1:] {
		if len(c) != len(first) {
			return false
		}
		for i := range c {
			if math.Abs(c[i].base-first[i].base) > 0.3*c[i].size {
				return false
			}
		}
	}
	return wider > 1
}
