package paper

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// HeadWord is a word that only the head of a table of tasks or targets has as a cell of its own.
var HeadWord = regexp.MustCompile(`^(?:序号|编号|号|指标(?:名称|体系|类别)?|一级指标|二级指标|三级指标|属性|单位|类别|名称|项目(?:名称)?|内容|备注|地区|` +
	`.{0,6}(?:任务|事项|措施|举措|内容|目标值?|要求|基期值?|现状值?)|.{0,8}(?:单位|部门|处室|机构)(?:[（(].{1,12}[）)])?|.{0,6}(?:时限|时间|进度|期限)|` +
	`(?:19|20)\d{2}年?.{0,6})$`)

// Quantity is a cell that holds a value, as no head of a table does.
var Quantity = regexp.MustCompile(`^[≥≤＞＜><〔\[]?\d+(?:\.\d+)?[%％〕\]]?$`)

// MarkHeader marks the head of a table that the format does not mark: the first row where two of
// its cells are words of a head and none is long or a value, with the rows that its merged cells
// reach down to.
func MarkHeader(rows [][]Cell) {
	if slices.ContainsFunc(rows, func(row []Cell) bool { return slices.ContainsFunc(row, func(c Cell) bool { return c.Header }) }) {
		return
	}
	words, deep := 0, 1
	for _, c := range rows[0] {
		text := c.Squeezed()
		if utf8.RuneCountInString(text) > 24 || Quantity.MatchString(text) && !HeadWord.MatchString(text) {
			return
		}
		if HeadWord.MatchString(text) {
			words++
		}
		deep = max(deep, c.RowSpan)
	}
	if words < min(2, len(rows[0])) || len(rows[0]) < 2 || len(rows) < 2 {
		return
	}
	if deep > 3 || deep >= len(rows) {
		deep = 1
	}
	for _, row := range rows[:deep] {
		for i := range row {
			row[i].Header = true
		}
	}
}

// Squeezed returns the text of the cell without white space.
func (c Cell) Squeezed() string {
	text := ""
	for _, l := range c.Lines {
		text += source.Squeeze(l)
	}
	return text
}

// dropBlank leaves out the rows without any text, and cuts the cells that reach over them.
func dropBlank(rows [][]Cell) [][]Cell {
	var out [][]Cell
	kept := make([]int, len(rows)+1) // rows that stay, before each
	for i, row := range rows {
		kept[i+1] = kept[i]
		for _, c := range row {
			if c.Squeezed() != "" {
				kept[i+1] = kept[i] + 1
				break
			}
		}
	}
	for i, row := range rows {
		if kept[i+1] == kept[i] {
			continue
		}
		for j := range row {
			row[j].RowSpan = max(1, kept[min(len(rows), i+row[j].RowSpan)]-kept[i])
		}
		out = append(out, row)
	}
	return out
}

// titleRow writes the rows before the table's head that are one cell over its whole width as
// paragraphs, and returns the others: 「广州市…任务分工表」 in a merged first row is a title.
func (b *Builder) titleRow(rows [][]Cell) [][]Cell {
	width := 0
	for _, row := range rows {
		for _, c := range row {
			width = max(width, c.Col+c.ColSpan)
		}
	}
	for width > 1 && len(rows) > 1 && len(rows[0]) == 1 && rows[0][0].ColSpan == width && rows[0][0].RowSpan == 1 {
		for i, l := range rows[0][0].Lines {
			if rich := rows[0][0].Rich; rich != nil {
				b.Rich(rich[i], "")
			} else {
				b.Line(l, "")
			}
		}
		rows = rows[1:]
	}
	return rows
}

// A Grid finds the columns of a table's cells, row by row, from the sizes that they have.
type Grid struct {
	down  []int // how many more rows a cell above covers, by column
	cells int
}

// Place sets the columns of a row's cells.
func (g *Grid) Place(row []Cell) error {
	taken := make([]bool, len(g.down))
	for col, n := range g.down {
		if n > 0 {
			g.down[col]--
			taken[col] = true
		}
	}
	g.cells += len(g.down)
	col := 0
	for i := range row {
		for col < len(taken) && taken[col] {
			col++
		}
		row[i].Col = col
		g.cells += row[i].ColSpan
		if g.cells > MaxCells {
			return say.Errorf("a table of more than %d cells; split the file", MaxCells)
		}
		for end := col + row[i].ColSpan; col < end; col++ {
			for col >= len(g.down) {
				g.down = append(g.down, 0)
			}
			g.down[col] = max(g.down[col], row[i].RowSpan-1)
		}
	}
	return nil
}
