package numeral

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Style is what an outline mark looks like.
type Style int

const (
	None       Style = iota
	Chapter          // 第一章
	SectionNo        // 第一节
	Article          // 第一条
	Comma            // 一、
	Bracket          // （一）
	Dot              // 1. 1． 1、
	DotBracket       // （1） 1）
	Circle           // ①
	Decimal1         // 1, of a paper whose sections have decimal numbers
	Decimal2         // 1.1
	Decimal3         // 1.1.1
	Decimal4         // 1.1.1.1
	Book             // 第一编
	Volume           // 第一篇
	Division         // 第一部分
	Grand            // 壹、
)

// A Mark is an outline number as it stands before a heading or paragraph.
type Mark struct {
	Style Style
	N     int // at least 1

	Arabic bool // of an Article: printed 第3条, not 第三条
}

// Decimal reports whether the mark is of a decimal outline; its number goes on with that above it.
func (m Mark) Decimal() bool { return Decimal1 <= m.Style && m.Style <= Decimal4 }

// Outer reports whether the mark is one of a division above chapters and parts.
func (m Mark) Outer() bool { return Book <= m.Style && m.Style <= Grand }

// String writes the mark in normal form: 一、 （一） 1 （1） ① 第一条. Of a decimal number it is the last part.
func (m Mark) String() string {
	switch m.Style {
	case Book:
		return "第" + Format(m.N) + "编"
	case Volume:
		return "第" + Format(m.N) + "篇"
	case Division:
		return "第" + Format(m.N) + "部分"
	case Grand:
		return legal.Replace(Format(m.N))
	case Chapter:
		return "第" + Format(m.N) + "章"
	case SectionNo:
		return "第" + Format(m.N) + "节"
	case Article:
		if m.Arabic {
			return "第" + strconv.Itoa(m.N) + "条"
		}
		return "第" + Format(m.N) + "条"
	case Comma:
		return Format(m.N)
	case Bracket:
		return "（" + Format(m.N) + "）"
	case Dot, Decimal1, Decimal2, Decimal3, Decimal4:
		return strconv.Itoa(m.N)
	case DotBracket:
		return "（" + strconv.Itoa(m.N) + "）"
	case Circle:
		if m.N <= 20 {
			return string(rune('①' + m.N - 1))
		}
		return "（" + strconv.Itoa(m.N) + "）"
	}
	return ""
}

// ReadMark reads the outline mark at the start of s and returns it with its length in bytes,
// white space after it left out. The length is 0 where s begins with none.
//
// It reads 「一、总体要求」, 「（三） 推进…」, 「(一)重大意义」, 「1.创新引领」, 「1．」, 「1、」, 「（1）」, 「①」,
// 「第三条」, 「第二章」, 「1.2019年底前…」; it does not read 「1.5万元」, 「2015年」, 「一是」, 「（含县级市）」.
func ReadMark(s string) (Mark, int) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '第':
		return readOrdinal(s, n)
	case r == '（' || r == '(' || r == '﹙':
		return readBracket(s, n)
	case '①' <= r && r <= '⑳':
		return Mark{Style: Circle, N: int(r-'①') + 1}, n
	case '⑴' <= r && r <= '⒇':
		return Mark{Style: DotBracket, N: int(r-'⑴') + 1}, n
	case '⒈' <= r && r <= '⒛':
		return Mark{Style: Dot, N: int(r-'⒈') + 1}, n
	}
	if m, end := readGrand(s); end > 0 {
		return m, end
	}
	num, end := leading(s, isHan)
	if num > 0 {
		end = len(s) - len(strings.TrimLeftFunc(s[end:], unicode.IsSpace)) // 「二 、支持范围」
		switch c, w := utf8.DecodeRuneInString(s[end:]); {
		case c == '、' && !goesOn(s[end+w:], num), isStop(c) && !startsHan(s[end+w:]): // 「一．总则」, not 「三.八节」
			return Mark{Style: Comma, N: num}, end + w
		}
		return Mark{}, 0
	}
	num, end = leading(s, isArabic)
	if num == 0 || num > 999 {
		return Mark{}, 0
	}
	if rest := strings.TrimLeft(s[end:], " \u3000"); strings.HasPrefix(rest, "、") {
		end = len(s) - len(rest) // 「1 、加强值班」
	}
	c, w := utf8.DecodeRuneInString(s[end:])
	switch c {
	case '.', '．', '﹒', '、':
		if next, _ := utf8.DecodeRuneInString(s[end+w:]); isArabic(next) && !opensYear(s[end+w:]) {
			return Mark{}, 0 // 1.5万元
		}
		return Mark{Style: Dot, N: num}, end + w
	case '）', ')':
		return Mark{Style: DotBracket, N: num}, end + w
	}
	return Mark{}, 0
}

