package clock_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/clock"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) {
	whole := func(sentence string) string { return sentence + "\n" }
	titles := map[string]bool{"trial-by-its-title": true, "changed-by-the-title": true}
	for _, c := range clock.Rules {
		inTitle, inText := c, c
		inTitle.Rules, inText.Rules = nil, nil
		for _, r := range c.Rules {
			if titles[r.Name] {
				inTitle.Rules = append(inTitle.Rules, r)
			} else {
				inText.Rules = append(inText.Rules, r)
			}
		}
		ruletest.Run(t, []policy.Chapter{inText}, decide)
		if len(inTitle.Rules) > 0 {
			ruletest.RunAs(t, []policy.Chapter{inTitle}, whole, decide)
		}
	}
}

// decide tells by which rules the place was decided, and what the paper sets.
func decide(d *document.Document, at int) (by []string, outcome string) {
	facts, _ := extract.Document(d)
	deadlines, validity := clock.FindTraced(facts, extract.Named(d), func(r policy.Rule, place source.Span) {
		if place.Start <= at && at < place.End || place.Empty() && d.Title.Start <= at && at < d.Title.End {
			by = append(by, r.Name)
		}
	})
	return by, written(d, deadlines, validity)
}

// written writes what was found in a form that differs where the findings do.
func written(d *document.Document, deadlines []*policy.Deadline, v policy.Validity) string {
	var b strings.Builder
	for _, x := range deadlines {
		fmt.Fprintln(&b, x.Measure, x.Quote, x.Kind, x.Start, x.Date, x.Every, x.On, x.Paper, d.File.Slice(x.Covers))
		if x.After != nil {
			fmt.Fprintln(&b, *x.After)
		}
	}
	fmt.Fprintln(&b, v.Effective, v.Expires, v.Trial, v.Term, d.File.Slice(v.From), d.File.Slice(v.Until))
	for _, list := range [][]*policy.Ended{v.Repeals, v.Amends, v.Partly} {
		for _, e := range list {
			fmt.Fprintln(&b, e.Number, e.Title)
		}
		fmt.Fprintln(&b)
	}
	return b.String()
}
