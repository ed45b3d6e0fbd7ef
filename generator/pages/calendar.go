package pages

import (
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
)

// calendarRows is how many bodies and papers the calendar names; the list has all.
const calendarRows = 50

// dueLinks are what readers ask of deadlines on their day: the values of the facet 时限 that scripts make.
var dueLinks = []string{"已过期", "本月到期", "本季度到期", "下季度到期", "以后到期", "每年", "每季度", "每月", "长期"}

// deadlinesWith links to the deadlines with one value of a field.
func deadlinesWith(text, field, value string) inline {
	return link(text, deadlinesAddress(field, value), "")
}

// deadlinesAddress is the list of deadlines chosen by fields, each before its value.
func deadlinesAddress(pairs ...string) string {
	address := "/deadlines/index.html"
	for i := 0; i < len(pairs); i += 2 {
		address += string("?&"[min(i, 1)]) + "f." + pairs[i] + "=" + url.QueryEscape(pairs[i+1])
	}
	return address
}

// calendarPages are the calendar of all deadlines, and one page or more of each month in which any ends.
func calendarPages(c *catalog.Catalog, all *page) []*page {
	p := newPage("deadlines/calendar.md", "时限日历", "各项任务的时限，按年月、部门和文件列出")
	if len(all.lists) == 0 {
		p.para(plain("（暂无。）"), ".none")
		return []*page{p}
	}
	l := all.lists[0]
	p.para(add(plain("本页按年月、部门、文件列出全部时限；已过期、本月到期的见"), link("时限", "/"+all.path, ""), plain("。")), "")
	out := []*page{p}
	p.section("months", "按年月")
	p.list(l.months(&out), "")
	p.section("agencies", "按部门")
	p.table(calendarAgencies(c))
	p.section("documents", "按文件")
	p.table(calendarDocuments(c))
	return out
}

// months writes the pages of the months in which a thing of l ends, and returns a line for each year that leads to them.
func (l *cardList) months(out *[]*page) []inline {
	by := map[int][]int{} // by 203006
	for n, x := range l.Items {
		if day, known := x.Keys["due"]; known {
			by[day/100] = append(by[day/100], n)
		}
	}
	years := map[int][]inline{}
	var order []int
	for _, month := range slices.Sorted(maps.Keys(by)) {
		year := month / 100
		if years[year] == nil {
			order = append(order, year)
		}
		first := l.month(month, by[month], out)
		years[year] = append(years[year], add(link(strconv.Itoa(month%100)+"月", "/"+first.path, ""), plain(" "+strconv.Itoa(len(by[month]))+" 项")))
	}
	return each(order, func(year int) inline { return add(plain(strconv.Itoa(year)+"年　"), join(years[year], "　")) })
}

// month writes the pages of a month and returns the first.
func (l *cardList) month(month int, items []int, out *[]*page) *page {
	title := fmt.Sprintf("%d年%d月到期的任务", month/100, month%100)
	name := func(n int) string {
		if n == 1 {
			return fmt.Sprintf("deadlines/%d-%02d.md", month/100, month%100)
		}
		return fmt.Sprintf("deadlines/%d-%02d-%d.md", month/100, month%100, n)
	}
	var first *page
	for n := 1; len(items) > 0; n++ {
		some := items[:min(len(items), list.Shelf)]
		items = items[len(some):]
		p := newPage(name(n), title, title)
		if n > 1 {
			p = newPage(name(n), title+"，第 "+strconv.Itoa(n)+" 页", title)
			p.set("prev", "/"+name(n-1))
		}
		if len(items) > 0 {
			p.set("next", "/"+name(n+1))
		}
		p.body.WriteString(l.markdown(some, strconv.Itoa(month/100)))
		*out = append(*out, p)
		if first == nil {
			first = p
		}
	}
	return first
}

// calendarAgencies lists the bodies with most deadlines.
func calendarAgencies(c *catalog.Catalog) *table {
	of := map[*catalog.Agency][2]int{}
	var bodies []*catalog.Agency
	for _, a := range c.Agencies {
		all, dated := a.Deadlines(), 0
		for _, d := range all {
			if d.Day() != "" {
				dated++
			}
		}
		if len(all) > 0 {
			of[a] = [2]int{len(all), dated}
			bodies = append(bodies, a)
		}
	}
	slices.SortStableFunc(bodies, func(a, b *catalog.Agency) int { return of[b][0] - of[a][0] })
	t := &table{caption: "时限最多的部门", head: []string{"部门", "时限", "有日期的", "日历"}}
	for _, a := range bodies[:min(len(bodies), calendarRows)] {
		ics := plain("")
		if of[a][1] > 0 {
			ics = link("ICS", "/data/calendars/"+a.ID+".ics", "")
		}
		t.row(link(a.Name, file(a), ""), deadlinesWith(strconv.Itoa(of[a][0]), "agency", a.Name), count(of[a][1]), ics)
	}
	return t
}

// calendarDocuments lists the newest papers that set deadlines.
func calendarDocuments(c *catalog.Catalog) *table {
	t := &table{caption: "最近写明时限的文件", head: []string{"文件", "成文日期", "时限", "最后到期"}}
	for _, d := range newest(c.Documents, len(c.Documents)) {
		last := ""
		for _, x := range d.Deadlines {
			last = max(last, x.Due())
		}
		if len(d.Deadlines) > 0 && len(t.rows) < calendarRows {
			t.row(documentLink(d), plain(date(d.Meta.Date)), deadlinesWith(strconv.Itoa(len(d.Deadlines)), "paper", d.ShortTitle), plain(date(last)))
		}
	}
	return t
}

// dueChips lead to what is due when, as of the reader's day.
func dueChips() []inline {
	return each(dueLinks, func(value string) inline { return deadlinesWith(value, "when", value) })
}
