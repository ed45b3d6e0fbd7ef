package pages

import (
	"net/url"
	"slices"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/source"
)

// qualityPages say what is certain about the library and what is not: an overview, and the lists of texts and doubts.
func qualityPages(c *catalog.Catalog) []*page {
	p := newPage("quality.md", "校核", "逐字核验结果、程序存疑之处和未载明的信息")
	p.section("texts", "逐字核验")
	p.say("每次构建时，程序把各文件网页上的文字与从原件读出的文字逐字比对（不计空白），有一字之差即停止发布；原件中每个字的去向另行登记，并用另一种方法重读原件来核对，没有着落的列为“未收录”。“未登记”的文件，格式尚不支持登记去向，只与读取的文字比对。")
	texts := textList(c)
	p.para(add(plain(textCounts(c)+"各文件应核字数和原件的摘要值见"), link(texts.title(), "/"+texts.path, ""), plain("。")), "")
	if t := lossTable(c); len(t.rows) > 0 {
		p.section("lost", "未收录的文字")
		p.say("程序重读原件时发现、而网页上没有的文字。")
		p.table(t)
	}
	shown := shownProblems(c)
	doubts := doubtList(c)
	p.section("problems", "存疑之处")
	if c.Public {
		p.para(add(plain("原文疑有笔误、缺损之处，共 "+strconv.Itoa(len(shown))+" 处，逐条见"), link(doubts.title(), "/"+doubts.path, ""), plain("。原文一律照录，不作更正，疑处已在文旁注明。")), "")
		p.table(problemKinds(c))
		return []*page{p, texts, doubts}
	}
	p.para(add(plain("程序读取原件时发现的疑点和说明，共 "+strconv.Itoa(len(shown))+" 处，逐条见"), link(doubts.title(), "/"+doubts.path, ""), plain("。原文一律照录，不作更正。")), "")
	p.table(problemKinds(c))
	p.section("missing", "未载明的信息")
	p.table(missingTable(c))
	p.section("unknown", "名录中没有的部门")
	p.table(unregistered(c))
	return []*page{p, texts, doubts}
}

// textCounts says how many characters were compared.
func textCounts(c *catalog.Catalog) string {
	files, chars, unknown := 0, 0, 0
	for _, d := range c.All() {
		for _, t := range d.Texts {
			files++
			chars += t.Chars
			if t.File.Account == nil {
				unknown++
			}
		}
	}
	text := "共 " + strconv.Itoa(files) + " 件、" + strconv.Itoa(chars) + " 字"
	if unknown > 0 {
		text += "，其中未登记去向的 " + strconv.Itoa(unknown) + " 件"
	}
	return text + "。"
}

// textList is the list of the files with how many of their characters are shown.
func textList(c *catalog.Catalog) *page {
	p := newPage("texts/_index.md", "逐字核验的文件", "各文件应核字数、原件字数和原件的摘要值")
	l := &cardList{List: list.List{Name: "texts"}, caption: "各文件字数", date: "date", place: "region"}
	l.field("title", "文件", list.Title, "")
	l.field("file", "原件", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	l.field("chars", "字数", list.Words, list.Number)
	l.field("noise", "其中页面残留", list.Words, "")
	l.field("original", "原件字数", list.Words, "")
	l.field("lost", "未收录", list.Words, list.Number)
	l.field("account", "去向", list.Words, list.Facet)
	l.field("encoding", "编码", list.Words, list.Facet)
	l.field("sha256", "SHA-256", list.Words, "")
	for _, d := range newest(c.All(), len(c.All())) {
		for _, t := range d.Texts {
			f, original, account := t.File, "", "未登记"
			if f.Account != nil {
				original, account = strconv.Itoa(f.Account.Characters()), "已登记"
			}
			keys := dateKey("date", d.Meta.Date)
			keys["chars"], keys["lost"] = t.Chars, f.Lost()
			words, dest := textPlace(d, t)
			l.row(dest, words, list.Item{Keys: keys}, link(words, dest, ""), plain(f.Name), plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))),
				plain(strconv.Itoa(t.Chars)), count(t.NoiseChars), plain(original), count(f.Lost()), plain(account), plain(f.Encoding), plain(f.SHA256))
		}
	}
	p.cards(l)
	return p
}

