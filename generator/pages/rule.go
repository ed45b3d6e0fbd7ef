package pages

import (
	"fmt"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// verdictNames say what follows where a rule holds.
var verdictNames = map[policy.Verdict]string{
	policy.Take: "认定", policy.Leave: "不认定", policy.AsTarget: "定为目标值", policy.AsThreshold: "定为条件、门槛", policy.AsRole: "定角色", policy.AsName: "定名称或取值", policy.AsGeneral: "定为总体性条款", policy.AsDoubt: "标为存疑",
}

// ruleFile is the page of the findings that came by a rule.
func ruleFile(name string) string { return "/rules/" + name + ".md" }

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

// ruleBook is the list of all rules by question, and a page for each by which something was found.
func ruleBook(c *catalog.Catalog) []*page {
	index := newPage("rules/_index.md", "识别规则", "程序据以认定措施、责任部门、角色、指标和引用的全部规则，各有正反例句和本库的用例")
	index.say("程序只按下列规则判断，不用统计模型。每条规则附一个适用的例句和一个不适用的例句，着色的是规则所判断的文字；“本库”一栏是据这条规则得出的结果，点开可逐一查看原句；“样本核对”是它在人工逐条标注过的文件里的结果，前一个数与人工判断相符，后一个数是全部，空着的没有样本。对某项结果有疑问，可先看它的“依据”指向哪一条规则。")
	index.list(each(c.Rules, func(chapter policy.Chapter) inline { return link(chapter.Title, "#"+chapter.Name, "") }), ".columns")
	out := []*page{index}
	for _, chapter := range c.Rules {
		index.section(chapter.Name, chapter.Title)
		index.say("%s", chapter.About)
		t := &table{name: "rules/chapters/" + chapter.Name, caption: chapter.Title, head: []string{"规则", "结论", "适用", "不适用", "本库", "样本核对"}}
		for _, r := range chapter.Rules {
			says := plain(r.Says)
			if len(c.Uses[r.Name]) > 0 {
				says = ruleLink(r.Says, r.Name)
				out = append(out, rulePage(c, chapter, r))
			}
			t.row(says, plain(verdictNames[r.Verdict]), example(r.Takes), example(r.Leaves), count(len(c.Uses[r.Name])), measuredBy(r))
		}
		index.table(t)
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

const (
	// ruleRows is how many findings a rule's page shows; the data files hold all.
	ruleRows = 200
	// ruleWords is how many characters of each it shows.
	ruleWords = 60
)

// rulePage shows a rule with the findings that came by it.
func rulePage(c *catalog.Catalog, chapter policy.Chapter, r policy.Rule) *page {
	p := newPage("rules/"+r.Name+".md", r.Says, "识别规则："+r.Says)
	p.set("linkTitle", cut(r.Says, 20))
	p.list([]inline{
		add(plain("所属："), link(chapter.Title, "/rules/_index.md#"+chapter.Name, "")),
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
	if len(uses) > ruleRows {
		p.say("下列前 %d 处，全部见数据文件。", ruleRows)
	}
	t := &table{name: "rules/" + r.Name, caption: r.Says, filter: []int{1}, head: []string{"文件", "原文", "位置"}}
	for _, u := range uses[:min(len(uses), ruleRows)] {
		f := u.Document.Facts.Document.File
		t.row(short(u.Document), link(orUnknown(useWords(f, u.Span)), "/"+u.Page.Path()+".md", ""), plain(place(f, u.Span)))
	}
	p.table(t)
	return p
}

// useWords returns the words that a rule decided about, shortened.
func useWords(f *source.File, s source.Span) string { return cut(f.Squeezed(s), ruleWords) }
