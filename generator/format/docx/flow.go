package docx

import (
	"encoding/xml"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
)

// A flow takes what stands on the level of paragraphs.
type flow struct {
	para  func(*paragraph)
	table func([][]paper.Cell)
}

// A paragraph is a paragraph of a Word file while its runs are read.
type paragraph struct {
	text    paper.Text
	number  string
	boxes   []paper.Line // lines of text boxes anchored in it
	ahead   int          // how many of them stand before its text
	asides  []aside
	hiding  paper.Text // hidden runs that no shown one has followed
	size    int        // of the last run with text, in half points; 0 before the first
	deleted bool       // its end was deleted: the next paragraph goes on with it
	dropCap bool       // it is the large first letter of the next
	hidden  bool       // its end is hidden
	style   string
	numID   string
	level   int
}

// An aside is a line that belongs to a paragraph and is no part of the paper.
type aside struct {
	line   paper.Line
	reason string
}

// lines returns the lines of the paragraph, its number before the first.
func (p *paragraph) lines() []paper.Line {
	if p.text.Blank() && p.number == "" {
		return nil
	}
	lines := p.text.Line().Split()
	lines[0] = lines[0].Behind(p.number)
	return lines
}

// all returns the lines of the paragraph and of the boxes in it, in the order of the file.
func (p *paragraph) all() []paper.Line {
	out := append([]paper.Line(nil), p.boxes[:p.ahead]...)
	return append(append(out, p.lines()...), p.boxes[p.ahead:]...)
}

// unhide ends a stretch of hidden runs.
func (p *paragraph) unhide() {
	if len(p.hiding.Pieces) > 0 || !p.hiding.Blank() {
		l := paper.Join(p.hiding.Line().Split(), " ")
		p.asides = append(p.asides, aside{l, vanishReason})
		p.hiding = paper.Text{}
	}
}

// flow reads the element that x stands in as a sequence of paragraphs and tables.
func (d *reader) flow(x *archive.Reader, f flow) {
	x.Children(func(e xml.StartElement) { d.block(x, e, f) })
}

// block reads one element on the level of paragraphs.
func (d *reader) block(x *archive.Reader, e xml.StartElement, f flow) {
	switch e.Name.Local {
	case "p":
		if p := d.paragraph(x); p != nil {
			f.para(p)
		}
	case "tbl":
		d.flush(f)
		d.table(x, f)
	case "AlternateContent":
		d.alternate(x, func() { d.flow(x, f) })
	case "sdt":
		d.control(x, func() { d.flow(x, f) })
	case "sdtContent", "customXml", "ins", "moveTo", "smartTag":
		d.flow(x, f)
	case "del", "moveFrom":
		d.drop(x, e, deletedReason)
	case "oMathPara", "oMath":
		p := &paragraph{level: -1}
		d.formula(x, e, p)
		f.para(p)
	case "altChunk":
		d.chunk(archive.Value(e, "id"), f)
		x.Skip()
	case "subDoc":
		d.embedded++
		x.Skip()
	default:
		x.Skip()
	}
}

// flush ends a paragraph whose end was deleted and that nothing goes on with.
func (d *reader) flush(f flow) {
	if len(d.carry) > 0 {
		p := &paragraph{level: -1}
		p.text.Append(paper.Join(d.carry, ""))
		d.carry = nil
		f.para(p)
	}
}

// alternate reads one of the contents that newer and older Words show: the first that holds
// anything. What follows it says the same.
func (d *reader) alternate(x *archive.Reader, read func()) {
	done := false
	images, embedded := d.images, d.embedded
	most := [2]int{images, embedded}
	x.Children(func(e xml.StartElement) {
		switch {
		case e.Name.Local != "Choice" && e.Name.Local != "Fallback":
			x.Skip()
		case done:
			d.drop(x, e, olderReason)
		default:
			before := d.shown
			d.images, d.embedded = images, embedded
			read()
			most = [2]int{max(most[0], d.images), max(most[1], d.embedded)}
			done = d.shown > before
		}
	})
	d.images, d.embedded = most[0], most[1]
}

