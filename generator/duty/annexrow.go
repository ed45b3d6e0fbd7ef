package duty

import (
	"slices"
	"strings"
	"sync"

	"zhengce/generator/column"
	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/table"
	"zhengce/generator/words"
)

// emptyCells are what stands in a cell for nobody.
var emptyCells = words.Of("empty-cells")

// annexRows reads the tables that tie tasks to agencies, row by row.
func (f *finder) annexRows() {
	for _, t := range f.doc.Tables {
		c := f.readColumns(t)
		if rule, _ := first(f, tableRules, c, t.Span); rule.Verdict == policy.Take {
			f.tableRows(c, rule.Name)
		}
	}
	measures := sync.OnceValue(f.plainMeasures)
	seen := map[string]int{}
	for _, m := range f.measures {
		seen[m.Address]++
	}
	for _, r := range f.Annex {
		r.Measure = f.measureOf(r, measures())
		at := r.Address()
		r.Again = seen[at]
		seen[at]++
	}
}

// tableRows reads the rows of a table of tasks, which was found by a rule.
func (f *finder) tableRows(c *columns, rule string) {
	no := 0
	for _, l := range c.Lines {
		if l.Kind != table.Entry {
			continue
		}
		for _, col := range c.Of(column.Number) {
			if n, ok := numeral.Parse(strings.Trim(f.file.Squeezed(cell(l, col, true)), ".、．（）()")); ok {
				no = n
				break
			}
		}
		if r := f.annexRow(c, l); r != nil {
			r.In, r.No, r.Row, r.Found, r.Describes = f.doc.AnnexOf(c.Table.Table), no, l.Row+1, rule, rule == describing
			f.Annex = append(f.Annex, r)
		}
	}
}

// annexRow reads one row; nil where it names no agency, as the title rows of sections do. Who is responsible and by
// when holds for each row that a merged cell covers; a merged task stands with its first row only.
func (f *finder) annexRow(c *columns, l table.Line) *policy.AnnexRow {
	r := &policy.AnnexRow{}
	for _, col := range c.tasks {
		if s := cell(l, col, false); !s.Empty() {
			r.Task += f.file.Squeezed(s)
			r.TaskSpan = join(r.TaskSpan, s)
		}
	}
	for _, col := range c.Of(column.Task, column.Wish) {
		if s := cell(l, col, false); !s.Empty() {
			r.Orders = append(r.Orders, s)
		}
	}
	var list reading
	for _, col := range c.bodies {
		if s := cell(l, col, true); !s.Empty() {
			f.readCell(&list, c, col, f.undated(s))
			r.Span = join(r.Span, s)
		}
	}
	if len(list.members) == 0 || r.Task == "" {
		return nil
	}
	for _, col := range c.Of(column.Due) {
		if r.Deadline == "" {
			r.Deadline = f.file.Squeezed(cell(l, col, true))
		}
	}
	r.Span = join(r.Span, r.TaskSpan)
	if r.Agencies, r.Basis = f.roles(list, r.Span); len(r.Agencies) == 0 {
		return nil // none of its bodies is one; each is a doubt
	}
	return r
}

// A bodyCell is a cell in a column of bodies.
type bodyCell struct {
	role policy.Role // that the column gives
	said reading     // what the cell says itself
	own  int         // the length of what stands above the first line that does so, in a column with a role
}

// cellRules tell where a cell says itself who leads.
var cellRules = policy.Decisions[bodyCell]{
	{
		Rule: policy.Rule{
			Name: "cell-says-who-leads", Verdict: policy.AsRole, Says: "“责任单位”一类不分主次的栏目里，单元格自己写有标签或“牵头”“会同”的，按单元格所写",
			Takes:  taskTable("序号", "重点工作", "责任单位", "1", "修好农村公路", "〔市交通局〕牵头，市财政局配合"),
			Leaves: taskTable("序号", "重点工作", "责任单位", "1", "修好农村公路", "〔市交通局〕、市财政局"),
		},
		Holds: func(c bodyCell) bool { return c.role == "" && len(c.said.members) > 0 },
	},
	{
		// After cell-says-who-leads: the column has a role of its own, which holds above the label.
		Rule: policy.Rule{
			Name: "cell-line-says-role", Verdict: policy.AsRole, Says: "“牵头单位”一类栏目的单元格里，另起一行写有“配合单位”一类标签的，标签之上的按栏目，之下的按标签",
			Takes:  taskTable("序号", "重点工作", "牵头单位", "1", "修好农村公路", "市交通局\n配合单位　〔市财政局〕"),
			Leaves: taskTable("序号", "重点工作", "牵头单位", "1", "修好农村公路", "市交通局、〔市财政局〕"),
		},
		Holds: func(c bodyCell) bool { return c.own > 0 && len(c.said.members) > 0 },
	},
}

