package pages

import (
	"slices"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/source"
)

// qualityPage says what is certain about the library and what is not.
func qualityPage(c *catalog.Catalog) *page {
	p := newPage("quality.md", "校核", "逐字核验结果、程序存疑之处和未载明的信息")
	p.section("texts", "逐字核验")
	p.say("每次构建时，程序把各文件网页上的文字与从原件读出的文字逐字比对（不计空白），有一字之差即停止发布；原件中每个字的去向另行登记，并用另一种方法重读原件来核对，没有着落的列为“未收录”。“未登记”的文件，格式尚不支持登记去向，只与读取的文字比对。下表为各文件应核字数和原件的摘要值。")
	p.table(textTable(c))
	if t := lossTable(c); len(t.rows) > 0 {
		p.section("lost", "未收录的文字")
		p.say("程序重读原件时发现、而网页上没有的文字。")
		p.table(t)
	}
	p.section("problems", "存疑之处")
	p.say("程序读取原件时发现的疑点，共 %d 处。原文一律照录，不作更正。位置为原件的行和字。", len(c.Problems))
	p.table(problemTable(c))
	p.section("missing", "未载明的信息")
	p.table(missingTable(c))
	p.section("unknown", "名录中没有的部门")
	p.table(unregistered(c))
	return p
}

// textTable lists how many characters of each paper are shown.
func textTable(c *catalog.Catalog) *table {
	t := &table{name: "quality/texts", caption: "各文件字数", head: []string{"文件", "原件", "字数", "其中页面残留", "原件字数", "未收录", "编码", "SHA-256"}}
	for _, d := range c.All() {
		for _, text := range d.Texts {
			f := text.File
			original := "未登记"
			if f.Account != nil {
				original = strconv.Itoa(f.Account.Characters())
			}
			t.row(textLink(d, text), plain(f.Name), plain(strconv.Itoa(text.Chars)), count(text.NoiseChars), plain(original), count(f.Lost()), plain(f.Encoding), plain(f.SHA256))
		}
	}
	return t
}

// lossTable lists the text of the files that stands on no page.
func lossTable(c *catalog.Catalog) *table {
	t := &table{name: "quality/lost", caption: "未收录的文字", filter: []int{1}, head: []string{"文件", "部分", "位置", "字数", "文字"}}
	for _, d := range c.All() {
		for _, text := range d.Texts {
			for _, l := range text.File.Losses {
				t.row(link(d.ShortTitle, lossPlace(d, text), ""), plain(l.Part), plain(strconv.Itoa(l.At)), count(source.Count(l.Text)), plain(shownText(l.Text)))
			}
		}
	}
	return t
}

// problemTable lists the doubts about the seeds.
func problemTable(c *catalog.Catalog) *table {
	byFile := map[string]*catalog.Document{}
	texts := map[string]*catalog.Text{}
	clauses := map[*catalog.Document][]clausePlace{}
	for _, d := range c.All() {
		clauses[d] = clausesOf(d)
		for _, text := range d.Texts {
			byFile[text.File.Name], texts[text.File.Name] = d, text
		}
	}
	t := &table{name: "quality/problems", caption: "存疑之处", filter: []int{1, 4}, head: []string{"文件", "条款", "位置", "疑点", "所涉原文"}}
	for _, e := range c.Problems {
		name, clause := plain(e.File), inline{}
		if d := byFile[e.File]; d != nil {
			name, clause = textLink(d, texts[e.File]), clauseAt(d, clauses[d], e.Position)
			if e.Severity == source.Lost {
				clause = link("未收录", lossPlace(d, texts[e.File]), "")
			}
		}
		t.row(name, clause, plain(position(e)), plain(problemName(e)), plain(e.Quote))
	}
	return t
}

// textLink links to the text of d that stands in a file of it.
func textLink(d *catalog.Document, t *catalog.Text) inline {
	if t.Place() == nil {
		return short(d)
	}
	return link(d.ShortTitle+"　"+t.Place().Label(), file(d)+"#"+t.Anchor(), "")
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
	start int
	link  inline
}

// clausesOf returns the measures and the rows of annexes of d in the order of its text.
func clausesOf(d *catalog.Document) []clausePlace {
	var all []clausePlace
	for _, m := range d.Measures {
		all = append(all, clausePlace{m.Span.Start, link(m.ID, file(d)+"#"+m.Anchor(), "")})
	}
	for _, r := range d.Annex {
		all = append(all, clausePlace{r.Span.Start, link(r.Label(), file(d)+"#"+r.Anchor(), "")})
	}
	slices.SortStableFunc(all, func(a, b clausePlace) int { return a.start - b.start })
	return all
}

// clauseAt links to the last of the clauses of d that begins before a place in the same file.
func clauseAt(d *catalog.Document, clauses []clausePlace, at source.Position) inline {
	f := d.Facts.Document.File
	if at.Line < 1 {
		return inline{}
	}
	behind := f.Offset(at) + 1
	n, _ := slices.BinarySearchFunc(clauses, behind, func(c clausePlace, at int) int { return c.start - at })
	if n == 0 || f.Position(clauses[n-1].start).File != at.File {
		return inline{}
	}
	return clauses[n-1].link
}

