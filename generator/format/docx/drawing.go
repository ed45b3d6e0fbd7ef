package docx

import (
	"encoding/xml"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// picture reads a drawing: the text of its boxes, or nothing of a picture.
func (d *reader) picture(x *archive.Reader, p *paragraph, kind string) {
	boxes, asides := len(p.boxes), len(p.asides)
	d.drawing(x, p)
	if p.text.Blank() {
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
func (d *reader) drawing(x *archive.Reader, p *paragraph) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "txbxContent":
			if d.depth >= paper.MaxDepth*4 {
				x.Err = say.Errorf("text boxes stand in one another more than %d deep", paper.MaxDepth*4)
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
			d.chart(archive.Value(e, "id"), p)
		case "relIds":
			d.diagram(archive.Value(e, "dm"), p)
		case "AlternateContent":
			d.alternate(x, func() { d.drawing(x, p) })
			return
		default:
			d.dropAttributes(x.At, e, altReason)
		}
		d.drawing(x, p)
	})
}

func (d *reader) wordArt(x *archive.Reader, e xml.StartElement, p *paragraph) {
	text := archive.Value(e, "string")
	switch {
	case source.Squeeze(text) == "":
	case d.muted:
		d.leaveOut(x.At, text, promptReason)
	default:
		shown := oneLine.Replace(text)
		p.boxes = append(p.boxes, paper.Of(shown, d.entry(x, text)))
		d.shown++
	}
}

// drawnLine reads a paragraph of DrawingML as lines.
func (d *reader) drawnLine(x *archive.Reader, lines *[]paper.Line) {
	var t paper.Text
	d.drawnText(x, &t)
	if d.muted {
		d.b.Leave(promptReason, t.Line())
		return
	}
	if len(t.Pieces) > 0 {
		*lines = append(*lines, t.Line().Split()...)
	}
}

func (d *reader) drawnText(x *archive.Reader, t *paper.Text) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "t":
			entry := d.entry(x, "")
			entry.Text = x.Text()
			t.Add(oneLine.Replace(entry.Text), nil, entry)
			d.shown++
		case "br":
			t.Add("\n", nil)
			x.Skip()
		case "oMath", "oMathPara":
			p := &paragraph{level: -1}
			d.formula(x, e, p)
			t.Append(p.text.Line())
		case "AlternateContent":
			d.alternate(x, func() { d.drawnText(x, t) })
		default:
			d.dropAttributes(x.At, e, tipReason)
			d.drawnText(x, t)
		}
	})
}

// chart reads the part of a chart. Its titles, names and values are shown as what stands in a picture.
func (d *reader) chart(id string, p *paragraph) {
	d.side(id, []string{"chartSpace"}, func(x *archive.Reader) {
		var lines []paper.Line
		d.chartText(x, &lines, nil)
		for _, l := range lines {
			p.asides = append(p.asides, aside{l, chartReason})
		}
	})
}

// chartText reads the text of a chart: each title and each series a line.
func (d *reader) chartText(x *archive.Reader, lines *[]paper.Line, series *paper.Text) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "f", "formatCode":
			x.Skip()
		case "p":
			d.drawnLine(x, lines)
		case "ser":
			var t paper.Text
			d.chartText(x, lines, &t)
			if len(t.Pieces) > 0 {
				*lines = append(*lines, t.Line())
			}
		case "AlternateContent":
			d.alternate(x, func() { d.chartText(x, lines, series) })
		case "v", "pt":
			d.chartValue(x, lines, series)
		default:
			d.dropAttributes(x.At, e, altReason)
			d.chartText(x, lines, series)
		}
	})
}

// chartValue reads a value, or a point that is one.
func (d *reader) chartValue(x *archive.Reader, lines *[]paper.Line, series *paper.Text) {
	for x.Err == nil {
		at := x.Offset()
		switch t := x.Token().(type) {
		case xml.StartElement:
			if t.Name.Local == "f" || t.Name.Local == "formatCode" {
				x.Skip()
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
				*lines = append(*lines, paper.Of(text, entry))
			} else {
				if series.Len() > 0 {
					series.Add(" ", nil)
				}
				series.Add(text, nil, entry)
			}
			d.shown++
		case xml.EndElement:
			return
		}
	}
}

// diagram reads the data of SmartArt: the text of its nodes, each a line like that of a text box.
func (d *reader) diagram(id string, p *paragraph) {
	d.side(id, []string{"dataModel"}, func(x *archive.Reader) { d.diagramText(x, p) })
}

func (d *reader) diagramText(x *archive.Reader, p *paragraph) {
	x.Children(func(e xml.StartElement) {
		if e.Name.Local == "p" {
			d.drawnLine(x, &p.boxes)
			return
		}
		d.dropAttributes(x.At, e, altReason)
		d.diagramText(x, p)
	})
}

// side reads a part that the one being read points to. One that is missing or broken is noted: the
// text around it holds without it.
func (d *reader) side(id string, roots []string, read func(*archive.Reader)) {
	name, ok := d.relation(id)
	if !ok || !d.Has(name) || d.done[strings.ToLower(name)] {
		return
	}
	if err := d.story(name, roots, read); err != nil {
		d.b.Warn("part-unread", "%v", err)
	}
}
