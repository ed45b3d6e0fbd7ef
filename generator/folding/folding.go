// Package folding brings text into the form in which the search matches it.
package folding

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"zhengce/generator/source"
)

// variants are characters that count as one in a search though NFKC keeps them apart:
// the ways to write the zero of 二〇一五年, and quotes that lean.
var variants = map[rune]rune{'○': '〇', '零': '〇', '◯': '〇',
	'“': '"', '”': '"', '„': '"', '‟': '"', '‘': '\'', '’': '\'', '‛': '\'', '′': '\''}

// Fold returns text in the form in which it is matched: NFKC, lower case, one zero, one quote, and no
// white space but single blanks between Latin letters or digits, so that lines broken in the
// middle of a word or number of a scraped table do not hide it. It works character by
// character; static/js/search-text.js has the same function, and a test holds both to one table.
func Fold(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	var last rune
	blank := false
	for _, r := range text {
		if isBlank(r) {
			blank = true
			continue
		}
		for _, f := range foldRune(r) {
			if isBlank(f) {
				blank = true
				continue
			}
			if blank && IsWord(last) && IsWord(f) {
				b.WriteByte(' ')
			}
			blank = false
			b.WriteRune(f)
			last = f
		}
	}
	return b.String()
}

// foldRune returns the folded form of one character.
func foldRune(r rune) string {
	if r < 0x80 {
		return string(unicode.ToLower(r))
	}
	if 0x4E00 <= r && r <= 0x9FFF && r != '零' {
		return string(r)
	}
	return strings.Map(func(r rune) rune {
		if v, ok := variants[r]; ok {
			return v
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(string(source.Unify(r))))
}

// isBlank reports whether r is white space, a control character or one of the invisible marks
// that editors leave.
func isBlank(r rune) bool {
	switch {
	case r <= ' ', 0x7F <= r && r <= 0xA0, r == 0xAD, r == 0x1680, 0x2000 <= r && r <= 0x200D,
		r == 0x2028, r == 0x2029, r == 0x202F, r == 0x205F, r == 0x2060, r == 0x3000, r == 0xFEFF:
		return true
	}
	return false
}

// IsWord reports whether blanks beside r separate words: Latin letters and digits.
func IsWord(r rune) bool {
	return 'a' <= r && r <= 'z' || '0' <= r && r <= '9'
}
