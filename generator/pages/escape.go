package pages

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
)

// escape returns text as Markdown on one line that goldmark, set up as in hugo.toml, reads back
// as the same characters. White space that holds a line break becomes one blank, or nothing
// between Chinese characters; NUL, which HTML cannot hold, becomes U+FFFD.
func escape(text string) string {
	return escapeSpan(text, source.Span{Start: 0, End: len(text)})
}

// escapeSpan escapes the text at s. It looks at the characters around s to tell whether a line
// break at its ends parts words.
func escapeSpan(text string, s source.Span) string {
	var b strings.Builder
	for i, first := s.Start, true; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if source.IsSpace(r) {
			end := spaceEnd(text, i, s.End)
			b.WriteString(space(text, i, end))
			i = end
			continue
		}
		switch {
		case r == 0:
			b.WriteRune(utf8.RuneError)
		case r == '|':
			// A backslash before a bar means another thing in a table than outside.
			b.WriteString("&#124;")
		case strings.ContainsRune("\\`*_[]<>{}&#~!", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case first && strings.ContainsRune("-+=:", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		case first && '0' <= r && r <= '9':
			n = escapeOrdinal(&b, text[i:s.End])
		default:
			b.WriteString(text[i : i+n])
		}
		first = false
		i += n
	}
	return b.String()
}

// escapeOrdinal writes the digits that text begins with, and the mark that would make them the
// number of a list, and returns how many bytes it took.
func escapeOrdinal(b *strings.Builder, text string) int {
	n := 0
	for n < len(text) && '0' <= text[n] && text[n] <= '9' {
		n++
	}
	b.WriteString(text[:n])
	if n < len(text) && (text[n] == '.' || text[n] == ')') {
		b.WriteByte('\\')
		b.WriteByte(text[n])
		n++
	}
	return n
}

// spaceEnd returns the end of the white space that begins at i, at most end.
func spaceEnd(text string, i, end int) int {
	for i < end {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !source.IsSpace(r) {
			break
		}
		i += n
	}
	return i
}

// space returns what to write for the white space at [start, end).
func space(text string, start, end int) string {
	s := text[start:end]
	if !strings.ContainsAny(s, "\n\r\v\f\u0085\u2028\u2029") {
		return strings.ReplaceAll(s, "\t", " ")
	}
	before, _ := utf8.DecodeLastRuneInString(text[:start])
	after, _ := utf8.DecodeRuneInString(text[end:])
	if wide(before) || wide(after) {
		return ""
	}
	return " "
}

// wide reports whether r is written without blanks between words, as Chinese is.
func wide(r rune) bool { return r >= 0x2000 }

// quoteAttr returns value as an attribute's value in quotes.
func quoteAttr(value string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", " ", "\r", " ").Replace(value) + `"`
}