// problemNames say in the reader's words what a code means.
var problemNames = map[string]string{
	"agency-slip":           "部门名称疑有笔误",
	"agency-unknown":        "部门不在名录中",
	"agency-unread":         "名单中的一项不像部门名称，未列入",
	"annex-alone":           "文件名称是附件，未见正文，单独成篇",
	"annex-copy":            "附件的文字已见于另一文件，只计一次",
	"annex-gap":             "附件的序号不连续",
	"annex-number":          "附件自写的序号与文件名不同，按文件名",
	"annex-twice":           "附件的序号与另一附件相同",
	"attachments-inside":    "原件内含的附件未收入正文",
	"bidi-control":          "含有改变书写方向的隐形字符",
	"broken-paragraph":      "段落疑被截断",
	"comments-dropped":      "批注未收入正文",
	"control-character":     "含有控制字符",
	"control-characters":    "控制字符已略去",
	"damaged-character":     "文字在存盘前已损坏",
	"editor-file":           "补充资料有误",
	"embedded-part":         "嵌入的文件未能读出",
	"empty-section":         "标题之下没有文字",
	"field-unshown":         "域没有结果，未显示",
	"formula-without-value": "公式没有存下结果",
	"frames-dropped":        "框架中的网页未收入正文",
	"glyphs-without-text":   "部分字形在原件中没有对应的文字",
	"group-of-part":         "责任分工写在部分之首，未归入各条",
	"group-unread":          "疑为责任分工，未能读出",
	"hidden-cells":          "隐藏的行、列、工作表未收入正文",
	"images-dropped":        "图片未收入正文",
	"list-style":            "自动编号的样式未能读出",
	"lost-character":        "疑有脱字",
	"no-outline":            "没有编号的部分、条或项",
	"no-paper-found":        "未能从网页中分出文件，全页照录",
	"number-format":         "自动编号的格式未能读出",
	"number-gap":            "编号不连续",
	"number-repeat":         "编号重复",
	"objects-dropped":       "嵌入的对象未收入正文",
	"odd-character":         "疑有错字",
	"part-unread":           "文件的一个部分未能读出",
	"parts-missing":         "原件缺少其引用的部分",
	"parts-unused":          "原件中未引用的部分未收入正文",
	"placeholders":          "空控件的提示文字未收入正文",
	"private-character":     "含有专用字体的字符，他处无法显示",
	"radical-character":     "以部首编码的字，照录并按字形相同的汉字查找",
	"same-number":           "文号或标题、日期与另一文件相同而文字不同，比较时只取一件",
	"same-text":             "与另一文件全文相同，按同一文件的另一形式收录，只计一次",
	"style-unread":          "样式表的选择器未能读懂，可能收入了页面上不显示的文字",
	"symbols":               "符号字体的字符显示可能不同",
	"table-as-text":         "表格按文字读取",
	"table-cut":             "跨页处有空格，可能属于上一页的合并格，按空格读取",
	"table-columns":         "表格有一行各格归属不明",
	"table-glued":           "表格各格连成一片，未读其中的数字",
	"target-subject":        "指标的对象不明",
	"target-year":           "指标的年份不明",
	"text-left-out":         "网页上不显示的文字未收入正文",
	"text-lost":             "原件中有文字未收录",
	"tracked-changes":       "原件带有修订标记，按接受全部修订读取",
	"white-text":            "白色文字，页面上看不见",
	"wrapped-lines":         "定宽折行已并成段落",
	"wrong-suffix":          "文件的后缀与内容不符",
}

// problemName names the kind of e. What has no name is told as the program tells it.
func problemName(e *source.Error) string {
	if name := problemNames[e.Code]; name != "" {
		return name
	}
	return e.Message
}

// position says where a problem is; that of a whole file has no place.
func position(e *source.Error) string {
	if e.Line == 0 {
		return "全文"
	}
	return strconv.Itoa(e.Line) + ":" + strconv.Itoa(e.Column)
}

// missingTable lists what papers do not say about themselves.
func missingTable(c *catalog.Catalog) *table {
	t := &table{name: "quality/missing", caption: "未载明的信息", head: []string{"文件", "标题", "发文字号", "发文机关", "成文日期"}}
	for _, d := range c.Documents {
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
	t := &table{name: "quality/agencies", caption: "名录中没有的部门", head: []string{"部门", "文中写法", "文件"}}
	for _, a := range c.Agencies {
		if a.Known {
			continue
		}
		var written []inline
		for _, n := range a.Names {
			written = append(written, each(n.Written, plain)...)
		}
		t.row(link(a.Name, file(a), ""), join(written, "、"), join(each(a.Documents, short), "；"))
	}
	return t
}
