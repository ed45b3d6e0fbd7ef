package target

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	grid "zhengce/generator/table"
)

// tableDocument makes a document of an annex mark and a table with cells parted by | and rows by
// line breaks; ↓ before a cell makes it span the row below too, → the column after it.
func tableDocument(annex bool, mark, table string) *document.Document {
	var b strings.Builder
	b.WriteString(mark + "\n")
	var rows [][]source.Cell
	span := source.Span{Start: b.Len()}
	held := map[int]bool{}
	for n, line := range strings.Split(strings.TrimSpace(table), "\n") {
		var row []source.Cell
		col := 0
		for _, text := range strings.Split(line, "|") {
			text = strings.TrimSpace(text)
			for held[col] {
				delete(held, col)
				col++
			}
			cell := source.Cell{Col: col, RowSpan: 1, ColSpan: 1}
			if rest, ok := strings.CutPrefix(text, "↓"); ok {
				text, cell.RowSpan = rest, 2
			}
			if rest, ok := strings.CutPrefix(text, "→"); ok {
				text, cell.ColSpan = rest, 2
			}
			cell.Start = b.Len()
			b.WriteString(text)
			cell.End = b.Len()
			b.WriteString("\n")
			row = append(row, cell)
			col += cell.ColSpan
		}
		for _, c := range row {
			if c.RowSpan > 1 {
				held[c.Col] = true
			}
		}
		for i := range row {
			row[i].Header = n == 0 || n == 1 && strings.Contains(strings.Split(strings.TrimSpace(table), "\n")[0], "→")
		}
		rows = append(rows, row)
	}
	span.End = b.Len()
	f := source.NewFile("t.txt", b.String())
	t := &document.Table{Table: grid.New(f, span, rows)}
	if annex {
		t.Annex = mark
	}
	d := &document.Document{File: f, Tables: []*document.Table{t}}
	d.Blocks = []*document.Block{
		{Span: source.Span{End: len(mark)}, Kind: document.AnnexMark},
		{Span: t.Span, Kind: document.TableBlock, Table: t},
	}
	return d
}