// readCell adds the bodies of the cell at s in a column to those of the columns before it.
func (f *finder) readCell(list *reading, c *columns, col int, s source.Span) {
	cell := f.bodyCell(c.roles[col], s)
	if _, ok := first(f, cellRules, cell, s); ok {
		said := cell.said
		if cell.own > 0 {
			s.End = s.Start + cell.own
			list.members = append(list.members, withWord(f.cellMembers(s, false), cell.role)...)
		}
		list.members, list.words = append(list.members, said.members...), said.words
		return
	}
	list.members = append(list.members, withWord(f.cellMembers(s, c.Columns[col].With), cell.role)...)
	if list.words.Rule == "" || cell.role != "" && roleOfLabel(list.words.Quote) != policy.Lead {
		list.words = policy.Basis{Rule: "column", Quote: c.Columns[col].Own}
	}
}

// dateLine is a line of a cell that gives a date.
var dateLine = words.Pattern(`(?:^|\n)\s*(?:{{due-field-words}})?{{due-field-nouns}}[：:\s\x{3000}][^\n]*`)

// undated returns a cell of bodies without the line that gives a date below them.
func (f *finder) undated(s source.Span) source.Span {
	if m := dateLine.FindStringIndex(f.file.Slice(s)); m != nil && m[0] > 0 {
		s.End = s.Start + m[0]
	}
	return s
}

// bodyCell reads the cell at s in a column with a role.
func (f *finder) bodyCell(role policy.Role, s source.Span) bodyCell {
	if role == "" {
		return bodyCell{said: f.wordedCell(s)}
	}
	text := f.file.Slice(s)
	for _, l := range f.labelsIn(text, s.Start) {
		above := strings.TrimRight(text[:l[0]], " \t\u3000")
		if strings.HasSuffix(above, "\n") && source.Squeeze(above) != "" && roleOfLabel(text[l[0]:l[1]]) != "" {
			return bodyCell{role, f.wordedCell(source.Span{Start: s.Start + l[0], End: s.End}), len(above)}
		}
	}
	return bodyCell{role: role}
}

// wordedCell reads a cell that says itself who leads: 「牵头单位：市教育局⏎配合单位：市财政局」, 「市教育局会同市财政局」.
// It returns nothing for a plain list.
func (f *finder) wordedCell(s source.Span) reading {
	text := f.file.Slice(s)
	if len(f.labelsIn(text, s.Start)) == 0 && leadVerb(text) == nil && !jointly.MatchString(text) && !mainly.MatchString(text) {
		return reading{}
	}
	said := f.readGroup(f.trimStated(text, s.Start), s.Start)
	if sure, unknown := count(said.members); sure == 0 || unknown > 0 {
		return reading{}
	}
	return said
}

// behindBody is the name of a person behind a body: 「市商务局（王某）」, 「市商务局⏎王某」.
var behindBody = pattern.MustCompile(`\s*[（(][^（）()]{2,12}[）)]$|\s+\p{Han}{2,4}$`)

// cellMembers reads the names of a cell; a name may be broken over lines, 「国土资源⏎厅」, and
// one that is not known but may be a name, 「环卫」, stays as it is. persons tells that each may have a person behind it.
func (f *finder) cellMembers(s source.Span, persons bool) []member {
	text := f.file.Slice(s)
	var out []member
	for _, t := range tokens(text) {
		t = trimToken(text, t)
		if m := behindBody.FindStringIndex(text[t.start:t.end]); persons && m != nil {
			t.end = t.start + m[0]
		}
		written := source.Squeeze(text[t.start:t.end])
		if slices.Contains(emptyCells, written) {
			continue
		}
		list := membersOf(text[t.start:t.end], s.Start+t.start)
		if _, unknown := count(list); unknown > 0 && mayBeNames(list) {
			out = append(out, member{Span: source.Span{Start: s.Start + t.start, End: s.Start + t.end}, written: written})
			continue
		}
		out = append(out, list...)
	}
	return out
}

// join returns the span from the first to the last character of two; an empty one counts for nothing.
func join(a, b source.Span) source.Span {
	if a.Empty() {
		return b
	}
	return source.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}
