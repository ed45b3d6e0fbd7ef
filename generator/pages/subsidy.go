package pages

import (
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
)

// subsidyList is the list of the promises of money, for those who may have it: how much, who qualifies, until when, and
// whom to ask.
func subsidyList(c *catalog.Catalog) *page {
	p := newPage("subsidies/_index.md", "奖补与条件", "文件写明给企业和个人的奖励、补助、补贴、贴息：多少钱、给谁、到何时、问哪个部门")
	p.set("menu", "奖补") // the head of the page has no room for more
	l := &cardList{List: list.List{Name: "subsidies"}, caption: "奖补一览", date: "date", place: "region"}
	l.field("title", "奖补", list.Title, "")
	l.field("sum", "金额", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	l.field("paper", "文件", list.Line, list.Facet)
	l.field("state", "文件时效", list.Line, list.State)
	l.field("text", "原文", list.Text, "")
	l.field("for", "对象", list.Words, "")
	l.field("conditions", "条件", list.Words, "")
	l.field("until", "期限", list.Words, "")
	l.field("ask", "咨询", list.Words, "")
	l.field("agency", "咨询部门", "", list.Facet)
	l.field("kind", "方式", "", list.Facet)
	l.field("field", "领域", "", list.Facet)
	by := map[*catalog.Document][]*catalog.Award{}
	for _, a := range c.Awards {
		by[a.Document] = append(by[a.Document], a)
	}
	for _, d := range newest(c.Documents, len(c.Documents)) {
		for _, a := range by[d] {
			l.award(a)
		}
	}
	if len(l.Items) > 0 {
		p.say("共 %d 项，出自 %d 份文件。金额、对象、条件都是文件原话；没有写明数额的奖补不在其列。能否申领，以文件是否有效和主管部门的答复为准。", len(l.Items), len(by))
	}
	p.cards(l)
	return p
}

// award adds a.
func (l *cardList) award(a *catalog.Award) {
	d := a.Document
	bodies, named := asked(a)
	text := a.Text()
	name := cut(text, titleCharacters)
	l.row(file(a), name, list.Item{Words: map[string][]string{"agency": bodies, "field": fieldsOf(a)}, Keys: dateKey("date", d.Meta.Date)},
		link(name, file(a), ""), plain(strings.Join(sums(a.Sums), "、")), plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))), plain(d.ShortTitle), plain(orUnknown(d.Days())),
		plain(cut(text, textCharacters)), plain(cut(a.For, textCharacters)), plain(strings.Join(conditions(a), "；")), plain(until(a)),
		plain(named), plain(strings.Join(bodies, "、")), plain(a.Award.Kind), plain(strings.Join(fieldsOf(a), "、")))
}

// asked returns the bodies that answer for an award, those that lead first, and names them with their roles; where the
// measure names none, who issued the paper.
func asked(a *catalog.Award) (bodies []string, named string) {
	tasks := a.Tasks()
	var all []string
	for _, k := range policy.Roles {
		for _, t := range tasks {
			for _, m := range t.Members {
				if m.Role == k.Role && len(once(bodies, m.Agency.Name)) > len(bodies) {
					bodies = append(bodies, m.Agency.Name)
					all = append(all, m.Agency.Name+"（"+k.Name+"）")
				}
			}
		}
	}
	if len(bodies) == 0 {
		if who := issuers(a.Document); who != "" {
			return issuerNames(a.Document), who + "（发文机关）"
		}
		return []string{}, ""
	}
	if len(all) > namedHolders {
		return bodies, strings.Join(all[:namedHolders], "、") + "等 " + strconv.Itoa(len(all)) + " 个部门"
	}
	return bodies, strings.Join(all, "、")
}

// fieldsOf returns what an award is about: what the bodies that answer for it are for, else the subjects of its paper.
func fieldsOf(a *catalog.Award) []string {
	var out []string
	for _, t := range a.Tasks() {
		for _, m := range t.Members {
			if f := m.Agency.Function; f != "" {
				out = once(out, f)
			}
		}
	}
	if len(out) == 0 {
		out = append(out, a.Document.Meta.Subject...)
	}
	if len(out) == 0 {
		return []string{list.Unknown}
	}
	return out
}

// until says how long an award is to be had: by its own deadlines, and as long as its paper holds.
func until(a *catalog.Award) string {
	var out []string
	for _, d := range a.Deadlines() {
		out = once(out, d.When())
	}
	if end := a.Document.Validity.Expires; end != "" {
		out = append(out, "文件有效期至"+date(end))
	}
	return strings.Join(out, "；")
}

// sums returns figures in words, each once.
func sums(list []*catalog.Indicator) (out []string) {
	for _, i := range list {
		out = once(out, i.Amount())
	}
	return out
}

// conditions returns the words of what has to be met, each once, but for those that say already who gets it.
func conditions(a *catalog.Award) (out []string) {
	for _, i := range a.Conditions {
		if !strings.Contains(a.For, i.Quote) {
			out = once(out, i.Quote)
		}
	}
	return out
}
