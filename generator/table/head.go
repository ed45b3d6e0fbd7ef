package table

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// How a row of titles looks.
const (
	longestTitle = 24 // characters
	mostHeads    = 4  // rows
)

var (
	// title is what stands over a column of tables of tasks and targets, and seldom in one.
	title = words.Pattern(`^(?:{{whole-titles}}|{{place-columns}}|\p{Han}{0,8}{{column-title-ends}}|\p{Han}{2,12}[（(](?:\p{Han}{1,4}|[%％‰])[）)]|(?:到|至)?(?:19|20)\d{2}年?\p{Han}{0,6})(?:[（(].{1,12}[）)])?$`)
	// side is a title that may stand before a row as well.
	side = words.Pattern(`^(?:{{side-titles}}|(?:到|至)?(?:19|20)\d{2}年?\p{Han}{0,6})(?:[（(].{1,12}[）)])?$`)
	// value is a cell that holds a value, as no title does.
	value = pattern.MustCompile(`^[≥≤＞＜><〔\[【（(+-]*\d[\d.,]*\s*[%％〕\]】）)]*$`)
	year  = pattern.MustCompile(`^(?:19|20)\d{2}$`)
)

// headRows returns how many rows at the top are titles: those that the source marks as such, or the first
// if it looks like it, with the rows that stand under titles which span columns.
func (r *reader) headRows() int {
	heads := r.marked()
	if heads == 0 && len(r.rows) > 1 && r.titles(0) > 1 && r.looksLikeHead() {
		heads = 1
	}
	if heads == 0 || heads == len(r.rows) {
		return heads
	}
	for heads < min(mostHeads, len(r.rows)-1) && r.goesOn(heads) {
		heads++
	}
	return heads
}

// marked returns how many rows at the top the source marks as titles.
func (r *reader) marked() int {
	for i, row := range r.rows {
		for _, c := range row {
			if !c.Header {
				return i
			}
		}
		if len(row) == 0 {
			return i
		}
	}
	return len(r.rows)
}

// titles returns how many cells of a row hold something; 0 where one of them can be no title.
func (r *reader) titles(row int) int {
	n := 0
	for col := range r.grid[row] {
		text := r.text(row, col)
		switch {
		case text == "" || !r.own(row, col):
		case utf8.RuneCountInString(text) > longestTitle, strings.ContainsAny(text, "。；"), value.MatchString(text) && !year.MatchString(text):
			return 0
		default:
			n++
		}
	}
	return n
}

// looksLikeHead reports whether the first row is one of titles: it has two of the words of titles, or one
// and values below others.
func (r *reader) looksLikeHead() bool {
	known, over := 0, false
	for col := range r.grid[0] {
		text := r.text(0, col)
		if text == "" || !r.own(0, col) {
			continue
		}
		if title.MatchString(text) {
			known++
		}
		over = over || r.valuesIn(col, 1)
	}
	return known > 1 || known == 1 && over
}

// valuesIn reports whether most cells of a column are values from a row on.
func (r *reader) valuesIn(col, from int) bool {
	values, all := 0, 0
	for row := from; row < len(r.grid); row++ {
		if text := r.text(row, col); text != "" && text != "—" && !unitOnly(text) {
			if all++; value.MatchString(text) {
				values++
			}
		}
	}
	return values > 0 && 2*values > all
}

// goesOn reports whether a row belongs to the head above it: it is covered by titles that reach down to it, and
// what it holds itself are titles under one that spans columns, or units.
func (r *reader) goesOn(row int) bool {
	own, under, units := 0, 0, 0
	for col, c := range r.grid[row] {
		if c == nil || c.Empty() || !r.own(row, col) {
			continue
		}
		own++
		above := r.grid[row-1][col]
		switch text := r.f.Squeezed(c.Span); {
		case unitOnly(text):
			units++
		case above != nil && r.spans(row-1, col) && !value.MatchString(text) || year.MatchString(text):
			under++
		case text == r.text(row-1, col):
		default:
			return false
		}
	}
	if own == 0 {
		return r.reached(row)
	}
	return r.titles(row) > 0 && (under > 0 || units > 1 || units == own)
}

// reached reports whether titles above reach down to a row.
func (r *reader) reached(row int) bool {
	for col, c := range r.grid[row] {
		if c != nil && !c.Empty() && r.grid[row-1][col] == c {
			return true
		}
	}
	return false
}

// spans reports whether the cell at a place covers columns beside it in its row.
func (r *reader) spans(row, col int) bool {
	c := r.grid[row][col]
	return col > 0 && r.grid[row][col-1] == c || col+1 < len(r.grid[row]) && r.grid[row][col+1] == c
}

// unitOnly reports whether a title is a unit in brackets: 「（万元）」.
func unitOnly(text string) bool {
	return utf8.RuneCountInString(text) <= 8 && (strings.HasPrefix(text, "（") && strings.HasSuffix(text, "）") || strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")"))
}

// turned returns a reader of the table with rows and columns changed where its titles stand in the first
// column and not in the first row; nil for others.
func (r *reader) turned(heads int) *reader {
	if len(r.grid) < 2 || len(r.grid) > mostTurned || len(r.grid[0]) < 2 {
		return nil
	}
	across, down := 0, 0
	for col := 1; col < len(r.grid[0]); col++ {
		if title.MatchString(r.text(0, col)) {
			across++
		}
	}
	for row := 1; row < len(r.grid); row++ {
		if side.MatchString(r.text(row, 0)) || r.units(row) {
			down++
		}
	}
	if down < 2 || across > 0 || down+1 < len(r.grid) {
		return nil
	}
	return &reader{f: r.f, rows: make([][]source.Cell, len(r.grid[0])), grid: r.grid.turn()}
}

// units reports whether a row holds nothing but units in brackets.
func (r *reader) units(row int) bool {
	n := 0
	for col := range r.grid[row] {
		text := r.text(row, col)
		if text != "" && !unitOnly(text) {
			return false
		}
		if text != "" {
			n++
		}
	}
	return n > 0
}

// mostTurned is how many rows a table with its titles in the first column has at most.
const mostTurned = 12

// Titled reports whether texts can be a row of titles: two of them are words of titles, and none is a value or long.
func Titled(texts []string) bool {
	known := 0
	for _, text := range texts {
		if utf8.RuneCountInString(text) > longestTitle || strings.ContainsAny(text, "。；：") || value.MatchString(text) && !year.MatchString(text) {
			return false
		}
		if title.MatchString(text) {
			known++
		}
	}
	return known > 1 && 2*known >= len(texts)
}

// IsTitle reports whether a text is what stands over a column.
func IsTitle(text string) bool { return title.MatchString(text) }
