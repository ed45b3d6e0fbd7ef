package source

import (
	"unicode"
	"unicode/utf8"
)

// IsSpace reports whether r is white space for the comparison of texts: Unicode white space
// (with the ideographic space U+3000 and the no-break space) and the invisible marks that
// editors leave behind, such as the byte order mark and the zero-width space.
func IsSpace(r rune) bool {
	if '\u3001' <= r && r < '\uFEFF' {
		return false // most of a paper; a test holds that none there is
	}
	switch r {
	case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD':
		return true
	}
	return unicode.IsSpace(r)
}

// holdsSpace reports whether a character of text is white space. It tells from the first bytes of characters, since most texts hold
// none and this is asked of all of them.
func holdsSpace(text string) bool {
	for i := 0; i < len(text); i++ {
		switch b := text[i]; {
		case b > 0xE3 && b < 0xEF, b > ' ' && b < 0xC2:
		default:
			if r, _ := utf8.DecodeRuneInString(text[i:]); IsSpace(r) {
				return true
			}
		}
	}
	return false
}

// RuneStart moves i, a byte offset of s, back to the first byte of the character that it points into.
func RuneStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
