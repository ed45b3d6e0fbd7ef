package catalog

import (
	"sort"
	"strconv"
)

// Change says how a promise stands to the one before it for the same year.
type Change string

const (
	First        Change = "first"        // nothing to compare with
	Raised       Change = "raised"       //
	Lowered      Change = "lowered"      //
	Repeated     Change = "repeated"     //
	Incomparable Change = "incomparable" // the words, base or year differ, or the order in time is not known
	Dropped      Change = "dropped"      // a later paper of the same targets is silent on it
)

// A Step is a promise of a series as it follows on another, or a paper that drops it.
type Step struct {
	Indicator  *Indicator // nil where the quantity is dropped
	Document   *Document
	Change     Change
	Why        string     // of an incomparable or dropped one
	Before     *Indicator // what it was compared with; nil if nothing
	Value, Max float64    // in the unit of the series; Max equals Value but for a range
}

// Steps returns the promises of s by date and year, each with how it differs from the one before,
// then the papers that drop the quantity.
func (s *Series) Steps() []Step {
	list := append([]*Indicator(nil), s.Members...)
	sort.SliceStable(list, func(i, j int) bool { return earlier(list[i], list[j]) })
	var out []Step
	for n, i := range list {
		x := Step{Indicator: i, Document: i.Document, Change: First}
		x.Value, x.Max = s.Value(i)
		before, other := previous(list[:n], i)
		switch {
		case before != nil:
			x.Before = before
			x.Change, x.Why = s.change(before, i)
		case other:
			x.Change, x.Why = Incomparable, "适用年份与此前的不同"
		}
		out = append(out, x)
	}
	for _, d := range s.Dropped {
		out = append(out, Step{Document: d, Change: Dropped, Why: "此文件提出了同组的其他指标，未见本指标"})
	}
	return out
}

// earlier orders promises by date and year, undated papers last.
func earlier(a, b *Indicator) bool {
	x, y := a.Document.Meta.Date, b.Document.Meta.Date
	if x != y {
		return y == "" || x != "" && x < y
	}
	return a.Year < b.Year
}

// previous returns the last promise of an earlier paper for the year of i, and whether there is
// one for another year.
func previous(list []*Indicator, i *Indicator) (before *Indicator, other bool) {
	for _, x := range list {
		switch {
		case x.Document == i.Document:
		case x.Year == i.Year:
			before = x
		default:
			other = true
		}
	}
	return before, other
}

// change compares two promises for one year.
func (s *Series) change(a, b *Indicator) (Change, string) {
	switch {
	case !s.Comparable:
		return Incomparable, "口径不同"
	case a.Document.Meta.Date == "" || b.Document.Meta.Date == "" || a.Document.Meta.Date == b.Document.Meta.Date:
		return Incomparable, "成文先后未载明"
	case a.BaseYear != b.BaseYear:
		return Incomparable, "基期不同"
	case a.Cmp != b.Cmp:
		return Incomparable, "限定词不同"
	}
	av, am := s.Value(a)
	bv, bm := s.Value(b)
	switch {
	case av == bv && am == bm:
		return Repeated, ""
	case bv >= av && bm >= am:
		return Raised, ""
	case bv <= av && bm <= am:
		return Lowered, ""
	}
	return Incomparable, "一为区间的两端分别有升有降"
}

// Value returns the number of i, and the end of its range, in the unit of s.
func (s *Series) Value(i *Indicator) (value, upper float64) {
	f := factor(i.Unit) / factor(s.Unit)
	value, upper = i.Number*f, i.Number*f
	if i.Max != nil {
		upper = *i.Max * f
	}
	return value, upper
}

// findDropped notes for each series the later papers that are silent on it: papers that promise another
// quantity which a paper of the series promised beside it, before the year that it was promised for is over.
func findDropped(all []*Series) {
	of := map[*Document][]*Series{}
	for _, s := range all {
		for _, d := range s.documents() {
			of[d] = append(of[d], s)
		}
	}
	for _, s := range all {
		last, until := s.latest()
		if last == nil {
			continue
		}
		silent := map[*Document]bool{}
		for _, d := range s.documents() {
			silent[d] = true // these are not
		}
		for _, other := range of[last] {
			for _, d := range other.documents() {
				if !silent[d] && d.Meta.Date > last.Meta.Date && d.Meta.Date[:4] <= strconv.Itoa(until) {
					silent[d] = true
					s.Dropped = append(s.Dropped, d)
				}
			}
		}
		sort.SliceStable(s.Dropped, func(i, j int) bool { return s.Dropped[i].Meta.Date < s.Dropped[j].Meta.Date })
	}
}

// documents returns the papers of s, each once.
func (s *Series) documents() []*Document {
	seen := map[*Document]bool{}
	var out []*Document
	for _, i := range s.Members {
		if !seen[i.Document] {
			seen[i.Document] = true
			out = append(out, i.Document)
		}
	}
	return out
}

// latest returns the paper of s with the latest date, and the last year that it promises for.
func (s *Series) latest() (last *Document, until int) {
	for _, i := range s.Members {
		switch d := i.Document; {
		case d.Meta.Date == "":
		case last == nil || d.Meta.Date > last.Meta.Date:
			last, until = d, i.Year
		case d == last:
			until = max(until, i.Year)
		}
	}
	return last, until
}
