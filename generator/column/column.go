// Package column tells what the columns of a table mean: by their titles, by what stands in their cells and by the
// columns beside them.
package column

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
	"zhengce/generator/table"
)

// Kind tells what a column holds.
type Kind string

const (
	Unknown Kind = ""
	Number  Kind = "number"  // 序号
	Section Kind = "section" // 类别, 领域: what several rows belong to
	Task    Kind = "task"    // 重点任务, 工作措施; there may be several
	Wish    Kind = "wish"    // 工作目标 in words: what a task is to reach
	Name    Kind = "name"    // 指标
	Place   Kind = "place"   // 县（市、区）
	Unit    Kind = "unit"    // 计量单位
	Base    Kind = "base"    // 基期, 现状
	Year    Kind = "year"    // 2025年: a value of that year
	Goal    Kind = "goal"    // 目标值, 数量: a value without a year
	Plan    Kind = "plan"    // 年均, 累计: a value for the whole plan
	Bodies  Kind = "bodies"  // 责任单位, 牵头单位
	Persons Kind = "persons" // 责任人, 联系处室
	Due     Kind = "due"     // 完成时限
	Figure  Kind = "figure"  // 总投资, 建设规模: what a project is like
	Remark  Kind = "remark"  // 备注, 指标含义
	Nature  Kind = "nature"  // 属性, 来源
)

// A Column is a column with what it holds.
type Column struct {
	Kind  Kind
	Rule  string      // name of the rule that told it; empty where none did
	Title string      // all its titles run together, from the top
	Own   string      // the lowest title without the unit
	Above string      // the titles over it
	Span  source.Span // of the lowest title
	Year  int         // that the titles name, 0 if none; the last of a span
	When  source.Span // of the title that names it
	With  bool        // of bodies: its cells name persons beside them
	Unit  string      // that stands in brackets at the end of a title, or in a row of its own
}

// A Table is a table with what its columns mean.
type Table struct {
	*document.Table
	Columns []Column
	Unit    string // of all its values, 「单位：人」 above it
}

// Read tells what the columns of a table mean. A table without titles has none.
func Read(f *source.File, t *document.Table) *Table {
	out := &Table{Table: t}
	if t.Loose {
		return out
	}
	for _, s := range t.Caption {
		if m := unitLine.FindStringSubmatch(f.Squeezed(s)); m != nil && IsUnit(m[1]) {
			out.Unit = m[1]
		}
	}
	q := &question{unit: out.Unit}
	for _, c := range t.Columns {
		out.Columns = append(out.Columns, titled(f, c))
		q.titles = append(q.titles, out.Columns[len(out.Columns)-1].Title)
	}
	for i := range out.Columns {
		q.cells = append(q.cells, cellsOf(f, t.Table, i))
	}
	for i := range out.Columns {
		c := &out.Columns[i]
		if c.Unit == "" && i > 0 && partOfLast(out.Columns[i-1], c) {
			c.Unit = out.Columns[i-1].Unit
		}
		q.at, q.Column, q.before = i, c, out.Columns[:i]
		rule, _ := Rules.First(q)
		c.Rule, c.Kind = rule.Name, kinds[rule.Name]
		c.With = c.Kind == Bodies && withPerson.MatchString(c.Own)
	}
	return out
}

// partOfLast reports whether a column holds a part of what the one before it measures: 「任务（万亩）」, 「其中：新建」, 「改造」.
func partOfLast(last Column, c *Column) bool {
	return last.Kind == Goal && last.Unit != "" && (strings.HasPrefix(c.Own, "其中") || strings.HasPrefix(last.Own, "其中"))
}

// titled reads the titles of a column.
func titled(f *source.File, c table.Column) Column {
	var out Column
	for i, s := range c.Titles {
		text := f.Squeezed(s)
		own, unit := cutUnit(text)
		if unit != "" {
			out.Unit = unit
		}
		if y := yearIn(text); y > 0 {
			out.Year, out.When = y, s
		}
		if own == "" && i > 0 {
			continue // a unit alone
		}
		out.Above += out.Own
		out.Title += text
		out.Own, out.Span = own, s
	}
	return out
}

// cutUnit cuts the unit in brackets off the end of a title: 「新增停车位（个）」.
func cutUnit(title string) (own, unit string) {
	for _, b := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(title, b[0]); i >= 0 && strings.HasSuffix(title, b[1]) {
			inner := strings.TrimPrefix(title[i+len(b[0]):len(title)-len(b[1])], "单位：")
			if IsUnit(inner) {
				return title[:i], inner
			}
		}
	}
	return title, ""
}

// yearIn returns the year in a title, the last of a span, or 0: 2025年, 2021—2025年, 2025, “十四五”末.
func yearIn(title string) (year int) {
	for i := range title {
		y, end := numeral.ReadYear(title, i)
		if y > 0 && (end == len(title) || strings.HasPrefix(title[end:], "年") && !strings.HasPrefix(title[end:], "年版")) {
			if i == 0 || !strings.HasPrefix(title[end:], "年") || !strings.ContainsAny(title[i-1:i], "0123456789.") {
				year = y
			}
		}
	}
	return year
}

// cellsOf returns the texts of the cells of a column that hold something, each once.
func cellsOf(f *source.File, t *table.Table, col int) []string {
	var out []string
	for _, l := range t.Lines {
		if l.Kind != table.Entry && l.Kind != table.Total {
			continue
		}
		if c := l.Cells[col]; !c.Empty() && !c.Above && !c.Beside {
			if text := f.Squeezed(c.Span); !isEmpty(text) {
				out = append(out, text)
			}
		}
	}
	return out
}

func isEmpty(text string) bool {
	return text == "" || utf8.RuneCountInString(text) == 1 && strings.ContainsAny(text, "—-/－–\\")
}

// Of returns the columns of a kind, in their order.
func (t *Table) Of(kinds ...Kind) []int {
	var out []int
	for i, c := range t.Columns {
		for _, k := range kinds {
			if c.Kind == k {
				out = append(out, i)
			}
		}
	}
	return out
}

// Has reports whether a column is of one of the kinds.
func (t *Table) Has(kinds ...Kind) bool { return len(t.Of(kinds...)) > 0 }
