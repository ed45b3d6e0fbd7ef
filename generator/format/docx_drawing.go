package format

import (
	"encoding/xml"
	"fmt"
	"strings"

	"zhengce/generator/source"
)

// picture reads a drawing: the text of its boxes, or nothing of a picture.
func (d *docx) picture(x *xmlReader, p *paragraph, kind string) {
	boxes, asides := len(p.boxes), len(p.asides)
	d.drawing(x, p)
	if p.text.blank() {
		p.ahead = len(p.boxes)
	}
	switch {
	case len(p.boxes) > boxes || len(p.asides) > asides:
	case kind == "object":
		d.embedded++
	default:
		d.images++
	}
}

// drawing finds what can be read in the element that x stands in: text boxes, WordArt, charts,
// SmartArt. What says in words what a picture shows is left out.
func (d *docx) drawing(x *xmlReader, p *paragraph) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "txbxContent":
			if d.depth >= maxDepth*4 {
				x.err = fmt.Errorf("text boxes stand in one another more than %d deep", maxDepth*4)
				return
			}
			d.depth++
			p.boxes = append(p.boxes, d.flat(x)...)
			d.depth--
			return
		case "textpath": // WordArt of older Words: a red head, a watermark
			d.wordArt(x, e, p)
		case "p":
			d.drawnLine(x, &p.boxes)
			return
		case "chart":
			d.chart(value(e, "id"), p)
		case "relIds":
			d.diagram(value(e, "dm"), p)
		case "AlternateContent":
			d.alternate(x, func() { d.drawing(x, p) })
			return
		default:
			d.dropAttributes(x.at, e, altReason)
		}
		d.drawing(x, p)
	})
}

func (d *docx) wordArt(x *xmlReader, e xml.StartElement, p *paragraph) {
	text := value(e, "string")
	switch {
	case source.Squeeze(text) == "":
	case d.muted:
		d.leaveOut(x.at, text, promptReason)
	default:
		shown := oneLine.Replace(text)
		p.boxes = append(p.boxes, richLine{text: shown, pieces: []piece{{0, len(shown), d.entry(x, text)}}})
		d.shown++
	}
}

// drawnLine reads a paragraph of DrawingML as lines.
func (d *docx) drawnLine(x *xmlReader, lines *[]richLine) {
	var t richText
	d.drawnText(x, &t)
	if d.muted {
		d.b.leave(promptReason, t.line())
		return
	}
	if len(t.pieces) > 0 {
		*lines = append(*lines, t.line().split()...)
	}
}

func (d *docx) drawnText(x *xmlReader, t *richText) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "t":
			entry := d.entry(x, "")
			entry.Text = x.text()
			t.add(oneLine.Replace(entry.Text), nil, entry)
			d.shown++
		case "br":
			t.add("\n", nil)
			x.skip()
		case "oMath", "oMathPara":
			p := &paragraph{level: -1}
			d.formula(x, e, p)
			t.append(p.text.line())
		case "AlternateContent":
			d.alternate(x, func() { d.drawnText(x, t) })
		default:
			d.dropAttributes(x.at, e, tipReason)
			d.drawnText(x, t)
		}
	})
}

// chart reads the part of a chart. Its titles, names and values are shown as what stands in a picture.
func (d *docx) chart(id string, p *paragraph) {
	d.side(id, []string{"chartSpace"}, func(x *xmlReader) {
		var lines []richLine
		d.chartText(x, &lines, nil)
		for _, l := range lines {
			p.asides = append(p.asides, aside{l, chartReason})
		}
	})
}

// chartText reads the text of a chart: each title and each series a line.
func (d *docx) chartText(x *xmlReader, lines *[]richLine, series *richText) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "f", "formatCode":
			x.skip()
		case "p":
			d.drawnLine(x, lines)
		case "ser":
			var t richText
			d.chartText(x, lines, &t)
			if len(t.pieces) > 0 {
				*lines = append(*lines, t.line())
			}
		case "AlternateContent":
			d.alternate(x, func() { d.chartText(x, lines, series) })
		case "v", "pt":
			d.chartValue(x, lines, series)
		default:
			d.dropAttributes(x.at, e, altReason)
			d.chartText(x, lines, series)
		}
	})
}

// chartValue reads a value, or a point that is one.
func (d *docx) chartValue(x *xmlReader, lines *[]richLine, series *richText) {
	for x.err == nil {
		at := int(x.d.InputOffset())
		switch t := x.token().(type) {
		case xml.StartElement:
			if t.Name.Local == "f" || t.Name.Local == "formatCode" {
				x.skip()
			} else {
				d.chartValue(x, lines, series)
			}
		case xml.CharData:
			text := oneLine.Replace(string(t))
			if strings.TrimSpace(text) == "" {
				continue
			}
			entry := source.Entry{Part: d.in, At: at, Text: string(t)}
			if series == nil {
				*lines = append(*lines, richLine{text: text, pieces: []piece{{0, len(text), entry}}})
			} else {
				if series.b.Len() > 0 {
					series.add(" ", nil)
				}
				series.add(text, nil, entry)
			}
			d.shown++
		case xml.EndElement:
			return
		}
	}
}

// diagram reads the data of SmartArt: the text of its nodes, each a line like that of a text box.
func (d *docx) diagram(id string, p *paragraph) {
	d.side(id, []string{"dataModel"}, func(x *xmlReader) { d.diagramText(x, p) })
}

func (d *docx) diagramText(x *xmlReader, p *paragraph) {
	x.children(func(e xml.StartElement) {
		if e.Name.Local == "p" {
			d.drawnLine(x, &p.boxes)
			return
		}
		d.dropAttributes(x.at, e, altReason)
		d.diagramText(x, p)
	})
}

// side reads a part that the one being read points to. One that is missing or broken is noted: the
// text around it holds without it.
func (d *docx) side(id string, roots []string, read func(*xmlReader)) {
	name, ok := d.relation(id)
	if !ok || !d.has(name) || d.done[strings.ToLower(name)] {
		return
	}
	if err := d.story(name, roots, read); err != nil {
		d.b.whole("part-unread", "%v", err)
	}
}
