package format

import (
	"fmt"
	"regexp"
	"unicode/utf8"

	"zhengce/generator/source"
)

// headWord is a word that only the head of a table of tasks or targets has as a cell of its own.
var headWord = regexp.MustCompile(`^(?:序号|编号|号|指标(?:名称|体系|类别)?|一级指标|二级指标|三级指标|属性|单位|类别|名称|项目(?:名称)?|内容|备注|地区|` +
	`.{0,6}(?:任务|事项|措施|举措|内容|目标值?|要求|基期值?|现状值?)|.{0,8}(?:单位|部门|处室|机构)(?:[（(].{1,12}[）)])?|.{0,6}(?:时限|时间|进度|期限)|` +
	`(?:19|20)\d{2}年?.{0,6})$`)

// quantity is a cell that holds a value, as no head of a table does.
var quantity = regexp.MustCompile(`^[≥≤＞＜><〔\[]?\d+(?:\.\d+)?[%％〕\]]?$`)

// markHeader marks the head of a table that the format does not mark: the first row where two of
// its cells are words of a head and none is long or a value, with the rows that its merged cells
// reach down to.
func markHeader(rows [][]cell) {
	for _, row := range rows {
		for _, c := range row {
			if c.header {
				return
			}
		}
	}
	words, deep := 0, 1
	for _, c := range rows[0] {
		text := c.squeezed()
		if utf8.RuneCountInString(text) > 24 || quantity.MatchString(text) && !headWord.MatchString(text) {
			return
		}
		if headWord.MatchString(text) {
			words++
		}
		deep = max(deep, c.rowSpan)
	}
	if words < min(2, len(rows[0])) || len(rows[0]) < 2 || len(rows) < 2 {
		return
	}
	if deep > 3 || deep >= len(rows) {
		deep = 1
	}
	for _, row := range rows[:deep] {
		for i := range row {
			row[i].header = true
		}
	}
}

func (c cell) squeezed() string {
	text := ""
	for _, l := range c.lines {
		text += source.Squeeze(l)
	}
	return text
}

// dropBlank leaves out the rows without any text, and cuts the cells that reach over them.
func dropBlank(rows [][]cell) [][]cell {
	var out [][]cell
	kept := make([]int, len(rows)+1) // rows that stay, before each
	for i, row := range rows {
		kept[i+1] = kept[i]
		for _, c := range row {
			if c.squeezed() != "" {
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
			row[j].rowSpan = max(1, kept[min(len(rows), i+row[j].rowSpan)]-kept[i])
		}
		out = append(out, row)
	}
	return out
}

// titleRow writes the rows before the table's head that are one cell over its whole width as
// paragraphs, and returns the others: 「广州市…任务分工表」 in a merged first row is a title.
func (b *builder) titleRow(rows [][]cell) [][]cell {
	width := 0
	for _, row := range rows {
		for _, c := range row {
			width = max(width, c.col+c.colSpan)
		}
	}
	for width > 1 && len(rows) > 1 && len(rows[0]) == 1 && rows[0][0].colSpan == width && rows[0][0].rowSpan == 1 {
		for i, l := range rows[0][0].lines {
			if rich := rows[0][0].rich; rich != nil {
				b.rich(rich[i], "")
			} else {
				b.line(l, "")
			}
		}
		rows = rows[1:]
	}
	return rows
}

// A grid finds the columns of a table's cells, row by row, from the sizes that they have.
type grid struct {
	down  []int // how many more rows a cell above covers, by column
	cells int
}

// place sets the columns of a row's cells.
func (g *grid) place(row []cell) error {
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
		row[i].col = col
		g.cells += row[i].colSpan
		if g.cells > MaxCells {
			return fmt.Errorf("a table of more than %d cells; split the file", MaxCells)
		}
		for end := col + row[i].colSpan; col < end; col++ {
			for col >= len(g.down) {
				g.down = append(g.down, 0)
			}
			g.down[col] = max(g.down[col], row[i].rowSpan-1)
		}
	}
	return nil
}
