package pages

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
)

// comparePages are the comparisons over the library: their list, the overviews, then a page for
// each two papers, quantity and so on. Only those are made that have something to compare.
func comparePages(c *catalog.Catalog) []*page {
	index := newPage("compare/_index.md", "比较", "文件、部门、指标和分工方案的比较表")
	networks, functions, citations := networkPages(c), functionPages(c), citationPages(c)
	overviews := []*page{compareDocuments(c), timelinePage(c), compareAgencies(c), functions[0], networks[0], compareTargets(c), compareLineage(c), citations[1], citations[0]}
	if hasGoals(c) {
		overviews = append(overviews, compareGoals(c))
	}
	index.say("以下各表由程序据原文逐条生成，可下载为电子表格。")
	index.list(each(overviews, func(p *page) inline {
		return add(link(p.title(), "/"+p.path, ""), plain("："+p.description()))
	}), "")
	index.para(add(plain("另可"), link("任选两份文件对照", "/compare/pair.md", ""), plain("。")), "")
	parts := slices.Concat(networks[1:], functions[1:], citations[2:])
	for _, x := range c.Series {
		parts = append(parts, driftPage(x))
	}
	if len(c.Cascades) > 0 {
		comparisons := comparisonPages(c)
		index.section("cascades", "同源对照")
		index.list(each(c.Cascades[:min(len(c.Cascades), nearby)], func(x *catalog.Cascade) inline {
			return add(link(cascadeName(x), "/compare/"+x.ID+".md", ""), plain("（"+strconv.Itoa(len(x.Members))+" 份）"))
		}), "")
		index.para(add(plain("全部 "+strconv.Itoa(len(c.Cascades))+" 组见"), link(comparisons[0].title(), "/"+comparisons[0].path, ""), plain("，各对文件见"),
			link(comparisons[1].title(), "/"+comparisons[1].path, ""), plain("。")), "")
		parts = append(parts, comparisons...)
	}
	return append(append([]*page{index}, overviews...), parts...)
}

// title returns the page's title.
func (p *page) title() string { return p.front[0].value.(string) }

// description returns what the page's description says.
func (p *page) description() string { return p.front[1].value.(string) }

// compareDocuments sets the papers side by side by their numbers.
func compareDocuments(c *catalog.Catalog) *page {
	p := newPage("compare/documents.md", "文件对照", "各文件的篇幅、措施、部门、指标和引用")
	if n := len(c.Documents); n > stackedRows {
		p.para(add(plain("下表为最新的 "+strconv.Itoa(stackedRows)+" 份，全部 "+strconv.Itoa(n)+" 份见"), link("政策文件", "/documents/_index.md", ""), plain("。")), "")
	}
	p.say("字数不计空白和页面残留；措施不计总体性条款。")
	p.para(add(plain("要逐条比较任意两份文件，请用"), link("任选两份文件对照", "/compare/pair.md", ""), plain("。")), "")
	docs := newest(c.Documents, stackedRows)
	t := &table{name: "compare/documents", caption: "文件对照", filter: []int{3}}
	for _, d := range docs {
		t.row(short(d))
	}
	t.head = []string{"文件"}
	for _, column := range documentColumns {
		if len(t.head) < mostColumns && slices.ContainsFunc(docs, func(d *catalog.Document) bool { return !slices.Contains([]string{"0", unknown}, column.of(d)) }) {
			t.head = append(t.head, column.head)
			for i, d := range docs {
				t.rows[i] = append(t.rows[i], plain(column.of(d)))
			}
		}
	}
	p.table(t)
	return p
}

// mostColumns is how many columns a table for comparing has.
const mostColumns = 8

// documentColumns are what papers are compared by, the first that not all lack.
var documentColumns = []struct {
	head string
	of   func(*catalog.Document) string
}{
	{"成文日期", func(d *catalog.Document) string { return orUnknown(date(d.Meta.Date)) }},
	{"地区", func(d *catalog.Document) string { return orUnknown(d.Meta.Region) }},
	{"字数", func(d *catalog.Document) string { return strconv.Itoa(d.Chars - d.NoiseChars) }},
	{"措施", func(d *catalog.Document) string { return strconv.Itoa(len(d.Measures) - d.General()) }},
	{"部门", func(d *catalog.Document) string { return strconv.Itoa(len(d.Agencies)) }},
	{"目标值", func(d *catalog.Document) string { return strconv.Itoa(targets(d)) }},
	{"条件、门槛", func(d *catalog.Document) string { return strconv.Itoa(len(d.Indicators) - targets(d)) }},
	{"引用", func(d *catalog.Document) string { return strconv.Itoa(len(d.Citations)) }},
	{"被引", func(d *catalog.Document) string { return strconv.Itoa(len(d.CitedBy)) }},
	{"附件任务", func(d *catalog.Document) string { return strconv.Itoa(len(d.Annex)) }},
}

