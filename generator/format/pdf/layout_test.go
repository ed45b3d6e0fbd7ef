package pdf

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/pdfium"
	"zhengce/generator/source"
)

// pdfText writes what was read of pages: a line for each paragraph or row, with its marks.
func pdfText(t *testing.T, pages ...page) string {
	t.Helper()
	f, err := readAll(pages)
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, f, pages)
	return pdfTextOf(f)
}

func pdfTextOf(f *source.File) string {
	var b strings.Builder
	for _, block := range f.Blocks {
		for _, n := range f.Noise {
			if n.Contains(block.Span) {
				b.WriteString("- ")
			}
		}
		for _, row := range block.Rows {
			for i, c := range row {
				if i > 0 {
					b.WriteString(" | ")
				}
				b.WriteString(strings.ReplaceAll(f.Slice(c.Span), "\n", "/"))
			}
			b.WriteString("\n")
		}
		if block.Rows == nil {
			b.WriteString(f.Slice(block.Span) + "\n")
		}
	}
	for _, m := range f.Marks {
		fmt.Fprintf(&b, "%s %s\n", m.Kind, f.Slice(m.Span))
	}
	return b.String()
}

// small is a word of writing half as high, raised by up.
func small(x, y, up float64, text string) []pdfium.Character {
	out := at(x, y-up, text)
	for i := range out {
		out[i].Size = 8
	}
	return out
}

// lines are lines of text below each other from a place on.
func lines(x, y, step float64, texts ...string) []pdfium.Character {
	var out []pdfium.Character
	for i, text := range texts {
		out = append(out, at(x, y+float64(i)*step, text)...)
	}
	return out
}

// turnedBy turns a page about its lower left corner.
func turnedBy(p page, degrees float64) page {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	out := page{bounds: pdfium.Box{Left: math.Inf(1), Bottom: math.Inf(1), Right: math.Inf(-1), Top: math.Inf(-1)}}
	box := func(b pdfium.Box) pdfium.Box {
		x0, y0, x1, y1 := b.Left*cos-b.Bottom*sin, b.Left*sin+b.Bottom*cos, b.Right*cos-b.Top*sin, b.Right*sin+b.Top*cos
		return pdfium.Box{Left: math.Min(x0, x1), Bottom: math.Min(y0, y1), Right: math.Max(x0, x1), Top: math.Max(y0, y1)}
	}
	out.bounds = box(p.bounds)
	for _, c := range p.chars {
		c.X, c.Y, c.Box, c.Angle = c.X*cos-c.Y*sin, c.X*sin+c.Y*cos, box(c.Box), c.Angle+degrees*math.Pi/180
		out.chars = append(out.chars, c)
	}
	return out
}

// gridOf are the rules of a table with its upper left corner, and the widths and heights of its cells.
func gridOf(x, y float64, widths, heights []float64) []pdfium.Rule {
	right, bottom := x, y
	for _, w := range widths {
		right += w
	}
	for _, h := range heights {
		bottom += h
	}
	var out []pdfium.Rule
	for i, at := 0, x; i <= len(widths); i++ {
		out = append(out, pdfium.Rule{X0: at, Y0: 800 - bottom, X1: at, Y1: 800 - y})
		if i < len(widths) {
			at += widths[i]
		}
	}
	for i, at := 0, y; i <= len(heights); i++ {
		out = append(out, pdfium.Rule{X0: x, Y0: 800 - at, X1: right, Y1: 800 - at})
		if i < len(heights) {
			at += heights[i]
		}
	}
	return out
}

