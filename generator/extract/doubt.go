package extract

import (
	"strings"

	"zhengce/generator/policy"
)

// doubts reports the targets that lack what makes them one.
func (x *extractor) doubts() {
	for _, i := range x.facts.Indicators {
		if i.Subject == "" {
			x.problems.Doubt(x.file, i.Span, "target-subject", "what %q counts was not found", i.Quote)
		}
		if i.Kind == policy.Target && i.Year == 0 && x.isGoal(i.Measure) {
			x.problems.Doubt(x.file, i.Span, "target-year", "the target %q names no year", i.Quote)
		}
	}
}

// isGoal reports whether a measure sets out the goals of the paper.
func (x *extractor) isGoal(id string) bool {
	for _, m := range x.facts.Measures {
		if m.ID == id {
			return strings.Contains(m.Heading, "目标")
		}
	}
	return false
}
