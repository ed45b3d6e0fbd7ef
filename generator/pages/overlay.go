package pages

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A finding is a stretch of a paper's text that links to what was found there.
type finding struct {
	source.Span
	dest  string
	title linkTitle
}

// An overlay lays findings over the text of a paper without changing a character of it.
type overlay struct {
	file     *source.File
	findings []finding // in the order of the text; none overlaps another
	notes    []note    // likewise
	marks    layer
}

// layOver returns the overlay of f that shows what was found in it.
func layOver(f *source.File, found []finding) *overlay {
	uncut := wholeMarks(f)
	found = grown(disjoint(found), uncut)
	return &overlay{file: f, findings: found, marks: newLayer(f, found, uncut)}
}

// newOverlay collects what was found in d.
func newOverlay(d *catalog.Document) *overlay {
	var found []finding
	for _, t := range tasks(d) {
		for _, m := range t.Members {
			found = append(found, finding{m.Span, file(m.Agency), doubtTitle(roleTitle(m.Role, m.Name, basis(t)), slices.Concat(t.Doubts, m.Doubts))})
		}
	}
	for _, i := range d.Indicators {
		found = append(found, finding{figure(d.Document.File, i), file(i), doubtTitle(figureLink.title(record(i)), i.Indicator.Doubts)})
	}
	for _, c := range d.Citations {
		by := citedIn(c, d)
		for _, s := range by.Mentions {
			found = append(found, finding{s, citationFile(c), doubtKind(citationLink.title(c.ID), by.Doubts)})
		}
	}
	for _, m := range d.Measures {
		found = append(found, finding{m.Section.MarkSpan, file(m), doubtKind("", m.Measure.Doubts)})
	}
	found = disjoint(append(found, announcements(d, "")...))
	found = disjoint(append(found, dueMarks(d, found)...))
	return layOver(d.Document.File, append(found, rowLinks(d, found)...))
}

// rowLinks makes the first words of each annex row that are no link yet, mostly its number, a
// link that carries the row's anchor. taken are the links that stand there, in order.
func rowLinks(d *catalog.Document, taken []finding) []finding {
	var out []finding
	rows := d.Annex
	for _, t := range d.Document.Tables {
		for _, cells := range t.Rows {
			if len(cells) == 0 {
				continue
			}
			// A row's agencies may stand in a cell merged with those above; its task never does.
			for len(rows) > 0 && rows[0].TaskSpan.Start < cells[0].Start {
				rows = rows[1:]
			}
			if len(rows) == 0 || rows[0].TaskSpan.Start >= cells[len(cells)-1].End {
				continue
			}
			out = append(out, finding{firstWords(d.Document.File, cells, taken), file(rows[0]), idLink.title(rows[0].Anchor())})
			rows = rows[1:]
		}
	}
	return out
}

// firstWords returns where the first words of a row stand that are free, up to a comma or stop;
// empty if there are none.
func firstWords(f *source.File, cells []source.Cell, taken []finding) source.Span {
	for _, cell := range cells {
		at := cell.Start
		for at < cell.End {
			free := source.Span{Start: at, End: cell.End}
			at = cell.End
			if i := slices.IndexFunc(taken, func(t finding) bool { return t.End > free.Start }); i >= 0 && taken[i].Start < cell.End {
				free.End, at = max(taken[i].Start, free.Start), taken[i].End
			}
			text := f.Slice(free)
			if i := strings.IndexAny(text, "，。；、"); i > 0 {
				free.End = free.Start + i
			}
			if words := f.Trim(free); strings.ContainsFunc(f.Slice(words), isWord) {
				return words
			}
		}
	}
	return source.Span{}
}

// isWord reports whether r is more than a mark.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// tasks returns every task of d: those of parts, of measures, then of annex rows.
func tasks(d *catalog.Document) []*catalog.Task {
	var out []*catalog.Task
	out = append(out, d.Parts...)
	for _, m := range d.Measures {
		out = append(out, m.Tasks...)
	}
	for _, r := range d.Annex {
		if r.Task != nil {
			out = append(out, r.Task)
		}
	}
	return out
}

// citedIn returns how d cites the document.
func citedIn(c *catalog.Citation, d *catalog.Document) *policy.Citation {
	for _, by := range c.By {
		if by.Document == d {
			return by.Citation
		}
	}
	return &policy.Citation{}
}

// figure returns the number of i with its unit. The words around it may carry several numbers,
// the figure belongs to one indicator alone.
func figure(f *source.File, i *catalog.Indicator) source.Span {
	s := i.Value
	if s.Empty() {
		return i.Span
	}
	if i.Unit != "" && strings.HasPrefix(f.Text[s.End:], i.Unit) {
		s.End += len(i.Unit)
	}
	return s
}

// disjoint returns the findings in the order of the text. Links cannot stand in links: of two
// that overlap the shorter stays.
func disjoint(found []finding) []finding {
	sort.SliceStable(found, func(i, j int) bool {
		if found[i].Start != found[j].Start {
			return found[i].Start < found[j].Start
		}
		return found[i].Len() < found[j].Len()
	})
	var out []finding
	for _, f := range found {
		last := len(out) - 1
		switch {
		case f.Empty():
		case last < 0 || !out[last].Overlaps(f.Span):
			out = append(out, f)
		case f.Len() < out[last].Len():
			out[last] = f
		}
	}
	return out
}

// marked returns the text at s with its marks and nothing else.
func (o *overlay) marked(s source.Span) inline {
	var b strings.Builder
	o.write(&b, s)
	return inline{b.String(), o.file.Slice(s)}
}

// write writes the text at s with its marks.
func (o *overlay) write(b *strings.Builder, s source.Span) {
	o.marks.write(b, o.file.Text, s, o.marks.in(s))
}

// text returns the text at s with its links, and the notes on it where they belong.
func (o *overlay) text(s source.Span) inline { return o.lay(s, o.notesIn(s)) }

// bare returns the text at s with its links but without notes, for a heading.
func (o *overlay) bare(s source.Span) inline { return o.lay(s, nil) }

// lay returns the text at s with its links and the given notes.
func (o *overlay) lay(s source.Span, notes []note) inline {
	var b strings.Builder
	at := s.Start
	// write goes on to the given place; the notes before limit come on the way.
	write := func(to, limit int) {
		for len(notes) > 0 && notes[0].at < limit {
			next := max(at, min(o.marks.outside(notes[0].at), to))
			o.write(&b, source.Span{Start: at, End: next})
			b.WriteString(notes[0].md())
			at, notes = next, notes[1:]
		}
		o.write(&b, source.Span{Start: at, End: to})
		at = to
	}
	first := sort.Search(len(o.findings), func(i int) bool { return o.findings[i].End > s.Start })
	for _, f := range o.findings[first:] {
		if f.Start >= s.End {
			break
		}
		part := source.Span{Start: max(f.Start, s.Start), End: min(f.End, s.End)}
		write(part.Start, part.End)
		b.WriteString("[")
		o.write(&b, part)
		b.WriteString("](" + f.dest + quoteTitle(f.title) + ")")
		at = part.End
	}
	write(s.End, s.End)
	return inline{b.String(), o.file.Squeezed(s)}
}
