package numeral

// IsDigit reports whether c is one of the digits 0 to 9.
func IsDigit[C rune | byte](c C) bool { return '0' <= c && c <= '9' }

// ArabicEnd returns the end of the Arabic number that begins at the byte i of s, with its commas and
// its point: 1,000.5. It is i where none begins.
func ArabicEnd(s string, i int) int {
	end := i
	for end < len(s) {
		c := s[end]
		if IsDigit(c) || (c == ',' || c == '.') && end > i && end+1 < len(s) && IsDigit(s[end-1]) && IsDigit(s[end+1]) {
			end++
			continue
		}
		break
	}
	return end
}
