package target

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) { ruletest.Run(t, Rules, decide) }

// decide tells by which rules the number at the marked place was decided, and what came of it.
func decide(d *document.Document, at int) (by []string, outcome string) {
	f := newFinder(d)
	f.weighed = func(all []*candidate) {
		for _, c := range all {
			if s := c.t.span(c.n.start, c.n.end); s.Start <= at && at < s.End {
				by = []string{c.rule.Name}
				outcome = "none"
				if c.accepted {
					outcome = strings.Join([]string{string(c.kind), c.subject()}, " ")
					by = append(append(by, c.subjectRule.Name), c.shapedBy...)
				}
			}
		}
	}
	f.find(nil, nil)
	return by, outcome
}

var _ = policy.Take
