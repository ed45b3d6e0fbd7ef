package pages

import "zhengce/generator/catalog"

// library returns every page of the library.
func library(c *catalog.Catalog) []*page {
	compare := comparePages(c)
	papers, deadlines := documentList(c), deadlineList(c)
	out := []*page{papers, measureList(c), agencyList(c), indicatorList(c), deadlines, subsidyList(c)}
	for _, d := range c.All() {
		o := newOverlay(d)
		o.notes = notes(d, c.Problems)
		out = append(append(append(out, documentPages(d, o)...), documentMeasures(d)), goalPages(d)...)
		for _, m := range d.Measures {
			out = append(out, measurePage(m, o))
		}
		out = append(out, annexPages(d, o)...)
		out = append(out, indicatorPages(c, d, o)...)
	}
	for _, a := range c.Agencies {
		out = append(out, agencyPage(a), ledgerForm(a))
	}
	out = append(append(append(out, compare...), ruleBook(c)...), printPages(c)...)
	out = append(out, calendarPages(c, deadlines)...)
	out = append(append(out, qualityPages(c)...), dataPage(c), searchPage(), pairChoice(c, papers))
	out = append([]*page{homePage(c, out)}, out...)
	return append(out, shelves(out)...)
}
