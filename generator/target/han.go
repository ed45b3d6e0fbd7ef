package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
)

// hanDigits can begin a Chinese number; zeros stand only within it.
const (
	hanDigits = "一二两三四五六七八九十百千"
	hanZeros  = "零〇"
)

// hanBound are characters after which a Chinese numeral belongs to a word: 第三, 统一, 周二.
const hanBound = "第统进唯同初数几万亿零〇十百千一二两三四五六七八九多专合单任逐划归之星周"

// longestHan is how many bytes a Chinese number may have: eight characters, 九千九百九十九.
const longestHan = 24

// readHan reads a Chinese number at i up to its magnitude: 「千」 of 千亿, 「二十」 of 二十万.
func readHan(s string, i int) (float64, int) {
	if r, _ := utf8.DecodeRuneInString(s[i:]); !strings.ContainsRune(hanDigits, r) {
		return 0, 0
	}
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); strings.ContainsRune(hanBound, r) || strings.HasSuffix(s[:i], "星期") {
		return 0, 0
	}
	end := i
	for end < len(s) && end-i < longestHan {
		r, w := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(hanDigits+hanZeros, r) {
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
