package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
)

// comparisonPages are the pages of all groups of papers that are set side by side: the lists of the groups and of the pairs,
// then each group and each pair.
func comparisonPages(c *catalog.Catalog) []*page {
	groups := newPage("compare/cascades.md", "同源对照", "逐条对照的各组文件，可按关系、地区、年份查找")
	groups.say("贯彻同一上位文件的、先后替代的、正文相同的文件归为一组，逐条对照。")
	g := &cardList{List: list.List{Name: "cascades"}, caption: "逐条对照的各组文件", date: "date", place: "kinship"}
	g.field("title", "同源对照", list.Title, "")
	g.field("kinship", "关系", list.Line, list.Facet)
	g.field("date", "最新成文日期", list.Line, list.Date)
	g.field("papers", "文件", list.Text, "")
	g.field("members", "文件数", list.Words, list.Number)
	g.field("rows", "对照的任务", list.Words, list.Number)
	g.field("region", "地区", "", list.Facet)
	pairs := newPage("compare/pairs.md", "两两对照", "已逐条对照的各对文件，可按文件、地区、年份查找")
	pairs.para(add(plain("同源文件两两对照的结果。未列出的可用"), link("任选两份文件对照", "/compare/pair.md", ""), plain("。")), "")
	l := &cardList{List: list.List{Name: "pairs"}, caption: "两两对照的文件", date: "date", place: "group"}
	l.field("title", "对照", list.Title, "")
	l.field("group", "同源组", list.Line, list.Facet)
	l.field("date", "后者成文日期", list.Line, list.Date)
	l.field("papers", "甲、乙文件", list.Text, "")
	for _, n := range comparisonCounts(catalog.ComparisonCount{}) {
		l.field(n.name, n.label, list.Words, list.Number)
	}
	l.field("paper", "文件", "", list.Facet)
	l.field("region", "地区", "", list.Facet)
	var parts []*page
	for _, x := range c.Cascades {
		g.cascade(x)
		all := x.Comparisons()
		shown := all
		if len(x.Members) > eachWithEach {
			shown = all[:len(x.Members)-1]
		}
		parts = append(parts, cascadePage(x, all, len(shown)))
		for _, two := range shown {
			parts = append(parts, pairPage(x, two))
			l.comparison(x, two)
		}
	}
	g.newestFirst()
	groups.cards(g)
	l.newestFirst()
	pairs.cards(l)
	return append([]*page{groups, pairs}, parts...)
}

// cascade adds x.
func (l *cardList) cascade(x *catalog.Cascade) {
	var regions, titles []string
	newest := ""
	for _, d := range x.Members {
		regions, newest = once(regions, orUnknown(d.Meta.Region)), max(newest, d.Meta.Date)
		if len(titles) < nearby {
			titles = append(titles, d.ShortTitle)
		}
	}
	keys := dateKey("date", newest)
	keys["members"], keys["rows"] = len(x.Members), len(x.Rows)
	name, dest := cascadeName(x), "/compare/"+x.ID+".md"
	l.row(dest, name, list.Item{Words: map[string][]string{"region": regions}, Keys: keys}, link(name, dest, ""), plain(kinshipNames[x.Kinship]), plain(orUnknown(date(newest))),
		plain(cut(strings.Join(titles, "；"), textCharacters)), number0(len(x.Members)), number0(len(x.Rows)), plain(strings.Join(regions, "、")))
}

// kinshipNames name in a word why papers are set side by side.
var kinshipNames = map[catalog.Kinship]string{catalog.OneParent: "上位文件相同", catalog.Editions: "前后版本", catalog.OneText: "正文相同"}

// A comparisonCount is a number that a comparison gives, with what it is called.
type comparisonCount struct {
	name, label string
	n           int
}

// comparisonCounts are the numbers of a comparison that its card shows.
func comparisonCounts(n catalog.ComparisonCount) []comparisonCount {
	return []comparisonCount{{"identical", "一致", n.Identical}, {"reworded", "改写", n.Reworded}, {"partial", "部分", n.Partial}, {"onlya", onlyFirst + "（仅甲有）", n.OnlyA},
		{"onlyb", onlySecond + "（仅乙有）", n.OnlyB}, {"lead", "牵头不同", n.LeadDiffers}}
}

// comparison adds the two papers of x that c compares.
func (l *cardList) comparison(x *catalog.Cascade, c *catalog.Comparison) {
	later := max(c.A.Meta.Date, c.B.Meta.Date)
	keys := dateKey("date", later)
	papers := once([]string{c.A.ShortTitle}, c.B.ShortTitle)
	regions := once([]string{orUnknown(c.A.Meta.Region)}, orUnknown(c.B.Meta.Region))
	name, dest := memberName(c.A, x)+"与"+memberName(c.B, x), pairFile(x, c)
	cells := []inline{link(name, dest, ""), plain(cascadeName(x)), plain(orUnknown(date(later))), plain("甲：" + c.A.ShortTitle + "；乙：" + c.B.ShortTitle)}
	for _, n := range comparisonCounts(c.Count()) {
		keys[n.name] = n.n
		cells = append(cells, plain(strconv.Itoa(n.n)))
	}
	l.row(dest, name, list.Item{Words: map[string][]string{"paper": papers, "region": regions}, Keys: keys}, append(cells, plain(strings.Join(papers, "；")), plain(strings.Join(regions, "、")))...)
}

// newestFirst puts the things of l in the order of their dates, the newest first and those without last.
func (l *cardList) newestFirst() {
	order := all(len(l.Items))
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(l.Items[b].Keys[l.date], l.Items[a].Keys[l.date]) })
	items, rows := l.Items, l.rows
	l.Items, l.rows = nil, nil
	for _, i := range order {
		l.Items, l.rows = append(l.Items, items[i]), append(l.rows, rows[i])
	}
}
