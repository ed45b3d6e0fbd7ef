package xlsx_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/format/audit"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/internal/formattest"
)

// workbook returns a workbook whose sheets make fills.
func workbook(t *testing.T, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// put fills cells from A1 on; nil leaves one empty.
func put(f *excelize.File, sheet string, rows ...[]any) {
	for i, row := range rows {
		for k, v := range row {
			if v == nil {
				continue
			}
			name, _ := excelize.CoordinatesToCellName(k+1, i+1)
			if err := f.SetCellValue(sheet, name, v); err != nil {
				panic(err)
			}
		}
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func TestXLSX(t *testing.T) {
	tests := []struct {
		name, want, noise string
		fill              func(f *excelize.File)
	}{
		{"a title and a number above the table", "云岭市2024年粮仓建设任务表\n云政发〔2024〕3号\n|序号|任务|责任单位|\n|1|建设粮仓|市粮食局|\n注：本表自印发之日起执行。\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"云岭市2024年粮仓建设任务表"}, []any{"云政发〔2024〕3号"}, []any{"序号", "任务", "责任单位"}, []any{1, "建设粮仓", "市粮食局"}, []any{"注：本表自印发之日起执行。"})
				must(f.MergeCell("Sheet1", "A1", "C1"))
				must(f.MergeCell("Sheet1", "A5", "C5"))
			}},
		{"notes in the first column", "|任务|责任单位|\n|清扫道路|甲局|\n|总体说明||\n备注：每月五日前填报。\n注1：含村道。\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"任务", "责任单位"}, []any{"清扫道路", "甲局"}, []any{"总体说明"}, []any{"备注：每月五日前填报。"}, []any{"注1：含村道。"})
			}},
		{"merged cells", "|任务|责任单位|时限|\n|建设粮仓(2×1)|甲局|年底|\n|乙局||\n|合计(1×2)|3|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"任务", "责任单位", "时限"}, []any{"建设粮仓", "甲局", "年底"}, []any{nil, "乙局"}, []any{"合计", nil, 3})
				must(f.MergeCell("Sheet1", "A2", "A3"))
				must(f.MergeCell("Sheet1", "A4", "B4"))
			}},
		{"numbers as shown", "|名称|目标|\n|占比|12.50%|\n|产量|1,200|\n|日期|2024年3月5日|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"名称", "目标"}, []any{"占比", 0.125}, []any{"产量", 1200}, []any{"日期", 45356})
				date := `yyyy"年"m"月"d"日"`
				for cell, style := range map[string]*excelize.Style{"B2": {NumFmt: 10}, "B3": {NumFmt: 3}, "B4": {CustomNumFmt: &date}} {
					id, err := f.NewStyle(style)
					must(err)
					must(f.SetCellStyle("Sheet1", cell, cell, id))
				}
			}},
		{"hidden rows and columns", "|任务|单位|\n|甲事|甲局|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"任务", "内部", "单位"}, []any{"甲事", "密", "甲局"}, []any{"旧事", "旧", "旧局"})
				must(f.SetRowVisible("Sheet1", 3, false))
				must(f.SetColVisible("Sheet1", "B", false))
			}},
		{"several sheets", "|任务|单位|\n|甲事|甲局|\n|任务|单位|\n|乙事|乙局|\n", "工作表名称：城区；工作表名称：乡村",
			func(f *excelize.File) {
				must(f.SetSheetName("Sheet1", "城区"))
				for _, s := range []string{"乡村", "底稿"} {
					_, err := f.NewSheet(s)
					must(err)
				}
				put(f, "城区", []any{"任务", "单位"}, []any{"甲事", "甲局"})
				put(f, "乡村", []any{"任务", "单位"}, []any{"乙事", "乙局"})
				put(f, "底稿", []any{"任务", "单位"}, []any{"丙事", "丙局"})
				must(f.SetSheetVisible("底稿", false))
			}},
		{"two tables of a sheet", "城区任务\n|任务|单位|\n|甲事|甲局|\n乡村任务\n|任务|单位|\n|乙事|乙局|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"城区任务"}, []any{"任务", "单位"}, []any{"甲事", "甲局"}, nil, []any{"乡村任务"}, []any{"任务", "单位"}, []any{"乙事", "乙局"})
			}},
		{"a blank row within a table", "|任务|单位|\n|甲事|甲局|\n|乙事|乙局|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"任务", "单位"}, []any{"甲事", "甲局"}, nil, []any{"乙事", "乙局"})
			}},
		{"lines in a cell", "|任务|单位|\n|甲事/其一|甲局|\n", "",
			func(f *excelize.File) { put(f, "Sheet1", []any{"任务", "单位"}, []any{"甲事\n其一", "甲局"}) }},
		{"sheet of lines", "通知\n一、加强领导。\n", "",
			func(f *excelize.File) { put(f, "Sheet1", []any{"通知"}, []any{"一、加强领导。"}) }},
		{"formula", "|名称|目标|\n|合计|7|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"名称", "目标"}, []any{"合计", 7})
				must(f.SetCellFormula("Sheet1", "B2", "=3+4"))
			}},
		{"comment", "|任务|单位|\n|甲事|甲局|\n", "批注：请核",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"任务", "单位"}, []any{"甲事", "甲局"})
				must(f.AddComment("Sheet1", excelize.Comment{Cell: "B2", Paragraph: []excelize.RichTextRun{{Text: "请核"}}}))
			}},
		{"rich text and footers", "|任务|单位|\n|十万|甲局|\n", "",
			func(f *excelize.File) {
				put(f, "Sheet1", []any{"任务", "单位"}, []any{nil, "甲局"})
				must(f.SetCellRichText("Sheet1", "A2", []excelize.RichTextRun{{Text: "十"}, {Text: "万", Font: &excelize.Font{Bold: true}}}))
				must(f.SetHeaderFooter("Sheet1", &excelize.HeaderFooterOptions{OddFooter: "&C第&P页"}))
			}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			data := workbook(t, tt.fill)
			f, err := formattest.Read(t, "x.xlsx", data)
			if err != nil {
				t.Fatal(err)
			}
			if got := formattest.Paper(f); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			if got := formattest.Noise(f); got != tt.noise {
				t.Errorf("noise %s, want %s", got, tt.noise)
			}
			parts, err := audit.XLSX(data)
			if err != nil {
				t.Fatal(err)
			}
			if lost := audit.Losses(parts, f.Account); lost != nil {
				t.Errorf("lost: %v", lost)
			}
			if len(parts) == 0 || len(f.Account) < 2 {
				t.Errorf("%d parts, account of %d", len(parts), len(f.Account))
			}
			for _, e := range f.Account {
				if e.Part == "xl/worksheets/sheet1.xml" && e.Fate < 2 && f.Slice(e.Span) == "" {
					t.Errorf("%q is shown nowhere", e.Text)
				}
			}
		})
	}
}

