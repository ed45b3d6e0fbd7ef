package docx

import (
	"cmp"
	"encoding/xml"

	"zhengce/generator/format/archive"
)

// A toggle is a property that is on, off or not spoken of.
type toggle int8

// flip returns the toggle for an element that switches something.
func flip(e xml.StartElement) toggle {
	if archive.On(e) {
		return 1
	}
	return -1
}

// A look is how characters are set, as far as that changes what they say. What is zero is not
// spoken of.
type look struct {
	hidden, struck toggle
	vertical       string // w:vertAlign
	raised         int    // half points above the line; below it where negative
	placed         bool   // raised is spoken of
	size           int    // half points
	ascii, hAnsi   string // fonts
	eastAsia       string
	style          string // character style
}

// defaultSize is the size of text that nothing speaks of, ISO/IEC 29500-1, 17.3.2.38.
const defaultSize = 20

// readLook reads the properties of a run. What stands in them but does not look is handed to other.
func readLook(x *archive.Reader, other func(xml.StartElement)) look {
	var k look
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "vanish":
			k.hidden = flip(e)
		case "strike", "dstrike":
			if k.struck != 1 {
				k.struck = flip(e)
			}
		case "vertAlign":
			k.vertical = archive.Value(e, "val")
		case "position":
			k.raised, k.placed = signed(archive.Value(e, "val")), true
		case "sz":
			k.size = archive.Number(e, "val", 0, 4000)
		case "rFonts":
			k.ascii, k.hAnsi, k.eastAsia = font(e, "ascii"), font(e, "hAnsi"), font(e, "eastAsia")
		case "rStyle":
			k.style = archive.Value(e, "val")
		default:
			if other != nil {
				other(e)
			}
		}
		x.Skip()
	})
	return k
}

// font returns the font for a kind of characters; that of the theme, where it is named, comes first.
func font(e xml.StartElement, kind string) string {
	return cmp.Or(archive.Value(e, kind+"Theme"), archive.Value(e, kind))
}

// signed returns a number with its sign, 0 where it is none.
func signed(s string) int {
	e := xml.StartElement{Attr: []xml.Attr{{Name: xml.Name{Local: "val"}, Value: s}}}
	if len(s) > 1 && s[0] == '-' {
		e.Attr[0].Value = s[1:]
		return -archive.Number(e, "val", 0, 4000)
	}
	return archive.Number(e, "val", 0, 4000)
}

// over returns the look of k on top of base.
func (k look) over(base look) look {
	if k.hidden == 0 {
		k.hidden = base.hidden
	}
	if k.struck == 0 {
		k.struck = base.struck
	}
	if k.vertical == "" {
		k.vertical = base.vertical
	}
	if !k.placed {
		k.raised, k.placed = base.raised, base.placed
	}
	if k.size == 0 {
		k.size = base.size
	}
	if k.ascii == "" {
		k.ascii = base.ascii
	}
	if k.hAnsi == "" {
		k.hAnsi = base.hAnsi
	}
	if k.eastAsia == "" {
		k.eastAsia = base.eastAsia
	}
	return k
}

// look returns how a style sets characters, with the styles that it is based on.
func (s *styles) look(id string) look {
	if k, ok := s.looks[id]; ok {
		return k
	}
	var k look
	for at, n := id, 0; n < maxStyles; n++ {
		one, ok := s.byID[at]
		if !ok {
			break
		}
		k = k.over(one.look)
		at = one.basedOn
	}
	if len(s.looks) < 10_000 {
		s.looks[id] = k
	}
	return k
}

// of returns how a run looks in a paragraph of a style. Hiding and striking in both the paragraph's
// and the run's style take each other away, ISO/IEC 29500-1, 17.7.3.
func (s *styles) of(paragraph string, run look) look {
	above, own := s.look(paragraph), s.look(run.style)
	both := own.over(above)
	both.hidden, both.struck = exclusive(above.hidden, own.hidden), exclusive(above.struck, own.struck)
	return run.over(both).over(s.plain)
}

func exclusive(a, b toggle) toggle {
	switch {
	case a == 0 || b == 0:
		return a + b
	case (a == 1) != (b == 1):
		return 1
	}
	return -1
}
