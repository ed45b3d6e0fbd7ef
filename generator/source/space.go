package source

import "unicode"

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
