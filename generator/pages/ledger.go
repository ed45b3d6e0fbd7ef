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

// ledger lists the tasks of a.
func ledger(a *catalog.Agency) *table {
	t := &table{name: "agencies/" + a.ID, caption: "责任台账", filter: []int{1, 6},
		head: []string{"角色", "任务原文", "共同承担", "目标值", "角色依据", "文件", "条款"}}
	var before *catalog.Document
	for _, x := range a.Tasks[:min(len(a.Tasks), ledgerRows)] {
		paper := short(x.Document)
		if x.Document != before {
			paper = link(x.Document.ShortTitle, file(x.Document), idLink.title("d-"+x.Document.ID))
			before = x.Document
		}
		t.row(plain(x.Role.Name()), taskWords(x.Task), partners(a, x), figures(x.Task), basisLink(x.Task), paper, sentence(x.Task))
	}
	return t
}

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
	t := &table{caption: a.Name + "责任台账", head: []string{"序号", "任务", "角色", "共同承担", "依据", "完成时限", "进展", "备注"}}
	for n, x := range a.Tasks[:min(len(a.Tasks), ledgerRows)] {
		var others []inline
		for _, m := range x.Members {
			if m.Agency != a {
				others = append(others, plain(m.Name+partnerRole(m, x)))
			}
		}
		t.row(number0(n+1), taskWords(x.Task), plain(x.Role.Name()), join(others, "、"),
			add(plain(x.Document.ShortTitle+" "), taskPlace(x.Task)), inline{}, inline{}, inline{})
	}
	p.table(t)
	return p
}
