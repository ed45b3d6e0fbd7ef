package format

import (
	"encoding/xml"
)

// A flow takes what stands on the level of paragraphs.
type flow struct {
	para  func(*paragraph)
	table func([][]cell)
}

// A paragraph is a paragraph of a Word file while its runs are read.
type paragraph struct {
	text    richText
	number  string
	boxes   []richLine // lines of text boxes anchored in it
	ahead   int        // how many of them stand before its text
	asides  []aside
	hiding  richText // hidden runs that no shown one has followed
	size    int      // of the last run with text, in half points; 0 before the first
	deleted bool     // its end was deleted: the next paragraph goes on with it
	dropCap bool     // it is the large first letter of the next
	hidden  bool     // its end is hidden
	style   string
	numID   string
	level   int
}

// An aside is a line that belongs to a paragraph and is no part of the paper.
type aside struct {
	line   richLine
	reason string
}

// lines returns the lines of the paragraph, its number before the first.
func (p *paragraph) lines() []richLine {
	if p.text.blank() && p.number == "" {
		return nil
	}
	lines := p.text.line().split()
	lines[0] = lines[0].behind(p.number)
	return lines
}

// all returns the lines of the paragraph and of the boxes in it, in the order of the file.
func (p *paragraph) all() []richLine {
	out := append([]richLine(nil), p.boxes[:p.ahead]...)
	return append(append(out, p.lines()...), p.boxes[p.ahead:]...)
}

// unhide ends a stretch of hidden runs.
func (p *paragraph) unhide() {
	if len(p.hiding.pieces) > 0 || !p.hiding.blank() {
		l := joinLines(p.hiding.line().split(), " ")
		p.asides = append(p.asides, aside{l, vanishReason})
		p.hiding = richText{}
	}
}

// flow reads the element that x stands in as a sequence of paragraphs and tables.
func (d *docx) flow(x *xmlReader, f flow) {
	x.children(func(e xml.StartElement) { d.block(x, e, f) })
}

// block reads one element on the level of paragraphs.
func (d *docx) block(x *xmlReader, e xml.StartElement, f flow) {
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
		d.chunk(value(e, "id"), f)
		x.skip()
	case "subDoc":
		d.embedded++
		x.skip()
	default:
		x.skip()
	}
}

// flush ends a paragraph whose end was deleted and that nothing goes on with.
func (d *docx) flush(f flow) {
	if len(d.carry) > 0 {
		p := &paragraph{level: -1}
		p.text.append(joinLines(d.carry, ""))
		d.carry = nil
		f.para(p)
	}
}

// alternate reads one of the contents that newer and older Words show: the first that holds
// anything. What follows it says the same.
func (d *docx) alternate(x *xmlReader, read func()) {
	done := false
	images, embedded := d.images, d.embedded
	most := [2]int{images, embedded}
	x.children(func(e xml.StartElement) {
		switch {
		case e.Name.Local != "Choice" && e.Name.Local != "Fallback":
			x.skip()
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
func (d *docx) paragraph(x *xmlReader) *paragraph {
	p := &paragraph{level: -1, style: d.styles.primary}
	d.runs(x, p)
	p.unhide()
	if p.deleted || p.dropCap {
		d.carry = append(d.carry, p.text.line())
		if len(p.boxes)+len(p.asides) == 0 {
			return nil
		}
		p.text = richText{}
		return p
	}
	if len(d.carry) > 0 {
		text := joinLines(append(d.carry, p.text.line()), "")
		d.carry = nil
		p.text = richText{}
		p.text.append(text)
	}
	silent := p.text.blank() && (len(p.boxes) > 0 || p.hidden && len(p.asides) > 0)
	if !silent {
		p.number = d.number(p)
	}
	return p
}

// number counts the paragraph and returns its automatic number.
func (d *docx) number(p *paragraph) string {
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
func (d *docx) properties(x *xmlReader, p *paragraph) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pStyle":
			p.style = value(e, "val")
			x.skip()
		case "numPr":
			p.numID, p.level = readNumPr(x)
		case "framePr":
			cap := value(e, "dropCap")
			p.dropCap = cap == "drop" || cap == "margin"
			x.skip()
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
			x.skip()
		}
	})
}

// body reads what stands on the level of paragraphs and writes it.
func (d *docx) body(x *xmlReader) {
	f := d.writing()
	d.flow(x, f)
	d.flush(f)
}

// writing is the flow that goes into the text.
func (d *docx) writing() flow {
	return flow{
		para: func(p *paragraph) {
			for _, l := range p.all() {
				d.b.rich(l, "")
			}
			for _, a := range p.asides {
				d.b.rich(a.line, a.reason)
			}
		},
		table: func(rows [][]cell) { d.b.table(rows) },
	}
}

// flat returns what stands on the level of paragraphs as lines, tables row by row.
func (d *docx) flat(x *xmlReader) []richLine {
	var out []richLine
	carry, fields := d.carry, d.fields
	d.carry, d.fields = nil, nil
	f := flow{
		para: func(p *paragraph) {
			out = append(out, p.all()...)
			d.leaveAsides(p)
		},
		table: func(rows [][]cell) { out = append(out, flatRows(rows)...) },
	}
	d.flow(x, f)
	d.closeFields(0)
	d.flush(f)
	d.carry, d.fields = carry, fields
	return out
}

// leaveAsides accounts for the asides of a paragraph where there is no place for them.
func (d *docx) leaveAsides(p *paragraph) {
	for _, a := range p.asides {
		d.b.leave(a.reason, a.line)
	}
}
