package format

import (
	"bytes"
	"encoding/xml"
	"fmt"

	"zhengce/generator/source"
)

// Why text of an OFD file does not stand in its text, or stands there as no part of the paper.
const (
	ofdInvisible = "不显示的文字"
	ofdPattern   = "底纹或裁剪用的文字"
	ofdUnused    = "未用到的图元"
	ofdTwice     = "同一处重印的文字"
	ofdHeadAgain = "续表重复的表头"
	ofdMark      = "水印"
	ofdNote      = "批注"
	ofdAslant    = "斜排的文字"
	ofdFolio     = "页码"
	ofdHead      = "页眉页脚"
	ofdStray     = "文件未引用的部分"
)

// An ofdPage is what stands on a page, in a template or in the annotations of a page.
type ofdPage struct {
	part     string
	number   int // of the page, from 0
	box      [4]float64
	pieces   []ofdPiece
	rules    []ofdRule
	out      source.Account // what is left out
	images   int
	mute     int  // glyphs that stand for no character
	remarks  bool // remarks are text
	template []string
	units    map[string]*ofdUnit
}

// An ofdUnit is a drawing with text that stands in a resource and is used by its ID.
type ofdUnit struct {
	part   string
	pieces []ofdPiece
	used   bool
}

func (p *ofdPage) leave(at int, text, reason string) {
	if source.Squeeze(text) != "" {
		p.out = append(p.out, source.Entry{Part: p.part, At: at, Text: text, Fate: source.LeftOut, Reason: reason})
	}
}

// parse reads the part of a page or a template.
func (p *ofdPage) parse(data []byte) error {
	x := newXML(data, "Page")
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "Template":
			p.template = append(p.template, value(e, "TemplateID"))
			p.hidden(x, ofdPattern)
		case "Area":
			x.children(func(e xml.StartElement) {
				if e.Name.Local == "PhysicalBox" {
					if v := decimals(p.code(x)); len(v) == 4 {
						p.box = [4]float64(v)
					}
					return
				}
				p.strange(x, e, ofdPattern)
			})
		case "Content":
			p.content(x, unit)
		default:
			p.strange(x, e, ofdPattern)
		}
	})
	return p.failed(x)
}

func (p *ofdPage) failed(x *xmlReader) error {
	if x.err != nil {
		return fmt.Errorf("part %q: %w", p.part, x.err)
	}
	return nil
}

// content reads the objects of a layer, a block or a drawing.
func (p *ofdPage) content(x *xmlReader, m matrix) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "TextObject":
			p.textObject(x, e, m)
		case "PathObject":
			p.pathObject(x, e, m)
		case "ImageObject":
			p.images++
			p.hidden(x, ofdPattern)
		case "CompositeObject":
			p.composite(e, m)
			p.hidden(x, ofdPattern)
		case "Layer", "PageBlock", "Content":
			p.content(x, m)
		default:
			p.strange(x, e, ofdPattern)
		}
		if len(p.pieces) > maxPieces || len(p.rules) > maxPieces {
			x.err = fmt.Errorf("a page of more than %d pieces of text or lines", maxPieces)
		}
	})
}

// hidden steps out of an element and leaves out the text in it that is not for reading.
func (p *ofdPage) hidden(x *xmlReader, reason string) {
	x.children(func(e xml.StartElement) { p.strange(x, e, reason) })
}

// strange steps out of an element that has no place where it stands, and leaves out its text.
func (p *ofdPage) strange(x *xmlReader, e xml.StartElement, reason string) {
	if e.Name.Local != "TextCode" && !(e.Name.Local == "Remark" && p.remarks) {
		p.hidden(x, reason)
		return
	}
	at := int(x.d.InputOffset())
	p.leave(at, p.code(x), reason)
}

// code returns the characters of a TextCode and steps out of it; it should hold no elements.
func (p *ofdPage) code(x *xmlReader) string {
	var b []byte
	for x.err == nil {
		switch t := x.token().(type) {
		case xml.StartElement:
			p.strange(x, t, ofdPattern)
		case xml.CharData:
			b = append(b, t...)
		case xml.EndElement:
			return string(b)
		}
	}
	return string(b)
}

// composite puts a drawing of the resources on the page; its text counts where it is used first.
func (p *ofdPage) composite(e xml.StartElement, m matrix) {
	u := p.units[value(e, "ResourceID")]
	if u == nil || u.used {
		return
	}
	u.used = true
	m = placed(value(e, "CTM"), value(e, "Boundary")).then(m)
	for _, c := range u.pieces {
		x0, y0 := m.at(c.x0, c.y0)
		x1, y1 := m.at(c.x1, c.y1)
		c.x0, c.x1, c.y0, c.y1 = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
		c.page = p.number
		p.pieces = append(p.pieces, c)
	}
}

// units reads the drawings with text of a part of resources.
func (o *ofd) units(part string, data []byte) error {
	if !bytes.Contains(data, []byte("TextCode")) {
		return nil
	}
	rest := &ofdPage{part: part}
	x := newXML(data, "Res")
	var walk func()
	walk = func() {
		x.children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "CompositeGraphicUnit":
				p := &ofdPage{part: part}
				p.content(x, unit)
				o.out = append(o.out, p.out...)
				o.drawn = append(o.drawn, &ofdUnit{part: part, pieces: p.pieces})
				o.drawings[value(e, "ID")] = o.drawn[len(o.drawn)-1]
			case "TextCode":
				rest.strange(x, e, ofdPattern)
			default:
				walk()
			}
		})
	}
	walk()
	o.out = append(o.out, rest.out...)
	return rest.failed(x)
}

// annotations reads the notes, stamps and watermarks on a page.
func (o *ofd) annotations(part string, data []byte, page int) error {
	p := &ofdPage{part: part, number: page, units: o.drawings, remarks: true}
	x := newXML(data, "PageAnnot")
	x.children(func(e xml.StartElement) {
		if e.Name.Local != "Annot" {
			p.strange(x, e, ofdPattern)
			return
		}
		kind := value(e, "Type")
		o.annots[kind]++
		reason := ofdNote
		if kind == "Watermark" {
			reason = ofdMark
		}
		x.children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "Appearance":
				p.content(x, placed("", value(e, "Boundary")))
				o.images += p.images
				p.images = 0
			case "Remark":
				at := int(x.d.InputOffset())
				p.pieces = append(p.pieces, ofdPiece{part: part, at: at, page: page, text: p.code(x), size: 3.5})
			default:
				p.strange(x, e, ofdPattern)
			}
		})
		for _, c := range p.pieces {
			o.notes = append(o.notes, ofdAside{c, reason})
		}
		p.pieces = nil
	})
	o.out = append(o.out, p.out...)
	return p.failed(x)
}
