package pages

import (
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"

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
	measures, general := 0, 0
	for _, d := range c.Documents {
		measures += len(d.Measures) - d.General()
		general += d.General()
	}
	p.set("documents", len(c.Documents))
	p.set("measures", measures)
	p.set("general", general)
	p.set("agencies", len(c.Agencies))
	p.set("indicators", len(c.Indicators))
	p.section("documents", "最近的文件")
	p.list(each(newest(c.Documents, homeDocuments), func(d *catalog.Document) inline {
		return add(documentLink(d), plain("　"+said("文号", d.Meta.Number)+"　"+said("日期", date(d.Meta.Date))))
	}), ".papers")
	p.section("years", "按年份")
	p.list(years(c), ".timeline")
	p.section("regions", "按地区")
	p.list(chips(c, "region", func(d *catalog.Document) []string { return []string{orUnknown(d.Meta.Region)} }), ".chips")
	p.section("kinds", "按文种")
	p.list(chips(c, "kind", func(d *catalog.Document) []string { return []string{orUnknown(d.Meta.Kind)} }), ".chips")
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
		return add(chosen(said("日期", k), "date", orUnknown(strings.TrimSuffix(k, "年"))), plain(" "+strconv.Itoa(len(by[k]))+"份　"),
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

// chosen links to the list of papers with one value of a field chosen.
func chosen(text, field, value string) inline {
	return link(text, "/documents/index.html?f."+field+"="+url.QueryEscape(value), "")
}

// busiest returns the agencies with the most tasks.
func busiest(c *catalog.Catalog) []*catalog.Agency {
	list := slices.Clone(c.Agencies)
	sort.SliceStable(list, func(i, j int) bool { return len(list[i].Tasks) > len(list[j].Tasks) })
	return list[:min(len(list), homeAgencies)]
}

// searchHelp says how queries are written.
var searchHelp = []string{
	"多个词用空格隔开，各词要同在一条之内；也可改为同在一个文件之内。",
	"“或”放在两词之间，含有其一即可：财政厅 或 商务厅。",
	"词前加减号，不要含有它的：财政厅 -商务厅。",
	"半角引号之内照字面查找，可含空格，不作换写：\"发改委\"。",
	"部门可用简称或拼音首字母：发改委、省发改委、工信厅、czt；查找时用了哪些写法会写明。",
	"文号的括号任意：豫政[2015]42号；年份可用汉字或阿拉伯数字：二〇一五年、2015年。",
	"在任何一页按“/”或 Ctrl+K，可直达部门、文件。",
}

// searchPage is the page of the full-text search, whose form and results stand in its layout.
func searchPage() *page {
	p := newPage("search.md", "检索", "全文检索：文件原文、措施、部门、指标")
	p.set("layout", "search")
	p.say("检索范围是文件原文、措施、附件分工各行、责任部门、指标和本站的说明页，逐字匹配，不遗漏。全角与半角、字母大小写、〇与零不作区分。")
	p.list(each(searchHelp, plain), "")
	p.para(add(plain("也可以从各表查找："), join([]inline{
		link("政策文件", "/documents/_index.md", ""), link("措施", "/measures/_index.md", ""),
		link("责任部门", "/agencies/_index.md", ""), link("指标", "/indicators/_index.md", ""), link("时限", "/deadlines/_index.md", ""),
	}, "、"), plain("。")), "")
	return p
}
