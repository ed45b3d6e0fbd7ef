package duty

import (
	"slices"

	"zhengce/generator/document"
	"zhengce/generator/policy"
)

// partGroups finds the groups at the head of the parts that are no measures. One in the heading of a part, or alone
// on a line below it, answers for the part: 「一、夯实基础（牵头单位：市大数据局）」. What else stands above the measures
// of a part says nothing about these.
func (f *finder) partGroups() {
	own := map[*document.Section]bool{}
	for _, m := range f.measures {
		own[m.Section] = true
	}
	f.doc.Walk(func(s *document.Section) {
		if s.Level == document.Part && !own[s] && !s.Body.Lists {
			f.partGroup(s)
		}
	})
	slices.SortStableFunc(f.Assignments, func(a, b *policy.Assignment) int { return a.Start - b.Start })
}

func (f *finder) partGroup(s *document.Section) {
	for _, b := range s.Blocks {
		if b.Table != nil {
			continue
		}
		for _, g := range f.groupsInLine(b.Span) {
			if !b.Opens && f.file.Trim(b.Span) != f.file.Trim(g.Span) {
				f.Problems.Doubt(f.file, g.Span, "group-of-part", "the group stands above all measures of part %s and is tied to none", s.Mark)
				continue
			}
			a := &policy.Assignment{Span: g.Span, Measure: s.ID(), Part: s, Found: g.found}
			if a.Agencies, a.Basis = f.roles(g.reading, g.Span); len(a.Agencies) > 0 {
				f.Assignments = append(f.Assignments, a)
			}
		}
	}
}
