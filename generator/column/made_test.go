package column_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"zhengce/generator/column"
	"zhengce/generator/document"
	"zhengce/generator/format"
	"zhengce/generator/source"
	"zhengce/generator/table"
)

// A made table is drawn by chance: its titles, of one or two rows, with what they mean, and its cells.
type made struct {
	titles [][2]string // above and below; below is empty where one title covers both rows
	means  []column.Kind
	cells  [][]string
	down   map[[2]int]int // merged cells: how many rows the cell at row and column covers
	line   map[int]string // sections before rows
}

func (m *made) add(kind column.Kind, above, below string) {
	m.titles, m.means = append(m.titles, [2]string{above, below}), append(m.means, kind)
}

// deep reports whether a title has one below it.
func (m *made) deep() bool {
	for _, t := range m.titles {
		if t[1] != "" {
			return true
		}
	}
	return false
}

// A drawer draws tables; plain ones have nothing merged and one row of titles, as text can hold.
type drawer struct {
	*rand.Rand
	plain bool
}

func (d *drawer) of(words string) string {
	list := strings.Fields(words)
	return list[d.IntN(len(list))]
}

func (d *drawer) maybe() bool { return d.IntN(2) == 0 }

const (
	someBodies = "市交通局 市水利局、市财政局 市民政局 市教育局、市卫生健康委 各县（区）人民政府 市住房城乡建设局 市农业农村局、市林业局"
	someTasks  = "新建村级养老驿站 改造老旧管网 培训乡村医生 编制年度体检报告 推广节水灌溉技术 修复河岸绿地 建立巡查台账 整治背街小巷 完善应急预案 开展技能竞赛"
	someDues   = "2024年6月底前 2024年12月底 9月底前 长期坚持 2025年3月 全年 持续推进"
	someNames  = "城镇污水处理率 森林覆盖率 村卫生室达标率 公共停车泊位 节水型企业数 养老床位 再生水利用量 公园绿地面积 农村公路优良率"
	someUnits  = "% 个 万亩 公里 万立方米 家 张"
	somePlaces = "东岭县 西河区 南坪县 北山区 中湾市 石桥镇"
)

// draw draws a table of one of three kinds.
func (d *drawer) draw(kind int) *made {
	m := &made{down: map[[2]int]int{}, line: map[int]string{}}
	switch kind {
	case 0:
		d.tasks(m)
	case 1:
		d.targets(m)
	default:
		d.places(m)
	}
	return m
}

func (d *drawer) tasks(m *made) {
	m.add(column.Number, d.of("序号 编号"), "")
	if d.maybe() {
		m.add(column.Section, d.of("类别 领域 任务类别"), "")
	}
	m.add(column.Task, d.of("重点任务 工作任务 主要任务 改革事项 实事项目"), "")
	if d.maybe() {
		m.add(column.Task, d.of("具体措施 工作举措 主要内容 工作要求"), "")
	}
	if d.maybe() {
		m.add(column.Goal, d.of("数量 任务数 计划数"), "")
		m.add(column.Unit, d.of("单位 计量单位"), "")
	}
	switch {
	case d.maybe():
		m.add(column.Bodies, d.of("责任单位 责任部门 主责单位"), "")
	case d.plain:
		m.add(column.Bodies, "牵头单位", "")
		m.add(column.Bodies, d.of("配合单位 责任单位"), "")
	default:
		m.add(column.Bodies, "责任单位", "牵头单位")
		m.add(column.Bodies, "责任单位", "配合单位")
	}
	if d.maybe() {
		m.add(column.Due, d.of("完成时限 完成时间 计划完成时间 时间节点"), "")
	}
	if !d.plain && d.maybe() {
		m.add(column.Persons, d.of("责任人 联系人 分管领导"), "")
	}
	d.fill(m, 3+d.IntN(4))
}

