package clock

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/words"
)

var (
	closingStarts = words.Of("closing-starts")
	closingOrders = words.Of("closing-orders")
)

// closes returns where in the paragraph b the closing words of its paper begin, which the outline has in the last unit; -1
// where they do not. They stand behind the group of bodies of that unit, or in a paragraph of their own.
func (f *finder) closes(b *document.Block) int {
	if b.Section == nil || !f.ending(b.Section) {
		return -1
	}
	from := -1
	if !b.Opens && f.hasText(b.Section, b) {
		from = b.Start
	}
	for _, a := range f.groups[f.unit(b.Section)] {
		if b.Start <= a.End && a.End < b.End && a.Covers.End <= a.Start {
			from = a.End
		}
	}
	if from < 0 {
		return -1
	}
	l := f.line(b.Span)
	at := l.at(from)
	s := strings.TrimLeft(l.s[at:], "。;")
	first, _, _ := strings.Cut(s, "。")
	if words.Prefix(s, closingStarts) != "" || strings.HasPrefix(s, "各") && words.In(first, closingOrders) || strings.HasPrefix(s, "本") && words.In(first, allTasks) {
		return at
	}
	return -1
}

// ending reports whether s is the last section of its paper, down to the innermost.
func (f *finder) ending(s *document.Section) bool {
	return len(s.Body.Sections) > 0 && lastOf(s.Body.Sections) == s && !s.Body.Annex
}

// hasText reports whether a paragraph of s with words of its own stands before b.
func (f *finder) hasText(s *document.Section, b *document.Block) bool {
	for _, x := range s.Blocks {
		if x == b {
			return false
		}
		if x.Kind != document.Heading || strings.HasSuffix(f.doc.File.Slice(x.Span), "。") {
			return true
		}
	}
	return true
}
