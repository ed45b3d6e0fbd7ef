package target

import (
	"slices"
	"strings"

	"zhengce/generator/column"
	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/table"
	"zhengce/generator/words"
)

// A targetRow is what holds for all cells of a row.
type targetRow struct {
	title, unit, measure string
	held                 heldYear // the year that the text before the table gives
	base                 *policy.Base
	cell                 *policy.TargetCell // what all cells of the row have in common; nil where it names no indicator
	growth               bool               // its unit is not that of its growth
	floor                bool               // the cell explains a qualitative indicator; only floors count
}

// targets reads the rows of a table of targets, those that sum up others too. A cell that spans rows holds for each of
// them.
func (f *finder) targets(h targetTable, id func(no int) string) {
	for _, l := range h.Lines {
		if l.Kind == table.Entry || l.Kind == table.Total {
			f.targetCells(h, l, id)
		}
	}
}

// targetCells reads one row: one record for each target cell with a value. id is asked for the row by its printed
// number, 0 where it has none.
func (f *finder) targetCells(h targetTable, l table.Line, id func(no int) string) {
	title, cells := f.rowName(h, l), l.Cells
	if title == "" {
		return
	}
	no := 0
	if mark, n := numeral.ReadMark(title); n > 0 {
		no, title = mark.N, title[n:]
	}
	for _, col := range h.Of(column.Number) {
		if v, end, _ := readBare(f.d.File.Squeezed(cells[col].Span), 0); end > 0 {
			no = int(v)
		}
	}
	var row targetRow
	row.title, row.unit = nameAndUnit(title)
	for _, col := range h.Of(column.Unit) {
		if t := f.read(cells[col].Span); len(t.s) > 0 && !cells[col].Beside {
			row.unit = strings.Trim(t.written(0, len(t.s)), "（）()")
		}
	}
	if row.unit == "" {
		row.unit = h.Unit
	}
	row.measure, row.held, row.base = id(no), h.held, f.base(h, cells, row.unit)
	row.cell = f.cell(h, cells)
	count := len(f.found)
	year, named := f.yearOfRow(h, title)
	for _, goal := range h.goals {
		if named {
			goal.year, goal.span = year, cells[h.name].Span
		}
		if !cells[goal.col].Empty() && (!named || year >= f.begins) {
			f.targetCell(cells[goal.col].Span, goal, row.in(h.Columns[goal.col]))
		}
	}
	if len(f.found) == count {
		f.floors(h, cells, row)
	}
}

// yearOfRow returns the year that a row is for, where the rows of the table are years.
func (f *finder) yearOfRow(h targetTable, title string) (year int, ok bool) {
	if h.Columns[h.name].Kind != column.Place {
		return 0, false
	}
	year, end := numeral.ReadYear(title, 0)
	rest := strings.TrimPrefix(title[end:], "年")
	return year, year > 0 && (rest == "" || rest == "度")
}

// base returns the value of a row in the last column of the state at the start, nil where it has none.
func (f *finder) base(h targetTable, cells []table.Cell, unit string) *policy.Base {
	var out *policy.Base
	for _, b := range h.bases {
		t := f.read(f.d.File.Trim(cells[b.col].Span))
		n, _ := plainCell(t)
		if n == nil {
			continue
		}
		out = &policy.Base{Span: t.span(n.start, n.end), Number: n.value, Unit: unit, Year: b.year}
		if n.unitStart < n.unitEnd {
			out.Unit = n.unit
		}
	}
	return out
}

// cell returns what the cells of a row of indicators have in common, nil where the table has tasks or places.
func (f *finder) cell(h targetTable, cells []table.Cell) *policy.TargetCell {
	if h.Columns[h.name].Kind != column.Name {
		return nil
	}
	out := &policy.TargetCell{Name: cells[h.name].Span}
	for _, col := range h.Of(column.Nature) {
		if text := f.d.File.Squeezed(cells[col].Span); slices.Contains(natures, text) {
			out.Nature = text
		}
	}
	return out
}

var natures = words.Of("natures")

// rowName returns what the values of a row count: the name of an indicator, a task or a place, or what is summed up.
func (f *finder) rowName(h targetTable, l table.Line) string {
	name := l.Cells[h.name]
	if name.Empty() && l.Kind == table.Total {
		name = l.First()
	}
	return f.d.File.Squeezed(name.Span)
}

// in returns the row as it counts in a column: with the unit of its title, and where places are dealt a number, with
// what is counted.
func (r targetRow) in(c column.Column) targetRow {
	if c.Unit != "" {
		r.unit = c.Unit
	}
	switch {
	case c.Rule == measuredColumn:
		r.title += c.Own
	case c.Kind == column.Plan:
		r.title += c.Own
		if c.Unit == "" && words.In(c.Own, growthWords) && !strings.Contains(foldWidth(r.unit), "%") {
			r.growth = true
		}
	}
	return r
}

