package table

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

// What a cell costs in a column; a row that costs more than dearest is not understood.
const (
	merged  = 2  // a column without a piece: the cell above holds for it
	broken  = 1  // a cell broken into two pieces
	widest  = 2  // how many characters longer than the line before it a line of a cell is at most
	odd     = 4  // a piece that is seldom found in such a column
	wrong   = 40 // one that is none of the column
	dearest = 12
)

// A class is what the cells of a column look like, by its title.
type class int

const (
	anyText class = iota
	serial
	figure
	unit
	date
	bodies
	nature
)

var (
	serialTitle = words.Pattern(`^{{serial-titles}}$`)
	dateTitle   = words.Pattern(`{{date-title-ends}}$`)
	unitTitle   = words.Pattern(`^(?:单位|计量单位)$`)
	bodiesTitle = words.Pattern(`{{agency-title-nouns}}(?:[（(].{1,8}[）)])?$`)
	natureTitle = words.Pattern(`(?:属性|性质)$`)
	figureTitle = words.Pattern(`{{figure-title-words}}|(?:19|20)\d{2}年?|[（(][^（）()]{1,5}[）)]$`)

	serialText = regexp.MustCompile(`^[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、．]?$`)
	dateText   = words.Pattern(`^(?:[^，。；]{0,12}{{date-text-words}}[^。；]{0,14}|—|-|/)$`)
	unitText   = regexp.MustCompile(`^[^\d，。、；]{1,8}$|^(?:1/)?\d*万?[^\d，。、；]{0,6}$|^—$`)
	bodyText   = words.Pattern(`(?:{{body-tails}}|等)(?:[（(][^（）()]{1,12}[）)])?$|^各|^[—/-]$`)
	bodyHead   = regexp.MustCompile(`^[省市县区]\p{Han}{2,5}$`) // the first line of a name that is broken
	cellRole   = words.Pattern(`{{cell-roles}}`)
	number     = regexp.MustCompile(`\d`)
	sentence   = regexp.MustCompile(`[。；]`)
)

// classOf tells what the cells under a title look like.
func classOf(title string) class {
	switch {
	case serialTitle.MatchString(title):
		return serial
	case unitTitle.MatchString(title):
		return unit
	case dateTitle.MatchString(title):
		return date
	case bodiesTitle.MatchString(title):
		return bodies
	case natureTitle.MatchString(title):
		return nature
	case figureTitle.MatchString(title):
		return figure
	}
	return anyText
}

// cost returns what a piece costs as the cell of a column, or as a part of it.
func (c class) cost(piece string) int { return costs[c](piece, utf8.RuneCountInString(piece)) }

// costs tell it by class; length is that of the piece in characters.
var costs = map[class]func(piece string, length int) int{
	anyText: func(piece string, _ int) int {
		switch {
		case value.MatchString(piece):
			return 2 * odd
		case bodyText.MatchString(piece) || bodyHead.MatchString(piece):
			return broken // 「优化布局」 ends like a body
		}
		return unless(!strings.HasSuffix(piece, "底前"), odd)
	},
	serial: func(piece string, _ int) int { return unless(serialText.MatchString(piece), wrong) },
	figure: func(piece string, length int) int {
		if length > 24 || length > 12 && !number.MatchString(piece) {
			return wrong
		}
		return unless(number.MatchString(piece) || strings.Contains("—-/", piece), odd)
	},
	unit: func(piece string, length int) int {
		if length > 2 && bodyText.MatchString(piece) {
			return odd / 2 // a column 单位 may hold bodies
		}
		return unless(unitText.MatchString(piece), wrong)
	},
	date: func(piece string, length int) int {
		if dateText.MatchString(piece) {
			return 0
		}
		return unless(length <= 12 && !number.MatchString(piece), wrong) + odd
	},
	bodies: func(piece string, length int) int {
		switch {
		case bodyHead.MatchString(piece) || strings.HasSuffix(piece, "、"):
			return 0
		case bodyText.MatchString(piece) || length <= 60 && cellRole.MatchString(piece):
			return 0
		case number.MatchString(piece) || sentence.MatchString(piece):
			return wrong
		}
		return unless(length > 12, broken) + unless(length <= 12, odd) // a body that no list knows
	},
	nature: func(piece string, length int) int { return unless(length <= 4 && !number.MatchString(piece), wrong) },
}

// unless returns the cost where fits does not hold.
func unless(fits bool, cost int) int {
	if fits {
		return 0
	}
	return cost
}

// Align tells in which column each piece of a row stands, a piece being a line or what stands between gaps: the
// columns run from 0 and never back; one without a piece is empty or covered from above, one with several holds a cell
// that was broken. cost says how well the pieces fit the titles. ok is false where they do not fit, or fit in more than
// one way that matters.
func Align(titles, pieces []string) (columns []int, cost int, ok bool) {
	classes := make([]class, len(titles))
	for i, t := range titles {
		classes[i] = classOf(t)
	}
	a := &aligner{classes: classes, pieces: pieces}
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

// An aligner puts the pieces of a row into columns.
type aligner struct {
	classes []class
	pieces  []string
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
			for k := 0; p+k <= m; k++ {
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
	if k > 1 && (a.classes[c] == serial || k > 8) {
		return wrong * k
	}
	sum := broken * (k - 1)
	if a.classes[c] == figure {
		sum *= k - 1 // the values of two columns part evenly
	}
	for i, piece := range a.pieces[p : p+k] {
		sum += a.classes[c].cost(piece)
		if i > 0 && utf8.RuneCountInString(piece) > utf8.RuneCountInString(a.pieces[p+i-1])+widest {
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
	return utf8.RuneCountInString(a) <= 4 && utf8.RuneCountInString(b) <= 4 && halves.MatchString(a+"|"+b)
}

var halves = words.Pattern(`^{{title-halves}}$`)
