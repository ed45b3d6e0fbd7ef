package duty

import (
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// FindTraced does what Find does and calls decided for each rule that decides about a place.
func FindTraced(d *document.Document, region string, measures []*policy.Measure, decided func(policy.Rule, source.Span)) Findings {
	f := &finder{doc: d, file: d.File, region: region, measures: measures, decided: decided}
	return f.find()
}
