package pages

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
)

// Whether the library holds a cited paper.
const (
	heldWord    = "已收录"
	missingWord = "未收录"
)

// citationPages are the list of the papers that those of the library cite, those that it lacks, and a page for each of these.
func citationPages(c *catalog.Catalog) []*page {
	p := newPage("compare/citations.md", "引用的文件", "各文件引用的文件，是否已收录")
	l := &cardList{List: list.List{Name: "citations"}, caption: "引用的文件", place: "held"}
	l.field("title", "文件名称", list.Title, "")
	l.field("number", "文号", list.Line, "")
	l.field("held", "是否收录", list.Line, list.Facet)
	l.field("by", "引用它的文件", list.Text, "")
	l.field("count", "被引", list.Words, list.Number)
	l.field("region", "引用者的地区", "", list.Facet)
	var out []*page
	for _, x := range mostCited(c.Citations) {
		if x.Held == nil {
			out = append(out, citationPage(x))
		}
		l.citation(x)
	}
	p.say("共 %d 份，按被引的文件数排列。", len(l.Items))
	p.cards(l)
	return append([]*page{p, compareMissing(c)}, out...)
}

// mostCited returns a list of cited papers by how many cite them.
func mostCited(all []*catalog.Citation) []*catalog.Citation {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b *catalog.Citation) int { return len(b.By) - len(a.By) })
	return all
}

// citation adds x.
func (l *cardList) citation(x *catalog.Citation) {
	held := missingWord
	if x.Held != nil {
		held = heldWord
	}
	var by, regions []string
	for _, b := range x.By {
		if len(by) < nearby {
			by = append(by, b.Document.ShortTitle)
		}
		regions = once(regions, orUnknown(b.Document.Meta.Region))
	}
	name, dest := citationName(x), citationFile(x)
	l.row(dest, name, list.Item{Words: map[string][]string{"region": regions}, Keys: map[string]int{"count": len(x.By)}}, link(name, dest, ""), plain(orUnknown(x.Number)), plain(held),
		plain("引用它的："+cut(strings.Join(by, "；"), textCharacters)), number0(len(x.By)), plain(strings.Join(regions, "、")))
}

// citationPage says of a cited paper that the library lacks what is known of it, and which papers cite it.
func citationPage(x *catalog.Citation) *page {
	p := newPage("compare/citations/"+x.ID+".md", citationName(x), "引用"+citationName(x)+"的文件")
	p.set("linkTitle", cut(citationName(x), 24))
	facts := []inline{plain("文号：" + orUnknown(x.Number)), plain("本库未收录这份文件")}
	if x.EndedBy != nil {
		facts = append(facts, add(plain("已由"), short(x.EndedBy.By), plain("废止")))
	}
	p.list(facts, "")
	p.section("by", "引用它的文件")
	cited := slices.Clone(x.By)
	slices.SortStableFunc(cited, func(a, b *catalog.CitedBy) int { return strings.Compare(b.Document.Meta.Date, a.Document.Meta.Date) })
	p.list(each(cited[:min(len(cited), comparedRows)], func(b *catalog.CitedBy) inline {
		return add(short(b.Document), plain("　"+orUnknown(b.Document.Meta.Region)+"　"+said("日期", date(b.Document.Meta.Date))))
	}), "")
	if len(cited) > comparedRows {
		p.para(add(plain("以上为最新的 "+strconv.Itoa(comparedRows)+" 份，共 "+strconv.Itoa(len(cited))+" 份，全部见"), link("citations.csv", "/data/citations.csv", ""), plain("。")), "")
	}
	p.para(add(plain("其他被引用的文件见"), link("引用的文件", "/compare/citations.md", ""), plain("。")), "")
	return p
}

// compareMissing lists the papers that are cited but not held, the most cited first: what an editor
// should look for next.
func compareMissing(c *catalog.Catalog) *page {
	p := newPage("compare/missing.md", "待收录引用清单", "被引用而尚未收录的文件，以及引用它们的文件")
	t := &table{name: "compare/missing", caption: "待收录引用清单", most: stackedRows, head: []string{"文件名称", "文号", "引用它的文件数", "引用它的文件"}}
	for _, x := range mostCited(c.Citations) {
		if x.Held == nil {
			by := some(each(x.By, func(by *catalog.CitedBy) inline { return short(by.Document) }), "；", "份")
			t.row(link(citationName(x), citationFile(x), ""), plain(orUnknown(x.Number)), number0(len(x.By)), by)
		}
	}
	p.para(add(plain("共 "+strconv.Itoa(len(t.rows))+" 份，按被引次数排列，也可在"), link("引用的文件", "/compare/citations.html?f.held="+url.QueryEscape(missingWord), ""), plain("中筛选。")), "")
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

// citationFile returns where a cited document is shown: its own page if the library holds it.
func citationFile(c *catalog.Citation) string {
	if c.Held != nil {
		return file(c.Held)
	}
	return "/compare/citations/" + c.ID + ".md"
}
