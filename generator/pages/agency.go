package pages

import (
	"sort"

	"zhengce/generator/catalog"
)

// ledgerPartners is how many partners and counterparts an agency's page names; the ledger and the
// list of agencies have all.
const ledgerPartners = 24

// agencyPage is the ledger of an agency: what it must do, in which part, with whom.
func agencyPage(a *catalog.Agency) *page {
	p := newPage(a.Path()+".md", a.Name, a.Name+"在各文件中的任务、角色与共同承担部门")
	p.set("agency", a.ID)
	p.set("region", a.Region)
	p.set("function", a.Function)
	p.set("documents", len(a.Documents))
	p.set("lead", a.Lead)
	p.set("sole", a.Sole)
	p.set("joint", a.Joint)
	p.set("support", a.Support)
	p.section("tasks", "责任台账")
	p.para(add(link("下载电子表格（XLSX）", ledgerFile(a), ""), plain("　"), link("督查用台账（可打印填写）", file(a)[:len(file(a))-len(".md")]+"-ledger.md", "")), "")
	p.table(ledger(a))
	if n := len(a.Tasks) - ledgerRows; n > 0 {
		p.say("另有 %d 项见电子表格。", n)
	}
	if len(a.Partners) > 0 {
		p.section("partners", "共同承担任务的部门")
		p.figure(neighbourhood(a))
		p.table(partnerTable(a))
	}
	p.lineage(a)
	return p
}

// agencyList is the list of all agencies, by region and by letter.
func agencyList(c *catalog.Catalog) *page {
	p := newPage("agencies/_index.md", "责任部门", "各文件写明的责任部门，可按地区、职能、音序查找")
	p.say("共 %d 个部门或一类主体。同一机构的不同写法归为一条，归并依据见各部门页的“名称”。", len(c.Agencies))
	p.section("all", "部门一览")
	t := &table{name: "agencies", caption: "责任部门一览", filter: []int{2, 3},
		head: []string{"部门", "地区", "职能", "任务", "牵头", "单独负责", "未分主次", "配合", "文件"}}
	for _, a := range c.Agencies {
		t.row(link(a.Name, file(a), ""), plain(orUnknown(a.Region)), plain(a.Function), count(len(a.Tasks)),
			count(a.Lead), count(a.Sole), count(a.Joint), count(a.Support), count(len(a.Documents)))
	}
	p.table(t)
	p.section("letters", "按音序")
	letters, by := group(c.Agencies, func(a *catalog.Agency) string { return a.Initial })
	p.list(each(letters, func(l string) inline { return link(orUnknown(l), "#letter-"+l, "") }), ".letters")
	for _, l := range letters {
		sort.SliceStable(by[l], func(i, j int) bool { return by[l][i].Pinyin < by[l][j].Pinyin })
		p.heading(3, plain(orUnknown(l)), "id="+quoteAttr("letter-"+l))
		p.list(each(by[l], func(a *catalog.Agency) inline { return link(a.Name, file(a), "") }), ".columns")
	}
	return p
}

// group sorts list into groups by key and returns the keys in order.
func group[T any](list []T, key func(T) string) ([]string, map[string][]T) {
	var keys []string
	by := map[string][]T{}
	for _, x := range list {
		k := key(x)
		if by[k] == nil {
			keys = append(keys, k)
		}
		by[k] = append(by[k], x)
	}
	sort.Strings(keys)
	return keys, by
}
