package record

import (
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Deadline is a time by which, from which or at which a task is to be done.
type Deadline struct {
	Measure  *string  `json:"measure"` // the unit that holds the words; null outside of units
	Quote    string   `json:"quote"`
	Date     *string  `json:"date"` // the last day; of kind from the first
	Kind     string   `json:"kind"`
	Group    *int     `json:"agencies_of"` // which group of the measure covers it, from 0
	Covers   *string  `json:"covers"`      // the text that it holds for; null where that is the whole unit
	End      *string  `json:"covers_end"`  // the last ten characters of it
	Start    *string  `json:"start"`
	After    *After   `json:"after"`
	Every    *string  `json:"every"`
	On       *string  `json:"on"`
	Scope    *string  `json:"scope"` // "paper" where it holds for all tasks
	Basis    *string  `json:"basis"` // the rule by which it counts
	Coverage *string  `json:"covers_basis"`
	Span     Span     `json:"span"`
	Doubts   []string `json:"doubts"`
}

// After is a length counted from an event. Lengths of 0 are left out but for days, where all are 0.
type After struct {
	Event    *string `json:"after"`
	Days     *int    `json:"days,omitempty"`
	Workdays int     `json:"workdays,omitempty"`
	Months   int     `json:"months,omitempty"`
	Years    int     `json:"years,omitempty"`
}

// Validity says from when and until when a paper holds, and what it ends.
type Validity struct {
	Effective      *string  `json:"effective"`
	EffectiveQuote *string  `json:"effective_quote"`
	EffectiveSpan  *Span    `json:"effective_span"`
	EffectiveAfter *After   `json:"effective_after"`
	Expires        *string  `json:"expires"`
	Term           *Length  `json:"term"`
	TermQuote      *string  `json:"term_quote"`
	TermSpan       *Span    `json:"term_span"`
	Trial          bool     `json:"trial"`
	Repeals        []Ended  `json:"repeals"`
	Amends         []Ended  `json:"amends"`
	Partly         []Ended  `json:"replaced_partly"`
	Part           *string  `json:"part"`
	Basis          []string `json:"basis"` // the rules that gave its values
}

// Length is how long a paper holds.
type Length struct {
	Years  int `json:"years,omitempty"`
	Months int `json:"months,omitempty"`
	Days   int `json:"days,omitempty"`
}

// Ended is a paper that another ends, changes or prevails over.
type Ended struct {
	Number *string `json:"number"`
	Title  *string `json:"title"`
	Quote  string  `json:"quote"`
	Basis  *string `json:"basis"`
	Span   Span    `json:"span"`
}

// deadlines returns the records of the deadlines of f.
func deadlines(f *policy.Facts, at spanner) []Deadline {
	out := make([]Deadline, len(f.Deadlines))
	for i, d := range f.Deadlines {
		covers := f.Document.File.Squeezed(d.Covers)
		out[i] = Deadline{Measure: str(d.Measure), Quote: d.Quote, Date: str(d.Date), Kind: string(d.Kind), Covers: str(covers), End: str(ending(covers)),
			Start: str(d.Start), After: after(d.After), Every: str(d.Every), On: str(d.On), Basis: str(d.Rule), Coverage: str(d.CoverRule), Span: at.span(d.Span), Doubts: d.Doubts.Names()}
		if d.Group != policy.NoGroup {
			out[i].Group = &d.Group
		}
		if d.Paper {
			out[i].Scope = str("paper")
		}
	}
	return out
}

// ending returns the last characters of what a deadline covers.
func ending(covers string) string {
	const characters = 10
	r := []rune(covers)
	return string(r[max(0, len(r)-characters):])
}

func after(a *policy.After) *After {
	if a == nil {
		return nil
	}
	out := &After{Event: str(a.Event), Workdays: a.Workdays, Months: a.Months, Years: a.Years}
	if a.Days > 0 || a.Workdays+a.Months+a.Years == 0 {
		out.Days = &a.Days
	}
	return out
}

// validity returns the record of the validity of f.
func validity(f *policy.Facts, at spanner) Validity {
	v, file := &f.Validity, f.Document.File
	quoted := func(s source.Span) (*string, *Span) {
		if s.Empty() {
			return nil, nil
		}
		span := at.span(s)
		return str(file.Squeezed(s)), &span
	}
	out := Validity{Effective: str(v.Effective), EffectiveAfter: after(v.After), Expires: str(v.Expires), Trial: v.Trial, Part: str(v.Part),
		Repeals: ended(v.Repeals, at), Amends: ended(v.Amends, at), Partly: ended(v.Partly, at), Basis: append([]string{}, v.Rules...)}
	out.EffectiveQuote, out.EffectiveSpan = quoted(v.From)
	out.TermQuote, out.TermSpan = quoted(v.Until)
	if v.Term != nil {
		out.Term = &Length{v.Term.Years, v.Term.Months, v.Term.Days}
	}
	return out
}

func ended(list []*policy.Ended, at spanner) []Ended {
	out := make([]Ended, len(list))
	for i, e := range list {
		out[i] = Ended{str(e.Number), str(e.Title), e.Quote, str(e.Rule), at.span(e.Span)}
	}
	return out
}
