package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/say"
)

// A wordPart is a part of a Word file.
type wordPart struct {
	name string
	data []byte
}

// FromFlat packs the parts of a Word file that stand in one XML file (flat OPC) as a Word file.
func FromFlat(data []byte) ([]byte, error) {
	parts, err := flatParts(data)
	if err != nil {
		return nil, err
	}
	return pack(parts)
}

// From2003 packs a file of Word 2003's XML as a newer Word file, and says how many paragraphs of lists
// have no number in it.
func From2003(data []byte) (packed []byte, unnumbered int, err error) {
	body, unnumbered, err := body2003(data)
	if err != nil {
		return nil, 0, err
	}
	packed, err = pack([]wordPart{{"word/document.xml", body}})
	return packed, unnumbered, err
}

// flatParts returns the parts with XML of a flat OPC file; pictures are left aside.
func flatParts(data []byte) ([]wordPart, error) {
	var out []wordPart
	x := archive.Within(data, "package")
	x.Children(func(e xml.StartElement) {
		name := strings.TrimPrefix(archive.Value(e, "name"), "/")
		x.Children(func(e xml.StartElement) {
			from := x.Offset()
			x.Skip()
			if e.Name.Local != "xmlData" || x.Err != nil {
				return
			}
			inner := data[from:x.Offset()]
			if end := bytes.LastIndex(inner, []byte("</")); end >= 0 {
				inner = inner[:end]
			}
			out = append(out, wordPart{name, inner})
		})
	})
	if x.Err != nil {
		return nil, say.Errorf("the Word file in one XML file is damaged: %w", x.Err)
	}
	if len(out) == 0 {
		return nil, say.New("the Word file in one XML file has no parts; open it in Word or WPS and save it as .docx")
	}
	return out, nil
}

// pack packs parts as a Word file.
func pack(parts []wordPart) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			return nil, say.Errorf("the Word file in one XML file: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, say.Errorf("the Word file in one XML file: %w", err)
	}
	return b.Bytes(), nil
}

// A reader2003 rewrites the body of a Word 2003 file as that of a newer one.
type reader2003 struct {
	out    bytes.Buffer
	body   int    // depth of elements within the body; 0 outside
	number string // of the paragraph, to be written behind its properties
	err    error

	unnumbered int // paragraphs of lists without a number
}

// body2003 returns the body, and how many paragraphs of lists have no number.
func body2003(data []byte) (body []byte, unnumbered int, err error) {
	r := &reader2003{}
	r.out.WriteString("<w:document>")
	x := archive.Within(data, "wordDocument")
	for x.Err == nil {
		from := x.Offset()
		t := x.Token()
		if t == nil {
			break
		}
		r.token(t, data[from:x.Offset()])
		if x.Depth == 0 {
			break
		}
	}
	if x.Err != nil {
		return nil, 0, say.Errorf("the file of Word 2003 is damaged: %w", x.Err)
	}
	if r.err != nil {
		return nil, 0, r.err
	}
	r.out.WriteString("</w:document>")
	return r.out.Bytes(), r.unnumbered, nil
}

// token writes a token of the body; raw is how the file writes it.
func (r *reader2003) token(t xml.Token, raw []byte) {
	e, starts := t.(xml.StartElement)
	if starts && e.Name.Local == "body" {
		r.body++
	}
	if r.body == 0 || wrapper(t) {
		return
	}
	r.out.Write(raw)
	switch end, ends := t.(xml.EndElement); {
	case starts && e.Name.Local == "t" && e.Name.Space == "wx":
		r.number = archive.Value(e, "val") // of a list's paragraph, as Word shows it
	case ends:
		r.end(end.Name.Local)
	}
}

// wrapper reports whether a token begins or ends a section, which stands around paragraphs.
func wrapper(t xml.Token) bool {
	name := ""
	switch t := t.(type) {
	case xml.StartElement:
		name = t.Name.Local
	case xml.EndElement:
		name = t.Name.Local
	}
	return name == "sect" || name == "sub-section"
}

// end does what is due behind the end of an element.
func (r *reader2003) end(name string) {
	switch {
	case name == "body":
		r.body--
	case name == "listPr" && r.number == "":
		r.unnumbered++
	case name == "pPr" && r.number != "":
		r.out.WriteString("<w:r><w:t>")
		r.err = errors.Join(r.err, xml.EscapeText(&r.out, []byte(r.number)))
		r.out.WriteString("</w:t></w:r>")
		r.number = ""
	}
}
