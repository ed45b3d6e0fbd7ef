package pages

import (
	"slices"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// listRows is how many rows a list of the whole library may have. A longer one lists the papers
// instead, each with a page of its own rows, so that no page grows without end.
const listRows = 3000

// nearby is how many of the things that many papers share a page shows beside its own; a page
// for all of them is linked.
const nearby = 12

// near returns the members of list around x, at most nearby.
func near[T comparable](list []T, x T) []T {
	at := max(0, slices.Index(list, x)-nearby/2)
	at = max(0, min(at, len(list)-nearby))
	return list[at:min(len(list), at+nearby)]
}

// measureList is the list of all measures.
func measureList(c *catalog.Catalog) *page {
	p := newPage("measures/_index.md", "措施", "各文件的全部措施及其责任部门")
	var all []*catalog.Measure
	for _, d := range c.Documents {
		all = append(all, d.Measures...)
	}
	actions, general := actionsOf(all)
	p.say("共 %s。点文件名可看该文件的措施、部门、指标和引用。", measureCount(len(actions), len(general)))
	if len(all) > listRows {
		p.table(paperList(c, "measures", "各文件的措施"))
		return p
	}
	if len(actions) == 0 {
		actions, general = general, nil
	}
	p.table(measureTable("measures", "措施一览", actions))
	if len(general) > 0 {
		t := measureTable("measures-general", "总体性条款一览", general)
		t.fold = foldedGeneral(len(general))
		p.table(t)
	}
	return p
}

// measureTable lists measures of the whole library.
func measureTable(name, caption string, list []*catalog.Measure) *table {
	t := &table{name: name, caption: caption, filter: []int{1, 2, 6},
		head: []string{"文件", "地区", "编号", "措施", "牵头或负责", "分工方式", "指标"}}
	for _, m := range list {
		d := m.Document
		t.row(findings(d), plain(orUnknown(d.Meta.Region)), link(m.ID, file(m), ""), add(plain(cut(m.Title, 48)), doubtful(m.Measure.Doubts)),
			membersIn(allTasks(m), policy.Lead.Column()), plain(division(m)), count(len(m.Indicators)))
	}
	return t
}

// indicatorList is the list of all numbers that papers set.
func indicatorList(c *catalog.Catalog) *page {
	p := newPage("indicators/_index.md", "指标", "各文件提出的目标值和规定的条件、门槛")
	p.say("共 %d 个指标。目标值是要达到的数，条件、门槛是据以判断的数；过去的成绩、序号和日期不计。", len(c.Indicators))
	if hasGoals(c) {
		p.para(add(plain("规划的指标表（基期值、目标值、属性）见"), link("主要指标对照", "/compare/goals.md", ""), plain("。")), "")
	}
	if len(c.Indicators) > listRows {
		p.table(paperList(c, "indicators", "各文件的指标"))
		return p
	}
	t := &table{name: "indicators", caption: "指标一览", filter: []int{1, 4, 5},
		head: []string{"文件", "指标", "数值", "适用年份", "类别", "条款", "原文"}}
	for _, i := range c.Indicators {
		t.row(short(i.Document), add(link(indicatorName(i), file(i), ""), doubtful(i.Indicator.Doubts)), plain(value(i)), plain(year(i.Year)), plain(kindNames[i.Kind]), indicatorPlace(i), quoteWords(i))
	}
	p.table(t)
	return p
}

// paperList lists the papers with how much was found in each.
func paperList(c *catalog.Catalog, name, caption string) *table {
	t := &table{name: name, caption: caption, filter: []int{2}, head: []string{"文件", "地区", "成文日期", "措施", "总体性条款", "责任部门", "指标"}}
	for _, d := range c.Documents {
		t.row(findings(d), plain(orUnknown(d.Meta.Region)), plain(orUnknown(date(d.Meta.Date))),
			count(len(d.Measures)-d.General()), count(d.General()), count(len(d.Agencies)), count(len(d.Indicators)))
	}
	return t
}

// findings links to the page of what was found in d.
func findings(d *catalog.Document) inline {
	return link(d.ShortTitle, "/measures/"+d.ID+"/_index.md", "")
}
