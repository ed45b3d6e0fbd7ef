package pages

import (
	"net/url"
	"slices"
	"sort"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
)

// How many entries the home page names of each kind, however large the library; the lists have all.
const (
	homeDocuments = 6
	homeValues    = 12 // of a property
)

// homePage says what the library holds and where each of its readers begins. It leads to overviews that are
// among the pages.
func homePage(c *catalog.Catalog, pages []*page) *page {
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
	if len(c.Documents) == 0 {
		p.para(add(plain("还没有收录文件。把公文原件放进 seeds 文件夹，再建一次网站，就会出现在这里，做法见"), link("帮助", "/help.md", ""), plain("。")), ".none")
	}
	p.list(each(newest(c.Documents, homeDocuments), func(d *catalog.Document) inline {
		return add(documentLink(d), plain(" "+said("文号", d.Meta.Number)+"　"+said("日期", date(d.Meta.Date))))
	}), ".papers")
	p.section("doors", "从这里开始")
	p.list(doors(pages), ".doors")
	subject := func(d *catalog.Document) []string { return d.Meta.Subject }
	if slices.ContainsFunc(c.Documents, func(d *catalog.Document) bool { return len(subject(d)) > 0 }) {
		p.values("subjects", "按主题", frequent(c, "subject", subject))
	}
	p.values("regions", "按地区", frequent(c, "region", func(d *catalog.Document) []string { return []string{orUnknown(d.Meta.Region)} }))
	p.values("kinds", "按文种", frequent(c, "kind", func(d *catalog.Document) []string { return []string{orUnknown(d.Meta.Kind)} }))
	p.values("years", "按年份", years(c))
	p.values("agencies", "按责任部门", busiest(c))
	return p
}

// doors lists where each of the three readers of the site begins: who looks for policy, who has tasks, who studies.
// What the library does not have is no door.
func doors(pages []*page) []inline {
	held := map[string]bool{}
	for _, p := range pages {
		held[p.path] = true
	}
	var out []inline
	for _, door := range [][][2]string{
		{{"我要查政策", "search.md"}, {"全文检索", "search.md"}, {"政策文件", "documents/_index.md"}, {"奖补与条件", "subsidies/_index.md"}, {"措施", "measures/_index.md"}},
		{{"我是部门", "agencies/_index.md"}, {"责任部门和台账", "agencies/_index.md"}, {"完成时限", "deadlines/_index.md"}, {"职能对照", "compare/functions.md"}},
		{{"我做研究", "compare/_index.md"}, {"比较", "compare/_index.md"}, {"指标", "indicators/_index.md"}, {"数据下载", "data/_index.md"}},
	} {
		var ways []inline
		for _, way := range door[1:] {
			if held[way[1]] {
				ways = append(ways, link(way[0], "/"+way[1], ""))
			}
		}
		out = append(out, add(link(door[0][0], "/"+door[0][1], ""), plain(" "), join(ways, "、")))
	}
	return out
}

// values writes the values of a property, the first of them all with a way to the rest.
func (p *page) values(id, title string, values []inline) {
	if len(values) > 0 {
		p.section(id, title)
		p.list(values, ".values")
	}
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

// years lists the years in which papers were signed, the latest first.
func years(c *catalog.Catalog) []inline {
	keys, by := group(c.Documents, func(d *catalog.Document) string {
		if len(d.Meta.Date) < 4 {
			return "" // the last in the order
		}
		return d.Meta.Date[:4] + "年"
	})
	slices.Reverse(keys)
	return bounded(keys, "个年份", "/documents/_index.md", func(k string) inline {
		return add(chosen(said("日期", k), "date", orUnknown(strings.TrimSuffix(k, "年"))), plain(" "+strconv.Itoa(len(by[k]))+"份"))
	})
}

// frequent lists the values of a property of papers with how many have each, the most frequent first. Field is that
// of the list of papers by which they are chosen.
func frequent(c *catalog.Catalog, field string, values func(*catalog.Document) []string) []inline {
	n := map[string]int{}
	var keys []string
	for _, d := range c.Documents {
		for _, v := range values(d) {
			if n[v]++; n[v] == 1 {
				keys = append(keys, v)
			}
		}
	}
	sort.Strings(keys)
	sort.SliceStable(keys, func(i, j int) bool { return n[keys[i]] > n[keys[j]] })
	return bounded(keys, "项", "/documents/_index.md", func(k string) inline {
		return add(chosen(k, field, k), plain(" "+strconv.Itoa(n[k])+"份"))
	})
}

// bounded shows the first of a list and, where it has more, leads to a page with all.
func bounded[T any](list []T, counted, all string, show func(T) inline) []inline {
	out := each(list[:min(len(list), homeValues)], show)
	if len(list) > homeValues {
		out = append(out, link("全部 "+strconv.Itoa(len(list))+" "+counted, all, ""))
	}
	return out
}

// chosen links to the list of papers with one value of a field chosen.
func chosen(text, field, value string) inline {
	return link(text, "/documents/index.html?f."+field+"="+url.QueryEscape(value), "")
}

// busiest lists the agencies with the most tasks.
func busiest(c *catalog.Catalog) []inline {
	list := slices.Clone(c.Agencies)
	sort.SliceStable(list, func(i, j int) bool { return len(list[i].Tasks) > len(list[j].Tasks) })
	return bounded(list, "个部门", "/agencies/_index.md", func(a *catalog.Agency) inline {
		return add(link(a.Name, file(a), ""), plain(" "+strconv.Itoa(len(a.Tasks))+"项"))
	})
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
	p.say("检索范围是文件原文、措施、附件分工各行、责任部门、指标和本站的说明页，先逐字匹配，不遗漏；没有原样出现的，再拆成词、换查近义词，另列在后并写明。全角与半角、字母大小写、〇与零不作区分。")
	p.list(each(searchHelp, plain), "")
	p.para(add(plain("也可以从各表查找："), join([]inline{
		link("政策文件", "/documents/_index.md", ""), link("措施", "/measures/_index.md", ""),
		link("责任部门", "/agencies/_index.md", ""), link("指标", "/indicators/_index.md", ""), link("时限", "/deadlines/_index.md", ""),
		link("奖补与条件", "/subsidies/_index.md", ""),
	}, "、"), plain("。")), "")
	return p
}