// lossTable lists the text of the files that stands on no page.
func lossTable(c *catalog.Catalog) *table {
	t := &table{name: "quality/lost", caption: "未收录的文字", most: stackedRows, filter: []int{1}, head: []string{"文件", "部分", "位置", "字数", "文字"}}
	for _, d := range c.All() {
		for _, text := range d.Texts {
			for _, l := range text.File.Losses {
				t.row(link(d.ShortTitle, lossPlace(d, text), ""), plain(l.Part), plain(strconv.Itoa(l.At)), count(source.Count(l.Text)), plain(shownText(l.Text)))
			}
		}
	}
	return t
}

// shownProblems returns the problems that the pages tell. Of a public site these are what its files have and its pages
// lack, and the slips of the papers, which stand beside their text; what an editor has still to look at is not for its readers.
func shownProblems(c *catalog.Catalog) source.ErrorList {
	if !c.Public {
		return c.Problems
	}
	return slices.DeleteFunc(slices.Clone(c.Problems), func(e *source.Error) bool { return e.Severity != source.Lost && !damage[e.Code] })
}

// problemKinds counts the problems of each kind, the gravest and then the most frequent first.
func problemKinds(c *catalog.Catalog) *table {
	t := &table{name: "quality/kinds", caption: "各类疑点和说明", head: []string{"轻重", "种类", "处数"}}
	for _, w := range []string{weightLost, weightSlip, weightFinding, weightReading} {
		var kinds []string
		n := map[string]int{}
		for _, e := range shownProblems(c) {
			if weight(e) == w {
				kinds = once(kinds, problemName(e))
				n[problemName(e)]++
			}
		}
		slices.SortStableFunc(kinds, func(a, b string) int { return n[b] - n[a] })
		for _, k := range kinds {
			t.row(plain(w), link(k, "/doubts/index.html?f.kind="+url.QueryEscape(k), ""), number0(n[k]))
		}
	}
	return t
}

