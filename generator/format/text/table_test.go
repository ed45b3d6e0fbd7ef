package text

import (
	"strconv"
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestTabs reads rows that begin or end with empty cells, as a merged first column leaves them, in their columns.
func TestTabs(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a merged first column", "类别\t序号\t指标\t2031年\n生态\t1\t绿化率\t40\n\t2\t步道长度\t8\n民生\t3\t车位\t90", "0类别 1序号 2指标 32031年|0生态 11 2绿化率 340|0 12 2步道长度 38|0民生 13 2车位 390"},
		{"an empty last cell", "序号\t任务\t单位\n1\t绿化\t甲局\n2\t修路\t\n", "0序号 1任务 2单位|01 1绿化 2甲局|02 1修路 2"},
		{"empty cells within", "序号\t任务\t单位\n1\t\t甲局\n\t修路\t乙局\n", "0序号 1任务 2单位|01 1 2甲局|0 1修路 2乙局"},
	} {
		f, err := Read("x.txt", []byte("甲市任务表\n"+tt.text+"\n一、落实\n"))
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for _, b := range f.Blocks {
			if b.Kind != source.Table {
				continue
			}
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, strconv.Itoa(c.Col)+f.Squeezed(c.Span))
				}
				rows = append(rows, strings.Join(cells, " "))
			}
		}
		if got := strings.Join(rows, "|"); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
