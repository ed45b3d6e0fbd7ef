package format

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
)

const (
	// MaxText is the size in bytes above which the text that a file holds is refused: no paper
	// is that long, but a small archive can unpack to it.
	MaxText = 32 << 20
	// MaxCells is the number of cells above which a table is refused, merged ones counted by
	// the places that they cover.
	MaxCells = 200_000
)

// A builder puts the text of a file together, one paragraph or cell a line. The first thing that
// goes wrong stays in err; what is added after that is left out.
type builder struct {
	text    strings.Builder
	blocks  []source.Block
	noise   []source.Noise
	meta    []source.Field
	notes   []note
	dropped int  // control characters that the text cannot hold
	inline  bool // the cells of a row share a line, and a line without text follows the first row
	breaks  int  // lines of the file so far
	folds   []source.Fold
	account source.Account
	marks   []source.Mark
	err     error
}

// A note is a problem of the whole file.
type note struct{ code, message string }

// A cell is a cell of a table that is still being put together: its paragraphs and its size.
type cell struct {
	lines                 []string
	rich                  []richLine // the same lines where the reader keeps an account, or nil
	col, rowSpan, colSpan int
	header                bool
}

// whole notes a problem of the whole file.
func (b *builder) whole(code, format string, args ...any) {
	b.notes = append(b.notes, note{code, fmt.Sprintf(format, args...)})
}

// line adds a paragraph; a reason makes it noise. Blank text is left out.
func (b *builder) line(text, reason string) {
	s := b.write(text, '\n')
	if s.Empty() {
		return
	}
	b.blocks = append(b.blocks, source.Block{Span: s})
	if reason == "" {
		return
	}
	if n := len(b.noise) - 1; n >= 0 && b.noise[n].Reason == reason && len(b.blocks) > 1 && b.noise[n].End == b.blocks[len(b.blocks)-2].End {
		b.noise[n].End = s.End
		return
	}
	b.noise = append(b.noise, source.Noise{Span: s, Reason: reason})
}

// skip adds an empty line, which keeps the line numbers of a file's own text.
func (b *builder) skip() {
	b.text.WriteByte('\n')
	b.breaks++
}

// write adds text and the white space behind it and returns where the text stands without the
// white space at its ends.
func (b *builder) write(text string, behind byte) source.Span {
	start := b.text.Len()
	if b.err != nil {
		return source.Span{Start: start, End: start}
	}
	if start+len(text) > MaxText {
		b.err = fmt.Errorf("text of more than %d MB; no paper is that long", MaxText>>20)
		return source.Span{Start: start, End: start}
	}
	text = b.clean(text)
	b.text.WriteString(text)
	s := source.Trim(text, source.Span{Start: 0, End: len(text)})
	b.text.WriteByte(behind)
	if behind == '\n' {
		b.breaks++
	}
	return source.Span{Start: start + s.Start, End: start + s.End}
}

// clean leaves out the control characters and turns line breaks into blanks.
func (b *builder) clean(text string) string {
	text = strings.ToValidUTF8(text, string(utf8.RuneError))
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\f' || r == '\v':
			return ' '
		case isDropped(r):
			b.dropped++
			return -1
		}
		return r
	}, text)
}

// table adds the rows of a table; a first row of one cell as wide as the table is a title above it.
func (b *builder) table(rows [][]cell) {
	rows = b.titleRow(dropBlank(rows))
	if len(rows) == 0 {
		return
	}
	markHeader(rows)
	start, end := -1, 0
	block := source.Block{Kind: source.Table}
	for _, row := range rows {
		var cells []source.Cell
		for i, c := range row {
			s := b.cell(c, i == len(row)-1)
			if !s.Empty() {
				if start < 0 {
					start = s.Start
				}
				end = s.End
			}
			cells = append(cells, source.Cell{Span: s, Col: c.col, RowSpan: c.rowSpan, ColSpan: c.colSpan, Header: c.header})
		}
		if b.inline && len(row[len(row)-1].lines) == 0 {
			b.skip()
		}
		if b.inline && len(block.Rows) == 0 {
			b.skip()
		}
		block.Rows = append(block.Rows, cells)
	}
	if start < 0 {
		return
	}
	block.Span = source.Span{Start: start, End: end}
	for _, row := range block.Rows {
		for i := range row {
			if row[i].Empty() { // white space before or behind the table is none of it
				at := max(start, min(row[i].Start, end))
				row[i].Span = source.Span{Start: at, End: at}
			}
		}
	}
	b.blocks = append(b.blocks, block)
}

// cell adds the paragraphs of a cell and returns where they stand.
func (b *builder) cell(c cell, last bool) source.Span {
	at := b.text.Len()
	all := source.Span{Start: at, End: at}
	for i, l := range c.lines {
		behind := byte('\n')
		if b.inline && !(last && i == len(c.lines)-1) {
			behind = '\t'
		}
		start := b.text.Len()
		s := b.write(l, behind)
		if c.rich != nil {
			b.place(c.rich[i], start, "")
		}
		switch {
		case s.Empty():
		case all.Empty():
			all = s
		default:
			all.End = s.End
		}
	}
	return all
}

// file returns the finished file.
func (b *builder) file(name, format, encoding string) (*source.File, error) {
	if b.err != nil {
		return nil, b.err
	}
	if len(b.blocks) == 0 {
		return nil, errNoText
	}
	f := &source.File{Name: name, Format: format, Encoding: encoding, Text: b.text.String(),
		Blocks: b.blocks, Noise: b.noise, Meta: b.meta, Folds: b.folds,
		Account: b.sortedAccount(), Marks: b.joinedMarks()}
	if b.dropped > 0 {
		b.whole("control-characters", "control characters were left out (%d)", b.dropped)
	}
	for _, n := range b.notes {
		f.Problems = append(f.Problems, &source.Error{Position: source.Position{File: name}, Severity: source.Warning, Code: n.code, Message: n.message})
	}
	return f, nil
}
