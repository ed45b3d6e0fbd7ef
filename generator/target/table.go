package target

import (
	"strconv"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"

	"zhengce/generator/words"
)

// A targetTable is a table of targets: which columns hold what.
type targetTable struct {
	name   int // the indicator's name
	unit   int // its unit, -1 if the table has no such column
	number int // its printed number, -1
	goals  []targetColumn
	notes  int // the column that explains an indicator, -1
}

// A targetColumn is a column of values to be reached.
type targetColumn struct {
	col  int
	year int // 0 if its title names none
	span source.Span
}

// readTargetTable reads the header of a table. ok is false where it is no table of targets.
func (f *finder) readTargetTable(t *document.Table) (targetTable, [][]source.Cell, bool) {
	header, rows := t.Header, t.Rows
	if len(header) == 0 && len(rows) > 1 {
		header, rows = rows[0], rows[1:]
	}
	header, rows, ahead := f.titles(header, rows)
	h := targetTable{name: -1, unit: -1, number: -1, notes: -1}
	var years []targetColumn
	for _, cell := range header {
		title := f.d.File.Squeezed(cell.Span)
		year := titleYear(title)
		switch {
		case words.In(title, []string{"责任", "牵头", "配合", "部门", "处室"}):
			if title != "责任指标" {
				continue
			}
		case title == "序号" || title == "编号":
			h.number = cell.Col
		case title == "单位" || title == "计量单位":
			h.unit = cell.Col
		case words.In(title, []string{"含义", "定义", "说明", "解释", "备注", "口径"}):
			h.notes = cell.Col
		case words.In(title, []string{"属性", "性质", "类型", "类别", "来源", "权重", "分值", "基期", "基数", "基准", "现状", "实际", "基础值", "完成"}):
		case year > 0:
			years = append(years, targetColumn{cell.Col, year, cell.Span})
		case words.In(title, []string{"目标", "预期值", "评价标准", "标准值", "指标值", "规划值", "计划值", "控制值", "累计"}) && h.name >= 0:
			h.goals = append(h.goals, targetColumn{col: cell.Col})
		case words.In(title, []string{"指标", "项目", "名称", "内容"}):
			h.name = cell.Col
		}
	}
	for _, y := range years {
		if ahead {
			h.goals = append(h.goals, y)
			continue
		}
		if f.begins > 0 && y.year < f.begins || f.begins == 0 && y.year == years[0].year && startsWithState(years) {
			continue // the state at the start
		}
		h.goals = append(h.goals, y)
	}
	head := ""
	for _, cell := range header {
		head += f.d.File.Squeezed(cell.Span)
	}
	ok := h.name >= 0 && len(h.goals) > 0 && (strings.Contains(head, "指标") || strings.Contains(head, "目标"))
	return h, rows, ok
}

// startsWithState reports whether the first of the years in the head of a table, in a paper of unknown
// date, tells the state at the start: it has one other beside it, or lies years before it.
func startsWithState(years []targetColumn) bool {
	return len(years) == 2 || len(years) > 2 && years[1].year-years[0].year > 1
}

// titles puts the second row of titles, under one that spans columns, in its place. ahead tells
// that the one above calls all of them goals.
func (f *finder) titles(header []source.Cell, rows [][]source.Cell) (titles []source.Cell, rest [][]source.Cell, ahead bool) {
	if len(rows) == 0 {
		return header, rows, false
	}
	under := false
	for i, cell := range header {
		if cell.ColSpan > 1 {
			under = under || !titledBelow(header[i+1:], cell)
			ahead = ahead || words.In(f.d.File.Squeezed(cell.Span), []string{"目标", "预期", "规划", "计划"})
		} else {
			titles = append(titles, cell)
		}
	}
	if !under {
		return titles, rows, ahead
	}
	return append(titles, rows[0]...), rows[1:], ahead
}

// titledBelow reports whether the head itself holds the second row, with titles under the one that
// spans columns.
func titledBelow(rest []source.Cell, span source.Cell) bool {
	for _, c := range rest {
		if span.Col <= c.Col && c.Col < span.Col+span.ColSpan {
			return true
		}
	}
	return false
}

