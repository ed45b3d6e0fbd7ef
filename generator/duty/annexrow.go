package duty

import (
	"regexp"
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

var (
	serialHead = regexp.MustCompile(`^(?:序号|编号|号)$`)
	agencyHead = regexp.MustCompile(`(?:责任|牵头|配合|主办|协办|承办|参加|参与|负责|实施|主责|指导)(?:责任|负责|落实)?(?:单位|部门|主体|机构)|^(?:单位|部门)$`)
	// roleWord is the word of a column's title that gives its bodies a role: 市级牵头单位.
	roleWord   = regexp.MustCompile(`牵头|主责|主办|汇总|配合|协办|协同|参加|参与`)
	officeHead = regexp.MustCompile(`处室|科室|联系人|责任人|电话`)
	// withPerson is the title of a column of bodies that names a person as well: 牵头部门及责任人.
	withPerson = regexp.MustCompile(`(?:单位|部门)(?:及|和|、|/|[（(])(?:责任人|联系人)`)
	taskHead   = regexp.MustCompile(`工作|任务|事项|措施|内容|举措|项目|政策|目标|要求|要点`)
	// deadlineHead is the title of the column with the date by which a task is to be done.
	deadlineHead = regexp.MustCompile(`^(?:完成|办结|时间|进度)(?:时限|时间|节点|要求|期限)$|^(?:时限|时间节点|完成期限)$`)
	otherHead    = regexp.MustCompile(`时限|时间|进度|备注|完成|单位$|指标|属性`)
)

// columns says what the columns of a task table hold, by their titles.
type columns struct {
	serial   int
	tasks    []int
	agencies []int
	roles    map[int]policy.Role // by column; none for a plain 责任部门
	titles   map[int]string
	deadline int // column of 完成时限, or -1
}

// annexRows reads the tables that tie tasks to agencies, row by row.
func (f *finder) annexRows() {
	for _, t := range f.doc.Tables {
		if cols, ok := f.taskColumns(t); ok {
			f.tableRows(t, cols)
		}
	}
	if len(f.Annex) == 0 {
		return
	}
	measures := f.plainMeasures()
	seen := map[int]int{}
	for _, r := range f.Annex {
		r.Measure = measureOf(r, measures)
		r.Again = seen[r.No]
		seen[r.No]++
	}
}

// taskColumns reads the head of a table; ok is false where it is no table of tasks.
func (f *finder) taskColumns(t *document.Table) (c columns, ok bool) {
	c = columns{serial: -1, deadline: -1, roles: map[int]policy.Role{}, titles: map[int]string{}}
	for _, cell := range t.Header {
		title := f.file.Squeezed(cell.Span)
		c.titles[cell.Col] = title
		switch {
		case serialHead.MatchString(title):
			c.serial = cell.Col
		case officeHead.MatchString(title) && !withPerson.MatchString(title):
		case deadlineHead.MatchString(title):
			c.deadline = cell.Col
		case agencyHead.MatchString(title):
			c.agencies = append(c.agencies, cell.Col)
			if word := roleWord.FindString(title); word != "" {
				c.roles[cell.Col] = labelRole[word]
			}
		case taskHead.MatchString(title) && !otherHead.MatchString(title):
			c.tasks = append(c.tasks, cell.Col)
		}
	}
	return c, len(c.agencies) > 0 && len(c.tasks) > 0 && !c.targets() && !c.powers()
}

// powerHead is the title of a column that only a list of powers has.
var powerHead = regexp.MustCompile(`^(?:权力|职权|事项)(?:类别|类型|属性)$|^(?:设定|实施|法律|法定)依据$|^(?:许可|审批)(?:条件|层级|权限|类别)$`)

// powers reports whether the table lists what bodies may permit or check, which orders nothing:
// 「事项名称」, 「权力类别」, 「实施部门」.
func (c columns) powers() bool {
	for _, col := range c.agencies {
		if !strings.HasPrefix(c.titles[col], "实施") {
			return false
		}
	}
	for _, title := range c.titles {
		if powerHead.MatchString(title) {
			return true
		}
	}
	return false
}

// targets reports whether the table is one of targets, whose column 单位 holds units of measure.
func (c columns) targets() bool {
	for _, col := range c.agencies {
		if title := c.titles[col]; title != "单位" {
			return false
		}
	}
	for _, title := range c.titles {
		if strings.Contains(title, "指标") || strings.Contains(title, "属性") || strings.Contains(title, "目标值") || namesYear(title) {
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
func (c columns) shared(col int) bool {
	return col == c.deadline || slices.Contains(c.agencies, col)
}

// tableRows reads the rows of a table of tasks.
func (f *finder) tableRows(t *document.Table, c columns) {
	no := 0
	merged := map[int]source.Cell{} // cells of agencies and dates that cover rows to come
	for i, row := range t.Rows {
		byCol := map[int]source.Cell{}
		for col, cell := range merged {
			byCol[col] = cell
			if cell.RowSpan--; cell.RowSpan <= 1 {
				delete(merged, col)
			} else {
				merged[col] = cell
			}
		}
		for _, cell := range row {
			byCol[cell.Col] = cell
			if cell.RowSpan > 1 && c.shared(cell.Col) {
				merged[cell.Col] = cell
			}
		}
		if cell, ok := byCol[c.serial]; ok {
			if n, ok := numeral.Parse(strings.Trim(f.file.Squeezed(cell.Span), ".、．（）()")); ok {
				no = n
			}
		}
		if r := f.annexRow(c, byCol, no); r != nil {
			r.Row = i + 1
			f.Annex = append(f.Annex, r)
		}
	}
}

// annexRow reads one row; nil where it names no agency, as the title rows of sections do.
func (f *finder) annexRow(c columns, cells map[int]source.Cell, no int) *policy.AnnexRow {
	r := &policy.AnnexRow{No: no}
	for _, col := range c.tasks {
		cell, ok := cells[col]
		if !ok || cell.Empty() {
			continue
		}
		r.Task += f.file.Squeezed(cell.Span)
		r.TaskSpan = join(r.TaskSpan, cell.Span)
	}
	var list []member
	var words policy.Basis
	for _, col := range c.agencies {
		cell, ok := cells[col]
		if !ok || cell.Empty() {
			continue
		}
		column := policy.Basis{Rule: "column", Quote: c.titles[col]}
		role, ok := c.roles[col]
		ms, worded := f.wordedCell(cell.Span)
		switch {
		case !ok && len(ms) > 0:
			words = worded
		case ok:
			ms, words = withWord(f.cellMembers(cell.Span), role), column
		default:
			ms = f.cellMembers(cell.Span)
			if words.Rule == "" {
				words = column
			}
		}
		list = append(list, ms...)
		r.Span = join(r.Span, cell.Span)
	}
	if len(list) == 0 || r.Task == "" {
		return nil
	}
	if cell, ok := cells[c.deadline]; ok {
		r.Deadline = f.file.Squeezed(cell.Span)
	}
	r.Span = join(r.Span, r.TaskSpan)
	r.Agencies, r.Basis = f.roles(list, words)
	return r
}

// wordedCell reads a cell that says itself who leads: 「牵头单位：市教育局⏎配合单位：市财政局」, 「市教育局会同市财政局」.
// It returns nothing for a plain list.
func (f *finder) wordedCell(s source.Span) ([]member, policy.Basis) {
	text := f.file.Slice(s)
	if !label.MatchString(text) && leadingAt(text) < 0 && !jointly.MatchString(text) && !mainly.MatchString(text) {
		return nil, policy.Basis{}
	}
	list, words := f.readGroup(trimRule(text), s.Start)
	if sure, unknown := count(list); sure == 0 || unknown > 0 {
		return nil, policy.Basis{}
	}
	return list, words
}

// cellMembers reads the names of a cell; a name may be broken over lines, 「国土资源⏎厅」, and
// one that was cut off, 「通信管理」, stays as it is.
func (f *finder) cellMembers(s source.Span) []member {
	text := f.file.Slice(s)
	var out []member
	for _, t := range tokens(text) {
		t = trimToken(text, t)
		written := source.Squeeze(text[t.start:t.end])
		if written == "" || written == "/" || written == "—" || written == "-" {
			continue
		}
		list := membersOf(text[t.start:t.end], s.Start+t.start)
		if _, unknown := count(list); unknown > 0 {
			out = append(out, member{Span: source.Span{Start: s.Start + t.start, End: s.Start + t.end}, written: written})
			continue
		}
		out = append(out, list...)
	}
	return out
}

func join(a, b source.Span) source.Span {
	if a.Empty() {
		return b
	}
	return source.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}
