package catalog

import (
	"slices"

	"zhengce/generator/award"
	"zhengce/generator/policy"
)

// An Award is a promise of money with its place in the library.
type Award struct {
	*policy.Award
	Document   *Document
	Measure    *Measure     // nil outside of measures, and in an annex
	Row        *AnnexRow    // nil outside of tables
	Sums       []*Indicator // how much
	Conditions []*Indicator // the other thresholds of its measure or row: what has to be met
}

// Path returns the path of the page that shows the award's sentence, without suffix.
func (a *Award) Path() string {
	switch {
	case a.Row != nil:
		return a.Row.Path()
	case a.Measure != nil:
		return a.Measure.Path()
	}
	return a.Document.Path()
}

// Text returns the sentence of the award without white space.
func (a *Award) Text() string { return a.Document.Facts.Document.File.Squeezed(a.Span) }

// Tasks returns the tasks of the measure, row or part that the award stands in, the innermost that has any: whom to ask.
func (a *Award) Tasks() []*Task {
	if a.Row != nil && a.Row.Task != nil {
		return []*Task{a.Row.Task}
	}
	for m := a.Measure; m != nil; m = m.Parent {
		if all := m.tasks(); len(all) > 0 {
			return all
		}
	}
	for _, t := range a.Document.Parts {
		if t.Part.Span.Contains(a.Span) {
			return []*Task{t}
		}
	}
	return nil
}

// tasks returns the tasks of m, and those of the annex rows that speak of it.
func (m *Measure) tasks() []*Task {
	out := slices.Clone(m.Tasks)
	for _, r := range m.Annex {
		if r.Task != nil {
			out = append(out, r.Task)
		}
	}
	return out
}

// Deadlines returns the deadlines that a reader has to keep: those of the award's sentence or, where it has none, those with
// a last day of its measure or row.
func (a *Award) Deadlines() []*Deadline {
	var own, around []*Deadline
	for _, d := range a.Document.Deadlines {
		switch {
		case a.Contains(d.Span):
			own = append(own, d)
		case d.Due() != "" && (a.Measure != nil && d.Measure == a.Measure || a.Row != nil && d.Row == a.Row):
			around = append(around, d)
		}
	}
	if len(own) > 0 {
		return own
	}
	return around
}

// awards finds the promises of money of d, and ties them to what they stand in.
func (b *builder) awards(d *Document) {
	by := map[*policy.Indicator]*Indicator{}
	for _, i := range d.Indicators {
		by[i.Indicator] = i
	}
	given := map[*policy.Indicator]bool{}
	found := award.Find(d.Facts)
	for _, x := range found {
		for _, i := range x.Sums {
			given[i] = true
		}
	}
	for _, x := range found {
		first := by[x.Sums[0]]
		a := &Award{Award: x, Document: d, Measure: first.Measure, Row: first.Row}
		for _, i := range x.Sums {
			a.Sums = append(a.Sums, by[i])
		}
		for _, i := range d.Indicators {
			if i.Kind == policy.Threshold && !given[i.Indicator] && i.Measure == a.Measure && i.Row == a.Row && (i.Measure != nil || i.Row != nil) {
				a.Conditions = append(a.Conditions, i)
			}
		}
		b.c.Awards = append(b.c.Awards, a)
	}
}
