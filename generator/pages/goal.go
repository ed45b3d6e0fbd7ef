package pages

import (
	"slices"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// goalsFile returns the page of d's table of indicators as a link destination.
func goalsFile(d *catalog.Document) string { return "/measures/" + d.ID + "/goals.md" }

// goalPages shows the tables of indicators of d as data, if it has one.
func goalPages(d *catalog.Document) []*page {
	if len(d.Goals) == 0 {
		return nil
	}
	p := newPage(strings.TrimPrefix(goalsFile(d), "/"), d.ShortTitle+"：主要指标", "《"+d.Title+"》指标表中的指标、基期值、目标值和属性")
	p.set("linkTitle", "主要指标")
	p.para(add(plain("原文："), documentLink(d)), "")
	p.say("共 %d 项指标，照指标表逐行列出。点指标名称看记录，点数值回到原文表格的那一格；基期值是起始的现状，不是目标。", len(d.Goals))
	p.table(goalTable(d))
	if t := sharedTable(d); len(t.rows) > 0 {
		p.section("others", "其他文件中的同一指标")
		p.say("名称、单位和范围相同的列在一起；地区不同，口径也可能不同，比较前请看原文。")
		p.table(t)
	}
	return []*page{p}
}

// goalTable lists the indicators of d's tables.
func goalTable(d *catalog.Document) *table {
	years := catalog.Years(d.Goals)
	t := &table{name: "measures/" + d.ID + "-goals", caption: "主要指标", head: append([]string{"指标", "单位", "基期值"}, yearHeads(years)...)}
	t.head = append(t.head, "属性")
	for _, g := range d.Goals[:min(len(d.Goals), listRows)] {
		row := []inline{add(link(g.Name, file(g.Targets[0]), ""), doubtful(g.Targets[0].Indicator.Doubts)), plain(g.Unit), plain(baseValue(g))}
		row = append(row, each(years, func(y int) inline { return targetOf(g, y) })...)
		t.row(append(row, plain(g.Nature))...)
	}
	return t
}

// yearHeads returns the titles of the columns of targets.
func yearHeads(years []int) []string {
	var out []string
	for _, y := range years {
		if y == 0 {
			out = append(out, "目标（年份"+unknown+"）")
		} else {
			out = append(out, year(y)+"目标")
		}
	}
	return out
}

// baseOf writes a value at the start with its unit and year.
func baseOf(b *policy.Base) string {
	out := policy.Decimal(b.Number) + b.Unit
	if b.Year != 0 {
		out += "（" + year(b.Year) + "）"
	}
	return out
}

// baseValue writes the value at the start of g with its year, and with its unit where that is another.
func baseValue(g *catalog.Goal) string {
	if g.Base == nil {
		return ""
	}
	b := *g.Base
	if b.Unit == g.Unit {
		b.Unit = ""
	}
	return baseOf(&b)
}

// targetOf links the targets of g for a year to their cells in the paper.
func targetOf(g *catalog.Goal, y int) inline {
	var out []inline
	for _, i := range g.Targets {
		if i.Year == y {
			out = append(out, link(targetValue(i, g.Unit), file(g.Document)+"#"+i.Anchor, ""))
		}
	}
	return join(out, "；")
}

// targetValue writes the value of i without the unit of its row.
func targetValue(i *catalog.Indicator, unit string) string {
	text := i.Amount()
	if i.Unit == unit {
		text = strings.Replace(text, i.Unit, "", 1)
	}
	return text
}

// sharedTable lists what other papers' tables say of the indicators of d.
func sharedTable(d *catalog.Document) *table {
	t := &table{name: "measures/" + d.ID + "-goals-others", caption: "其他文件中的同一指标", most: stackedRows, filter: []int{1}, head: []string{"指标", "文件", "地区", "单位", "基期值", "目标值", "属性"}}
	for _, g := range d.Goals {
		if g.Shared == nil {
			continue
		}
		for _, o := range g.Shared.Goals {
			if o.Document != d && len(t.rows) < listRows {
				t.row(plain(g.Name), link(o.Document.ShortTitle, goalsFile(o.Document), ""), plain(orUnknown(o.Document.Meta.Region)), plain(o.Unit), plain(baseValue(o)), targetsOf(o), plain(o.Nature))
			}
		}
	}
	return t
}

// targetsOf writes all targets of g, each with its year.
func targetsOf(g *catalog.Goal) inline {
	return join(each(catalog.Years([]*catalog.Goal{g}), func(y int) inline {
		if y == 0 {
			return targetOf(g, y)
		}
		return add(plain(year(y)+" "), targetOf(g, y))
	}), "；")
}

// hasGoals reports whether a paper has a table of indicators.
func hasGoals(c *catalog.Catalog) bool {
	return slices.ContainsFunc(c.Documents, func(d *catalog.Document) bool { return len(d.Goals) > 0 })
}

// compareGoals sets the indicators side by side that the tables of several papers have.
func compareGoals(c *catalog.Catalog) *page {
	p := newPage("compare/goals.md", "主要指标对照", "多份规划的指标表都有的指标：基期值、目标值和属性")
	var docs []*catalog.Document
	plans := &table{name: "compare/goal-papers", caption: "有指标表的文件", most: stackedRows, filter: []int{2}, head: []string{"文件", "地区", "成文日期", "指标", "约束性", "与其他文件相同"}}
	for _, d := range c.Documents {
		if len(d.Goals) == 0 {
			continue
		}
		binding, shared := 0, 0
		for _, g := range d.Goals {
			if strings.HasPrefix(g.Nature, "约束") {
				binding++
			}
			if g.Shared != nil {
				shared++
			}
		}
		if shared > 0 {
			docs = append(docs, d)
		}
		if len(plans.rows) < listRows {
			plans.row(link(d.ShortTitle, goalsFile(d), ""), plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))), number0(len(d.Goals)), number0(binding), number0(shared))
		}
	}
	p.section("shared", "多份文件都有的指标")
	if len(c.SharedGoals) == 0 {
		p.para(plain("收录的文件中没有两份的指标表有同一指标。"), ".none")
	} else {
		p.say("每格依次为基期值、各年目标值；名称、单位和范围相同的列在一行，地区不同，口径也可能不同。")
		p.table(sharedMatrix(c, docs))
	}
	p.section("papers", "有指标表的文件")
	p.table(plans)
	return p
}

