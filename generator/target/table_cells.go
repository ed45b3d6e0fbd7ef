package target

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/table"
	"zhengce/generator/words"
)

// A targetRow is what holds for all cells of a row.
type targetRow struct {
	title, unit, measure string
	held                 heldYear // the year that the text before the table gives
	floor                bool     // the cell explains a qualitative indicator; only floors count
}

// targets reads the rows of a table of targets. A cell that spans rows holds for each of them.
func (f *finder) targets(h targetTable, rows [][]source.Cell, held heldYear, id func(int) string) {
	for k, cells := range table.Rows(rows, nil) {
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
	if cell, ok := cells[h.unit]; ok {
		t := f.read(cell.Span)
		row.unit = t.written(0, len(t.s))
	}
	row.measure, row.held = id(no), held
	count := len(f.found)
	for _, goal := range h.goals {
		if cell, ok := cells[goal.col]; ok {
			f.targetCell(cell.Span, goal, row)
		}
	}
	// A qualitative indicator may set a floor in its explanation.
	if cell, ok := cells[h.notes]; ok && len(f.found) == count {
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
	scope := sectionScope{cell: !row.floor, weighed: f.weighed}
	clock := &yearClock{goal: true, held: row.held, column: heldYear{year: goal.year, basis: goal.span}, now: f.docYear}
	t := f.read(f.d.File.Trim(span))
	if n, rule := plainCell(t); n != nil && !row.floor {
		if n.unitStart == n.unitEnd {
			n.unit, n.group = row.unit, "size"
		}
		row.title += words.Suffix(t.s[:n.start], changeVerbs)
		clock.enter(t, nil)
		c := newCandidate(t, n, readComparator(t, n, 0), &scope, nil)
		c.when = clock.at(n.start)
		c.year, c.kind, c.rule, c.kindRule = c.when.year, policy.Target, rule, rule
		f.record(c, clock, row)
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

// record adds a number of a table under the name of its row.
func (f *finder) record(c *candidate, clock *yearClock, row targetRow) {
	ind := c.indicator(row.measure, clock)
	if rule, ok := rowNames.First(row); ok {
		ind.Subject, ind.SubjectRule = row.title, rule.Name
	}
	f.add(ind, f.annualOf(nil), false)
}
