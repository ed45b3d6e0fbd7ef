package pages

import (
	"fmt"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// verdictNames say what follows where a rule holds.
var verdictNames = map[policy.Verdict]string{
	policy.Take: "认定", policy.Leave: "不认定", policy.AsTarget: "定为目标值", policy.AsThreshold: "定为条件、门槛", policy.AsRole: "定角色", policy.AsName: "定名称或取值", policy.AsGeneral: "定为总体性条款", policy.AsDoubt: "标为存疑",
}

// ruleFile is the page of the findings that came by a rule.
func ruleFile(name string) string { return "/rules/" + name + ".md" }

// chapterFile is the page of the rules of a question.
func chapterFile(c policy.Chapter) string { return "/rules/chapters/" + c.Name + ".md" }

// ruleLink links to the findings by a rule, which there must be.
func ruleLink(text, name string) inline { return link(text, ruleFile(name), "") }

// basisLink names the rule by which the bodies of t got their roles, with the words that state it.
func basisLink(t *catalog.Task) inline {
	out := ruleLink(t.Rule.Says, t.Rule.Name)
	if t.Basis.Quote != "" {
		out = add(out, plain("：“"+t.Basis.Quote+"”"))
	}
	return out
}

// ruleBook is the list of the questions, a page for each with its rules, and one for each rule by which something was found.
func ruleBook(c *catalog.Catalog) []*page {
	index := newPage("rules/_index.md", "识别规则", "程序据以认定措施、责任部门、角色、指标和引用的全部规则，各有正反例句和本库的用例")
	index.say("程序只按下列规则判断，不用统计模型。每条规则附一个适用的例句和一个不适用的例句，着色的是规则所判断的文字。各章的表中，“本库”一栏是据这条规则得出的结果，点开可逐一查看原句；“样本核对”是它在人工逐条标注过的文件里的结果，前一个数与人工判断相符，后一个数是全部，空着的没有样本。对某项结果有疑问，可先看它的“依据”指向哪一条规则。")
	out := []*page{index}
	for _, chapter := range c.Rules {
		index.section(chapter.Name, chapter.Title)
		index.para(add(plain(chapter.About), link(strconv.Itoa(len(chapter.Rules))+" 条规则", chapterFile(chapter), "")), "")
		p := newPage(strings.TrimPrefix(chapterFile(chapter), "/"), chapter.Title, "识别规则："+chapter.Title)
		p.say("%s", chapter.About)
		p.para(add(plain("各章见"), link("识别规则", "/rules/_index.md", ""), plain("。")), "")
		t := &table{name: "rules/chapters/" + chapter.Name, caption: chapter.Title, head: []string{"规则", "结论", "适用", "不适用", "本库", "样本核对"}}
		for _, r := range chapter.Rules {
			says := plain(r.Says)
			if len(c.Uses[r.Name]) > 0 {
				says = ruleLink(r.Says, r.Name)
				out = append(out, rulePage(c, chapter, r))
			}
			t.row(says, plain(verdictNames[r.Verdict]), example(r.Takes), example(r.Leaves), count(len(c.Uses[r.Name])), measuredBy(r))
		}
		p.table(t)
		out = append(out, p)
	}
	return out
}

// measuredBy says with how many findings by a rule a reader agreed, of those that one judged.
func measuredBy(r policy.Rule) inline {
	if r.Judged == 0 {
		return inline{}
	}
	return plain(fmt.Sprintf("%d/%d", r.Agreed, r.Judged))
}

// example shows a sentence of a rule with the place that it is about.
func example(sentence string) inline {
	sentence = strings.ReplaceAll(sentence, "\n", " / ")
	before, rest, ok := strings.Cut(sentence, "〔")
	if !ok {
		return plain(sentence)
	}
	place, after, _ := strings.Cut(rest, "〕")
	return add(plain(before), link(place, "#", markedLink.title()), plain(after))
}

// ruleWords is how many characters of a finding the page of its rule shows.
const ruleWords = 60

// rulePage shows a rule with the findings that came by it.
func rulePage(c *catalog.Catalog, chapter policy.Chapter, r policy.Rule) *page {
	p := newPage("rules/"+r.Name+".md", r.Says, "识别规则："+r.Says)
	p.set("linkTitle", cut(r.Says, 20))
	p.list([]inline{
		add(plain("所属："), link(chapter.Title, chapterFile(chapter), "")),
		plain("结论：" + verdictNames[r.Verdict]),
		plain("代号：" + r.Name),
	}, "")
	if r.Takes != "" {
		p.section("examples", "例句")
		p.list([]inline{add(plain("适用："), example(r.Takes)), add(plain("不适用："), example(r.Leaves))}, "")
	}
	uses := c.Uses[r.Name]
	p.section("uses", "据此得出的结果")
	p.say("共 %d 处。", len(uses))
	if len(uses) > list.Shown {
		p.cards(useList(r, uses))
	} else {
		p.table(useTable(r, uses))
	}
	return p
}

// useTable lists few findings by r.
func useTable(r policy.Rule, uses []catalog.Use) *table {
	t := &table{name: "rules/" + r.Name, caption: r.Says, head: []string{"文件", "原文", "位置"}}
	for _, u := range uses {
		f := u.Document.Facts.Document.File
		t.row(short(u.Document), link(orUnknown(useWords(f, u.Span)), file(u.Page), ""), plain(place(f, u.Span)))
	}
	return t
}

// useList is the list of the findings by r.
func useList(r policy.Rule, uses []catalog.Use) *cardList {
	l := &cardList{List: list.List{Name: "rules/" + r.Name}, caption: r.Says, date: "date", place: "region"}
	l.field("title", "原文", list.Title, "")
	l.field("paper", "文件", list.Line, list.Facet)
	l.field("at", "位置", list.Line, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("date", "成文日期", list.Line, list.Date)
	for _, u := range uses {
		d := u.Document
		f := d.Facts.Document.File
		name := orUnknown(useWords(f, u.Span))
		l.row(file(u.Page), name, list.Item{Keys: dateKey("date", d.Meta.Date)}, link(name, file(u.Page), ""), plain(d.ShortTitle), plain(place(f, u.Span)),
			plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))))
	}
	l.newestFirst()
	return l
}

// useWords returns the words that a rule decided about, shortened.
func useWords(f *source.File, s source.Span) string { return cut(f.Squeezed(s), ruleWords) }
