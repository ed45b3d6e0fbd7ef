package duty

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A group is a stretch of text that names responsible agencies.
type group struct {
	source.Span // brackets or label included
	reading
	covers   source.Span // set where the group itself tells (由X牵头: its sentence)
	inline   bool        // a sentence that stays part of the text: it ends no stretch
	label    bool        // 责任单位：… without brackets
	deadline string      // 完成时限 stated with it
	found    string      // the rule by which it is one
}

// assignments finds the groups of every measure and what they cover: the text from the group
// before, or from the beginning of the measure.
func (f *finder) assignments() {
	for _, m := range f.measures {
		from := m.Text.Start
		for _, g := range f.groupsIn(m) {
			a := &policy.Assignment{Span: g.Span, Measure: m.ID, Covers: g.covers, Deadline: source.Squeeze(g.deadline), Found: g.found}
			if a.Covers.Empty() {
				a.Covers = f.file.Trim(source.Span{Start: min(from, g.Start), End: g.Start})
			}
			a.Covers = f.withoutFields(a.Covers)
			if a.Covers.Empty() && from == m.Text.Start && !m.HeadingSpan.Empty() {
				// a title with nothing but a group under it
				a.Covers = f.withoutFields(f.file.Trim(source.Span{Start: m.HeadingSpan.Start, End: g.Start}))
			}
			if !g.inline {
				from = f.afterStop(g.End)
			}
			if a.Agencies, a.Basis = f.roles(g.reading, g.Span); len(a.Agencies) > 0 {
				f.Assignments = append(f.Assignments, a)
			}
		}
	}
}

// withoutFields takes the fields off the end of a covered stretch that belong to its group.
func (f *finder) withoutFields(s source.Span) source.Span {
	for {
		m := lastField.FindStringIndex(f.file.Slice(s))
		if m == nil {
			return s
		}
		s = f.file.Trim(source.Span{Start: s.Start, End: s.Start + m[0]})
	}
}

// afterStop returns the offset after the punctuation that follows a group.
func (f *finder) afterStop(at int) int {
	r, n := utf8.DecodeRuneInString(f.file.Text[at:])
	if strings.ContainsRune("。；，;,", r) {
		return at + n
	}
	return at
}

// groupsIn returns the groups of a measure in the order of the text. Labels on lines that follow
// each other, 「牵头单位：…」 and 「配合单位：…」, are one group.
func (f *finder) groupsIn(m *policy.Measure) []group {
	var out []group
	for _, line := range f.withNames(f.lines(m.Text)) {
		if d := dueLine.FindStringSubmatch(f.file.Slice(line)); d != nil && len(out) > 0 {
			out[len(out)-1].deadline = d[1]
			continue
		}
		for _, g := range f.groupsInLine(line) {
			if n := len(out); n > 0 && g.label && out[n-1].label && f.onlyFields(source.Span{Start: out[n-1].End, End: g.Start}) {
				out[n-1] = joinGroups(out[n-1], g)
				continue
			}
			out = append(out, g)
		}
	}
	return out
}

// withNames joins lines that are nothing but a label, or end in the middle of a list, to the next.
func (f *finder) withNames(lines []source.Span) []source.Span {
	var out []source.Span
	for i := 0; i < len(lines); i++ {
		line := lines[i]
		for i+1 < len(lines) && f.goesOn(line, lines[i+1:]) {
			i++
			line.End = lines[i].End
		}
		out = append(out, line)
	}
	return out
}

// goesOn reports whether a line ends in the middle of a list of bodies that the lines behind it go on with.
func (f *finder) goesOn(line source.Span, behind []source.Span) bool {
	const most = 4 // lines over which a bracket is broken
	text := f.file.Slice(line)
	if bareLabel.MatchString(text) || openList.MatchString(text) {
		return true
	}
	start := openBracket(text)
	if start < 0 {
		return false
	}
	text = f.file.Text[line.Start:behind[min(most, len(behind))-1].End]
	for _, b := range bracketsIn(text) {
		if b.start == start {
			return openNames.MatchString(text[b.start:b.end])
		}
	}
	return false
}

// onlyFields reports whether s holds no more than stops and fields of other kinds.
func (f *finder) onlyFields(s source.Span) bool { return betweenLabels.MatchString(f.file.Slice(s)) }

// joinGroups makes one group of two labels; the words of a lead are kept as basis.
func joinGroups(a, b group) group {
	led := false
	for _, m := range a.members {
		led = led || m.word == policy.Lead
	}
	if !led && b.members[0].word == policy.Lead {
		a.words = b.words
	}
	a.members = append(a.members, b.members...)
	a.End = b.End
	return a
}

// lines cuts s at line breaks.
func (f *finder) lines(s source.Span) []source.Span {
	var out []source.Span
	for s.Start < s.End {
		end := strings.IndexByte(f.file.Text[s.Start:s.End], '\n')
		if end < 0 {
			end = s.Len()
		}
		if line := f.file.Trim(source.Span{Start: s.Start, End: s.Start + end}); !line.Empty() {
			out = append(out, line)
		}
		s.Start += end + 1
	}
	return out
}

// groupsInLine finds the brackets, labels and 由X牵头 sentences of one paragraph.
func (f *finder) groupsInLine(line source.Span) []group {
	text := f.file.Slice(line)
	var out []group
	at := 0
	lists := &openLabelled{f: f, text: text, at: line.Start}
	for _, b := range bracketsIn(text) {
		if g, ok := f.bracketGroup(f.bracketAt(lists, b, at)); ok {
			out = append(append(out, f.prose(line, at, b.start)...), g)
			at = b.end
		}
	}
	return sortGroups(append(out, f.prose(line, at, len(text))...))
}

// sortGroups orders groups by their place; of two that overlap the first stays.
func sortGroups(gs []group) []group {
	var out []group
	for _, g := range gs {
		i := len(out)
		for i > 0 && out[i-1].Start > g.Start {
			i--
		}
		if i > 0 && out[i-1].Overlaps(g.Span) || i < len(out) && out[i].Overlaps(g.Span) {
			continue
		}
		out = append(out[:i], append([]group{g}, out[i:]...)...)
	}
	return out
}
