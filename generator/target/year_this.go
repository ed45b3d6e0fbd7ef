package target

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	thisYearWords  = words.Of("this-year-words")
	yearEndWords   = words.Of("year-end-words")
	wholeYearNouns = words.Of("whole-year-nouns")
)

// otherYears are characters before 年内 and 年底 that make them those of another year or of a number
// of years: 三年内, 明年底.
const otherYears = "一二三四五六七八九十两几数近半多来每周整去上明年"

// thisYear notes the year of the document where 今年, 全年, 年内 or 年底前 stands before the number in
// its sentence.
func (q *yearQuestion) thisYear() bool {
	t := q.clock.text
	s := t.s[q.sentence.start:q.pos]
	for n, w := range thisYearWords {
		if i := q.clock.lastThisYear(n, q.pos) - q.sentence.start; i >= 0 && meansThisYear(s[:i], w, s[i+len(w):]) {
			at := q.sentence.start + i
			return q.is(heldYear{year: q.clock.now, basis: t.span(at, at+len(w))})
		}
	}
	return false
}

// lastThisYear returns the last place before pos of a word of thisYearWords in the paragraph, or -1.
func (c *yearClock) lastThisYear(word, pos int) int {
	if c.places == nil {
		c.places = make([][]int, len(thisYearWords))
		for n, w := range thisYearWords {
			for at := 0; ; at++ {
				i := strings.Index(c.text.s[at:], w)
				if i < 0 {
					break
				}
				at += i
				c.places[n] = append(c.places[n], at)
			}
		}
	}
	at := c.places[word]
	n, _ := slices.BinarySearch(at, pos-len(thisYearWords[word])+1)
	if n == 0 {
		return -1
	}
	return at[n-1]
}

// thisYearSince reports whether such a word stands between a place of the sentence and the number.
func (q *yearQuestion) thisYearSince(from int) bool {
	from = max(from, source.RuneStart(q.clock.text.s, max(0, q.pos-recurReach)))
	s := q.clock.text.s[from:max(from, q.pos)]
	for _, w := range thisYearWords {
		if i := strings.LastIndex(s, w); i >= 0 && meansThisYear(q.clock.text.s[:from+i], w, s[i+len(w):]) {
			return q.clock.now > 0
		}
	}
	return false
}

// meansThisYear reports whether the word means the year of the document between what stands around it.
func meansThisYear(before, word, after string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	if slices.Contains(yearEndWords, word) {
		return !numeral.IsDigit(last) && !strings.ContainsRune(otherYears, last)
	}
	return word != "全年" || words.Prefix(after, wholeYearNouns) == ""
}
