package target

import (
	"math"
	"strconv"
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

// longestNumber is how many bytes an Arabic number may have; longer ones are codes.
const longestNumber = 20

// readNumbers reads the numbers and the years of t, each in order.
func readNumbers(t *paragraph) ([]number, []yearMention) {
	var numbers []number
	var years []yearMention
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
		if end := notNumber(t.s, i); end > i {
			i = end
			continue
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
	unit, group, skip, length, more := readUnit(s[end:])
	if upper, stop := readUpper(s, end, length); stop > 0 {
		n.max, n.ranged, n.end = upper, true, stop
		unit, group, skip, length, more = readUnit(s[stop:])
	}
	if n.ranged && n.max <= n.value {
		n.ranged, n.max = false, 0
	}
	n.group, n.more = group, more
	n.unitStart, n.unitEnd = n.end+skip, n.end+length
	if unit == "" {
		n.unitStart, n.unitEnd = n.end, n.end
	}
	return []number{n}, max(n.unitEnd, n.end)
}

// readUpper reads the upper bound of a range whose lower bound ends at end and has a
// unit of the given length: 「2—3个」, 「10%-15%」, 「5万元至10万元」. stop is 0 if there is none.
func readUpper(s string, end, unit int) (value float64, stop int) {
	for _, at := range []int{end, end + unit} {
		at += len(words.Prefix(s[at:], []string{"（含）", "（不含）", "（含本数）"}))
		rest := s[at:]
		sign := words.Prefix(rest, []string{"--", "-", "~", "至", "到"})
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

// readValue reads an Arabic number (1,000.5) or a Chinese one (三十, 千 of 千亿) at i.
func readValue(s string, i int) (value float64, end int, han bool) {
	if i >= len(s) {
		return 0, 0, false
	}
	if numeral.IsDigit(s[i]) {
		if i > 0 && (isLatin(s[i-1]) || strings.IndexByte(".+*/_", s[i-1]) >= 0 || numeral.IsDigit(s[i-1])) {
			return 0, 0, false
		}
		end = numeral.ArabicEnd(s, i)
		value, err := strconv.ParseFloat(strings.ReplaceAll(s[i:end], ",", ""), 64)
		if err != nil || end-i > longestNumber {
			return 0, 0, false
		}
		return value, end, false
	}
	value, end = readHan(s, i)
	return value, end, true
}

const hanDigits = "一二两三四五六七八九十百千"

// hanBound are characters after which a Chinese numeral belongs to a word.
const hanBound = "第统进唯同初数几万亿零〇十百千一二两三四五六七八九多专合单任逐划归之星期周"

// readHan reads a Chinese number at i up to its magnitude: 「千」 of 千亿, 「二十」 of 二十万.
func readHan(s string, i int) (float64, int) {
	if r, _ := utf8.DecodeRuneInString(s[i:]); !strings.ContainsRune(hanDigits, r) {
		return 0, 0
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); i > 0 && strings.ContainsRune(hanBound, r) && !hanFree(s[:i]) {
		return 0, 0
	}
	end := i
	for end < len(s) && end-i < 24 {
		r, w := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(hanDigits+"零〇", r) {
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

// hanFree reports whether s ends with a word after which a number stands free, though
// its last character often belongs to a numeral word: 之一 is none, 延长为期 is one.
func hanFree(s string) bool {
	return words.Suffix(s, []string{"期", "不少于", "任期", "为期", "有效期", "周期", "有效期限"}) != "" && !strings.HasSuffix(s, "星期")
}

// readShare reads a number whose words hold its unit: 1/3, 三分之二, 千分之三, 一半, 减半,
// 半个月, 翻一番.
func readShare(s string, i int) (number, int) {
	n := number{start: i, group: "share"}
	if w := words.Prefix(s[i:], []string{"百分之", "千分之", "万分之"}); w != "" {
		value, end, han := readBare(s, i+len(w))
		if end == 0 {
			return n, 0
		}
		n.value, n.end, n.han, n.unit = value, end, han, w
		n.unitStart, n.unitEnd = end, end
		return n, end
	}
	for _, w := range shareWords {
		if strings.HasPrefix(s[i:], w.word) {
			n.value, n.unit, n.han = w.value, w.unit, true
			n.group = w.group
			n.end = i + len(w.word)
			n.unitStart, n.unitEnd = n.end, n.end
			return n, n.end
		}
	}
	value, end, han := readValue(s, i)
	if end == 0 {
		return n, 0
	}
	sign := words.Prefix(s[end:], []string{"/", "分之"})
	if sign == "" {
		return n, 0
	}
	under, e, _ := readBare(s, end+len(sign))
	if e == 0 {
		return n, 0
	}
	if sign == "分之" {
		value, under = under, value
	}
	if under == 0 || value >= under || unitFollows(s[e:]) {
		return n, 0
	}
	n.value, n.end, n.han, n.unit = math.Round(value/under*1000)/1000, e, han, "份额"
	n.unitStart, n.unitEnd = e, e
	return n, e
}

// readBare reads a number whatever stands before it.
func readBare(s string, i int) (float64, int, bool) {
	if i >= len(s) {
		return 0, 0, false
	}
	v, end, han := readValue(s[i:], 0)
	if end == 0 {
		return 0, 0, false
	}
	return v, i + end, han
}

// unitFollows reports whether s begins with a unit, as after 24/7小时.
func unitFollows(s string) bool {
	_, _, _, end, _ := readUnit(s)
	return end > 0
}

// shareWords are the words that are number and unit at once.
var shareWords = []struct {
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

// readRatio reads 「1.5∶1」 as 1.5 with the unit ∶1, 「1∶15」 as 1 with ∶15, and 「4:3:2:1」 as four parts.
// It does not read the clock, 「7:00」.
func readRatio(s string, i int) ([]number, int) {
	var parts []number
	at := i
	for {
		if at >= len(s) || !numeral.IsDigit(s[at]) {
			return nil, 0
		}
		end := numeral.ArabicEnd(s, at)
		v, err := strconv.ParseFloat(strings.ReplaceAll(s[at:end], ",", ""), 64)
		if err != nil {
			return nil, 0
		}
		parts = append(parts, number{start: at, end: end, unitStart: end, unitEnd: end, value: v, group: "ratio", unit: "比例"})
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
		return []number{n}, at
	}
	return parts, at
}

// notNumber returns the end of something at i that is made of digits but is no quantity,
// or i: a date without its year, a clock time, an ordinal, a name such as 5G or M2M.
func notNumber(s string, i int) int {
	if strings.HasPrefix(s[i:], "第") {
		_, end, _ := readBare(s, i+len("第"))
		return max(i, end)
	}
	if isLatin(s[i]) { // a word with the digits in it: PM2.5, IPv6
		end := i
		for end < len(s) && (isLatin(s[end]) || numeral.IsDigit(s[end]) || strings.IndexByte(".-_", s[end]) >= 0) {
			end++
		}
		return end
	}
	if !numeral.IsDigit(s[i]) {
		return i
	}
	end := numeral.ArabicEnd(s, i)
	rest := s[end:]
	switch {
	case strings.HasPrefix(rest, "月") && !strings.HasPrefix(rest, "月龄"):
		end += len("月")
		if e := numeral.ArabicEnd(s, end); e > end && (strings.HasPrefix(s[e:], "日") || strings.HasPrefix(s[e:], "号")) {
			return e + len("日")
		}
		return end
	case strings.HasPrefix(rest, ":") && len(rest) > 2 && numeral.IsDigit(rest[1]) && numeral.IsDigit(rest[2]) && (len(rest) == 3 || !numeral.IsDigit(rest[3])) && end-i <= 2 && !ratioPrecedes(s[:i]):
		return end + 3
	case strings.HasPrefix(rest, "号") || strings.HasPrefix(rest, "."):
		return end
	case rest != "" && isLatin(rest[0]) && !unitFollows(rest):
		for end < len(s) && (isLatin(s[end]) || numeral.IsDigit(s[end])) {
			end++
		}
		return end
	}
	return i
}

// ratioPrecedes reports whether what follows s is a ratio and no clock time.
func ratioPrecedes(s string) bool {
	return words.Suffix(s, []string{"比", "比为", "比例", "比例为", "按", "按照", "低于", "高于", "达到", "少于", "大于", "小于", "超过"}) != ""
}

// shareUnits gives the numbers of a list the unit that only the last carries:
// 「分别新增20、30和40个」, 「奖励20万、10万元」.
func shareUnits(t *paragraph, numbers []number) {
	for i := len(numbers) - 2; i >= 0; i-- {
		n, next := &numbers[i], &numbers[i+1]
		if next.group == "" || next.group == "magnitude" || n.unit != "" || n.han || !isListGap(t.s[n.unitEnd:next.start]) {
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

// isListGap reports whether s is all that stands between two numbers of one list.
func isListGap(s string) bool {
	switch s {
	case "、", "和", "及", "或", "与", "以及", "、和", "至":
		return true
	}
	return false
}
