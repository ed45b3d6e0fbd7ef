package paper

import (
	"cmp"
	"slices"
	"strings"

	"zhengce/generator/source"
)

// Rich adds a paragraph with its account and its marks; a reason makes it noise.
func (b *Builder) Rich(l Line, reason string) {
	start := b.text.Len()
	b.Line(l.Text, reason)
	b.place(l, start, reason)
}

// place notes where the pieces and marks of a line stand that was written at start.
func (b *Builder) place(l Line, start int, reason string) {
	if b.Err != nil || len(l.Pieces)+len(l.Marks) == 0 {
		return
	}
	at := cleanedOffsets(l.Text)
	for _, p := range l.Pieces {
		e := p.Entry
		e.Span = source.Span{Start: start + at(p.Start), End: start + at(p.End)}
		switch {
		case reason != "" && e.Span.Empty(): // nothing of it can be shown
			e.Fate, e.Reason = source.LeftOut, IconReason
		case reason != "":
			e.Fate, e.Reason = source.AsNoise, reason
		}
		b.Account = append(b.Account, e)
	}
	for _, m := range l.Marks {
		s := source.Span{Start: start + at(m.Start), End: start + at(m.End)}
		if !s.Empty() {
			b.marks = append(b.marks, source.Mark{Span: s, Kind: m.Kind, Note: m.Note})
		}
	}
}

// Leave accounts for the pieces of lines that do not come into the text.
func (b *Builder) Leave(reason string, lines ...Line) {
	for _, l := range lines {
		for _, p := range l.Pieces {
			e := p.Entry
			e.Fate, e.Reason = source.LeftOut, reason
			b.Account = append(b.Account, e)
		}
	}
}

// cleanedOffsets returns where an offset of text lies once clean has been over it.
func cleanedOffsets(text string) func(int) int {
	if !strings.ContainsFunc(text, isDropped) {
		return func(i int) int { return i }
	}
	to := make([]int, 0, len(text)+1)
	n := 0
	for i, r := range text {
		for len(to) <= i {
			to = append(to, n)
		}
		if !isDropped(r) {
			n += len(string(r))
		}
	}
	return func(i int) int {
		if i >= len(to) {
			return n
		}
		return to[i]
	}
}

// isDropped reports whether the text of a file cannot hold a control character.
func isDropped(r rune) bool {
	if r == '\n' || r == '\r' || r == '\f' || r == '\v' {
		return false
	}
	return r < ' ' && r != '\t' || 0x7F <= r && r < 0xA0 && r != 0x85
}

// sortedAccount returns the account by part and place.
func (b *Builder) sortedAccount() source.Account {
	slices.SortStableFunc(b.Account, func(x, y source.Entry) int {
		return cmp.Or(cmp.Compare(x.Part, y.Part), cmp.Compare(x.At, y.At))
	})
	return b.Account
}

// SortEntries puts entries into the order of the text.
func SortEntries(all []source.Entry) {
	slices.SortStableFunc(all, func(x, y source.Entry) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
}

// joinedMarks returns the marks in the order of the text, those of one kind that touch as one.
func (b *Builder) joinedMarks() []source.Mark {
	slices.SortStableFunc(b.marks, func(x, y source.Mark) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(x.End, y.End))
	})
	last := map[source.MarkKind]int{} // place of the last of a kind, from 1
	var out []source.Mark
	for _, m := range b.marks {
		i := last[m.Kind] - 1
		switch {
		case i >= 0 && m.Start < out[i].End:
		case i >= 0 && m.Start == out[i].End && m.Note == "" && out[i].Note == "":
			out[i].End = m.End
		default:
			out = append(out, m)
			last[m.Kind] = len(out)
		}
	}
	return out
}