// TestXLSXShown holds that the account says where each value stands, also where it is written otherwise.
func TestXLSXShown(t *testing.T) {
	f, err := formattest.Read(t, "x.xlsx", workbook(t, func(f *excelize.File) {
		put(f, "Sheet1", []any{"任务表"}, []any{"任务", "占比"}, []any{"甲事", 0.5})
		id, err := f.NewStyle(&excelize.Style{NumFmt: 9})
		must(err)
		must(f.SetCellStyle("Sheet1", "B3", "B3", id))
	}))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range f.Account {
		got = append(got, e.Text+"="+f.Slice(e.Span))
	}
	if want := "Sheet1= 任务表=任务表 任务=任务 占比=占比 甲事=甲事 0.5=50%"; strings.Join(got, " ") != want {
		t.Errorf("account %s, want %s", strings.Join(got, " "), want)
	}
}

// TestXLSXMarks holds that the 2 of m² stays one that stands high, and what is struck out stays so, whatever white space
// and control characters the cell has.
func TestXLSXMarks(t *testing.T) {
	high, struck := &excelize.Font{VertAlign: "superscript"}, &excelize.Font{Strike: true}
	for _, runs := range [][]excelize.RichTextRun{
		{{Text: "500m"}, {Text: "2", Font: high}, {Text: "旧", Font: struck}},
		{{Text: "  含\n\n温室 500m"}, {Text: "2", Font: high}, {Text: " \n旧\n", Font: struck}, {Text: "。"}},
		{{Text: "一\r\n二_x000D_三\u0085500m"}, {Text: "2", Font: high}, {Text: "旧", Font: struck}},
	} {
		f, err := formattest.Read(t, "x.xlsx", workbook(t, func(f *excelize.File) {
			put(f, "Sheet1", []any{"任务", "目标"}, []any{"建设粮仓"})
			must(f.SetCellRichText("Sheet1", "B2", runs))
		}))
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, m := range f.Marks {
			got += string(m.Kind) + f.Slice(m.Span)
		}
		if got != "sup2s旧" {
			t.Errorf("marks %s of %q", got, f.Text)
		}
	}
}

// edited returns a workbook with old replaced by new in a part.
func edited(t *testing.T, data []byte, part, old, new string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == part {
			if !bytes.Contains(text, []byte(old)) {
				t.Fatalf("%s has no %s", part, old)
			}
			text = bytes.Replace(text, []byte(old), []byte(new), 1)
		}
		out, err := z.Create(f.Name)
		if err == nil {
			_, err = out.Write(text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	must(z.Close())
	return b.Bytes()
}

func TestXLSXRefused(t *testing.T) {
	whole := workbook(t, func(f *excelize.File) { put(f, "Sheet1", []any{"任务", "单位"}, []any{"甲事", "甲局"}) })
	sheet := "xl/worksheets/sheet1.xml"
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"cut off", whole[:len(whole)/2], "the file is cut off or damaged"},
		{"no book", filetest.Zip([2]string{"xl/workbook.xml", "x"}), `part "xl/workbook.xml": broken XML`},
		{"no sheets", filetest.Zip([2]string{"xl/workbook.xml", "<workbook><sheets/></workbook>"}), ""},
		{"a sheet that is not there", edited(t, whole, "xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "worksheets/gone.xml"), `the spreadsheet is damaged: it has no part for its sheet "Sheet1"`},
		{"a bomb", edited(t, whole, sheet, "<sheetData>", "<sheetData>"+strings.Repeat(" ", 80<<20)), `part "` + sheet + `" of the archive unpacks to more than`},
		{"merged without end", edited(t, whole, sheet, "</sheetData>", `</sheetData><mergeCells><mergeCell ref="A1:XFD2"/>`+strings.Repeat(`<mergeCell ref="A1:XFD2"/>`, 60)+`</mergeCells>`), ""},
		{"far cells", edited(t, whole, sheet, "<sheetData>", "<sheetData>"+strings.Repeat(`<row><c r="XFD1"><v>1</v></c></row>`, 400)), ""},
		{"nothing", workbook(t, func(*excelize.File) {}), "file holds no text"},
	} {
		_, err := formattest.Read(t, "x.xlsx", tt.data)
		switch {
		case tt.want == "" && err == nil:
		case err == nil || !strings.HasPrefix(err.Error(), tt.want) || strings.Contains(err.Error(), "\n"):
			t.Errorf("%s: error %v, want %s", tt.name, err, tt.want)
		}
	}
}
