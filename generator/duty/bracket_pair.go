package duty

import (
	"slices"
	"unicode/utf8"

	"zhengce/generator/pattern"
)

// brackets are the marks in which a group may stand, each with its closing one.
var brackets = map[rune]rune{'（': '）', '(': ')', '〔': '〕', '【': '】', '［': '］', '[': ']'}

var (
	closingBrackets = closingOf(brackets)
	bracketMarks    = marksOf(brackets) // all of them
)

func closingOf(pairs map[rune]rune) map[rune]bool {
	out := map[rune]bool{}
	for _, c := range pairs {
		out[c] = true
	}
	return out
}

func marksOf(pairs map[rune]rune) *pattern.Set {
	var all []string
	for o, c := range pairs {
		all = append(all, string(o), string(c))
	}
	return pattern.SetOf(all...)
}

// An opening is a bracket that is not closed yet.
type opening struct {
	start   int
	closing rune
}

// bracketsIn returns the outermost brackets of text; one that is never closed is none, and hides none
// behind it.
func bracketsIn(text string) []token {
	var out []token
	var open []opening
	for i, r := range text {
		if !bracketMarks.Has(r) {
			continue
		}
		if c, ok := brackets[r]; ok {
			open = append(open, opening{i, c})
			continue
		}
		n := lastOpen(open, r)
		if n < 0 {
			continue
		}
		pair := token{open[n].start, i + utf8.RuneLen(r)}
		open = open[:n]
		inside := slices.IndexFunc(out, func(t token) bool { return t.start > pair.start })
		if inside < 0 {
			inside = len(out)
		}
		out = append(out[:inside], pair)
	}
	return out
}

// openBracket returns where the last bracket of text opens that is not closed in it, or -1.
func openBracket(text string) int {
	closed := bracketsIn(text)
	for i := len(text); i > 0; {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		i -= n
		if brackets[r] != 0 && !slices.ContainsFunc(closed, func(t token) bool { return t.start <= i && i < t.end }) {
			return i
		}
	}
	return -1
}

// lastOpen returns the last of the open brackets that r closes, or -1. Papers close （ with ), too.
func lastOpen(open []opening, r rune) int {
	if !closingBrackets[r] {
		return -1
	}
	for n := len(open) - 1; n >= 0; n-- {
		if c := open[n].closing; r == c || round(r) && round(c) {
			return n
		}
	}
	return -1
}

func round(r rune) bool { return r == '）' || r == ')' }
