package extract

import (
	"slices"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) {
	whole := func(sentence string) string { return sentence + "\n" }
	for _, tt := range []struct {
		policy.Chapter
		as     func(string) string // nil for a clause of a paper
		decide ruletest.Decide
	}{
		{issuerChapter, whole, decideIssuer},
		{dateChapter, whole, decideDate},
		{kindChapter, whole, decideKind},
		{regionChapter, whole, decideRegion},
		{measureChapter, nil, decideMeasure},
		{generalChapter, nil, decideGeneral},
		{ownChapter, whole, decideMention},
		{citationChapter, nil, decideMention},
		{doubtChapter, nil, decideDoubt},
	} {
		if tt.as == nil {
			ruletest.Run(t, []policy.Chapter{tt.Chapter}, tt.decide)
		} else {
			ruletest.RunAs(t, []policy.Chapter{tt.Chapter}, tt.as, tt.decide)
		}
	}
}

// TestRuleNames holds that no two rules have one name, in whatever package they stand.
func TestRuleNames(t *testing.T) {
	seen := map[string]string{}
	for _, c := range Rules() {
		for _, r := range c.Rules {
			if seen[r.Name] != "" {
				t.Errorf("rule %s stands in chapter %s and in %s", r.Name, seen[r.Name], c.Name)
			}
			seen[r.Name] = c.Name
		}
	}
}

func reading(d *document.Document) *extractor {
	x := &extractor{doc: d, file: d.File, facts: &policy.Facts{Document: d}}
	x.meta()
	x.places = x.mentionsOfAll()
	x.own = x.ownTitles()
	return x
}

func decideKind(d *document.Document, _ int) (by []string, outcome string) {
	r := reading(d).newKind()
	rule, _ := kindRules.First(r)
	return []string{rule.Name}, r.kind
}

func decideIssuer(d *document.Document, _ int) (by []string, outcome string) {
	r := reading(d).newHead()
	rule, _ := issuerRules.First(r)
	return []string{rule.Name}, r.value
}

func decideDate(d *document.Document, _ int) (by []string, outcome string) {
	r := reading(d).newHead()
	rule, _ := dateRules.First(r)
	return []string{rule.Name}, r.value
}

func decideRegion(d *document.Document, _ int) (by []string, outcome string) {
	r := reading(d).newRegion()
	rule, _ := regionRules.First(r)
	return []string{rule.Name}, r.region
}

func decideMeasure(d *document.Document, at int) (by []string, outcome string) {
	d.Walk(func(s *document.Section) {
		if s.Start == at {
			rule, _ := measureRules.First(s)
			by, outcome = []string{rule.Name}, string(rule.Verdict)
		}
	})
	return by, outcome
}

// decideGeneral decides about the measure whose number is marked.
func decideGeneral(d *document.Document, at int) (by []string, outcome string) {
	facts, _ := Document(d)
	x := &extractor{doc: d, file: d.File, facts: facts}
	for _, m := range facts.Measures {
		if m.Start == at {
			rule := x.purpose(m, slices.ContainsFunc(facts.Assignments, func(a *policy.Assignment) bool { return a.Measure == m.ID }))
			return []string{rule.Name}, rule.Name
		}
	}
	return nil, ""
}

// decideMention decides about the innermost mention at the marked place.
func decideMention(d *document.Document, at int) (by []string, outcome string) {
	x := reading(d)
	for _, m := range x.places {
		if m.Start <= at && at < m.End {
			rule, _ := citationRules.First(m)
			by, outcome = []string{rule.Name}, string(rule.Verdict)
		}
	}
	return by, outcome
}

func decideDoubt(d *document.Document, at int) (by []string, outcome string) {
	_, problems := Document(d)
	p := d.File.Position(at)
	for _, e := range problems {
		if e.Line == p.Line {
			by = append(by, e.Code)
		}
	}
	return by, strings.Join(by, " ")
}
