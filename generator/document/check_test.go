package document_test

import (
	"strconv"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/internal/placetest"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// parse reads text as a document and checks every place in what comes out.
func parse(t testing.TB, f *source.File) (*document.Document, source.ErrorList) {
	t.Helper()
	d, errs := document.Parse(f)
	c := &checker{Checker: placetest.Checker{TB: t, File: f}}
	c.blocks(d)
	c.head(d)
	c.bodies(d)
	c.tables(d)
	c.Problems(errs)
	return d, errs
}

// A checker holds that the spans of a document are places in its text that hold what they should.
type checker struct {
	placetest.Checker
}

// blocks holds that every character but white space stands in exactly one block.
func (c *checker) blocks(d *document.Document) {
	c.Helper()
	var held strings.Builder
	at := 0
	for i, b := range d.Blocks {
		c.Within("block", b.Span, c.Whole())
		if b.Start < at || b.Empty() || c.File.Trim(b.Span) != b.Span {
			c.Fatalf("block %d at %v is empty, not trimmed or before its predecessor's end at %d", i, b.Span, at)
		}
		if (b.Kind == document.TableBlock) != (b.Table != nil) || (b.Kind == document.Noise) != (b.Reason != "") {
			c.Fatalf("block %q of kind %d has table %v and reason %q", c.File.Slice(b.Span), b.Kind, b.Table, b.Reason)
		}
		held.WriteString(c.File.Squeezed(b.Span))
		at = b.End
	}
	if want := source.Squeeze(c.File.Text); held.String() != want {
		c.Fatalf("the blocks hold\n%q\nthe text is\n%q", held.String(), want)
	}
}

// head holds that what the head and the signature say stands in blocks of their kinds.
func (c *checker) head(d *document.Document) {
	c.Helper()
	for _, h := range []struct {
		what string
		span source.Span
		kind document.BlockKind
	}{
		{"title", d.Title, document.Title}, {"number", d.Number, document.DocNumber}, {"recipients", d.Recipients, document.Recipients},
		{"issuer", d.Issuer, document.Signature}, {"date", d.Date, document.Date},
	} {
		c.Within(h.what, h.span, c.Whole())
		for _, b := range d.Blocks {
			session := h.what == "date" && strings.Contains(c.File.Slice(b.Span), "会") // the line under a report's title
			if !h.span.Empty() && b.Overlaps(h.span) && b.Kind != h.kind && !session {
				c.Fatalf("%s %q stands in a block of kind %d", h.what, c.File.Slice(h.span), b.Kind)
			}
		}
	}
}

func (c *checker) bodies(d *document.Document) {
	c.Helper()
	if len(d.Bodies) == 0 {
		c.Fatal("no body")
	}
	at := 0
	labels := map[string]bool{}
	for _, b := range d.Bodies {
		c.Within("body", b.Span, c.Whole())
		if !b.Title.Empty() && !b.Empty() && b.Carried {
			c.Within("title of a body", b.Title, b.Span)
		}
		if !b.Empty() {
			if b.Start < at {
				c.Fatalf("body %q at %v begins before the end of the one before it at %d", b.Label, b.Span, at)
			}
			at = b.End
		}
		if labels[b.Label] {
			c.Fatalf("two bodies have the label %q", b.Label)
		}
		labels[b.Label] = true
		c.sections(b, nil, b.Sections, b.Span)
	}
	for _, b := range d.Blocks {
		if b.Opens && b.Section == nil {
			c.Fatalf("block %q opens no section", c.File.Slice(b.Span))
		}
		if s := b.Section; s != nil {
			c.Within("block of a section", b.Span, s.Span)
		}
	}
}

// sections holds that sections nest, follow each other and begin with their numbers.
func (c *checker) sections(body *document.Body, parent *document.Section, list []*document.Section, outer source.Span) {
	c.Helper()
	at := outer.Start
	for _, s := range list {
		name := "section " + s.Mark.String()
		c.Within(name, s.Span, outer)
		if s.Start < at {
			c.Fatalf("%s begins at %d, before the end of the one before it at %d", name, s.Start, at)
		}
		at = s.End
		if s.Parent != parent || s.Body != body {
			c.Fatalf("%s has another parent or body than it stands in", name)
		}
		if parent != nil && s.Level < parent.Level || s.Level < document.Part || s.Level > document.Subitem {
			c.Fatalf("%s has level %d", name, s.Level)
		}
		mark, n := numeral.ReadMark(c.File.Text[s.Start:s.End])
		if d, length := numeral.ReadDecimal(c.File.Text[s.Start:s.End]); s.Mark.Decimal() && length > 0 {
			mark, n = d, length
		}
		if s.Mark.Style == numeral.Decimal1 && mark.Style == numeral.Dot {
			mark.Style = numeral.Decimal1 // 「1. 总则」 above 「1.1」
		}
		if glued, length, _ := strings.Cut(c.File.Text[s.Start:s.End], "."); n == 0 && length != "" && glued == strconv.Itoa(s.Mark.N) {
			mark, n = numeral.Mark{Style: numeral.Dot, N: s.Mark.N}, len(glued)+len(".") // 「3.12345热线」
		}
		if mark != s.Mark || s.MarkSpan != (source.Span{Start: s.Start, End: s.Start + n}) {
			c.Fatalf("%s stands at %q", name, c.File.Slice(s.MarkSpan))
		}
		c.Within("title of "+name, s.Title, source.Span{Start: 0, End: s.End})
		if !s.Title.Empty() && s.Title.Start < s.MarkSpan.End || c.File.Trim(s.Title) != s.Title {
			c.Fatalf("the title of %s is %q", name, c.File.Slice(s.Title))
		}
		if s.RunIn && s.Title.Empty() {
			c.Fatalf("%s has a run-in title that is empty", name)
		}
		c.own(name, s)
		c.sections(body, s, s.Sections, s.Span)
	}
}

// own checks the blocks of one section: the first opens it, all are its own, none stands in a subsection.
func (c *checker) own(name string, s *document.Section) {
	c.Helper()
	if len(s.Blocks) == 0 || !s.Blocks[0].Opens || s.Blocks[0].Start != s.Start {
		c.Fatalf("%s does not begin with a block that opens it", name)
	}
	for i, b := range s.Blocks {
		if b.Section != s || i > 0 && b.Opens {
			c.Fatalf("%s has the block %q of another section", name, c.File.Slice(b.Span))
		}
		for _, sub := range s.Sections {
			if sub.Span.Overlaps(b.Span) {
				c.Fatalf("block %q of %s lies in its subsection %s", c.File.Slice(b.Span), name, sub.Mark)
			}
		}
	}
}

// tables holds that cells stand in order inside their table and hold all its text.
func (c *checker) tables(d *document.Document) {
	c.Helper()
	n := 0
	for _, b := range d.Blocks {
		if b.Table == nil {
			continue
		}
		if n >= len(d.Tables) || d.Tables[n] != b.Table || b.Table.Span != b.Span {
			c.Fatalf("the table at %v is missing in the list, or elsewhere", b.Span)
		}
		n++
		var held strings.Builder
		at := b.Start
		for _, row := range b.Table.All() {
			for _, cell := range row {
				c.Within("cell", cell.Span, b.Span)
				if cell.Start < at || cell.RowSpan < 1 || cell.ColSpan < 1 || cell.Col < 0 {
					c.Fatalf("cell %+v %q is out of order or out of shape", cell, c.File.Slice(cell.Span))
				}
				held.WriteString(c.File.Squeezed(cell.Span))
				at = cell.End
			}
		}
		if want := c.File.Squeezed(b.Span); held.String() != want {
			c.Fatalf("the cells hold\n%q\nthe table is\n%q", held.String(), want)
		}
	}
	if n != len(d.Tables) {
		c.Fatalf("%d tables in the list, %d in the text", len(d.Tables), n)
	}
}