// paragraph reads a paragraph; nil where the next one goes on with it.
func (d *reader) paragraph(x *archive.Reader) *paragraph {
	p := &paragraph{level: -1, style: d.styles.primary}
	d.runs(x, p)
	p.unhide()
	separated := p.hidden && !p.text.Blank() // its hidden end parts two styles of one line
	if p.deleted || p.dropCap || separated {
		l := p.text.Line()
		if separated && len(d.carry) == 0 {
			l, d.separated = l.Behind(d.number(p)), true
		}
		d.carry = append(d.carry, l)
		if len(p.boxes)+len(p.asides) == 0 {
			return nil
		}
		p.text = paper.Text{}
		return p
	}
	if len(d.carry) > 0 {
		text := paper.Join(append(d.carry, p.text.Line()), "")
		d.carry = nil
		p.text = paper.Text{}
		p.text.Append(text)
	}
	begun := d.separated
	d.separated = false
	silent := begun || p.text.Blank() && (len(p.boxes) > 0 || p.hidden && len(p.asides) > 0)
	if !silent {
		p.number = d.number(p)
	}
	return p
}

// number counts the paragraph and returns its automatic number.
func (d *reader) number(p *paragraph) string {
	id, at := d.styles.number(p.style, d.numbering)
	if p.numID != "" {
		if p.numID != id {
			at = 0
		}
		id = p.numID
	}
	if p.level >= 0 {
		at = p.level
	}
	if id == "" || id == "0" {
		return ""
	}
	return d.numbering.next(id, at)
}

// properties reads what the paragraph says about itself.
func (d *reader) properties(x *archive.Reader, p *paragraph) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pStyle":
			p.style = archive.Value(e, "val")
			x.Skip()
		case "numPr":
			p.numID, p.level = readNumPr(x)
		case "framePr":
			cap := archive.Value(e, "dropCap")
			p.dropCap = cap == "drop" || cap == "margin"
			x.Skip()
		case "rPr":
			k := readLook(x, func(e xml.StartElement) {
				switch e.Name.Local {
				case "del", "moveFrom":
					p.deleted = true
					d.deleted++
				case "ins", "moveTo":
					d.inserted++
				}
			})
			p.hidden = d.styles.of(p.style, k).hidden == 1
		default:
			x.Skip()
		}
	})
}

// body reads what stands on the level of paragraphs and writes it.
func (d *reader) body(x *archive.Reader) {
	f := d.writing()
	d.flow(x, f)
	d.flush(f)
}

// writing is the flow that goes into the text.
func (d *reader) writing() flow {
	return flow{
		para: func(p *paragraph) {
			for _, l := range p.all() {
				d.b.Rich(l, "")
			}
			for _, a := range p.asides {
				d.b.Rich(a.line, a.reason)
			}
		},
		table: func(rows [][]paper.Cell) { d.b.Table(rows) },
	}
}

// flat returns what stands on the level of paragraphs as lines, tables row by row.
func (d *reader) flat(x *archive.Reader) []paper.Line {
	var out []paper.Line
	carry, fields := d.carry, d.fields
	d.carry, d.fields = nil, nil
	f := flow{
		para: func(p *paragraph) {
			out = append(out, p.all()...)
			d.leaveAsides(p)
		},
		table: func(rows [][]paper.Cell) { out = append(out, flatRows(rows)...) },
	}
	d.flow(x, f)
	d.closeFields(0)
	d.flush(f)
	d.carry, d.fields = carry, fields
	return out
}

// leaveAsides accounts for the asides of a paragraph where there is no place for them.
func (d *reader) leaveAsides(p *paragraph) {
	for _, a := range p.asides {
		d.b.Leave(a.reason, a.line)
	}
}
