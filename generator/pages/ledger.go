package pages

import (
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// ledgerRows is how many tasks an agency's page shows; the spreadsheet has all.
const ledgerRows = 1000

// ledgerFile is the address of the spreadsheet of a's tasks, which package export writes.
func ledgerFile(a *catalog.Agency) string { return "/data/ledgers/" + a.ID + ".xlsx" }

// ledger lists tasks of a. The first of each paper that is not among those seen is the place of the paper.
func ledger(a *catalog.Agency, name, caption string, tasks []catalog.AgencyTask, seen map[*catalog.Document]bool) *table {
	t := &table{name: name, caption: caption, filter: []int{1, 7},
		head: []string{"角色", "任务原文", "共同承担", "目标值", "完成时限", "角色依据", "文件", "条款"}}
	for _, x := range tasks[:min(len(tasks), ledgerRows)] {
		paper := short(x.Document)
		if !seen[x.Document] {
			paper = link(x.Document.ShortTitle, file(x.Document), idLink.title("d-"+x.Document.ID))
			seen[x.Document] = true
		}
		t.row(add(plain(x.Role.Name()), doubtful(x.Doubts)), taskWords(x.Task), partners(a, x), figures(x.Task), due(x.Task), basisLink(x.Task), paper, sentence(x.Task))
	}
	return t
}

// due says by when a task is to be done; nothing where its paper does not.
func due(t *catalog.Task) inline { return plain(t.When()) }

// figures links the numbers in the text of t.
func figures(t *catalog.Task) inline {
	return join(each(t.Indicators, func(i *catalog.Indicator) inline { return link(indicatorName(i)+" "+value(i), file(i), "") }), "；")
}

// roleCounts says how many tasks there are in which role: 「牵头3，配合2」.
func roleCounts(n policy.RoleCount) string {
	parts := make([]string, 0, len(n))
	for _, k := range n.Kinds() {
		parts = append(parts, k.Name+strconv.Itoa(n[k.Role]))
	}
	return strings.Join(parts, "，")
}

// partners links the others of a group, with the part of the one that leads.
func partners(a *catalog.Agency, x catalog.AgencyTask) inline {
	var others []inline
	for _, m := range x.Members {
		if m.Agency != a {
			others = append(others, add(link(m.Name, file(m.Agency), ""), plain(partnerRole(m, x))))
		}
	}
	return join(others, "、")
}

// partnerRole marks the one that leads.
func partnerRole(m catalog.Member, x catalog.AgencyTask) string {
	if m.Role == policy.Lead && x.Role != policy.Lead {
		return "（" + m.Role.Name() + "）"
	}
	return ""
}

// ledgerForm is the ledger of a as a form for supervision, with empty columns to fill in. It is
// made to be printed.
func ledgerForm(a *catalog.Agency) *page {
	p := newPage(a.Path()+"-ledger.md", a.Name+"责任台账", a.Name+"的任务清单，供督查填写")
	p.set("linkTitle", "督查用台账")
	p.set("layout", "ledger")
	p.para(add(plain("共"+strconv.Itoa(len(a.Tasks))+"项："+roleCounts(a.Roles)+"。"),
		link("回到部门页", file(a), ""), plain("　"), link("下载电子表格（XLSX）", ledgerFile(a), "")), "")
	actions, general := tasksApart(a)
	if len(actions) == 0 {
		actions, general = general, nil
	}
	p.table(formTable(a, a.Name+"责任台账", actions, 1))
	if len(general) > 0 {
		p.section("general", "总体性条款")
		p.table(formTable(a, a.Name+"所涉总体性条款", general, len(actions)+1))
	}
	return p
}

// formTable lists tasks of a, counted from n.
func formTable(a *catalog.Agency, caption string, tasks []catalog.AgencyTask, n int) *table {
	t := &table{caption: caption, head: []string{"序号", "任务", "角色", "共同承担", "依据", "完成时限", "进展", "备注"}}
	for i, x := range tasks[:min(len(tasks), ledgerRows)] {
		var others []inline
		for _, m := range x.Members {
			if m.Agency != a {
				others = append(others, plain(m.Name+partnerRole(m, x)))
			}
		}
		t.row(number0(n+i), taskWords(x.Task), add(plain(x.Role.Name()), doubtful(x.Doubts)), join(others, "、"),
			add(plain(x.Document.ShortTitle+" "), taskPlace(x.Task)), due(x.Task), inline{}, inline{})
	}
	return t
}
