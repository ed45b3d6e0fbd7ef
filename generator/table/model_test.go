package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/source"
)

// drawn makes the rows of a table from lines of cells parted by |; ↓2 and →3 behind a cell are its size, ! marks it as a
// title.
func drawn(drawing string) (*source.File, source.Span, [][]source.Cell) {
	var text strings.Builder
	var rows [][]source.Cell
	down := map[int]int{}
	for _, line := range strings.Split(drawing, "\n") {
		var row []source.Cell
		col := 0
		next := map[int]int{}
		for _, cell := range strings.Split(line, "|") {
			for down[col] > 0 {
				next[col] = down[col] - 1
				col++
			}
			c := source.Cell{Col: col, RowSpan: 1, ColSpan: 1}
			cell, c.Header = strings.CutPrefix(cell, "!")
			cell, wide, _ := strings.Cut(cell, "→")
			cell, high, _ := strings.Cut(cell, "↓")
			fmt.Sscan(wide, &c.ColSpan)
			fmt.Sscan(high, &c.RowSpan)
			c.Start = text.Len()
			text.WriteString(cell)
			c.End = text.Len()
			text.WriteString("\n")
			row = append(row, c)
			for range c.ColSpan {
				next[col] = c.RowSpan - 1
				col++
			}
		}
		for ; down[col] > 0; col++ {
			next[col] = down[col] - 1
		}
		down = next
		rows = append(rows, row)
	}
	f := source.NewFile("x.txt", text.String())
	return f, source.Span{End: text.Len()}, rows
}

var kindLetters = map[LineKind]string{Entry: "", Total: "total ", Heading: "heading ", Again: "again ", Note: "note "}

// show writes the titles of the columns, parted by slashes, and the lines of a table.
func show(f *source.File, t *Table) []string {
	var titles []string
	for _, c := range t.Columns {
		var own []string
		for _, s := range c.Titles {
			own = append(own, f.Squeezed(s))
		}
		titles = append(titles, strings.Join(own, "/"))
	}
	out := []string{strings.Join(titles, "|")}
	for _, l := range t.Lines {
		var cells []string
		for _, c := range l.Cells {
			mark := ""
			if c.Above {
				mark = "^"
			}
			if c.Beside {
				mark += "<"
			}
			cells = append(cells, mark+f.Squeezed(c.Span))
		}
		out = append(out, kindLetters[l.Kind]+strings.Join(cells, "|"))
	}
	return out
}

