package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// volumeBytes is about how long the Markdown of a volume may be, some hundred pages of A4, so that its page is no heavier
// than others; a paper that is longer has a volume of its own.
const volumeBytes = 190_000

// findingBytes is about what a finding takes in a volume: its link in the text, and its place in the index.
const findingBytes = 150

// A volumePaper is a paper of a volume. Its text is a page that only the volume shows.
type volumePaper struct {
	Key   string `json:"key"` // stands before its ids: "d3"
	Title string `json:"title"`
	Page  string `json:"page"` // of the library, which says where the text is from
	Text  string `json:"text"`
	Leads bool   `json:"leads,omitempty"` // the text begins with the title
}

// A volume is a part of the compendium: papers of the library in their order, for paper.
type volume struct {
	no, of   int
	docs     []*catalog.Document
	keys     map[*catalog.Document]string
	problems source.ErrorList // of the library
}

// volumes deals the papers out, in their order.
func volumes(c *catalog.Catalog) []*volume {
	var out []*volume
	room := 0
	for _, d := range c.Documents {
		n := printSize(d)
		if n > room {
			out = append(out, &volume{no: len(out) + 1, keys: map[*catalog.Document]string{}, problems: c.Problems})
			room = volumeBytes
		}
		room -= n
		v := out[len(out)-1]
		v.docs = append(v.docs, d)
		v.keys[d] = "d" + strconv.Itoa(len(v.docs))
	}
	for _, v := range out {
		v.of = len(out)
	}
	return out
}

// printSize returns about how many bytes of Markdown d takes in a volume.
func printSize(d *catalog.Document) int {
	n := findingBytes * (len(d.Indicators) + len(d.Citations))
	for _, t := range d.Texts {
		n += len(t.File.Text)
	}
	for _, t := range tasks(d) {
		n += findingBytes * len(t.Members)
	}
	return n
}

