package ofd

import (
	"math"
	"regexp"
	"sort"
)

// A frame is where the lines of running text begin and end, how large its writing is, and how far
// its lines stand apart.
type frame struct{ left, right, size, pitch float64 }

// indented begins a line that is set in by blanks.
var indented = regexp.MustCompile(`^(?:\x{3000}|  )`)

// opens reports whether a paragraph begins with r, given the line before it.
func (f frame) opens(last, r *row) bool {
	em := math.Min(r.size, last.size)
	left, before := f.left, f.right
	if r.right > 0 {
		left = r.left
	}
	if last.right > 0 {
		before = last.right
	}
	switch {
	case r.apart(f) || last.apart(f) || math.Abs(r.size-last.size) > 0.2*em:
		return true
	case r.x0 <= last.x0+0.5*em && r.goesOn(last):
		return false
	case r.x0 > left+1.1*em || indented.MatchString(r.text()):
		return true
	case r.page == last.page && f.pitch > 0 && r.y0 > last.y0+1.8*math.Max(f.pitch, em):
		return true
	}
	return last.x1 < before-1.8*em
}

// apart reports whether a line is a paragraph of its own: turned, a row of a table, or a line of a
// letterhead or large title.
func (r *row) apart(f frame) bool { return r.alone || r.gaps > 1 || r.size > 1.4*f.size }

// goesOn reports whether r begins with what the file has behind the end of last in one TextCode.
func (r *row) goesOn(last *row) bool {
	a, b := last.pieces[len(last.pieces)-1], r.pieces[0]
	return a.part == b.part && a.code == b.code && a.at < b.at
}

// frameOf returns the frame of the lines: the leftmost place where at least one line in eight
// begins, the place that one in ten reaches or passes, the median size and distance.
func frameOf(rows []row) frame {
	var starts, ends, sizes, ways []float64
	for i, r := range rows {
		if r.reason != "" || r.table != nil || len(r.pieces) == 0 {
			continue
		}
		starts, ends, sizes = append(starts, r.x0), append(ends, r.x1), append(sizes, r.size)
		if i > 0 && rows[i-1].page == r.page && r.y0 > rows[i-1].y0 {
			ways = append(ways, r.y0-rows[i-1].y0)
		}
	}
	if len(starts) == 0 {
		return frame{}
	}
	for _, list := range [][]float64{starts, ends, sizes, ways} {
		sort.Float64s(list)
	}
	f := frame{left: starts[0], right: ends[len(ends)*9/10], size: sizes[len(sizes)/2]}
	for i, n := 0, max(1, len(starts)/8); i+n <= len(starts); i++ {
		if starts[i+n-1]-starts[i] < 2 {
			f.left = starts[i]
			break
		}
	}
	if len(ways) > 0 {
		f.pitch = ways[len(ways)/2]
	}
	return f
}

// widen moves the end of the lines to where the margin on the right is that on the left, if all of
// them end far before it: then none fills its line.
func (f *frame) widen(pages []*page) {
	if len(pages) == 0 {
		return
	}
	if box := pages[0].box; box[2] > 0 && f.right-box[0] < 0.85*box[2]-(f.left-box[0]) {
		f.right = 2*box[0] + box[2] - f.left
	}
}
