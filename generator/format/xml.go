package format

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
)

// maxNesting is how deep the elements of a part may stand in one another.
const maxNesting = 512

// An xmlReader reads a part as a stream, element by element. Names are compared without their
// namespaces, which the two editions of the standard write in different ways. The first error
// stays in err and ends every loop.
type xmlReader struct {
	d     *xml.Decoder
	depth int
	at    int    // byte offset behind the tag of the last element that began
	root  string // name of the root element
	err   error
}

// newXMLReader returns a reader that stands before the root element.
func newXMLReader(data []byte) *xmlReader {
	x := &xmlReader{d: xml.NewDecoder(bytes.NewReader(data))}
	x.d.CharsetReader = func(name string, r io.Reader) (io.Reader, error) {
		return nil, fmt.Errorf("unknown encoding %q", name)
	}
	return x
}

// newXML returns a reader that stands within the root element, whose name must be one of roots.
func newXML(data []byte, roots ...string) *xmlReader {
	x := newXMLReader(data)
	for x.err == nil {
		if e, ok := x.token().(xml.StartElement); ok {
			if x.root = e.Name.Local; !slices.Contains(roots, x.root) {
				x.err = fmt.Errorf("expected the element %q, found %q", roots[0], x.root)
			}
			return x
		}
	}
	return x
}

// newXMLAny returns a reader that stands within the root element, whatever its name.
func newXMLAny(data []byte) *xmlReader {
	x := newXMLReader(data)
	for x.err == nil {
		if _, ok := x.token().(xml.StartElement); ok {
			return x
		}
	}
	return x
}

// token returns the next token; nil once err is set.
func (x *xmlReader) token() xml.Token {
	t, err := x.d.RawToken()
	if err == nil {
		switch t.(type) {
		case xml.StartElement:
			x.at = int(x.d.InputOffset())
			if x.depth++; x.depth > maxNesting {
				err = fmt.Errorf("elements stand in one another more than %d deep", maxNesting)
			}
		case xml.EndElement:
			if x.depth--; x.depth < 0 {
				err = errors.New("an element ends that did not begin")
			}
		case xml.Directive:
			err = errors.New("it declares entities, which no word processor does")
		}
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = errors.New("it is cut off")
		}
		x.err = fmt.Errorf("broken XML: %w", err)
		return nil
	}
	return t
}

// children calls f for each element within the one that x stands in, and steps out of it. f must
// step out of the element that it is called for: by children, text or skip.
func (x *xmlReader) children(f func(xml.StartElement)) {
	for x.err == nil {
		switch t := x.token().(type) {
		case xml.StartElement:
			f(t)
		case xml.EndElement:
			return
		}
	}
}

// text returns the character data of the element that x stands in, and steps out of it.
func (x *xmlReader) text() string {
	var b []byte
	for x.err == nil {
		switch t := x.token().(type) {
		case xml.StartElement:
			x.skip()
		case xml.CharData:
			b = append(b, t...)
		case xml.EndElement:
			return string(b)
		}
	}
	return string(b)
}

// skip steps out of the element that x stands in.
func (x *xmlReader) skip() { x.children(func(xml.StartElement) { x.skip() }) }

// value returns an attribute by its name without namespace.
func value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// number returns an attribute as a number from 0 to most, or otherwise where it is none.
func number(e xml.StartElement, name string, otherwise, most int) int {
	n, err := strconv.Atoi(value(e, name))
	if err != nil || n < 0 {
		return otherwise
	}
	return min(n, most)
}

// on reports whether an element that switches something has a value that means yes.
func on(e xml.StartElement) bool {
	switch value(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}