// printPages are the compendium: a list of its volumes, the volumes, and the text of each paper in them.
func printPages(c *catalog.Catalog) []*page {
	index := newPage("print/_index.md", "汇编", "收录的文件合订成册，供打印")
	index.say("收录的文件依次合订，每册约一百页，有封面、目录、部门索引和指标索引。打开后用浏览器打印，即按公文版式印出。")
	l := &cardList{List: list.List{Name: "print"}, caption: "汇编各册", place: "region"}
	l.field("title", "册", list.Title, "")
	l.field("papers", "文件数", list.Line, list.Number)
	l.field("years", "年份", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("text", "所收文件", list.Text, "")
	l.field("paper", "文件", "", list.Facet)
	l.field("kind", "文种", "", list.Facet)
	out := []*page{index}
	for _, v := range volumes(c) {
		p, texts := v.pages()
		l.volume(v, p)
		out = append(append(out, p), texts...)
	}
	index.cards(l)
	return out
}

// volume adds v, whose page is p.
func (l *cardList) volume(v *volume, p *page) {
	var titles, regions, kinds []string
	for _, d := range v.docs {
		titles = append(titles, d.ShortTitle)
		regions, kinds = once(regions, orUnknown(d.Meta.Region)), once(kinds, orUnknown(d.Meta.Kind))
	}
	item := list.Item{Words: map[string][]string{"paper": titles, "region": regions, "kind": kinds}, Keys: map[string]int{"papers": len(titles)}}
	l.row("/"+p.path, p.title(), item, link(p.title(), "/"+p.path, ""), plain(strconv.Itoa(len(titles))+"份文件"), plain(orUnknown(v.years())), plain(strings.Join(regions, "、")),
		plain(cut(strings.Join(titles, "、"), textCharacters)), plain(strings.Join(titles, "、")), plain(strings.Join(kinds, "、")))
}

// pages returns the volume with the texts of its papers.
func (v *volume) pages() (*page, []*page) {
	title := "政策文件汇编"
	if v.of > 1 {
		title += "（第" + strconv.Itoa(v.no) + "册）"
	}
	p := newPage(fmt.Sprintf("print/%d.md", v.no), title, fmt.Sprintf("%d份文件，%s", len(v.docs), orUnknown(v.years())))
	p.set("name", "政策文件汇编")
	if v.of > 1 {
		p.set("volume", "第"+strconv.Itoa(v.no)+"册")
	}
	p.set("years", v.years())
	var papers []volumePaper
	var contents []outlineItem
	var texts []*page
	for _, d := range v.docs {
		text, outline := v.paper(d)
		texts = append(texts, text)
		papers = append(papers, volumePaper{v.keys[d], d.Title, file(d), "/" + text.path, leads(d)})
		contents = append(contents, outlineItem{v.keys[d], 1, d.Title})
		for _, item := range outline {
			if item.Level == 1 {
				contents = append(contents, outlineItem{item.ID, 2, item.Text})
			}
		}
	}
	p.set("papers", papers)
	p.agencyIndex(v)
	contents = append(contents, outlineItem{"index", 1, "责任部门索引"})
	if p.targetIndex(v) {
		contents = append(contents, outlineItem{"targets", 1, "指标索引"})
	}
	p.set("contents", contents)
	return p, texts
}

// years returns the years that the papers are from.
func (v *volume) years() string {
	var years []string
	for _, d := range v.docs {
		if len(d.Meta.Date) >= 4 {
			years = append(years, d.Meta.Date[:4])
		}
	}
	if len(years) == 0 {
		return ""
	}
	first, last := slices.Min(years), slices.Max(years)
	if first == last {
		return first + "年"
	}
	return first + "—" + last + "年"
}

// paper returns the text of d for the volume, a page without an address of its own, and its outline.
func (v *volume) paper(d *catalog.Document) (*page, []outlineItem) {
	p := newPage(fmt.Sprintf("print/%d/%s.md", v.no, d.ID), d.Title, "《"+d.Title+"》")
	p.set("build", map[string]string{"render": "never", "list": "never"})
	w := newWriter(d, v.overlay(d))
	w.page, w.prefix = p, v.keys[d]+"-"
	w.room = printCharacters
	w.body(d.Texts[0].Document.Blocks)
	for _, t := range d.Annexes() {
		w.printedAnnex(t)
	}
	return p, w.outline
}

// overlay links what was found in d to the volume's own indexes and papers.
func (v *volume) overlay(d *catalog.Document) *overlay {
	var found []finding
	for _, t := range tasks(d) {
		for _, m := range t.Members {
			found = append(found, finding{m.Span, "#agency-" + m.Agency.ID, ""})
		}
	}
	for _, i := range d.Indicators {
		found = append(found, finding{figure(d.Document.File, i), "#indicator-" + i.ID, ""})
	}
	for _, c := range d.Citations {
		if key := v.keys[c.Held]; key != "" && c.Held != d {
			for _, s := range citedIn(c, d).Mentions {
				found = append(found, finding{s, "#" + key, ""})
			}
		}
	}
	found = disjoint(append(found, announcements(d, v.keys[d]+"-")...))
	for _, r := range rowLinks(d, found) {
		id := v.keys[d] + "-" + r.title.words()
		found = append(found, finding{r.Span, "#" + id, idLink.title(id)})
	}
	o := layOver(d.Document.File, found)
	o.notes = notes(d, v.problems)
	return o
}

// agencyIndex lists the agencies of the volume by letter, each with the places of its tasks.
func (p *page) agencyIndex(v *volume) {
	places := map[*catalog.Agency][]inline{}
	var agencies []*catalog.Agency
	for _, d := range v.docs {
		seen := map[string]bool{}
		for _, t := range tasks(d) {
			for _, m := range t.Members {
				if places[m.Agency] == nil {
					agencies = append(agencies, m.Agency)
				}
				if at := v.place(t.Document, t.Measure, t.Row); !seen[m.Agency.ID+at.md] {
					seen[m.Agency.ID+at.md] = true
					places[m.Agency] = append(places[m.Agency], at)
				}
			}
		}
	}
	p.heading(1, plain("责任部门索引"), "")
	letters, by := group(agencies, func(a *catalog.Agency) string { return a.Initial })
	for _, l := range letters {
		slices.SortStableFunc(by[l], func(a, b *catalog.Agency) int { return strings.Compare(a.Pinyin+a.ID, b.Pinyin+b.ID) })
		p.para(plain(orUnknown(l)), ".letter")
		p.list(each(by[l], func(a *catalog.Agency) inline {
			return add(link(a.Name, file(a), idLink.title("agency-"+a.ID)), plain("　"), join(places[a], "、"))
		}), ".agencies")
	}
}

// targetIndex lists the numbers that the volume's papers set, and says whether there are any.
func (p *page) targetIndex(v *volume) bool {
	var lines []inline
	for _, kind := range []policy.Kind{policy.Target, policy.Threshold} {
		for _, d := range v.docs {
			for _, i := range d.Indicators {
				if i.Kind == kind {
					lines = append(lines, add(link(indicatorName(i)+" "+i.Amount(), file(i), idLink.title("indicator-"+i.ID)), plain("　"), v.place(d, i.Measure, i.Row)))
				}
			}
		}
	}
	if len(lines) == 0 {
		return false
	}
	p.heading(1, plain("指标索引"), `id="targets"`)
	p.list(lines, ".targets")
	return true
}

// place links to a measure or annex row of a paper, or to the paper. Printed, the number of its page
// takes the place of the words.
func (v *volume) place(d *catalog.Document, m *catalog.Measure, r *catalog.AnnexRow) inline {
	key := v.keys[d]
	switch {
	case m != nil:
		return link(m.ID, "#"+key+"-"+m.Anchor(), "")
	case r != nil:
		return link(r.Label(), "#"+key+"-"+r.Anchor(), "")
	}
	return link("正文", "#"+key, "")
}
