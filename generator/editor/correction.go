package editor

import (
	"cmp"
	"slices"
	"strings"

	"zhengce/generator/duty"
	"zhengce/generator/policy"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// A Correction adds, changes or removes one finding. It is keyed by words of the paper, in
// exactly one of Assignment, Indicator, Citation and Deadline; Measure tells which of several places is
// meant. What it states replaces what the rules found at that place; where they found nothing,
// the finding is added.
type Correction struct {
	Assignment Text     `yaml:"assignment"` // the group of agencies as it stands
	Indicator  Text     `yaml:"indicator"`  // the words that carry the number
	Citation   Text     `yaml:"citation"`   // 《…》 or number as it stands
	Deadline   Text     `yaml:"deadline"`   // the words of time
	Measure    Text     `yaml:"measure"`    // 一/（二）
	Remove     bool     `yaml:"remove"`
	Agencies   []Agency `yaml:"agencies"` // of an assignment, in the order of the text

	Subject  Text     `yaml:"subject"`
	Cmp      Text     `yaml:"cmp"`
	Value    *float64 `yaml:"value"`
	Unit     *Text    `yaml:"unit"`
	Year     *int     `yaml:"year"`
	BaseYear *int     `yaml:"base_year"`
	Kind     Text     `yaml:"kind"`

	Number Text `yaml:"number"`
	Title  Text `yaml:"title"`

	Date  Text   `yaml:"date"`  // of a deadline: its last day, of one that begins the first
	Start Text   `yaml:"start"` // its first day
	Every Text   `yaml:"every"` // year, half-year, quarter, month
	On    Text   `yaml:"on"`    // 12-31, or the day of the month 05
	After *After `yaml:"after"`

	from, to source.Position // of the words that it settled; none before it was applied
}

// An Agency is a member of a corrected assignment.
type Agency struct {
	Written Text `yaml:"written"`
	Name    Text `yaml:"name"` // full name; made from Written by the usual rules where it is missing
	Role    Text `yaml:"role"` // the code of one of policy.Roles
}

var (
	comparators = map[string]bool{">": true, "≥": true, "=": true, "≈": true, "≤": true, "<": true}
)

// key returns the words that the correction is keyed by.
func (c *Correction) key() Text {
	for _, t := range []Text{c.Assignment, c.Indicator, c.Citation, c.Deadline} {
		if t.Value != "" {
			return t
		}
	}
	return Text{}
}

// check reports what is wrong with a correction by itself.
func (c *Correction) check(name string) source.ErrorList {
	n := 0
	for _, t := range []Text{c.Assignment, c.Indicator, c.Citation, c.Deadline} {
		if t.Value != "" {
			n++
		}
	}
	k := c.key()
	var errs source.ErrorList
	if n != 1 {
		errs = append(errs, failure(name, k.Line, k.Column, say.Sprintf("a correction is keyed by exactly one of assignment, indicator, citation, deadline"), say.Sprintf("quote the words of the paper behind one of these keys"))...)
	}
	for _, a := range c.Agencies {
		if _, ok := policy.Role(a.Role.Value).Kind(); !ok {
			errs = append(errs, failure(name, a.Written.Line, a.Written.Column, say.Sprintf("unknown role %q", a.Role.Value), say.Sprintf("expected lead, support, sole or joint"))...)
		}
	}
	if c.Cmp.Value != "" && !comparators[c.Cmp.Value] {
		errs = append(errs, failure(name, c.Cmp.Line, c.Cmp.Column, say.Sprintf("unknown comparator %q", c.Cmp.Value), say.Sprintf("expected >, ≥, =, ≈, ≤ or <"))...)
	}
	errs = append(errs, checkDates(name, c.Date, c.Start)...)
	switch k := c.Kind; {
	case k.Value == "":
	case c.Deadline.Value != "":
		if !slices.Contains(deadlineKinds, policy.DeadlineKind(k.Value)) {
			errs = append(errs, failure(name, k.Line, k.Column, say.Sprintf("unknown kind %q", k.Value), say.Sprintf("expected by, from, within, each or standing"))...)
		}
	case k.Value != string(policy.Target) && k.Value != string(policy.Threshold):
		errs = append(errs, failure(name, k.Line, k.Column, say.Sprintf("unknown kind %q", k.Value), say.Sprintf("expected target or threshold"))...)
	}
	return errs
}

// apply finds the words of the correction in the paper and corrects the finding there.
func (c *Correction) apply(name string, f *policy.Facts) source.ErrorList {
	k := c.key()
	span, err := c.find(f)
	if err != "" {
		return failure(name, k.Line, k.Column, err, say.Sprintf("quote the words as they stand in %s; with measure: where they stand more than once", f.Document.File.Name))
	}
	switch k {
	case c.Assignment:
		span, err = c.assignment(f, span)
	case c.Indicator:
		err = c.indicator(f, span)
	case c.Deadline:
		err = c.deadline(f, span)
	default:
		err = c.citation(f, span)
	}
	if err != "" {
		return failure(name, k.Line, k.Column, err, "")
	}
	c.from, c.to = f.Document.File.Position(span.Start), f.Document.File.Position(span.End)
	return nil
}

// find returns the one place where the words stand, white space aside.
func (c *Correction) find(f *policy.Facts) (source.Span, string) {
	file := f.Document.File
	within := []source.Span{file.Whole()}
	if c.Measure.Value != "" {
		within = nil
		for _, m := range f.Measures {
			if m.ID == c.Measure.Value {
				within = append(within, m.Span)
			}
		}
		if within == nil {
			return source.Span{}, say.Sprintf("the paper has no measure %q", c.Measure.Value)
		}
	}
	var found []source.Span
	for _, w := range within {
		found = append(found, places(file, w, source.Squeeze(c.key().Value))...)
	}
	switch len(found) {
	case 0:
		return source.Span{}, say.Sprintf("the words %q stand no longer in the paper", c.key().Value)
	case 1:
		return found[0], ""
	}
	return source.Span{}, say.Sprintf("the words %q stand %d times in the paper", c.key().Value, len(found))
}

// places returns where words stand in s, white space of the text aside.
func places(f *source.File, s source.Span, words string) []source.Span {
	var squeezed strings.Builder
	var at []int
	for i, r := range f.Slice(s) {
		if !source.IsSpace(r) {
			for range len(string(r)) {
				at = append(at, s.Start+i)
			}
			squeezed.WriteRune(r)
		}
	}
	at = append(at, s.End)
	text := squeezed.String()
	var out []source.Span
	for from := 0; words != ""; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			break
		}
		start := from + i
		end := start + len(words)
		out = append(out, f.Trim(source.Span{Start: at[start], End: at[end]}))
		from = end
	}
	return out
}

