package docx

import (
	"encoding/xml"

	"zhengce/generator/format/archive"
)

// A paraStyle is what a paragraph style says about numbers.
type paraStyle struct {
	basedOn string
	numID   string // "" where the style says nothing, "0" where it takes the number away
	level   int    // -1 where the style says nothing
	look    look
}

// styles are the styles of a Word file by their ID.
type styles struct {
	byID    map[string]paraStyle
	primary string // of paragraphs that name none
	plain   look   // of text whose styles say nothing
	looks   map[string]look
}

func newStyles() *styles { return &styles{byID: map[string]paraStyle{}, looks: map[string]look{}} }

// readDefaults reads how text looks whose styles say nothing.
func (s *styles) readDefaults(x *archive.Reader) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "rPrDefault":
			s.readDefaults(x)
		case "rPr":
			s.plain = readLook(x, nil)
		default:
			x.Skip()
		}
	})
}

// readStyles reads styles.xml.
func readStyles(data []byte) (*styles, error) {
	all := newStyles()
	x := archive.Within(data, "styles")
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "docDefaults":
			all.readDefaults(x)
			return
		case "style":
		default:
			x.Skip()
			return
		}
		id, s := archive.Value(e, "styleId"), paraStyle{level: -1}
		if archive.Value(e, "type") == "paragraph" && archive.Value(e, "default") != "" && archive.Value(e, "default") != "0" && archive.Value(e, "default") != "false" {
			all.primary = id
		}
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "basedOn":
				s.basedOn = archive.Value(e, "val")
				x.Skip()
			case "pPr":
				x.Children(func(e xml.StartElement) {
					if e.Name.Local == "numPr" {
						s.numID, s.level = readNumPr(x)
					} else {
						x.Skip()
					}
				})
			case "rPr":
				s.look = readLook(x, nil)
			default:
				x.Skip()
			}
		})
		all.byID[id] = s
	})
	return all, x.Err
}

// readNumPr reads the list and level of a paragraph or style.
func readNumPr(x *archive.Reader) (id string, at int) {
	at = -1
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "numId":
			id = archive.Value(e, "val")
		case "ilvl":
			at = archive.Number(e, "val", 0, levels-1)
		}
		x.Skip()
	})
	return id, at
}

// maxStyles is how many styles may stand on one another; a circle of styles ends there too.
const maxStyles = 64

// number returns list and level that a style gives its paragraphs, its own or that of the styles
// it is based on.
func (s *styles) number(id string, n *numbering) (numID string, at int) {
	at = -1
	for range maxStyles {
		one, ok := s.byID[id]
		if !ok {
			break
		}
		if at < 0 {
			at = one.level
		}
		if one.numID != "" {
			if l, ok := n.levelOf(one.numID, id); ok && at < 0 {
				at = l
			}
			return one.numID, max(at, 0)
		}
		id = one.basedOn
	}
	return "", max(at, 0)
}
