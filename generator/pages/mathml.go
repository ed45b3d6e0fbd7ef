package pages

import (
	"encoding/xml"
	"html"
	"io"
	"regexp"
	"strings"

	"zhengce/generator/say"
)

const (
	mathSpace = "http://www.w3.org/1998/Math/MathML"
	mathDepth = 200     // elements within each other; browsers stop at 512
	mathBytes = 1 << 18 // of one formula
)

// mathElements are the elements that show a formula and do nothing else.
var mathElements = set(`math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded menclose msub msup msubsup
	munder mover munderover mmultiscripts mprescripts none mtable mtr mtd`)

// mathAttributes are the attributes that say how; those that link, load, colour or name are none of them.
var mathAttributes = set(`display displaystyle scriptlevel mathvariant linethickness accent accentunder stretchy fence separator
	largeop movablelimits symmetric form columnalign rowalign columnspan rowspan columnlines rowlines notation lspace rspace`)

// mathValue is what an attribute may say: words, or a small measure.
var mathValue = regexp.MustCompile(`^(?:[a-z-]{1,24}(?: [a-z-]{1,24}){0,15}|-?\d{1,2}(?:\.\d{1,3})?(?:em|ex|%)?)$`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// mathML returns the formula note as a page may hold it: elements and attributes of MathML that only show, all
// within one mrow. Other elements are left out with what they hold. What is no XML gives nothing.
func mathML(note string) string {
	if len(note) > mathBytes {
		return ""
	}
	in := xml.NewDecoder(strings.NewReader(note))
	var m mathWriter
	for {
		t, err := in.Token()
		if err == io.EOF {
			break
		}
		if err == nil {
			err = m.token(in, t)
		}
		if err != nil {
			return ""
		}
	}
	if m.b.Len() == 0 || len(m.open) > 0 {
		return ""
	}
	return "<math" + m.display + `><semantics><mrow data-added="">` + m.b.String() + "</mrow>"
}

// A mathWriter writes what a page may hold of a formula.
type mathWriter struct {
	b       strings.Builder
	open    []string
	display string // attribute of the whole
}

var errDeep = say.New("a formula too deep")

func (m *mathWriter) token(in *xml.Decoder, t xml.Token) error {
	switch t := t.(type) {
	case xml.StartElement:
		if !mathElements[t.Name.Local] || t.Name.Space != "" && t.Name.Space != mathSpace {
			return in.Skip()
		}
		if t.Name.Local == "math" {
			if mathAttribute(t, "display") == "block" {
				m.display = ` display="block"`
			}
			t = xml.StartElement{Name: xml.Name{Local: "mrow"}}
		}
		if m.open = append(m.open, t.Name.Local); len(m.open) > mathDepth {
			return errDeep
		}
		writeMath(&m.b, t)
	case xml.EndElement:
		last := len(m.open) - 1
		m.b.WriteString("</" + m.open[last] + ">")
		m.open = m.open[:last]
	case xml.CharData:
		if len(m.open) > 0 { // text alone is no formula
			m.b.WriteString(html.EscapeString(strings.Join(strings.Fields(string(t)), " ")))
		}
	}
	return nil
}

// writeMath writes the start of an element with the attributes that it may have.
func writeMath(b *strings.Builder, t xml.StartElement) {
	b.WriteString("<" + t.Name.Local)
	seen := map[string]bool{}
	for _, a := range t.Attr {
		name := a.Name.Local
		if a.Name.Space == "" && mathAttributes[name] && mathValue.MatchString(a.Value) && !seen[name] {
			seen[name] = true
			b.WriteString(" " + name + `="` + a.Value + `"`)
		}
	}
	b.WriteString(">")
}

func mathAttribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
