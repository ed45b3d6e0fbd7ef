package pages

import (
	"net/url"
	"slices"
	"sort"
	"strconv"

	"zhengce/generator/catalog"
)

// How many entries the home page names of each kind; the lists have all.
const (
	homeDocuments = 8
	homeAgencies  = 16
	homeChips     = 40
	homeYear      = 3 // papers of a year

	homeComparisons = 9 // the overviews
)

// homePage says what the library holds and where to begin. Of the comparisons the first is
// their list.
func homePage(c *catalog.Catalog, compare []*page) *page {
	p := newPage("_index.md", "首页", "政策文件全文、措施、责任部门与指标")
	measures := 0
	for _, d := range c.Documents {
		measures += len(d.Measures)
	}
	p.set("documents", len(c.Documents))
	p.set("measures", measures)
	p.set("agencies", len(c.Agencies))
	p.set("indicators", len(c.Indicators))
	p.section("documents", "最近的文件")
	p.list(each(newest(c.Documents, homeDocuments), func(d *catalog.Document) inline {
		return add(documentLink(d), plain("　"+said("文号", d.Meta.Number)+"　"+said("日期", date(d.Meta.Date))))
	}), ".papers")
	p.section("years", "按年份")
	p.list(years(c), ".timeline")
	p.section("regions", "按地区")
	p.list(chips(c, "地区", func(d *catalog.Document) []string { return []string{orUnknown(d.Meta.Region)} }), ".chips")
	p.section("kinds", "按文种")
	p.list(chips(c, "文种", func(d *catalog.Document) []string { return []string{orUnknown(d.Meta.Kind)} }), ".chips")
	if subjects := chips(c, "", func(d *catalog.Document) []string { return d.Meta.Subject }); len(subjects) > 0 {
		p.section("subjects", "按主题")
		p.list(subjects, ".chips")
	}
	p.section("agencies", "任务最多的部门")
	p.list(each(busiest(c), func(a *catalog.Agency) inline {
		return add(link(a.Name, file(a), ""), plain("（"+strconv.Itoa(len(a.Tasks))+"项）"))
	}), ".chips")
	p.section("compare", "比较")
	p.list(each(compare[1:min(len(compare), homeComparisons)], func(x *page) inline { return link(x.title(), "/"+x.path, "") }), ".chips")
	return p
}

// said returns a value, or which value the paper does not say.
func said(name, value string) string {
	if value == "" {
		return name + unknown
	}
	return value
}

// newest returns the n papers of the latest date, that first; undated ones come last.
func newest(list []*catalog.Document, n int) []*catalog.Document {
	list = slices.Clone(list)
	sort.SliceStable(list, func(i, j int) bool { return list[i].Meta.Date > list[j].Meta.Date })
	return list[:min(len(list), n)]
}

// years lists the years in which papers were signed, the latest first, with the newest papers of
// each.
func years(c *catalog.Catalog) []inline {
	keys, by := group(c.Documents, func(d *catalog.Document) string {
		if len(d.Meta.Date) < 4 {
			return "" // the last in the order
		}
		return d.Meta.Date[:4] + "年"
	})
	slices.Reverse(keys)
	return each(keys, func(k string) inline {
		return add(chosen(said("日期", k), "成文日期", orUnknown(k)), plain(" "+strconv.Itoa(len(by[k]))+"份　"),
			join(each(newest(by[k], homeYear), short), "；"))
	})
}

// chips lists the values of a property with the number of papers that have it, the most frequent
// first. Column is that of the list of papers in which the value stands; without one the first
// papers are named.
func chips(c *catalog.Catalog, column string, values func(*catalog.Document) []string) []inline {
	by := map[string][]*catalog.Document{}
	var keys []string
	for _, d := range c.Documents {
		for _, v := range values(d) {
			if by[v] == nil {
				keys = append(keys, v)
			}
			by[v] = append(by[v], d)
		}
	}
	sort.Strings(keys)
	sort.SliceStable(keys, func(i, j int) bool { return len(by[keys[i]]) > len(by[keys[j]]) })
	return each(keys[:min(len(keys), homeChips)], func(k string) inline {
		if column == "" {
			return add(plain(k+"："), join(each(newest(by[k], homeYear), short), "；"))
		}
		return add(chosen(k, column, k), plain("（"+strconv.Itoa(len(by[k]))+"份）"))
	})
}

// chosen links to the list of papers with one value of a column chosen.
func chosen(text, column, value string) inline {
	return link(text, "/documents/index.html?"+url.QueryEscape(column)+"="+url.QueryEscape(value), "")
}

// busiest returns the agencies with the most tasks.
func busiest(c *catalog.Catalog) []*catalog.Agency {
	list := slices.Clone(c.Agencies)
	sort.SliceStable(list, func(i, j int) bool { return len(list[i].Tasks) > len(list[j].Tasks) })
	return list[:min(len(list), homeAgencies)]
}

// searchPage is the page of the full-text search, whose form and results stand in its layout.
func searchPage() *page {
	p := newPage("search.md", "检索", "全文检索：文件原文、措施、部门、指标")
	p.set("layout", "search")
	p.say("检索范围是本站全部页面的文字，逐字匹配，不遗漏。多个词用空格隔开，表示各词都要出现；全角与半角、字母大小写不作区分。")
	p.para(add(plain("也可以从各表查找："), join([]inline{
		link("政策文件", "/documents/_index.md", ""), link("措施", "/measures/_index.md", ""),
		link("责任部门", "/agencies/_index.md", ""), link("指标", "/indicators/_index.md", ""),
	}, "、"), plain("。")), "")
	return p
}
