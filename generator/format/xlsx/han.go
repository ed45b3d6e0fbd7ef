package xlsx

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"zhengce/generator/numeral"
)

// inWords is a number as it is in Chinese words, plain ones or those of cheques: 「[DBNum2][$-804]General」.
var inWords = regexp.MustCompile(`\[DBNum([12])\](\[\$-[0-9A-Fa-f]+\])?(?:G/通用格式|(?i:General))`)

// wordSets are the digits in words, and the units of ten, a hundred and a thousand.
var wordSets = map[string][2]string{"1": {"○一二三四五六七八九", "十百千"}, "2": {"零壹贰叁肆伍陆柒捌玖", "拾佰仟"}}

// spelled writes a number in Chinese words as Excel does: 12 is 一十二, 1205 一千二百○五, 12.5 一十二.五;
// the sign is not among them.
func spelled(v float64, set string) (string, bool) {
	if math.Abs(v) >= 1e15 {
		return "", false
	}
	whole, part, decimal := strings.Cut(strconv.FormatFloat(math.Abs(v), 'f', -1, 64), ".")
	digits, units := []rune(wordSets[set][0]), []rune(wordSets[set][1])
	var b strings.Builder
	zero, filled := false, false // a digit before is zero, one of the four is not
	for i, d := range whole {
		place := len(whole) - 1 - i
		switch {
		case d != '0':
			if zero {
				b.WriteRune(digits[0])
			}
			b.WriteRune(digits[d-'0'])
			if place%4 > 0 {
				b.WriteRune(units[place%4-1])
			}
			zero, filled = false, true
		default:
			zero = true
		}
		if place > 0 && place%4 == 0 {
			if filled || place == 8 {
				b.WriteString(map[int]string{4: "万", 8: "亿", 12: "万"}[place])
			}
			filled = false
		}
	}
	if whole == "0" {
		b.WriteRune(digits[0])
	}
	if decimal {
		b.WriteString("." + numeral.DigitsOf(part, wordSets[set][0]))
	}
	return b.String(), true
}

// weekdays returns, as text of a format, the day of the week of a date: 「aaaa」 is 星期三, 「aaa」 三.
func weekdays(code string, v float64) string {
	if v < 1 || v > 1e7 {
		return code
	}
	day := string([]rune("日一二三四五六")[(int(v)-1)%7])
	if code == "aaaa" {
		day = "星期" + day
	}
	return `"` + day + `"`
}
