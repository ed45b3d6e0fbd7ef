package eval

import (
	"math"
	"strconv"
	"strings"

	"zhengce/generator/record"
)

// indicators pairs the numbers of gold and record, then compares the fields of each pair.
func (s *scorer) indicators() {
	rest := make([]*record.Indicator, len(s.rec.Indicators))
	for i := range s.rec.Indicators {
		rest[i] = &s.rec.Indicators[i]
	}
	var t Tally
	for i := range s.gold.Indicators {
		g := &s.gold.Indicators[i]
		found := -1
		for k, r := range rest {
			if r != nil && sameIndicator(g, r) {
				found = k
				break
			}
		}
		if found < 0 {
			t.FN++
			s.wrong("indicator missing: %s %q = %v %s", g.Measure, g.Quote, g.Value, g.Unit)
			continue
		}
		t.TP++
		s.indicatorFields(g, rest[found])
		rest[found] = nil
	}
	for _, r := range rest {
		if r != nil {
			t.FP++
			s.wrong("indicator too many: %s %q = %v %s", measureOf(r), r.Quote, r.Value, r.Unit)
		}
	}
	s.Kinds["indicators"] = t
}

// measureOf returns the measure that r names, or "".
func measureOf(r *record.Indicator) string {
	if r.Measure == nil {
		return ""
	}
	return *r.Measure
}

// sameIndicator reports whether r is the number that g is: value and unit equal, measures equal
// where both name one, and quotes that overlap.
func sameIndicator(g *GoldIndicator, r *record.Indicator) bool {
	if math.Abs(r.Value-g.Value) > 1e-3*max(1, math.Abs(g.Value)) || fold(g.Unit) != fold(r.Unit) {
		return false
	}
	if g.Measure != "" && measureOf(r) != "" && fold(g.Measure) != fold(measureOf(r)) {
		return false
	}
	a, b := fold(g.Quote), fold(r.Quote)
	return b != "" && (strings.Contains(a, b) || strings.Contains(b, a) || overlap([]rune(a), []rune(b)) >= 4)
}

func (s *scorer) indicatorFields(g *GoldIndicator, r *record.Indicator) {
	year := 0
	if r.Year != nil {
		year = *r.Year
	}
	s.same("indicator.cmp", strconv.Quote(g.Quote), g.Cmp, r.Cmp)
	s.same("indicator.year", strconv.Quote(g.Quote), strconv.Itoa(g.Year), strconv.Itoa(year))
	s.same("indicator.kind", strconv.Quote(g.Quote), g.Kind, r.Kind)
}

// overlap is the length of the longest common substring.
func overlap(a, b []rune) int {
	best, row := 0, make([]int, len(b)+1)
	for _, x := range a {
		left := 0
		for j, y := range b {
			up := row[j+1]
			row[j+1] = 0
			if x == y {
				row[j+1] = left + 1
				best = max(best, left+1)
			}
			left = up
		}
	}
	return best
}
