package archive

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"

	"zhengce/generator/say"
)

// MaxNesting is how deep the elements of a part may stand in one another.
const MaxNesting = 512

// A Reader reads a part as a stream, element by element. Names are compared without their
// namespaces, which the two editions of the standard write in different ways. The first error
// stays in Err and ends every loop.
type Reader struct {
	Depth int    // of the elements that x stands in
	At    int    // byte offset behind the tag of the last element that began
	Root  string // name of the root element
	Err   error  // the first thing that went wrong

	d *xml.Decoder
}

// newReader returns a reader that stands before the root element.
func newReader(data []byte) *Reader {
	x := &Reader{d: xml.NewDecoder(bytes.NewReader(data))}
	x.d.CharsetReader = func(name string, r io.Reader) (io.Reader, error) {
		return nil, say.Errorf("unknown encoding %q", name)
	}
	return x
}

// Within returns a reader that stands within the root element, whose name must be one of roots.
func Within(data []byte, roots ...string) *Reader {
	x := newReader(data)
	for x.Err == nil {
		if e, ok := x.Token().(xml.StartElement); ok {
			if x.Root = e.Name.Local; !slices.Contains(roots, x.Root) {
				x.Err = say.Errorf("expected the element %q, found %q", roots[0], x.Root)
			}
			return x
		}
	}
	return x
}

// WithinAny returns a reader that stands within the root element, whatever its name.
func WithinAny(data []byte) *Reader {
	x := newReader(data)
	for x.Err == nil {
		if _, ok := x.Token().(xml.StartElement); ok {
			return x
		}
	}
	return x
}

// Token returns the next token; nil once err is set.
func (x *Reader) Token() xml.Token {
	t, err := x.d.RawToken()
	if err == nil {
		switch t.(type) {
		case xml.StartElement:
			x.At = x.Offset()
			if x.Depth++; x.Depth > MaxNesting {
				err = say.Errorf("elements stand in one another more than %d deep", MaxNesting)
			}
		case xml.EndElement:
			if x.Depth--; x.Depth < 0 {
				err = say.New("an element ends that did not begin")
			}
		case xml.Directive:
			err = say.New("it declares entities, which no word processor does")
		}
	}
	if err != nil {
		if errors.Is(err, io.EOF) {
			err = say.New("it is cut off")
		}
		x.Err = say.Errorf("broken XML: %w", err)
		return nil
	}
	return t
}

// Offset returns the byte offset at which x stands.
func (x *Reader) Offset() int { return int(x.d.InputOffset()) }

// Children calls f for each element within the one that x stands in, and steps out of it. f must
// step out of the element that it is called for: by children, text or skip.
func (x *Reader) Children(f func(xml.StartElement)) {
	for x.Err == nil {
		switch t := x.Token().(type) {
		case xml.StartElement:
			f(t)
		case xml.EndElement:
			return
		}
	}
}

// Text returns the character data of the element that x stands in, and steps out of it.
func (x *Reader) Text() string {
	var b []byte
	for x.Err == nil {
		switch t := x.Token().(type) {
		case xml.StartElement:
			x.Skip()
		case xml.CharData:
			b = append(b, t...)
		case xml.EndElement:
			return string(b)
		}
	}
	return string(b)
}

// Skip steps out of the element that x stands in.
func (x *Reader) Skip() { x.Children(func(xml.StartElement) { x.Skip() }) }

// Value returns an attribute by its name without namespace.
func Value(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Number returns an attribute as a number from 0 to most, or otherwise where it is none.
func Number(e xml.StartElement, name string, otherwise, most int) int {
	n, err := strconv.Atoi(Value(e, name))
	if err != nil || n < 0 {
		return otherwise
	}
	return min(n, most)
}

// On reports whether an element that switches something has a value that means yes.
func On(e xml.StartElement) bool {
	switch Value(e, "val") {
	case "0", "false", "off":
		return false
	}
	return true
}

// Failed returns what went wrong in the part, if anything did.
func (x *Reader) Failed(part string) error {
	if x.Err != nil {
		return say.Errorf("part %q: %w", part, x.Err)
	}
	return nil
}
