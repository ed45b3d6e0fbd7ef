package source

import (
	"slices"
	"sort"
	"strings"
)

// raised and lowered are the characters that Unicode has in a small form, with it. Compatibility forms (NFKC) lead back
// from each, so a search for m2 finds m².
var (
	raised  = forms("0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾nⁿ")
	lowered = forms("0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎")
)

// forms reads pairs of a character and its form.
func forms(pairs string) map[rune]rune {
	out := map[rune]rune{}
	var key rune
	for _, r := range pairs {
		if key == 0 {
			key = r
			continue
		}
		out[key], key = r, 0
	}
	return out
}

// Raised returns the text at s for places that show plain characters only: superscripts and subscripts stand in the
// forms that Unicode has for them, 10⁵ and CO₂. A mark with a character that has none stays as the text has it.
func (f *File) Raised(s Span) string {
	marks := f.MarksIn(s)
	if len(marks) == 0 {
		return f.Slice(s)
	}
	var b strings.Builder
	at := s.Start
	for _, m := range marks {
		small := map[MarkKind]map[rune]rune{Superscript: raised, Subscript: lowered}[m.Kind]
		if small == nil || m.Start < at || m.End > s.End {
			continue
		}
		text := f.Slice(m.Span)
		if strings.ContainsFunc(text, func(r rune) bool { return small[r] == 0 }) {
			continue
		}
		b.WriteString(f.Text[at:m.Start])
		for _, r := range text {
			b.WriteRune(small[r])
		}
		at = m.End
	}
	b.WriteString(f.Text[at:s.End])
	return b.String()
}

// Written returns text, which is what stands at s without white space, with its superscripts and subscripts in small
// forms; text that is not from there stays.
func (f *File) Written(s Span, text string) string {
	if text == "" || f.Squeezed(s) != text {
		return text
	}
	return Squeeze(f.Raised(s))
}

// MarksIn returns the marks that touch s, in the order of the text.
func (f *File) MarksIn(s Span) []Mark {
	if len(f.Marks) == 0 {
		return nil
	}
	if len(f.reach) != len(f.Marks) {
		f.indexMarks()
	}
	var out []Mark
	for i := sort.Search(len(f.reach), func(i int) bool { return f.reach[i] > s.Start }); i < len(f.marks) && f.marks[i].Start < s.End; i++ {
		if f.Holds(f.marks[i].Span) && f.marks[i].Overlaps(s) {
			out = append(out, f.marks[i])
		}
	}
	return out
}

// indexMarks puts the marks in order and notes how far those up to each reach.
func (f *File) indexMarks() {
	f.marks, f.reach = slices.Clone(f.Marks), nil
	sort.SliceStable(f.marks, func(i, j int) bool { return f.marks[i].Start < f.marks[j].Start })
	end := 0
	for _, m := range f.marks {
		end = max(end, m.End)
		f.reach = append(f.reach, end)
	}
}