// titleYear returns the year in the title of a column, the last of a span, or 0.
func titleYear(title string) int {
	for i := range title {
		if y, ok := readYear(title, i); ok {
			return y.year
		}
	}
	return 0
}

// table finds the targets of a table in the body of the paper. held is the year that the text before it gives.
func (f *finder) table(t *document.Table, measure string, held heldYear) {
	h, rows, ok := f.readTargetTable(t)
	if !ok {
		f.box(t, measure, held)
		return
	}
	f.targets(h, rows, held, func(int) string { return measure })
}

// box reads a table with a single column, a frame around text, as paragraphs.
func (f *finder) box(t *document.Table, measure string, held heldYear) {
	for _, row := range append([][]source.Cell{t.Header}, t.Rows...) {
		if len(row) > 1 {
			return
		}
	}
	for _, row := range append([][]source.Cell{t.Header}, t.Rows...) {
		for _, cell := range row {
			f.paragraph(cell.Span, measure, f.plainScope(), &yearClock{held: held, now: f.docYear})
		}
	}
}

// annexTables finds the targets of the tables in annexes: 附件1/3 is the third of annex 1.
func (f *finder) annexTables() {
	mark, inside := "", false
	for _, b := range f.d.Blocks {
		switch {
		case b.Kind == document.AnnexMark:
			mark, inside = annexMark(f.d.File.Squeezed(b.Span)), true
		case b.Table != nil && !insideSection(b) && (b.Table.Annex || inside):
			if h, rows, ok := f.readTargetTable(b.Table); ok {
				in := "附件" + mark
				f.targets(h, rows, heldYear{}, func(n int) string { return in + "/" + strconv.Itoa(n) })
			}
		}
	}
}

// annexMark returns the number of an annex's mark: "1" of 附件1, "" of 附件.
func annexMark(s string) string {
	s = strings.TrimPrefix(s, "附件")
	if v, end, _ := readBare(s, 0); end > 0 {
		return strconv.Itoa(int(v))
	}
	return ""
}

// A targetRow is what holds for all cells of a row.
type targetRow struct {
	title, unit, measure string
	held                 heldYear // the year that the text before the table gives
	floor                bool     // the cell explains a qualitative indicator; only floors count
}

// targets reads the rows of a table of targets. A cell that spans rows holds for each of them.
func (f *finder) targets(h targetTable, rows [][]source.Cell, held heldYear, id func(int) string) {
	type spanned struct {
		cell source.Cell
		left int
	}
	above := map[int]spanned{}
	for k, row := range rows {
		cells := map[int]source.Cell{}
		for col, s := range above {
			if s.left > 0 {
				cells[col] = s.cell
				above[col] = spanned{s.cell, s.left - 1}
			}
		}
		for _, cell := range row {
			cells[cell.Col] = cell
			if cell.RowSpan > 1 {
				above[cell.Col] = spanned{cell, cell.RowSpan - 1}
			}
		}
		f.targetCells(h, cells, held, id, k+1)
	}
}

// targetCells reads one row: one record for each target cell with a value.
func (f *finder) targetCells(h targetTable, cells map[int]source.Cell, held heldYear, id func(int) string, no int) {
	name, ok := cells[h.name]
	if !ok {
		return
	}
	title := f.d.File.Squeezed(name.Span)
	if mark, n := numeral.ReadMark(title); n > 0 {
		no, title = mark.N, title[n:]
	}
	if cell, ok := cells[h.number]; ok {
		if v, end, _ := readBare(f.d.File.Squeezed(cell.Span), 0); end > 0 {
			no = int(v)
		}
	}
	var row targetRow
	row.title, row.unit = nameAndUnit(title)
	if cell, ok := cells[h.unit]; ok && h.unit >= 0 {
		row.unit = f.d.File.Squeezed(cell.Span)
	}
	row.measure, row.held = id(no), held
	count := len(f.found)
	for _, goal := range h.goals {
		if cell, ok := cells[goal.col]; ok {
			f.targetCell(cell.Span, goal, row)
		}
	}
	// A qualitative indicator may set a floor in its explanation.
	if cell, ok := cells[h.notes]; ok && h.notes >= 0 && len(f.found) == count {
		for _, goal := range h.goals {
			if std, ok := cells[goal.col]; ok && strings.Contains(f.d.File.Squeezed(std.Span), "定性") {
				row.floor = true
				f.targetCell(cell.Span, goal, row)
				break
			}
		}
	}
}

