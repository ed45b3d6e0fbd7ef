package clock

import (
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// FindTraced does what Find does and calls decided for each rule that decides about a place.
func FindTraced(facts *policy.Facts, named []Named, decided func(policy.Rule, source.Span)) ([]*policy.Deadline, policy.Validity) {
	f := newFinder(facts, named)
	f.decided = decided
	f.validity()
	f.deadlines()
	return f.found, f.valid
}
