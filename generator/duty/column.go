package duty

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	serialTitles  = words.Of("serial-titles")
	officeTitles  = words.Of("office-titles")
	dueTitles     = words.Of("due-titles")
	taskTitles    = words.Of("task-titles")
	notTaskTitles = words.Of("not-task-titles")
	targetTitles  = words.Of("target-titles")
	powerTitles   = words.Of("power-titles")

	agencyTitle = words.Pattern(`{{agency-title-words}}{{agency-title-middles}}?{{agency-title-nouns}}|^(?:单位|部门)$`)
	// withPerson is the title of a column of bodies that names a person as well: 牵头部门及责任人.
	withPerson = words.Pattern(`(?:单位|部门)(?:及|和|、|/|[（(])(?:责任人|联系人)`)
	dueTitle   = words.Pattern(`^` + dueName + `$`)
)

// columnRules tell what a column of a table of tasks holds by its title. A column for which none holds
// is not read.
var columnRules = policy.Decisions[string]{
	{
		Rule: policy.Rule{
			Name: "serial-column", Verdict: policy.Take, Says: "“序号”“编号”栏是任务的编号",
			Takes:  taskTable("〔序号〕", "重点工作", "责任单位", "1", "修好农村公路", "市交通局"),
			Leaves: taskTable("序号", "〔重点工作〕", "责任单位", "1", "修好农村公路", "市交通局"),
		},
		Holds: func(title string) bool { return slices.Contains(serialTitles, title) },
	},
	{
		Rule: policy.Rule{
			Name: "office-column", Verdict: policy.Leave, Says: "“责任处室”“联系人”“电话”一类栏目写的是部门之下的处室和人",
			Takes:  taskTable("序号", "重点工作", "责任单位", "〔责任单位联系人〕", "1", "修好农村公路", "市交通局", "市公路局"),
			Leaves: taskTable("序号", "重点工作", "〔责任单位及联系人〕", "1", "修好农村公路", "市交通局"),
		},
		Holds: func(title string) bool { return words.In(title, officeTitles) && !withPerson.MatchString(title) },
	},
	{
		Rule: policy.Rule{
			Name: "due-column", Verdict: policy.Take, Says: "“完成时限”“时间节点”一类栏目是完成时限",
			Takes:  taskTable("序号", "重点工作", "责任单位", "〔完成时限〕", "1", "修好农村公路", "市交通局", "2022年底"),
			Leaves: taskTable("序号", "重点工作", "责任单位", "〔备注〕", "1", "修好农村公路", "市交通局", "2022年底"),
		},
		Holds: func(title string) bool { return slices.Contains(dueTitles, title) || dueTitle.MatchString(title) },
	},
	{
		// After office-column: 责任单位联系人 begins like 责任单位.
		Rule: policy.Rule{
			Name: "agency-column", Verdict: policy.Take, Says: "“责任单位”“牵头部门”一类栏目是部门，栏目名称里有“牵头”“配合”的按此定角色",
			Takes:  taskTable("序号", "重点工作", "〔责任单位〕", "1", "修好农村公路", "市交通局"),
			Leaves: taskTable("序号", "重点工作", "〔施工单位〕", "1", "修好农村公路", "市交通局"),
		},
		Holds: agencyTitle.MatchString,
	},
	{
		// After agency-column: 任务责任部门 holds a word of tasks as well.
		Rule: policy.Rule{
			Name: "task-column", Verdict: policy.Take, Says: "“重点工作”“任务”“措施”一类栏目是任务",
			Takes:  taskTable("序号", "〔重点工作〕", "责任单位", "1", "修好农村公路", "市交通局"),
			Leaves: taskTable("序号", "重点工作", "责任单位", "〔工作进度〕", "1", "修好农村公路", "市交通局", "已经开工"),
		},
		Holds: func(title string) bool {
			return words.In(title, taskTitles) && !words.In(title, notTaskTitles) && !strings.HasSuffix(title, "单位")
		},
	},
}

// taskTable returns a paper with one measure and a table of the cells, of which the first after the titles is 1.
func taskTable(cells ...string) string {
	return tableBefore("（一）修好路。修好农村公路，养好桥梁。", cells...)
}

// tableBefore returns a paper with a table of the cells before its measures.
func tableBefore(measures string, cells ...string) string {
	return "任务分工表\n\n" + strings.Join(cells, "\n\n") + "\n\n一、重点任务\n" + measures
}

// columns says what the columns of a task table hold, by their titles.
type columns struct {
	serial   int
	tasks    []int
	agencies []int
	roles    map[int]policy.Role // by column; none for a plain 责任部门
	titles   map[int]string
	deadline int // column of 完成时限, or -1
}

