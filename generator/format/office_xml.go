package format

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"regexp"
	"strings"

	"zhengce/generator/source"
)

// wordXML is the root of a Word file that is one XML file: of the packed form (flat OPC), or of Word 2003.
var wordXML = regexp.MustCompile(`(?s)^(?:\x{FEFF})?\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(\w+:)?(?:(package)\s[^>]*/xmlPackage|(wordDocument)[\s>])`)

// wordXMLKind returns the kind of Word file that data is in one XML file, "" if none.
func wordXMLKind(head []byte) kind {
	m := wordXML.FindSubmatch(head)
	switch {
	case m == nil:
		return ""
	case len(m[2]) > 0:
		return kindFlat
	}
	return kind2003
}

// readFlat reads a Word file whose parts stand in one XML file.
func readFlat(name string, data []byte) (*source.File, error) {
	parts, err := flatParts(data)
	if err != nil {
		return nil, err
	}
	docx, err := packed2007(parts)
	if err != nil {
		return nil, err
	}
	return readConverted(name, docx, "docx in one xml")
}

// A wordPart is a part of a Word file.
type wordPart struct {
	name string
	data []byte
}

// flatParts returns the parts with XML of a flat OPC file; pictures are left aside.
func flatParts(data []byte) ([]wordPart, error) {
	var out []wordPart
	x := newXML(data, "package")
	x.children(func(e xml.StartElement) {
		name := strings.TrimPrefix(value(e, "name"), "/")
		x.children(func(e xml.StartElement) {
			from := x.d.InputOffset()
			x.skip()
			if e.Name.Local != "xmlData" || x.err != nil {
				return
			}
			inner := data[from:x.d.InputOffset()]
			if end := bytes.LastIndex(inner, []byte("</")); end >= 0 {
				inner = inner[:end]
			}
			out = append(out, wordPart{name, inner})
		})
	})
	if x.err != nil {
		return nil, fmt.Errorf("the Word file in one XML file is damaged: %w", x.err)
	}
	if len(out) == 0 {
		return nil, errors.New("the Word file in one XML file has no parts; open it in Word or WPS and save it as .docx")
	}
	return out, nil
}

// packed2007 packs parts as a Word file.
func packed2007(parts []wordPart) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = w.Write(p.data)
		}
		if err != nil {
			return nil, fmt.Errorf("the Word file in one XML file: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("the Word file in one XML file: %w", err)
	}
	return b.Bytes(), nil
}

// read2003 reads a file of Word 2003's XML: its body is that of a Word file but for the sections around
// paragraphs and the numbers of lists, which stand in the properties of each paragraph.
func read2003(name string, data []byte) (*source.File, error) {
	body, unnumbered, err := body2003(data)
	if err != nil {
		return nil, err
	}
	docx, err := packed2007([]wordPart{{"word/document.xml", body}})
	if err != nil {
		return nil, err
	}
	f, err := readConverted(name, docx, "doc in 2003 xml")
	if err == nil && unnumbered > 0 {
		f.Problems = append(f.Problems, &source.Error{Position: source.Position{File: name}, Severity: source.Warning, Code: "list-style",
			Message: fmt.Sprintf("paragraphs of lists whose numbers the file does not hold (%d)", unnumbered)})
	}
	return f, err
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
	x := newXML(data, "wordDocument")
	for x.err == nil {
		from := x.d.InputOffset()
		t := x.token()
		if t == nil {
			break
		}
		r.token(t, data[from:x.d.InputOffset()])
		if x.depth == 0 {
			break
		}
	}
	if x.err != nil {
		return nil, 0, fmt.Errorf("the file of Word 2003 is damaged: %w", x.err)
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
		r.number = value(e, "val") // of a list's paragraph, as Word shows it
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
