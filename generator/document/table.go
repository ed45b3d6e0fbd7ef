package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
	"zhengce/generator/table"
)

// A Table is a table of the document, read from a table of the source or put together
// from lines that a scrape left of one.
type Table struct {
	*table.Table
	Annex   string        // label of the annex that it stands in, 附件, 附件1; empty in the body
	Caption []source.Span // the short lines right above it: its title, 「单位：人」
	Loose   bool          // its columns cannot be told apart; its text stands and nothing is read in it
}

// newTable reads the rows of a table of the source.
func newTable(f *source.File, span source.Span, rows [][]source.Cell) *Table {
	return &Table{Table: table.New(f, span, rows)}
}

// longestCaption is how many characters a line above a table has at most that belongs to it, mostCaptions how many there are.
const (
	longestCaption = 40
	mostCaptions   = 3
)

// captions finds what stands right above each table.
func (p *parser) captions() {
	for i, b := range p.blocks {
		if b.Table != nil {
			b.Table.Caption = p.captionOf(i)
		}
	}
}

// captionOf returns the short lines right above block i, from the top.
func (p *parser) captionOf(i int) []source.Span {
	var out []source.Span
	for i--; i >= 0 && len(out) < mostCaptions; i-- {
		b := p.blocks[i]
		text := p.file.Squeezed(b.Span)
		if b.Kind != AnnexTitle && b.Kind != AnnexNote && b.Kind != Paragraph || b.Opens || utf8.RuneCountInString(text) > longestCaption || strings.ContainsAny(text, "。；") {
			break
		}
		out = append([]source.Span{b.Span}, out...)
	}
	return out
}
