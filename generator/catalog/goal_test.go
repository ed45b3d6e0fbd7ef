package catalog

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// goalsIn makes a document with rows of a table of indicators: name, unit, years.
func goalsIn(id, region string, rows ...string) *Document {
	d := &Document{ID: id, Facts: &policy.Facts{Meta: policy.Meta{Region: region}}}
	at := 0
	for _, row := range rows {
		parts := strings.Fields(row)
		name := source.Span{Start: at, End: at + 1}
		for n, y := range parts[2:] {
			i := &policy.Indicator{Subject: parts[0], Unit: parts[1], Kind: policy.Target, Cell: &policy.TargetCell{Span: source.Span{Start: at + n + 1, End: at + n + 2}, Name: name, Nature: "约束性"}}
			fmt.Sscan(y, &i.Year)
			d.Indicators = append(d.Indicators, &Indicator{Indicator: i, ID: fmt.Sprint(id, "-", len(d.Indicators)+1), Document: d})
		}
		at += 10
	}
	d.Goals = d.goals()
	return d
}

func TestGoals(t *testing.T) {
	d := goalsIn("a", "甲市", "森林覆盖率 % 2023 2025", "公园绿地面积 公顷 2025", "森林覆盖率 % 2030")
	var got []string
	for _, g := range d.Goals {
		got = append(got, fmt.Sprint(g.No, g.Name, g.Unit, g.Nature, Years([]*Goal{g}), g.Targets[0].Anchor))
	}
	if want := "[1森林覆盖率%约束性[2023 2025]cell-1 2公园绿地面积公顷约束性[2025]cell-3 3森林覆盖率%约束性[2030]cell-4]"; fmt.Sprint(got) != want {
		t.Errorf("got %v\nwant %s", got, want)
	}
	if y := Years([]*Goal{{Targets: []*Indicator{{Indicator: &policy.Indicator{}}, {Indicator: &policy.Indicator{Year: 2025}}}}}); fmt.Sprint(y) != "[2025 0]" {
		t.Errorf("years %v", y)
	}
}

func TestSharedGoals(t *testing.T) {
	a := goalsIn("a", "甲市", "森林覆盖率 % 2025", "公园绿地面积 公顷 2025", "泊位 个 2025")
	b := goalsIn("b", "乙市", "森林覆盖率 % 2025", "公园绿地面积 公顷 2025", "泊位 公里 2025")
	copied := goalsIn("c", "乙市", "泊位 个 2025")
	copied.SameAs = b
	var got []string
	for _, s := range sharedGoals([]*Document{a, b, copied}) {
		for _, g := range s.Goals {
			got = append(got, s.ID+" "+g.Document.ID)
		}
	}
	if want := "[senlinfugailv a senlinfugailv b gongyuanlvdimianji a gongyuanlvdimianji b]"; fmt.Sprint(got) != want {
		t.Errorf("got %v\nwant %s", got, want)
	}
}
