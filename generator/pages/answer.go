package pages

import (
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/source"
)

// headline is the heading of m, or the whole first sentence of one that has none.
func headline(m *catalog.Measure) string {
	if m.Heading != "" {
		return m.Title
	}
	text := source.Squeeze(m.Document.Document.File.Raised(m.Text))
	if i := strings.IndexAny(text, "。；"); i > 0 {
		return text[:i]
	}
	return text
}

// cited sets what a citation of a place of d says.
func (p *page) cited(d *catalog.Document, place string) {
	p.set("cite", cite(d))
	p.set("signed", d.Meta.Date)
	p.set("place", place)
}

// who writes the groups of m and those of the annex rows that speak of it.
func (p *page) who(m *catalog.Measure) {
	p.section("tasks", "责任分工")
	switch {
	case len(m.Tasks) > 0:
	case len(m.Annex) > 0:
		p.para(plain("本条正文未写明责任部门，附件写明如下。"), ".none")
	default:
		p.para(plain("本条正文未写明责任部门。"), ".none")
	}
	for i, t := range m.Tasks {
		if len(m.Tasks) > 1 {
			p.heading(3, plain("第"+strconv.Itoa(i+1)+"组"), "")
			p.para(add(plain("对应文字："), taskWords(t)), "")
		}
		p.task(t)
	}
	if len(m.Annex) > 0 {
		p.heading(3, plain("附件中的分工"), `id="annex"`)
	}
	for _, r := range m.Annex {
		p.para(rowLink(r), "")
		if r.Task != nil {
			p.task(r.Task)
		}
	}
}

// deadlinesOf returns the deadlines of tasks and others, each once.
func deadlinesOf(tasks []*catalog.Task, others []*catalog.Deadline) []*catalog.Deadline {
	var out []*catalog.Deadline
	add := func(list []*catalog.Deadline) {
		for _, x := range list {
			if !slices.Contains(out, x) {
				out = append(out, x)
			}
		}
	}
	for _, t := range tasks {
		add(t.Deadlines)
	}
	add(others)
	return byDay(out)
}

// when writes by when something is to be done, with the words that say so.
func (p *page) when(list []*catalog.Deadline) {
	if len(list) == 0 {
		return
	}
	p.section("deadlines", "完成时限")
	p.list(each(list, func(x *catalog.Deadline) inline {
		words := plain("：“" + x.Quote + "”")
		if x.Paper {
			words = add(words, plain("（全文适用）"))
		}
		return add(plain(x.Kind.Name()+"，"+x.When()), words)
	}), ".roles")
}

// elsewhere writes where the same is ordered, and what m cites.
func (p *page) elsewhere(m *catalog.Measure) {
	if len(m.Counterparts) > 0 {
		p.section("counterparts", "其他文件中的同一任务")
		p.table(counterparts(m))
		if n := len(m.Counterparts) - nearby; n > 0 {
			p.para(add(plain("另有"+strconv.Itoa(n)+"处，见"), link("比较", "/compare/_index.md", ""), plain("。")), "")
		}
	}
	if len(m.Citations) > 0 {
		p.section("citations", "引用的文件")
		p.list(each(m.Citations, func(c *catalog.Citation) inline { return link(citationName(c), citationFile(c), "") }), "")
	}
}
