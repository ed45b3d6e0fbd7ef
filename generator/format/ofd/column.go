package ofd

import (
	"math"
	"strings"

	"zhengce/generator/format/paper"
)

// columns puts the lines of pages that are set in columns into the order of reading: each column from
// its top to its foot.
func columns(rows []row, depth int) []row {
	x, from, to := gutter(rows)
	if from == to || depth > 8 {
		return rows
	}
	var left, right []piece
	for _, r := range rows[from:to] {
		for _, c := range r.pieces {
			if (c.x0+c.x1)/2 < x {
				left = append(left, c)
			} else {
				right = append(right, c)
			}
		}
	}
	out := columns(rows[:from:from], depth+1)
	for _, side := range [][]piece{left, right} {
		side := columns(rowsOf(side), depth+1)
		x0, x1 := math.Inf(1), math.Inf(-1)
		for _, r := range side {
			x0, x1 = math.Min(x0, r.x0), math.Max(x1, r.x1)
		}
		for i := range side {
			if side[i].right == 0 {
				side[i].left, side[i].right = x0, x1
			}
		}
		out = append(out, side...)
	}
	return append(out, columns(rows[to:], depth+1)...)
}

// gutter finds the blank strip between two columns: a place that the lines from one to another leave free,
// four at least with text on both sides, or three that go on in the middle of sentences, and that the left ones mostly reach, as a table's cells do not.
func gutter(rows []row) (x float64, from, to int) {
	best := 0
	tried := map[int]bool{}
	for i, r := range rows {
		for k := 1; k < len(r.pieces); k++ {
			a, b := r.pieces[k-1], r.pieces[k]
			at := (a.x1 + b.x0) / 2
			if b.x0-a.x1 < 1.2*b.size || tried[int(at)] {
				continue
			}
			tried[int(at)] = true
			lo, hi := i, i+1
			for lo > 0 && !rows[lo-1].crosses(at) {
				lo--
			}
			for hi < len(rows) && !rows[hi].crosses(at) {
				hi++
			}
			if n := bothSides(rows[lo:hi], at); n > best && !inCells(rows[lo:hi]) {
				best, x, from, to = n, at, lo, hi
			}
		}
		if len(tried) > 60 {
			break
		}
	}
	return x, from, to
}

func (r *row) crosses(x float64) bool {
	for _, c := range r.pieces {
		if c.x0 < x-0.1 && c.x1 > x+0.1 {
			return true
		}
	}
	return false
}

// bothSides returns how many lines have text on both sides of x, or 0 if the sides are no columns.
func bothSides(rows []row, x float64) int {
	var ends []float64
	starts, both, size, wide := 0, 0, 0.0, math.Inf(1)
	first := math.Inf(1)
	for _, r := range rows {
		end, start, sides := math.Inf(-1), math.Inf(1), 0
		for _, c := range r.pieces {
			if c.x1 <= x+0.1 {
				end, sides = math.Max(end, c.x1), sides|1
				wide = math.Min(wide, c.x0)
			} else {
				start, sides = math.Min(start, c.x0), sides|2
			}
		}
		size = math.Max(size, r.size)
		if sides&1 != 0 {
			ends = append(ends, end)
		}
		if sides&2 != 0 {
			first = math.Min(first, start)
			starts++
		}
		if sides == 3 {
			both++
		}
	}
	full, last := 0, math.Inf(-1)
	for _, e := range ends {
		last = math.Max(last, e)
	}
	for _, e := range ends {
		if e > last-1.5*size {
			full++
		}
	}
	if few(rows, x, both) || full*2 < len(ends) || last-wide < 8*size || first-last < size {
		return 0
	}
	return both
}

// few reports whether too few lines have text on both sides of x to tell.
func few(rows []row, x float64, both int) bool { return both < 3 || both == 3 && !flows(rows, x) }

// flows reports whether each of the lines, but the last, ends in the middle of a sentence on both sides of x.
func flows(rows []row, x float64) bool {
	sentence := [2]bool{}
	for i, r := range rows {
		var text [2]string
		for _, c := range r.pieces {
			side := 0
			if c.x1 > x+0.1 {
				side = 1
			}
			text[side] += strings.TrimSpace(c.text)
		}
		for side, t := range text {
			sentence[side] = sentence[side] || strings.ContainsAny(t, "，。；")
			if i+1 < len(rows) && (t == "" || strings.ContainsRune("。；：！？", paper.LastRune(t))) {
				return false
			}
		}
	}
	return sentence[0] && sentence[1]
}
