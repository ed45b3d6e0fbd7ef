// Package paper puts the text of a paper together for the readers of all formats: lines and tables with
// the account of where their characters come from, and what is known of the lines that programs and web
// pages leave around papers.
package paper

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

const (
	// MaxText is the size in bytes above which the text that a file holds is refused: no paper
	// is that long, but a small archive can unpack to it.
	MaxText = 32 << 20
	// MaxCells is the number of cells above which a table is refused, merged ones counted by
	// the places that they cover.
	MaxCells = 200_000
	// MaxDepth is how deep tables may stand in one another as data.
	MaxDepth = 4
)

// A Builder puts the text of a file together, one paragraph or cell a line. The first thing that
// goes wrong stays in Err; what is added after that is left out.
type Builder struct {
	Blocks  []source.Block // paragraphs and tables so far
	Meta    []source.Field // what the file says of the paper
	Folds   []source.Fold  // line breaks that were left out
	Account source.Account // of what the text holds and of what it leaves out
	Inline  bool           // the cells of a row share a line, and a line without text follows the first row
	Breaks  int            // lines of the file so far
	Err     error

	text    strings.Builder
	noise   []source.Noise
	marks   []source.Mark
	notes   []note
	dropped int // control characters that the text cannot hold
}

// A note is a problem of the whole file.
type note struct {
	code    string
	message say.Message
}

// A Cell is a cell of a table that is still being put together: its paragraphs and its size.
type Cell struct {
	Lines            []string
	Rich             []Line // the same lines where the reader keeps an account, or nil
	Col              int    // from 0
	RowSpan, ColSpan int    // at least 1
	Header           bool   // it stands in the head of the table
}

// Warn notes a problem of the whole file.
func (b *Builder) Warn(code, format string, args ...any) {
	b.notes = append(b.notes, note{code, say.Of(format, args...)})
}

// Line adds a paragraph; a reason makes it noise. Blank text is left out.
func (b *Builder) Line(text, reason string) {
	s := b.write(text, '\n')
	if s.Empty() {
		return
	}
	b.Blocks = append(b.Blocks, source.Block{Span: s})
	if reason == "" {
		return
	}
	if n := len(b.noise) - 1; n >= 0 && b.noise[n].Reason == reason && len(b.Blocks) > 1 && b.noise[n].End == b.Blocks[len(b.Blocks)-2].End {
		b.noise[n].End = s.End
		return
	}
	b.noise = append(b.noise, source.Noise{Span: s, Reason: reason})
}

// Len returns the length of the text so far.
func (b *Builder) Len() int { return b.text.Len() }

// String returns the text so far.
func (b *Builder) String() string { return b.text.String() }

// Skip adds an empty line, which keeps the line numbers of a file's own text.
func (b *Builder) Skip() {
	b.text.WriteByte('\n')
	b.Breaks++
}

// write adds text and the white space behind it and returns where the text stands without the
// white space at its ends.
func (b *Builder) write(text string, behind byte) source.Span {
	start := b.text.Len()
	if b.Err != nil {
		return source.Span{Start: start, End: start}
	}
	if start+len(text) > MaxText {
		b.Err = say.Errorf("text of more than %d MB; no paper is that long", MaxText>>20)
		return source.Span{Start: start, End: start}
	}
	text = b.Clean(text)
	b.text.WriteString(text)
	s := source.Trim(text, source.Span{Start: 0, End: len(text)})
	b.text.WriteByte(behind)
	if behind == '\n' {
		b.Breaks++
	}
	return source.Span{Start: start + s.Start, End: start + s.End}
}

// Clean leaves out the control characters and turns line breaks into blanks.
func (b *Builder) Clean(text string) string {
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

// Table adds the rows of a table; a first row of one cell as wide as the table is a title above it.
func (b *Builder) Table(rows [][]Cell) {
	rows = b.titleRow(dropBlank(rows))
	if len(rows) == 0 {
		return
	}
	MarkHeader(rows)
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
			cells = append(cells, source.Cell{Span: s, Col: c.Col, RowSpan: c.RowSpan, ColSpan: c.ColSpan, Header: c.Header})
		}
		if b.Inline && len(row[len(row)-1].Lines) == 0 {
			b.Skip()
		}
		if b.Inline && len(block.Rows) == 0 {
			b.Skip()
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
	b.Blocks = append(b.Blocks, block)
}

// cell adds the paragraphs of a cell and returns where they stand.
func (b *Builder) cell(c Cell, last bool) source.Span {
	at := b.text.Len()
	all := source.Span{Start: at, End: at}
	for i, l := range c.Lines {
		behind := byte('\n')
		if b.Inline && !(last && i == len(c.Lines)-1) {
			behind = '\t'
		}
		start := b.text.Len()
		s := b.write(l, behind)
		if c.Rich != nil {
			b.place(c.Rich[i], start, "")
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

// File returns the finished file.
func (b *Builder) File(name, format, encoding string) (*source.File, error) {
	if b.Err != nil {
		return nil, b.Err
	}
	if len(b.Blocks) == 0 {
		return nil, ErrNoText
	}
	f := &source.File{Name: name, Format: format, Encoding: encoding, Text: b.text.String(),
		Blocks: b.Blocks, Noise: b.noise, Meta: b.Meta, Folds: b.Folds,
		Account: b.sortedAccount(), Marks: b.joinedMarks()}
	if b.dropped > 0 {
		b.Warn("control-characters", "control characters were left out (%d)", b.dropped)
	}
	for _, n := range b.notes {
		f.Problems = append(f.Problems, source.Problem(name, source.Warning, n.code, "%s", n.message))
	}
	return f, nil
}
