package text

import (
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// tables makes tables of the lines of a text file whose cells are parted by tabs, as a table
// leaves them that was copied from a page or a spreadsheet. The first line must be the head of a
// table: text with tabs in it is none.
func tables(f *source.File) {
	var out []source.Block
	for i := 0; i < len(f.Blocks); {
		n := 0
		for i+n < len(f.Blocks) && len(tabCells(f, f.Blocks[i+n].Span)) >= 3 {
			n++
		}
		if n < 2 {
			out = append(out, f.Blocks[i:i+max(n, 1)]...)
			i += max(n, 1)
			continue
		}
		if t, ok := tabTable(f, f.Blocks[i:i+n]); ok {
			out = append(out, t)
		} else {
			out = append(out, f.Blocks[i:i+n]...)
		}
		i += n
	}
	f.Blocks = out
}

// tabCells returns the cells of a line, empty ones included, at its ends too.
func tabCells(f *source.File, block source.Span) []source.Span {
	line := block
	for line.Start > 0 && f.Text[line.Start-1] == '\t' {
		line.Start--
	}
	for line.End < len(f.Text) && f.Text[line.End] == '\t' {
		line.End++
	}
	text := f.Slice(line)
	var out []source.Span
	start := 0
	for i := 0; i <= len(text); i++ {
		if i < len(text) && text[i] != '\t' {
			continue
		}
		s := f.Trim(source.Span{Start: line.Start + start, End: line.Start + i})
		if s.Empty() {
			at := min(max(line.Start+start, block.Start), block.End)
			s = source.Span{Start: at, End: at}
		}
		out = append(out, s)
		start = i + 1
	}
	return out
}

// tabTable makes a table of lines; ok is false where the first is no head.
func tabTable(f *source.File, lines []source.Block) (table source.Block, ok bool) {
	var head [][]paper.Cell
	table = source.Block{Kind: source.Table, Span: source.Span{Start: lines[0].Start, End: lines[len(lines)-1].End}}
	for _, l := range lines {
		var row []source.Cell
		var texts []paper.Cell
		for col, s := range tabCells(f, l.Span) {
			row = append(row, source.Cell{Span: s, Col: col, RowSpan: 1, ColSpan: 1})
			texts = append(texts, paper.Cell{Lines: []string{strings.TrimSpace(f.Slice(s))}, Col: col, RowSpan: 1, ColSpan: 1})
		}
		table.Rows = append(table.Rows, row)
		head = append(head, texts)
	}
	if len(table.Rows)*len(table.Rows[0]) > paper.MaxCells {
		return table, false
	}
	paper.MarkHeader(head)
	for i := range table.Rows[0] {
		table.Rows[0][i].Header = head[0][i].Header
	}
	return table, head[0][0].Header
}
