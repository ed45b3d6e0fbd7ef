package award

import (
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// FindTraced does what Find does and calls decided for each rule that decides about a figure.
func FindTraced(facts *policy.Facts, decided func(policy.Rule, source.Span)) []*policy.Award {
	return find(facts, decided)
}
