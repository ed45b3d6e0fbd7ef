package editor

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// Validity is what an editor knows of the time for which a paper holds. What is given replaces what the rules found.
type Validity struct {
	Effective Text    `yaml:"effective"`
	Expires   Text    `yaml:"expires"`
	Trial     *bool   `yaml:"trial"`
	Repeals   []Paper `yaml:"repeals"`
	Amends    []Paper `yaml:"amends"`
}

// Paper is a paper that this one ends or changes, by number, title or both.
type Paper struct {
	Number Text `yaml:"number"`
	Title  Text `yaml:"title"`
}

// After is a length counted from an event of a corrected deadline.
type After struct {
	Event    Text `yaml:"event"`
	Days     int  `yaml:"days"`
	Workdays int  `yaml:"workdays"`
	Months   int  `yaml:"months"`
	Years    int  `yaml:"years"`
}

// deadlineKinds are the kinds that a correction may give.
var deadlineKinds = []policy.DeadlineKind{policy.By, policy.From, policy.Within, policy.Each, policy.Standing}

// check reports what is wrong with a validity by itself.
func (v *Validity) check(name string) source.ErrorList {
	if v == nil {
		return nil
	}
	errs := checkDates(name, v.Effective, v.Expires)
	for _, p := range slices.Concat(v.Repeals, v.Amends) {
		if p.Number.Value == "" && p.Title.Value == "" {
			errs = append(errs, failure(name, 0, 0, say.Sprintf("a paper that is repealed or amended needs its number or title"), "")...)
		}
	}
	return errs
}

// checkDates reports the dates that are none.
func checkDates(name string, dates ...Text) source.ErrorList {
	var errs source.ErrorList
	for _, d := range dates {
		if d.Value != "" && !isoDate.MatchString(d.Value) {
			errs = append(errs, failure(name, d.Line, d.Column, say.Sprintf("%q is no date", d.Value), say.Sprintf("expected YYYY-MM-DD"))...)
		}
	}
	return errs
}

// apply puts what the editor knows into the validity of the paper.
func (v *Validity) apply(to *policy.Validity) {
	if v == nil {
		return
	}
	setText(&to.Effective, v.Effective)
	setText(&to.Expires, v.Expires)
	if v.Trial != nil {
		to.Trial = *v.Trial
	}
	if v.Repeals != nil {
		to.Repeals = endedBy(v.Repeals)
	}
	if v.Amends != nil {
		to.Amends = endedBy(v.Amends)
	}
	to.Rules, to.Clauses = append(to.Rules, policy.ByEditor.Name), append(to.Clauses, source.Span{})
}

func endedBy(list []Paper) []*policy.Ended {
	var out []*policy.Ended
	for _, p := range list {
		out = append(out, &policy.Ended{Number: p.Number.Value, Title: p.Title.Value, Rule: policy.ByEditor.Name})
	}
	return out
}

// deadline corrects the deadline whose words stand at s.
func (c *Correction) deadline(f *policy.Facts, s source.Span) string {
	at := -1
	for i, d := range f.Deadlines {
		if d.Span.Overlaps(s) {
			at = i
		}
	}
	if c.Remove {
		return remove(&f.Deadlines, at, say.Phrase("deadline"))
	}
	d := &policy.Deadline{Span: s, Quote: f.Document.File.Squeezed(s), Kind: policy.By, Measure: measureAt(f, s), Group: policy.NoGroup}
	if at >= 0 {
		*d = *f.Deadlines[at]
	} else if c.Date.Value == "" && c.Kind.Value == "" {
		return say.Sprintf("no deadline was found at these words; to add one give its date or kind")
	}
	d.Rule = policy.ByEditor.Name
	setText(&d.Date, c.Date)
	setText(&d.Start, c.Start)
	setText(&d.Every, c.Every)
	setText(&d.On, c.On)
	if c.Kind.Value != "" {
		d.Kind = policy.DeadlineKind(c.Kind.Value)
	}
	if a := c.After; a != nil {
		d.After = &policy.After{Event: a.Event.Value, Days: a.Days, Workdays: a.Workdays, Months: a.Months, Years: a.Years}
	}
	put(&f.Deadlines, at, d, func(d *policy.Deadline) int { return d.Span.Start })
	return ""
}

// keepGroups makes the deadlines count the groups of their measures anew after correct has changed some.
func keepGroups(f *policy.Facts, correct func()) {
	groupOf := map[*policy.Deadline]source.Span{}
	for _, d := range f.Deadlines {
		if gs := groupsOf(f, d.Measure); d.Group >= 0 && d.Group < len(gs) {
			groupOf[d] = gs[d.Group].Span
		}
	}
	correct()
	for _, d := range f.Deadlines {
		span, known := groupOf[d]
		if !known {
			continue
		}
		d.Group = slices.IndexFunc(groupsOf(f, d.Measure), func(a *policy.Assignment) bool { return a.Span.Overlaps(span) })
	}
}

// groupsOf returns the groups of a measure in the order of the text.
func groupsOf(f *policy.Facts, measure string) []*policy.Assignment {
	var out []*policy.Assignment
	for _, a := range f.Assignments {
		if a.Measure == measure {
			out = append(out, a)
		}
	}
	return out
}
