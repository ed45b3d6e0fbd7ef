package format

import (
	"slices"
	"strings"

	"zhengce/generator/source"
)

// A piece is a stretch of a line with the node of the file that it comes from.
type piece struct {
	start, end int
	entry      source.Entry
}

// A lineMark is a stretch of a line that is set in a way of its own.
type lineMark struct {
	start, end int
	kind       source.MarkKind
	note       string
}

// A richLine is a line of text that knows where its characters come from. Its pieces and marks lie
// within it; a piece may be empty.
type richLine struct {
	text   string
	pieces []piece
	marks  []lineMark
}

// A richText is a text that grows, line breaks as \n.
type richText struct {
	b      strings.Builder
	pieces []piece
	marks  []lineMark
}

// add adds s, which came from the entries, with its marks.
func (t *richText) add(s string, marks []lineMark, entries ...source.Entry) {
	start := t.b.Len()
	t.b.WriteString(s)
	end := t.b.Len()
	for _, e := range entries {
		t.pieces = append(t.pieces, piece{start, end, e})
	}
	for _, m := range marks {
		if end > start {
			t.marks = append(t.marks, lineMark{start, end, m.kind, m.note})
		}
	}
}

// append adds a line as it is.
func (t *richText) append(l richLine) {
	l = l.shift(t.b.Len())
	t.b.WriteString(l.text)
	t.pieces = append(t.pieces, l.pieces...)
	t.marks = append(t.marks, l.marks...)
}

// line returns the text so far as one line, whatever breaks it holds.
func (t *richText) line() richLine { return richLine{t.b.String(), t.pieces, t.marks} }

func (t *richText) blank() bool { return strings.TrimSpace(t.b.String()) == "" }

// shift returns the line with its pieces and marks n bytes further on.
func (l richLine) shift(n int) richLine {
	out := richLine{text: l.text, pieces: make([]piece, len(l.pieces)), marks: make([]lineMark, len(l.marks))}
	for i, p := range l.pieces {
		out.pieces[i] = piece{p.start + n, p.end + n, p.entry}
	}
	for i, m := range l.marks {
		out.marks[i] = lineMark{m.start + n, m.end + n, m.kind, m.note}
	}
	return out
}

// behind returns the line with a text before it.
func (l richLine) behind(text string) richLine {
	if text == "" {
		return l
	}
	l = l.shift(len(text))
	l.text = text + l.text
	return l
}

// trimmed returns the line without the white space before it.
func (l richLine) trimmed() richLine {
	n := len(l.text) - len(strings.TrimLeft(l.text, " \t\u00A0\u3000"))
	if n == 0 {
		return l
	}
	out := l.shift(-n)
	out.text = l.text[n:]
	for i := range out.pieces {
		out.pieces[i].start, out.pieces[i].end = max(0, out.pieces[i].start), max(0, out.pieces[i].end)
	}
	for i := range out.marks {
		out.marks[i].start, out.marks[i].end = max(0, out.marks[i].start), max(0, out.marks[i].end)
	}
	return out
}

// split cuts the text at its line breaks; no piece reaches over one.
func (l richLine) split() []richLine {
	if !strings.Contains(l.text, "\n") {
		return []richLine{l}
	}
	var out []richLine
	start, p, m := 0, 0, 0
	slices.SortStableFunc(l.pieces, func(a, b piece) int { return a.start - b.start })
	for i, text := range strings.Split(l.text, "\n") {
		if i > 0 {
			start++
		}
		end := start + len(text)
		one := richLine{text: text}
		for ; p < len(l.pieces) && l.pieces[p].start <= end; p++ {
			one.pieces = append(one.pieces, piece{max(0, l.pieces[p].start-start), min(l.pieces[p].end, end) - start, l.pieces[p].entry})
		}
		for ; m < len(l.marks) && l.marks[m].start < end; m++ {
			k := l.marks[m]
			one.marks = append(one.marks, lineMark{max(0, k.start-start), min(k.end, end) - start, k.kind, k.note})
		}
		out = append(out, one)
		start = end
	}
	return out
}

// joinLines returns the lines as one, with sep between them.
func joinLines(lines []richLine, sep string) richLine {
	var t richText
	for i, l := range lines {
		if i > 0 {
			t.b.WriteString(sep)
		}
		t.append(l)
	}
	return t.line()
}
