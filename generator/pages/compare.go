package pages

import (
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// comparePages are the comparisons over the library: their list, the overviews, then a page for
// each two papers, quantity and so on. Only those are made that have something to compare.
func comparePages(c *catalog.Catalog) []*page {
	index := newPage("compare/_index.md", "比较", "文件、部门、指标和分工方案的比较表")
	overviews := []*page{compareDocuments(c), compareAgencies(c), compareTargets(c), compareCitations(c)}
	index.say("以下各表由程序据原文逐条生成，可下载为电子表格。")
	index.list(each(overviews, func(p *page) inline {
		return add(link(p.title(), "/"+p.path, ""), plain("："+p.description()))
	}), "")
	var parts []*page
	for _, x := range c.Cascades {
		parts = append(parts, cascadePages(x)...)
	}
	for _, x := range c.Series {
		parts = append(parts, driftPage(x))
	}
	if len(c.Cascades) > 0 {
		index.section("cascades", "同源对照")
		index.table(cascadeList(c))
	}
	return append(append([]*page{index}, overviews...), parts...)
}

// cascadeList lists the groups of papers that carry out one parent.
func cascadeList(c *catalog.Catalog) *table {
	t := &table{name: "compare/cascades", caption: "贯彻同一文件的各组文件", head: []string{"同源对照", "文件数", "文件"}}
	for _, x := range c.Cascades[:min(len(c.Cascades), listRows)] {
		t.row(link(cascadeName(x), "/compare/"+x.ID+".md", ""), number0(len(x.Members)), join(each(x.Members[:min(len(x.Members), nearby)], short), "；"))
	}
	return t
}

// title returns the page's title.
func (p *page) title() string { return p.front[0].value.(string) }

// description returns what the page's description says.
func (p *page) description() string { return p.front[1].value.(string) }

// compareDocuments sets the papers side by side.
func compareDocuments(c *catalog.Catalog) *page {
	p := newPage("compare/documents.md", "文件对照", "各文件的基本信息、篇幅、措施、分工和指标")
	t := &table{name: "compare/documents", caption: "文件对照", filter: []int{3, 4},
		head: []string{"文件", "成文日期", "地区", "文种", "字数", "措施", "分工组", "附件任务", "部门", "目标值", "条件、门槛", "引用", "被引"}}
	for _, d := range c.Documents {
		targets := 0
		for _, i := range d.Indicators {
			if i.Kind == policy.Target {
				targets++
			}
		}
		t.row(short(d), plain(orUnknown(date(d.Meta.Date))), plain(orUnknown(d.Meta.Region)), plain(orUnknown(d.Meta.Kind)),
			count(d.Chars-d.NoiseChars), count(len(d.Measures)), count(d.Assignments), count(len(d.Annex)), count(len(d.Agencies)),
			count(targets), count(len(d.Indicators)-targets), count(len(d.Citations)), count(len(d.CitedBy)))
	}
	p.say("字数不计空白和页面残留。分工组指原文中一组责任部门，附件分工表的每一行也计一组。")
	p.table(t)
	return p
}

// matrixDocuments is how many papers a matrix has room for. The newest are shown; the data
// files hold all.
const matrixDocuments = 12

// compareAgencies is the matrix of agencies and papers.
func compareAgencies(c *catalog.Catalog) *page {
	p := newPage("compare/agencies.md", "部门与文件", "各部门在每份文件中牵头、配合的任务数")
	var docs []*catalog.Document
	for _, d := range c.Documents {
		if len(d.Agencies) > 0 {
			docs = append(docs, d)
		}
	}
	p.say("单元格依次为：牵、独（单独负责）、共（未分主次）、配，后为任务数。没有写明责任部门的文件不列。")
	if n := len(docs) - matrixDocuments; n > 0 {
		docs = docs[n:]
		p.say("本表列出排在最后的 %d 份文件；全部数据见数据页。", len(docs))
	}
	t := &table{name: "compare/agencies", caption: "部门与文件", filter: []int{2}, head: []string{"部门", "地区"}}
	for _, d := range docs {
		t.head = append(t.head, d.ShortTitle)
	}
	for _, a := range c.Agencies {
		cells := []inline{link(a.Name, file(a), ""), plain(orUnknown(a.Region))}
		shown := false
		for _, d := range docs {
			text := roleCounts(a, d)
			shown = shown || text != ""
			cells = append(cells, plain(text))
		}
		if shown {
			t.row(cells...)
		}
	}
	p.table(t)
	return p
}

// roleCounts counts the tasks of a in d by role: 牵3 配2.
func roleCounts(a *catalog.Agency, d *catalog.Document) string {
	n := map[policy.Role]int{}
	for _, t := range a.Tasks {
		if t.Document == d {
			n[t.Role]++
		}
	}
	var parts []string
	for _, role := range roleOrder {
		if n[role] > 0 {
			parts = append(parts, roleMarks[role]+strconv.Itoa(n[role]))
		}
	}
	return strings.Join(parts, " ")
}

// compareTargets sets the quantities side by side that several papers promise, and all targets
// by the year to which they apply.
func compareTargets(c *catalog.Catalog) *page {
	p := newPage("compare/targets.md", "指标沿革", "多份文件都提出的同一指标，以及各文件的目标值按年份排列")
	p.section("series", "多份文件提出的同一指标")
	if len(c.Series) == 0 {
		p.para(plain("收录的文件中没有两份提出同一指标。"), ".none")
	} else {
		p.table(driftList(c))
	}
	p.section("years", "各文件的目标值")
	p.table(targetsByYear(c))
	return p
}

// targetsByYear lists the targets that name a year, the first listRows of them.
func targetsByYear(c *catalog.Catalog) *table {
	var list []*catalog.Indicator
	for _, i := range c.Indicators {
		if i.Kind == policy.Target && i.Year != 0 && len(list) < listRows {
			list = append(list, i)
		}
	}
	slices.SortStableFunc(list, func(a, b *catalog.Indicator) int { return a.Year - b.Year })
	t := &table{name: "compare/targets", caption: "目标值，按适用年份排列", filter: []int{1, 2, 5}, head: []string{"适用年份", "地区", "指标", "数值", "文件", "条款"}}
	for _, i := range list {
		t.row(plain(year(i.Year)), plain(orUnknown(i.Document.Meta.Region)), link(indicatorName(i), file(i), ""), plain(value(i)), short(i.Document), indicatorPlace(i))
	}
	return t
}

// seriesID is the anchor of s on the page of all series.
func seriesID(s *catalog.Series) string { return "series-" + s.ID }

// seriesTable lists promises of one quantity.
func seriesTable(members []*catalog.Indicator, name string) *table {
	t := &table{name: name, caption: "指标沿革", head: []string{"文件", "成文日期", "数值", "适用年份", "类别", "条款", "原文"}}
	for _, i := range members {
		t.row(short(i.Document), plain(orUnknown(date(i.Document.Meta.Date))), link(value(i), file(i), ""), plain(year(i.Year)),
			plain(kindNames[i.Kind]), indicatorPlace(i), plain(i.Quote))
	}
	return t
}

// compareCitations lists the papers that those of the library cite.
func compareCitations(c *catalog.Catalog) *page {
	p := newPage("compare/citations.md", "引用的文件", "各文件引用的文件，是否已收录")
	t := &table{name: "compare/citations", caption: "引用的文件", filter: []int{3}, head: []string{"文件名称", "文号", "是否收录", "引用它的文件"}}
	for _, x := range c.Citations {
		name := link(citationName(x), "#"+x.ID, "id "+x.ID)
		held := plain("未收录")
		if x.Held != nil {
			held = add(plain("已收录："), short(x.Held))
		}
		t.row(name, plain(orUnknown(x.Number)), held, join(each(x.By, func(by *catalog.CitedBy) inline { return short(by.Document) }), "；"))
	}
	p.table(t)
	return p
}

// citationName names a cited paper by its title or, where it is cited by number alone, by that.
func citationName(c *catalog.Citation) string {
	if c.Title == "" {
		return c.Number
	}
	return "《" + c.Title + "》"
}
