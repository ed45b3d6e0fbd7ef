package target

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/duty"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/source"
)

// TestRules reads the sentences of every rule, and each again while the rule does not hold.
func TestRules(t *testing.T) { ruletest.Run(t, Rules, decide) }

// decide tells by which rules the number at the marked place was decided, and what came of it.
func decide(d *document.Document, at int) (by []string, outcome string) {
	f := newFinder(d)
	f.weighed = func(all []*candidate) {
		for _, c := range all {
			if s := c.t.span(c.n.start, c.n.end); s.Start <= at && at < s.End {
				by = []string{c.rule.Name, c.cmp.rule, c.when.rule, c.scope.opening}
				outcome = "none"
				if c.accepted {
					outcome = strings.Join([]string{string(c.kind), c.subject(), strconv.Itoa(c.year), c.cmp.cmp}, " ")
					by = append(append(by, c.kindRule.Name, c.yearRule.Name, c.subjectRule.Name), c.shapedBy...)
				}
			}
		}
	}
	all := f.find(nil, duty.Find(d, "甲市", nil).Annex)
	for _, ind := range all {
		if ind.Value.Start <= at && at < ind.Value.End {
			by = append(by, ind.Rule, ind.YearRule, ind.KindRule, ind.SubjectRule)
			outcome += " " + ind.Subject + " " + describe(ind)
		}
	}
	for _, more := range []ruletest.Decide{decideDigits, f.decideColumn} {
		b, o := more(d, at)
		by, outcome = append(by, b...), outcome+" "+o
	}
	return by, outcome
}

// decideDigits tells what the digits at the marked place are: a year, or no quantity.
func decideDigits(d *document.Document, at int) (by []string, outcome string) {
	text := d.File.Text
	line := source.Span{Start: strings.LastIndex(text[:at], "\n") + 1, End: at + strings.Index(text[at:], "\n")}
	t := newParagraph(text, line)
	numbers, years := readNumbers(t)
	for _, y := range years {
		if s := t.span(y.start, y.end); s.Start <= at && at < s.End {
			by, outcome = append(by, y.rule), fmt.Sprint(y.use)
		}
	}
	if i := slices.Index(t.start, int32(at)); i >= 0 {
		run := &digitRun{s: t.s, at: i}
		rule, power := powers.First(run)
		if !power {
			rule, _ = notQuantities.First(run)
		}
		by = append(by, rule.Name)
	}
	for _, n := range numbers {
		outcome += fmt.Sprint(" ", n.value)
	}
	return by, outcome
}

// decideColumn tells what the column of a table at the marked place is, and what came of the table.
func (f *finder) decideColumn(d *document.Document, at int) (by []string, outcome string) {
	for _, t := range d.Tables {
		h, _ := f.readTargetTable(t, heldYear{})
		for _, l := range h.Lines {
			for col, cell := range l.Cells {
				if cell.Start <= at && at < cell.End {
					of, _ := taskTables.First(h.Table)
					by = append(by, h.rules[col], of.Name)
					for _, ind := range f.found {
						outcome += ind.Measure + ind.Subject + describe(ind)
					}
				}
			}
		}
	}
	return by, outcome
}
