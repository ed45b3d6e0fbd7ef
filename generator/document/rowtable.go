package document

import (
	"regexp"
	"strings"

	"zhengce/generator/source"
	"zhengce/generator/table"
)

var (
	// cellGap parts the cells of a row that stands in one line.
	cellGap = regexp.MustCompile(`[│┃|｜]|\t|[ \x{3000}]{2,}|\x{3000}`)
	// narrow does so where all cells are parted by single blanks.
	narrow = regexp.MustCompile(`[│┃|｜]|[\s\x{3000}]+`)
	// ruled is a line that only draws a table.
	ruled = regexp.MustCompile(`^[─━┄┈\-—=+┌┐└┘├┤┬┴┼│┃|\s]+$`)
)

// gaps returns what stands between the gaps of a line.
func gaps(f *source.File, line source.Span) []source.Span { return parted(f, line, cellGap) }

// parted returns what stands between the places of a line that at matches.
func parted(f *source.File, line source.Span, at *regexp.Regexp) []source.Span {
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

// rowLines reads the table with a row a line whose head is block i. Without two rows that fit it leaves the lines
// alone.
func (p *parser) rowLines(i int) {
	by := cellGap
	head := parted(p.file, p.blocks[i].Span, by)
	if len(head) < 3 {
		by = narrow
		head = parted(p.file, p.blocks[i].Span, by)
	}
	if len(head) < 3 || !table.Titled(p.texts(head)) {
		return
	}
	f := &flat{p: p}
	ones := make([]int, len(head))
	for n := range ones {
		ones[n] = 1
	}
	f.head(head, ones)
	at, fit := i+1, 0
	for ; p.loose(at); at++ {
		pieces := parted(p.file, p.blocks[at].Span, by)
		if ruled.MatchString(p.text(at)) || len(pieces) == 0 {
			continue
		}
		_, _, ok := table.Align(f.titles, p.texts(pieces))
		switch {
		case ok && len(pieces) > 1:
			fit++
		case len(pieces) == 1 && p.sectionTitle(pieces[0]) && p.rowBehind(f, at, by):
			f.heading(pieces[0])
			continue
		case len(pieces) < 2 || !p.rowBehind(f, at, by) && len(pieces)*2 < len(f.titles):
			p.endRows(f, i, at, fit)
			return
		}
		f.row(pieces)
	}
	p.endRows(f, i, at, fit)
}

// endRows puts the table of the lines from i to end in their place if a row fits.
func (p *parser) endRows(f *flat, i, end, fit int) {
	if fit > 0 {
		f.replace(i, end)
	}
}

// rowBehind reports whether the line behind block i is a row of the table.
func (p *parser) rowBehind(f *flat, i int, by *regexp.Regexp) bool {
	if i+1 >= len(p.blocks) || !p.loose(i+1) {
		return false
	}
	pieces := parted(p.file, p.blocks[i+1].Span, by)
	_, _, ok := table.Align(f.titles, p.texts(pieces))
	return ok && len(pieces) > 1
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
	var rows [][]source.Cell
	for j := i; j < end; j++ {
		rows = append(rows, []source.Cell{{Span: p.blocks[j].Span, RowSpan: 1, ColSpan: 1}})
	}
	p.problems.Doubt(p.file, p.blocks[i].Span, "table-glued", "the cells of this table run into each other; nothing is read in it")
	p.putTable(i, end, rows).Loose = true
}

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }
