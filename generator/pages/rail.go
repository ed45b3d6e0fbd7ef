package pages

import (
	"cmp"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
)

// railEntries is how many things of each kind the rail beside a paper names; the page of what the paper orders has all.
const railEntries = 4

// A railItem is a line of the rail beside a paper. Those of one group follow each other.
type railItem struct {
	Rail  string `json:"rail"` // the group, as readers call it
	Text  string `json:"text"`
	To    string `json:"to"`              // a link destination
	Total int    `json:"total,omitempty"` // at the first line of a group: how many things it counts
}

// A railGroup is a group of the rail while it is put together.
type railGroup struct {
	name  string
	total int
	items []railItem
	rest  string // the heading in the page of what the paper orders under which all stand
}

// add adds a line. Text that has no room is cut.
func (g *railGroup) add(text, to string) {
	g.items = append(g.items, railItem{Text: cut(text, linkCharacters), To: to})
}

// rail returns what is beside the text of d, apart from its outline: who answers for it, what it sets and by when, what it
// is compared with, what it cites and what cites it.
func rail(d *catalog.Document) []railItem {
	own := "/measures/" + d.ID + "/_index.md"
	var out []railItem
	for _, g := range []railGroup{railAgencies(d), railIndicators(d), railDeadlines(d), railComparisons(d), railCitations(d), railCitedBy(d)} {
		for i, x := range g.items {
			if x.Rail = g.name; i == 0 {
				x.Total = g.total
			}
			out = append(out, x)
		}
		if g.rest != "" && g.total > len(g.items) {
			out = append(out, railItem{Rail: g.name, Text: "全部 " + strconv.Itoa(g.total) + " 项", To: own + "#" + g.rest})
		}
	}
	return out
}

func railAgencies(d *catalog.Document) railGroup {
	g := railGroup{name: "责任部门", total: len(d.Agencies), rest: "agencies"}
	for _, a := range d.Agencies[:min(len(d.Agencies), railEntries)] {
		g.add(a.Name, file(a))
	}
	return g
}

func railIndicators(d *catalog.Document) railGroup {
	g := railGroup{name: "指标", total: len(d.Indicators), rest: "indicators"}
	for _, i := range d.Indicators[:min(len(d.Indicators), railEntries)] {
		g.add(indicatorName(i)+" "+i.Amount(), file(i))
	}
	return g
}

// railDeadlines names the deadlines of d whose day is known first, in the order of their days.
func railDeadlines(d *catalog.Document) railGroup {
	g := railGroup{name: "时限", total: len(d.Deadlines), rest: "deadlines"}
	for _, x := range byDay(d.Deadlines)[:min(len(d.Deadlines), railEntries)] {
		g.add(x.When()+" "+x.Text(), "/"+x.Path()+".md")
	}
	return g
}

// byDay returns deadlines in the order of their last days, those without one last.
func byDay(list []*catalog.Deadline) []*catalog.Deadline {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *catalog.Deadline) int {
		if (a.Date == "") != (b.Date == "") {
			return -cmp.Compare(a.Date, b.Date)
		}
		return cmp.Compare(a.Date, b.Date)
	})
	return list
}

// railComparisons names the groups of papers to which d belongs, and the pages that set it beside one other of them.
func railComparisons(d *catalog.Document) railGroup {
	if d.FormOf != nil {
		d = d.FormOf
	}
	g := railGroup{name: "同源对照"}
	for _, x := range d.Cascades {
		g.add(cascadeName(x), "/compare/"+x.ID+".md")
		g.total += len(x.Members) - 1
		for _, c := range comparedWith(x, d) {
			other := c.A
			if other == d {
				other = c.B
			}
			g.add("与"+memberName(other, x)+"逐条对照", pairFile(x, c))
		}
	}
	return g
}

// comparedWith returns the first comparisons of d with another member of x that have pages, by their papers alone.
func comparedWith(x *catalog.Cascade, d *catalog.Document) []*catalog.Comparison {
	var out []*catalog.Comparison
	at := slices.Index(x.Members, d)
	for i, other := range x.Members {
		if i == at || len(x.Members) > eachWithEach && min(i, at) > 0 || len(out) == railEntries {
			continue
		}
		if i < at {
			out = append(out, &catalog.Comparison{A: other, B: d})
		} else {
			out = append(out, &catalog.Comparison{A: d, B: other})
		}
	}
	return out
}

func railCitations(d *catalog.Document) railGroup {
	g := railGroup{name: "引用", total: len(d.Citations), rest: "citations"}
	for _, c := range d.Citations[:min(len(d.Citations), railEntries)] {
		g.add(citationName(c), citationFile(c))
	}
	return g
}

func railCitedBy(d *catalog.Document) railGroup {
	g := railGroup{name: "被引", total: len(d.CitedBy), rest: "cited-by"}
	for _, x := range d.CitedBy[:min(len(d.CitedBy), railEntries)] {
		g.add(x.ShortTitle, file(x))
	}
	return g
}
