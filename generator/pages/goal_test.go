package pages

import (
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// goal makes a row of a table of indicators with one target.
func goal(id, region string) *catalog.Goal {
	d := &catalog.Document{ID: id, Title: region + "规划", ShortTitle: region + "规划", Facts: &policy.Facts{Meta: policy.Meta{Region: region}, Document: &document.Document{File: source.NewFile(id+".txt", "44")}}}
	i := &catalog.Indicator{Indicator: &policy.Indicator{Subject: "森林覆盖率", Number: 44, Unit: "%", Cmp: "≥", Year: 2025}, ID: id + "-1", Document: d, Anchor: "cell-1"}
	g := &catalog.Goal{Document: d, No: 1, Name: "森林覆盖率", Unit: "%", Nature: "约束性", Base: &policy.Base{Number: 41, Unit: "%", Year: 2020}, Targets: []*catalog.Indicator{i}}
	d.Goals = []*catalog.Goal{g}
	return g
}

func TestGoalPages(t *testing.T) {
	a, b := goal("a", "甲市"), goal("b", "乙市")
	shared := &catalog.SharedGoal{ID: "x", Name: "森林覆盖率", Unit: "%", Goals: []*catalog.Goal{a, b}}
	a.Shared, b.Shared = shared, shared
	page := string(goalPages(a.Document)[0].bytes())
	for _, want := range []string{
		"| 指标 | 单位 | 基期值 | 2025年目标 | 属性 |",
		"| [森林覆盖率](/indicators/a-1.md) | % | 41（2020年） | [不少于44](/documents/a.md#cell-1) | 约束性 |",
		"| 森林覆盖率 | [乙市规划](/measures/b/goals.md) | 乙市 | % | 41（2020年） | 2025年 [不少于44](/documents/b.md#cell-1) | 约束性 |",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page of a plan lacks %q:\n%s", want, page)
		}
	}
	c := &catalog.Catalog{Documents: []*catalog.Document{a.Document, b.Document}, SharedGoals: []*catalog.SharedGoal{shared}}
	page = string(compareGoals(c).bytes())
	if want := "| 森林覆盖率 | % | 41（2020年） → 2025年 [不少于44](/documents/a.md#cell-1)（约束性） | 41（2020年） → 2025年 [不少于44](/documents/b.md#cell-1)（约束性） |"; !strings.Contains(page, want) {
		t.Errorf("the comparison lacks %q:\n%s", want, page)
	}
	if goalPages(&catalog.Document{}) != nil {
		t.Error("a paper without a table of indicators has a page of them")
	}
}