func TestNew(t *testing.T) {
	for _, tt := range []struct {
		name, drawing string
		want          []string
	}{
		{"plain", "序号|任务|责任单位\n1|修路|市交通局", []string{"序号|任务|责任单位", "1|修路|市交通局"}},
		{"no head", "修路|市交通局\n造林|市林业局", []string{"|", "修路|市交通局", "造林|市林业局"}},
		{"a marked head of unknown titles", "!甲|!乙\n修路|桥", []string{"甲|乙", "修路|桥"}},
		{"one known title over values", "片名|目标\n东|40\n西|50", []string{"片名|目标", "东|40", "西|50"}},
		{"values are no titles", "指标|40\n绿化率|50", []string{"|", "指标|40", "绿化率|50"}},
		{"two rows of titles", "指标↓2|目标值→2\n2025年|2030年\n绿化率|40|50", []string{"指标|目标值/2025年|目标值/2030年", "绿化率|40|50"}},
		{"two rows, blanks for merged cells", "指标|目标值→2\n|2025年|2030年\n绿化率|40|50", []string{"指标|目标值/2025年|目标值/2030年", "绿化率|40|50"}},
		{"bodies under a wide title are no titles", "任务|责任单位→2\n修路|市交通局|市财政局", []string{"任务|责任单位|责任单位", "修路|市交通局|市财政局"}},
		{"a row of units", "县区|新建|改造\n|（个）|（座）\n东山县|4|5", []string{"县区|新建/（个）|改造/（座）", "东山县|4|5"}},
		{"numbers of columns", "县区|数量|单位\n甲|1|2\n东山县|4|座", []string{"县区|数量|单位", "again 甲|1|2", "东山县|4|座"}},
		{"the head again", "序号|任务|单位\n1|修路|市交通局\n序号|任务|单位\n2|造林|市林业局", []string{"序号|任务|单位", "1|修路|市交通局", "again 序号|任务|单位", "2|造林|市林业局"}},
		{"sections, sums and notes", "序号|任务|数量\n一、在建→3\n1|修路|3\n合计→2|3\n注：以实际为准。→3",
			[]string{"序号|任务|数量", "heading 一、在建|<一、在建|<一、在建", "1|修路|3", "total 合计|<合计|3", "note 注：以实际为准。|<注：以实际为准。|<注：以实际为准。"}},
		{"merged cells", "任务|责任单位|完成时限\n修路↓2|市交通局|6月底↓2\n市财政局", []string{"任务|责任单位|完成时限", "修路|市交通局|6月底", "^修路|市财政局|^6月底"}},
		{"titles in the first column", "指标|绿化率|车位\n单位|%|个\n2025年|40|50", []string{"指标|单位|2025年", "绿化率|%|40", "车位|个|50"}},
		{"years in the first column", "年度|东山县|西河县\n2024年|40|50\n2025年|60|70", []string{"年度|2024年|2025年", "东山县|40|60", "西河县|50|70"}},
		{"years and units", "年度|绿化率|车位\n|（%）|（个）\n2025年|40|50", []string{"年度||2025年", "绿化率|（%）|40", "车位|（个）|50"}},
		{"titles in both", "指标|2024年|2025年\n单位|%|%\n目标|40|50", []string{"指标|2024年|2025年", "单位|%|%", "目标|40|50"}},
		{"a head alone", "!序号|!任务", []string{"序号|任务"}},
	} {
		f, span, rows := drawn(tt.drawing)
		if got := show(f, New(f, span, rows)); !slices.Equal(got, tt.want) {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

func TestOver(t *testing.T) {
	f, span, rows := drawn("指标↓2|目标值→2\n2025年|2030年\n绿化率|40|50")
	var got []string
	for _, s := range New(f, span, rows).Over(2) {
		got = append(got, f.Slice(s))
	}
	if !slices.Equal(got, []string{"目标值", "2030年"}) {
		t.Errorf("over the third column stand %q", got)
	}
}

// TestAlign puts pieces under titles; 0 to 9 are the columns of the pieces, - says that they do not fit.
func TestAlign(t *testing.T) {
	for _, tt := range []struct{ titles, pieces, want string }{
		{"序号 任务 责任单位", "1 修好水渠 市水利局", "012"},
		{"序号 任务 措施 责任单位 完成时限", "2 加装电梯。 市住建局 年底前", "0234"},
		{"序号 任务 牵头单位 配合单位 完成时限", "2 封堵排口 市水利局 9月底前", "-"},
		{"序号 任务 牵头单位 配合单位 完成时限", "2 封堵排口 市水利局 市财政局 9月底前", "01234"},
		{"序号 指标 2020年现状 2025年目标 属性", "3 普查率 设区市≥25 县级市≥20 设区市≥55 县级市≥40 预期性", "0122334"},
		{"序号 类别 指标 2020年现状 2025年目标 属性", "3 覆盖 水平 管网普及率（%） 设区市≥25 县级市≥20 设区市≥55 县级市≥40 预期性", "011233445"},
		{"序号 类别 指标 2020年现状 2025年目标 指标属性", "1 收集 能力 污水收集率（%） 46 85 约束性", "0112345"},
		{"序号 指标 单位 目标值", "1 绿化率 % 40", "0123"},
		{"序号 指标名称 单位 2020年 2025年 属性", "3 管网 渗漏率 % 12 ≤8 约束性", "0112345"},
		{"编号 任务 计划 单位 牵头单位 责任单位", "1 修好水渠 66 公里 市水利局 市财政局", "012345"},
		{"序号 指标 单位 目标值", "1 绿化率 40", "-"},
		{"序号 任务 责任单位", "修好水渠 市水利局", "-"},
		{"序号 任务 责任单位 备注", "1 修好水渠 市水利局", "012"},
	} {
		columns, _, ok := Align(strings.Fields(tt.titles), strings.Fields(tt.pieces))
		got := strings.NewReplacer(" ", "", "[", "", "]", "").Replace(fmt.Sprint(columns))
		if !ok {
			got = "-"
		}
		if got != tt.want {
			t.Errorf("%s under %s: %s, want %s", tt.pieces, tt.titles, got, tt.want)
		}
	}
}

func TestTitles(t *testing.T) {
	rows := [][]string{strings.Fields("1 绿化率 46 85 约束性"), strings.Fields("2 利用率 15 30 预期性")}
	if got := Titles(strings.Fields("序号 名称 2020年 2025年 指标 属性"), rows); !slices.Equal(got, []int{1, 1, 1, 1, 2}) {
		t.Errorf("the titles take %v pieces", got)
	}
	if got := Titles(strings.Fields("序号 名称 2020年 现状值 2025年 目标值 属性"), rows); !slices.Equal(got, []int{1, 1, 2, 2, 1}) {
		t.Errorf("the titles take %v pieces", got)
	}
	if got := Titles(strings.Fields("序号 名称 2020年 2025年 属性"), rows); !slices.Equal(got, []int{1, 1, 1, 1, 1}) {
		t.Errorf("the titles take %v pieces", got)
	}
}
