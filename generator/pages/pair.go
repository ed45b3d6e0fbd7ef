package pages

import (
	"strconv"

	"zhengce/generator/catalog"
)

// What a row of a comparison says where one paper lacks the task.
const (
	onlyFirst  = "未见对应"
	onlySecond = "新增"
	sameText   = "（文字与甲文相同）"
)

// pairPath is the address of the comparison of two papers of x, without suffix.
func pairPath(x *catalog.Cascade, c *catalog.Comparison) string {
	return "compare/" + catalog.Address(x.ID, c.A.ID, c.B.ID)
}

// pairFile returns that page as a link destination.
func pairFile(x *catalog.Cascade, c *catalog.Comparison) string { return "/" + pairPath(x, c) + ".md" }

// pairPage sets two papers side by side, with the differences of each task marked in both texts.
func pairPage(x *catalog.Cascade, c *catalog.Comparison) *page {
	a, b := memberName(c.A, x), memberName(c.B, x)
	p := newPage(pairPath(x, c)+".md", a+"与"+b+"逐条对照", cascadeName(x))
	p.para(add(plain("甲："), documentLink(c.A), plain("；乙："), documentLink(c.B), plain("。")), "")
	p.para(add(plain("属于"), link(cascadeName(x), "/compare/"+x.ID+".md", ""), plain("。甲文中"), removed(plain("这样的文字")), plain("乙文没有，乙文中"), inserted(plain("这样的文字")), plain("甲文没有。")), "")
	n := c.Count()
	p.section("summary", "对照结果")
	p.list([]inline{counted("一致", n.Identical), counted("改写", n.Reworded), counted("部分", n.Partial), counted(onlyFirst+"（仅甲有）", n.OnlyA),
		counted(onlySecond+"（仅乙有）", n.OnlyB), counted("有对应而牵头不同", n.LeadDiffers), counted("有对应而牵头未载明", n.LeadUnstated)}, ".facts")
	p.section("rows", "逐条对照")
	p.table(pairRows(c, pairPath(x, c)))
	return p
}

// counted is a number with its name.
func counted(name string, n int) inline { return plain(name + " " + strconv.Itoa(n)) }

// pairRows lists the tasks of two papers.
func pairRows(c *catalog.Comparison, name string) *table {
	t := &table{name: name, caption: "逐条对照", filter: []int{1, 2}, head: []string{"关系", "牵头单位", "甲条款", "甲文", "乙文", "乙条款"}}
	for _, r := range c.Rows {
		switch {
		case r.B == nil:
			t.row(plain(onlyFirst), plain(""), taskWho(r.A), removed(taskWords(r.A)), plain("—"), inline{})
		case r.A == nil:
			t.row(plain(onlySecond), plain(""), inline{}, plain("—"), inserted(taskWords(r.B)), taskWho(r.B))
		default:
			second := secondText(r.Pair)
			if first := firstText(r.Pair); second.text == first.text {
				second = plain(sameText)
			}
			t.row(plain(relation(r.Pair)), plain(leadSame(r.Pair)), taskWho(r.A), firstText(r.Pair), second, taskWho(r.B))
		}
	}
	return t
}

// taskWho links to a task and names who answers for it.
func taskWho(t *catalog.Task) inline {
	return add(sentence(t), plain("："), ranked(t))
}

// firstText is the text of p.A with what p.B has not marked, secondText that of p.B.
func firstText(p *catalog.Pair) inline {
	return editedText(p, p.A, catalog.OnlyFirst, removed)
}

func secondText(p *catalog.Pair) inline {
	return editedText(p, p.B, catalog.OnlySecond, inserted)
}

// editedText returns the text of t, a task of p, with what only its side has marked.
func editedText(p *catalog.Pair, t *catalog.Task, side catalog.EditKind, marked func(inline) inline) inline {
	words := taskPieces(t)
	var parts []inline
	for _, e := range p.Edits() {
		switch e.Kind {
		case catalog.InBoth:
			parts = append(parts, words(e.Text))
		case side:
			parts = append(parts, marked(words(e.Text)))
		}
	}
	return add(parts...)
}

// removed and inserted mark text that only the first or only the second of two papers has. They
// are links to nowhere whose titles tell the render hook to make them <del> and <ins>: so the text
// stays escaped as everywhere.
func removed(text inline) inline  { return linked(text, "#", removedLink.title()) }
func inserted(text inline) inline { return linked(text, "#", insertedLink.title()) }

// pairChoice is the page on which a reader compares any two papers of a list. Form and result stand in its layout; the papers
// come as scripts that package export writes.
func pairChoice(c *catalog.Catalog, papers *page) *page {
	p := newPage("compare/pair.md", "任选两份文件对照", "选择任意两份文件，按措施逐条对照")
	p.set("layout", "pair")
	for _, l := range papers.lists {
		p.set("fields", l.Spec())
	}
	p.say("逐条配对在浏览器中按共同文字计算，供查找参考。")
	if len(c.Cascades) > 0 {
		p.para(add(plain("同源文件之间经过校核的对照已逐对列出，不用 JavaScript 也可查看："), link("两两对照", "/compare/pairs.md", ""), plain("、"), link("同源对照", "/compare/cascades.md", ""), plain("。")), "")
	}
	return p
}
