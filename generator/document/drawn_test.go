package document

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// TestWrappedLines doubts tables of text whose cells are wrapped: what stands beside each other there cannot be told apart.
func TestWrappedLines(t *testing.T) {
	for _, tt := range []struct {
		name, table, code string
		loose             bool
		rows              int
	}{
		{"drawn, cells wrapped", "┌──┬────┬────┐\n│序号│工作任务│责任单位│\n├──┼────┼────┤\n│1 │修复河岸│市水利局│\n│  │绿地3处 │        │\n├──┼────┼────┤\n│2 │清淤│市水利局│\n└──┴────┴────┘", "table-glued", true, 8},
		{"drawn, whole cells", "┌──┬────┬────┐\n│序号│工作任务│责任单位│\n├──┼────┼────┤\n│1 │修复河岸│市水利局│\n├──┼────┼────┤\n│2 │清淤│市水利局│\n└──┴────┴────┘", "", false, 4},
		{"gaps, cells wrapped", "序号    工作任务        责任单位\n1       修复河岸        市水利局\n        并种树\n2       清淤            市水利局", "table-columns", false, 4},
		{"gaps, a paragraph behind", "序号    工作任务        责任单位\n1       修复河岸        市水利局\n    以上任务请抓好落实", "", false, 2},
	} {
		f := source.NewFile("x.txt", "甲市任务表\n附件\n"+tt.table+"\n")
		d, problems := Parse(f)
		code := ""
		for _, e := range problems {
			if strings.HasPrefix(e.Code, "table-") {
				code += e.Code
			}
		}
		if len(d.Tables) != 1 || d.Tables[0].Loose != tt.loose || !strings.Contains(code, tt.code) || tt.code == "" && code != "" {
			t.Errorf("%s: %d tables, problems %q", tt.name, len(d.Tables), code)
			continue
		}
		if n := strings.Count(f.Slice(d.Tables[0].Span), "\n") + 1; tt.loose && n != tt.rows {
			t.Errorf("%s: %d lines", tt.name, n)
		}
	}
}

// TestSectionFirst reads a table with a cell a line whose sections stand before its numbers, each before its first row.
func TestSectionFirst(t *testing.T) {
	f := source.NewFile("x.txt", "甲市任务表\n附件\n"+strings.Join(strings.Fields("类别 序号 指标 单位 2030年目标 属性 生态 1 绿化率 % 40 约束性 2 步道 公里 8 预期性 民生 3 车位 个 90 预期性"), "\n\n")+"\n")
	d, _ := Parse(f)
	if len(d.Tables) != 1 {
		t.Fatalf("%d tables", len(d.Tables))
	}
	var got []string
	for _, row := range d.Tables[0].All() {
		line := ""
		for _, c := range row {
			line += f.Squeezed(c.Span) + "|"
		}
		got = append(got, line)
	}
	want := []string{"类别|序号|指标|单位|2030年目标|属性|", "生态|1|绿化率|%|40|约束性|", "2|步道|公里|8|预期性|", "民生|3|车位|个|90|预期性|"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q", got)
	}
}
