package extract

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
)

// An indicatorNumber is a number of a paragraph that may be one of its indicators.
type indicatorNumber struct {
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
func (n *indicatorNumber) counts() bool {
	return n.group == "count" || n.group == "people" || n.group == "times"
}

// indicatorLongest is how many bytes an Arabic number may have; longer ones are codes.
const indicatorLongest = 20

// indicatorNumbers reads the numbers and the years of t, each in order.
func indicatorNumbers(t *indicatorText) ([]indicatorNumber, []indicatorYear) {
	var numbers []indicatorNumber
	var years []indicatorYear
	for i := 0; i < len(t.s); {
		if y, ok := readIndicatorPlan(t.s, i); ok {
			years = append(years, y)
			i = y.end
			continue
		}
		if t.masked[i] {
			i++
			continue
		}
		if end := indicatorArabicEnd(t.s, i); end-i > indicatorLongest {
			i = end
			continue
		}
		if y, ok := readIndicatorYear(t.s, i); ok {
			years = append(years, y)
			i = y.end
			continue
		}
		if end := indicatorNoNumber(t.s, i); end > i {
			i = end
			continue
		}
		n, end := readIndicatorNumber(t.s, i)
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
	shareIndicatorUnits(t, numbers)
	return numbers, years
}

// readIndicatorNumber reads the number at i with its unit; a ratio gives several.
// The end is 0 where no number begins.
func readIndicatorNumber(s string, i int) ([]indicatorNumber, int) {
	if n, end := readIndicatorShare(s, i); end > 0 {
		return []indicatorNumber{n}, end
	}
	value, end, han := readIndicatorValue(s, i)
	if end == 0 {
		return nil, 0
	}
	if list, e := readIndicatorRatio(s, i); e > 0 {
		return list, e
	}
	n := indicatorNumber{start: i, end: end, value: value, han: han}
	unit, group, skip, length, more := readIndicatorUnit(s[end:])
	if upper, stop := readIndicatorUpper(s, end, length); stop > 0 {
		n.max, n.ranged, n.end = upper, true, stop
		unit, group, skip, length, more = readIndicatorUnit(s[stop:])
	}
	if n.ranged && n.max <= n.value {
		n.ranged, n.max = false, 0
	}
	n.group, n.more = group, more
	n.unitStart, n.unitEnd = n.end+skip, n.end+length
	if unit == "" {
		n.unitStart, n.unitEnd = n.end, n.end
	}
	return []indicatorNumber{n}, max(n.unitEnd, n.end)
}

// readIndicatorUpper reads the upper bound of a range whose lower bound ends at end and has a
// unit of the given length: 「2—3个」, 「10%-15%」, 「5万元至10万元」. stop is 0 if there is none.
func readIndicatorUpper(s string, end, unit int) (value float64, stop int) {
	for _, at := range []int{end, end + unit} {
		at += len(indicatorPrefix(s[at:], []string{"（含）", "（不含）", "（含本数）"}))
		rest := s[at:]
		sign := indicatorPrefix(rest, []string{"--", "-", "~", "至", "到"})
		if sign == "" {
			continue
		}
		from := at + len(sign)
		v, e, _ := readIndicatorBare(s, from)
		if e == 0 || indicatorFourDigits(s[from:e]) && strings.HasPrefix(s[e:], "年") {
			continue
		}
		return v, e
	}
	return 0, 0
}

// readIndicatorValue reads an Arabic number (1,000.5) or a Chinese one (三十, 千 of 千亿) at i.
func readIndicatorValue(s string, i int) (value float64, end int, han bool) {
	if i >= len(s) {
		return 0, 0, false
	}
	if indicatorDigit(s[i]) {
		if i > 0 && (indicatorLatin(s[i-1]) || strings.IndexByte(".+*/_", s[i-1]) >= 0 || indicatorDigit(s[i-1])) {
			return 0, 0, false
		}
		end = indicatorArabicEnd(s, i)
		value, err := strconv.ParseFloat(strings.ReplaceAll(s[i:end], ",", ""), 64)
		if err != nil || end-i > indicatorLongest {
			return 0, 0, false
		}
		return value, end, false
	}
	value, end = readIndicatorHan(s, i)
	return value, end, true
}

// indicatorArabicEnd returns the end of the Arabic number that begins at i.
func indicatorArabicEnd(s string, i int) int {
	end := i
	for end < len(s) {
		c := s[end]
		if indicatorDigit(c) || (c == ',' || c == '.') && end > i && end+1 < len(s) && indicatorDigit(s[end-1]) && indicatorDigit(s[end+1]) {
			end++
			continue
		}
		break
	}
	return end
}

const indicatorHanDigits = "一二两三四五六七八九十百千"

// indicatorHanBefore are characters after which a Chinese numeral belongs to a word.
const indicatorHanBefore = "第统进唯同初数几万亿零〇十百千一二两三四五六七八九多专合单任逐划归之星期周"

// readIndicatorHan reads a Chinese number at i up to its magnitude: 「千」 of 千亿, 「二十」 of 二十万.
func readIndicatorHan(s string, i int) (float64, int) {
	if r, _ := utf8.DecodeRuneInString(s[i:]); !strings.ContainsRune(indicatorHanDigits, r) {
		return 0, 0
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); i > 0 && strings.ContainsRune(indicatorHanBefore, r) && !indicatorHanFree(s[:i]) {
		return 0, 0
	}
	end := i
	for end < len(s) && end-i < 24 {
		r, w := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(indicatorHanDigits+"零〇", r) {
			break
		}
		end += w
	}
	word := s[i:end]
	if strings.HasPrefix(word, "百") || strings.HasPrefix(word, "千") {
		word = "一" + word
	}
	n, ok := numeral.Parse(word)
	if !ok || utf8.RuneCountInString(word) > 1 && !strings.ContainsAny(word, "十百千") {
		return 0, 0 // 三五年, 二〇二〇
	}
	return float64(n), end
}

// indicatorHanFree reports whether s ends with a word after which a number stands free, though
// its last character often belongs to a numeral word: 之一 is none, 延长为期 is one.
func indicatorHanFree(s string) bool {
	return indicatorSuffix(s, []string{"期", "不少于", "任期", "为期", "有效期", "周期", "有效期限"}) != "" && !strings.HasSuffix(s, "星期")
}

// readIndicatorShare reads a number whose words hold its unit: 1/3, 三分之二, 千分之三, 一半, 减半,
// 半个月, 翻一番.
func readIndicatorShare(s string, i int) (indicatorNumber, int) {
	n := indicatorNumber{start: i, group: "share"}
	if w := indicatorPrefix(s[i:], []string{"百分之", "千分之", "万分之"}); w != "" {
		value, end, han := readIndicatorBare(s, i+len(w))
		if end == 0 {
			return n, 0
		}
		n.value, n.end, n.han, n.unit = value, end, han, w
		n.unitStart, n.unitEnd = end, end
		return n, end
	}
	for _, w := range indicatorShareWords {
		if strings.HasPrefix(s[i:], w.word) {
			n.value, n.unit, n.han = w.value, w.unit, true
			n.group = w.group
			n.end = i + len(w.word)
			n.unitStart, n.unitEnd = n.end, n.end
			return n, n.end
		}
	}
	value, end, han := readIndicatorValue(s, i)
	if end == 0 {
		return n, 0
	}
	sign := indicatorPrefix(s[end:], []string{"/", "分之"})
	if sign == "" {
		return n, 0
	}
	under, e, _ := readIndicatorBare(s, end+len(sign))
	if e == 0 {
		return n, 0
	}
	if sign == "分之" {
		value, under = under, value
	}
	if under == 0 || value >= under || indicatorUnitAfter(s[e:]) {
		return n, 0
	}
	n.value, n.end, n.han, n.unit = math.Round(value/under*1000)/1000, e, han, "份额"
	n.unitStart, n.unitEnd = e, e
	return n, e
}

// readIndicatorBare reads a number whatever stands before it.
func readIndicatorBare(s string, i int) (float64, int, bool) {
	if i >= len(s) {
		return 0, 0, false
	}
	v, end, han := readIndicatorValue(s[i:], 0)
	if end == 0 {
		return 0, 0, false
	}
	return v, i + end, han
}

// indicatorUnitAfter reports whether s begins with a unit, as after 24/7小时.
func indicatorUnitAfter(s string) bool {
	_, _, _, end, _ := readIndicatorUnit(s)
	return end > 0
}

// indicatorShareWords are the words that are number and unit at once.
var indicatorShareWords = []struct {
	word  string
	value float64
	unit  string
	group string
}{
	{"一半", 0.5, "份额", "share"},
	{"半数", 0.5, "份额", "share"},
	{"减半", 0.5, "份额", "share"},
	{"半个月", 0.5, "个月", "time"},
	{"半个小时", 0.5, "个小时", "time"},
	{"半小时", 0.5, "小时", "time"},
	{"半年", 0.5, "年", "time"},
	{"半天", 0.5, "天", "time"},
	{"翻一番", 1, "番", "share"},
	{"翻两番", 2, "番", "share"},
	{"翻番", 1, "番", "share"},
}

// readIndicatorRatio reads 「1.5∶1」 as 1.5 with the unit ∶1, 「1∶15」 as 1 with ∶15, and 「4:3:2:1」 as four parts.
// It does not read the clock, 「7:00」.
func readIndicatorRatio(s string, i int) ([]indicatorNumber, int) {
	var parts []indicatorNumber
	at := i
	for {
		if at >= len(s) || !indicatorDigit(s[at]) {
			return nil, 0
		}
		end := indicatorArabicEnd(s, at)
		v, err := strconv.ParseFloat(strings.ReplaceAll(s[at:end], ",", ""), 64)
		if err != nil {
			return nil, 0
		}
		parts = append(parts, indicatorNumber{start: at, end: end, unitStart: end, unitEnd: end, value: v, group: "ratio", unit: "比例"})
		at = end
		if at >= len(s) || s[at] != ':' {
			break
		}
		if len(parts) > 6 {
			return nil, 0
		}
		at++
	}
	switch {
	case len(parts) < 2:
		return nil, 0
	case len(parts) == 2:
		n := parts[0]
		n.unit, n.unitStart, n.unitEnd = "", n.end, at
		return []indicatorNumber{n}, at
	}
	return parts, at
}

// indicatorNoNumber returns the end of something at i that is made of digits but is no quantity,
// or i: a date without its year, a clock time, an ordinal, a name such as 5G or M2M.
func indicatorNoNumber(s string, i int) int {
	if strings.HasPrefix(s[i:], "第") {
		_, end, _ := readIndicatorBare(s, i+len("第"))
		return max(i, end)
	}
	if indicatorLatin(s[i]) { // a word with the digits in it: PM2.5, IPv6
		end := i
		for end < len(s) && (indicatorLatin(s[end]) || indicatorDigit(s[end]) || strings.IndexByte(".-_", s[end]) >= 0) {
			end++
		}
		return end
	}
	if !indicatorDigit(s[i]) {
		return i
	}
	end := indicatorArabicEnd(s, i)
	rest := s[end:]
	switch {
	case strings.HasPrefix(rest, "月") && !strings.HasPrefix(rest, "月龄"):
		end += len("月")
		if e := indicatorArabicEnd(s, end); e > end && (strings.HasPrefix(s[e:], "日") || strings.HasPrefix(s[e:], "号")) {
			return e + len("日")
		}
		return end
	case strings.HasPrefix(rest, ":") && len(rest) > 2 && indicatorDigit(rest[1]) && indicatorDigit(rest[2]) && (len(rest) == 3 || !indicatorDigit(rest[3])) && end-i <= 2 && !indicatorRatioBefore(s[:i]):
		return end + 3
	case strings.HasPrefix(rest, "号") || strings.HasPrefix(rest, "."):
		return end
	case rest != "" && indicatorLatin(rest[0]) && !indicatorUnitAfter(rest):
		for end < len(s) && (indicatorLatin(s[end]) || indicatorDigit(s[end])) {
			end++
		}
		return end
	}
	return i
}

// indicatorRatioBefore reports whether what follows s is a ratio and no clock time.
func indicatorRatioBefore(s string) bool {
	return indicatorSuffix(s, []string{"比", "比为", "比例", "比例为", "按", "按照", "低于", "高于", "达到", "少于", "大于", "小于", "超过"}) != ""
}

// shareIndicatorUnits gives the numbers of a list the unit that only the last carries:
// 「分别新增20、30和40个」, 「奖励20万、10万元」.
func shareIndicatorUnits(t *indicatorText, numbers []indicatorNumber) {
	for i := len(numbers) - 2; i >= 0; i-- {
		n, next := &numbers[i], &numbers[i+1]
		if next.group == "" || next.group == "magnitude" || n.unit != "" || n.han || !indicatorListGap(t.s[n.unitEnd:next.start]) {
			continue
		}
		unit := next.unit
		if unit == "" {
			unit = t.raw(next.unitStart, next.unitEnd)
		}
		switch mag := t.raw(n.unitStart, n.unitEnd); {
		case mag != "" && mag != unit && strings.HasPrefix(unit, mag): // 「压缩至5个和8个工作日」
			n.group, n.unit = next.group, unit
		case n.group == "":
			n.group, n.unit = next.group, unit
		}
	}
}

// indicatorListGap reports whether s is all that stands between two numbers of one list.
func indicatorListGap(s string) bool {
	switch s {
	case "、", "和", "及", "或", "与", "以及", "、和", "至":
		return true
	}
	return false
}