func (d *drawer) targets(m *made) {
	m.add(column.Number, "序号", "")
	if d.maybe() {
		m.add(column.Section, d.of("类别 领域 分类"), "")
	}
	m.add(column.Name, d.of("指标 指标名称 主要指标"), "")
	m.add(column.Unit, d.of("单位 计量单位"), "")
	m.add(column.Base, d.of("2023年基期值 2023年现状 2023年实际"), "")
	if d.plain || d.maybe() {
		m.add(column.Year, d.of("2025年 2025年目标 2025年目标值"), "")
	} else {
		m.add(column.Year, "目标值", "2024年")
		m.add(column.Year, "目标值", "2025年")
		if d.maybe() {
			m.add(column.Year, "目标值", "2030年")
		}
	}
	m.add(column.Nature, d.of("属性 指标属性 指标性质"), "")
	if d.maybe() {
		m.add(column.Bodies, d.of("责任单位 牵头单位"), "")
	}
	d.fill(m, 3+d.IntN(4))
}

func (d *drawer) places(m *made) {
	m.add(column.Place, d.of("县区 县（市、区） 地区 乡镇"), "")
	if d.maybe() {
		for _, year := range []string{"2024年", "2025年", "2026年"} {
			if d.plain {
				m.add(column.Year, year, "")
			} else {
				m.add(column.Year, "分年度任务", year)
			}
		}
	} else {
		m.add(column.Goal, "新建驿站（个）", "")
		m.add(column.Goal, "改造管网（公里）", "")
	}
	d.fill(m, 3+d.IntN(3))
	total := make([]string, len(m.means))
	total[0] = d.of("合计 总计")
	for i := range total[1:] {
		total[i+1] = fmt.Sprint(300 + d.IntN(600))
	}
	m.cells = append(m.cells, total)
}

// fill draws the cells, and merges some where the form can.
func (d *drawer) fill(m *made, rows int) {
	for r := range rows {
		var row []string
		for _, kind := range m.means {
			row = append(row, d.cell(kind, r))
		}
		m.cells = append(m.cells, row)
	}
	if d.plain {
		return
	}
	for col, kind := range m.means {
		if (kind == column.Section || kind == column.Bodies || kind == column.Due) && d.maybe() {
			from := d.IntN(rows - 1)
			m.down[[2]int{from, col}] = 2
			m.cells[from+1][col] = m.cells[from][col]
		}
	}
	if d.maybe() && m.means[0] == column.Number {
		m.line[0] = "一、基础设施"
	}
}

func (d *drawer) cell(kind column.Kind, row int) string {
	switch kind {
	case column.Number:
		return fmt.Sprint(row + 1)
	case column.Section:
		return d.of("生态环保 民生保障 产业发展")
	case column.Task:
		return fmt.Sprint(d.of(someTasks), row+1, "期")
	case column.Name:
		return d.of(someNames)
	case column.Place:
		return d.of(somePlaces)
	case column.Unit:
		return d.of(someUnits)
	case column.Bodies:
		return d.of(someBodies)
	case column.Due:
		return d.of(someDues)
	case column.Persons:
		return d.of("张甲 李乙 王丙")
	case column.Nature:
		return d.of("预期性 约束性")
	}
	return fmt.Sprint(11 + d.IntN(200))
}

// forms write a made table as the files in which such tables come; plain ones can hold nothing merged.
var forms = []struct {
	suffix, name string
	plain        bool
	write        func(t *testing.T, m *made) []byte
}{
	{"html", "web page", false, func(_ *testing.T, m *made) []byte { return []byte(m.html()) }},
	{"docx", "Word", false, func(t *testing.T, m *made) []byte { return m.docx(t) }},
	{"xlsx", "Excel", false, func(t *testing.T, m *made) []byte { return m.xlsx(t) }},
	{"md", "Markdown", true, func(_ *testing.T, m *made) []byte {
		return []byte("# 甲市任务表\n\n现将任务表印发给你们，请认真执行。\n\n甲市人民政府\n\n2024年3月1日\n\n附件\n\n" + m.lines("| ", " | ", " |", "\n", true))
	}},
	{"txt", "a row a line", true, func(_ *testing.T, m *made) []byte {
		return []byte("甲市任务表\n各县人民政府：\n现将任务表印发给你们，请认真执行。\n甲市人民政府\n2024年3月1日\n附件\n" + m.lines("", "　　", "", "\n", false))
	}},
	{"txt", "tabs", true, func(_ *testing.T, m *made) []byte {
		return []byte("甲市任务表\n各县人民政府：\n现将任务表印发给你们，请认真执行。\n甲市人民政府\n2024年3月1日\n附件\n" + m.lines("", "\t", "", "\n", false))
	}},
	{"txt", "a cell a line", true, func(_ *testing.T, m *made) []byte {
		return []byte("甲市任务表\n各县人民政府：\n现将任务表印发给你们，请认真执行。\n甲市人民政府\n2024年3月1日\n附件\n\n" + m.lines("", "\n\n", "", "\n\n", false))
	}},
	{"txt", "a cell a line without blank lines", true, func(_ *testing.T, m *made) []byte {
		return []byte("甲市任务表\n各县人民政府：\n现将任务表印发给你们，请认真执行。\n甲市人民政府\n2024年3月1日\n附件\n" + m.lines("", "\n", "", "\n", false))
	}},
}

