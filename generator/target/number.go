package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/words"
)

// A number is a number of a paragraph that may be one of its indicators.
type number struct {
	start, end int     // the numeral, both bounds of a range included
	unitStart  int     // the unit as written; empty where unitStart is unitEnd
	unitEnd    int     //
	value      float64 // as written before its unit
	max        float64 // upper bound of a range
	ranged     bool
	han        bool // written in Chinese characters
	more       bool // 余, 多
	group      string
	unit       string // where it isn't the text at unitStart: 份额, ∶1, 比例
}

// counts reports whether the unit is one of single things, people or occasions.
func (n *number) counts() bool {
	return n.group == "count" || n.group == "people" || n.group == "times"
}

// readNumbers reads the numbers and the years of t, each in order.
func readNumbers(t *paragraph) ([]number, []yearMention) {
	var numbers []number
	var years []yearMention
	run := &digitRun{s: t.s}
	for i := 0; i < len(t.s); {
		if y, ok := readPlan(t.s, i); ok {
			years = append(years, y)
			i = y.end
			continue
		}
		if t.masked[i] {
			i++
			continue
		}
		if end := numeral.ArabicEnd(t.s, i); end-i > longestNumber {
			i = end
			continue
		}
		if y, ok := readYear(t.s, i); ok {
			years = append(years, y)
			i = y.end
			continue
		}
		run.at = i
		if _, power := powers.First(run); !power {
			if _, ok := notQuantities.First(run); ok {
				i = run.end
				continue
			}
		}
		n, end := readNumber(t.s, i)
		if end == 0 {
			_, w := utf8.DecodeRuneInString(t.s[i:])
			i += w
			continue
		}
		if !n[0].han || n[0].group != "" {
			numbers = append(numbers, n...)
		}
		i = end
	}
	shareUnits(t, numbers)
	return numbers, years
}

// readNumber reads the number at i with its unit; a ratio gives several.
// The end is 0 where no number begins.
func readNumber(s string, i int) ([]number, int) {
	if n, end := readShare(s, i); end > 0 {
		return []number{n}, end
	}
	value, end, han := readValue(s, i)
	if end == 0 {
		return nil, 0
	}
	if list, e := readRatio(s, i); e > 0 {
		return list, e
	}
	n := number{start: i, end: end, value: value, han: han}
	_, group, skip, length, more := readUnit(s[end:])
	if upper, stop := readUpper(s, end, length); stop > 0 {
		n.max, n.ranged, n.end = upper, true, stop
		_, group, skip, length, more = readUnit(s[stop:])
	}
	if n.ranged && n.max <= n.value {
		n.ranged, n.max = false, 0
	}
	n.group, n.more = group, more
	n.unitStart, n.unitEnd = n.end+skip, n.end+length
	return []number{n}, n.unitEnd
}

var (
	boundNotes = words.Of("bound-notes")
	rangeSigns = words.Of("range-signs")
)

// readUpper reads the upper bound of a range whose lower bound ends at end and has a
// unit of the given length: 「2—3个」, 「10%-15%」, 「5万元至10万元」. stop is 0 if there is none.
func readUpper(s string, end, unit int) (value float64, stop int) {
	for _, at := range []int{end, end + unit} {
		at += len(words.Prefix(s[at:], boundNotes))
		rest := s[at:]
		sign := words.Prefix(rest, rangeSigns)
		if sign == "" {
			continue
		}
		from := at + len(sign)
		v, e, _ := readBare(s, from)
		if e == 0 || numeral.IsYear(s[from:e]) && strings.HasPrefix(s[e:], "年") {
			continue
		}
		return v, e
	}
	return 0, 0
}
