package target

import (
	"math"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
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
	han        bool   // written in Chinese characters
	more       bool   // 余, 多
	bound      string // of two bounds with units or notes of their own: the comparator
	note       int    // length of the note behind it: （含）
	group      string
	unit       string // where it isn't the text at unitStart: 份额, ∶1, 比例
}

// counts reports whether the unit is one of single things, people or occasions.
func (n *number) counts() bool {
	return n.group == "count" || n.group == "people" || n.group == "times"
}

// isLength reports whether the unit of the number in s is one of length.
func (n *number) isLength(s string) bool {
	return n.group == "size" && words.Suffix(s[n.unitStart:n.unitEnd], lengthUnits) == s[n.unitStart:n.unitEnd]
}

// numberStarts are the characters with which a number, a year or what is made of digits and is neither can begin.
var numberStarts = startsOfNumbers()

func startsOfNumbers() *pattern.Set {
	starts := []string{"“第", hanDigits, hanZeros}
	for r := rune(0); r < utf8.RuneSelf; r++ {
		if numeral.IsDigit(r) || isLatin(r) {
			starts = append(starts, string(r))
		}
	}
	for _, w := range shareOpenings {
		starts = append(starts, string([]rune(w)[:1]))
	}
	for _, w := range shareWords {
		starts = append(starts, string([]rune(w.word)[:1]))
	}
	return pattern.SetOf(starts...)
}

// readNumbers reads the numbers and the years of t, each in order.
func readNumbers(t *paragraph) ([]number, []yearMention) {
	var numbers []number
	var years []yearMention
	run := &digitRun{s: t.s}
	for i := 0; i < len(t.s); {
		if r, w := utf8.DecodeRuneInString(t.s[i:]); !numberStarts.Has(r) {
			i += w
			continue
		}
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
		if pair, stop := readBehindStroke(t.s, end, n[len(n)-1]); stop > 0 {
			numbers, end = append(numbers, pair), stop
		}
		i = end
	}
	shareUnits(t, numbers)
	return numbers, years
}

// readBehindStroke reads a second size that a stroke parts from the first: 「500万千瓦/1000万千瓦时」.
func readBehindStroke(s string, i int, first number) (number, int) {
	if first.group != "size" || first.unitEnd != i || !strings.HasPrefix(s[i:], "/") {
		return number{}, 0
	}
	value, end, _ := readBare(s, i+len("/"))
	if end == 0 {
		return number{}, 0
	}
	_, group, skip, length, _ := readUnit(s[end:])
	if group != first.group {
		return number{}, 0
	}
	return number{start: i + len("/"), end: end, value: value, group: group, unitStart: end + skip, unitEnd: end + length}, end + length
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
	if pair, stop := readBounds(s, n); stop > 0 {
		return pair, stop
	}
	if upper, stop := readUpper(s, end, length); stop > 0 {
		n.max, n.ranged, n.end = upper, true, stop
		_, group, skip, length, more = readUnit(s[stop:])
	}
	if n.ranged && n.max <= n.value {
		n.ranged, n.max = false, 0
	}
	n.group, n.more = group, more
	n.unitStart, n.unitEnd = n.end+skip, n.end+length
	if !n.ranged && skip == 0 {
		n.roundUp(s)
	}
	return []number{n}, n.unitEnd
}

// roundUp takes 十, 百 and 千 before 万 and 亿 into the value: 1千万 is 1000万, as 千万 alone is.
func (n *number) roundUp(s string) {
	for i, w := range hundreds {
		rest, ok := strings.CutPrefix(s[n.unitStart:n.unitEnd], w)
		if ok && (strings.HasPrefix(rest, "万") || strings.HasPrefix(rest, "亿")) {
			n.value *= math.Pow10(i + 1)
			n.end += len(w)
			n.unitStart = n.end
			return
		}
	}
}

// hundreds are the tens, hundreds and thousands of a magnitude, in order.
var hundreds = words.Of("hundreds")

var (
	rangeSigns  = words.Of("range-signs")
	lengthUnits = words.Of("length-units")

	// boundNotes say of a bound, behind it, whether it belongs to its range, as a comparator of the lower one
	// and of the upper one.
	boundNotes = words.Rows("bound-notes", 3)
)

// boundNote returns the note that s begins with and the comparators that it gives the lower and the upper
// bound; what has none belongs to its range.
func boundNote(s string) (note, lower, upper string) {
	for _, row := range boundNotes {
		if strings.HasPrefix(s, row[0]) {
			return row[0], row[1], row[2]
		}
	}
	return "", "≥", "≤"
}

// readBounds reads two bounds each of which has a unit or a note of its own: 「5000万元（含）至1亿元（不含）」.
// lower is the first of them without its unit. stop is 0 where no such two stand.
func readBounds(s string, lower number) (pair []number, stop int) {
	unit, group, skip, length, _ := readUnit(s[lower.end:])
	lower.group, lower.unitStart, lower.unitEnd = group, lower.end+skip, lower.end+length
	note, least, _ := boundNote(s[lower.unitEnd:])
	from := lower.unitEnd + len(note)
	sign := words.Prefix(s[from:], rangeSigns)
	if length == 0 && note == "" || sign == "" {
		return nil, 0
	}
	from += len(sign)
	value, end, han := readBare(s, from)
	other, otherGroup, skip, length, _ := readUnit(s[end:])
	if unit == "" { // 3（含）—6个
		lower.unit, lower.group, unit, group = other, otherGroup, other, otherGroup
	}
	if end == 0 || length == 0 || otherGroup != group {
		return nil, 0
	}
	upper := number{start: from, end: end, value: value, han: han, group: group, unitStart: end + skip, unitEnd: end + length}
	otherNote, _, most := boundNote(s[upper.unitEnd:])
	if note+otherNote == "" && unit == other {
		return nil, 0
	}
	lower.bound, upper.bound = least, most
	lower.note, upper.note = len(note), len(otherNote)
	return []number{lower, upper}, upper.unitEnd
}

// readUpper reads the upper bound of a range whose lower bound ends at end and has a
// unit of the given length: 「2—3个」, 「10%-15%」, 「5万元至10万元」. stop is 0 if there is none.
func readUpper(s string, end, unit int) (value float64, stop int) {
	for _, at := range []int{end, end + unit} {
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
