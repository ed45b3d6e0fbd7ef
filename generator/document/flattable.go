package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/table"
	"zhengce/generator/words"
)

// serial is the head of the first column of a numbered table.
var serial = pattern.MustCompile(`^序\s*号$|^编\s*号$`)

// mostTitles is how many lines the head of a table with a cell a line has at most.
const mostTitles = 16

// flatTables puts together the tables of which a scrape left only lines: a cell a line, 「序号」, 「重点工作」,
// 「责任部门」, then 「1」 and so on, or a row a line, its cells parted by gaps or strokes. What a table was and cannot
// be told apart stands as a table without columns.
func (p *parser) flatTables() {
	for i := 0; i < len(p.blocks); i++ {
		if !p.loose(i) {
			continue
		}
		switch text := p.text(i); {
		case p.drawnLines(i):
		case serial.MatchString(text):
			p.cellLines(i, i)
		case p.sectionFirst(i):
			p.cellLines(i, i+1)
		case p.rowLines(i):
		case glued.MatchString(source.Squeeze(text)):
			p.gluedLines(i)
		default:
			p.plainLines(i)
		}
	}
}

// loose reports whether block i may be a line of a table: it has no kind yet, or that of the title of an annex, which
// may go on with the head of its table.
func (p *parser) loose(i int) bool {
	return p.free(i) || i >= 0 && i < len(p.blocks) && p.blocks[i].Kind == AnnexTitle
}

// A flat collects the rows of a table from its lines.
type flat struct {
	p       *parser
	titles  []string
	rows    [][]source.Cell
	strokes bool // strokes part its cells
	parted  bool // blank lines do
	tabs    bool // single tabs do
}

// head takes pieces as titles, joined to the sizes given.
func (f *flat) head(pieces []source.Span, sizes []int) {
	var row []source.Cell
	at := 0
	for col, n := range sizes {
		s := source.Span{Start: pieces[at].Start, End: pieces[at+n-1].End}
		row = append(row, source.Cell{Span: s, Col: col, RowSpan: 1, ColSpan: 1, Header: true})
		f.titles = append(f.titles, f.p.file.Squeezed(s))
		at += n
	}
	f.rows = append(f.rows, row)
}

// row takes pieces as a row. Where they do not fit the titles they stand in one cell, and that is a doubt.
func (f *flat) row(pieces []source.Span) {
	whole := source.Span{Start: pieces[0].Start, End: pieces[len(pieces)-1].End}
	columns, _, ok := table.Align(f.titles, f.p.texts(pieces))
	if f.parted && len(pieces) == len(f.titles) { // a cell for each title, whatever stands in it
		columns, ok = make([]int, len(pieces)), true
		for i := range columns {
			columns[i] = i
		}
	}
	if !ok {
		f.doubt(whole, say.Phrase("its cells do not fit the head"))
		f.heading(whole)
		return
	}
	var row []source.Cell
	for i, col := range columns {
		if i > 0 && columns[i-1] == col {
			row[len(row)-1].End = pieces[i].End
			continue
		}
		f.missing(whole, row, col)
		row = append(row, source.Cell{Span: pieces[i], Col: col, RowSpan: 1, ColSpan: 1})
	}
	f.missing(whole, row, len(f.titles))
	f.rows = append(f.rows, row)
}

// missing doubts the row at s where it has nothing in a column before end of which it is not sure that it is empty.
func (f *flat) missing(s source.Span, row []source.Cell, end int) {
	for col := nextColumn(row); col < end; col++ {
		if table.Guesses(f.titles[col]) {
			f.doubt(s, say.Of("nothing stands under %s", f.titles[col]))
		}
	}
}

func nextColumn(row []source.Cell) int {
	if len(row) == 0 {
		return 0
	}
	return row[len(row)-1].Col + 1
}

// heading takes a piece as a row of its own, over all columns.
func (f *flat) heading(s source.Span) {
	f.rows = append(f.rows, []source.Cell{{Span: s, RowSpan: 1, ColSpan: len(f.titles)}})
}

func (f *flat) doubt(s source.Span, what say.Speaker) {
	f.p.problems.Doubt(f.p.file, s, "table-columns", "row %d of the table: %s", len(f.rows), what)
}

// replace puts the table in the place of the blocks from i to end.
func (f *flat) replace(i, end int) {
	f.p.putTable(i, end, f.rows)
}

// putTable puts a table of rows in the place of the blocks from i to end.
func (p *parser) putTable(i, end int, rows [][]source.Cell) *Table {
	span := source.Span{Start: p.blocks[i].Start, End: p.blocks[end-1].End}
	t := newTable(p.file, span, rows)
	p.blocks = append(p.blocks[:i:i], append([]*Block{{Span: span, Kind: TableBlock, Table: t}}, p.blocks[end:]...)...)
	return t
}

// texts returns the texts of pieces without white space.
func (p *parser) texts(pieces []source.Span) []string {
	out := make([]string, len(pieces))
	for i, s := range pieces {
		out[i] = p.file.Squeezed(s)
	}
	return out
}

