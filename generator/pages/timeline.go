package pages

import (
	"fmt"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
)

const (
	timelinePapers  = 2  // of a year and region; the list of papers has all
	timelineYears   = 40 // columns of the drawing; the table has all
	timelineRegions = 40 // rows
)

// A timelineDrawing has the years from left to right, the regions from top to bottom, and a disc with the
// number of papers for each region and year that has some.
type timelineDrawing struct {
	drawing
	Years   []string         `json:"years"`
	Regions []timelineRegion `json:"regions"`
}

type timelineRegion struct {
	Name   string                `json:"name"`
	Papers map[string]timelineAt `json:"papers"` // by year
}

type timelineAt struct {
	Count int    `json:"count"`
	Step  int    `json:"step"` // from 1 to 5, below the most
	Link  string `json:"link"`
}

// timelinePage shows which region signed how many papers in which year.
func timelinePage(c *catalog.Catalog) *page {
	p := newPage("compare/timeline.md", "政策时间线", "各地区历年成文的文件")
	type cell struct{ region, year string }
	by := map[cell][]*catalog.Document{}
	years, regions := map[string]bool{}, map[string]int{}
	most, undated := 0, 0
	for _, d := range c.Documents {
		if len(d.Meta.Date) < 4 {
			undated++
			continue
		}
		k := cell{orUnknown(d.Meta.Region), d.Meta.Date[:4]}
		by[k] = append(by[k], d)
		most = max(most, len(by[k]))
		years[k.year] = true
		regions[k.region]++
	}
	if undated > 0 {
		p.say("另有 %d 份文件成文日期未载明，不在图表中。", undated)
	}
	columns, rows := sortedKeys(years), sortedKeys(regions)
	shownYears, shownRows := columns[max(0, len(columns)-timelineYears):], rows[:min(len(rows), timelineRegions)]
	d := &timelineDrawing{Years: shownYears, drawing: drawing{Layout: "timeline", Title: "各地区历年成文的文件",
		Desc: fmt.Sprintf("横排为年份，竖排为地区，圆内为文件数，共%d个年份、%d个地区；同一内容见下表。", len(shownYears), len(shownRows))}}
	t := &table{name: "compare/timeline", caption: "各地区历年成文的文件", filter: []int{1, 2}, head: []string{"年份", "地区", "文件数", "文件"}}
	for _, region := range shownRows {
		papers := map[string]timelineAt{}
		for _, year := range shownYears {
			if n := len(by[cell{region, year}]); n > 0 {
				papers[year] = timelineAt{n, heat(n, most), "/compare/timeline.md#" + timelineID(year, region, rows)}
			}
		}
		d.Regions = append(d.Regions, timelineRegion{region, papers})
	}
	for _, year := range columns {
		for _, region := range rows {
			if list := by[cell{region, year}]; len(list) > 0 && len(t.rows) < listRows {
				papers := join(each(list[:min(len(list), timelinePapers)], func(d *catalog.Document) inline {
					return add(short(d), plain("（"+orUnknown(date(d.Meta.Date))+"）"))
				}), "；")
				id := timelineID(year, region, rows)
				t.row(link(year+"年", "/compare/timeline.md#"+id, idLink.title(id)), plain(region), number0(len(list)), papers)
			}
		}
	}
	if len(shownRows) > 0 {
		p.figure(d)
	}
	p.table(t)
	return p
}

// timelineID is the anchor of the row of a year and region.
func timelineID(year, region string, regions []string) string {
	n, _ := slices.BinarySearch(regions, region)
	return "y" + year + "-" + strconv.Itoa(n+1)
}

// sortedKeys returns the keys of m in order.
func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}