// measureAt returns the ID of the measure that holds s.
func measureAt(f *policy.Facts, s source.Span) string {
	id := ""
	for _, m := range f.Measures {
		if m.Span.Contains(s) {
			id = m.ID
		}
	}
	return id
}

var byEditor = policy.Basis{Rule: policy.ByEditor.Name}

// assignment corrects the group at s and returns where it stands.
func (c *Correction) assignment(f *policy.Facts, s source.Span) (source.Span, string) {
	at := -1
	for i, a := range f.Assignments {
		if a.Span.Overlaps(s) {
			at = i
		}
	}
	if c.Remove {
		return s, remove(&f.Assignments, at, say.Phrase("assignment"))
	}
	if len(c.Agencies) == 0 {
		return s, say.Sprintf("an assignment needs its agencies, each with written and role")
	}
	a := &policy.Assignment{Span: s, Measure: measureAt(f, s), Basis: byEditor, Found: policy.ByEditor.Name}
	if at >= 0 {
		a.Covers, a.Span, a.Found = f.Assignments[at].Covers, f.Assignments[at].Span, f.Assignments[at].Found
	} else {
		a.Covers = duty.CoverOf(f, a.Measure, s)
	}
	from := a.Start
	for _, e := range c.Agencies {
		where := places(f.Document.File, source.Span{Start: from, End: a.End}, source.Squeeze(e.Written.Value))
		if len(where) == 0 {
			return s, say.Sprintf("agency %q does not stand in the words of the assignment, in this order", e.Written.Value)
		}
		a.Agencies = append(a.Agencies, policy.Agency{Span: where[0], Written: source.Squeeze(e.Written.Value), Name: e.Name.Value, Role: policy.Role(e.Role.Value)})
		from = where[0].End
	}
	duty.NameAgencies(f.Meta.Region, a.Agencies)
	if a.Measure == "" {
		return s, say.Sprintf("these words stand in no measure")
	}
	put(&f.Assignments, at, a, func(a *policy.Assignment) int { return a.Start })
	return a.Span, ""
}

