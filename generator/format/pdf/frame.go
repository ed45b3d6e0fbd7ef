package pdf

import (
	"math"
	"regexp"
	"sort"
)

// A frame is where the lines of running text begin and end, how large its writing is, and how far apart most lines are.
type frame struct{ left, right, size, pitch float64 }

// opens reports whether a paragraph begins with r, given the line before it.
func (w *writer) opens(last, r *row) bool {
	f, g := w.frames[r.column], w.frames[last.column]
	em := math.Min(r.size, last.size)
	end := last.glyphs[len(last.glyphs)-1].text
	apart := r.page == last.page && r.column == last.column && r.base-last.base > 1.5*f.pitch
	switch {
	case r.alone || last.alone: // rows of a table
		return true
	case r.size > 1.4*f.size: // each line of a letterhead or large title
		return true
	case math.Abs(r.size-last.size) > 0.2*em:
		return true
	case r.x0 > f.left+1.1*em:
		return true
	case (apart || marked(r)) && sentenceEnd.MatchString(end):
		return true
	case last.x1 >= g.right-1.8*em, midSentence.MatchString(end) && !apart:
		return false
	}
	// where lines end unevenly, a long one without the end of a sentence goes on in one that is not indented
	return !w.indented || last.x1 < g.left+0.8*(g.right-g.left) || sentenceEnd.MatchString(end)
}

// sentenceEnd is what a paragraph or heading ends with, and no line in the middle of one.
var sentenceEnd = regexp.MustCompile(`[。！？：；.!?:;]$`)

// midSentence is what no paragraph or heading ends with.
var midSentence = regexp.MustCompile(`[，、]$`)

// pageFrames returns the frames of the lines, for each column.
func pageFrames(sheets []sheet) map[string]frame {
	rows := map[string][]*row{}
	widths := map[string]float64{}
	for _, s := range sheets {
		for _, it := range s.items {
			if it.row != nil {
				rows[it.row.column] = append(rows[it.row.column], it.row)
			}
		}
		widths[s.column()] = s.width
	}
	out := map[string]frame{}
	for key, all := range rows {
		out[key] = frameOf(all, widths[key])
	}
	return out
}

// frameOf returns the frame of lines: the leftmost place where at least one in eight begins, the place
// that one in ten reaches or passes, and the median size and distance. Of few lines none may be full; the margins
// of their page, whose width is given, are taken to be alike.
func frameOf(rows []*row, width float64) frame {
	var starts, ends, sizes, steps []float64
	for i, r := range rows {
		if i > 0 && r.page == rows[i-1].page && r.base > rows[i-1].base {
			steps = append(steps, r.base-rows[i-1].base)
		}
		starts, ends, sizes = append(starts, r.x0), append(ends, r.x1), append(sizes, r.size)
	}
	sort.Float64s(starts)
	sort.Float64s(ends)
	left := starts[0]
	for i, n := 0, max(1, len(starts)/8); i+n <= len(starts); i++ {
		if starts[i+n-1]-starts[i] < 6 {
			left = starts[i]
			break
		}
	}
	right := ends[len(ends)*9/10]
	if len(rows) < 10 {
		right = math.Max(right, width-left)
	}
	return frame{left, right, median(sizes), median(steps)}
}
