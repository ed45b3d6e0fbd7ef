package table

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// Align tells in which column each piece of a row stands, a piece being a line or what stands between gaps: the
// columns run from 0 and never back; one without a piece is empty or covered from above, one with several holds a cell
// that was broken. cost says how well the pieces fit the titles. ok is false where they do not fit, or fit in more than
// one way that matters.
func Align(titles, pieces []string) (columns []int, cost int, ok bool) {
	classes := make([]class, len(titles))
	for i, t := range titles {
		classes[i] = classOf(t)
	}
	if len(pieces) > mostPieces*len(titles) {
		return nil, wrong * len(pieces), false
	}
	a := newAligner(classes, pieces)
	if cost := a.apiece(); cost <= dearest {
		return places(len(pieces)), cost, true
	}
	cost, left := a.best(true)
	_, right := a.best(false)
	if left == nil {
		return nil, cost, false
	}
	held := map[int]bool{}
	for _, c := range left {
		held[c] = true
	}
	if cost > dearest+merged*(len(titles)-len(held)) {
		return nil, cost, false
	}
	for i := range left {
		if left[i] != right[i] && (classes[left[i]] != anyText || classes[right[i]] != anyText) {
			return nil, cost, false
		}
	}
	return left, cost, true
}

// MayBegin reports whether a column under a title can be the first of a table: it names things.
func MayBegin(title string) bool {
	switch classOf(title) {
	case anyText, serial:
		return true
	}
	return false
}

// Numbers reports whether a text is a number under a title of numbers.
func Numbers(title, text string) bool {
	return classOf(title) == serial && serialText.MatchString(text)
}

// Guesses reports whether a column under a title that is left out in a row may not be taken for empty: a merged cell
// above may hold a body, a date or a figure for it.
func Guesses(title string) bool {
	switch classOf(title) {
	case bodies, date, figure, unit:
		return true
	}
	return false
}

// mostPieces is how many pieces a cell is broken into at most.
const mostPieces = 8

// An aligner puts the pieces of a row into columns.
type aligner struct {
	classes []class
	pieces  []string
	costs   map[class][]int // of each piece alone
	lengths []int           // of the pieces, in characters
}

func newAligner(classes []class, pieces []string) *aligner {
	a := &aligner{classes: classes, pieces: pieces, costs: map[class][]int{}}
	for _, piece := range pieces {
		a.lengths = append(a.lengths, utf8.RuneCountInString(piece))
	}
	for _, c := range classes {
		if a.costs[c] != nil {
			continue
		}
		for i, piece := range pieces {
			a.costs[c] = append(a.costs[c], costs[c](piece, a.lengths[i]))
		}
	}
	return a
}

// apiece returns what it costs that each column holds one piece, too much where they are not as many: a row that can be
// read so is full.
func (a *aligner) apiece() int {
	if len(a.pieces) != len(a.classes) {
		return dearest + 1
	}
	sum := 0
	for i, c := range a.classes {
		sum += a.costs[c][i]
	}
	return sum
}

// places returns the places from 0 to n.
func places(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// best returns the least cost of the row and the columns of its pieces; of equal ones those further to the right,
// which leave out the first columns, or further to the left.
func (a *aligner) best(late bool) (cost int, columns []int) {
	n, m := len(a.classes), len(a.pieces)
	const never = 1 << 20
	// least[c][p] is the least cost of the columns from c on with the pieces from p on; take is how many the column takes.
	least, take := make([][]int, n+1), make([][]int, n+1)
	for c := n; c >= 0; c-- {
		least[c], take[c] = make([]int, m+1), make([]int, m+1)
		for p := range least[c] {
			least[c][p] = never
			if c == n {
				if p == m {
					least[c][p] = 0
				}
				continue
			}
			for k := 0; k <= mostPieces && p+k <= m; k++ {
				cost := least[c+1][p+k] + a.cost(c, p, k)
				if cost < least[c][p] || cost == least[c][p] && !late {
					least[c][p], take[c][p] = cost, k
				}
			}
		}
	}
	if least[0][0] >= never {
		return never, nil
	}
	for c, p := 0, 0; c < n; c++ {
		for range take[c][p] {
			columns = append(columns, c)
		}
		p += take[c][p]
	}
	return least[0][0], columns
}

// cost returns what it costs that column c holds the k pieces from p on.
func (a *aligner) cost(c, p, k int) int {
	if k == 0 {
		if a.classes[c] == serial {
			return wrong
		}
		return merged
	}
	if k > 1 && a.classes[c] == serial {
		return wrong * k
	}
	sum := broken * (k - 1)
	if a.classes[c] == figure {
		sum *= k - 1 // the values of two columns part evenly
	}
	for i := p; i < p+k; i++ {
		sum += a.costs[a.classes[c]][i]
		if i > p && a.lengths[i] > a.lengths[i-1]+widest {
			sum += odd // a line is filled before it is broken
		}
	}
	return sum
}

// Titles joins the pieces of a head that together are one title, 「指标」 「属性」, where the rows say so: it returns how
// many pieces each title takes.
func Titles(pieces []string, rows [][]string) []int {
	best, sizes := 0, []int(nil)
	for _, s := range joined(pieces) {
		var titles []string
		at := 0
		for _, n := range s {
			titles = append(titles, strings.Join(pieces[at:at+n], ""))
			at += n
		}
		fit := 0
		for _, row := range rows {
			if _, _, ok := Align(titles, row); ok {
				fit++
			}
		}
		if sizes == nil || fit > best {
			best, sizes = fit, s
		}
	}
	return sizes
}

// joined returns the ways to read pieces as titles: some with their neighbours as known titles, then each for itself.
func joined(pieces []string) [][]int {
	plain := make([]int, len(pieces))
	for i := range plain {
		plain[i] = 1
	}
	var some []int
	for i := 0; i < len(pieces); i++ {
		if i+1 < len(pieces) && joins(pieces[i], pieces[i+1]) {
			some = append(some, 2)
			i++
			continue
		}
		some = append(some, 1)
	}
	if len(some) < len(pieces) {
		return [][]int{some, plain}
	}
	return [][]int{plain}
}

// joins reports whether two pieces are the halves of one title.
func joins(a, b string) bool {
	return utf8.RuneCountInString(a) <= 5 && utf8.RuneCountInString(b) <= 4 && halves.MatchString(a+"|"+b)
}

var halves = words.Pattern(`^(?:{{title-halves}}|(?:19|20)\d{2}年?\|{{year-title-ends}})$`)