// taskColumns reads the head of a table.
func (f *finder) taskColumns(t *document.Table) *columns {
	c := &columns{serial: -1, deadline: -1, roles: map[int]policy.Role{}, titles: map[int]string{}}
	for _, cell := range t.Header {
		title := f.file.Squeezed(cell.Span)
		c.titles[cell.Col] = title
		rule, _ := first(f, columnRules, title, cell.Span)
		switch rule.Name {
		case "serial-column":
			c.serial = cell.Col
		case "due-column":
			c.deadline = cell.Col
		case "agency-column":
			c.agencies = append(c.agencies, cell.Col)
			if role := roleOfLabel(title); role != "" {
				c.roles[cell.Col] = role
			}
		case "task-column":
			c.tasks = append(c.tasks, cell.Col)
		}
	}
	if len(c.agencies) > 1 {
		c.agencies = slices.DeleteFunc(c.agencies, func(col int) bool { return c.titles[col] == "单位" && !f.namesBodies(t, col) })
	}
	return c
}

// namesBodies reports whether a cell of the column holds a body: beside 责任单位 the column 单位 mostly holds 个 and %.
func (f *finder) namesBodies(t *document.Table, col int) bool {
	for _, row := range t.Rows {
		for _, cell := range row {
			if sure, _ := count(membersOf(f.file.Slice(cell.Span), cell.Start)); cell.Col == col && sure > 0 {
				return true
			}
		}
	}
	return false
}

// tableRules tell which tables tie tasks to bodies.
var tableRules = policy.Decisions[*columns]{
	{
		Rule: policy.Rule{
			Name: "table-of-targets", Verdict: policy.Leave, Says: "有“指标”“属性”、年份等栏目的表，“单位”栏是计量单位",
			Takes:  taskTable("序号", "重点工作", "〔单位〕", "2025年", "1", "修好农村公路", "公里", "500"),
			Leaves: taskTable("序号", "重点工作", "〔单位〕", "备注", "1", "修好农村公路", "市交通局", "新增"),
		},
		Holds: (*columns).targets,
	},
	{
		Rule: policy.Rule{
			Name: "table-of-powers", Verdict: policy.Leave, Says: "有“权力类别”“设定依据”一类栏目、部门栏为“实施部门”的表是权责清单，不是分工",
			Takes:  taskTable("序号", "事项名称", "权力类别", "〔实施部门〕", "1", "临时占用绿地审批", "行政许可", "市园林局"),
			Leaves: taskTable("序号", "事项名称", "权力类别", "〔责任部门〕", "1", "临时占用绿地审批", "行政许可", "市园林局"),
		},
		Holds: (*columns).powers,
	},
	{
		// After table-of-targets and table-of-powers, which look like it.
		Rule: policy.Rule{
			Name: "table-of-tasks", Verdict: policy.Take, Says: "既有任务栏又有部门栏的表是分工表，每一行是一项分工",
			Takes:  taskTable("序号", "重点工作", "责任单位", "1", "修好农村公路", "〔市交通局〕"),
			Leaves: taskTable("序号", "路名", "责任单位", "1", "东山路", "〔市交通局〕"),
		},
		Holds: func(c *columns) bool { return len(c.agencies) > 0 && len(c.tasks) > 0 },
	},
}

// powers reports whether the table lists what bodies may permit or check, which orders nothing:
// 「事项名称」, 「权力类别」, 「实施部门」.
func (c *columns) powers() bool {
	return !c.agencyTitled(func(title string) bool { return !strings.HasPrefix(title, "实施") }) &&
		c.titled(func(title string) bool { return slices.Contains(powerTitles, title) })
}

// targets reports whether the table is one of targets, whose column 单位 holds units of measure.
func (c *columns) targets() bool {
	return !c.agencyTitled(func(title string) bool { return title != "单位" }) &&
		c.titled(func(title string) bool { return words.In(title, targetTitles) || namesYear(title) })
}

// agencyTitled reports whether holds is true of the title of a column of bodies.
func (c *columns) agencyTitled(holds func(title string) bool) bool {
	return slices.ContainsFunc(c.agencies, func(col int) bool { return holds(c.titles[col]) })
}

// titled reports whether holds is true of a title.
func (c *columns) titled(holds func(title string) bool) bool {
	for _, title := range c.titles {
		if holds(title) {
			return true
		}
	}
	return false
}

// namesYear reports whether the title of a column names a year: 2025年, 2021—2025年.
func namesYear(title string) bool {
	for i := range title {
		if year, end := numeral.ReadYear(title, i); year > 0 && strings.HasPrefix(title[end:], "年") && !strings.HasPrefix(title[end:], "年版") {
			return true
		}
	}
	return false
}

// shared reports whether a merged cell of a column holds for each row that it covers: who is
// responsible, and by when. A merged task stands with its first row only.
func (c *columns) shared(col int) bool { return col == c.deadline || slices.Contains(c.agencies, col) }
