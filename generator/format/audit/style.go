package audit

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
)

// What a style sheet is made of, as far as it matters to the text that it adds to a page.
var (
	styleComment = regexp.MustCompile(`(?s)/\*.*?(?:\*/|$)`)
	// added is a declaration of the property content with its value: strings, and what stands between them.
	added = regexp.MustCompile(`(?is)(?:^|[{};\s])content\s*:((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"';{}])*)`)
	// quoted is a string, or a call with what it is given.
	quoted  = regexp.MustCompile(`(?s)[\w-]+\((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^"')])*\)?|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|/`)
	escapes = regexp.MustCompile(`(?s)\\(?:([0-9A-Fa-f]{1,6})[ \n\t]?|(.))`)
)

// styleNodes returns the texts that a style sheet adds to elements, if they say something.
func styleNodes(at int, text string) []Node {
	var out []Node
	for _, m := range added.FindAllStringSubmatch(styleComment.ReplaceAllString(text, " "), -1) {
		said := ""
		for _, q := range quoted.FindAllString(m[1], -1) {
			if q == "/" {
				break // what follows is read aloud
			}
			if q[0] == '"' || q[0] == '\'' {
				said += plainString(q[1 : len(q)-1])
			}
		}
		if strings.ContainsFunc(said, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			out = append(out, Node{At: at, Text: said})
		}
	}
	return out
}

// plainString undoes the escapes of a string.
func plainString(s string) string {
	return escapes.ReplaceAllStringFunc(s, func(e string) string {
		m := escapes.FindStringSubmatch(e)
		if n, err := strconv.ParseUint(m[1], 16, 32); err == nil {
			return strings.ToValidUTF8(string(rune(n)), "")
		}
		return strings.TrimSpace(m[2])
	})
}
