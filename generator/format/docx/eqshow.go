package docx

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// writeEQ writes the parts of an equation.
func writeEQ(t *paper.Text, parts []eqPart) {
	for _, p := range parts {
		if p.name == "" {
			t.Add(p.text, nil)
			continue
		}
		writeSwitch(t, p)
	}
}

// eqText returns an argument as plain text.
func eqText(parts []eqPart) string {
	var t paper.Text
	writeEQ(&t, parts)
	return strings.TrimSpace(t.String())
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
func writeSwitch(t *paper.Text, p eqPart) {
	math := func(s string) { t.Add(s, []paper.Mark{{Kind: source.Formula, Note: plainMath(s)}}) }
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
		t.Add(left, nil)
		p.all(t, "")
		t.Add(right, nil)
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

func (p eqPart) all(t *paper.Text, between string) {
	for i, a := range p.args {
		if i > 0 {
			t.Add(between, nil)
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
func (p eqPart) shifted(t *paper.Text) {
	start := t.Len()
	p.all(t, "")
	end := t.Len()
	kind := source.Superscript
	switch {
	case end == start || len(p.args) > 1 || !p.has("up") && !p.has("do"):
		return
	case p.has("do"):
		kind = source.Subscript
	}
	t.Marks = append(t.Marks, paper.Mark{Start: start, End: end, Kind: kind})
}

// enclosures are the signs that go around a character, as combining marks.
var enclosures = map[string]string{"○": "\u20DD", "〇": "\u20DD", "◯": "\u20DD", "□": "\u20DE", "◇": "\u20DF", "△": "\u20E4"}

// overstrike writes characters one over another: a sign around one, a reading above, or two rows of
// small characters in the place of one.
func (p eqPart) overstrike(t *paper.Text) {
	if len(p.args) == 2 {
		first, second := p.arg(0), p.arg(1)
		if mark := enclosures[first]; mark != "" && second != "" {
			t.Add(enclose(first, second, mark), nil)
			return
		}
		above, other := trimEQ(p.args[0]), trimEQ(p.args[1])
		if len(above) == 1 && above[0].name == "s" && above[0].has("up") && len(other) > 0 && other[0].name == "" && second != "" {
			t.Add(second, []paper.Mark{{Kind: source.Ruby, Note: first}})
			return
		}
	}
	for _, a := range p.args { // rows of small characters are read in their order
		t.Add(eqText(a), nil)
	}
}

// enclose returns a character within a sign: the one that Unicode has, or the character with a
// combining sign.
func enclose(sign, text, mark string) string {
	if sign != "□" && sign != "◇" && sign != "△" {
		if n, err := strconv.Atoi(text); err == nil && n > 0 && n <= 50 && strconv.Itoa(n) == text {
			s, _ := numeral.Write("decimalEnclosedCircle", n)
			return s
		}
	}
	return text + mark
}

// symbolField returns the character of a SYMBOL field: its number and its font.
func (d *reader) symbolField(code string) (string, bool) {
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