// measuredColumn is the rule on columns whose titles name what is counted.
const measuredColumn = "measured-column"

var growthWords = words.Of("growth-words")

// floors reads the floor that a qualitative indicator sets in its explanation.
func (f *finder) floors(h targetTable, cells []table.Cell, row targetRow) {
	notes := h.Of(column.Remark)
	if len(notes) == 0 {
		return
	}
	for _, goal := range h.goals {
		if strings.Contains(f.d.File.Squeezed(cells[goal.col].Span), "定性") {
			row.floor = true
			f.targetCell(cells[notes[len(notes)-1]].Span, goal, row)
			return
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
	if row.cell != nil {
		own := *row.cell
		own.Span, row.cell = span, &own
	}
	scope := sectionScope{cell: !row.floor, weighed: f.weighed}
	clock := &yearClock{goal: true, held: row.held, column: heldYear{year: goal.year, basis: goal.span}, now: f.docYear}
	t := f.read(f.d.File.Trim(span))
	if !row.floor && (f.plainValue(t, &scope, clock, row) || f.labelledValues(t, &scope, clock, row)) {
		return
	}
	for _, c := range candidatesIn(t, &scope, clock) {
		if row.floor {
			rule, ok := floors.First(c)
			if !ok {
				continue
			}
			c.kind, c.rule, c.kindRule = policy.Threshold, rule, rule
		} else if rule, ok := cellKinds.First(c); ok {
			c.kind, c.kindRule = policy.Target, rule
		}
		f.record(c, clock, row)
	}
}

// plainValue reads a cell, or a part of one, that holds one value and nothing else.
func (f *finder) plainValue(t *paragraph, scope *sectionScope, clock *yearClock, row targetRow) bool {
	n, rule := plainCell(t)
	if n == nil {
		return false
	}
	if n.unitStart == n.unitEnd {
		if n.unit, n.group = row.unit, "size"; row.growth && !strings.HasPrefix(t.s, "〔") { // 〔18〕 is a sum
			n.unit = ""
		}
	}
	row.title += words.Suffix(t.s[:n.start], changeVerbs)
	clock.enter(t, nil)
	c := newCandidate(t, n, readComparator(t, n, 0), scope, nil)
	c.when = clock.at(n.start)
	c.year, c.kind, c.rule, c.kindRule = c.when.year, policy.Target, rule, rule
	f.record(c, clock, row)
	return true
}

// labelledValues reads a cell that gives several things one value each: 「城区≥55」 above 「乡镇≥40」.
func (f *finder) labelledValues(t *paragraph, scope *sectionScope, clock *yearClock, row targetRow) bool {
	lines := partsOf(f.d.File, t.span(0, len(t.s)))
	if len(lines) < 2 {
		return false
	}
	labels, values := make([]string, len(lines)), make([]*paragraph, len(lines))
	for i, s := range lines {
		m := labelled.FindStringSubmatchIndex(f.d.File.Slice(s))
		if m == nil {
			return false
		}
		labels[i] = source.Squeeze(f.d.File.Slice(source.Span{Start: s.Start, End: s.Start + m[2]}))
		values[i] = f.read(source.Span{Start: s.Start + m[2], End: s.End})
		compared := longestComparator(labels[i], comparatorsBefore, strings.HasSuffix).word != ""
		if n, _ := plainCell(values[i]); n == nil || compared || words.Suffix(labels[i], changeVerbs) != "" {
			return false
		}
	}
	for i, v := range values {
		one := row
		one.base = nil // that of the whole
		one.title += strings.Trim(labels[i], "：:")
		f.plainValue(v, scope, clock, one)
	}
	return true
}

// labelled is a value behind the name of what it counts.
var labelled = pattern.MustCompile(`^\p{Han}{1,10}[：:]?\s*([≥≤＞＜><]?\d.*)$`)

// partsOf returns the parts of a cell that lines or stops part.
func partsOf(f *source.File, cell source.Span) []source.Span {
	var out []source.Span
	start := cell.Start
	text := f.Slice(cell)
	for i, r := range text + "\n" {
		if r == '\n' || r == '、' || r == '；' {
			if s := f.Trim(source.Span{Start: start, End: cell.Start + i}); !s.Empty() {
				out = append(out, s)
			}
			start = cell.Start + i + len(string(r))
		}
	}
	return out
}

// record adds a number of a table under the name of its row.
func (f *finder) record(c *candidate, clock *yearClock, row targetRow) {
	ind := c.indicator(row.measure, clock)
	if rule, ok := rowNames.First(row); ok {
		ind.Subject, ind.SubjectRule = row.title, rule.Name
	}
	ind.Base, ind.Cell = row.base, row.cell
	f.add(ind, f.annualOf(nil), false)
}
