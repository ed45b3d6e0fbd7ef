package pages

import (
	"path"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/source"
)

// indicatorPages shows the numbers that d sets.
func indicatorPages(c *catalog.Catalog, d *catalog.Document, o *overlay) []*page {
	var out []*page
	for n, i := range d.Indicators {
		p := indicatorPage(c, i, o)
		if n > 0 {
			p.set("prev", file(d.Indicators[n-1]))
		}
		if n+1 < len(d.Indicators) {
			p.set("next", file(d.Indicators[n+1]))
		}
		out = append(out, p)
	}
	return out
}

// indicatorPage shows one number with the sentence that sets it.
func indicatorPage(c *catalog.Catalog, i *catalog.Indicator, o *overlay) *page {
	d := i.Document
	p := newPage(i.Path()+".md", indicatorName(i)+" "+i.Amount(), d.ShortTitle+"："+cut(i.Quote, descriptionCharacters))
	p.set("linkTitle", cut(indicatorName(i), 20))
	p.set("indicator", i.ID)
	p.set("paper", file(d))
	_, anchor := indicatorAt(i)
	p.set("anchor", anchor)
	p.quote([]inline{o.text(sentenceOf(d, i.Span))})
	p.doubts(i.Indicator.Doubts)
	p.section("record", "记录")
	t := &table{caption: "指标记录", head: []string{"项目", "内容"}}
	t.row(plain("对象"), plain(orUnknown(i.Subject)))
	t.row(plain("数值"), plain(i.Amount()))
	t.row(plain("类别"), plain(kindNames[i.Kind]))
	t.row(plain("适用年份"), plain(year(i.Year)))
	if i.BaseYear != 0 {
		t.row(plain("基期"), plain(year(i.BaseYear)))
	}
	if i.Base != nil {
		t.row(plain("基期值"), plain(baseOf(i.Base)))
	}
	if i.Cell != nil && i.Cell.Nature != "" {
		t.row(plain("属性"), plain(i.Cell.Nature))
	}
	t.row(plain("条款"), indicatorPlace(i))
	p.table(t)
	p.table(grounds(c, i))
	if i.Anchor != "" {
		p.para(add(plain("见"), link("原文表格", file(d)+"#"+i.Anchor, ""), plain("；全表见"), link("主要指标", goalsFile(d), ""), plain("。")), "")
	}
	if i.Series != nil {
		p.section("series", "同一指标在各文件中")
		p.say("归为同一指标的理由：%s", orUnknown(i.Series.Why))
		p.table(seriesTable(near(i.Series.Members, i), ""))
		p.para(add(plain("全部见"), link("指标沿革："+i.Series.Name, driftFile(i.Series), ""), plain("。")), "")
	}
	for n, s := range i.Across[:min(len(i.Across), nearby)] {
		p.section("across-"+strconv.Itoa(n+1), "同源文件中的同一指标")
		p.say("%s", s.Why)
		p.table(seriesTable(near(s.Members, i), ""))
		p.para(add(plain("全部见"), link(cascadeName(s.Across), "/compare/"+s.Across.ID+".md", ""), plain("。")), "")
	}
	return p
}

// grounds says by which words and rules i was found, and where; it is closed at first.
func grounds(c *catalog.Catalog, i *catalog.Indicator) *table {
	f := i.Document.Document.File
	t := &table{caption: "识别依据", fold: "识别依据和原文位置", head: []string{"项目", "依据"}}
	t.row(plain("原文"), add(plain("“"), quoteWords(i), plain("”")))
	if !i.YearBasis.Empty() {
		t.row(plain("年份依据"), plain("“"+f.Squeezed(i.YearBasis)+"”"))
	}
	for _, by := range []struct{ question, rule string }{{"认定依据", i.Rule}, {"类别依据", i.KindRule}, {"限定依据", i.CmpRule}, {"年份规则", i.YearRule}, {"名称依据", i.SubjectRule}} {
		if r, ok := c.Rules.Rule(by.rule); ok {
			t.row(plain(by.question), ruleLink(r.Says, r.Name))
		}
	}
	t.row(plain("原文位置"), plain(place(f, i.Span)))
	return t
}

// sentenceOf returns the sentences of d that s stands in, at most its paragraph.
func sentenceOf(d *catalog.Document, s source.Span) source.Span {
	text := d.Document.File.Text
	out := s
	for _, b := range own(d, s) {
		out = source.Span{Start: min(out.Start, b.Start), End: max(out.End, b.End)}
		if b.Table != nil {
			return s
		}
	}
	if i := strings.LastIndex(text[out.Start:s.Start], "。"); i >= 0 {
		out.Start += i + len("。")
	}
	if i := strings.Index(text[s.End:out.End], "。"); i >= 0 {
		out.End = s.End + i + len("。")
	}
	return d.Document.File.Trim(out)
}

// place says where a span stands in the seed, or in which file of an annex.
func place(f *source.File, s source.Span) string {
	at := f.Position(s.Start)
	name := ""
	if at.File != f.Name {
		name = path.Base(at.File) + " "
	}
	return name + "第" + strconv.Itoa(at.Line) + "行第" + strconv.Itoa(at.Column) + "字"
}

// indicatorName is what i counts, or its words where that is not known.
func indicatorName(i *catalog.Indicator) string {
	if i.Subject != "" {
		return i.Subject
	}
	return i.Quote
}

// indicatorPlace links to the sentence of i in its paper.
func indicatorPlace(i *catalog.Indicator) inline {
	label, anchor := indicatorAt(i)
	if anchor == "" {
		return link(label, file(i.Document), "")
	}
	return link(label, file(i.Document)+"#"+anchor, "")
}

// indicatorAt names the place of the sentence of i in its paper, and says where it begins, if it is not the text as a whole.
func indicatorAt(i *catalog.Indicator) (label, anchor string) {
	switch {
	case i.Measure != nil:
		return i.Measure.ID, i.Measure.Anchor()
	case i.Row != nil:
		return i.Row.Label(), i.Row.Anchor()
	}
	if t := i.Document.TextAt(i.Span); t.Place() != nil {
		return t.Place().Label(), t.Anchor()
	}
	return "正文", ""
}

// paperRows is how many of a paper's numbers, or deadlines, its page of measures shows; their lists have all.
const paperRows = 25

// indicatorTable lists indicators of one paper.
func indicatorTable(name string, list []*catalog.Indicator) *table {
	t := &table{name: name, caption: "指标及其原文", most: paperRows, head: []string{"指标", "数值", "适用年份", "类别", "条款", "原文"}}
	for _, i := range list {
		t.row(add(link(indicatorName(i), file(i), ""), doubtful(i.Indicator.Doubts)), plain(i.Amount()), plain(year(i.Year)), plain(kindNames[i.Kind]), indicatorPlace(i), quoteWords(i))
	}
	return t
}
