package pages

import (
	"slices"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
)

// listRows is how many rows a table over the whole library may have, so that no page grows without end.
const listRows = 3000

// nearby is how many of the things that many papers share a page shows beside its own; a page
// for all of them is linked.
const nearby = 12

// near returns the members of list around x, at most nearby.
func near[T comparable](list []T, x T) []T {
	at := max(0, slices.Index(list, x)-nearby/2)
	at = max(0, min(at, len(list)-nearby))
	return list[at:min(len(list), at+nearby)]
}

// measureList is the list of all measures: of each paper what it orders, then its general clauses.
func measureList(c *catalog.Catalog) *page {
	p := newPage("measures/_index.md", "措施", "各文件的全部措施及其责任部门")
	n, general := 0, 0
	l := &cardList{List: list.List{Name: "measures"}, caption: "措施一览", date: "date", place: "region"}
	l.field("title", "措施", list.Title, "")
	l.field("paper", "文件", list.Line, list.Facet)
	l.field("number", "编号", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	l.field("state", "时效", "", list.State)
	l.field("text", "原文", list.Text, "")
	l.field("lead", "牵头或负责", list.Words, "")
	l.field("agency", "责任部门", "", list.Facet)
	l.field("role", "分工角色", "", list.Facet)
	l.field("division", "分工方式", "", list.Facet)
	l.field("kind", "类别", "", list.Facet)
	l.field("indicators", "指标", list.Words, list.Number)
	for _, d := range newest(c.Documents, len(c.Documents)) {
		actions, clauses := actionsOf(d.Measures)
		n, general = n+len(actions), general+len(clauses)
		for _, m := range slices.Concat(actions, clauses) {
			l.measure(m)
		}
	}
	p.say("共 %s。", measureCount(n, general))
	p.cards(l)
	return p
}

// measure adds m.
func (l *cardList) measure(m *catalog.Measure) {
	d, tasks := m.Document, allTasks(m)
	keys := dateKey("date", d.Meta.Date)
	keys["indicators"] = len(m.Indicators)
	var bodies, roles []string
	for _, t := range tasks {
		for _, x := range t.Members {
			kind, _ := x.Role.Kind()
			bodies, roles = once(bodies, x.Agency.Name), once(roles, kind.Name)
		}
	}
	name, kind := cut(m.Title, titleCharacters), "措施"
	title := add(link(name, file(m), ""), doubtful(m.Measure.Doubts))
	if m.General != "" {
		kind, title = "总体性条款", add(title, plain("（总体性条款）"))
	}
	words := map[string][]string{"agency": bodies, "role": roles}
	l.row(file(m), name, list.Item{Words: words, Keys: keys},
		title, plain(d.ShortTitle), plain(m.ID), plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))), plain(orUnknown(d.Days())), plain(cut(trimmed(d.Facts.Document.File, m.Text), textCharacters)),
		plain(membersIn(tasks, policy.Lead.Column()).text), plain(strings.Join(bodies, "、")), plain(strings.Join(roles, "、")),
		plain(division(m)), plain(kind), count(len(m.Indicators)))
}

// titleCharacters is how much of a clause stands for it in a list.
const titleCharacters = 48

// textCharacters is how much of a sentence stands on a card, which shows two lines of it.
const textCharacters = 120

// once adds word to words, if it is not among them.
func once(words []string, word string) []string {
	if slices.Contains(words, word) {
		return words
	}
	return append(words, word)
}

// indicatorList is the list of all numbers that papers set.
func indicatorList(c *catalog.Catalog) *page {
	p := newPage("indicators/_index.md", "指标", "各文件提出的目标值和规定的条件、门槛")
	p.say("共 %d 个指标。目标值是要达到的数，条件、门槛是据以判断的数；过去的成绩、序号和日期不计。", len(c.Indicators))
	if hasGoals(c) {
		p.para(add(plain("规划的指标表（基期值、目标值、属性）见"), link("主要指标对照", "/compare/goals.md", ""), plain("。")), "")
	}
	l := &cardList{List: list.List{Name: "indicators"}, caption: "指标一览", date: "date", place: "region"}
	l.field("title", "指标", list.Title, "")
	l.field("paper", "文件", list.Line, list.Facet)
	l.field("clause", "条款", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	l.field("quote", "原文", list.Text, "")
	l.field("value", "数值", list.Words, "")
	l.field("year", "适用年份", list.Words, list.Facet)
	l.field("kind", "类别", list.Words, list.Facet)
	by := map[*catalog.Document][]*catalog.Indicator{}
	for _, i := range c.Indicators {
		by[i.Document] = append(by[i.Document], i)
	}
	for _, d := range newest(c.Documents, len(c.Documents)) {
		for _, i := range by[d] {
			l.row(file(i), indicatorName(i), list.Item{Keys: dateKey("date", d.Meta.Date)},
				add(link(indicatorName(i), file(i), ""), doubtful(i.Indicator.Doubts)), plain(d.ShortTitle), plain(indicatorPlace(i).text),
				plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))), quoteWords(i), plain(i.Amount()), plain(year(i.Year)), plain(kindNames[i.Kind]))
		}
	}
	p.cards(l)
	return p
}