func (m *made) lines(open, between, end, row string, rule bool) string {
	var b strings.Builder
	write := func(cells []string) { b.WriteString(open + strings.Join(cells, between) + end + row) }
	var titles, dashes []string
	for _, t := range m.titles {
		titles, dashes = append(titles, t[0]), append(dashes, "---")
	}
	write(titles)
	if rule {
		write(dashes)
	}
	for _, cells := range m.cells {
		write(cells)
	}
	return b.String()
}

// A placed cell stands in a row of the drawing, titles first, with its size.
type placed struct {
	text            string
	col, rows, cols int
}

// rows returns the rows of the drawing.
func (m *made) rows() (out [][]placed, heads int) {
	heads = 1
	if m.deep() {
		heads = 2
	}
	out = make([][]placed, heads)
	for col := 0; col < len(m.titles); col++ {
		t := m.titles[col]
		if t[1] == "" {
			out[0] = append(out[0], placed{t[0], col, heads, 1})
			continue
		}
		n := col
		for ; n < len(m.titles) && m.titles[n][0] == t[0] && m.titles[n][1] != ""; n++ {
			out[1] = append(out[1], placed{m.titles[n][1], n, 1, 1})
		}
		out[0] = append(out[0], placed{t[0], col, 1, n - col})
		col = n - 1
	}
	for r, cells := range m.cells {
		if m.line[r] != "" {
			out = append(out, []placed{{m.line[r], 0, 1, len(m.titles)}})
		}
		var row []placed
		for col, text := range cells {
			if r > 0 && m.down[[2]int{r - 1, col}] > 1 {
				continue
			}
			row = append(row, placed{text, col, max(1, m.down[[2]int{r, col}]), 1})
		}
		out = append(out, row)
	}
	return out, heads
}