// goesOn reports whether s begins with the number after n in a list of ordinals: 「一、二、三产业」, 「三、四级医院」.
func goesOn(s string, n int) bool {
	num, end := leading(s, isHan)
	next, _ := utf8.DecodeRuneInString(s[end:])
	return num == n+1 && strings.ContainsRune("、产线级等类档期季号楼", next)
}

// opensYear reports whether s begins with a year, as the text of 「1.2019年底前出台办法」 does.
func opensYear(s string) bool {
	num, end := leading(s, isArabic)
	return utf8.RuneCountInString(s[:end]) == 4 && num >= 1900 && num < 2100 && strings.HasPrefix(s[end:], "年")
}

func readBracket(s string, open int) (Mark, int) {
	rest := s[open:]
	skip := len(rest) - len(strings.TrimLeftFunc(rest, unicode.IsSpace))
	rest = rest[skip:]
	style := Bracket
	num, end := leading(rest, isHan)
	if dash, w := utf8.DecodeRuneInString(rest); num == 0 && strings.ContainsRune("—－―ー─", dash) {
		num, end = 1, w // a scan takes 一 for a dash
	}
	if num == 0 {
		style = DotBracket
		num, end = leading(rest, isArabic)
	}
	if num == 0 || num > 999 {
		return Mark{}, 0
	}
	trimmed := strings.TrimLeftFunc(rest[end:], unicode.IsSpace)
	c, w := utf8.DecodeRuneInString(trimmed)
	if c != '）' && c != ')' && c != '﹚' {
		return Mark{}, 0
	}
	end = len(s) - len(trimmed) + w
	if rest, ok := strings.CutPrefix(s[end:], "、"); ok {
		if strings.HasPrefix(rest, "（") || strings.HasPrefix(rest, "(") {
			return Mark{}, 0 // 「（一）、（二）两类」
		}
		end += len("、") // 「（一）、落实责任」
	}
	return Mark{Style: style, N: num}, end
}

// isStop reports whether r is the point behind a number.
func isStop(r rune) bool { return r == '.' || r == '．' || r == '﹒' }

// startsHan reports whether s begins with a Chinese digit.
func startsHan(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isHan(r)
}

// readOrdinal reads 第三条, 第3条, and what is set apart: 第 1 0 条.
func readOrdinal(s string, first int) (Mark, int) {
	num, end := spaced(s[first:], isHan)
	arabic := num == 0
	if arabic {
		num, end = spaced(s[first:], isArabic)
	}
	if num == 0 {
		return Mark{}, 0
	}
	end += first
	c, w := utf8.DecodeRuneInString(s[end:])
	switch c {
	case '部':
		if strings.HasPrefix(s[end:], "部分") {
			return Mark{Style: Division, N: num}, end + len("部分")
		}
	case '编':
		return Mark{Style: Book, N: num}, end + w
	case '篇':
		if next, _ := utf8.DecodeRuneInString(s[end+w:]); next == ':' || next == '：' {
			return Mark{}, 0 // 「第一篇：…」 heads a paper in a collection
		}
		return Mark{Style: Volume, N: num}, end + w
	case '章':
		return Mark{Style: Chapter, N: num}, end + w
	case '节':
		return Mark{Style: SectionNo, N: num}, end + w
	case '条':
		return Mark{Style: Article, N: num, Arabic: arabic}, end + w
	}
	return Mark{}, 0
}

// spaced reads the number at the start of s like leading, with blanks before it, in it and behind it.
func spaced(s string, is func(rune) bool) (n, end int) {
	var digits strings.Builder
	for i, r := range s {
		if r != '　' && r != ' ' && r != '\u00a0' && !is(r) {
			end = i
			break
		}
		if is(r) {
			digits.WriteRune(r)
		}
	}
	if digits.Len() > maxNumber {
		return 0, 0
	}
	n, ok := Parse(digits.String())
	if !ok {
		return 0, 0
	}
	return n, end
}

// maxNumber is the length in bytes of the longest number that a mark has.
const maxNumber = 24

// leading reads the number at the start of s that is made of runes of kind is.
func leading(s string, is func(rune) bool) (n, end int) {
	for i, r := range s {
		if !is(r) {
			break
		}
		end = i + utf8.RuneLen(r)
		if end > maxNumber {
			return 0, 0
		}
	}
	n, ok := Parse(s[:end])
	if !ok {
		return 0, 0
	}
	return n, end
}

func isHan(r rune) bool { return strings.ContainsRune("一二三四五六七八九十百零〇○", r) }

func isArabic(r rune) bool { _, ok := ASCII(r); return ok }
