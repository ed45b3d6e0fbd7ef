package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"zhengce/generator/catalog"
)

const (
	timelineRegions = 40  // rows of the drawing; the table has all
	timelinePapers  = 3   // of a year and region in the table; the list of papers has all
	timelineMarks   = 44  // discs of a row that have room beside each other
	timelineAll     = 500 // discs of a drawing
	timelineTicks   = 12  // years named below
)

// A timelineDrawing has the days from left to right, the regions from top to bottom, and discs where papers were
// signed, with their number where several stand so close that one disc must do.
type timelineDrawing struct {
	drawing
	Days    int              `json:"days"` // from the first day of the first year to the last of the last
	Ticks   []timelineTick   `json:"ticks"`
	Regions []timelineRegion `json:"regions"`
}

// A timelineTick is the first day of a year.
type timelineTick struct {
	Day  int    `json:"day"`
	Year string `json:"year"`
}

type timelineRegion struct {
	Name  string         `json:"name"`
	Marks []timelineMark `json:"marks"`
}

// A timelineMark stands for the papers of some days; it is in their middle.
type timelineMark struct {
	Day   int    `json:"day"`
	Count int    `json:"count"`
	Step  int    `json:"step"` // from 1 to 5, below the most
	Words string `json:"words"`
	Link  string `json:"link"`
}

// timelinePage shows when which region signed papers.
func timelinePage(c *catalog.Catalog) *page {
	p := newPage("compare/timeline.md", "政策时间线", "各地区历年成文的文件")
	dated := slices.DeleteFunc(newest(c.Documents, len(c.Documents)), func(d *catalog.Document) bool { return day(d).IsZero() })
	slices.Reverse(dated) // the earliest first
	if n := len(c.Documents) - len(dated); n > 0 {
		p.say("另有 %d 份文件成文日期未载明，不在图表中。", n)
	}
	regions, by := group(dated, func(d *catalog.Document) string { return orUnknown(d.Meta.Region) })
	slices.SortFunc(regions, catalog.CompareRegions)
	table := timelineTable(dated, regions)
	if len(dated) > 0 {
		p.figure(timelineChart(dated, regions, by, table))
		p.say("横向为时间，圆的位置即成文日期；只载明年月的，放在其当中。相距很近的几份合为一个圆，圆内为份数。")
	}
	p.table(table)
	return p
}

// timelineChart draws the dated papers of the regions, the earliest first.
func timelineChart(dated []*catalog.Document, regions []string, by map[string][]*catalog.Document, table *table) *timelineDrawing {
	first, last := day(dated[0]).Year(), day(dated[len(dated)-1]).Year()
	begin := time.Date(first, 1, 1, 0, 0, 0, 0, time.UTC)
	since := func(t time.Time) int { return int(t.Sub(begin).Hours()) / 24 }
	shown := regions[:min(len(regions), timelineRegions)]
	d := &timelineDrawing{Days: since(time.Date(last+1, 1, 1, 0, 0, 0, 0, time.UTC)), drawing: drawing{Layout: "timeline", Title: "各地区历年成文的文件",
		Desc: fmt.Sprintf("横向为时间，从%d年到%d年，竖排为%d个地区，圆的位置为成文日期；同一内容见下表。", first, last, len(shown))}}
	every := (last - first + timelineTicks) / timelineTicks
	for year := first; year <= last+1; year += every {
		d.Ticks = append(d.Ticks, timelineTick{since(time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)), strconv.Itoa(year)})
	}
	most := 0
	for _, region := range shown {
		row := timelineRegion{Name: region}
		for _, near := range stretches(by[region], d.Days/min(timelineMarks, timelineAll/len(shown)), func(x *catalog.Document) int { return since(day(x)) }) {
			from, to := near[0], near[len(near)-1]
			most = max(most, len(near))
			row.Marks = append(row.Marks, timelineMark{Day: (since(day(from)) + since(day(to))) / 2, Count: len(near), Words: timelineWords(region, near),
				Link: timelineLink(near, table, timelineID(from.Meta.Date[:4], region, regions))})
		}
		d.Regions = append(d.Regions, row)
	}
	for _, r := range d.Regions {
		for i := range r.Marks {
			r.Marks[i].Step = heat(r.Marks[i].Count, most)
		}
	}
	return d
}

// stretches cuts a list, in order, into stretches whose places lie no further apart than room.
func stretches[T any](list []T, room int, place func(T) int) (out [][]T) {
	for start, i := 0, 1; i <= len(list); i++ {
		if i == len(list) || place(list[i])-place(list[start]) > room {
			out = append(out, list[start:i])
			start = i
		}
	}
	return out
}

// timelineWords says what a mark of the timeline stands for.
func timelineWords(region string, papers []*catalog.Document) string {
	if len(papers) == 1 {
		return region + date(papers[0].Meta.Date) + "：" + papers[0].ShortTitle
	}
	return fmt.Sprintf("%s%s至%s：%d份", region, date(papers[0].Meta.Date), date(papers[len(papers)-1].Meta.Date), len(papers))
}

// day returns when d was signed: of a month or a year the middle. It is zero where d does not say.
func day(d *catalog.Document) time.Time {
	if t, err := time.Parse("2006", d.Meta.Date); err == nil {
		return t.AddDate(0, 6, 0)
	}
	if t, err := time.Parse("2006-01", d.Meta.Date); err == nil {
		return t.AddDate(0, 0, 14)
	}
	t, _ := time.Parse(time.DateOnly, d.Meta.Date)
	return t
}

// timelineLink returns where a mark leads: that of one paper to it, that of several to their row of the table, where its
// page shows it, else to the list of papers.
func timelineLink(papers []*catalog.Document, t *table, id string) string {
	row := "/compare/timeline.md#" + id
	switch {
	case len(papers) == 1:
		return file(papers[0])
	case slices.ContainsFunc(t.rows[:min(len(t.rows), t.most)], func(r []inline) bool { return strings.Contains(r[0].md, "("+row+" ") }):
		return row
	}
	return "/documents/_index.md"
}

// timelineTable lists the papers of each year and region.
func timelineTable(dated []*catalog.Document, regions []string) *table {
	t := &table{name: "compare/timeline", caption: "各地区历年成文的文件", most: stackedRows, filter: []int{1, 2}, head: []string{"年份", "地区", "文件数", "文件"}}
	years, of := group(dated, func(d *catalog.Document) string { return d.Meta.Date[:4] })
	slices.Reverse(years)
	for _, year := range years {
		_, by := group(of[year], func(d *catalog.Document) string { return orUnknown(d.Meta.Region) })
		for _, region := range regions {
			list := by[region]
			if len(list) == 0 || len(t.rows) == listRows {
				continue
			}
			papers := join(each(list[:min(len(list), timelinePapers)], func(d *catalog.Document) inline {
				return add(short(d), plain("（"+orUnknown(date(d.Meta.Date))+"）"))
			}), "；")
			id := timelineID(year, region, regions)
			t.row(link(year+"年", "/compare/timeline.md#"+id, idLink.title(id)), plain(region), number0(len(list)), papers)
		}
	}
	return t
}

// timelineID is the anchor of the row of a year and region.
func timelineID(year, region string, regions []string) string {
	return "y" + year + "-" + strconv.Itoa(slices.Index(regions, region)+1)
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
