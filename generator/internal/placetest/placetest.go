// Package placetest holds, for tests, that findings stand in the text where they say.
package placetest

import (
	"testing"
	"unicode/utf8"

	"zhengce/generator/source"
)

// A Checker holds that spans are places in the text of a file.
type Checker struct {
	testing.TB
	File *source.File
}

// Within reports a span that is no whole run of characters inside outer.
func (c *Checker) Within(what string, s, outer source.Span) {
	c.Helper()
	if s.Start < outer.Start || s.End < s.Start || s.End > outer.End {
		c.Fatalf("%s at %v reaches out of %v", what, s, outer)
	}
	for _, at := range []int{s.Start, s.End} {
		if at < len(c.File.Text) && !utf8.RuneStart(c.File.Text[at]) {
			c.Fatalf("%s at %v cuts a character", what, s)
		}
	}
}

// Whole returns the span of the whole text.
func (c *Checker) Whole() source.Span { return source.Span{Start: 0, End: len(c.File.Text)} }

// Problems reports problems that do not say where they are or what is wrong.
func (c *Checker) Problems(errs source.ErrorList) {
	c.Helper()
	for _, e := range errs {
		if e.File != c.File.Name || e.Line < 1 || e.Column < 1 || e.Message == "" || e.Code == "" {
			c.Errorf("problem without place, code or message: %+v", e)
		}
	}
}