// cellLines reads the table with a cell a line whose head begins at block i and has the title of the numbers at another.
// Without a first row it leaves the lines alone.
func (p *parser) cellLines(i, numbers int) {
	first := numbers + 1
	for first < len(p.blocks) && first < i+mostTitles && p.loose(first) && p.serialNumber(first) != 1 {
		first++
	}
	if first == numbers+1 || !p.loose(first) || p.serialNumber(first) != 1 {
		return
	}
	blank := p.blankWithin(i, first)
	var rows [][]source.Span
	at := first
	for want := 1; p.free(at) && p.serialNumber(at) == want; want++ {
		end := p.nextRow(at, want+1)
		rows = append(rows, p.pieces(at, end, blank))
		at = end
	}
	f := &flat{p: p, parted: blank}
	at = first
	if numbers > i && !table.IsTitle(p.file.Squeezed(p.blocks[first-1].Span)) {
		at = first - 1 // the section of the first row
	}
	head, above := p.cutSections(p.pieces(i, at, blank), 2)
	texts := make([][]string, len(rows))
	for n, row := range rows {
		texts[n] = p.texts(row)
	}
	f.head(head, table.Titles(p.texts(head), texts))
	for _, title := range above {
		f.heading(title)
	}
	for n, row := range rows {
		end := p.rowEnd(f, at, n+2, n+1 < len(rows), blank)
		if row = p.pieces(at, end, blank); len(row) == 0 {
			break
		}
		if numbers > i && n+1 < len(rows) {
			end = p.opensNext(f, row, end)
			row = p.pieces(at, end, blank)
		}
		at = end
		row, below := p.cutSections(row, 2)
		f.row(row)
		for _, title := range below {
			f.heading(title)
		}
	}
	f.replace(i, at)
}

// cutSections cuts the titles of sections of rows off the end of pieces, of which at least the number given stay.
func (p *parser) cutSections(pieces []source.Span, least int) (left, titles []source.Span) {
	end := len(pieces)
	for end > least && p.sectionTitle(pieces[end-1]) {
		end--
	}
	return pieces[:end], pieces[end:]
}

// sectionTitle reports whether a piece is the title of a section of rows: 「二、续建项目」.
func (p *parser) sectionTitle(s source.Span) bool {
	text := p.file.Slice(s)
	mark, n := p.mark(text)
	return n > 0 && (mark.Style == numeral.Comma || mark.Style == numeral.Bracket) && utf8.RuneCountInString(text) < longestTitle && !strings.ContainsAny(text, "。；")
}

// serialNumber returns the number that block i consists of, or 0.
func (p *parser) serialNumber(i int) int {
	text := p.text(i)
	if len(text) > 6 {
		return 0
	}
	for _, r := range text {
		if _, ok := numeral.ASCII(r); !ok {
			return 0
		}
	}
	n, _ := numeral.Parse(text)
	return n
}

// nextRow returns the index of the block behind i that holds the number of the next row, or where the lines end.
func (p *parser) nextRow(i, next int) int {
	for j := i + 1; ; j++ {
		if !p.free(j) || p.serialNumber(j) == next {
			return j
		}
	}
}

// rowEnd returns the index after the row that begins at block i: of the places before a next number, or of all in the
// last row, the one at which its pieces fit the titles best.
func (p *parser) rowEnd(f *flat, i, next int, more, blank bool) int {
	best, least := i, 0
	for j := i + 1; j <= len(p.blocks) && j < i+mostLines; j++ {
		ends := j == len(p.blocks) || !p.free(j)
		if numbered := !ends && p.serialNumber(j) == next; more && numbered || !more && (ends || !blank || p.blankBefore(j)) {
			pieces := p.texts(p.pieces(i, j, blank))
			_, cost, ok := table.Align(f.titles, pieces)
			if cost -= len(pieces); !ok { // a row leaves no line behind that fits
				cost += 1000
			}
			if best == i || cost < least {
				best, least = j, cost
			}
		}
		if ends || !more && p.marked(j) && p.serialNumber(j) == 0 {
			break
		}
	}
	return best
}

// mostLines is how many lines a row takes at most.
const mostLines = 60

// pieces returns the lines from i to end, those that no blank line parts as one where blank lines part the cells.
func (p *parser) pieces(i, end int, blank bool) []source.Span {
	var out []source.Span
	for j := i; j < end; j++ {
		if j == i || !blank || p.blankBefore(j) {
			out = append(out, p.blocks[j].Span)
			continue
		}
		out[len(out)-1].End = p.blocks[j].End
	}
	return out
}

// blankWithin reports whether a blank line stands between the blocks from i to end.
func (p *parser) blankWithin(i, end int) bool {
	for j := i + 1; j <= end; j++ {
		if p.blankBefore(j) {
			return true
		}
	}
	return false
}

// blankBefore reports whether a blank line stands between block i and the one before it.
func (p *parser) blankBefore(i int) bool {
	return strings.Count(p.file.Text[p.blocks[i-1].End:p.blocks[i].Start], "\n") > 1
}

// glued is the head of a table whose cells were run together: 「序号指标单位2025年」.
var glued = words.Pattern(`^(?:序号|编号)(?:{{glued-titles}}|(?:到|至)?(?:19|20)\d{2}年?){2,}(?:[（(][^（）()]{1,8}[）)])?$`)
