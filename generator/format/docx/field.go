package docx

import (
	"encoding/xml"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// A field is an open field: what it is told to do, then what came of that.
type field struct {
	code    strings.Builder
	entries []source.Entry // of the code
	result  bool           // its result has begun
	filled  bool           // its result has text
	form    *form          // of a form control
	look    look
	para    *paragraph // in which it began
}

// instruction returns the innermost open field whose result has not begun; nil where text is shown.
func (d *reader) instruction() *field {
	for i := len(d.fields) - 1; i >= 0; i-- {
		if !d.fields[i].result {
			return d.fields[i]
		}
	}
	return nil
}

// code reads a stretch of a field's instruction; outside a field nobody sees it.
func (d *reader) code(x *archive.Reader, p *paragraph) {
	e := d.entry(x, "")
	e.Text = x.Text()
	d.shown++
	if f := d.instruction(); f != nil {
		f.code.WriteString(e.Text)
		f.entries = append(f.entries, e)
		return
	}
	d.leaveOut(e.At, e.Text, codeReason)
}

// fieldChar reads the sign that opens, turns or closes a field. Signs without their fellows are none.
func (d *reader) fieldChar(x *archive.Reader, e xml.StartElement, p *paragraph, k look) {
	if !d.paired[x.At] {
		d.drop(x, xml.StartElement{}, promptReason)
		return
	}
	d.shown++
	switch n := len(d.fields); archive.Value(e, "fldCharType") {
	case "begin":
		f := &field{look: k, para: p}
		f.form = d.form(x)
		d.fields = append(d.fields, f)
		return
	case "separate":
		if n > 0 {
			d.fields[n-1].result = true
		}
	case "end":
		if n > 0 {
			d.closeField(p)
		}
	}
	x.Skip()
}

// simpleField reads a field that is one element.
func (d *reader) simpleField(x *archive.Reader, e xml.StartElement, p *paragraph) {
	f := &field{result: true, look: d.styles.of(p.style, look{}), para: p}
	f.code.WriteString(archive.Value(e, "instr"))
	if f.code.Len() > 0 {
		f.entries = []source.Entry{d.entry(x, f.code.String())}
	}
	n := len(d.fields)
	d.fields = append(d.fields, f)
	d.runs(x, p)
	d.closeFields(n + 1)
	if len(d.fields) > n {
		d.closeField(p)
	}
}

// closeFields closes the fields that are still open behind the first n.
func (d *reader) closeFields(n int) {
	for len(d.fields) > n {
		d.closeField(d.fields[len(d.fields)-1].para)
	}
}

// silentFields show nothing, or only what the page around them decides.
var silentFields = map[string]bool{"TC": true, "XE": true, "RD": true, "TA": true, "ADVANCE": true, "ASK": true, "SET": true, "PRIVATE": true, "NEXT": true, "NEXTIF": true,
	"SKIPIF": true, "PAGE": true, "NUMPAGES": true, "SECTIONPAGES": true, "SECTION": true, "HYPERLINK": true, "TOC": true, "": true}

// closeField closes the innermost field: it shows its result or, of a kind that has none, what it is
// told to do.
func (d *reader) closeField(p *paragraph) {
	n := len(d.fields) - 1
	f := d.fields[n]
	d.fields = d.fields[:n]
	code := f.code.String()
	name, rest := cutWord(code)
	name = strings.ToUpper(name)
	reason := codeReason
	switch {
	case f.form != nil && d.formShown(p, f, name):
	case f.filled:
	case name == "EQ":
		d.emitRich(p, d.equation(rest), f)
		return
	case name == "SYMBOL":
		if s, ok := d.symbolField(rest); ok {
			d.emit(p, s, f.look, f.entries...)
			return
		}
		d.unshown(name)
	case name == "MACROBUTTON" || name == "GOTOBUTTON":
		reason = promptReason
	case !f.result && !silentFields[name]:
		d.unshown(name)
	}
	for _, e := range f.entries {
		e.Fate, e.Reason = source.LeftOut, reason
		d.b.Account = append(d.b.Account, e)
	}
	if f.filled {
		for _, outer := range d.fields {
			outer.filled = true
		}
	}
}

// unshown notes a field whose result the file does not hold.
func (d *reader) unshown(name string) {
	if len([]rune(name)) > 20 || len(d.resultless) >= 20 {
		name = "…"
	}
	d.resultless[name]++
}

// emitRich adds the text that came of a field's code.
func (d *reader) emitRich(p *paragraph, l paper.Line, f *field) {
	if d.instruction() != nil || d.muted || f.look.hidden == 1 || strings.TrimSpace(l.Text) == "" {
		d.emit(p, l.Text, f.look, f.entries...)
		return
	}
	p.unhide()
	for _, e := range f.entries {
		l.Pieces = append(l.Pieces, paper.Piece{End: len(l.Text), Entry: e})
	}
	for _, m := range p.marks(f.look) {
		l.Mark(m.Kind, m.Note)
	}
	for _, outer := range d.fields {
		outer.filled = true
	}
	p.text.Append(l)
	d.shown += len(f.entries)
}

// cutWord cuts the first word from the code of a field.
func cutWord(code string) (word, rest string) {
	code = strings.TrimSpace(code)
	if i := strings.IndexAny(code, " \t\u00A0\\"); i > 0 {
		return code[:i], code[i:]
	}
	return code, ""
}

// pairedFields returns the places of the signs of fields that have their fellows, so that a sign that
// was left over swallows no text. What may be left out or moved as a whole, such as cells, text boxes and
// notes, is a story of its own; what was deleted is none.
func pairedFields(data []byte, root string) map[int]bool {
	out := map[int]bool{}
	x := archive.Within(data, root)
	var story func(x *archive.Reader)
	story = func(x *archive.Reader) {
		var open [][]int
		var walk func()
		walk = func() {
			x.Children(func(e xml.StartElement) {
				switch e.Name.Local {
				case "del", "moveFrom":
					x.Skip()
				case "txbxContent", "footnote", "endnote", "comment", "tc", "Choice", "Fallback", "rt", "rubyBase", "fldSimple", "oMath", "oMathPara":
					story(x)
				case "fldChar":
					open = pairField(out, open, archive.Value(e, "fldCharType"), x.At)
					x.Skip()
				default:
					walk()
				}
			})
		}
		walk()
	}
	story(x)
	return out
}

// pairField takes a sign at a place: open are the places of the fields that are open.
func pairField(out map[int]bool, open [][]int, kind string, at int) [][]int {
	n := len(open) - 1
	switch {
	case kind == "begin" && len(open) >= archive.MaxNesting:
		return append(open, nil) // too deep to be one
	case kind == "begin":
		return append(open, []int{at})
	case kind == "end" && n >= 0 && open[n] == nil:
		return open[:n]
	case kind == "separate" && n >= 0 && open[n] != nil:
		open[n] = append(open[n], at)
	case kind == "end" && n >= 0:
		for _, at := range append(open[n], at) {
			out[at] = true
		}
		return open[:n]
	}
	return open
}
