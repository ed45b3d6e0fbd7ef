package export

import (
	"slices"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/policy"
)

// byAgency are the columns that say what an agency does in a task.
var byAgency = []column{
	{"rank", "integer", "次序", "在该组部门中的位置，从 1 起", ""},
	{"agency", "string", "部门编号", "", "agencies.id"},
	{"name", "string", "部门名称", "成文时的全称", ""},
	{"written", "string", "原文写法", "", ""},
	{"role", "string", "角色", policy.RoleCodes(), ""},
	{"rule", "string", "依据", "给出角色的规则", "rules.rule"},
	{"basis", "string", "依据的原话", "", ""},
	{"found", "string", "认定规则", "据以认定这是一组责任部门的规则", "rules.rule"},
	{"basis_start", "integer", "依据起", "", ""},
	{"basis_end", "integer", "依据止", "", ""},
	{"start", "integer", "部门起", "部门名称在原件中的位置", ""},
	{"end", "integer", "部门止", "", ""},
	{"page", "string", "网页", "", ""},
	inAnnex,
	doubtColumn,
}

// addMembers adds a row for each agency of task, after the cells that tell of the task. A basis that stands in another
// file than the task has no place there.
func addMembers(t *table, at places, task *catalog.Task, cells ...string) {
	in := at.annexFile(task.Span)
	from, to := "", ""
	if at.annexFile(task.Basis.Span) == in {
		from, to = at.span(task.Basis.Span)
	}
	for n, m := range task.Members {
		start, end := at.span(m.Span)
		t.add(append(cells[:len(cells):len(cells)], count(n+1), m.Agency.ID, m.Name, m.Written, string(m.Role), task.Basis.Rule, task.Basis.Quote, task.Found,
			from, to, start, end, page(task.Path()), in, doubts(slices.Concat(task.Doubts, m.Doubts)))...)
	}
}

func assignments(c *catalog.Catalog) *table {
	t := &table{name: "assignments", title: "责任分工", about: "正文中每组责任部门的每个部门一行", key: []string{"document", "measure", "group", "rank"},
		columns: append([]column{
			{"document", "string", "文件编号", "", "documents.id"},
			{"measure", "string", "措施序号", "写在大标题里的，是这一部分的序号", ""},
			{"group", "integer", "组", "在该措施或部分中的次序，从 0 起", ""},
			{"task", "string", "任务", "该组部门负责的文字，不含空白", ""},
			{"task_start", "integer", "任务起", "", ""},
			{"task_end", "integer", "任务止", "", ""},
		}, byAgency...)}
	for _, d := range c.Documents {
		at := placesOf(d)
		for _, task := range d.InText() {
			start, end := at.span(task.Span)
			addMembers(t, at, task, d.ID, placeOf(task).Measure, count(task.Index), task.Text, start, end)
		}
	}
	return t
}

func annex(c *catalog.Catalog) *table {
	t := &table{name: "annex", title: "附件分工表", about: "附件分工表每项任务的每个部门一行", key: []string{"document", "row", "rank"},
		columns: append([]column{
			{"document", "string", "文件编号", "", "documents.id"},
			{"row", "integer", "行", "在附件中的次序，从 1 起", ""},
			{"no", "integer", "序号", "原文所印", ""},
			{"task", "string", "任务", "", ""},
			{"measure", "string", "所述措施", "未能对应的为空", ""},
			{"task_start", "integer", "任务起", "", ""},
			{"task_end", "integer", "任务止", "", ""},
		}, byAgency...)}
	for _, d := range c.Documents {
		at := placesOf(d)
		for n, r := range d.Annex {
			start, end := at.span(r.TaskSpan)
			addMembers(t, at, r.Task, d.ID, count(n+1), count(r.No), r.AnnexRow.Task, r.AnnexRow.Measure, start, end)
		}
	}
	return t
}

func agencies(c *catalog.Catalog) *table {
	t := &table{name: "agencies", title: "部门", about: "每个部门一行；任务数含附件", key: []string{"id"}, columns: slices.Concat([]column{
		{"id", "string", "编号", "", ""},
		{"name", "string", "名称", "在最新一份文件中的名称", ""},
		{"short_name", "string", "简称", "不含地区", ""},
		{"region", "string", "地区", "", ""},
		{"function", "string", "职能", "跨地区比较用，未知的为空", ""},
		{"collective", "boolean", "统称", "如各市人民政府", ""},
	}, roleColumns(), []column{
		{"tasks", "integer", "任务数", "", ""},
		{"documents", "integer", "文件数", "", ""},
		{"page", "string", "网页", "", ""},
	})}
	for _, a := range c.Agencies {
		cells := []string{a.ID, a.Name, a.ShortName, a.Region, a.Function, boolean(a.Collective)}
		for _, k := range policy.Roles {
			cells = append(cells, count(a.Roles[k.Role]))
		}
		t.add(append(cells, count(len(a.Tasks)), count(len(a.Documents)), page(a.Path()))...)
	}
	return t
}

// roleColumns are the columns that count tasks by role, one for every role.
func roleColumns() []column {
	var out []column
	for _, k := range policy.Roles {
		out = append(out, column{string(k.Role), "integer", k.Name, "", ""})
	}
	return out
}

func agencyNames(c *catalog.Catalog) *table {
	t := &table{name: "agency_names", title: "部门名称", about: "每个名称在每份文件中一行", key: []string{"agency", "name", "document"}, columns: []column{
		{"agency", "string", "部门编号", "", "agencies.id"},
		{"name", "string", "名称", "成文时的全称", ""},
		{"written", "string", "各种写法", "各文件中的写法，以分号隔开", ""},
		{"relation", "string", "与首个名称的关系", "same 同名，short 简称，slip 笔误，renamed 更名", ""},
		{"evidence", "string", "归并依据", "", ""},
		{"document", "string", "文件编号", "", "documents.id"},
		{"date", "date", "成文日期", "", ""},
	}}
	for _, a := range c.Agencies {
		for _, n := range a.Names {
			for _, d := range n.Documents {
				t.add(a.ID, n.Name, strings.Join(n.Written, "；"), n.Relation, n.Evidence, d.ID, d.Meta.Date)
			}
		}
	}
	return t
}
