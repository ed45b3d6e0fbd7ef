// Package facttest reads facts in tests and holds that each stands where it says.
package facttest

import (
	"regexp"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/internal/placetest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Read returns the facts of a text and what is doubtful about them, after checking that each stands
// where it says.
func Read(t testing.TB, f *source.File) (*policy.Facts, source.ErrorList) {
	t.Helper()
	d, _ := document.Parse(f)
	facts, errs := extract.Document(d)
	c := &checker{Checker: placetest.Checker{TB: t, File: f}, facts: facts, byID: map[string]*policy.Measure{}}
	c.measures()
	c.assignments()
	c.annex()
	c.indicators()
	c.citations()
	c.deadlines()
	c.Problems(errs)
	return facts, errs
}

// A checker holds that the spans of facts are places in the text that hold what they should.
type checker struct {
	placetest.Checker
	facts *policy.Facts
	byID  map[string]*policy.Measure
}

// same reports a recorded text that is not the one at its span.
func (c *checker) same(what, recorded string, s source.Span) {
	c.Helper()
	if got := c.File.Squeezed(s); got != recorded {
		c.Fatalf("%s is %q, the text at %v is %q", what, recorded, s, got)
	}
}

var asciiAddress = regexp.MustCompile(`^[a-z0-9-]+$`)

// measures holds that measures follow each other, each with an ID and address of its own.
func (c *checker) measures() {
	c.Helper()
	addresses := map[string]bool{}
	at := 0
	for _, m := range c.facts.Measures {
		c.Within("measure "+m.ID, m.Span, c.Whole())
		if m.Start < at {
			c.Fatalf("measure %s begins at %d, before the end of the one before it at %d", m.ID, m.Start, at)
		}
		at = m.End
		if c.byID[m.ID] != nil || addresses[m.Address] || !asciiAddress.MatchString(m.Address) {
			c.Fatalf("measure %q has the address %q; one of them is odd or given twice", m.ID, m.Address)
		}
		c.byID[m.ID], addresses[m.Address] = m, true
		c.Within("heading of "+m.ID, m.HeadingSpan, source.Span{Start: 0, End: m.End})
		c.same("heading of "+m.ID, m.Heading, m.HeadingSpan)
		c.Within("text of "+m.ID, m.Text, m.Span)
		if m.Rule == "" {
			c.Fatalf("measure %s is one by no rule", m.ID)
		}
		if m.Section == nil || m.Section.Start != m.Start {
			c.Fatalf("measure %s does not begin with its section", m.ID)
		}
	}
}

// agencies holds that the names of one list stand in it, in order, with known roles.
func (c *checker) agencies(what string, list []policy.Agency, outer source.Span) {
	c.Helper()
	if len(list) == 0 {
		c.Fatalf("%s has no agency", what)
	}
	at := outer.Start
	for _, a := range list {
		c.Within("agency "+a.Written, a.Span, outer)
		c.same("agency", a.Written, a.Span)
		if a.Start < at || a.Empty() || a.Name == "" {
			c.Fatalf("agency %q (%q) at %v is empty or out of order", a.Written, a.Name, a.Span)
		}
		at = a.End
		if _, ok := a.Role.Kind(); !ok {
			c.Fatalf("agency %q has the role %q", a.Written, a.Role)
		}
	}
}

func (c *checker) basis(what string, b policy.Basis) {
	c.Helper()
	if b.Rule == "" {
		c.Fatalf("%s has no rule", what)
	}
	if !b.Span.Empty() {
		c.Within("basis of "+what, b.Span, c.Whole())
		c.same("basis of "+what, b.Quote, b.Span)
	}
}

// found holds that a group or row says by which rule it was found.
func (c *checker) found(what, rule string) {
	c.Helper()
	if rule == "" {
		c.Fatalf("%s was found by no rule", what)
	}
}

// assignments holds that groups stand inside their measures and do not overlap.
func (c *checker) assignments() {
	c.Helper()
	at := 0
	for _, a := range c.facts.Assignments {
		what := "group " + c.File.Slice(a.Span)
		if a.Part != nil {
			c.Within(what, a.Span, a.Part.Span)
		} else {
			m := c.byID[a.Measure]
			if m == nil {
				c.Fatalf("%s stands in a measure %q that there is not", what, a.Measure)
			}
			c.Within(what, a.Span, m.Span)
			c.Within("text of "+what, a.Covers, m.Span)
		}
		if a.Start < at || a.Empty() {
			c.Fatalf("%s at %v is empty or begins before the end of the one before it", what, a.Span)
		}
		at = a.End
		c.agencies(what, a.Agencies, a.Span)
		c.basis(what, a.Basis)
		c.found(what, a.Found)
	}
}

func (c *checker) annex() {
	c.Helper()
	for _, r := range c.facts.Annex {
		what := "row " + r.Task
		inTable := false
		for _, t := range c.facts.Document.Tables {
			inTable = inTable || t.Span.Contains(r.Span)
		}
		if !inTable || r.Task == "" {
			c.Fatalf("%s at %v has no task or stands in no table", what, r.Span)
		}
		c.Within("task of "+what, r.TaskSpan, r.Span)
		c.agencies(what, r.Agencies, r.Span)
		c.basis(what, r.Basis)
		c.found(what, r.Found)
		if r.Measure != "" && c.byID[r.Measure] == nil {
			c.Fatalf("%s speaks of a measure %q that there is not", what, r.Measure)
		}
	}
}

func (c *checker) indicators() {
	c.Helper()
	for _, i := range c.facts.Indicators {
		what := "indicator " + i.Quote
		outer := c.Whole()
		if m := c.byID[i.Measure]; m != nil {
			outer = m.Span
		}
		c.Within(what, i.Span, outer)
		c.same(what, i.Quote, i.Span)
		c.Within("value of "+what, i.Value, i.Span)
		if i.Value.Empty() || i.Kind != policy.Target && i.Kind != policy.Threshold || !strings.Contains(">≥=≈≤<", i.Cmp) || i.Cmp == "" {
			c.Fatalf("%s has value %v, kind %q, comparator %q", what, i.Value, i.Kind, i.Cmp)
		}
		c.Within("year of "+what, i.YearBasis, c.Whole())
	}
}

func (c *checker) citations() {
	c.Helper()
	for _, n := range c.facts.Citations {
		what := "citation " + n.Title + n.Number
		if n.Title == "" && n.Number == "" || len(n.Mentions) == 0 || n.Mentions[0] != n.Span {
			c.Fatalf("%s has mentions %v, its place is %v", what, n.Mentions, n.Span)
		}
		if n.Rule == "" {
			c.Fatalf("%s was found by no rule", what)
		}
		at := 0
		for _, m := range n.Mentions {
			c.Within(what, m, c.Whole())
			if m.Empty() || m.Start < at {
				c.Fatalf("%s has mentions %v", what, n.Mentions)
			}
			at = m.End
		}
		if n.Title != "" && n.Number == "" && !strings.Contains(c.File.Squeezed(n.Span), n.Title) {
			c.Fatalf("%s does not stand at %q", what, c.File.Slice(n.Span))
		}
	}
}

// deadlines holds that deadlines stand in their units, in order, by a rule, with days that there are.
func (c *checker) deadlines() {
	c.Helper()
	at := 0
	for _, d := range c.facts.Deadlines {
		what := "deadline " + d.Quote
		c.Within(what, d.Span, c.Whole())
		c.same(what, d.Quote, d.Span)
		c.Within("text of "+what, d.Covers, c.Whole())
		if d.Span.Start < at || d.Rule == "" || d.Kind == "" {
			c.Fatalf("%s of kind %q by rule %q at %d behind %d is out of order or came by nothing", what, d.Kind, d.Rule, d.Span.Start, at)
		}
		at = d.Span.Start
		for _, day := range []string{d.Date, d.Start} {
			if day != "" && !isoDay.MatchString(day) {
				c.Fatalf("%s has the day %q", what, day)
			}
		}
	}
	v := &c.facts.Validity
	for _, s := range []source.Span{v.From, v.Until} {
		c.Within("clause of validity", s, c.Whole())
	}
	if len(v.Rules) != len(v.Clauses) {
		c.Fatalf("validity has %d rules at %d places", len(v.Rules), len(v.Clauses))
	}
}

var isoDay = regexp.MustCompile(`^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$`)