func (m *made) html() string {
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="utf-8"></head><body><p>甲市任务表</p><p>附件</p><table>`)
	rows, _ := m.rows()
	for _, row := range rows {
		b.WriteString("<tr>")
		for _, c := range row {
			fmt.Fprintf(&b, `<td rowspan="%d" colspan="%d">%s</td>`, c.rows, c.cols, html.EscapeString(c.text))
		}
		b.WriteString("</tr>")
	}
	return b.String() + "</table></body></html>"
}

func (m *made) docx(t *testing.T) []byte {
	var b strings.Builder
	para := func(s string) string { return "<w:p><w:r><w:t>" + html.EscapeString(s) + "</w:t></w:r></w:p>" }
	rows, _ := m.rows()
	left := map[int]placed{} // what still reaches down, by column
	for _, row := range rows {
		b.WriteString("<w:tr>")
		at := map[int]placed{}
		for _, c := range row {
			at[c.col] = c
		}
		for col := 0; col < len(m.titles); {
			c, begins := at[col]
			merge := ""
			switch {
			case begins && c.rows > 1:
				merge = `<w:vMerge w:val="restart"/>`
				left[col] = placed{"", col, c.rows - 1, c.cols}
			case !begins:
				c = left[col]
				merge = `<w:vMerge/>`
				left[col] = placed{"", col, c.rows - 1, c.cols}
			}
			fmt.Fprintf(&b, `<w:tc><w:tcPr><w:gridSpan w:val="%d"/>%s</w:tcPr>%s</w:tc>`, max(1, c.cols), merge, para(c.text))
			col += max(1, c.cols)
		}
		b.WriteString("</w:tr>")
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, text := range map[string]string{
		"[Content_Types].xml": `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels":         `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + para("甲市任务表") + para("附件") + "<w:tbl>" + b.String() + "</w:tbl></w:body></w:document>",
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func (m *made) xlsx(t *testing.T) []byte {
	f := excelize.NewFile()
	rows, _ := m.rows()
	for r, row := range rows {
		for _, c := range row {
			from, _ := excelize.CoordinatesToCellName(c.col+1, r+1)
			to, _ := excelize.CoordinatesToCellName(c.col+c.cols, r+c.rows)
			if err := f.SetCellStr("Sheet1", from, c.text); err != nil {
				t.Fatal(err)
			}
			if from != to {
				if err := f.MergeCell("Sheet1", from, to); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestMade draws tables of each kind in each form and reads them back: every cell must stand where it was drawn, and
// nearly every column mean what it was drawn for.
func TestMade(t *testing.T) {
	s := &score{seeds: 6}
	for _, form := range forms {
		s.of(t, form.name, form.suffix, form.plain, form.write)
	}
	s.tell(t)
}

// A score counts what was read back.
type score struct {
	seeds                  uint64 // tables of each kind
	tables, whole, doubted int    // drawn, read back cell by cell, left as text with a doubt
	columns, right         int
}

// of draws tables of each kind in a form and reads them back.
func (s *score) of(t *testing.T, form, suffix string, plain bool, write func(t *testing.T, m *made) []byte) {
	for kind := range 3 {
		for seed := range s.seeds {
			d := &drawer{rand.New(rand.NewPCG(seed, uint64(kind))), plain}
			m := d.draw(kind)
			name := fmt.Sprintf("%s, kind %d, seed %d", form, kind, seed)
			file, err := format.Read(fstest.MapFS{"x." + suffix: {Data: write(t, m)}}, "x."+suffix)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			s.tables++
			got := readBack(file)
			if got == nil {
				if plain && hasDoubt(file, "table-as-text") || kind == 2 && suffix == "txt" && form != "tabs" {
					s.doubted++ // lines without a number that may be anything
					continue
				}
				t.Errorf("%s: no table\n%s", name, file.Text)
				continue
			}
			if compareCells(t, name, m, file, got) {
				s.whole++
			}
			for i, want := range m.means {
				s.columns++
				if i < len(got.Columns) && got.Columns[i].Kind == want {
					s.right++
				} else if i < len(got.Columns) {
					t.Logf("%s: column %q means %q, want %q", name, got.Columns[i].Title, got.Columns[i].Kind, want)
				}
			}
		}
	}
}

// tell holds that what was read back is right.
func (s *score) tell(t *testing.T) {
	t.Logf("of %d tables %d are whole, %d left as text; %d of %d columns mean what they were drawn for", s.tables, s.whole, s.doubted, s.right, s.columns)
	if s.right*100 < s.columns*98 {
		t.Errorf("%d of %d columns mean what they were drawn for", s.right, s.columns)
	}
}

// hasDoubt reports whether a file has a problem of a kind: table-as-text for rows of tables that were left as text, table-cut
// for cells that a page may cut.
func hasDoubt(f *source.File, code string) bool {
	return slices.ContainsFunc(f.Problems, func(e *source.Error) bool { return e.Code == code })
}

// less fills the cells that are empty where a merged one reaches them, as a page that cuts it has them.
func less(lines [][]string, m *made) [][]string {
	for r, row := range lines {
		for col, text := range row {
			if text == "" && r < len(m.cells) && col < len(m.cells[r]) && m.down[[2]int{r - 1, col}] > 1 {
				row[col] = m.cells[r][col]
			}
		}
	}
	return lines
}

func readBack(f *source.File) *column.Table {
	d, _ := document.Parse(f)
	if len(d.Tables) != 1 {
		return nil
	}
	return column.Read(f, d.Tables[0])
}

func compareCells(t *testing.T, name string, m *made, f *source.File, got *column.Table) bool {
	var lines [][]string
	for _, l := range got.Lines {
		if l.Kind != table.Entry && l.Kind != table.Total {
			continue
		}
		var row []string
		for _, c := range l.Cells {
			row = append(row, f.Squeezed(c.Span))
		}
		lines = append(lines, row)
	}
	if hasDoubt(f, "table-cut") {
		lines = less(lines, m)
	}
	if fmt.Sprint(lines) != fmt.Sprint(m.cells) {
		t.Errorf("%s:\n got %q\nwant %q", name, lines, m.cells)
		return false
	}
	return true
}
