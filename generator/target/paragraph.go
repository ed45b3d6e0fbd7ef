package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
)

// A paragraph is one paragraph in the form in which numbers are looked for: without white
// space, the width of letters, digits and punctuation folded, and the place of each character kept.
type paragraph struct {
	s     string // the folded text
	file  string
	start []int32 // offset in the file of the character that begins or goes on at each byte of s

	sentences []stretch
	clauses   []clause
	clauseOf  []int32 // index of the innermost clause at each byte of s
	masked    []bool  // bytes inside 《》, 〔〕 and short quotations

	gluedAt map[int]bool // for sentences asked about, by index: whether they are a table whose cells run together
}

// A stretch is a stretch of a paragraph.
type stretch struct{ start, end int }

// A clause is a stretch between two stops. Brackets hold clauses of their own.
type clause struct {
	stretch
	sentence   int // index of its sentence
	depth      int // number of brackets open around it
	prev, next int // its neighbours at the same depth in the same sentence, or -1
}

// newParagraph folds the text of file at span. Digits that the marks raise or lower become those of
// Unicode: 105m2 is 10⁵m², so that no figure 105 is read. The marks of notes are left out.
func newParagraph(file string, span source.Span, marks ...source.Mark) *paragraph {
	t := &paragraph{file: file}
	most := span.Len()/len("甲") + 1 // of Han characters; others make it grow
	runes, from := make([]rune, 0, most), make([]int32, 0, most)
	set := setting{file, marks}
	for i, n := span.Start, 0; i < span.End; i += n {
		var r rune
		if r, n = utf8.DecodeRuneInString(file[i:span.End]); source.IsSpace(r) {
			continue
		}
		if r, ok := set.at(fold(r), i, runes); ok {
			runes, from = append(runes, r), append(from, int32(i))
		}
	}
	pairQuotes(runes)
	var s strings.Builder
	s.Grow(span.Len())
	t.start = make([]int32, 0, span.Len())
	for i := range runes {
		n, _ := s.WriteRune(foldWithin(runes, i))
		for range n {
			t.start = append(t.start, from[i])
		}
	}
	t.s = s.String()
	t.split()
	t.mask()
	return t
}

// span returns the place in the file of the bytes from i to j.
func (t *paragraph) span(i, j int) source.Span {
	if i >= j {
		return source.Span{}
	}
	last := int(t.start[j-1])
	_, width := utf8.DecodeRuneInString(t.file[last:])
	return source.Span{Start: int(t.start[i]), End: last + width}
}

// raw returns the text of the file from i to j without its white space.
func (t *paragraph) raw(i, j int) string {
	s := t.span(i, j)
	return source.Squeeze(t.file[s.Start:s.End])
}

// written returns what raw does, with digits above and below the line as Unicode has them: m² where the
// file raises the 2 of m2.
func (t *paragraph) written(i, j int) string {
	if strings.ContainsAny(t.s[i:j], raisedDigits+loweredDigits) {
		return t.s[i:j]
	}
	return t.raw(i, j)
}

// How many bytes the name between two marks may have, some 200 and 20 characters: titles of papers are
// long; a long quotation or bracket is a sentence like any other.
const (
	longestTitle = 600
	longestName  = 60
)

// nameMarks are the brackets between which numbers belong to names.
var nameMarks = []struct {
	open, close string
	longest     int
}{
	{"《", "》", longestTitle},
	{"〔", "〕", longestName},
	{"“", "”", longestName},
	{"‘", "’", longestName},
}

// mask marks the names in which numbers are none.
func (t *paragraph) mask() {
	t.masked = make([]bool, len(t.s))
	for _, m := range nameMarks {
		for i := 0; ; {
			from := strings.Index(t.s[i:], m.open)
			if from < 0 {
				break
			}
			from += i
			i = from + len(m.open)
			window := t.s[i:min(len(t.s), i+m.longest)]
			if name, _, ok := strings.Cut(window, m.close); ok {
				i += len(name)
				for k := from; k < i; k++ {
					t.masked[k] = true
				}
			}
		}
	}
}

// clause returns the innermost clause at byte i.
func (t *paragraph) clause(i int) *clause { return &t.clauses[t.clauseOf[i]] }

// text returns the text of a clause by its index, empty for -1.
func (t *paragraph) text(clause int) string {
	if clause < 0 {
		return ""
	}
	c := t.clauses[clause]
	return t.s[c.start:c.end]
}