// sharedMatrix has a row for each indicator of several papers and a column for each paper.
func sharedMatrix(c *catalog.Catalog, docs []*catalog.Document) *table {
	docs = docs[max(0, len(docs)-matrixDocuments):]
	t := &table{name: "compare/goals", caption: "多份文件都有的指标", most: stackedRows, head: []string{"指标", "单位"}}
	column := map[*catalog.Document]int{}
	for n, d := range docs {
		column[d] = n
		t.head = append(t.head, d.ShortTitle)
	}
	for _, s := range c.SharedGoals[:min(len(c.SharedGoals), listRows)] {
		cells := make([]inline, len(docs))
		for _, g := range s.Goals {
			if n, ok := column[g.Document]; ok {
				cells[n] = sharedCell(cells[n], g)
			}
		}
		t.row(append([]inline{plain(s.Name), plain(s.Unit)}, cells...)...)
	}
	return t
}

// sharedCell adds to a cell of the matrix what a row of a paper says.
func sharedCell(cell inline, g *catalog.Goal) inline {
	if cell.text != "" {
		cell = add(cell, plain("；"))
	}
	if base := baseValue(g); base != "" {
		cell = add(cell, plain(base+" → "))
	}
	cell = add(cell, targetsOf(g))
	if g.Nature != "" {
		cell = add(cell, plain("（"+g.Nature+"）"))
	}
	return cell
}
