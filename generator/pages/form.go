package pages

import (
	"fmt"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
)

// formCharacters is how much of a task a printed form shows, so that a sheet holds eight; its clause is named beside it.
const formCharacters = 110

// formRows is how many tasks a form lists, some forty sheets; the spreadsheet has all.
const formRows = 300

// formHead are the columns of the printed form. The last two are filled in by hand.
var formHead = []string{"序号", "任务", "角色", "共同承担", "时限", "进展", "备注"}

// ledgerForm is the ledger of a as a form for supervision, made to be printed and filled in: the tasks by paper, of
// each paper its name and the bases of the roles once.
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
	p.form(a, a.Name+"责任台账", actions, 1)
	if len(general) > 0 {
		p.section("general", "总体性条款")
		p.form(a, a.Name+"所涉总体性条款", general, len(actions)+1)
	}
	return p
}

// form lists tasks of a, counted from n, paper by paper. The row before those of a paper names it.
func (p *page) form(a *catalog.Agency, caption string, tasks []catalog.AgencyTask, n int) {
	if len(tasks) > formRows {
		p.para(add(plain("下表为前 "+strconv.Itoa(formRows)+" 项，全部 "+strconv.Itoa(len(tasks))+" 项见"), link("电子表格（XLSX）", ledgerFile(a), ""), plain("。")), "")
		tasks = tasks[:formRows]
	}
	t := &table{caption: caption, head: formHead}
	for i, x := range tasks {
		if i == 0 || x.Document != tasks[i-1].Document {
			t.band(paperBand(tasks[i:], n+i))
		}
		t.row(number0(n+i), add(formWords(x.Task), plain(" "), taskPlace(x.Task)), add(plain(x.Role.Name()), doubtful(x.Doubts)),
			formPartners(a, x), due(x.Task), inline{}, inline{})
	}
	p.table(t)
}

// band adds a row that is one cell.
func (t *table) band(text inline) {
	row := len(t.rows) + 1
	t.spans = append(t.spans, fmt.Sprintf("%d:0:1:%d", row, len(t.head)))
	cells := []inline{text}
	for i := 1; i < len(t.head); i++ {
		t.covered = append(t.covered, fmt.Sprintf("%d:%d", row, i))
		cells = append(cells, inline{})
	}
	t.row(cells...)
}

// paperBand names the paper of the first task and the bases of the roles in its tasks, each with the numbers of the tasks
// where there are several. The first task has the number n.
func paperBand(tasks []catalog.AgencyTask, n int) inline {
	d := tasks[0].Document
	parts := []inline{documentLink(d)}
	for _, value := range []string{d.Meta.Number, date(d.Meta.Date)} {
		if value != "" {
			parts = append(parts, plain(value))
		}
	}
	var says []string
	of := map[string][]int{}
	for i, x := range tasks {
		if x.Document != d {
			break
		}
		if of[x.Rule.Says] == nil {
			says = append(says, x.Rule.Says)
		}
		of[x.Rule.Says] = append(of[x.Rule.Says], n+i)
	}
	for i, s := range says {
		if len(says) > 1 {
			says[i] = s + "（" + ranges(of[s]) + "）"
		}
	}
	return add(join(parts, "　"), plain("　角色依据："+strings.Join(says, "；")))
}

// ranges writes numbers that rise: 1—4、6.
func ranges(list []int) string {
	var parts []string
	for i := 0; i < len(list); {
		end := i
		for end+1 < len(list) && list[end+1] == list[end]+1 {
			end++
		}
		part := strconv.Itoa(list[i])
		if end > i {
			part += "—" + strconv.Itoa(list[end])
		}
		parts = append(parts, part)
		i = end + 1
	}
	return strings.Join(parts, "、")
}

// formWords returns the text of t as far as a form has room for it.
func formWords(t *catalog.Task) inline {
	if len([]rune(t.Text)) <= formCharacters {
		return taskWords(t)
	}
	return plain(cut(t.Text, formCharacters))
}

// formPartners names the others of a group, with the part of the one that leads.
func formPartners(a *catalog.Agency, x catalog.AgencyTask) inline {
	var others []inline
	for _, m := range x.Members {
		if m.Agency != a {
			others = append(others, plain(m.Written+partnerRole(m, x)))
		}
	}
	return join(others, "、")
}