func TestPDFLayout(t *testing.T) {
	column := []string{"（一）甲局牵头办理", "有关事项，各地要落", "实任务，完成。", "（二）乙局牵头办理", "有关事项，各地要落", "实任务，完成。"}
	const columnText = "（一）甲局牵头办理有关事项，各地要落实任务，完成。\n（二）乙局牵头办理有关事项，各地要落实任务，完成。\n"
	upright := onPage(at(112, 100, "一、总体要求和目标任务"), at(112, 130, "到2025年新增仓容达到十二座。"))
	var vertical []pdfium.Character
	for i, text := range []string{"关于粮仓建设的通知", "各县人民政府并各部门"} {
		for k, r := range []rune(text) {
			vertical = append(vertical, at(500-float64(i)*30, 60+float64(k)*17, string(r))...)
		}
	}
	ruledTable := onPage(at(85, 105, "序号"), at(135, 105, "任务"), at(255, 105, "牵头单位"), at(85, 145, "1"), at(135, 135, "建设粮仓十二"), at(135, 155, "座"),
		at(255, 135, "甲局"), at(255, 155, "乙局"))
	ruledTable.rules = gridOf(80, 100, []float64{50, 110, 150}, []float64{30, 45})
	for _, tt := range []struct {
		name  string
		pages []page
		want  string
	}{
		{"raised and lowered", []page{onPage(at(80, 100, "新增3×10"), small(144, 100, 7, "4"), at(152, 100, "吨，CO"), small(200, 100, -4, "2"), at(208, 100, "排放下降。"))},
			"新增3×104吨，CO2排放下降。\nsup 4\nsub 2\n"},
		{"two columns", []page{onPage(at(180, 40, "关于某某的通知"), lines(80, 100, 24, column...), lines(300, 100, 24, column...))}, "关于某某的通知\n" + columnText + columnText},
		{"columns at heights of their own", []page{onPage(lines(80, 100, 24, column...), lines(300, 109, 24, column...))}, columnText + columnText},
		{"columns that are not of one width", []page{onPage(lines(80, 100, 24, "（一）甲局牵头办理各项", "有关事项，各地要扎实落", "实任务，完成。", "（二）乙局牵头办理各项", "有关事项，各地要扎实落", "实。"),
			lines(330, 100, 24, "（三）丙局负责", "督查，按月报告", "。", "（四）丁局做好", "审计。"))},
			"（一）甲局牵头办理各项有关事项，各地要扎实落实任务，完成。\n（二）乙局牵头办理各项有关事项，各地要扎实落实。\n（三）丙局负责督查，按月报告。\n（四）丁局做好审计。\n"},
		{"vertical", []page{onPage(vertical)}, "关于粮仓建设的通知\n各县人民政府并各部门\n"},
		{"turned left", []page{turnedBy(upright, 90)}, "一、总体要求和目标任务\n到2025年新增仓容达到十二座。\n"},
		{"turned right", []page{turnedBy(upright, 270)}, "一、总体要求和目标任务\n到2025年新增仓容达到十二座。\n"},
		{"upside down", []page{turnedBy(upright, 180)}, "一、总体要求和目标任务\n到2025年新增仓容达到十二座。\n"},
		{"rules", []page{ruledTable}, "序号 | 任务 | 牵头单位\n1 | 建设粮仓十二座 | 甲局/乙局\n"},
		{"no rules", []page{onPage(at(80, 100, "序号"), at(136, 100, "任务"), at(300, 100, "牵头单位"), at(80, 150, "1"), at(136, 141, "建设市级粮仓"), at(136, 159, "十二座"), at(300, 150, "甲局"),
			at(80, 200, "2"), at(136, 200, "完成验收"), at(300, 200, "乙局"))}, "序号 | 任务 | 牵头单位\n1 | 建设市级粮仓/十二座 | 甲局\n2 | 完成验收 | 乙局\n"},
		{"a cell goes on behind a comma", []page{onPage(at(80, 100, "序号"), at(136, 100, "任务"), at(340, 100, "牵头单位"), at(80, 150, "1"), at(136, 141, "检修抽水泵，"), at(136, 159, "补充柴油并备足胶管"), at(340, 150, "甲局"),
			at(80, 200, "2"), at(136, 200, "完成验收"), at(340, 200, "乙局"))}, "序号 | 任务 | 牵头单位\n1 | 检修抽水泵，补充柴油并备足胶管 | 甲局\n2 | 完成验收 | 乙局\n"},
		{"a number at the head of a page is text", []page{onPage(at(80, 60, "12"), at(80, 90, "座粮仓于今年建成验收。"))}, "12\n座粮仓于今年建成验收。\n"},
		{"heads of odd and even pages", []page{
			onPage(at(80, 50, "某省公报"), at(80, 120, "甲乙丙丁戊己庚。"), at(80, 760, "7")), onPage(at(400, 50, "第三期"), at(80, 120, "甲乙丙丁戊己辛。"), at(480, 760, "8")),
			onPage(at(80, 50, "某省公报"), at(80, 120, "甲乙丙丁戊己壬。"), at(80, 760, "9")), onPage(at(400, 50, "第三期"), at(80, 120, "甲乙丙丁戊己癸。"), at(480, 760, "10")),
			onPage(at(80, 50, "某省公报"), at(80, 120, "甲乙丙丁戊己子。"), at(80, 760, "11")), onPage(at(400, 50, "第三期"), at(80, 120, "甲乙丙丁戊己丑。"), at(480, 760, "12"))},
			"甲乙丙丁戊己庚。\n甲乙丙丁戊己辛。\n甲乙丙丁戊己壬。\n甲乙丙丁戊己癸。\n甲乙丙丁戊己子。\n甲乙丙丁戊己丑。\n" +
				"- 7\n- 8\n- 9\n- 10\n- 11\n- 12\n- 某省公报\n- 第三期\n- 某省公报\n- 第三期\n- 某省公报\n- 第三期\n"},
		{"aslant", []page{onPage(at(80, 100, "各村要把水窖清洗干净。"), turnedBy(onPage(at(300, 700, "传阅文件")), 45).chars)}, "各村要把水窖清洗干净。\n- 传阅文件\n"},
		{"radicals of both blocks", []page{onPage(at(80, 100, "⻓江⻛险由⼈⺠政府负责。"))}, "⻓江⻛险由⼈⺠政府负责。\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, pdfText(t, tt.pages...)); diff != "" {
				t.Errorf("text (-want +got):\n%s", diff)
			}
		})
	}
}

// TestPDFLeftOut holds that what no reader sees is in the account and not in the text.
func TestPDFLeftOut(t *testing.T) {
	p := onPage(at(80, 100, "一、总体要求和目标。"), at(80, 130, "无墨"), at(900, 100, "页外"), at(80.5, 100, "一"))
	for i := range p.chars {
		p.chars[i].Hidden = p.chars[i].Rune == '无' || p.chars[i].Rune == '墨'
	}
	f, err := readAll([]page{p})
	if err != nil {
		t.Fatal(err)
	}
	checkAccount(t, f, []page{p})
	var left []string
	for _, e := range f.Account {
		if e.Fate == source.LeftOut {
			left = append(left, e.Text+" "+e.Reason)
		}
	}
	if diff := cmp.Diff([]string{"无墨 " + inklessReason, "页外 " + outsideReason, "一 " + doubleReason}, left); diff != "" || f.Text != "一、总体要求和目标。\n" {
		t.Errorf("text %q; left out (-want +got):\n%s", f.Text, diff)
	}
}
