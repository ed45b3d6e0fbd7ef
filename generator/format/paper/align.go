package paper

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/source"
)

// An Aligner finds the pieces of a text in it, one behind the other.
type Aligner struct {
	F       *source.File   // in whose text they are found
	Entries source.Account // of the nodes that were found
	Marks   []source.Mark  // of the pieces that were found

	at int // behind the last piece
}

// Place finds a piece. One that does not stand where it must gets no entry, so that the second
// reading of the file tells of it.
func (a *Aligner) Place(text string, nodes source.Account, marks []source.Mark) source.Span {
	at, s, ok := Match(a.F.Text, a.at, text)
	if !ok {
		return source.Span{}
	}
	a.at = at
	for _, e := range nodes {
		if e.Span = s; s.Empty() {
			e.Fate, e.Reason = source.LeftOut, IconReason
		}
		a.Entries = append(a.Entries, e)
	}
	for _, m := range marks {
		if m.Span = s; !s.Empty() {
			a.Marks = append(a.Marks, m)
		}
	}
	return s
}

// Match returns where text stands in all from at on, white space aside. Characters that the text of
// a file cannot hold, and the private ones that draw icons, may be missing there.
func Match(all string, at int, text string) (behind int, s source.Span, ok bool) {
	s = source.Span{Start: -1}
	for _, r := range text {
		if source.IsSpace(r) {
			continue
		}
		for at < len(all) {
			have, n := utf8.DecodeRuneInString(all[at:])
			if !source.IsSpace(have) {
				break
			}
			at += n
		}
		have, n := utf8.DecodeRuneInString(all[min(at, len(all)):])
		switch {
		case n > 0 && have == r:
			if s.Start < 0 {
				s.Start = at
			}
			at += n
			s.End = at
		case unicode.IsControl(r) || 0xE000 <= r && r <= 0xF8FF:
		default:
			return 0, s, false
		}
	}
	if s.Start < 0 {
		s = source.Span{Start: at, End: at}
	}
	return at, s, true
}

// JoinMarks makes one of marks of a kind that follow each other without a break, and drops what
// would overlap.
func JoinMarks(marks []source.Mark) []source.Mark {
	last := map[source.MarkKind]int{}
	var out []source.Mark
	for _, m := range marks {
		i, ok := last[m.Kind]
		switch {
		case ok && m.Note == "" && out[i].Note == "" && out[i].End == m.Start:
			out[i].End = m.End
			continue
		case ok && m.Start < out[i].End:
			continue
		}
		last[m.Kind] = len(out)
		out = append(out, m)
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

// NoteNoise gives the entries of the account whose text is noise the reason of that.
func NoteNoise(f *source.File) {
	for i := range f.Account {
		e := &f.Account[i]
		if e.Fate != source.Shown || e.Span.Empty() {
			continue
		}
		k := sort.Search(len(f.Noise), func(k int) bool { return f.Noise[k].End >= e.Span.End })
		if k < len(f.Noise) && f.Noise[k].Contains(e.Span) {
			e.Fate, e.Reason = source.AsNoise, f.Noise[k].Reason
		}
	}
}
