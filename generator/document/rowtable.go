package document

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/table"
)

var (
	// cellGap parts the cells of a row that stands in one line.
	cellGap = pattern.MustCompile(`[│┃|｜]|\t|[ \x{3000}]{2,}|\x{3000}`)
	// narrow does so where all cells are parted by single blanks.
	narrow  = pattern.MustCompile(`[│┃|｜]|[\s\x{3000}]+`)
	strokes = pattern.MustCompile(`[│┃|｜]`)
	// ruled is a line that only draws a table.
	ruled = pattern.MustCompile(`^[─━┄┈\-—=+┌┐└┘├┤┬┴┼│┃|\s]+$`)
)

// parted returns what stands between the places of a line that at matches.
func parted(f *source.File, line source.Span, at *pattern.Regexp) []source.Span {
	var out []source.Span
	text, start := f.Slice(line), 0
	add := func(end int) {
		if s := f.Trim(source.Span{Start: line.Start + start, End: line.Start + end}); !s.Empty() {
			out = append(out, s)
		}
	}
	for _, m := range at.FindAllStringIndex(text, -1) {
		add(m[0])
		start = m[1]
	}
	add(len(text))
	return out
}

// rowLines reads the table with a row a line whose head is block i. Without a row that fits it leaves the lines alone,
// and reports that.
func (p *parser) rowLines(i int) bool {
	by := cellGap
	head := parted(p.file, p.blocks[i].Span, by)
	if len(head) < 3 {
		by = narrow
		head = parted(p.file, p.blocks[i].Span, by)
	}
	if len(head) < 3 || !table.Titled(p.texts(head)) {
		return false
	}
	f := &flat{p: p, strokes: strokes.MatchString(p.text(i)), tabs: p.tabs(i, len(head))}
	ones := make([]int, len(head))
	for n := range ones {
		ones[n] = 1
	}
	f.head(head, ones)
	at, fit := i+1, 0
	for ; p.loose(at); at++ {
		pieces := parted(p.file, p.blocks[at].Span, by)
		if ruled.MatchString(p.text(at)) {
			f.heading(p.blocks[at].Span)
			continue
		}
		switch {
		case f.fields(at) != nil && len(pieces) > 1:
			f.byTabs(f.fields(at))
			fit++
			continue
		case p.rowLike(f, pieces):
			if _, _, ok := table.Align(f.titles, p.texts(pieces)); ok {
				fit++
			}
		case len(pieces) == 1 && (p.sectionTitle(pieces[0]) && p.rowBehind(f, at, by) || !p.wrapped(at, 1) && p.groupTitle(f, at, by)):
			f.heading(pieces[0])
			continue
		case fit > 0 && p.wrapped(at, len(pieces)):
			f.doubt(p.blocks[at].Span, say.Phrase("this line goes on with cells of the one above"))
			f.heading(p.blocks[at].Span)
			continue
		default:
			return p.endRows(f, i, at, fit)
		}
		f.row(pieces)
	}
	return p.endRows(f, i, at, fit)
}

// mostIndent is how far a line is indented, in columns of a screen, that is a paragraph.
const mostIndent = 4

// wrapped reports whether block i goes on with cells of the row before it: it stands under later columns, or gaps part it.
func (p *parser) wrapped(i, pieces int) bool {
	start := p.blocks[i].Start
	text := p.file.Text[strings.LastIndexByte(p.file.Text[:start], '\n')+1 : start]
	indent := strings.Count(text, " ") + 2*strings.Count(text, "\u3000")
	return (indent > mostIndent || pieces > 1) && !strings.HasSuffix(p.text(i), "。")
}

// endRows puts the table of the lines from i to end in their place if a row fits.
func (p *parser) endRows(f *flat, i, end, fit int) bool {
	if fit > 0 {
		for n := range f.rows {
			f.rows[n] = f.withStrokes(f.rows[n], p.blocks[i+n].Span)
		}
		f.replace(i, end)
	}
	return fit > 0
}

// withStrokes returns a row of a line with the strokes between its cells in columns of their own: no character of the
// paper gets lost.
func (f *flat) withStrokes(row []source.Cell, line source.Span) []source.Cell {
	if !f.strokes {
		return row
	}
	var out []source.Cell
	at := line.Start
	add := func(end, col int) {
		if s := f.p.file.Trim(source.Span{Start: at, End: end}); !s.Empty() {
			out = append(out, source.Cell{Span: s, Col: col, RowSpan: 1, ColSpan: 1, Header: row[0].Header})
		}
	}
	for _, c := range row {
		c.Col = 2*c.Col + 1
		if c.ColSpan > 1 {
			c.Col, c.ColSpan = 0, 2*c.ColSpan+1
		}
		add(c.Start, max(0, c.Col-1))
		out, at = append(out, c), c.End
	}
	add(line.End, out[len(out)-1].Col+1)
	return out
}

// plainLines reads the table with a cell a line and no numbers whose head begins at block i: at least three titles, and
// rows of just as many lines that all fit them.
func (p *parser) plainLines(i int) {
	if !table.IsTitle(p.file.Squeezed(p.blocks[i].Span)) {
		return
	}
	width := 1
	for p.loose(i+width) && table.IsTitle(p.file.Squeezed(p.blocks[i+width].Span)) {
		width++
	}
	if width < 3 || !table.MayBegin(p.file.Squeezed(p.blocks[i].Span)) {
		return
	}
	blank := p.blankWithin(i, i+width)
	head := p.pieces(i, i+width, blank)
	if len(head) < width {
		return
	}
	f := &flat{p: p}
	ones := make([]int, width)
	for n := range ones {
		ones[n] = 1
	}
	f.head(head, ones)
	at := i + width
	for {
		end := at
		for n := 0; n < width && p.loose(end) && !p.marked(end); n++ {
			for end++; blank && p.loose(end) && !p.blankBefore(end); end++ {
			}
		}
		pieces := p.pieces(at, end, blank)
		columns, cost, ok := table.Align(f.titles, p.texts(pieces))
		if len(pieces) < width || !ok || cost > 0 || columns[width-1] != width-1 || table.Titled(p.texts(pieces)) {
			break
		}
		f.row(pieces)
		at = end
	}
	if at > i+width {
		f.replace(i, at)
	}
}

// rowBehind reports whether the line behind block i is a row of the table.
func (p *parser) rowBehind(f *flat, i int, by *pattern.Regexp) bool {
	if i+1 >= len(p.blocks) || !p.loose(i+1) {
		return false
	}
	return p.rowLike(f, parted(p.file, p.blocks[i+1].Span, by))
}

// rowLike reports whether pieces are a row of the table: they fit its titles, or begin with a number as its rows do.
func (p *parser) rowLike(f *flat, pieces []source.Span) bool {
	if len(pieces) < 2 {
		return false
	}
	_, _, ok := table.Align(f.titles, p.texts(pieces))
	return ok || table.Numbers(f.titles[0], p.file.Squeezed(pieces[0]))
}

// gluedLines takes the lines of a table whose cells were run together, from its head at block i, for a table without
// columns: nothing is read in it.
func (p *parser) gluedLines(i int) {
	end := i + 1
	for p.loose(end) && startsWithDigit(p.text(end)) && !strings.ContainsAny(p.text(end), "。；") {
		end++
	}
	if end < i+2 {
		return
	}
	p.looseTable(i, end, say.Phrase("the cells of this table run into each other; nothing is read in it"))
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
