package paper

import (
	"slices"
	"strings"

	"zhengce/generator/source"
)

// A Piece is a stretch of a line with the node of the file that it comes from.
type Piece struct {
	Start, End int          // in the line
	Entry      source.Entry // what became of the node
}

// A Mark is a stretch of a line that is set in a way of its own.
type Mark struct {
	Start, End int // in the line
	Kind       source.MarkKind
	Note       string // what [source.Mark] notes
}

// A Line is a line of text that knows where its characters come from. Its pieces and marks lie
// within it; a piece may be empty.
type Line struct {
	Text   string  // without line breaks, unless it is to be split
	Pieces []Piece // where its characters come from
	Marks  []Mark  // how they are set
}

// Of returns a line whose text comes from one node.
func Of(text string, e source.Entry) Line {
	return Line{Text: text, Pieces: []Piece{{0, len(text), e}}}
}

// Mark sets the whole line in a way of its own.
func (l *Line) Mark(kind source.MarkKind, note string) {
	l.Marks = append(l.Marks, Mark{0, len(l.Text), kind, note})
}

// A Text is a text that grows, line breaks as \n.
type Text struct {
	Pieces []Piece // where its characters come from
	Marks  []Mark  // how they are set

	b strings.Builder
}

// Add adds s, which came from the entries, with its marks.
func (t *Text) Add(s string, marks []Mark, entries ...source.Entry) {
	start := t.b.Len()
	t.b.WriteString(s)
	end := t.b.Len()
	for _, e := range entries {
		t.Pieces = append(t.Pieces, Piece{start, end, e})
	}
	for _, m := range marks {
		if end > start {
			t.Marks = append(t.Marks, Mark{start, end, m.Kind, m.Note})
		}
	}
}

// Append adds a line as it is.
func (t *Text) Append(l Line) {
	l = l.shift(t.b.Len())
	t.b.WriteString(l.Text)
	t.Pieces = append(t.Pieces, l.Pieces...)
	t.Marks = append(t.Marks, l.Marks...)
}

// Line returns the text so far as one line, whatever breaks it holds.
func (t *Text) Line() Line { return Line{t.b.String(), t.Pieces, t.Marks} }

// Len returns the length of the text so far.
func (t *Text) Len() int { return t.b.Len() }

// String returns the text so far.
func (t *Text) String() string { return t.b.String() }

// Blank reports whether the text is white space alone.
func (t *Text) Blank() bool { return strings.TrimSpace(t.b.String()) == "" }

// shift returns the line with its pieces and marks n bytes further on.
func (l Line) shift(n int) Line {
	out := Line{Text: l.Text, Pieces: make([]Piece, len(l.Pieces)), Marks: make([]Mark, len(l.Marks))}
	for i, p := range l.Pieces {
		out.Pieces[i] = Piece{p.Start + n, p.End + n, p.Entry}
	}
	for i, m := range l.Marks {
		out.Marks[i] = Mark{m.Start + n, m.End + n, m.Kind, m.Note}
	}
	return out
}

// Behind returns the line with a text before it.
func (l Line) Behind(text string) Line {
	if text == "" {
		return l
	}
	l = l.shift(len(text))
	l.Text = text + l.Text
	return l
}

// Trimmed returns the line without the white space before it.
func (l Line) Trimmed() Line {
	n := len(l.Text) - len(strings.TrimLeft(l.Text, " \t\u00A0\u3000"))
	if n == 0 {
		return l
	}
	out := l.shift(-n)
	out.Text = l.Text[n:]
	for i := range out.Pieces {
		out.Pieces[i].Start, out.Pieces[i].End = max(0, out.Pieces[i].Start), max(0, out.Pieces[i].End)
	}
	for i := range out.Marks {
		out.Marks[i].Start, out.Marks[i].End = max(0, out.Marks[i].Start), max(0, out.Marks[i].End)
	}
	return out
}

// Split cuts the text at its line breaks; no piece reaches over one.
func (l Line) Split() []Line {
	if !strings.Contains(l.Text, "\n") {
		return []Line{l}
	}
	var out []Line
	start, p, m := 0, 0, 0
	slices.SortStableFunc(l.Pieces, func(a, b Piece) int { return a.Start - b.Start })
	for i, text := range strings.Split(l.Text, "\n") {
		if i > 0 {
			start++
		}
		end := start + len(text)
		one := Line{Text: text}
		for ; p < len(l.Pieces) && l.Pieces[p].Start <= end; p++ {
			one.Pieces = append(one.Pieces, Piece{max(0, l.Pieces[p].Start-start), min(l.Pieces[p].End, end) - start, l.Pieces[p].Entry})
		}
		for ; m < len(l.Marks) && l.Marks[m].Start < end; m++ {
			k := l.Marks[m]
			one.Marks = append(one.Marks, Mark{max(0, k.Start-start), min(k.End, end) - start, k.Kind, k.Note})
		}
		out = append(out, one)
		start = end
	}
	return out
}

// Join returns the lines as one, with sep between them.
func Join(lines []Line, sep string) Line {
	var t Text
	for i, l := range lines {
		if i > 0 {
			t.b.WriteString(sep)
		}
		t.Append(l)
	}
	return t.Line()
}
