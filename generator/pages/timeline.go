package pages

import (
	"fmt"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
)

const (
	timelineYears   = 40 // columns of the drawing; the table has all
	timelineRegions = 40 // rows
	timelineLeft    = 150
	timelineStep    = 64
	timelineRow     = 44
)

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
	d := &drawing{Title: "各地区历年成文的文件", Width: timelineLeft + timelineStep*max(3, len(shownYears)) + 20, Height: timelineRow*len(shownRows) + 50,
		Desc: fmt.Sprintf("横排为年份，竖排为地区，圆内为文件数，共%d个年份、%d个地区；同一内容见下表。", len(shownYears), len(shownRows))}
	for n, y := range shownYears {
		d.text(timelineLeft+timelineStep*n+timelineStep/2, 22, y, "middle")
	}
	t := &table{name: "compare/timeline", caption: "各地区历年成文的文件", filter: []int{1, 2}, head: []string{"年份", "地区", "文件数", "文件"}}
	for n, region := range shownRows {
		y := 40 + timelineRow*n + timelineRow/2
		d.line(timelineLeft, y, d.Width-10, y, "grid", "")
		d.text(timelineLeft-12, y+4, region, "end")
		for i, year := range shownYears {
			if list := by[cell{region, year}]; len(list) > 0 {
				x := timelineLeft + timelineStep*i + timelineStep/2
				d.add(shape{Kind: "circle", X: x, Y: y, R: 8 + 2*heat(len(list), most), Class: "disc", Name: region + year + "年：" + strconv.Itoa(len(list)) + "份"})
				d.add(shape{Kind: "text", X: x, Y: y + 4, Text: strconv.Itoa(len(list)), Class: "middle inside", Link: "/compare/timeline.md#" + timelineID(year, region, rows)})
			}
		}
	}
	for _, year := range columns {
		for _, region := range rows {
			if list := by[cell{region, year}]; len(list) > 0 && len(t.rows) < listRows {
				papers := join(each(list[:min(len(list), nearby)], func(d *catalog.Document) inline {
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

// compareMissing lists the papers that are cited but not held, the most cited first: what an editor
// should look for next.
func compareMissing(c *catalog.Catalog) *page {
	p := newPage("compare/missing.md", "待收录引用清单", "被引用而尚未收录的文件，以及引用它们的文件")
	var list []*catalog.Citation
	for _, x := range c.Citations {
		if x.Held == nil {
			list = append(list, x)
		}
	}
	slices.SortStableFunc(list, func(a, b *catalog.Citation) int { return len(b.By) - len(a.By) })
	p.say("共 %d 份，按被引次数排列。", len(list))
	t := &table{name: "compare/missing", caption: "待收录引用清单", head: []string{"文件名称", "文号", "引用它的文件数", "引用它的文件"}}
	for _, x := range list[:min(len(list), listRows)] {
		by := join(each(x.By[:min(len(x.By), nearby)], func(by *catalog.CitedBy) inline { return short(by.Document) }), "；")
		t.row(link(citationName(x), "/compare/citations.md#"+x.ID, ""), plain(orUnknown(x.Number)), number0(len(x.By)), by)
	}
	p.table(t)
	return p
}
