package ofd

import (
	"bytes"
	"encoding/xml"

	"zhengce/generator/format/archive"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// Why text of an OFD file does not stand in its text, or stands there as no part of the paper.
const (
	invisibleReason = "不显示的文字"
	patternReason   = "底纹或裁剪用的文字"
	unusedReason    = "未用到的图元"
	twiceReason     = "同一处重印的文字"
	headAgainReason = "续表重复的表头"
	markReason      = "水印"
	noteReason      = "批注"
	aslantReason    = "斜排的文字"
	folioReason     = "页码"
	headReason      = "页眉页脚"
	strayReason     = "文件未引用的部分"
)

// A page is what stands on a page, in a template or in the annotations of a page.
type page struct {
	part     string
	number   int // of the page, from 0
	box      [4]float64
	pieces   []piece
	rules    []rule
	out      source.Account // what is left out
	images   int
	mute     int  // glyphs that stand for no character
	remarks  bool // remarks are text
	template []string
	units    map[string]*drawing
	unknown  map[string]int // elements with text that the reader does not know
}

// A drawing is a drawing with text that stands in a resource and is used by its ID.
type drawing struct {
	part   string
	pieces []piece
	used   bool
}

func (p *page) leave(at int, text, reason string) {
	if source.Squeeze(text) != "" {
		p.out = append(p.out, source.Entry{Part: p.part, At: at, Text: text, Fate: source.LeftOut, Reason: reason})
	}
}

// parse reads the part of a page or a template.
func (p *page) parse(data []byte) error {
	x := archive.Within(data, "Page")
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "Template":
			p.template = append(p.template, archive.Value(e, "TemplateID"))
			p.hidden(x, patternReason)
		case "Area":
			x.Children(func(e xml.StartElement) {
				if e.Name.Local == "PhysicalBox" {
					if v := decimals(p.code(x)); len(v) == 4 {
						p.box = [4]float64(v)
					}
					return
				}
				p.other(x, e)
			})
		case "Content":
			p.content(x, unit)
		default:
			p.other(x, e)
		}
	})
	return x.Failed(p.part)
}

// content reads the objects of a layer, a block or a drawing.
func (p *page) content(x *archive.Reader, m matrix) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "TextObject":
			p.textObject(x, e, m)
		case "PathObject":
			p.pathObject(x, e, m)
		case "ImageObject":
			p.images++
			p.hidden(x, patternReason)
		case "CompositeObject":
			p.composite(e, m)
			p.hidden(x, patternReason)
		case "Layer", "PageBlock", "Content":
			p.content(x, m)
		default:
			p.other(x, e)
		}
		if len(p.pieces) > maxPieces || len(p.rules) > maxPieces {
			x.Err = say.Errorf("a page of more than %d pieces of text or lines", maxPieces)
		}
	})
}

// unread are the elements whose text, if they have any, is not for reading: patterns, and what cuts shapes out.
var unread = map[string]bool{"Clips": true, "FillColor": true, "StrokeColor": true, "CGTransform": true, "Actions": true, "PageRes": true, "Parameters": true, "AbbreviatedData": true}

// other steps out of an element that shows no text where it stands. One that the reader does not know is named, and
// its text is not accounted for: the second reading of the file tells what is lost.
func (p *page) other(x *archive.Reader, e xml.StartElement) {
	if unread[e.Name.Local] {
		p.hidden(x, patternReason)
		return
	}
	if bearsText(x) {
		p.unknown[e.Name.Local]++
	}
}

// bearsText steps out of an element and reports whether there is text in it.
func bearsText(x *archive.Reader) bool {
	found := false
	x.Children(func(e xml.StartElement) {
		if e.Name.Local == "TextCode" || e.Name.Local == "Remark" {
			found = true
			x.Skip()
			return
		}
		found = bearsText(x) || found
	})
	return found
}

// hidden steps out of an element and leaves out the text in it.
func (p *page) hidden(x *archive.Reader, reason string) {
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "TextCode" && !(e.Name.Local == "Remark" && p.remarks) {
			p.hidden(x, reason)
			return
		}
		at := x.Offset()
		p.leave(at, p.code(x), reason)
	})
}

// code returns the characters of a TextCode and steps out of it; it should hold no elements.
func (p *page) code(x *archive.Reader) string {
	var b []byte
	for x.Err == nil {
		switch t := x.Token().(type) {
		case xml.StartElement:
			p.other(x, t)
		case xml.CharData:
			b = append(b, t...)
		case xml.EndElement:
			return string(b)
		}
	}
	return string(b)
}

// composite puts a drawing of the resources on the page; its text counts where it is used first.
func (p *page) composite(e xml.StartElement, m matrix) {
	u := p.units[archive.Value(e, "ResourceID")]
	if u == nil || u.used {
		return
	}
	u.used = true
	m = placed(archive.Value(e, "CTM"), archive.Value(e, "Boundary")).then(m)
	for _, c := range u.pieces {
		x0, y0 := m.at(c.x0, c.y0)
		x1, y1 := m.at(c.x1, c.y1)
		c.x0, c.x1, c.y0, c.y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
		c.page = p.number
		p.pieces = append(p.pieces, c)
	}
}

// newPage returns a page whose part is to be read.
func (o *reader) newPage(part string, number int) *page {
	return &page{part: part, number: number, unknown: o.unknown}
}

// units reads the drawings with text of a part of resources.
func (o *reader) units(part string, data []byte) error {
	if !bytes.Contains(data, []byte("TextCode")) {
		return nil
	}
	rest := o.newPage(part, 0)
	x := archive.Within(data, "Res")
	var walk func()
	walk = func() {
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "CompositeGraphicUnit":
				p := o.newPage(part, 0)
				p.content(x, unit)
				o.out = append(o.out, p.out...)
				o.drawn = append(o.drawn, &drawing{part: part, pieces: p.pieces})
				o.drawings[archive.Value(e, "ID")] = o.drawn[len(o.drawn)-1]
			case "TextCode":
				at := x.Offset()
				rest.leave(at, rest.code(x), patternReason)
			default:
				walk()
			}
		})
	}
	walk()
	o.out = append(o.out, rest.out...)
	return x.Failed(rest.part)
}

// annotations reads the notes, stamps and watermarks on a page.
func (o *reader) annotations(part string, data []byte, on int) error {
	p := o.newPage(part, on)
	p.units, p.remarks = o.drawings, true
	x := archive.Within(data, "PageAnnot")
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "Annot" {
			p.other(x, e)
			return
		}
		kind := archive.Value(e, "Type")
		o.annots[kind]++
		reason := noteReason
		if kind == "Watermark" {
			reason = markReason
		}
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "Appearance":
				p.content(x, placed("", archive.Value(e, "Boundary")))
				o.images += p.images
				p.images = 0
			case "Remark":
				at := x.Offset()
				p.pieces = append(p.pieces, piece{part: part, at: at, page: on, text: p.code(x), size: 3.5})
			default:
				p.other(x, e)
			}
		})
		for _, c := range p.pieces {
			o.notes = append(o.notes, aside{c, reason})
		}
		p.pieces = nil
	})
	o.out = append(o.out, p.out...)
	return x.Failed(p.part)
}