// nameAndUnit cuts the unit off a name such as 「森林覆盖率（%）」.
func nameAndUnit(name string) (title, unit string) {
	for _, b := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(name, b[0]); i > 0 && strings.HasSuffix(name, b[1]) {
			inner := name[i+len(b[0]) : len(name)-len(b[1])]
			folded := strings.TrimPrefix(foldWidth(inner), "1") // （1/10万）
			if _, _, _, end, _ := readUnit(folded); end == len(folded) && end > 0 {
				return name[:i], inner
			}
		}
	}
	return name, ""
}

// targetCell reads the values of one cell. A bare number takes the unit of the row.
func (f *finder) targetCell(span source.Span, goal targetColumn, row targetRow) {
	span = f.d.File.Trim(span)
	if span.Empty() {
		return
	}
	scope := sectionScope{cell: !row.floor, weighed: f.weighed}
	clock := &yearClock{goal: true, held: row.held, column: heldYear{year: goal.year, basis: goal.span}, now: f.docYear}
	t := newParagraph(f.file, span)
	plain := plainCell(t)
	if plain != nil && !row.floor {
		if plain.unitStart == plain.unitEnd {
			plain.unit, plain.group = row.unit, "size"
		}
		row.title += words.Suffix(t.s[:plain.start], changeVerbs)
		clock.enter(t, nil)
		c := newCandidate(t, plain, readComparator(t, plain, 0), &scope, nil)
		c.when = clock.at(plain.start)
		c.year, c.kind = c.when.year, policy.Target
		f.record(c, clock, row)
		return
	}
	for _, c := range candidatesIn(t, &scope, clock) {
		if row.floor && (c.cmp.cmp != "≥" && c.cmp.cmp != "≤" || !c.cmp.near || c.n.group != "share") {
			continue
		}
		c.kind = policy.Target
		if row.floor {
			c.kind = policy.Threshold
		}
		f.record(c, clock, row)
	}
}

// record adds a number of a table under the name of its row.
func (f *finder) record(c *candidate, clock *yearClock, row targetRow) {
	ind := c.indicator(row.measure, clock)
	ind.Subject = row.title
	f.add(ind, f.annualOf(nil), false)
}

// plainCell returns the number of a cell that holds nothing else: 「23.04」, 「＞80」, 「〔18〕」,
// 「下降15%」, or nil. Of 「23.04〔1.38〕」, a level and the change to it, it is the level.
func plainCell(t *paragraph) *number {
	open := *t
	open.masked = make([]bool, len(t.s))
	numbers, years := readNumbers(&open)
	if len(numbers) == 0 || len(years) > 0 {
		return nil
	}
	n := &numbers[0]
	if i := strings.Index(t.s, "〔"); len(numbers) == 2 && i > 0 && numbers[1].start > i && strings.HasSuffix(t.s, "〕") && i == n.unitEnd {
		return n
	}
	if len(numbers) != 1 {
		return nil
	}
	head := strings.Trim(t.s[:n.start], "〔（")
	head = strings.TrimSuffix(head, words.Suffix(head, []string{"累计"}))
	tail := strings.Trim(t.s[n.unitEnd:], "〕）")
	known := head == "" || words.Suffix(head, changeVerbs) == head || longestComparator(head, comparatorsBefore, strings.HasSuffix).word == head || words.Suffix(head, reachVerbs) == head
	if !known || tail != "" && longestComparator(tail, comparatorsAfter, strings.HasPrefix).word != tail {
		return nil
	}
	return n
}
