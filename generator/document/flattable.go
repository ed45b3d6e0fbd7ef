package document

import (
	"regexp"
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// serial is the head of the first column of a numbered table.
var serial = regexp.MustCompile(`^序\s*号$|^编\s*号$`)

// flatTables puts together the tables of which a scrape left only the lines of their cells:
// 「序号」, 「重点工作」, 「责任部门」, then 「1」, the lines of the task, the lines of the
// agencies, 「2」 and so on. Blank lines part the cells; a cell may be broken over lines in the
// middle of a name.
func (p *parser) flatTables() {
	for i := 0; i < len(p.blocks); i++ {
		if p.free(i) && serial.MatchString(p.text(i)) {
			p.flatTable(i)
		}
	}
}

// flatTable reads the table whose head begins at block i, and puts one block in the place of
// its lines. Without a first row it leaves the lines alone.
func (p *parser) flatTable(i int) {
	first := i + 1
	for first < len(p.blocks) && first < i+12 && p.free(first) && p.serialNumber(first) != 1 {
		first++
	}
	if first == i+1 || !p.free(first) || p.serialNumber(first) != 1 {
		return
	}
	header := p.cells(i, first)
	cols := len(header)
	t := &Table{Header: header}
	at := first
	for want := 1; p.free(at) && p.serialNumber(at) == want; want++ {
		end := p.rowEnd(at, want+1, cols)
		row := p.cells(at, end)
		if len(row) != cols {
			p.problems.Doubt(p.file, p.blocks[at].Span, "table-columns", "row %d of the table has %d cells, its head has %d", want, len(row), cols)
		}
		t.Rows = append(t.Rows, row)
		at = end
	}
	t.Span = source.Span{Start: p.blocks[i].Start, End: p.blocks[at-1].End}
	table := &Block{Span: t.Span, Kind: TableBlock, Table: t}
	p.blocks = append(p.blocks[:i], append([]*Block{table}, p.blocks[at:]...)...)
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

// rowEnd returns the index after the row that begins at block i: before the next number, and
// in the last row after as many cells as the table has columns.
func (p *parser) rowEnd(i, next, cols int) int {
	cells := 1
	for j := i + 1; j < len(p.blocks) && p.free(j); j++ {
		if p.serialNumber(j) == next {
			return j
		}
		if p.blankBefore(j) {
			if cells++; cells > cols {
				return j
			}
		}
	}
	for j := i + 1; ; j++ {
		if j >= len(p.blocks) || !p.free(j) {
			return j
		}
	}
}

// cells joins blocks from i to end into cells: a blank line begins the next one.
func (p *parser) cells(i, end int) []source.Cell {
	var cells []source.Cell
	for j := i; j < end; j++ {
		if j == i || p.blankBefore(j) {
			cells = append(cells, source.Cell{Span: p.blocks[j].Span, Col: len(cells), RowSpan: 1, ColSpan: 1})
			continue
		}
		cells[len(cells)-1].End = p.blocks[j].End
	}
	return cells
}

// blankBefore reports whether a blank line stands between block i and the one before it.
func (p *parser) blankBefore(i int) bool {
	return strings.Count(p.file.Text[p.blocks[i-1].End:p.blocks[i].Start], "\n") > 1
}

// readTable takes over a table of the source; its head is the rows that the source marks as such,
// or the first row where it begins with 序号.
func readTable(b source.Block) *Table {
	t := &Table{Span: b.Span, Rows: b.Rows}
	for len(t.Rows) > 0 && len(t.Rows[0]) > 0 && allHeader(t.Rows[0]) {
		t.Header = append(t.Header, t.Rows[0]...)
		t.Rows = t.Rows[1:]
	}
	return t
}

func allHeader(row []source.Cell) bool {
	for _, c := range row {
		if !c.Header {
			return false
		}
	}
	return true
}
