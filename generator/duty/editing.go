package duty

import (
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// ByEditor is the rule of what an editor has put in the place of a finding. No sentence decides it.
var ByEditor = policy.Rule{Name: "editor", Verdict: policy.AsRole, Says: "编者更正"}

// districtBody is a district or its government: 天河区政府.
var districtBody = words.Pattern(`^\p{Han}{2,3}{{district-levels}}{{district-bodies}}?$`)

// NameAgencies gives full names to the agencies of one list in a paper of region, by the rules
// of lists; those that have a name keep it.
func NameAgencies(region string, list []policy.Agency) {
	n := namer{region: region}
	for i := range list {
		name := n.next(list[i].Written)
		if sharesEnding(list[i:]) {
			name = list[i].Written
		}
		if list[i].Name == "" {
			list[i].Name = name
		}
	}
}

// sharesEnding reports whether the first of a list is a place that shares the ending of the next that
// has one: 「海珠、白云、天河区政府」.
func sharesEnding(list []policy.Agency) bool {
	for _, a := range list {
		if districtBody.MatchString(a.Written) {
			return a.Written != list[0].Written
		}
		if body, _ := registry.LooksLikeBody(a.Written); body || len([]rune(a.Written)) > 3 {
			return false
		}
	}
	return false
}

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
