package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
)

// An eqPart is a piece of the code of an EQ field: text, or a switch with its options and arguments.
type eqPart struct {
	text    string
	name    string   // of a switch in lower case: "f", "o"; empty of text
	options []string // "up 8", "lc{"
	args    [][]eqPart
}

// An eqReader reads the code of an EQ field.
type eqReader struct {
	rest  string
	depth int
}

// equation returns what an EQ field shows: enclosed and joined characters, readings, and formulas in
// their linear form.
func (d *reader) equation(code string) paper.Line {
	r := &eqReader{rest: code}
	parts := r.parts()
	var t paper.Text
	writeEQ(&t, trimEQ(parts))
	return t.Line()
}

// trimEQ leaves out the formatting switches of the field and the white space at its ends.
func trimEQ(parts []eqPart) []eqPart {
	var out []eqPart
	for _, p := range parts {
		if p.name == "" && strings.TrimSpace(p.text) == "" {
			continue
		}
		if p.name != "*" {
			out = append(out, p)
		}
	}
	return out
}

// parts reads up to the end of an argument.
func (r *eqReader) parts() []eqPart {
	var out []eqPart
	var text strings.Builder
	flush := func() {
		if text.Len() > 0 {
			out = append(out, eqPart{text: text.String()})
			text.Reset()
		}
	}
	brackets := 0
	for r.rest != "" {
		c, n := utf8.DecodeRuneInString(r.rest)
		switch {
		case c == '\\':
			flush()
			if s, ok := r.escaped(); ok {
				text.WriteString(s)
			} else {
				out = append(out, r.command())
			}
			continue
		case brackets == 0 && (c == ',' || c == ';' || c == ')') && r.depth > 0:
			flush()
			return out
		case c == '(':
			brackets++
		case c == ')' && brackets > 0:
			brackets--
		}
		text.WriteRune(c)
		r.rest = r.rest[n:]
	}
	flush()
	return out
}

// escaped reads a character that stands for itself: \, \( \\.
func (r *eqReader) escaped() (string, bool) {
	c, n := utf8.DecodeRuneInString(r.rest[1:])
	if n == 0 {
		r.rest = ""
		return `\`, true
	}
	if strings.ContainsRune(`,;()\`, c) {
		r.rest = r.rest[1+n:]
		return string(c), true
	}
	return "", false
}

// command reads a switch with its options and, in brackets, its arguments.
func (r *eqReader) command() eqPart {
	p := eqPart{name: r.word()}
	if p.name == "*" { // \* jc2, \* "Font:宋体", \* hps10
		r.rest = strings.TrimLeft(r.rest, " ")
		if end := strings.IndexByte(r.rest[min(1, len(r.rest)):], '"'); strings.HasPrefix(r.rest, `"`) && end >= 0 {
			r.rest = r.rest[end+2:]
		} else {
			r.rest = strings.TrimLeftFunc(r.rest, func(c rune) bool { return c < 0x80 && c != ' ' && c != '\\' && c != '(' })
		}
		return p
	}
	for len(p.options) < 20 {
		r.rest = strings.TrimLeft(r.rest, " ")
		if !strings.HasPrefix(r.rest, `\`) {
			break
		}
		p.options = append(p.options, r.word())
	}
	if strings.HasPrefix(r.rest, "(") && r.depth < archive.MaxNesting {
		r.depth++
		for {
			r.rest = r.rest[1:] // the bracket or the sign between arguments
			p.args = append(p.args, r.parts())
			if r.rest == "" || r.rest[0] == ')' {
				break
			}
		}
		r.rest = strings.TrimPrefix(r.rest, ")")
		r.depth--
	}
	return p
}

// word reads a backslash with the letters and the number or sign behind it: \up 8, \lc\{.
func (r *eqReader) word() string {
	r.rest = r.rest[1:]
	end := strings.IndexFunc(r.rest, func(c rune) bool { return c >= 0x80 || !unicode.IsLetter(c) })
	switch {
	case strings.HasPrefix(r.rest, "*"):
		end = 1
	case end < 0:
		end = len(r.rest)
	}
	name := strings.ToLower(r.rest[:end])
	r.rest = r.rest[end:]
	switch name {
	case "lc", "rc", "bc", "fc", "vc":
		s := strings.TrimPrefix(r.rest, `\`)
		c, n := utf8.DecodeRuneInString(s)
		if n > 0 {
			r.rest = s[n:]
			return name + string(c)
		}
	case "up", "do", "ai", "di", "fo", "ba", "hs", "vs", "co":
		r.rest = strings.TrimLeft(strings.TrimLeft(r.rest, " "), "0123456789")
	}
	return name
}
