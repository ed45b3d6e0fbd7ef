package pages

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

func signed(region string, dates ...string) (out []*catalog.Document) {
	for i, date := range dates {
		facts := &policy.Facts{Meta: policy.Meta{Date: date, Region: region}}
		out = append(out, &catalog.Document{ID: fmt.Sprint(region, i), Facts: facts, ShortTitle: region + date})
	}
	return out
}

// TestTimelineIsTrue: papers stand as far apart as their days, regions as administration orders them, and papers
// of a few days are one mark.
func TestTimelineIsTrue(t *testing.T) {
	c := &catalog.Catalog{Documents: append(append(append(signed("河南省", "2004-07-01", "2006-07-01", "2026-12-31"), signed("北京市", "2011", "2012-05")...),
		signed("国家", "2020-03-01", "2020-03-02", "2020-03-09")...), signed("天外县", "")...)}
	by := map[string][]*catalog.Document{}
	var dated []*catalog.Document
	for _, d := range c.Documents[:8] {
		dated = append(dated, d)
		by[d.Meta.Region] = append(by[d.Meta.Region], d)
	}
	regions := []string{"国家", "北京市", "河南省"}
	table := timelineTable(dated, regions)
	d := timelineChart([]*catalog.Document{dated[0], dated[2]}, regions, by, table)
	henan, beijing, all := d.Regions[2].Marks, d.Regions[1].Marks, d.Regions[0].Marks
	if near, far := henan[1].Day-henan[0].Day, henan[2].Day-henan[1].Day; near != 730 || far != 7488 {
		t.Errorf("two years are %d days, twenty and a half %d", near, far)
	}
	if henan[2].Day >= d.Days || d.Ticks[len(d.Ticks)-1].Day > d.Days || len(d.Ticks) > timelineTicks+1 {
		t.Errorf("of %d days, the last paper stands at %d, the ticks at %v", d.Days, henan[2].Day, d.Ticks)
	}
	if len(all) != 1 || all[0].Count != 3 || all[0].Step != heatSteps || !strings.HasSuffix(all[0].Words, "：3份") {
		t.Errorf("three papers of nine days are %+v", all)
	}
	if len(beijing) != 2 || beijing[0].Words != "北京市2011：北京市2011" {
		t.Errorf("papers of a year and of a month: %+v", beijing)
	}
	if got := all[0].Link + " " + beijing[0].Link; got != "/compare/timeline.md#y2020-1 "+file(by["北京市"][0]) {
		t.Errorf("marks of several and of one paper lead to %s", got)
	}
	table.most = 0
	if got := timelineLink(by["国家"], table, "y2020-1"); got != "/documents/_index.md" {
		t.Errorf("a mark whose row the page does not show leads to %s", got)
	}
	text := timelinePage(c).body.String()
	if a, b, c := strings.Index(text, `"name":"国家"`), strings.Index(text, `"name":"北京市"`), strings.Index(text, `"name":"河南省"`); a < 0 || a > b || b > c {
		t.Errorf("regions stand at %d, %d and %d", a, b, c)
	}
	if !strings.Contains(text, "另有 1 份") || strings.Contains(text, "天外县") {
		t.Errorf("an undated paper is not told of:\n%s", text)
	}
}

// TestNetworkLayout: many bodies make a matrix, few make arcs.
func TestNetworkLayout(t *testing.T) {
	for n, want := range map[int]string{2: "arc", arcAgencies: "arc", arcAgencies + 1: "matrix"} {
		list := manyPapers(n).Agencies
		chart := networkChart("某省", list, []edge{{list[0], list[1], 3}})
		if chart.Layout != want || len(chart.Agencies) != n || len(chart.Lines) != 1 || networkWords[chart.Layout] == "" {
			t.Errorf("%d bodies: %+v", n, chart)
		}
	}
}
