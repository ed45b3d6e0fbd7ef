package target

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	reviewWords   = words.Of("review-words")
	reviewJoiners = words.Of("review-joiners")
	aheadTitles   = words.Of("ahead-titles")
	lineStops     = words.Of("line-stops")
	lookAhead     = slices.Concat(planTitles, goalTitles, aheadTitles)
)

// A headingTime is the time of which a heading speaks.
type headingTime int

const (
	unsaid headingTime = iota
	past               // 「2020年工作回顾」
	ahead              // 「2021年重点工作」
	both               // 「“十三五”时期发展成就和“十四五”时期主要目标」: what has been comes first
)

// timeOf returns the time of which the heading at span speaks.
func (f *finder) timeOf(span source.Span) headingTime {
	title := f.d.File.Squeezed(span)
	if review := lastReview(title); review >= 0 {
		if words.In(title[review:], lookAhead) {
			return both
		}
		return past
	}
	switch {
	case words.In(title, aheadTitles) || words.In(title, goalTitles):
		return ahead
	case words.Suffix(title, pastTitles) != "" || words.Prefix(title, pastPeriods) != "" || f.opensGoneBy(span):
		return past
	case words.In(title, planTitles) && len(f.horizons(span)) > 0:
		return ahead
	}
	return unsaid
}

// lastReview returns the end of the last word of a title that looks back, -1 where none does.
func lastReview(title string) int {
	for end := words.Last(title, reviewWords); end >= 0; end = words.Last(title[:end-1], reviewWords) {
		if rest := title[end:]; rest == "" || words.Prefix(rest, reviewJoiners) != "" {
			return end
		}
	}
	return -1
}

// horizons returns the years and plans that the heading at span names for what is to come: 0 for a year until
// which or since which something is done, which no target is for by the heading alone.
func (f *finder) horizons(span source.Span) []heldYear {
	t, years := f.readTitle(span)
	var out []heldYear
	for _, y := range years {
		switch {
		case y.use == yearBase || y.year < f.begins:
		case y.use == yearSince || y.until && !y.plan:
			out = append(out, heldYear{})
		default:
			out = append(out, t.yearAt(y))
		}
	}
	if m := planName.FindStringSubmatchIndex(t.s); m != nil && len(years) == 0 && !strings.HasPrefix(t.s[m[1]:], "规划") {
		out = append(out, heldYear{year: planEnds(t.s[m[2]:m[3]]), basis: t.span(m[0], m[1])})
	}
	for _, w := range comingFives {
		if i := strings.Index(t.s, w); i >= 0 && len(out) == 0 {
			out = append(out, heldYear{year: planEndFrom(f.begins), basis: t.span(i, i+len(w))})
		}
	}
	return out
}

// timeAround notes of what time the nearest heading above the text of s speaks, or what the text between it
// and s came to.
func (f *finder) timeAround(s *document.Section, scope *sectionScope) {
	for up := s; up != nil; up = up.Parent {
		if f.speaksOf(up.Title, scope) {
			return
		}
		if before := f.ends[up.Parent]; up.Parent != nil && before != nil {
			scope.past, scope.annual, scope.opening, scope.tells = before.past, before.annual, before.opening, true
			return
		}
	}
}

// speaksOf notes of what time the heading at span speaks, and reports whether it says so.
func (f *finder) speaksOf(span source.Span, scope *sectionScope) bool {
	time := f.timeOf(span)
	if time == unsaid {
		return false
	}
	scope.past = time == past || time == both
	scope.tells = scope.tells || time == both || len(f.horizons(span)) > 1
	return true
}

// longestHeading is how many bytes a heading without a number may have, some 35 characters.
const longestHeading = 105

// loneHeading notes of what time a line speaks that is a heading without a number: 「2026年重点工作」.
func (f *finder) loneHeading(b *document.Block, scope *sectionScope) {
	if !scope.tells || b.Len() > longestHeading || words.In(f.file[b.Start:b.End], lineStops) || !f.speaksOf(b.Span, scope) {
		return
	}
	if year, ok := f.headingYear(b.Span); ok {
		scope.annual = year
	}
}

// opensGoneBy reports whether the heading at span opens with a year before that of the paper; in a paper that
// tells it may stand anywhere: 「一、克难奋进，2023年工作取得新进展」.
func (f *finder) opensGoneBy(span source.Span) bool {
	_, years := f.readTitle(span)
	if len(years) == 0 || years[0].start > longestLead && !f.tells || f.begins == 0 {
		return false
	}
	for _, y := range years {
		if y.use != yearOf || y.until && !y.plan || y.year >= f.begins {
			return false
		}
	}
	return true
}
