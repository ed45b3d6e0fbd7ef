package verify

import (
	"path"
	"strings"

	"zhengce/generator/source"
)

// A stream is what a page says, written as one text without white space: marks stand where elements begin, each with the
// attributes that findings have. The Markdown of a page and its HTML give the same stream.
type stream struct {
	b      strings.Builder
	places bool // notes where everything stands
	marks  []streamMark
	at     place
}

// A streamMark says where a stretch of a stream stands on the page.
type streamMark struct {
	offset int
	at     place
}

const (
	markOpen   = '\x01'
	markClose  = '\x02'
	figureMark = "\x01figure\x02"
	parting    = '\uFDD0' // stands in Markdown between characters that Hugo would take for its own
)

func (s *stream) note() {
	if s.places {
		s.marks = append(s.marks, streamMark{s.b.Len(), s.at})
	}
}

// text writes text.
func (s *stream) text(text string) {
	s.note()
	if strings.IndexFunc(text, unwritten) < 0 {
		s.b.WriteString(text)
		return
	}
	for _, r := range text {
		if !unwritten(r) {
			s.b.WriteRune(r)
		}
	}
}

func unwritten(r rune) bool {
	return source.IsSpace(r) || r == parting || r == markOpen || r == markClose
}

// mark writes the beginning of an element, or its end as "/a", with pairs of attributes and values; an empty value is as none.
func (s *stream) mark(name string, attributes ...string) {
	s.note()
	s.b.WriteRune(markOpen)
	s.b.WriteString(name)
	for i := 0; i < len(attributes); i += 2 {
		if value := attributes[i+1]; value != "" {
			s.b.WriteString(" " + attributes[i] + "=")
			s.b.WriteString(strings.Map(func(r rune) rune {
				if unwritten(r) {
					return -1
				}
				return r
			}, value))
		}
	}
	s.b.WriteRune(markClose)
}

// placeOf returns where the stretch around the offset stands on the page.
func (s *stream) placeOf(offset int) place {
	at := place{1, 1}
	for _, m := range s.marks {
		if m.offset > offset {
			break
		}
		at = m.at
	}
	return at
}

// target returns the address to which a link on the page called name leads: a place on it as it is written, another page by its
// path under the site.
func target(name, address string) string {
	file, fragment, found := strings.Cut(address, "#")
	if file == "" || scheme(address) != "" {
		return address
	}
	if found {
		fragment = "#" + fragment
	}
	if strings.HasPrefix(file, "/") {
		return strings.TrimPrefix(file, "/") + fragment
	}
	return path.Join(path.Dir(name), file) + fragment
}
