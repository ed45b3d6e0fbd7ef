package docx

import (
	"encoding/xml"
	"strings"
	"unicode"
)

// mathML returns a formula as MathML Core.
func mathML(n *mathNode) string {
	var m mathMLWriter
	m.b.WriteString(`<math>`)
	m.write(n)
	m.b.WriteString(`</math>`)
	return m.b.String()
}

type mathMLWriter struct{ b strings.Builder }

// element writes an element with its children, each in a row of its own.
func (m *mathMLWriter) element(name string, kids ...*mathNode) {
	m.b.WriteString("<" + name + ">")
	for _, k := range kids {
		m.row(k)
	}
	m.b.WriteString("</" + name + ">")
}

func (m *mathMLWriter) row(n *mathNode) {
	m.b.WriteString("<mrow>")
	m.write(n)
	m.b.WriteString("</mrow>")
}

// operator writes a sign.
func (m *mathMLWriter) operator(s string) {
	if s != "" {
		m.b.WriteString("<mo>" + escapeXML(s) + "</mo>")
	}
}

func (m *mathMLWriter) write(n *mathNode) {
	switch n.name {
	case "t":
		m.tokens(n.text)
	case "f":
		if n.or("type", "") == "noBar" {
			m.b.WriteString(`<mfrac linethickness="0">`)
		} else {
			m.b.WriteString(`<mfrac>`)
		}
		m.row(n.kid("num"))
		m.row(n.kid("den"))
		m.b.WriteString(`</mfrac>`)
	case "sSup":
		m.element("msup", n.kid("e"), n.kid("sup"))
	case "sSub":
		m.element("msub", n.kid("e"), n.kid("sub"))
	case "sSubSup":
		m.element("msubsup", n.kid("e"), n.kid("sub"), n.kid("sup"))
	case "limLow":
		m.element("munder", n.kid("e"), n.kid("lim"))
	case "limUpp":
		m.element("mover", n.kid("e"), n.kid("lim"))
	case "rad":
		if n.kid("deg").content {
			m.element("mroot", n.kid("e"), n.kid("deg"))
		} else {
			m.element("msqrt", n.kid("e"))
		}
	default:
		m.other(n)
	}
}

func (m *mathMLWriter) other(n *mathNode) {
	switch n.name {
	case "d":
		m.delimited(n)
	case "nary":
		m.nary(n)
	case "sPre":
		m.b.WriteString("<mmultiscripts>")
		m.row(n.kid("e"))
		m.b.WriteString("<mprescripts/>")
		m.row(n.kid("sub"))
		m.row(n.kid("sup"))
		m.b.WriteString("</mmultiscripts>")
	case "groupChr":
		m.signed(n, "munder", "mover", n.or("chr", "⏟"), "bot")
	case "acc":
		m.signed(n, "munder", "mover", n.or("chr", "\u0302"), "top")
	case "bar":
		m.signed(n, "munder", "mover", "¯", "bot")
	case "borderBox":
		m.b.WriteString(`<mrow style="border:1px solid">`)
		m.write(n.kid("e"))
		m.b.WriteString(`</mrow>`)
	case "phant":
		if n.hidden {
			m.element("mphantom", n.kid("e"))
		} else {
			m.row(n.kid("e"))
		}
	case "eqArr":
		m.table(n.all("e"), func(r *mathNode) []*mathNode { return []*mathNode{r} })
	case "m":
		m.table(n.all("mr"), func(r *mathNode) []*mathNode { return r.all("e") })
	default:
		for _, k := range n.kids {
			m.write(k)
		}
	}
}

// signed writes a node with a sign above or below it; where says which, if the node does not.
func (m *mathMLWriter) signed(n *mathNode, under, over, sign, where string) {
	name := over
	if n.or("pos", where) == "bot" {
		name = under
	}
	m.b.WriteString("<" + name + ">")
	m.row(n.kid("e"))
	m.operator(sign)
	m.b.WriteString("</" + name + ">")
}

func (m *mathMLWriter) delimited(n *mathNode) {
	m.b.WriteString("<mrow>")
	m.operator(n.or("begChr", "("))
	for i, e := range n.all("e") {
		if i > 0 {
			m.operator(n.or("sepChr", "|"))
		}
		m.row(e)
	}
	m.operator(n.or("endChr", ")"))
	m.b.WriteString("</mrow>")
}

func (m *mathMLWriter) nary(n *mathNode) {
	sub, sup := n.kid("sub"), n.kid("sup")
	name := ""
	switch {
	case sub.content && sup.content:
		name = "munderover"
	case sub.content:
		name = "munder"
	case sup.content:
		name = "mover"
	}
	m.b.WriteString("<mrow>")
	if name == "" {
		m.operator(n.or("chr", "∫"))
	} else {
		m.b.WriteString("<" + name + ">")
		m.operator(n.or("chr", "∫"))
		for _, k := range []*mathNode{sub, sup} {
			if k.content {
				m.row(k)
			}
		}
		m.b.WriteString("</" + name + ">")
	}
	m.row(n.kid("e"))
	m.b.WriteString("</mrow>")
}

func (m *mathMLWriter) table(rows []*mathNode, cells func(*mathNode) []*mathNode) {
	m.b.WriteString("<mtable>")
	for _, r := range rows {
		m.b.WriteString("<mtr>")
		m.element0(cells(r))
		m.b.WriteString("</mtr>")
	}
	m.b.WriteString("</mtable>")
}

func (m *mathMLWriter) element0(cells []*mathNode) {
	for _, c := range cells {
		m.element("mtd", c)
	}
}

// tokens writes characters as numbers, names and signs.
func (m *mathMLWriter) tokens(s string) {
	kind := func(r rune) string {
		switch {
		case unicode.IsDigit(r) || r == '.':
			return "mn"
		case unicode.IsLetter(r):
			return "mi"
		case unicode.IsSpace(r):
			return "mtext"
		}
		return "mo"
	}
	for s != "" {
		rs := []rune(s[:min(len(s), 4)])
		name := kind(rs[0])
		end := strings.IndexFunc(s, func(r rune) bool { return kind(r) != name })
		if end < 0 {
			end = len(s)
		}
		m.b.WriteString("<" + name + ">" + escapeXML(s[:end]) + "</" + name + ">")
		s = s[end:]
	}
}

func escapeXML(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s))
	return b.String()
}
