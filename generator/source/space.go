package source

import (
	"unicode"
	"unicode/utf8"
)

// IsSpace reports whether r is white space for the comparison of texts: Unicode white space
// (with the ideographic space U+3000 and the no-break space) and the invisible marks that
// editors leave behind, such as the byte order mark and the zero-width space.
func IsSpace(r rune) bool {
	switch r {
	case '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF', '\u00AD':
		return true
	}
	return unicode.IsSpace(r)
}

// RuneStart moves i, a byte offset of s, back to the first byte of the character that it points into.
func RuneStart(s string, i int) int {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	return i
}
