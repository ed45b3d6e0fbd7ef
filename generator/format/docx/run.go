package docx

import (
	"encoding/xml"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// runs reads what stands in a paragraph: runs, and elements around them.
func (d *reader) runs(x *archive.Reader, p *paragraph) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pPr":
			d.properties(x, p)
		case "r":
			d.run(x, p)
		case "del", "moveFrom":
			d.deleted++
			d.drop(x, e, deletedReason)
		case "ins", "moveTo":
			d.inserted++
			d.runs(x, p)
		case "AlternateContent":
			d.alternate(x, func() { d.runs(x, p) })
		case "sdt":
			d.control(x, func() { d.runs(x, p) })
		case "hyperlink":
			d.dropAttributes(x.At, e, tipReason)
			d.runs(x, p)
		case "fldSimple":
			d.simpleField(x, e, p)
		case "smartTag", "sdtContent", "customXml", "dir", "bdo":
			d.runs(x, p)
		case "oMathPara", "oMath":
			d.formula(x, e, p)
		case "subDoc":
			d.embedded++
			x.Skip()
		default:
			x.Skip()
		}
	})
}

// run reads a run of characters.
func (d *reader) run(x *archive.Reader, p *paragraph) {
	k := d.styles.of(p.style, look{})
	d.runContent(x, p, &k)
}

// runContent reads what stands in a run that looks like k.
func (d *reader) runContent(x *archive.Reader, p *paragraph, k *look) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "rPr":
			*k = d.styles.of(p.style, readLook(x, nil))
			return
		case "t":
			d.words(x, p, *k)
			return
		case "delText", "delInstrText":
			d.drop(x, e, deletedReason)
			return
		case "instrText":
			d.code(x, p)
			return
		case "sym", "symEx":
			d.symbol(x, e, p, *k)
			return
		case "fldChar":
			d.fieldChar(x, e, p, *k)
			return
		case "drawing", "pict", "object":
			d.picture(x, p, e.Name.Local)
			return
		case "AlternateContent":
			d.alternate(x, func() { d.runContent(x, p, k) })
			return
		case "ruby":
			d.ruby(x, p)
			return
		case "footnoteReference", "endnoteReference":
			d.reference(e, p, *k)
		default:
			if s := breaks[e.Name.Local]; s != "" {
				d.emit(p, s, *k)
			}
		}
		x.Skip()
	})
}

// breaks are what elements without text stand for.
var breaks = map[string]string{"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}

// words reads a stretch of text.
func (d *reader) words(x *archive.Reader, p *paragraph, k look) {
	e := d.entry(x, "")
	e.Text = x.Text()
	d.emit(p, d.glyphs(oneLine.Replace(e.Text), k), k, e)
}

var oneLine = strings.NewReplacer("\n", " ", "\r", "")

// reference writes the mark of a note, if the note exists and the file does not write one itself.
func (d *reader) reference(e xml.StartElement, p *paragraph, k look) {
	key := strings.TrimSuffix(e.Name.Local, "Reference") + archive.Value(e, "id")
	if _, ok := d.noteText[key]; !ok || d.instruction() != nil {
		return
	}
	custom := archive.Value(e, "customMarkFollows")
	if custom != "" && custom != "0" && custom != "false" && custom != "off" {
		d.notes = append(d.notes, noteRef{key: key})
		return
	}
	d.numbered++
	d.notes = append(d.notes, noteRef{key: key, mark: noteMark(d.numbered)})
	d.shown++
	k.vertical, k.raised = "baseline", 0 // the characters of the mark are raised themselves
	d.emit(p, noteMark(d.numbered), k)
}

// ruby reads characters with their reading above.
func (d *reader) ruby(x *archive.Reader, p *paragraph) {
	reading := &paragraph{level: -1, style: p.style}
	base := &paragraph{level: -1, style: p.style, size: p.size}
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "rt":
			d.runs(x, reading)
		case "rubyBase":
			d.runs(x, base)
		default:
			x.Skip()
		}
	})
	p.boxes = append(append(p.boxes, reading.boxes...), base.boxes...)
	p.asides = append(append(p.asides, reading.asides...), base.asides...)
	p.hiding.Append(base.hiding.Line())
	d.b.Leave(vanishReason, reading.hiding.Line())
	d.annotate(p, base.text.Line(), reading.text.Line())
}

// annotate adds characters with their reading. Where there are no characters the reading is text.
func (d *reader) annotate(p *paragraph, base, reading paper.Line) {
	note := strings.TrimSpace(strings.ReplaceAll(reading.Text, "\n", " "))
	if strings.TrimSpace(base.Text) == "" {
		p.text.Append(base)
		p.text.Append(reading)
		return
	}
	base = paper.Join(base.Split(), " ")
	for _, r := range reading.Pieces {
		base.Pieces = append(base.Pieces, paper.Piece{End: len(base.Text), Entry: r.Entry})
	}
	if note != "" {
		base.Mark(source.Ruby, note)
	}
	p.text.Append(base)
}
