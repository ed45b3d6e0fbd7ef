package extract_test

import (
	"testing"

	"zhengce/generator/extract"
	"zhengce/generator/internal/facttest"
	"zhengce/generator/policy"
)

// TestRulesOfSeeds holds that every finding of the seeds names the rules by which it came, and that these
// stand in the rule book.
func TestRulesOfSeeds(t *testing.T) {
	book := extract.Rules()
	used := map[string]bool{}
	by := func(what, rule string) {
		if _, ok := book.Rule(rule); !ok {
			t.Errorf("%s came by %q, which is not in the rule book", what, rule)
		}
		used[rule] = true
	}
	agencies := func(list []policy.Agency) {
		for _, a := range list {
			by("the name "+a.Name, a.NameRule)
		}
	}
	for _, f := range seeds(t) {
		facts, _ := facttest.Read(t, f)
		for _, m := range facts.Measures {
			by("measure "+m.ID, m.Rule)
		}
		for _, a := range facts.Assignments {
			what := "group " + f.Slice(a.Span)
			by(what, a.Found)
			by(what, a.Basis.Rule)
			agencies(a.Agencies)
		}
		for _, r := range facts.Annex {
			by("row "+r.Task, r.Found)
			by("row "+r.Task, r.Basis.Rule)
			agencies(r.Agencies)
		}
		for _, i := range facts.Indicators {
			by("number "+i.Quote, i.Rule)
			by("kind of "+i.Quote, i.KindRule)
			by("subject of "+i.Quote, i.SubjectRule)
			if i.Year > 0 {
				by("year of "+i.Quote, i.YearRule)
			}
		}
		for _, c := range facts.Citations {
			by("citation "+c.Title+c.Number, c.Rule)
		}
	}
	if len(used) < 30 {
		t.Errorf("the seeds use %d rules", len(used))
	}
}
