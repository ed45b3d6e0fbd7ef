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