// doubtList is the list of problems with the files and what was found in them.
func doubtList(c *catalog.Catalog) *page {
	p := newPage("doubts/_index.md", "存疑之处", "程序读取原件时发现的疑点和说明，可按轻重、种类、文件查找")
	p.para(add(plain("原文一律照录，不作更正。位置为原件的行和字。各类的数目见"), link("校核", "/quality.md", ""), plain("。")), "")
	l := &cardList{List: list.List{Name: "doubts"}, caption: "存疑之处", date: "date", place: "region"}
	l.field("title", "疑点", list.Title, "")
	l.field("paper", "文件", list.Line, list.Facet)
	l.field("clause", "条款", list.Line, "")
	l.field("at", "位置", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	l.field("weight", "轻重", list.Words, list.Facet)
	l.field("kind", "种类", "", list.Facet)
	l.field("quote", "所涉原文", "", "")
	of := map[string][]*source.Error{}
	for _, e := range shownProblems(c) {
		of[e.File] = append(of[e.File], e)
	}
	for _, d := range newest(c.All(), len(c.All())) {
		clauses := clausesOf(d)
		for _, text := range d.Texts {
			for _, e := range of[text.File.Name] {
				l.doubt(e, d, text, clauses)
			}
			delete(of, text.File.Name)
		}
	}
	for _, e := range shownProblems(c) {
		if of[e.File] != nil {
			l.doubt(e, nil, nil, nil)
		}
	}
	p.cards(l)
	return p
}

// doubt adds e, which is about a text of the paper d, whose clauses are given, or about a file that is none.
func (l *cardList) doubt(e *source.Error, d *catalog.Document, t *catalog.Text, clauses []clausePlace) {
	dest, paper, region, day, clause := "/quality.md#problems", e.File, "", "", ""
	if d != nil {
		_, dest = textPlace(d, t)
		paper, region, day = d.ShortTitle, d.Meta.Region, d.Meta.Date
		if c := clauseAt(d, clauses, e.Position); c != nil {
			clause, dest = c.label, c.dest
		}
		if e.Severity == source.Lost {
			clause, dest = "", lossPlace(d, t)
		}
	}
	name := problemName(e)
	if e.Quote != "" {
		name += "：" + e.Quote
	}
	l.row(dest, name, list.Item{Keys: dateKey("date", day)}, link(name, dest, ""), plain(paper), plain(clause), plain(position(e)),
		plain(orUnknown(region)), plain(orUnknown(date(day))), plain(weight(e)), plain(problemName(e)), plain(e.Quote))
}

// textPlace names the text of d that stands in a file of it, and says where.
func textPlace(d *catalog.Document, t *catalog.Text) (words, dest string) {
	if t.Place() == nil {
		return d.ShortTitle, file(d)
	}
	return d.ShortTitle + "　" + t.Place().Label(), file(d) + "#" + t.Anchor()
}

// lossPlace returns where the page of d tells what of the file of a text it lacks.
func lossPlace(d *catalog.Document, t *catalog.Text) string {
	if t.Place() == nil {
		return file(d) + "#lost"
	}
	return file(d) + "#" + t.Anchor() + "-lost"
}

// A clausePlace is a measure or a row of an annex with the place where it begins.
type clausePlace struct {
	start       int
	label, dest string
}

// clausesOf returns the measures and the rows of annexes of d in the order of its text.
func clausesOf(d *catalog.Document) []clausePlace {
	var all []clausePlace
	for _, m := range d.Measures {
		all = append(all, clausePlace{m.Span.Start, m.ID, file(d) + "#" + m.Anchor()})
	}
	for _, r := range d.Annex {
		all = append(all, clausePlace{r.Span.Start, r.Label(), file(d) + "#" + r.Anchor()})
	}
	slices.SortStableFunc(all, func(a, b clausePlace) int { return a.start - b.start })
	return all
}

// clauseAt returns the last of the clauses of d that begins before a place in the same file, or nil.
func clauseAt(d *catalog.Document, clauses []clausePlace, at source.Position) *clausePlace {
	f := d.Facts.Document.File
	if at.Line < 1 {
		return nil
	}
	behind := f.Offset(at) + 1
	n, _ := slices.BinarySearchFunc(clauses, behind, func(c clausePlace, at int) int { return c.start - at })
	if n == 0 || f.Position(clauses[n-1].start).File != at.File {
		return nil
	}
	return &clauses[n-1]
}

// missingTable lists what papers do not say about themselves, the newest first.
func missingTable(c *catalog.Catalog) *table {
	t := &table{name: "quality/missing", caption: "未载明的信息", most: stackedRows, head: []string{"文件", "标题", "发文字号", "发文机关", "成文日期"}}
	for _, d := range newest(c.Documents, len(c.Documents)) {
		m := d.Meta
		title := "载明"
		if m.TitleDerived || m.Title == "" {
			title = "据正文拟"
		}
		if title == "载明" && m.Number != "" && m.Issuer != "" && m.Date != "" {
			continue
		}
		t.row(short(d), plain(title), stated(m.Number), stated(m.Issuer), stated(m.Date))
	}
	return t
}

// stated says whether a paper says a value.
func stated(value string) inline {
	if value == "" {
		return plain(unknown)
	}
	return plain("载明")
}

// unregistered lists the agencies that the registry does not know.
func unregistered(c *catalog.Catalog) *table {
	t := &table{name: "quality/agencies", caption: "名录中没有的部门", most: stackedRows, head: []string{"部门", "文中写法", "文件"}}
	for _, a := range c.Agencies {
		if a.Known {
			continue
		}
		var written []string
		for _, n := range a.Names {
			written = append(written, n.Written...)
		}
		t.row(link(a.Name, file(a), ""), some(each(written, plain), "、", "种"), some(each(a.Documents, short), "；", "份"))
	}
	return t
}

// some joins the first of list, and says how many there are where that is not all.
func some(list []inline, separator, unit string) inline {
	out := join(list[:min(len(list), nearby)], separator)
	if len(list) > nearby {
		out = add(out, plain("等"+strconv.Itoa(len(list))+unit))
	}
	return out
}
