package column_test

import (
	"fmt"
	"testing"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) {
	ruletest.Run(t, []policy.Chapter{column.Chapter}, func(d *document.Document, at int) (by []string, outcome string) {
		for _, table := range d.Tables {
			for _, c := range column.Read(d.File, table).Columns {
				if c.Span.Start <= at && at < c.Span.End {
					by = append(by, c.Rule)
				}
				outcome += fmt.Sprint(c.Kind, " ")
			}
		}
		return by, outcome
	})
}
