package duty

import (
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// CoverOf returns the text that a group at g would cover in a measure: from the group before
// it, or from the beginning of the measure's text.
func CoverOf(f *policy.Facts, measure string, g source.Span) source.Span {
	start := g.Start
	for _, m := range f.Measures {
		if m.ID == measure {
			start = min(m.Text.Start, g.Start)
		}
	}
	for _, a := range f.Assignments {
		if a.End <= g.Start {
			start = max(start, a.End)
		}
	}
	return f.Document.File.Trim(source.Span{Start: start, End: g.Start})
}
