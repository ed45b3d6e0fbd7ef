package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/table"
)

// tabs reports whether single tabs part the titles of the head at block i: they then part the cells of its rows, and
// show which are empty.
func (p *parser) tabs(i, titles int) bool { return strings.Count(p.text(i), "\t") == titles-1 }

// fields returns what stands between the tabs of block i, empty or not, or nil where it has no field for each title.
func (f *flat) fields(i int) []source.Span {
	all, b := f.p.file.Text, f.p.blocks[i]
	line := source.Span{Start: strings.LastIndexByte(all[:b.Start], '\n') + 1, End: len(all)} // with tabs at its ends
	if n := strings.IndexByte(all[b.End:], '\n'); n >= 0 {
		line.End = b.End + n
	}
	text := all[line.Start:line.End]
	if !f.tabs || strings.Count(text, "\t") != len(f.titles)-1 {
		return nil
	}
	var out []source.Span
	at := line.Start
	for _, field := range strings.Split(text, "\t") {
		out = append(out, f.p.file.Trim(source.Span{Start: at, End: at + len(field)}))
		at += len(field) + len("\t")
	}
	return out
}

// byTabs takes fields as a row, each in its column.
func (f *flat) byTabs(fields []source.Span) {
	var row []source.Cell
	for col, s := range fields {
		if !s.Empty() {
			row = append(row, source.Cell{Span: s, Col: col, RowSpan: 1, ColSpan: 1})
		}
	}
	f.rows = append(f.rows, row)
}

// mostGroups is how many titles of groups of rows stand one below the other.
const mostGroups = 3

// groupTitle reports whether the line at block i is the title of a group of rows without a number of its own, 「管网更新」,
// 「推进雨污分流。」: one phrase, and behind it, perhaps below more of them, a row that goes on with the numbers or
// begins them again.
func (p *parser) groupTitle(f *flat, i int, by *pattern.Regexp) bool {
	for n := 0; n <= mostGroups && p.loose(i); i, n = i+1, n+1 {
		pieces := parted(p.file, p.blocks[i].Span, by)
		if len(pieces) > 1 {
			return n > 0 && p.goesOn(f, pieces, i)
		}
		text := strings.TrimSuffix(p.text(i), "。")
		if utf8.RuneCountInString(text) > longestTitle || strings.ContainsAny(text, "。；：:") {
			return false
		}
	}
	return false
}

// goesOn reports whether the row of pieces at block i is one of the table: its number is greater than the last or 1.
// Where no number stands, tabs must part it as the head.
func (p *parser) goesOn(f *flat, pieces []source.Span, i int) bool {
	first := p.file.Squeezed(pieces[0])
	if !table.Numbers(f.titles[0], first) {
		return f.fields(i) != nil && !table.Titled(p.texts(pieces))
	}
	n := rowNumber(first)
	return n == 1 || n > p.lastNumber(f)
}

// lastNumber returns the number of the last row that has one, or 0.
func (p *parser) lastNumber(f *flat) int {
	for i := len(f.rows) - 1; i > 0; i-- {
		if n := rowNumber(p.file.Squeezed(f.rows[i][0].Span)); n > 0 {
			return n
		}
	}
	return 0
}

// rowNumber returns the number that the first cell of a row consists of, 「3」, 「3.」, 「（三）」, or 0.
func rowNumber(cell string) int {
	n, _ := numeral.Parse(strings.Trim(cell, "（()）.、．"))
	return n
}