// targets counts the targets of d.
func targets(d *catalog.Document) (n int) {
	for _, i := range d.Indicators {
		if i.Kind == policy.Target {
			n++
		}
	}
	return n
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
	p.say("单元格依次为：%s，后为任务数；颜色越深任务越多，点开为该部门在该文件中的任务。没有写明责任部门的文件不列。", markNames(c.Roles))
	if n := len(docs) - matrixDocuments; n > 0 {
		docs = docs[n:]
		p.para(add(plain("本表列出排在最后的 "+strconv.Itoa(len(docs))+" 份文件；全部数据见"), link("assignments.csv", "/data/assignments.csv", ""), plain("。")), "")
	}
	column := map[*catalog.Document]int{}
	t := &table{name: "compare/agencies", caption: "部门与文件", most: comparedRows, filter: []int{2}, head: []string{"部门", "地区"}}
	for i, d := range docs {
		column[d] = i
		t.head = append(t.head, d.ShortTitle)
	}
	most := 0
	counts := map[*catalog.Agency][]policy.RoleCount{}
	for _, a := range c.Agencies {
		for _, x := range a.Tasks {
			i, ok := column[x.Document]
			if !ok {
				continue
			}
			if counts[a] == nil {
				counts[a] = make([]policy.RoleCount, len(docs))
			}
			if counts[a][i] == nil {
				counts[a][i] = policy.RoleCount{}
			}
			counts[a][i][x.Role]++
			most = max(most, total(counts[a][i]))
		}
	}
	for _, a := range c.Agencies {
		if counts[a] == nil || len(t.rows) == listRows {
			continue
		}
		cells := []inline{link(a.Name, file(a), ""), plain(orUnknown(a.Region))}
		placed := placedIn(a)
		for i, n := range counts[a] {
			cell := inline{}
			if all := total(n); all > 0 {
				to := file(a)
				if placed[docs[i]] {
					to += "#d-" + docs[i].ID
				}
				cell = link(roleMarks(n), to, heatLink.title(strconv.Itoa(heat(all, most))))
			}
			cells = append(cells, cell)
		}
		t.row(cells...)
	}
	p.table(t)
	return p
}

// roleMarks writes counts with the marks of the roles: 牵3 配2.
func roleMarks(n policy.RoleCount) string {
	var parts []string
	for _, k := range n.Kinds() {
		parts = append(parts, k.Mark+strconv.Itoa(n[k.Role]))
	}
	return strings.Join(parts, " ")
}

// markNames explains the marks of the roles that occur: 「牵（牵头）、独（单独负责）」.
func markNames(n policy.RoleCount) string {
	var parts []string
	for _, k := range n.Kinds() {
		parts = append(parts, k.Mark+"（"+k.Name+"）")
	}
	return strings.Join(parts, "、")
}

// total returns how many tasks n counts.
func total(n policy.RoleCount) int {
	all := 0
	for _, k := range n {
		all += k
	}
	return all
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
	t := targetsByYear(c)
	if len(t.rows) == stackedRows {
		p.para(add(plain("下表为适用年份最晚的 "+strconv.Itoa(stackedRows)+" 项，全部见"), link("目标值", "/indicators/index.html?f.kind="+url.QueryEscape(kindNames[policy.Target]), ""), plain("。")), "")
	}
	p.table(t)
	return p
}

// comparedRows is how many rows a table for comparing has; a list has all, with a filter.
const comparedRows = 100

// stackedRows is how many rows it has if they stand one below the other on a telephone: as many as a page of a list.
const stackedRows = list.Shelf

// targetsByYear lists the targets that name a year, those of the latest years.
func targetsByYear(c *catalog.Catalog) *table {
	var all []*catalog.Indicator
	for _, i := range c.Indicators {
		if i.Kind == policy.Target && i.Year != 0 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(a, b *catalog.Indicator) int { return a.Year - b.Year })
	all = all[max(0, len(all)-stackedRows):]
	t := &table{name: "compare/targets", caption: "目标值，按适用年份排列", filter: []int{1, 2, 5}, head: []string{"适用年份", "地区", "指标", "数值", "文件", "条款"}}
	for _, i := range all {
		t.row(plain(year(i.Year)), plain(orUnknown(i.Document.Meta.Region)), link(indicatorName(i), file(i), ""), plain(i.Amount()), short(i.Document), indicatorPlace(i))
	}
	return t
}

// seriesID is the anchor of s on the page of all series.
func seriesID(s *catalog.Series) string { return "series-" + s.ID }

// seriesTable lists promises of one quantity.
func seriesTable(members []*catalog.Indicator, name string) *table {
	t := &table{name: name, caption: "指标沿革", most: comparedRows, head: []string{"文件", "成文日期", "数值", "适用年份", "类别", "条款", "原文"}}
	for _, i := range members {
		t.row(short(i.Document), plain(orUnknown(date(i.Document.Meta.Date))), link(i.Amount(), file(i), ""), plain(year(i.Year)),
			plain(kindNames[i.Kind]), indicatorPlace(i), quoteWords(i))
	}
	return t
}
