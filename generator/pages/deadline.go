package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A holder is a body for which a deadline holds, with its role in the task.
type holder struct {
	*catalog.Agency
	role policy.Role
}

// holders returns for each deadline the bodies in whose calendars it stands.
func holders(c *catalog.Catalog) map[*catalog.Deadline][]holder {
	of := map[*catalog.Deadline][]holder{}
	for _, a := range c.Agencies {
		for _, d := range a.Deadlines() {
			of[d.Deadline] = append(of[d.Deadline], holder{a, d.Role})
		}
	}
	for _, list := range of {
		slices.SortStableFunc(list, func(a, b holder) int { return cmp.Compare(rank(a.role), rank(b.role)) })
	}
	return of
}

// rank orders roles as the table of roles does.
func rank(r policy.Role) int {
	return slices.IndexFunc(policy.Roles, func(k policy.RoleKind) bool { return k.Role == r })
}

// deadlineList is the list of all deadlines: those with a day, the earliest first, then those without, by the dates of
// their papers.
func deadlineList(c *catalog.Catalog) *page {
	p := newPage("deadlines/_index.md", "时限", "各文件写明的完成时限，按日期列出任务和责任部门")
	l := &cardList{List: list.List{Name: "deadlines"}, caption: "时限一览", date: "due", place: "region"}
	l.field("title", "任务", list.Title, "")
	l.field("when", "时限", list.Line, list.Due)
	l.field("due", "到期日", "", list.Day)
	l.field("paper", "文件", list.Line, list.Facet)
	l.field("clause", "条款", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("kind", "类别", list.Line, list.Facet)
	l.field("text", "原文", "", "")
	l.field("who", "分工", list.Words, "")
	l.field("agency", "责任部门", "", list.Facet)
	l.field("role", "分工角色", "", list.Facet)
	l.field("state", "文件时效", "", list.State)
	of := holders(c)
	dated := 0
	for _, d := range deadlinesByDay(c) {
		if d.Day() != "" {
			dated++
		}
		l.deadline(d, of[d])
	}
	if len(l.Items) > 0 {
		p.say("共 %d 项时限，其中 %d 项有确定的日期，按到期先后排列；定期的按文件成文后的第一次到期日计，长期的和没有写明日期的排在最后。", len(l.Items), dated)
	}
	if len(l.Items) > 0 {
		p.list(dueChips(), ".chips")
	}
	if dated > 0 {
		p.para(add(plain("按年月、部门、文件查看："), link("时限日历", "/deadlines/calendar.md", ""), plain("。存入自己的日历："), link("下载日历（ICS）", "/data/calendars/all.ics", ""), plain("。")), "")
	}
	p.cards(l)
	return p
}

// deadlinesByDay returns all deadlines in the order of their list.
func deadlinesByDay(c *catalog.Catalog) []*catalog.Deadline {
	var out []*catalog.Deadline
	for _, d := range newest(c.Documents, len(c.Documents)) {
		out = append(out, d.Deadlines...)
	}
	slices.SortStableFunc(out, func(a, b *catalog.Deadline) int {
		x, y := a.Day(), b.Day()
		if x == "" || y == "" {
			return strings.Compare(y, x)
		}
		return strings.Compare(x, y)
	})
	return out
}

// deadlineCharacters is how much of a sentence is the title of its card: two lines on wide screens.
const deadlineCharacters = 80

// namedHolders is how many bodies a card names.
const namedHolders = 6

// deadline adds d, which holds for some bodies.
func (l *cardList) deadline(x *catalog.Deadline, bodies []holder) {
	d := x.Document
	var names, roles, named []string
	for i, b := range bodies {
		names, roles = append(names, b.Name), once(roles, b.role.Name())
		if i < namedHolders {
			named = append(named, b.Name+"（"+b.role.Name()+"）")
		}
	}
	who := strings.Join(named, "、")
	if len(bodies) > namedHolders {
		who += "等 " + strconv.Itoa(len(bodies)) + " 个部门"
	}
	text := deadlineText(x)
	name := cut(text, deadlineCharacters)
	l.row(file(x), name, list.Item{Words: map[string][]string{"agency": names, "role": roles}, Keys: dateKey("due", x.Day())},
		add(link(name, file(x), ""), doubtful(x.Doubts)), plain(x.When()), plain(date(x.Day())), plain(d.ShortTitle), deadlinePlace(x), plain(orUnknown(d.Meta.Region)),
		plain(x.Kind.Name()), plain(text), plain(who), plain(strings.Join(names, "、")), plain(strings.Join(roles, "、")), plain(orUnknown(d.Days())))
}

// deadlineText returns what is to be done: the words that x holds for, or the sentence with those of time.
func deadlineText(x *catalog.Deadline) string {
	f := x.Document.Facts.Document.File
	switch {
	case !x.Covers.Empty():
		return trimmed(f, x.Covers)
	case x.Row != nil:
		return x.Row.AnnexRow.Task
	}
	return trimmed(f, sentenceOf(x.Document, x.Span))
}

// trimmed returns words of f without white space and without the marks at which their sentence was parted.
func trimmed(f *source.File, s source.Span) string {
	return strings.TrimRight(strings.TrimLeft(f.Squeezed(s), "，、；：。,;"), "，、；：,;")
}

// deadlinePlace names where x stands in its paper.
func deadlinePlace(x *catalog.Deadline) inline {
	switch {
	case x.Row != nil:
		return plain(x.Row.Label())
	case x.Measure != nil:
		return plain(x.Measure.ID)
	}
	return plain("正文")
}
