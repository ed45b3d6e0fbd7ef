package format

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/source"
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
func (d *docx) equation(code string) richLine {
	r := &eqReader{rest: code}
	parts := r.parts()
	var t richText
	writeEQ(&t, trimEQ(parts))
	return t.line()
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
	if strings.HasPrefix(r.rest, "(") && r.depth < maxNesting {
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

// writeEQ writes the parts of an equation.
func writeEQ(t *richText, parts []eqPart) {
	for _, p := range parts {
		if p.name == "" {
			t.add(p.text, nil)
			continue
		}
		writeSwitch(t, p)
	}
}

// eqText returns an argument as plain text.
func eqText(parts []eqPart) string {
	var t richText
	writeEQ(&t, parts)
	return strings.TrimSpace(t.b.String())
}

func (p eqPart) arg(i int) string {
	if i < len(p.args) {
		return eqText(p.args[i])
	}
	return ""
}

func (p eqPart) has(option string) bool {
	for _, o := range p.options {
		if o == option {
			return true
		}
	}
	return false
}

// sign returns the sign that an option such as lc names.
func (p eqPart) sign(option string) string {
	for _, o := range p.options {
		if s, ok := strings.CutPrefix(o, option); ok && s != "" {
			return s
		}
	}
	return ""
}

// writeSwitch writes a switch of ISO/IEC 29500-1, 17.16.5.19.
func writeSwitch(t *richText, p eqPart) {
	math := func(s string) { t.add(s, []lineMark{{kind: source.Formula, note: plainMath(s)}}) }
	switch p.name {
	case "f":
		math(bracketed(p.arg(0)) + "/" + bracketed(p.arg(1)))
	case "r":
		if len(p.args) > 1 {
			math(root(p.arg(0), p.arg(1)))
		} else {
			math(root("", p.arg(0)))
		}
	case "i":
		math(p.integral())
	case "b":
		left, right := p.brackets()
		t.add(left, nil)
		p.all(t, "")
		t.add(right, nil)
	case "s":
		p.shifted(t)
	case "o":
		p.overstrike(t)
	case "l":
		p.all(t, ",")
	case "a":
		p.all(t, "；")
	default: // \x a box, \d a shift: what stands in it
		p.all(t, "")
	}
}

func (p eqPart) all(t *richText, between string) {
	for i, a := range p.args {
		if i > 0 {
			t.add(between, nil)
		}
		writeEQ(t, a)
	}
}

func (p eqPart) integral() string {
	sign := "∫"
	switch {
	case p.has("su"):
		sign = "∑"
	case p.has("pr"):
		sign = "∏"
	case p.sign("fc") != "":
		sign = p.sign("fc")
	}
	return limits(sign, p.arg(0), p.arg(1)) + p.arg(2)
}

func (p eqPart) brackets() (left, right string) {
	left, right = p.sign("lc"), p.sign("rc")
	if both := p.sign("bc"); both != "" {
		left, right = both, map[string]string{"(": ")", "[": "]", "{": "}", "<": ">"}[both]
		if right == "" {
			right = both
		}
	}
	if left+right == "" {
		return "(", ")"
	}
	return left, right
}

// shifted writes raised, lowered or stacked characters.
func (p eqPart) shifted(t *richText) {
	start := t.b.Len()
	p.all(t, "")
	end := t.b.Len()
	kind := source.Superscript
	switch {
	case end == start || len(p.args) > 1 || !p.has("up") && !p.has("do"):
		return
	case p.has("do"):
		kind = source.Subscript
	}
	t.marks = append(t.marks, lineMark{start: start, end: end, kind: kind})
}

// enclosures are the signs that go around a character, as combining marks.
var enclosures = map[string]string{"○": "\u20DD", "〇": "\u20DD", "◯": "\u20DD", "□": "\u20DE", "◇": "\u20DF", "△": "\u20E4"}

// overstrike writes characters one over another: a sign around one, a reading above, or two rows of
// small characters in the place of one.
func (p eqPart) overstrike(t *richText) {
	if len(p.args) == 2 {
		first, second := p.arg(0), p.arg(1)
		if mark := enclosures[first]; mark != "" && second != "" {
			t.add(enclose(first, second, mark), nil)
			return
		}
		above, other := trimEQ(p.args[0]), trimEQ(p.args[1])
		if len(above) == 1 && above[0].name == "s" && above[0].has("up") && len(other) > 0 && other[0].name == "" && second != "" {
			t.add(second, []lineMark{{kind: source.Ruby, note: first}})
			return
		}
	}
	for _, a := range p.args { // rows of small characters are read in their order
		t.add(eqText(a), nil)
	}
}

// enclose returns a character within a sign: the one that Unicode has, or the character with a
// combining sign.
func enclose(sign, text, mark string) string {
	if sign != "□" && sign != "◇" && sign != "△" {
		if n, err := strconv.Atoi(text); err == nil && n > 0 && n <= 50 && strconv.Itoa(n) == text {
			s, _ := writeNumber("decimalEnclosedCircle", n)
			return s
		}
	}
	return text + mark
}

// symbolField returns the character of a SYMBOL field: its number and its font.
func (d *docx) symbolField(code string) (string, bool) {
	words := strings.Fields(code)
	if len(words) == 0 {
		return "", false
	}
	n, err := strconv.ParseInt(words[0], 0, 32)
	if err != nil {
		if r, size := utf8.DecodeRuneInString(words[0]); size == len(words[0]) {
			n = int64(r) // SYMBOL A
		} else {
			return "", false
		}
	}
	r := rune(n)
	if n <= 0 || !utf8.ValidRune(r) {
		return "", false
	}
	name := fontOf(code)
	if font := symbolFont(name); font != nil {
		return d.glyph(font, name, r), true
	}
	if 0x80 <= r && r < 0xA0 && !strings.Contains(code, `\u`) {
		return "", false // of a code page that nobody names
	}
	return string(r), true
}

// fontOf returns the font that the switch \f of a field names.
func fontOf(code string) string {
	_, after, ok := strings.Cut(code, `\f`)
	after = strings.TrimSpace(after)
	if !ok || after == "" {
		return ""
	}
	if after[0] == '"' {
		name, _, _ := strings.Cut(after[1:], `"`)
		return name
	}
	return strings.Fields(after)[0]
}
