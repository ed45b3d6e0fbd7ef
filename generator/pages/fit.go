package pages

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// On a telephone the rows of tables stand one below the other. What a page has room for is shown, the others when a reader
// asks for them; wide screens and paper have all. Heights are reckoned in lines of text.
const (
	roomLines = 260 // of all tables of a page, which leaves some for what stands between them
	lineWidth = 21  // characters of a line
	leastRows = 5   // that a table shows on a page without room
	narrowest = 4   // characters of a line in a column of a table that is not stacked
	briefCell = 24  // characters of a cell that is followed by others in its line
	clamped   = 3   // lines that are shown of a long cell, where the style sheet cuts it
)

// shownRows are the numbers of rows that the style sheet can show.
var shownRows = []int{5, 10, 15, 20, 25, 30, 40}

// fit notes how many rows of t a telephone shows, and takes their room from that of the page. Papers are shown whole.
func (p *page) fit(t *table) {
	if strings.HasPrefix(p.path, "documents/") || strings.HasPrefix(p.path, "print/") {
		return
	}
	rows := t.rows
	if t.most > 0 {
		rows = rows[:min(len(rows), t.most)]
	}
	lines, used := 0, make([]int, len(rows)+1)
	for i, r := range rows {
		lines += t.lines(r)
		used[i+1] = lines
	}
	room := roomLines - p.lines
	if lines <= room || len(rows) <= leastRows {
		p.lines += lines
		return
	}
	for _, n := range shownRows {
		if n < len(rows) && (n == leastRows || used[n] <= room) {
			t.first = n
		}
	}
	p.lines += used[t.first]
}

// lines returns how many lines a row of t takes.
func (t *table) lines(row []inline) int {
	if n := len(t.head); n <= 3 || n >= matrixHeads {
		width := max(narrowest, lineWidth/max(1, n))
		most := 1
		for _, c := range row {
			most = max(most, (utf8.RuneCountInString(c.text)+width-1)/width)
		}
		return most
	}
	lines, brief := 0, 0
	for i, c := range row {
		n := utf8.RuneCountInString(c.text)
		if n > 0 {
			n += utf8.RuneCountInString(t.head[i]) + 1
		}
		if n > briefCell || i == 0 {
			n = (n + lineWidth - 1) / lineWidth
			if t.cutsCells() {
				n = min(n, clamped)
			}
			lines += n
		} else {
			brief += n
		}
	}
	return lines + (brief+lineWidth-1)/lineWidth
}

// matrixHeads is the number of columns from which on a table is not stacked.
const matrixHeads = 9

// cutsCells reports whether the style sheet cuts long cells of t.
func (t *table) cutsCells() bool {
	return slices.ContainsFunc([]string{"agencies/", "measures/", "compare/function-"}, func(s string) bool { return strings.HasPrefix(t.name, s) })
}
