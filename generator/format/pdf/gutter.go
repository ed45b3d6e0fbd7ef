package pdf

import (
	"math"
	"strings"

	"zhengce/generator/numeral"
)

// flowing reports whether the columns are running text whatever their widths, though no paragraph of it is indented: the
// lines of each go on in the middle of sentences, and their paragraphs begin at heights of their own, as the cells in a
// row of a table do not.
func (b band) flowing() bool {
	starts := make([][]float64, len(b.columns))
	for i, c := range b.columns {
		if !running(c) {
			return false
		}
		starts[i] = paragraphStarts(c)
	}
	for _, other := range starts[1:] {
		shared := 0
		for _, y := range other {
			for _, x := range starts[0] {
				if math.Abs(x-y) < 0.3*b.columns[0][0].size {
					shared++
				}
			}
		}
		if shared > 0 && shared*4 >= 3*min(len(starts[0]), len(other)) {
			return false
		}
	}
	return true
}

// ends reports whether the columns may be the last of those of the page before: the lines of each but the last go on in
// the next, and the last is too short to tell.
func (b band) ends() bool {
	n := len(b.columns) - 1
	for n > 0 && len(b.columns[n]) == 0 {
		n--
	}
	for _, c := range b.columns[:n] {
		if len(c) < fewestRows || ofValues(c) || !running(c) {
			return false
		}
	}
	last, first := b.columns[n], b.columns[0]
	return n > 0 && len(last) < columnRows && math.Abs(last[0].base-first[0].base) < first[0].size && paragraphStarts(last) == nil
}

// running reports whether most lines of a column go on in the next one in the middle of a sentence.
func running(c []row) bool {
	m := measuresOf(c)
	if m.right-m.left <= 6*c[0].size || !m.evenly(c) {
		return false
	}
	goes, marks := 0, 0
	for i := range c {
		if strings.ContainsAny(c[i].text(), "，。；") {
			marks++
		}
		if i+1 < len(c) && m.goesOn(c, i) {
			goes++
		}
	}
	return (goes > 2 && goes*2 >= len(c)-1 || goes == len(c)-1) && marks*4 >= len(c)
}

// paragraphStarts returns the heights at which paragraphs of a column begin, but the first.
func paragraphStarts(c []row) []float64 {
	m := measuresOf(c)
	var out []float64
	for i := range c[:len(c)-1] {
		if next := &c[i+1]; c[i].x1 <= m.right-2*c[i].size || next.base-c[i].base > 1.3*m.pitch || next.x0 > m.left+1.1*next.size || marked(next) {
			out = append(out, next.base)
		}
	}
	return out
}

func marked(r *row) bool {
	_, n := numeral.ReadMark(r.text())
	return n > 0
}

// measures are the sides of a column and the distance of its lines.
type measures struct{ left, right, pitch float64 }

func measuresOf(c []row) measures {
	m := measures{math.Inf(1), math.Inf(-1), math.Inf(1)}
	for i, r := range c {
		m.left, m.right = math.Min(m.left, r.x0), math.Max(m.right, r.x1)
		if i > 0 {
			m.pitch = math.Min(m.pitch, r.base-c[i-1].base)
		}
	}
	return m
}

// goesOn reports whether line i is full and ends in the middle of a sentence, which the next one goes on with.
func (m measures) goesOn(c []row, i int) bool {
	last, next := &c[i], &c[i+1]
	return last.x1 > m.right-2*last.size && next.base-last.base <= 1.3*m.pitch && next.x0 < m.left+1.1*next.size &&
		!sentenceEnd.MatchString(last.glyphs[len(last.glyphs)-1].text) && !marked(next)
}

// evenly reports whether the lines of a column stand as near to each other as lines do, or as far apart as
// paragraphs, and those all alike; a cell of a table leaves as much room as the longest of its row needs.
func (m measures) evenly(c []row) bool {
	apart := 0.0
	for i := 1; i < len(c); i++ {
		d := c[i].base - c[i-1].base
		if d <= 1.3*m.pitch {
			continue
		}
		if apart == 0 {
			apart = d
		}
		if d > 2.6*m.pitch || math.Abs(d-apart) > 0.3*m.pitch {
			return false
		}
	}
	return true
}
