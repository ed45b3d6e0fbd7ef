package pages

import (
	"strings"
	"testing"

	"zhengce/generator/policy"
)

// TestDoubtful shows a doubtful finding wherever it stands, with why, and drops none.
func TestDoubtful(t *testing.T) {
	c := fixture(t)
	d := c.Documents[0]
	odd := policy.Rule{Name: "none", Says: "说不通"} // a rule that the fixture has a page of
	doubts := policy.Doubts{odd}
	d.Indicators[1].Indicator.Doubts = doubts
	d.Measures[1].Tasks[0].Members[1].Doubts = doubts
	d.Measures[2].Measure.Doubts = doubts
	d.Meta.Doubts = policy.Doubts{{Name: "title-cut", Says: "标题缺头少尾"}, {Name: "paper-twice", Says: "文字出现了两遍"}}
	d.Citations[0].By[0].Doubts = doubts
	c.Agencies[0].Tasks[0].Doubts = doubts
	pages := map[string]string{}
	for _, p := range library(c) {
		pages[p.path] = string(p.bytes())
	}
	mark := `[存疑](/quality.md#problems "doubt 说不通")`
	for name, want := range map[string][]string{
		"documents/ceshi.md": {`"figure? `, `；存疑：说不通")`, `"role? support 配合：`, `"citation? guofa-2010-28")`, `.md "?")`,
			`"doubt":"标题缺头少尾"`, `doubtful: "文字出现了两遍"`},
		"indicators/_index.md":                       {mark},
		"indicators/ceshi-1-1-7.md":                  {`存疑：[说不通](/rules/none.md)。请以原文为准。`},
		"measures/ceshi/1-2.md":                      {`存疑：[“财政厅”说不通](/rules/none.md)`},
		"measures/ceshi/2-3.md":                      {`存疑：[说不通]`},
		"measures/ceshi/_index.md":                   {mark},
		"measures/_index.md":                         {mark},
		"agencies/henansheng-caizhengting.md":        {"| 配合 " + mark},
		"agencies/henansheng-caizhengting-ledger.md": {mark},
	} {
		for _, w := range want {
			if !strings.Contains(pages[name], w) {
				t.Errorf("%s does not hold %s:\n%s", name, w, pages[name])
			}
		}
	}
}

// TestGeneral lists actions first and the general clauses behind them, closed, and counts them apart.
func TestGeneral(t *testing.T) {
	c := fixture(t)
	d := c.Documents[0]
	d.Facts.Rules = policy.RuleBook{{Rules: []policy.Rule{{Name: "none", Says: "标题是总体要求"}}}}
	d.Measures[1].General = "none"
	pages := map[string]string{}
	for _, p := range library(c) {
		pages[p.path] = string(p.bytes())
	}
	for name, want := range map[string]string{
		"_index.md":                                  "measures: 2\ngeneral: 1",
		"documents/ceshi.md":                         "measures: 2\ngeneral: 1",
		"measures/_index.md":                         "（总体性条款） | 加快产业集聚区发展的意见 | ",
		"measures/ceshi/_index.md":                   "共 2 条具体措施，另有 1 条总体性条款（",
		"measures/ceshi/1-2.md":                      "本条是总体性条款，不单独部署任务。依据：[标题是总体要求](/rules/none.md)。",
		"agencies/henansheng-caizhengting.md":        `data-fold="总体性条款中的任务 1 项"`,
		"agencies/henansheng-caizhengting-ledger.md": "## 总体性条款",
	} {
		if !strings.Contains(pages[name], want) {
			t.Errorf("%s does not hold %s:\n%s", name, want, pages[name])
		}
	}
	if list := pages["measures/ceshi/_index.md"]; strings.Index(list, "1-2.md") < strings.Index(list, "2-3.md") {
		t.Errorf("a general clause stands before an action:\n%s", list)
	}
}
