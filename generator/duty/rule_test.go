package duty_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/duty"
	"zhengce/generator/extract"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) { ruletest.Run(t, duty.Rules, decide) }

// decide tells by which rules the place was decided, and which groups and rows the paper has.
func decide(d *document.Document, at int) (by []string, outcome string) {
	facts, _ := extract.Document(d)
	found := duty.FindTraced(d, facts.Meta.Region, facts.Measures, func(r policy.Rule, place source.Span) {
		if place.Start <= at && at < place.End {
			by = append(by, r.Name)
		}
	})
	var b strings.Builder
	for _, a := range found.Assignments {
		fmt.Fprintln(&b, d.File.Slice(a.Span), d.File.Slice(a.Covers), bodies(a.Agencies), a.Basis.Rule, a.Deadline)
	}
	for _, r := range found.Annex {
		fmt.Fprintln(&b, r.No, r.Task, bodies(r.Agencies), r.Basis.Rule, r.Deadline, r.Measure, r.Describes)
	}
	for _, p := range found.Problems {
		fmt.Fprintln(&b, p)
	}
	return by, b.String()
}

// bodies writes the agencies of a list with the first letter of their roles, O for sole.
func bodies(list []policy.Agency) string {
	var out []string
	for _, a := range list {
		out = append(out, a.Name+" "+roleLetters[a.Role])
	}
	return strings.Join(out, " ")
}

var roleLetters = map[policy.Role]string{policy.Lead: "L", policy.Support: "S", policy.Sole: "O", policy.Joint: "J", policy.Supervise: "V"}
