package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/list"
	"zhengce/generator/say"
)

// A cardList is a list of the whole library, however long: its page shows the first cards and the script any others.
// Its rows are those of a table, which is kept as CSV; each of its columns is a field.
type cardList struct {
	list.List
	caption string
	date    string // the field by whose year pages for those without scripts are made, or none
	place   string // the field by which their cards stand together
	rows    [][]inline
}

// field adds a field.
func (l *cardList) field(name, label string, place list.Place, use list.Use) {
	l.Fields = append(l.Fields, list.Field{Name: name, Label: label, Place: place, Use: use})
}

// row adds a thing whose page or place is dest, with its cells. That of the title begins with a link of these words to it.
func (l *cardList) row(dest, words string, item list.Item, cells ...inline) {
	item.Href, item.Link = addressOf(dest), words
	for _, c := range cells {
		item.Cells = append(item.Cells, c.text)
	}
	l.Items = append(l.Items, item)
	l.rows = append(l.rows, cells)
}

// addressOf returns the address under the site of a link destination, as Hugo does.
func addressOf(dest string) string {
	path, anchor, _ := strings.Cut(strings.TrimPrefix(dest, "/"), "#")
	path = strings.TrimSuffix(path, ".md")
	if strings.HasSuffix(path, "_index") {
		path = strings.TrimSuffix(path, "_index") + "index"
	}
	if path += ".html"; anchor != "" {
		path += "#" + anchor
	}
	return path
}

// cards writes the first cards of l and makes its page keep it.
func (p *page) cards(l *cardList) {
	if len(l.Items) == 0 {
		p.para(plain("（暂无。）"), ".none")
		return
	}
	l.Settle()
	p.lists = append(p.lists, l)
	p.body.WriteString(l.markdown(all(min(list.Shown, len(l.Items))), ""))
}

// all returns the numbers below n.
func all(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// markdown returns the cards of some things of l as a table. Shelf, if it is not empty, is the year of the
// page without scripts on which they stand.
func (l *cardList) markdown(items []int, shelf string) string {
	var b strings.Builder
	var shown []int
	var head []inline
	for i, f := range l.Fields {
		if f.Place != "" {
			shown = append(shown, i)
			head = append(head, plain(f.Label))
		}
	}
	writeRow(&b, head)
	b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	for _, n := range items {
		cells := make([]inline, len(shown))
		for i, column := range shown {
			cells[i] = l.rows[n][column]
			again := l.Fields[column].Place == list.Text && cells[i].text == l.Items[n].Link
			if cells[i].text == list.Unknown || again {
				cells[i] = plain("")
			}
		}
		writeRow(&b, cells)
	}
	b.WriteString("{caption=" + quoteAttr(l.caption) + " data-list=" + quoteAttr(l.Name))
	fmt.Fprintf(&b, " data-total=\"%d\"", len(l.Items))
	b.WriteString(" data-fields=" + quoteAttr(l.Spec()))
	switch {
	case shelf != "":
		b.WriteString(" data-shelf=" + quoteAttr(shelf))
	case len(l.Items) > list.Shown:
		b.WriteString(" data-all=" + quoteAttr("/"+shelfPath(l.Name)+"/_index.md"))
	}
	b.WriteString("}\n\n")
	return b.String()
}

// table returns all of l, for spreadsheet programs.
func (l *cardList) table() *table {
	t := &table{name: l.Name, caption: l.caption, rows: l.rows}
	for _, f := range l.Fields {
		t.head = append(t.head, f.Label)
	}
	return t
}

// shelfPath is the folder of the pages on which l stands for those without scripts.
func shelfPath(name string) string { return "lists/" + name }

// shelves returns the pages that show all lists of the library without scripts, fifty things on each.
func shelves(library []*page) (out []*page) {
	var links []inline
	for _, p := range library {
		for _, l := range p.lists {
			pages := l.Pages(l.date, l.place)
			if pages == nil {
				continue
			}
			links = append(links, link(l.caption, "/"+shelfPath(l.Name)+"/_index.md", ""))
			out = append(out, l.shelves(p, pages)...)
		}
	}
	if out == nil {
		return nil
	}
	p := newPage("lists/_index.md", "全部条目", "各列表的全部条目，分页列出")
	p.say("每页至多 %d 条，每条各出现一次。", list.Shelf)
	p.list(links, "")
	return append(out, p)
}

// shelves returns the pages of l and one for each year that leads to them.
func (l *cardList) shelves(of *page, pages []list.Page) (out []*page) {
	folder := shelfPath(l.Name)
	top := newPage(folder+"/_index.md", l.caption, l.caption+"的全部条目，分页列出")
	top.para(add(plain("筛选、排序见"), link(l.caption, "/"+of.path, ""), plain("。")), "")
	var year *page
	var links []inline
	end := func() {
		if year != nil {
			year.list(links, "")
		}
	}
	for _, g := range pages {
		if g.N == 1 {
			end()
			year, links = newPage(folder+"/"+g.Year+"/_index.md", l.shelfYear(g.Year), l.caption+"："+l.shelfYear(g.Year)), nil
			out = append(out, year)
			top.body.WriteString("- " + link(l.shelfYear(g.Year), "/"+year.path, "").md + "\n")
		}
		title := l.shelfYear(g.Year) + "，第 " + strconv.Itoa(g.N) + " 页"
		p := newPage(folder+"/"+g.Year+"/"+strconv.Itoa(g.N)+".md", title, l.caption+"："+title)
		p.body.WriteString(l.markdown(g.Items, g.Year))
		links = append(links, add(link("第 "+strconv.Itoa(g.N)+" 页", "/"+p.path, ""), plain("："+l.placesOf(g.Items))))
		out = append(out, p)
	}
	end()
	return append(out, top)
}

// shelfYear names a year.
func (l *cardList) shelfYear(year string) string {
	switch {
	case l.date == "":
		return "全部"
	case year == "none":
		return "年份未载明"
	}
	return year + "年"
}

// placesOf names, each once, what the items are ordered by.
func (l *cardList) placesOf(items []int) string {
	at := slices.IndexFunc(l.Fields, func(f list.Field) bool { return f.Name == l.place })
	var names []string
	for _, i := range items {
		if name := l.Items[i].Cells[at]; !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if n := len(names); n > shelfNames {
		return strings.Join(names[:shelfNames], "、") + "等"
	}
	return strings.Join(names, "、")
}

// shelfNames is how many of what a page is ordered by its link names.
const shelfNames = 6

// dateKey returns the number by which a date such as 2015-07-20 is sorted, under the name of its field.
func dateKey(name, iso string) map[string]int {
	var y, m, d int
	if n, _ := fmt.Sscanf(iso, "%d-%d-%d", &y, &m, &d); n == 0 {
		return map[string]int{}
	}
	return map[string]int{name: y*10000 + m*100 + d}
}

// write writes a list as a CSV file, and the files from which the script of the site shows any part of it, into fs, the folder of
// the site.
func (l *cardList) write(fs afero.Fs) error {
	if err := l.table().write(fs); err != nil {
		return err
	}
	if err := l.Write(fs); err != nil {
		return say.Errorf("table %s: %w", l.Name, err)
	}
	return nil
}
