package pages

import (
	"sort"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A replacement is a paper that takes another's place, or one in the line of such papers.
type replacement struct {
	Page  string `json:"page"`
	Title string `json:"title"`
	From  string `json:"from,omitempty"` // since when, in words
	Cited string `json:"cited,omitempty"`
}

// A validityBox says in data from when and until when a paper holds.
type validityBox struct {
	Effective    string `json:"effective,omitempty"`
	Expires      string `json:"expires,omitempty"`
	RepealedBy   string `json:"repealedBy,omitempty"`
	RepealedFrom string `json:"repealedFrom,omitempty"`
	Anchor       string `json:"anchor,omitempty"` // of the clause
}

// validity sets what the page of d says of its validity: dates by its own clauses and the papers that take its place.
// What holds today is no part of it: the same papers give the same page on every day.
func (p *page) validity(d *catalog.Document) {
	v := &d.Validity
	box := validityBox{Effective: v.Effective, Expires: v.Expires}
	if by := d.RepealedBy(); by != nil {
		box.RepealedBy, box.RepealedFrom = by.By.ID, by.From()
		p.set("repealedBy", replacement{Page: file(by.By), Title: by.By.ShortTitle, From: date(by.From())})
	}
	for _, s := range []source.Span{v.From, v.Until} {
		if s.Empty() {
			continue
		}
		for _, m := range d.Measures {
			if m.Span.Contains(s) {
				box.Anchor = m.Anchor()
			}
		}
		break
	}
	p.set("validity", box)
	var line, grounds []replacement
	for _, x := range d.Line() {
		line = append(line, replacement{Page: file(x), Title: x.ShortTitle, From: date(x.Meta.Date)})
	}
	for _, c := range d.RepealedGrounds() {
		by := c.EndedBy.By
		grounds = append(grounds, replacement{Page: file(by), Title: by.ShortTitle, Cited: citationName(c)})
	}
	p.set("line", line)
	p.set("grounds", grounds)
}

// validityWords says from when and until when d holds, as its clauses do: 自2021年5月1日起施行，有效期5年，至2026年4月30日.
func validityWords(d *catalog.Document) string {
	v := &d.Validity
	var parts []string
	if d.Meta.Status != "" {
		parts = append(parts, d.Meta.Status)
	}
	var own []string
	switch {
	case v.Effective != "":
		own = append(own, "自"+date(v.Effective)+"起施行")
	case v.After != nil:
		own = append(own, d.Facts.Document.File.Squeezed(v.From))
	}
	if v.Term != nil {
		own = append(own, "有效期"+lengthWords(v.Term))
	}
	if v.Expires != "" {
		own = append(own, "至"+date(v.Expires))
	}
	if v.Trial {
		own = append(own, "试行")
	}
	if len(own) > 0 {
		parts = append(parts, strings.Join(own, "，"))
	}
	if by := d.RepealedBy(); by != nil {
		parts = append(parts, date(by.From())+"起由《"+by.By.ShortTitle+"》废止")
	}
	return strings.Join(parts, "；")
}

// dueTitle is the title of words of time: the day that they name, if they name one, and when that is.
func dueTitle(d *catalog.Deadline) linkTitle {
	day := d.Date
	if day == "" {
		day = "-"
	}
	return dueLink.title(day, d.Kind.Name()+"："+d.When())
}

// lengthWords writes a length: 5年, 18个月.
func lengthWords(l *policy.Length) string {
	out := ""
	for _, part := range []struct {
		n    int
		unit string
	}{{l.Years, "年"}, {l.Months, "个月"}, {l.Days, "日"}} {
		if part.n > 0 {
			out += strconv.Itoa(part.n) + part.unit
		}
	}
	return out
}

// dueMarks returns the words of time of the deadlines of d that no link holds or crosses; taken are the links, in order.
func dueMarks(d *catalog.Document, taken []finding) []finding {
	var out []finding
	for _, x := range d.Deadlines {
		i := sort.Search(len(taken), func(i int) bool { return taken[i].End > x.Span.Start })
		if i == len(taken) || !taken[i].Overlaps(x.Span) {
			out = append(out, finding{x.Span, "#", dueTitle(x)})
		}
	}
	return out
}

// deadlineTable lists deadlines in the order of their days, each with its sentence and the bodies that it holds for.
func deadlineTable(name string, list []*catalog.Deadline) *table {
	t := &table{name: name, caption: "时限及其原文", most: paperRows, head: []string{"时限", "条款", "事项", "责任部门"}}
	for _, x := range byDay(list) {
		who := plain("")
		if x.Task != nil {
			who = members([]*catalog.Task{x.Task})
		}
		t.row(plain(x.When()), deadlineLink(x), plain(x.Text()), who)
	}
	t.withoutEmpty()
	return t
}

// deadlineLink links to the page that shows the sentence of d.
func deadlineLink(d *catalog.Deadline) inline {
	switch {
	case d.Row != nil:
		return link(d.Row.Label(), file(d.Row), "")
	case d.Measure != nil:
		return link(d.Measure.ID, file(d.Measure), "")
	}
	return link("原文", file(d), "")
}