// A table within a section belongs to its measure, and takes the year of the goals before it.
func TestTableInMeasure(t *testing.T) {
	d := tableDocument(false, "（一）主要目标。到2025年，实现下列指标。", `
指标|目标值
森林覆盖率|24.1%
死亡人数|下降20%`)
	s := &document.Section{Span: source.Span{End: len(d.File.Text)}}
	s.Title = source.Span{Start: len("（一）"), End: len("（一）主要目标")}
	for _, b := range d.Blocks {
		b.Section = s
	}
	d.Blocks[0].Kind = document.Paragraph
	s.Blocks = d.Blocks[:1]
	s.Body = &document.Body{Sections: []*document.Section{s}}
	d.Bodies = []*document.Body{s.Body}
	m := &policy.Measure{ID: "一/（一）", Section: s, Text: source.Span{Start: s.Title.End, End: s.End}}
	var got []string
	for _, i := range Find(d, []*policy.Measure{m}, nil) {
		checkSpans(t, d.File.Text, i)
		got = append(got, i.Measure+" "+i.Subject+" "+describe(i))
	}
	want := []string{"一/（一） 森林覆盖率 =24.1% @2025", "一/（一） 死亡人数下降 =20% @2025"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestTableStart reads tables of several years in papers of unknown date: a first year that
// lies years before the next tells the state at the start.
func TestTableStart(t *testing.T) {
	for head, want := range map[string]int{"2015年|2020年|2030年": 2, "2023年|2024年|2025年": 3, "2020年|2025年": 1} {
		cells := strings.Split(head, "|")
		facts := Find(tableDocument(true, "附件", "指标|"+head+"\n死亡率（1/10万）"+strings.Repeat("|18.5", len(cells))), nil, nil)
		if len(facts) != want {
			t.Errorf("%s: %d targets, want %d", head, len(facts), want)
		}
		for _, i := range facts {
			if i.Unit != "1/10万" {
				t.Errorf("%s: unit %q", head, i.Unit)
			}
		}
	}
}

func TestTables(t *testing.T) {
	tests := []struct {
		name, mark, table string
		want              []string
	}{
		{"goal years and units of their own", "附件1", `
序号|指标名称|单位|2020年|2025年|属性
1|森林覆盖率|%|23|24.1|约束性
2|高标准农田|万亩|300|≥500|预期性
3|制度建设|—|完成|完善|预期性`,
			[]string{"附件1/1 森林覆盖率 =24.1% @2025", "附件1/2 高标准农田 ≥500万亩 @2025"}},
		{"values in sentences, a floor in the explanation", "附件1", `
一级指标|二级指标|评价标准|指标含义|数据来源
↓签约数量|1.重点人群覆盖率|较上一年增加。2023年达到80%，力争2035年达到95%。|覆盖人数/总数*100%|年报
2.签约覆盖率|每年增加1-3个百分点。|覆盖率|年报
服务|8.服务种类|支持签约模式的种类大于3类。|由1-3种模式组成|协议
效果|15.血压控制率|≥50%|核查|抽样
保障|17.薪酬分配|定性指标，查看落实情况|1.由医保支付。2.薪酬分配：原则上不低于80%。|材料`,
			[]string{"附件1/1 重点人群覆盖率 =80% @2023", "附件1/1 重点人群覆盖率 =95% @2035", "附件1/2 签约覆盖率 =1-3个百分点", "附件1/8 服务种类 >3类", "附件1/15 血压控制率 ≥50%", "附件1/17 薪酬分配 ≥80% threshold"}},
		{"what each city has to buy, and how that has grown", "附件", `
县、市|夏粮（万公斤）|比上年增减（%）
青山市|800|3.2
白云县|1400|5.1`,
			[]string{" 青山市夏粮 =800万公斤", " 白云县夏粮 =1400万公斤"}},
		{"expected values, units in the names", "附件", `
序号|指标|预期值|属性
1|生产安全事故死亡人数|下降15%|约束性
2|森林覆盖率（%）|23.04〔1.38〕|约束性
3|自然岸线保有率（%）|＞35|预期性
4|地下水质量极差比例（%）|15左右|预期性`,
			[]string{"附件/1 生产安全事故死亡人数下降 =15%", "附件/2 森林覆盖率 =23.04%", "附件/3 自然岸线保有率 >35%", "附件/4 地下水质量极差比例 ≈15%"}},
		{"two rows of titles", "附件2", `
↓序号|↓指标名称|↓单位|→目标值|↓属性
2023年|2025年
1|森林覆盖率|%|23.5|24.1|约束性`,
			[]string{"附件2/1 森林覆盖率 =23.5% @2023", "附件2/1 森林覆盖率 =24.1% @2025"}},
		{"a name for two rows, a row without a name", "附件", `
序号|指标|目标值
1|↓绿化率|30%
2|40%
→小计|50%`,
			[]string{"附件/1 绿化率 =30%", "附件/2 绿化率 =40%", " 小计 =50%"}},
		{"units of full width, empty brackets", "附件", `
指标|目标值
绿化率（％）|30
绿化率（）|40%
绿化率（新区）|50`,
			[]string{" 绿化率 =30％", " 绿化率（） =40%", " 绿化率（新区） =50"}},
		{"numbers as printed", "附件2", `
编号|指标|计量单位|目标值|备注
七|绿化率|%|30|不低于20%
—|污水处理率|%|定性|不低于20%且不低于5年`,
			[]string{"附件2/7 绿化率 =30%", " 污水处理率 ≥20% threshold"}},
		{"cells that are not plain", "附件", `
指标|目标值
绿化率|2025年24.1[1.3]
就诊率|城区40%、乡镇30%
普及率|累计达到40%
覆盖率|40%，稳定
占有率|24.1%[1.3]左右`,
			[]string{" 就诊率城区 =40%", " 就诊率乡镇 =30%", " 普及率 =40%", " 覆盖率 =40%", " 占有率 =24.1%"}},
		{"a goal before the names, no 指标 in the head", "附件", `
目标|项目|2025年
建成5个|绿化率|40%`,
			[]string{" 绿化率 =40% @2025"}},
		{"floors in notes", "附件", `
指标|目标值|备注
服务|定性|不高于20%
制度|定性|超过20%
队伍|定性|至少总额的20%
环境|完善|不低于20%`,
			[]string{" 服务 ≤20% threshold"}},
		{"a table of tasks is none", "附件", `
序号|工作任务|责任部门
1|建成100个园区|省发展改革委`, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := tableDocument(true, tt.mark, tt.table)
			var got []string
			for _, i := range Find(d, nil, nil) {
				checkSpans(t, d.File.Text, i)
				got = append(got, i.Measure+" "+i.Subject+" "+describe(i))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestTableHeads reads heads that are not marked, that hold two rows, and a table that is a head alone.
func TestTableHeads(t *testing.T) {
	read := func(table string, heads int) string {
		d := tableDocument(true, "附件", table)
		rows := d.Tables[0].All()
		for i, row := range rows {
			for k := range row {
				row[k].Header = i < heads
			}
		}
		d.Tables[0].Table = grid.New(d.File, d.Tables[0].Span, rows)
		var got []string
		for _, i := range Find(d, nil, nil) {
			got = append(got, i.Subject+" "+describe(i))
		}
		return strings.Join(got, "; ")
	}
	two := "绿化率 =40% @2025; 绿化率 =50% @2030; 就诊率 =60% @2025; 就诊率 =70% @2030"
	for _, tt := range []struct {
		table string
		heads int // rows that are marked
		want  string
	}{
		{"指标|2025年\n绿化率|40%", 0, "绿化率 =40% @2025"},
		{"↓指标|→目标值\n2025年|2030年\n绿化率|40%|50%\n就诊率|60%|70%", 2, two},
		{"↓指标|→目标值\n2025年|2030年\n绿化率|40%|50%\n就诊率|60%|70%", 1, two},
		{"↓指标|→目标值\n2025年|2030年\n绿化率|40%|50%\n就诊率|60%|70%", 0, two},
		{"指标|→目标值", 1, ""},
		{"指标|→目标值", 0, ""},
	} {
		if got := read(tt.table, tt.heads); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.table, got, tt.want)
		}
	}
}

// TestBox reads a table with one column within a section: it is a frame around text.
func TestBox(t *testing.T) {
	for table, want := range map[string]string{"专栏\n到2025年，建成园区100个。": "=100个 @2025", "专栏|任务\n到2025年，建成园区100个。|建成": ""} {
		d := tableDocument(false, "（一）任务。", table)
		s := &document.Section{Span: source.Span{End: len(d.File.Text)}}
		for _, b := range d.Blocks {
			b.Section = s
		}
		s.Body = &document.Body{Sections: []*document.Section{s}}
		d.Bodies = []*document.Body{s.Body}
		var got []string
		m := &policy.Measure{ID: "一", Section: s, Text: s.Span}
		for _, i := range Find(d, []*policy.Measure{m}, nil) {
			got = append(got, describe(i))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%s\n got %s\nwant %s", table, got, want)
		}
	}
}

// TestPlainCells tells by which rule a cell holds one value.
func TestPlainCells(t *testing.T) {
	for text, want := range map[string]string{
		"24.1[1.3]": "value-with-its-change", "24.1左右[1.3]": "", "24.1[1.3]左右": "", "24.1，1.3]": "", "2025年24.1[1.3]": "", "24.1[1.3][2]": "",
		"40": "plain-cell", "［18］": "plain-cell", "＞80": "plain-cell", "下降15%": "plain-cell", "累计40": "plain-cell", "累计达到40": "", "40左右": "plain-cell", "（40%以上）": "plain-cell",
		"城区40": "", "40稳定": "", "2025年40": "", "稳定": "",
	} {
		if _, rule := plainCell(newParagraph(text, source.Span{End: len(text)})); rule.Name != want {
			t.Errorf("%s is plain by %q, want %q", text, rule.Name, want)
		}
	}
}

// TestStart tells which columns with a year hold the state at the start.
func TestStart(t *testing.T) {
	years := []targetColumn{{year: 2020}, {year: 2025}}
	for _, tt := range []struct {
		c    yearColumn
		want bool
	}{
		{yearColumn{2020, years, 2021, false}, true}, {yearColumn{2020, years, 2021, true}, false}, {yearColumn{2025, years, 2021, false}, false},
		{yearColumn{2020, years, 0, false}, true}, {yearColumn{2020, years, 0, true}, false}, {yearColumn{2025, years, 0, false}, false}, {yearColumn{2020, years[:1], 0, false}, false},
	} {
		if _, got := startColumns.First(tt.c); got != tt.want {
			t.Errorf("%+v holds the start: %v", tt.c, got)
		}
	}
}

// TestCell keeps the cell of a target, the cell that names its row and how it binds; a table of places has none.
func TestCell(t *testing.T) {
	d := tableDocument(true, "附件", "指标|单位|2025年目标|2030年目标|属性\n绿化率|%|40|50|约束性\n车位|个|10|8|见规划")
	var got []string
	for _, i := range Find(d, nil, nil) {
		got = append(got, d.File.Slice(i.Cell.Span)+" of "+d.File.Slice(i.Cell.Name)+" "+i.Cell.Nature)
	}
	if diff := cmp.Diff([]string{"40 of 绿化率 约束性", "50 of 绿化率 约束性", "10 of 车位 ", "8 of 车位 "}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, i := range Find(tableDocument(true, "附件", "县区|2025年目标|2030年目标\n东山县|40|50"), nil, nil) {
		if i.Cell != nil {
			t.Errorf("%s stands in a table of indicators", i.Subject)
		}
	}
}

// TestBase keeps the value at the start beside the targets of its row, and gives it out as none.
func TestBase(t *testing.T) {
	d := tableDocument(true, "附件", "指标|单位|2020年现状|2025年|2030年\n绿化率|%|30|40|50\n死亡人数|人|—|10|8\n普查率|%|城区25、乡镇20|城区55、乡镇40|60")
	var got []string
	for _, i := range Find(d, nil, nil) {
		base := "none"
		if i.Base != nil {
			base = fmt.Sprint(i.Base.Number, i.Base.Unit, i.Base.Year, d.File.Slice(i.Base.Span))
		}
		got = append(got, fmt.Sprint(i.Subject, " ", i.Number, " from ", base))
	}
	want := []string{"绿化率 40 from 30%202030", "绿化率 50 from 30%202030", "死亡人数 10 from none", "死亡人数 8 from none", "普查率城区 55 from none", "普查率乡镇 40 from none", "普查率 60 from none"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
