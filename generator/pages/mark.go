package pages

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhengce/generator/catalog"
	"zhengce/generator/source"
)

// A layer holds the marks of a paper as a writer lays them over the text: in its order, the longer first. None
// reaches over the border of a block, a finding or a mark that cannot be cut.
type layer struct {
	marks []source.Mark
	reach []int // the furthest end of the marks up to each
}

// whole are the marks that have a reading of their own and so stand whole or not at all.
func whole(m source.Mark) bool { return m.Kind == source.Formula || m.Kind == source.Ruby }

// wholeMarks returns the marks of f that cannot be cut, in its order; of two that overlap the first stays.
func wholeMarks(f *source.File) []source.Mark {
	var all, out []source.Mark
	for _, m := range f.Marks {
		if whole(m) && f.Holds(m.Span) && markTitle(m) != "" {
			all = append(all, m)
		}
	}
	sortMarks(all)
	for _, m := range all {
		if len(out) == 0 || !out[len(out)-1].Overlaps(m.Span) {
			out = append(out, m)
		}
	}
	return out
}

// grown returns the findings with each that touches a mark which cannot be cut taking in all of it.
func grown(found []finding, marks []source.Mark) []finding {
	if len(marks) == 0 {
		return found
	}
	for i := range found {
		f := &found[i]
		from := sort.Search(len(marks), func(k int) bool { return marks[k].End > f.Start })
		for _, m := range marks[from:] {
			if !m.Overlaps(f.Span) {
				break
			}
			f.Start, f.End = min(f.Start, m.Start), max(f.End, m.End)
		}
	}
	return disjoint(found)
}

// newLayer cuts the marks of f where they cross the borders of blocks, of found and of marks that cannot be cut.
func newLayer(f *source.File, found []finding, uncut []source.Mark) layer {
	if len(f.Marks) == 0 {
		return layer{}
	}
	var cuts []int
	for _, b := range f.Blocks {
		cuts = append(cuts, b.Start, b.End)
	}
	for _, x := range found {
		cuts = append(cuts, x.Start, x.End)
	}
	for _, m := range uncut {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	l := layer{marks: slices.Clone(uncut)}
	for _, m := range f.Marks {
		if !whole(m) && f.Holds(m.Span) && markTitle(m) != "" {
			l.marks = append(l.marks, pieces(f, m, cuts)...)
		}
	}
	sortMarks(l.marks)
	for _, m := range l.marks {
		end := m.End
		if n := len(l.reach); n > 0 {
			end = max(end, l.reach[n-1])
		}
		l.reach = append(l.reach, end)
	}
	return l
}

// pieces cuts a mark at the given places, which are in order, and leaves out what holds no text.
func pieces(f *source.File, m source.Mark, cuts []int) []source.Mark {
	var out []source.Mark
	for i := sort.SearchInts(cuts, m.Start+1); m.Start < m.End; i++ {
		part := m
		if i < len(cuts) {
			part.End = min(m.End, cuts[i])
		}
		m.Start = part.End
		if part.Span = f.Trim(part.Span); !part.Empty() {
			out = append(out, part)
		}
	}
	return out
}

func sortMarks(marks []source.Mark) {
	sort.SliceStable(marks, func(i, j int) bool {
		if marks[i].Start != marks[j].Start {
			return marks[i].Start < marks[j].Start
		}
		return marks[i].End > marks[j].End
	})
}

// in returns the marks from the first on that reaches into s.
func (l layer) in(s source.Span) []source.Mark {
	return l.marks[sort.Search(len(l.marks), func(i int) bool { return l.reach[i] > s.Start }):]
}

// outside returns at, or the beginning of the mark that cannot be cut and holds it inside.
func (l layer) outside(at int) int {
	for _, m := range l.in(source.Span{Start: at}) {
		if m.Start >= at {
			break
		}
		if whole(m) && at < m.End {
			return m.Start
		}
	}
	return at
}

// write writes the text at s with the marks, which are in order, as images: unlike links these may stand in links
// and in each other.
func (l layer) write(b *strings.Builder, text string, s source.Span, marks []source.Mark) {
	at := s.Start
	for i, m := range marks {
		if m.Start >= s.End {
			break
		}
		part := source.Span{Start: max(m.Start, at), End: min(m.End, s.End)}
		if part.Empty() || whole(m) && part != m.Span {
			continue
		}
		b.WriteString(escapeSpan(text, source.Span{Start: at, End: part.Start}) + "![")
		if m.Kind == source.Formula {
			b.WriteString(escapeSpan(text, part))
		} else {
			l.write(b, text, part, marks[i+1:])
		}
		b.WriteString("](#" + quoteTitle(markTitle(m)) + ")")
		at = part.End
	}
	b.WriteString(escapeSpan(text, source.Span{Start: at, End: s.End}))
}

// words returns text, which is what stands at s in f without white space, with the marks of s.
func words(f *source.File, s source.Span, text string) inline {
	marks := f.MarksIn(s)
	if len(marks) == 0 || f.Squeezed(s) != text {
		return plain(text)
	}
	o := layOver(&source.File{Text: f.Text, Marks: marks}, nil)
	return inline{o.marked(s).md, source.Squeeze(f.Raised(s))}
}

// taskWords returns the text of a task.
func taskWords(t *catalog.Task) inline { return words(t.Document.Facts.Document.File, t.Span, t.Text) }

// taskPieces returns a function that returns the text of t piece by piece, each with its marks: of the pieces that it is
// called with, one after the other, the text consists.
func taskPieces(t *catalog.Task) func(string) inline {
	f := t.Document.Facts.Document.File
	if len(f.MarksIn(t.Span)) == 0 || f.Squeezed(t.Span) != t.Text {
		return plain
	}
	o := layOver(&source.File{Text: f.Text, Marks: f.MarksIn(t.Span)}, nil)
	at := t.Span.Start
	return func(text string) inline {
		rest := source.Trim(f.Text, source.Span{Start: at, End: t.Span.End})
		end := rest.Start
		for n := len(text); n > 0 && end < rest.End; {
			r, size := utf8.DecodeRuneInString(f.Text[end:])
			if end += size; !source.IsSpace(r) {
				n -= size
			}
		}
		at = end
		piece := source.Span{Start: rest.Start, End: end}
		return inline{o.marked(piece).md, source.Squeeze(f.Raised(piece))}
	}
}

// quoteWords returns the words that set i.
func quoteWords(i *catalog.Indicator) inline {
	return words(i.Document.Facts.Document.File, i.Span, i.Quote)
}
