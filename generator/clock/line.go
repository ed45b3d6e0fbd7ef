package clock

import (
	"sort"
	"strings"
	"unicode/utf8"

	narrow "golang.org/x/text/width"

	"zhengce/generator/source"
)

// A line is a paragraph or a cell in the form in which times are looked for: without white space, letters,
// digits and punctuation in one width, dashes as hyphens, and the place of each character kept.
type line struct {
	s     string
	file  string
	start []int32 // offset in the file of the character that each byte of s is of
	from  int     // where its own words begin, behind a number such as （一）
	named []bool  // bytes inside of names

	cuts          map[string][]int // where characters stand, once they are asked for
	opens, closes []int32          // of each byte the bracket around it, and of each bracket the one that closes it
}

// newLine folds the text of file at span.
func newLine(file string, span source.Span) *line {
	l := &line{file: file, start: make([]int32, 0, span.Len())}
	var s strings.Builder
	s.Grow(span.Len())
	for i, n := span.Start, 0; i < span.End; i += n {
		var r rune
		if r, n = utf8.DecodeRuneInString(file[i:span.End]); source.IsSpace(r) {
			continue
		}
		size, _ := s.WriteRune(folded(r))
		for range size {
			l.start = append(l.start, int32(i))
		}
	}
	l.s = s.String()
	l.names()
	return l
}

const dashes = "—–－-‐―~～〜"

// folded returns a character in the form of a line.
func folded(r rune) rune {
	if isHan(r) {
		return r // one width
	}
	if strings.ContainsRune(dashes, r) {
		return '-'
	}
	if f := narrow.LookupRune(r).Folded(); f != 0 && r != '。' && r != '、' {
		return f
	}
	return r
}

// isHan reports whether r is one of the Han characters of which most of a paper is.
func isHan(r rune) bool { return '\u4E00' <= r && r < '\uA000' }

// span returns the place in the file of the bytes from i to j.
func (l *line) span(i, j int) source.Span {
	if i >= j {
		return source.Span{}
	}
	last := int(l.start[j-1])
	return source.Span{Start: int(l.start[i]), End: last + width(l.file, last)}
}

// at returns the first byte of l that stands at the offset off of the file or behind it.
func (l *line) at(off int) int {
	return sort.Search(len(l.start), func(i int) bool { return int(l.start[i]) >= off })
}

// How many bytes the name between two marks may have.
const (
	longestTitle = 600
	longestName  = 60
)

// nameMarks are marks between which times belong to names; but “十四五” is a time.
var nameMarks = []struct {
	open, close string
	longest     int
}{{"《", "》", longestTitle}, {"〈", "〉", longestTitle}, {"“", "”", longestName}, {"‘", "’", longestName}}

// names marks the bytes inside of names.
func (l *line) names() {
	l.named = make([]bool, len(l.s))
	for _, m := range nameMarks {
		for i := 0; ; {
			from := strings.Index(l.s[i:], m.open)
			if from < 0 {
				break
			}
			i += from + len(m.open)
			name, _, ok := strings.Cut(l.s[i:min(len(l.s), i+m.longest)], m.close)
			if !ok || planName.MatchString(name) {
				continue
			}
			for k := range len(name) {
				l.named[i+k] = true
			}
			i += len(name)
		}
	}
}

const (
	stops  = "。;!?"
	commas = stops + ","
)

// places returns where the characters of cut stand, in order.
func (l *line) places(cut string) []int {
	if at, ok := l.cuts[cut]; ok {
		return at
	}
	var at []int
	for i, r := range l.s {
		if !isHan(r) && strings.ContainsRune(cut, r) { // no Han character cuts
			at = append(at, i)
		}
	}
	if l.cuts == nil {
		l.cuts = map[string][]int{}
	}
	l.cuts[cut] = at
	return at
}

// back returns where the stretch begins that holds byte i and no character of cut.
func (l *line) back(i int, cut string) int {
	at := l.places(cut)
	n := sort.SearchInts(at, i)
	if n == 0 {
		return min(i, l.from)
	}
	return max(at[n-1]+width(l.s, at[n-1]), min(i, l.from))
}

// forth returns where the first character of cut stands at byte i or behind it, or where the line ends.
func (l *line) forth(i int, cut string) int {
	at := l.places(cut)
	if n := sort.SearchInts(at, i); n < len(at) {
		return at[n]
	}
	return len(l.s)
}

// width returns how many bytes the character at byte i of s has; 0 at its end.
func width(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

// bracket returns the innermost brackets around byte i, without the brackets themselves, and false where none are.
func (l *line) bracket(i int) (from, to int, ok bool) {
	if l.opens == nil {
		l.pair()
	}
	open := l.opens[i]
	if open < 0 || l.closes[open] < 0 {
		return 0, 0, false
	}
	return int(open) + 1, int(l.closes[open]), true
}

// pair finds the brackets.
func (l *line) pair() {
	l.opens, l.closes = make([]int32, len(l.s)+1), make([]int32, len(l.s)+1)
	var open []int32
	for i := 0; i <= len(l.s); i++ {
		l.opens[i], l.closes[i] = -1, -1
		if i < len(l.s) && l.s[i] == ')' && len(open) > 0 {
			l.closes[open[len(open)-1]] = int32(i)
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			l.opens[i] = open[len(open)-1]
		}
		if i < len(l.s) && l.s[i] == '(' {
			open = append(open, int32(i))
		}
	}
}
