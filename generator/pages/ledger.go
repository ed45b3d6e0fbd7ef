package pages

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// ledgerRows is how many tasks of a kind an agency's page shows; the list of measures and the spreadsheet have all.
const ledgerRows = 25

// filterRows is how many rows a reader sees at once and need not filter.
const filterRows = 8

// A ledgerPart is a kind of tasks on an agency's page.
type ledgerPart struct {
	id, title, name string
	tasks           []catalog.AgencyTask
	general         bool // they stand in general clauses, beside others
	only            bool // all stand in general clauses
}

// ledgerParts parts the tasks of a: those that it answers for, those that it shares, and those of general clauses.
func ledgerParts(a *catalog.Agency) []ledgerPart {
	actions, general := tasksApart(a)
	only := len(actions) == 0
	if only {
		actions, general = general, nil
	}
	var answers, shares []catalog.AgencyTask
	for _, x := range actions {
		if k, _ := x.Role.Kind(); k.Answers {
			answers = append(answers, x)
		} else {
			shares = append(shares, x)
		}
	}
	name := "agencies/" + a.ID
	return []ledgerPart{
		{id: "tasks", title: "牵头或单独负责", name: name, tasks: answers, only: only},
		{id: "shared", title: "共同承担和配合", name: name + "-shared", tasks: shares, only: only && len(answers) == 0},
		{id: "general", title: "所涉总体性条款", name: name + "-general", tasks: general, general: true},
	}
}

// placedIn returns the papers that have a place on the page of a: those of the tasks that it shows.
func placedIn(a *catalog.Agency) map[*catalog.Document]bool {
	out := map[*catalog.Document]bool{}
	for _, part := range ledgerParts(a) {
		for _, x := range part.tasks[:min(len(part.tasks), ledgerRows)] {
			out[x.Document] = true
		}
	}
	return out
}

// dueOf returns the deadlines of a that have a day, in the order of their days.
func dueOf(a *catalog.Agency) []catalog.AgencyDeadline {
	var out []catalog.AgencyDeadline
	for _, x := range a.Deadlines() {
		if x.Day() != "" {
			out = append(out, x)
		}
	}
	slices.SortStableFunc(out, func(x, y catalog.AgencyDeadline) int { return cmp.Compare(x.Day(), y.Day()) })
	return out
}

// dueTable lists the latest of the deadlines of a. What is over on the day of reading is no part of it: the same papers give
// the same page on every day.
func dueTable(a *catalog.Agency, due []catalog.AgencyDeadline) *table {
	t := &table{name: "agencies/" + a.ID + "-deadlines", caption: "完成时限，由早到晚", head: []string{"时限", "事项", "角色", "文件", "条款"}}
	for _, x := range due[max(0, len(due)-ledgerRows):] {
		t.row(link(x.When(), "#", dueTitle(x.Deadline)), plain(x.Text()), plain(x.Role.Name()), short(x.Document), deadlinePlace(x.Deadline))
	}
	return t
}

// ledgerFile is the address of the spreadsheet of a's tasks, which package export writes.
func ledgerFile(a *catalog.Agency) string { return "/data/ledgers/" + a.ID + ".xlsx" }

// ledger lists tasks of a. The first of each paper that is not among those seen is the place of the paper.
func ledger(a *catalog.Agency, name, caption string, tasks []catalog.AgencyTask, seen map[*catalog.Document]bool) *table {
	t := &table{name: name, caption: caption, head: []string{"角色", "任务原文", "共同承担", "目标值", "完成时限", "角色依据", "文件", "条款"}}
	if len(tasks) > filterRows {
		t.filter = []int{1, 7}
	}
	for _, x := range tasks[:min(len(tasks), ledgerRows)] {
		paper := short(x.Document)
		if !seen[x.Document] {
			paper = link(x.Document.ShortTitle, file(x.Document), idLink.title("d-"+x.Document.ID))
			seen[x.Document] = true
		}
		t.row(add(plain(x.Role.Name()), doubtful(x.Doubts)), taskWords(x.Task), partners(a, x), figures(x.Task), due(x.Task), basisLink(x.Task), paper, sentence(x.Task))
	}
	t.withoutEmpty()
	return t
}

// due says by when a task is to be done; nothing where its paper does not.
func due(t *catalog.Task) inline { return plain(t.When()) }

// figures links the numbers in the text of t.
func figures(t *catalog.Task) inline {
	return join(each(t.Indicators, func(i *catalog.Indicator) inline { return link(indicatorName(i)+" "+i.Amount(), file(i), "") }), "；")
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
