package award_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/award"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) {
	ruletest.Run(t, award.Rules, func(d *document.Document, at int) (by []string, outcome string) {
		facts, _ := extract.Document(d)
		found := award.FindTraced(facts, func(r policy.Rule, place source.Span) {
			if place.Start <= at && at < place.End {
				by = append(by, r.Name)
			}
		})
		return by, written(found)
	})
}

func written(found []*policy.Award) string {
	var out []string
	for _, a := range found {
		var sums []string
		for _, i := range a.Sums {
			sums = append(sums, fmt.Sprint(i.Number, i.Unit))
		}
		out = append(out, a.Kind+" "+strings.Join(sums, " ")+" "+a.For)
	}
	return strings.Join(out, "\n")
}