func (c *Correction) indicator(f *policy.Facts, s source.Span) string {
	at := -1
	for i, n := range f.Indicators {
		if n.Value.Overlaps(s) && (c.Value == nil || at < 0 || n.Number == *c.Value) {
			at = i
		}
	}
	if c.Remove {
		return remove(&f.Indicators, at, say.Phrase("indicator"))
	}
	n := &policy.Indicator{Span: s, Value: s, Quote: f.Document.File.Squeezed(s), Cmp: "=", Kind: policy.Target, Measure: measureAt(f, s)}
	if at >= 0 {
		*n = *f.Indicators[at]
	} else if c.Value == nil || c.Subject.Value == "" || c.Unit == nil {
		return say.Sprintf("no indicator was found at these words; to add one give subject, value and unit")
	}
	setText(&n.Subject, c.Subject)
	setText(&n.Cmp, c.Cmp)
	if c.Value != nil {
		n.Number = *c.Value
	}
	if c.Unit != nil {
		n.Unit = c.Unit.Value
	}
	if c.Year != nil {
		n.Year = *c.Year
	}
	if c.BaseYear != nil {
		n.BaseYear = *c.BaseYear
	}
	if c.Kind.Value != "" {
		n.Kind = policy.Kind(c.Kind.Value)
	}
	put(&f.Indicators, at, n, func(n *policy.Indicator) int { return n.Start })
	return ""
}

func (c *Correction) citation(f *policy.Facts, s source.Span) string {
	at := -1
	for i, n := range f.Citations {
		for _, m := range n.Mentions {
			if m.Overlaps(s) {
				at = i
			}
		}
	}
	if c.Remove {
		return remove(&f.Citations, at, say.Phrase("citation"))
	}
	n := &policy.Citation{Span: s, Mentions: []source.Span{s}, Rule: byEditor.Rule}
	if at >= 0 {
		*n = *f.Citations[at]
	} else if c.Title.Value == "" && c.Number.Value == "" {
		return say.Sprintf("no citation was found at these words; to add one give title or number")
	}
	setText(&n.Title, c.Title)
	setText(&n.Number, c.Number)
	put(&f.Citations, at, n, func(n *policy.Citation) int { return n.Start })
	return ""
}

// remove takes the finding at the index at out of list and returns what is wrong, if at is none.
func remove[T any](list *[]T, at int, kind say.Phrase) string {
	if at < 0 {
		return say.Sprintf("no %s was found at these words; there is nothing to remove", kind)
	}
	*list = slices.Delete(*list, at, at+1)
	return ""
}

// put puts a finding at the index at of list, or behind those that start before it if at is none.
func put[T any](list *[]T, at int, finding T, start func(T) int) {
	if at >= 0 {
		(*list)[at] = finding
		return
	}
	*list = append(*list, finding)
	slices.SortStableFunc(*list, func(a, b T) int { return cmp.Compare(start(a), start(b)) })
}

func setText(to *string, t Text) {
	if t.Value != "" {
		*to = t.Value
	}
}
