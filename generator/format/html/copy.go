package html

import (
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

const (
	pageCopyReason = "同一文字在页面上的另一份"
	// copyPart is the part of a page's text from which a second copy is one: a third.
	copyPart = 3
	// copyHan is how many Han characters a copy has at least.
	copyHan = 40
)

// plain returns the text of a line or table without white space.
func (l *line) plain() string {
	if l.table != nil {
		return source.Squeeze(strings.Join(l.table.flat(), ""))
	}
	return source.Squeeze(l.text)
}

// copies finds the text that a page has twice, for the screen and for its printer, or for a box in
// which it scrolls. The second copy is marked as such; the first, where only the second is shown.
func (p *page) copies() {
	texts := make([]string, len(p.lines))
	for i := range p.lines {
		texts[i] = p.lines[i].plain()
	}
	for range 4 {
		if !p.copyOf(texts) {
			return
		}
	}
}

// copyOf marks one copy and reports whether there is one.
func (p *page) copyOf(texts []string) bool {
	twin, at, total := p.twins(texts)
	size, hidden := 0, 0
	seen := map[int]bool{} // a line that a paper repeats counts once
	for j := at; j < len(texts); j++ {
		if i := twin[j]; i >= 0 && i < at && !seen[i] {
			seen[i] = true
			size += paper.CountHan(texts[j])
			if p.lines[i].hidden && !p.lines[j].hidden {
				hidden += paper.CountHan(texts[j])
			}
		}
	}
	if size < copyHan || size*copyPart < total {
		return false
	}
	for j := at; j < len(texts); j++ {
		switch i := twin[j]; {
		case i < 0 || i >= at:
		case hidden*2 > size:
			p.lines[i].copy = true
		default:
			p.lines[j].copy = true
		}
	}
	return true
}

// twins returns for each line the first of the same text before it, or -1, the line at which a copy
// would begin, and how many Han characters the lines of text have.
func (p *page) twins(texts []string) (twin []int, at, total int) {
	first := map[string]int{}
	twin = make([]int, len(texts))
	from := -1 // where the text of the copy begins first
	at = len(texts)
	for j, text := range texts {
		twin[j] = -1
		if p.lines[j].copy || text == "" {
			continue
		}
		long := paper.CountHan(text)
		if long >= 10 && !p.lines[j].link {
			total += long
		}
		i, ok := first[text]
		if !ok {
			first[text] = j
			continue
		}
		twin[j] = i
		if long >= 4 && (from < 0 || i < from) {
			at, from = j, i
		}
	}
	return twin, at, total
}
