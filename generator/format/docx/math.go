package docx

import (
	"encoding/xml"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// A mathNode is an element of a formula (OMML) with what its properties say.
type mathNode struct {
	name    string
	text    string        // of characters
	entry   *source.Entry // of its text
	sign    map[string]string
	signs   map[string]source.Entry // signs that attributes name, by the name of their element
	kids    []*mathNode
	hidden  bool
	content bool // the node or one below has text
	linear  *string
}

// formula reads a formula into the paragraph: its linear form, with the MathML as a mark.
func (d *reader) formula(x *archive.Reader, e xml.StartElement, p *paragraph) {
	root := d.mathNode(x, e)
	var formulas []*mathNode
	if root.name == "oMathPara" {
		formulas = root.kids
	} else {
		formulas = []*mathNode{root}
	}
	for i, f := range formulas {
		if i > 0 {
			d.emit(p, "\n", look{})
		}
		var t paper.Text
		w := &mathWriter{t: &t, d: d, written: map[int]bool{}}
		w.write(f)
		w.rest(f)
		l := t.Line()
		if d.instruction() != nil || d.muted || strings.TrimSpace(l.Text) == "" {
			var entries []source.Entry
			for _, p := range l.Pieces {
				entries = append(entries, p.Entry)
			}
			d.emit(p, l.Text, look{}, entries...)
			continue
		}
		p.unhide()
		for _, open := range d.fields {
			open.filled = true
		}
		l.Mark(source.Formula, mathML(f))
		p.text.Append(l)
		d.shown++
	}
}

// mathSides are elements in a formula whose text is none of it.
var mathSides = map[string]string{"docPr": altReason, "cNvPr": altReason, "sdtPr": altReason, "rPr": propertyReason, "ctrlPr": propertyReason,
	"argPr": propertyReason, "instrText": codeReason, "delInstrText": codeReason}

// add puts a part into n, and reports whether it has content.
func (n *mathNode) add(kid *mathNode) bool {
	n.kids, n.content = append(n.kids, kid), n.content || kid.content
	return kid.content
}

// mathNode reads an element of a formula and what stands in it. Deleted parts are left out.
func (d *reader) mathNode(x *archive.Reader, e xml.StartElement) *mathNode {
	n := &mathNode{name: e.Name.Local}
	x.Children(func(e xml.StartElement) {
		switch name := e.Name.Local; {
		case name == "del", name == "moveFrom":
			d.deleted++
			d.drop(x, e, deletedReason)
		case name == "t":
			entry := d.entry(x, "")
			entry.Text = x.Text()
			n.add(&mathNode{name: "t", text: oneLine.Replace(entry.Text), entry: &entry, content: true})
		case name == "sym" || name == "symEx":
			entry := d.entry(x, symbolText(name, archive.Value(e, "char")))
			n.add(&mathNode{name: "t", text: d.mathSymbol(e, entry.Text), entry: &entry, content: true})
			x.Skip()
		case mathSides[name] != "":
			d.drop(x, e, mathSides[name])
		case strings.HasSuffix(name, "Pr"):
			d.mathProperties(x, n)
		case name == "AlternateContent":
			d.alternate(x, func() {
				if kid := d.mathNode(x, e); n.add(kid) {
					d.shown++
				}
			})
		default:
			d.dropAttributes(x.At, e, altReason)
			n.add(d.mathNode(x, e))
		}
	})
	return n
}

// mathSymbol returns what a symbol within a formula looks like.
func (d *reader) mathSymbol(e xml.StartElement, text string) string {
	if font := symbolFont(archive.Value(e, "font")); font != nil {
		r, _ := utf8.DecodeRuneInString(text)
		return d.glyph(font, archive.Value(e, "font"), r)
	}
	return text
}

// mathProperties reads what an element of a formula says about itself.
func (d *reader) mathProperties(x *archive.Reader, n *mathNode) {
	if n.sign == nil {
		n.sign, n.signs = map[string]string{}, map[string]source.Entry{}
	}
	x.Children(func(e xml.StartElement) {
		switch name := e.Name.Local; name {
		case "chr", "begChr", "endChr", "sepChr":
			n.sign[name] = archive.Value(e, "val")
			n.signs[name] = d.entry(x, archive.Value(e, "val"))
		case "show":
			n.hidden = !archive.On(e)
		case "type", "pos":
			n.sign[name] = archive.Value(e, "val")
		}
		x.Skip()
	})
}

// or returns the sign that the properties name, or the one that holds where they name none.
func (n *mathNode) or(name, otherwise string) string {
	if s, ok := n.sign[name]; ok {
		return s
	}
	return otherwise
}

// kid returns the first child of the name; an empty one where there is none.
func (n *mathNode) kid(name string) *mathNode {
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return &mathNode{name: name}
}

// all returns the children of the name.
func (n *mathNode) all(name string) []*mathNode {
	var out []*mathNode
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
	}
	return out
}

// plain returns the linear form of the node.
func (n *mathNode) plain() string {
	if n.linear == nil {
		var t paper.Text
		(&mathWriter{t: &t}).write(n)
		s := t.String()
		n.linear = &s
	}
	return *n.linear
}

// bracketed returns text in brackets where it is more than a number, a word or one bracket.
func bracketed(s string) string {
	if isAtom(s) {
		return s
	}
	return "(" + s + ")"
}

// isAtom reports whether text needs no brackets around it.
func isAtom(s string) bool {
	if utf8.RuneCountInString(s) <= 1 {
		return true
	}
	if closed(s) {
		return true
	}
	return strings.IndexFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune(".%％′", r)
	}) < 0
}

// closed reports whether one pair of round brackets holds all of s.
func closed(s string) bool {
	if !strings.HasPrefix(s, "(") || !strings.HasSuffix(s, ")") {
		return false
	}
	depth := 0
	for i, r := range s {
		switch r {
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth == 0 {
			return i == len(s)-1
		}
	}
	return false
}

// root writes a root in its linear form.
func root(degree, of string) string {
	switch degree {
	case "", "2":
		return "√" + bracketed(of)
	case "3":
		return "∛" + bracketed(of)
	case "4":
		return "∜" + bracketed(of)
	}
	return "√[" + degree + "]" + bracketed(of)
}

// limits writes a sign with what stands below and above it.
func limits(sign, below, above string) string {
	if below != "" {
		sign += "_" + bracketed(below)
	}
	if above != "" {
		sign += "^" + bracketed(above)
	}
	if below+above != "" {
		return sign + " "
	}
	return sign
}
