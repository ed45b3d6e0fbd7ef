package format

import (
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A flow takes what stands on the level of paragraphs.
type flow struct {
	para  func(*paragraph)
	table func([][]cell)
}

// A paragraph is a paragraph of a Word file while its runs are read.
type paragraph struct {
	text    strings.Builder // line breaks as \n
	number  string
	boxes   []string // lines of text boxes anchored in it
	hidden  []string
	fields  []bool // of each open field: whether its result has begun
	deleted bool   // its end was deleted: the next paragraph goes on with it
	style   string
	numID   string
	level   int
}

// lines returns the lines of the paragraph, its number before the first.
func (p *paragraph) lines() []string {
	text := p.text.String()
	if strings.TrimSpace(text) == "" && p.number == "" {
		return nil
	}
	lines := strings.Split(text, "\n")
	lines[0] = p.number + lines[0]
	return lines
}

// flow reads the element that x stands in as a sequence of paragraphs and tables.
func (d *docx) flow(x *xmlReader, f flow) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "p":
			if p := d.paragraph(x); p != nil {
				f.para(p)
			}
		case "tbl":
			d.table(x, f)
		case "AlternateContent":
			d.alternate(x, func() { d.flow(x, f) })
		case "sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag":
			d.flow(x, f)
		case "altChunk":
			d.embedded++
			x.skip()
		default:
			x.skip()
		}
	})
}

// alternate reads one of the two contents that a newer and an older Word show: the first choice,
// or the fallback where there is none.
func (d *docx) alternate(x *xmlReader, read func()) {
	done := false
	x.children(func(e xml.StartElement) {
		if done || e.Name.Local != "Choice" && e.Name.Local != "Fallback" {
			x.skip()
			return
		}
		done = true
		read()
	})
}

// paragraph reads a paragraph; nil where its end was deleted and the next one goes on with it.
func (d *docx) paragraph(x *xmlReader) *paragraph {
	p := &paragraph{level: -1, style: d.styles.primary}
	d.runs(x, p)
	if p.deleted {
		d.carry = append(d.carry, p.text.String())
		if len(p.boxes)+len(p.hidden) == 0 {
			return nil
		}
		p.text.Reset()
		return p
	}
	if len(d.carry) > 0 {
		text := strings.Join(d.carry, "") + p.text.String()
		d.carry = nil
		p.text.Reset()
		p.text.WriteString(text)
	}
	if strings.TrimSpace(p.text.String()) != "" || len(p.boxes) == 0 {
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
		case "rPr":
			x.children(func(e xml.StartElement) {
				switch e.Name.Local {
				case "del", "moveFrom":
					p.deleted = true
					d.deleted++
				case "ins", "moveTo":
					d.inserted++
				}
				x.skip()
			})
		default:
			x.skip()
		}
	})
}

// runs reads what stands in a paragraph: runs, and elements around them.
func (d *docx) runs(x *xmlReader, p *paragraph) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "pPr":
			d.properties(x, p)
		case "r":
			d.run(x, p)
		case "del", "moveFrom":
			d.deleted++
			x.skip()
		case "ins", "moveTo":
			d.inserted++
			d.runs(x, p)
		case "AlternateContent":
			d.alternate(x, func() { d.runs(x, p) })
		case "hyperlink", "fldSimple", "smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "oMathPara", "oMath", "rubyBase":
			d.runs(x, p)
		case "sSub", "sSup", "sSubSup", "f", "e", "num", "den", "sub", "sup", "rad", "deg", "d", "nary", "func", "fName", "acc", "bar", "box", "m", "mr", "limLow", "limUpp", "lim":
			d.runs(x, p) // formulas: their characters in order
		default:
			x.skip()
		}
	})
}

// run reads a run of characters.
func (d *docx) run(x *xmlReader, p *paragraph) {
	hidden := false
	var out strings.Builder
	add := func(s string) {
		if len(p.fields) == 0 || p.fields[len(p.fields)-1] {
			out.WriteString(s)
		}
	}
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "rPr":
			x.children(func(e xml.StartElement) {
				if e.Name.Local == "vanish" {
					hidden = on(e)
				}
				x.skip()
			})
			return
		case "t":
			add(strings.NewReplacer("\n", " ", "\r", "").Replace(x.text()))
			return
		case "tab", "ptab":
			add("\t")
		case "br", "cr":
			add("\n")
		case "noBreakHyphen":
			add("\u2011")
		case "sym":
			add(d.symbol(e))
		case "fldChar":
			p.field(value(e, "fldCharType"))
		case "footnoteReference", "endnoteReference":
			key := strings.TrimSuffix(e.Name.Local, "Reference") + value(e, "id")
			if _, ok := d.noteText[key]; ok && value(e, "customMarkFollows") == "" {
				d.notes = append(d.notes, key)
				add(noteMark(len(d.notes)))
			}
		case "drawing", "pict", "object":
			d.picture(x, p, e.Name.Local)
			return
		case "AlternateContent":
			d.alternate(x, func() { d.drawing(x, p) })
			return
		case "ruby":
			x.children(func(e xml.StartElement) {
				if e.Name.Local == "rubyBase" {
					d.runs(x, p)
				} else {
					x.skip()
				}
			})
			return
		}
		x.skip()
	})
	if hidden {
		if s := strings.TrimSpace(out.String()); s != "" {
			p.hidden = append(p.hidden, s)
		}
		return
	}
	p.text.WriteString(out.String())
}

// field opens, turns or closes a field; only its result is text.
func (p *paragraph) field(kind string) {
	switch n := len(p.fields); {
	case kind == "begin" && n < maxNesting:
		p.fields = append(p.fields, false)
	case kind == "separate" && n > 0:
		p.fields[n-1] = true
	case kind == "end" && n > 0:
		p.fields = p.fields[:n-1]
	}
}

// symbols are the characters of symbol fonts that papers use, by their place in the font.
var symbols = map[rune]string{0xF0FC: "✓", 0xF0FE: "☑", 0xF0A8: "□", 0xF06F: "□", 0xF0A3: "□", 0xF0FD: "☒", 0xF052: "☑", 0xF06E: "■", 0xF06C: "●", 0xF0B3: "≥", 0xF0A7: "■"}

// symbol returns a character of a symbol font.
func (d *docx) symbol(e xml.StartElement) string {
	n, err := strconv.ParseUint(value(e, "char"), 16, 32)
	if err != nil || !utf8.ValidRune(rune(n)) {
		return ""
	}
	if s, ok := symbols[rune(n)]; ok && strings.HasPrefix(value(e, "font"), "Wingdings") {
		return s
	}
	if n >= 0xE000 && n <= 0xF8FF {
		d.symbols++
	}
	return string(rune(n))
}

// picture reads a drawing: the text of its boxes, or nothing of a picture.
func (d *docx) picture(x *xmlReader, p *paragraph, kind string) {
	before := len(p.boxes)
	d.drawing(x, p)
	switch {
	case len(p.boxes) > before:
	case kind == "object":
		d.embedded++
	default:
		d.images++
	}
}

// drawing finds the text boxes in the element that x stands in.
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
		case "AlternateContent":
			d.alternate(x, func() { d.drawing(x, p) })
		default:
			d.drawing(x, p)
		}
	})
}
