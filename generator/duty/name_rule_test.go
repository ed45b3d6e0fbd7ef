package duty

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/internal/ruletest"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// TestNameRules reads the sentences of every rule on lists and names, and each again while the rule does
// not hold.
func TestNameRules(t *testing.T) { ruletest.Run(t, NameRules, decideName) }

// decideName tells by which rules the list at the marked place was cut, and the item there read and
// named, and what bodies the paper then makes responsible.
func decideName(d *document.Document, at int) (by []string, outcome string) {
	text := d.File.Text
	measure := source.Span{Start: strings.Index(text, "抓好落实。") + len("抓好落实。"), End: strings.Index(text, "\n\n")}
	for _, a := range Find(d, regionOf(text), []*policy.Measure{{ID: "1", Text: measure}}).Assignments {
		for _, g := range a.Agencies {
			outcome += fmt.Sprintf("%s=%s=%s ", g.Written, g.Name, g.Role)
			if g.Start <= at && at < g.End {
				by = append(by, g.NameRule)
			}
		}
	}
	list := listAt(text, measure, at)
	return append(by, listRules(text[list.Start:list.End], at-list.Start)...), outcome
}

// regionOf returns the region of a paper whose rule names it on the line below the title, else 甲市.
func regionOf(text string) string {
	line := strings.Split(text, "\n")[1]
	if line == "国务院" {
		return registry.National
	}
	if region, ok := strings.CutSuffix(line, "人民政府"); ok {
		return region
	}
	return "甲市"
}

// listAt returns the list around at: what its bracket holds, or what stands behind its label.
func listAt(text string, measure source.Span, at int) source.Span {
	s := measure
	for _, b := range bracketsIn(text[measure.Start:measure.End]) {
		if start, end := measure.Start+b.start+len("（"), measure.Start+b.end-len("）"); start <= at && at < end {
			s = source.Span{Start: start, End: end}
		}
	}
	if i := strings.LastIndex(text[s.Start:at], "："); i >= 0 {
		s.Start += i + len("：")
	}
	return s
}

// listRules returns the rules that decided about the byte offset at of a list.
func listRules(list string, at int) (by []string) {
	for _, c := range cutsIn(list) {
		if c.start == at {
			by = append(by, c.rule.Name)
		}
	}
	for _, t := range tokens(list) {
		for _, j := range jointsIn(list[t.start:t.end]) {
			if rule, ok := splitRules.First(j); ok && t.start+j.start == at {
				by = append(by, rule.Name)
			}
		}
	}
	for _, e := range entriesIn(list, 0, false) {
		if e.item.start <= at && at < e.item.end {
			by = append(append(by, e.rule.Name), e.trims...)
		}
	}
	return by
}
