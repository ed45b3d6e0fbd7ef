package pages

import (
	"net/url"
	"slices"
	"sort"
	"strconv"

	"zhengce/generator/catalog"
	"zhengce/generator/list"
	"zhengce/generator/policy"
)

// ledgerPartners is how many partners and counterparts an agency's page names; the ledger and the
// list of agencies have all.
const ledgerPartners = 24

// agencyPage says of an agency what it leads, what it joins, what is due, with whom it works, and who does the same elsewhere.
func agencyPage(a *catalog.Agency) *page {
	p := newPage(a.Path()+".md", a.Name, a.Name+"在各文件中的任务、角色与共同承担部门")
	p.set("agency", a.ID)
	p.set("region", a.Region)
	p.set("function", a.Function)
	p.set("documents", len(a.Documents))
	p.set("roles", roleItems(a.Roles))
	keep := add(link("下载电子表格（XLSX）", ledgerFile(a), ""), plain("　"), link("督查用台账（可打印填写）", file(a)[:len(file(a))-len(".md")]+"-ledger.md", ""))
	if len(dueOf(a)) > 0 {
		keep = add(keep, plain("　"), link("完成时限的日历（ICS）", "/data/calendars/"+a.ID+".ics", ""))
	}
	p.para(keep, "")
	p.tasks(a)
	if due := dueOf(a); len(due) > 0 {
		p.set("due", true)
		p.section("deadlines", "完成时限")
		p.para(add(plain("按今天的日期查看："), join(each(dueLinks[:4], func(value string) inline {
			return link(value, deadlinesAddress("agency", a.Name, "when", value), "")
		}), "、"), plain("。")), "")
		p.table(dueTable(a, due))
		p.rest(a, len(due), "时限")
	}
	if len(a.Partners) > 0 {
		p.section("partners", "共同承担任务的部门")
		p.figure(neighbourhood(a))
		p.table(partnerTable(a))
	}
	p.counterparts(a)
	p.lineage(a)
	return p
}

// tasks writes the ledger of a: what it answers for, what it shares, and its part in general clauses.
func (p *page) tasks(a *catalog.Agency) {
	seen := map[*catalog.Document]bool{}
	for _, part := range ledgerParts(a) {
		if len(part.tasks) == 0 {
			continue
		}
		if !part.general {
			p.section(part.id, part.title)
		}
		if part.only {
			p.say("下列任务都出自总体性条款。")
		}
		t := ledger(a, part.name, part.title, part.tasks, seen)
		if part.general {
			t.fold = "总体性条款中的任务 " + strconv.Itoa(len(part.tasks)) + " 项"
		}
		p.table(t)
		p.rest(a, len(part.tasks), "任务")
	}
}

// rest leads to the other tasks of a where a table has no room for all n things, and says what they are.
func (p *page) rest(a *catalog.Agency, n int, what string) {
	if n <= ledgerRows {
		return
	}
	p.para(add(plain("列出 "+strconv.Itoa(ledgerRows)+" 项，共 "+strconv.Itoa(n)+" 项"+what+"；全部见"),
		link("该部门的措施", "/measures/index.html?f.agency="+url.QueryEscape(a.Name), ""), plain("和"), link("电子表格", ledgerFile(a), ""), plain("。")), "")
}

// A roleItem is how many tasks a body has in one role.
type roleItem struct {
	Role  policy.Role `json:"role"`
	Name  string      `json:"name"`
	Tasks int         `json:"tasks"`
}

// roleItems lists the roles that occur.
func roleItems(n policy.RoleCount) []roleItem {
	out := []roleItem{}
	for _, k := range n.Kinds() {
		out = append(out, roleItem{k.Role, k.Name, n[k.Role]})
	}
	return out
}

// roleHeads are the titles of the columns for the roles that occur in the library.
func roleHeads(library policy.RoleCount) []string {
	var out []string
	for _, k := range library.Kinds() {
		out = append(out, k.Name)
	}
	return out
}

// roleCells are the counts of n under roleHeads.
func roleCells(library, n policy.RoleCount, write func(int) inline) []inline {
	return each(library.Kinds(), func(k policy.RoleKind) inline { return write(n[k.Role]) })
}

// agencyList is the list of all agencies.
func agencyList(c *catalog.Catalog) *page {
	p := newPage("agencies/_index.md", "责任部门", "各文件写明的责任部门，可按地区、职能、音序查找")
	p.say("共 %d 个部门或一类主体。同一机构的不同写法归为一条，归并依据见各部门页的“名称”。", len(c.Agencies))
	l := &cardList{List: list.List{Name: "agencies"}, caption: "责任部门一览", place: "region"}
	l.field("title", "部门", list.Title, "")
	l.field("region", "地区", list.Line, list.Facet)
	l.field("function", "职能", list.Line, list.Facet)
	l.field("initial", "音序", "", list.Facet)
	l.field("tasks", "任务", list.Words, list.Number)
	roles := c.Roles.Kinds()
	for _, k := range roles {
		l.field(string(k.Role), k.Name, list.Words, list.Number)
	}
	l.field("documents", "文件", list.Words, list.Number)
	for _, a := range c.Agencies {
		keys := map[string]int{"tasks": len(a.Tasks), "documents": len(a.Documents)}
		for _, k := range roles {
			keys[string(k.Role)] = a.Roles[k.Role]
		}
		l.row(file(a), a.Name, list.Item{Keys: keys}, slices.Concat([]inline{link(a.Name, file(a), ""), plain(orUnknown(a.Region)), plain(a.Function), plain(a.Initial), count(len(a.Tasks))},
			roleCells(c.Roles, a.Roles, count), []inline{count(len(a.Documents))})...)
	}
	p.cards(l)
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
