package pages

import "zhengce/generator/catalog"

// lineage writes what is known of the names of a: those in the papers with their dates, what came
// before and after by the registry.
func (p *page) lineage(a *catalog.Agency) {
	p.section("names", "机构沿革")
	p.say("文中用成文时的名称。不同的名称只在依据成立时归为一个机构，仅名称相似的不归并。")
	p.names(a)
	if len(a.Lineage) > 0 {
		p.heading(3, plain("前身与后继"), `id="succession"`)
		p.table(successions(a))
	}
}

// counterparts names the bodies of a's function in other regions.
func (p *page) counterparts(a *catalog.Agency) {
	if a.Function == "" {
		return
	}
	p.section("counterparts", "其他地区的同类部门")
	if len(a.Counterparts) > 0 {
		p.list(each(a.Counterparts[:min(len(a.Counterparts), ledgerPartners)], func(x *catalog.Agency) inline { return link(x.Name, file(x), "") }), ".columns")
	}
	p.para(add(plain("各地同类部门的任务见"), link("职能："+a.Function, functionFile(a.Function), ""), plain("。")), "")
}

// successions lists the registry's successions that concern a.
func successions(a *catalog.Agency) *table {
	t := &table{caption: "前身与后继", head: []string{"原名称", "后名称", "年份", "范围", "依据"}}
	for _, s := range a.Lineage {
		scope := "部分职能，不视为同一机构"
		if s.Whole {
			scope = "同一职能"
		}
		t.row(bodyName(s.Old, s.OldBody, a), bodyName(s.New, s.NewBody, a), plain(s.Year+"年"), plain(scope), plain(s.Source))
	}
	return t
}

// bodyName links to the body of that name unless it is a itself.
func bodyName(name string, body, a *catalog.Agency) inline {
	if body == nil || body == a {
		return plain(name)
	}
	return link(name, file(body), "")
}

// compareLineage lists the bodies whose names changed or are written in several ways, each name
// with its papers and the evidence for the merger.
func compareLineage(c *catalog.Catalog) *page {
	p := newPage("compare/lineage.md", "机构沿革", "各机构先后用过的名称、归并依据和前身后继")
	p.say("同一机构的不同名称只在依据成立时归并，每项归并都写明依据。年份为名录所载，标“年份未核实”的未经查证。")
	t := &table{name: "compare/lineage", caption: "有多个名称的机构", most: stackedRows, filter: []int{2, 4}, head: []string{"机构", "地区", "名称", "关系", "依据", "最早文件", "日期", "文件数"}}
	u := &table{name: "compare/successions", caption: "名录所载的前身与后继", most: stackedRows, filter: []int{2}, head: []string{"机构", "地区", "原名称", "后名称", "年份", "依据"}}
	for _, a := range c.Agencies {
		for _, n := range a.Names {
			if len(a.Names) > 1 && len(t.rows) < listRows {
				d := n.Documents[0]
				t.row(link(a.Name, file(a), ""), plain(orUnknown(a.Region)), plain(n.Name), plain(nameRelation(n)), plain(n.Evidence), short(d), plain(orUnknown(date(d.Meta.Date))), number0(len(n.Documents)))
			}
		}
		for _, s := range a.Lineage {
			if len(u.rows) < listRows {
				u.row(link(a.Name, file(a), ""), plain(orUnknown(a.Region)), bodyName(s.Old, s.OldBody, a), bodyName(s.New, s.NewBody, a), plain(s.Year+"年"), plain(s.Source))
			}
		}
	}
	p.section("names", "有多个名称的机构")
	p.table(t)
	p.section("successions", "前身与后继")
	p.table(u)
	return p
}

// names lists the names under which papers know a.
func (p *page) names(a *catalog.Agency) {
	if !a.Known {
		p.para(plain("名录中没有这一名称，仅据文中写法立目。"), ".none")
	}
	t := &table{caption: "各文件中的名称", head: []string{"名称", "文中写法", "关系", "依据", "使用时间", "文件"}}
	for _, n := range a.Names {
		t.row(plain(n.Name), some(each(n.Written, plain), "、", "种"), plain(nameRelation(n)), plain(n.Evidence), plain(used(n)), some(each(n.Documents, short), "；", "份"))
	}
	p.table(t)
}

// nameRelations say why a name is taken for the same body.
var nameRelations = map[string]string{"same": "本名", "short": "简称", "slip": "疑为笔误", "renamed": "更名"}

func nameRelation(n catalog.Name) string {
	if r := nameRelations[n.Relation]; r != "" {
		return r
	}
	return n.Relation
}

// used says from when to when papers use a name.
func used(n catalog.Name) string {
	first, last := "", ""
	for _, d := range n.Documents {
		if d.Meta.Date != "" {
			if first == "" || d.Meta.Date < first {
				first = d.Meta.Date
			}
			last = max(last, d.Meta.Date)
		}
	}
	if first == last {
		return orUnknown(date(first))
	}
	return date(first) + "至" + date(last)
}
