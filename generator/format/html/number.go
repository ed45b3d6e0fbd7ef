package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/numeral"
)

// numberStyles ties what lists say of their numbers to the names of Word for the same.
var numberStyles = map[string]string{"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
	"decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
	"lower-greek": "lowerGreek", "lower-roman": "lowerRoman", "upper-roman": "upperRoman",
	"cjk-ideographic": "chineseCounting", "simp-chinese-informal": "chineseCounting", "trad-chinese-informal": "chineseCounting", "japanese-informal": "chineseCounting",
	"cjk-decimal": "ideographDigital", "simp-chinese-formal": "chineseLegalSimplified",
	"cjk-heavenly-stem": "ideographTraditional", "cjk-earthly-branch": "ideographZodiac"}

// dots are the styles of lists that have marks without a number.
var dots = map[string]bool{"none": true, "disc": true, "circle": true, "square": true}

// numberStyle returns what an element says of the numbers in it: a name of numberStyles or dots, or "".
func (p *page) numberStyle(n *html.Node) string {
	l := p.sheet.of(n)
	if t := l["list-style-type"]; t != "" {
		return t
	}
	for _, t := range strings.Fields(l["list-style"]) {
		if t != "inside" && t != "outside" && t != "inherit" && t != "initial" && !strings.Contains(t, "(") {
			return t
		}
	}
	if t := attr(n, "type"); numberStyles[t] != "" || dots[strings.ToLower(t)] {
		return t
	}
	return ""
}

// numbered walks a list and puts the numbers before its items that a browser shows.
func (c *collector) numbered(n *html.Node, s state) {
	i, step := 1, 1
	if hasAttr(n, "reversed") {
		i, step = items(n), -1
	}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "start"))); err == nil {
		i = v
	}
	style := c.p.numberStyle(n)
	if style == "" && n.DataAtom == atom.Ol {
		style = "decimal"
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom != atom.Li || !s.hidden && c.p.hidden(k) {
			c.walk(k, s)
			continue
		}
		if v, err := strconv.Atoi(strings.TrimSpace(attr(k, "value"))); err == nil {
			i = v
		}
		c.flush()
		own := c.p.numberStyle(k)
		if own == "" {
			own = style
		}
		c.p.counters.values["list-item"] = []int{i}
		c.number(k, c.p.numberMark(own, i), s)
		c.children(k, c.inside(k, s))
		c.flush()
		i += step
	}
}

// number puts the mark of a list before an item, or what a style sheet has in its place.
func (c *collector) number(item *html.Node, mark string, s state) {
	s.at = generated
	switch l := c.p.sheet.look(item, c.p.sheet.pseudo["::marker"], nil); {
	case l["content"] != "" && l["content"] != "normal":
		c.generated(item, "::marker", s)
	case mark != "" && !begins(item, mark):
		c.text(mark, s)
	}
}

// items counts the items of a list.
func items(list *html.Node) int {
	n := 0
	for k := list.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom == atom.Li {
			n++
		}
	}
	return n
}

// numberMark returns the number i with the mark that a browser puts behind it, or "" for a list
// without numbers.
func (p *page) numberMark(style string, i int) string {
	if style == "" || dots[strings.ToLower(style)] {
		return ""
	}
	if style[0] == '"' || style[0] == '\'' {
		return unescaped(style)
	}
	name, ok := numberStyles[style]
	if !ok {
		p.strange++
		name = "decimal"
	}
	if i < 1 || i > 9999 {
		name = "decimal" // letters and Roman numbers have none
	}
	text, _ := numeral.Write(name, i)
	if letters := []rune("αβγδεζηθικλμνξοπρστυφχψω"); name == "lowerGreek" && i <= len(letters) {
		text = string(letters[i-1])
	}
	if i > 26 && strings.HasSuffix(name, "Letter") {
		text = longLetters(i, text[:1]) // Word counts aa, bb and browsers aa, ab
	}
	if strings.HasPrefix(name, "chinese") || strings.HasPrefix(name, "ideograph") {
		return text + "、"
	}
	return text + ". "
}

// number returns a number in a style of lists, without a mark behind it.
func (p *page) number(style string, n int) string {
	if style == "" {
		style = "decimal"
	}
	return strings.TrimRight(p.numberMark(style, n), "、. ")
}

// longLetters writes 27 as aa and 28 as ab, in the case of like.
func longLetters(n int, like string) string {
	out := ""
	for ; n > 0; n = (n - 1) / 26 {
		out = string(rune('a'+(n-1)%26)) + out
	}
	if like < "a" {
		return strings.ToUpper(out)
	}
	return out
}

// begins reports whether the text of n begins with the number, white space aside: a paper that was
// saved with its numbers as text has them already.
func begins(n *html.Node, mark string) bool {
	number := strings.TrimRight(mark, "、. ")
	for t := range n.Descendants() {
		if t.Type != html.TextNode {
			continue
		}
		if text := strings.TrimSpace(t.Data); text != "" {
			rest, ok := strings.CutPrefix(text, number)
			return ok && (rest == "" || strings.ContainsAny(rest[:1], ".、)") || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "．"))
		}
	}
	return false
}
