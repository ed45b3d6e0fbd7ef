// Package numeral reads and writes Chinese numbers and outline marks.
package numeral

import (
	"strings"
)

var digit = map[rune]int{
	'零': 0, '〇': 0, '○': 0, '◯': 0, 'Ｏ': 0, 'O': 0, 'О': 0, 'Ο': 0, 'o': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5,
	'六': 6, '七': 7, '八': 8, '九': 9,
	'壹': 1, '贰': 2, '叁': 3, '肆': 4, '伍': 5, '陆': 6, '柒': 7, '捌': 8, '玖': 9,
}

// ASCII returns the value of an Arabic digit of half or full width.
func ASCII(r rune) (int, bool) {
	switch {
	case '0' <= r && r <= '9':
		return int(r - '0'), true
	case '０' <= r && r <= '９':
		return int(r - '０'), true
	}
	return 0, false
}

// Parse reads a whole number below 10^12 in Chinese (二十三, 一百零五, 两千, 三万), in the digit
// style of years (二○一五), or in Arabic digits of either width (23, ２３).
func Parse(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	if n, ok := digits(s); ok {
		return n, true
	}
	total, section, last, lastUnit := 0, 0, -1, 0
	for _, r := range s {
		unit := 0
		switch r {
		case '十', '拾':
			unit = 10
		case '百', '佰':
			unit = 100
		case '千', '仟':
			unit = 1000
		case '万':
			unit = 10_000
		case '亿':
			unit = 100_000_000
		case '零', '〇', '○':
			if last >= 0 {
				return 0, false
			}
			lastUnit = 0
			continue
		default:
			d, ok := digit[r]
			if !ok || last >= 0 || d == 0 {
				return 0, false
			}
			last = d
			continue
		}
		switch {
		case unit >= 10_000:
			if last >= 0 {
				section += last
			}
			if total+section == 0 {
				return 0, false
			}
			if unit > 10_000 {
				total = (total + section) * unit
			} else {
				total += section * unit
			}
			section = 0
		case last >= 0:
			section += last * unit
		case unit == 10 && section == 0:
			section = 10
		default:
			return 0, false
		}
		if total > 1_000_000_000_000 {
			return 0, false
		}
		last, lastUnit = -1, unit
	}
	if last >= 0 {
		if lastUnit >= 100 && section+total > 0 {
			last *= lastUnit / 10 // 一百五 is 150, 三万五 is 35 000
		}
		section += last
	}
	return total + section, true
}

// digits reads s as digits one by one, Chinese or Arabic; a single 十 is none.
func digits(s string) (int, bool) {
	n, count, arabic := 0, 0, false
	for _, r := range s {
		d, ok := ASCII(r)
		if ok {
			arabic = true
		} else if d, ok = digit[r]; !ok {
			return 0, false
		}
		if n = n*10 + d; n > 1_000_000_000_000 {
			return 0, false
		}
		count++
	}
	return n, arabic || count > 1 || count == 1
}

var written = []string{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"}

// Format writes n, from 0 to 9,999, as an outline number: 23 as 二十三, 105 as 一百零五.
func Format(n int) string {
	if n < 10 {
		return written[n]
	}
	var b strings.Builder
	zero := false
	for _, u := range []struct {
		n    int
		name string
	}{{1000, "千"}, {100, "百"}, {10, "十"}} {
		d := n / u.n % 10
		switch {
		case d > 0:
			if zero {
				b.WriteString("零")
				zero = false
			}
			if !(d == 1 && u.n == 10 && b.Len() == 0) {
				b.WriteString(written[d])
			}
			b.WriteString(u.name)
		case b.Len() > 0:
			zero = true
		}
	}
	if d := n % 10; d > 0 {
		if zero {
			b.WriteString("零")
		}
		b.WriteString(written[d])
	}
	return b.String()
}
