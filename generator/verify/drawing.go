package verify

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"golang.org/x/net/html"
)

// Namespaces of what stands in a drawing: SVG, and what programs that draw note for themselves, which no browser knows.
const svgSpace = "http://www.w3.org/2000/svg"

var strangers = []string{"http://www.inkscape.org/", "http://sodipodi.sourceforge.net/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	"http://creativecommons.org/ns#", "http://purl.org/dc/", "http://www.w3.org/XML/1998/namespace", "xmlns"}

// strange reports whether a browser knows nothing of the namespace.
func strange(space string) bool {
	for _, s := range strangers {
		if strings.HasPrefix(space, s) {
			return true
		}
	}
	return false
}

// readDrawing reads a drawing in a file of its own. A browser that is given it runs what scripts it has and loads what it names.
func (f *file) readDrawing(data []byte) {
	d := xml.NewDecoder(bytes.NewReader(data))
	style := false
	for {
		at := after(place{1, 1}, data[:d.InputOffset()])
		t, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			f.fail(at, "drawing", "the drawing cannot be read: %v", err)
			return
		}
		switch t := t.(type) {
		case xml.StartElement:
			style = t.Name.Local == "style"
			f.drawn(t, at)
		case xml.EndElement:
			style = false
		case xml.CharData:
			if style {
				f.readStyle(string(t), at)
			}
		case xml.Directive:
			f.fail(at, "drawing", "no drawing may have a declaration <!%s>", around(string(t), 0))
		case xml.ProcInst:
			if t.Target != "xml" {
				f.fail(at, "drawing", "no drawing may have an instruction <?%s>", t.Target)
			}
		}
	}
}

// drawn checks an element of a drawing.
func (f *file) drawn(t xml.StartElement, at place) {
	if t.Name.Space != "" && strange(t.Name.Space) {
		return
	}
	name := strings.ToLower(t.Name.Local)
	own, ok := allowed.drawing[name]
	if !ok || t.Name.Space != svgSpace {
		f.fail(at, "element", "no drawing may have an element %q", t.Name.Local)
		return
	}
	token := html.Token{Data: name}
	for _, a := range t.Attr {
		key := strings.ToLower(a.Name.Local)
		if a.Name.Space != "" && strange(a.Name.Space) {
			continue
		}
		known, fits := attributeAllowed(allowed.drawing, own, key, a.Value)
		switch {
		case a.Name.Space != "" || !known && key != "xmlns":
			f.fail(at, "attribute", "no %q of a drawing may have an attribute %q", name, a.Name.Local)
		case !fits:
			f.fail(at, "attribute", "no %q of a drawing may say %s=%q", name, key, a.Value)
		case key == "style" || allowed.styled[key] && strings.ContainsAny(a.Value, `(\`):
			f.readStyle(a.Value, at)
		}
		token.Attr = append(token.Attr, html.Attribute{Key: key, Val: a.Value})
	}
	if name == "a" {
		f.readLinks(token, at)
	}
}
