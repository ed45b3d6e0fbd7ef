package invariant

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pairs are the marks that come in pairs; of both widths one closes the other.
var pairs = []struct{ open, close string }{{"（(", "）)"}, {"〔[［", "〕]］"}, {"《", "》"}, {"〈", "〉"}, {"“", "”"}, {"「", "」"}, {"【", "】"}}

// half reports whether text has one mark of a pair without the other.
func half(text string) bool {
	for _, p := range pairs {
		depth := 0
		for _, r := range text {
			switch {
			case strings.ContainsRune(p.open, r):
				depth++
			case strings.ContainsRune(p.close, r):
				depth--
			}
			if depth < 0 {
				return true
			}
		}
		if depth > 0 {
			return true
		}
	}
	return false
}

// characters returns the length of text in characters.
func characters(text string) int { return utf8.RuneCountInString(text) }

// isHan reports whether r is a Chinese character.
func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// hans counts the Chinese characters of text.
func hans(text string) int {
	n := 0
	for _, r := range text {
		if isHan(r) {
			n++
		}
	}
	return n
}

// first returns the first character of text.
func first(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	return r
}
