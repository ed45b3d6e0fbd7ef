package target

import (
	"cmp"
	"slices"
	"strconv"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// table finds the targets of a table in the body of the paper. held is the year that the text before it gives.
func (f *finder) table(t *document.Table, measure string, held heldYear) {
	if h, ok := f.readTargetTable(t, held); ok {
		f.targets(h, func(int) string { return measure })
	} else if !t.Loose {
		f.box(t, measure, held)
	}
}

// box reads a table with a single column, a frame around text, as paragraphs.
func (f *finder) box(t *document.Table, measure string, held heldYear) {
	rows := t.All()
	if slices.ContainsFunc(rows, func(row []source.Cell) bool { return len(row) > 1 }) {
		return
	}
	scope := f.plainScope()
	for _, row := range rows {
		for _, cell := range row {
			f.paragraph(cell.Span, measure, &scope, &yearClock{held: held, now: f.docYear})
		}
	}
}

// annexTables finds the targets of the tables in annexes, 附件1/3 is the third of annex 1, and of those before the first
// part, whose rows are counted like those of an annex.
func (f *finder) annexTables() {
	for _, b := range f.d.Blocks {
		if b.Table == nil || insideSection(b) {
			continue
		}
		h, ok := f.readTargetTable(b.Table, heldYear{})
		if !ok {
			f.tasks(b.Table)
			continue
		}
		f.targets(h, func(no int) string {
			if no == 0 {
				return ""
			}
			return cmp.Or(b.Table.Annex, "附件") + "/" + strconv.Itoa(no)
		})
	}
}

// A targetTable is a table of targets: which columns hold what.
type targetTable struct {
	*column.Table
	name  int // the column with the names of its rows
	goals []targetColumn
	bases []targetColumn // of the state at the start
	held  heldYear       // the year that the text before the table gives
	rules map[int]string // for each column the name of the rule that told what it holds
}

// A targetColumn is a column of values to be reached.
type targetColumn struct {
	col  int
	year int // 0 if nothing names one
	span source.Span
}

// A yearColumn is a column with a year among the others of its table.
type yearColumn struct {
	year   int
	years  []targetColumn // all of them
	begins int            // year of the paper or the first that it plans, 0 if unknown
	ahead  bool           // its title or one above it calls it a goal, or another column is the start
}

// startColumns tell the columns with a year that hold the state at the start.
var startColumns = policy.Decisions[yearColumn]{
	{
		Rule: policy.Rule{
			Name: "column-of-the-start", Verdict: policy.Leave, Says: "早于成文年份的一栏是起始的现状；成文年份不明时，只有两栏的第一栏、与下一栏相隔一年以上的第一栏是现状",
			Takes: "附件\n序号\n\n指标\n\n2020年\n\n2025年\n\n1\n\n绿化率\n\n〔30〕%\n\n40%", Leaves: "附件\n序号\n\n指标\n\n2020年\n\n2025年\n\n1\n\n绿化率\n\n30%\n\n〔40〕%",
		},
		Holds: func(c yearColumn) bool {
			if c.ahead || c.begins > 0 {
				return !c.ahead && c.year < c.begins
			}
			return c.year == c.years[0].year && startsWithState(c.years)
		},
	},
}

// startsWithState reports whether the first of the years in the head of a table, in a paper of unknown
// date, tells the state at the start: it has one other beside it, or lies years before it.
func startsWithState(years []targetColumn) bool {
	return len(years) == 2 || len(years) > 2 && years[1].year-years[0].year > 1
}

// readTargetTable tells what the columns of a table are to a reader of targets. ok is false where it is no table of
// targets.
func (f *finder) readTargetTable(t *document.Table, held heldYear) (h targetTable, ok bool) {
	h = targetTable{Table: column.Read(f.d.File, t), name: -1, held: held, rules: map[int]string{}}
	for _, kind := range [][]column.Kind{{column.Place}, {column.Task}, {column.Name}} {
		if cols := h.Of(kind...); len(cols) > 0 {
			h.name = cols[len(cols)-1]
		}
	}
	f.readGoals(&h)
	return h, h.name >= 0 && len(h.goals) > 0
}

// readGoals tells which columns hold values to be reached, and which the state at the start.
func (f *finder) readGoals(h *targetTable) {
	caption, years := f.caption(h), h.years()
	for col, c := range h.Columns {
		h.rules[col] = c.Rule
		switch c.Kind {
		case column.Year:
			told := f.begins == 0 && h.Has(column.Base) // another column is the start
			y := yearColumn{c.Year, years, f.begins, told || words.In(c.Title, goalHeads)}
			if rule, ok := startColumns.First(y); ok {
				h.rules[col] = rule.Name
				h.bases = append(h.bases, targetColumn{col, c.Year, c.When})
			} else {
				h.goals = append(h.goals, targetColumn{col, c.Year, c.When})
			}
		case column.Base:
			h.bases = append(h.bases, targetColumn{col, c.Year, c.When})
		case column.Goal:
			h.goals = append(h.goals, targetColumn{col, caption.year, caption.basis})
		case column.Plan:
			h.goals = append(h.goals, f.planColumn(c, col, years, caption))
		}
	}
}

// years returns the columns with a year.
func (h *targetTable) years() []targetColumn {
	var out []targetColumn
	for col, c := range h.Columns {
		if c.Kind == column.Year {
			out = append(out, targetColumn{col, c.Year, c.When})
		}
	}
	return out
}

// planColumn returns the column col of values for a whole plan, with its last year: of the plan that its title names, the
// last of the columns with a year or, where there is none, that of the caption; else that of the paper.
func (f *finder) planColumn(c column.Column, col int, years []targetColumn, caption heldYear) targetColumn {
	if m := planName.FindStringSubmatch(c.Title); m != nil {
		return targetColumn{col, planEnds(m[1]), c.Span}
	}
	if len(years) == 0 && caption.year > 0 {
		return targetColumn{col, caption.year, caption.basis}
	}
	last := targetColumn{col: col, year: planLast(f.d.File.Slice(f.d.Title))}
	for _, y := range years {
		if y.year > last.year {
			last.year, last.span = y.year, y.span
		}
	}
	return last
}

var goalHeads = words.Of("goal-heads")

// caption reads the lines above a table: the year, if there is one, for which its values are.
func (f *finder) caption(h *targetTable) heldYear {
	var out heldYear
	several := false
	for _, s := range h.Caption {
		text := f.d.File.Squeezed(s)
		t := f.read(s)
		if _, years := readNumbers(t); len(years) > 0 {
			several = several || out.year > 0 || len(years) > 1 || planSpan.MatchString(text)
			out = t.yearAt(years[0])
		}
	}
	if several || out.year < f.begins {
		return heldYear{}
	}
	return out
}
