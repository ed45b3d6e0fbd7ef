package docx

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// A mathWriter writes the linear form of a formula, with the entries of its characters.
type mathWriter struct {
	t *paper.Text
	d *reader // nil to write without an account

	written map[int]bool // places of entries that were left out
}

// write writes a node: (甲+乙)×丙/丁, ∑_(i=1)^n, √(戊).
func (w *mathWriter) write(n *mathNode) {
	switch n.name {
	case "t":
		w.t.Add(n.text, nil, *n.entry)
	case "d":
		w.delimited(n)
	case "f":
		w.group(n.kid("num"))
		w.say(map[string]string{"noBar": "¦"}[n.or("type", "")], "/")
		w.group(n.kid("den"))
	case "nary":
		w.sign(n, "chr", "∫")
		w.script("_", n.kid("sub"))
		w.script("^", n.kid("sup"))
		if n.kid("sub").content || n.kid("sup").content {
			w.say(" ")
		}
		w.write(n.kid("e"))
	case "rad":
		w.root(n)
	case "sSup", "limUpp":
		w.base(n, "e")
		w.script("^", n.kid(map[string]string{"sSup": "sup"}[n.name]), n.kid("lim"))
	case "sSub", "limLow":
		w.base(n, "e")
		w.script("_", n.kid(map[string]string{"sSub": "sub"}[n.name]), n.kid("lim"))
	case "sSubSup":
		w.base(n, "e")
		w.script("_", n.kid("sub"))
		w.script("^", n.kid("sup"))
	case "sPre":
		w.say("(")
		w.script("_", n.kid("sub"))
		w.script("^", n.kid("sup"))
		w.say(")")
		w.write(n.kid("e"))
	default:
		w.other(n)
	}
}

// other writes the nodes that put a sign to what they hold, arrays, and all that only hold others.
func (w *mathWriter) other(n *mathNode) {
	switch n.name {
	case "groupChr":
		w.sign(n, "chr", "⏟")
		w.bracket(n.kid("e"))
	case "acc":
		w.group(n.kid("e"))
		w.sign(n, "chr", "\u0302")
	case "bar":
		w.say(map[string]string{"top": "‾"}[n.or("pos", "")], "▁")
		w.bracket(n.kid("e"))
	case "borderBox":
		w.say("▭")
		w.bracket(n.kid("e"))
	case "eqArr":
		w.rows(n.all("e"), "；")
	case "m":
		w.rows(n.all("mr"), "；")
	case "mr":
		w.rows(n.all("e"), "，")
	case "func":
		w.write(n.kid("fName"))
		if before, _ := utf8.DecodeLastRuneInString(w.t.String()); isWordy(before) {
			if after, _ := utf8.DecodeRuneInString(n.kid("e").plain()); isWordy(after) {
				w.say(" ")
			}
		}
		w.write(n.kid("e"))
	case "phant":
		if n.hidden {
			w.leave(n)
			return
		}
		w.write(n.kid("e"))
	default:
		for _, k := range n.kids {
			w.write(k)
		}
	}
}

func isWordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// say writes the first of the signs that is not empty.
func (w *mathWriter) say(signs ...string) {
	for _, s := range signs {
		if s != "" {
			w.t.Add(s, nil)
			return
		}
	}
}

// sign writes a sign that the properties may name.
func (w *mathWriter) sign(n *mathNode, name, otherwise string) {
	if e, ok := n.signs[name]; ok {
		w.t.Add(n.sign[name], nil, e)
		return
	}
	w.t.Add(otherwise, nil)
}

// bracket writes a node in round brackets, if it does not stand in some already.
func (w *mathWriter) bracket(n *mathNode) {
	if closed(n.plain()) {
		w.write(n)
		return
	}
	w.say("(")
	w.write(n)
	w.say(")")
}

// group writes a node, in brackets where it is more than a number or a word.
func (w *mathWriter) group(n *mathNode) {
	if isAtom(n.plain()) {
		w.write(n)
		return
	}
	w.bracket(n)
}

// base writes what bears a script.
func (w *mathWriter) base(n *mathNode, name string) { w.group(n.kid(name)) }

// script writes the first of the nodes that holds text, behind its sign.
func (w *mathWriter) script(sign string, nodes ...*mathNode) {
	for _, n := range nodes {
		if n.content {
			w.say(sign)
			w.group(n)
			return
		}
	}
}

func (w *mathWriter) delimited(n *mathNode) {
	w.sign(n, "begChr", "(")
	es := n.all("e")
	for i, e := range es {
		if i == 1 {
			w.sign(n, "sepChr", "|")
		} else if i > 1 {
			w.say(n.or("sepChr", "|"))
		}
		w.write(e)
	}
	w.sign(n, "endChr", ")")
}

func (w *mathWriter) root(n *mathNode) {
	switch degree := n.kid("deg"); strings.TrimSpace(degree.plain()) {
	case "":
		w.say("√")
	default:
		w.say("√[")
		w.write(degree)
		w.say("]")
	}
	w.bracketLong(n.kid("e"))
}

// bracketLong writes what stands under a root.
func (w *mathWriter) bracketLong(n *mathNode) {
	if utf8.RuneCountInString(n.plain()) <= 1 {
		w.write(n)
		return
	}
	w.bracket(n)
}

func (w *mathWriter) rows(rows []*mathNode, between string) {
	for i, r := range rows {
		if i > 0 {
			w.say(between)
		}
		w.write(r)
	}
}

// leave accounts for what a formula keeps room for and does not show.
func (w *mathWriter) leave(n *mathNode) {
	if w.d == nil {
		return
	}
	if n.entry != nil {
		w.d.leaveOut(n.entry.At, n.entry.Text, phantomReason)
		w.written[n.entry.At] = true
	}
	for _, e := range n.signs {
		w.d.leaveOut(e.At, e.Text, phantomReason)
		w.written[e.At] = true
	}
	for _, k := range n.kids {
		w.leave(k)
	}
}

// rest writes what no rule wrote: text in places where a formula has none, and signs that say nothing.
func (w *mathWriter) rest(n *mathNode) {
	for _, p := range w.t.Pieces {
		w.written[p.Entry.At] = true
	}
	w.unwritten(n)
}

func (w *mathWriter) unwritten(n *mathNode) {
	if n.entry != nil && !w.written[n.entry.At] {
		w.t.Add(n.text, nil, *n.entry)
	}
	for _, name := range []string{"chr", "begChr", "sepChr", "endChr"} {
		if e, ok := n.signs[name]; ok && !w.written[e.At] {
			w.d.leaveOut(e.At, e.Text, propertyReason)
		}
	}
	for _, k := range n.kids {
		w.unwritten(k)
	}
}

// plainMath returns the MathML of a text that has no structure.
func plainMath(s string) string { return mathML(&mathNode{name: "t", text: s, entry: &source.Entry{}}) }
