package document

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
)

// box is a 专栏, which keeps numbers of its own.
var box = pattern.MustCompile(`^专栏\s*[0-9０-９一二三四五六七八九十]{0,3}`)

// A boxEntry is a numbered line of a 专栏.
type boxEntry struct {
	n        int
	sentence bool // it holds one, as the items of the text do
}

// box notes a line that begins or belongs to a 专栏; m is the number before it, if one stands there.
func (o *outliner) box(m numeral.Mark, text string) {
	if box.MatchString(text) {
		o.inBox, o.inside = true, map[numeral.Style]boxEntry{}
	} else if o.inBox && m.N > 0 {
		e := boxEntry{m.N, strings.Contains(text, "。")}
		for _, more := range marksIn(text) {
			if more.mark.Style == m.Style && more.mark.N == e.n+1 {
				e.n++ // 「1.城东热源厂。2.城西热源厂。」
			}
		}
		o.inside[m.Style] = e
	}
}

// leavesBox reports whether a number behind a 专栏 goes on with the outline: it is the next of an
// open section, or the next of the whole body above them all, and not that of a list like it in the box.
func (o *outliner) leavesBox(m numeral.Mark, text string) bool {
	if e := o.inside[m.Style]; m.N > 1 && m.N == e.n+1 && strings.Contains(text, "。") == e.sentence {
		return false
	}
	for _, s := range o.open {
		if s.Mark.Style == m.Style {
			return m.N == s.Mark.N+1
		}
	}
	return len(o.open) == 0 || rank[m.Style] < rank[o.open[0].Mark.Style] || m.N == o.running[m.Style]+1 && m.N > 1
}
