package duty_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/format"
	"zhengce/generator/internal/facttest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// rowTests are tables of a paper of 青山市, their rows parted by newlines, cells by |, and the annex rows
// found in them. A cell with ↓2 covers two rows.
var rowTests = []struct {
	name, table string
	want        []string
}{
	{"plain", "序号|任务|责任单位\n1|修好水渠|市水利局、市财政局\n2|造好林|市林业局",
		[]string{"1 修好水渠 青山市水利局 J 青山市财政局 J column「责任单位」", "2 造好林 青山市林业局 J column「责任单位」"}},
	{"a serial column by each of its titles", "编号|任务|责任单位\n（7）|修好水渠|市水利局", []string{"7 修好水渠 青山市水利局 J column「责任单位」"}},
	{"columns of a lead and of support", "任务|责任单位|牵头单位\n修好水渠|市财政局|市水利局", []string{"0 修好水渠 青山市财政局 S 青山市水利局 L column「牵头单位」"}},
	{"a lead, then others", "任务|牵头单位|责任单位\n修好水渠|市水利局|市财政局", []string{"0 修好水渠 青山市水利局 L 青山市财政局 S column「牵头单位」"}},
	{"a lead, then those who support", "任务|牵头单位|配合单位\n修好水渠|市水利局|市财政局", []string{"0 修好水渠 青山市水利局 L 青山市财政局 S column「牵头单位」"}},
	{"two plain columns", "任务|责任单位|实施单位\n修好水渠|市水利局|市财政局", []string{"0 修好水渠 青山市水利局 J 青山市财政局 J column「责任单位」"}},
	{"two columns of tasks", "工作|措施|责任单位\n修好水渠|清淤五公里|市水利局", []string{"0 修好水渠清淤五公里 青山市水利局 J column「责任单位」"}},
	{"an empty cell of tasks", "工作|措施|责任单位\n|清淤五公里|市水利局", []string{"0 清淤五公里 青山市水利局 J column「责任单位」"}},
	{"rows that are no tasks", "任务|责任单位\n一、水利|\n修好水渠|市水利局\n|市财政局", []string{"0 修好水渠 青山市水利局 J column「责任单位」"}},
	{"nobody", "任务|责任单位\n修好水渠|—\n造好林|/\n办好学|-", nil},
	{"a merged cell of bodies", "任务|责任单位\n修好水渠|市水利局↓2\n清好河道\n养好堤坝|市财政局\n看好水闸",
		[]string{"0 修好水渠 青山市水利局 J column「责任单位」", "0 清好河道 青山市水利局 J column「责任单位」", "0 养好堤坝 青山市财政局 J column「责任单位」"}},
	{"a merged date", "任务|完成时限|责任单位\n修好水渠|6月底↓3|市水利局\n清好河道|市林业局\n养好堤坝|市财政局",
		[]string{"0 修好水渠 青山市水利局 J column「责任单位」 @6月底", "0 清好河道 青山市林业局 J column「责任单位」 @6月底", "0 养好堤坝 青山市财政局 J column「责任单位」 @6月底"}},
	{"a merged task stands with its first row", "任务|责任单位\n修好水渠↓2|市水利局\n市财政局", []string{"0 修好水渠 青山市水利局 J column「责任单位」"}},
	{"a merged number", "序号|任务|责任单位\n3↓2|修好水渠|市水利局\n清好河道|市财政局", []string{"3 修好水渠 青山市水利局 J column「责任单位」", "3 清好河道 青山市财政局 J column「责任单位」"}},
	{"dates by a short title", "任务|时限|责任单位\n修好水渠|年底|市水利局", []string{"0 修好水渠 青山市水利局 J column「责任单位」 @年底"}},
	{"offices and persons", "任务|责任单位|责任处室|联系人\n修好水渠|市水利局|办公室|市财政局", []string{"0 修好水渠 青山市水利局 J column「责任单位」"}},
	{"bodies with a person", "任务|责任单位（责任人）\n修好水渠|市水利局", []string{"0 修好水渠 青山市水利局 J column「责任单位（责任人）」"}},
	{"labels in a cell", "任务|责任单位\n修好水渠|牵头单位：市水利局；配合单位：市财政局", []string{"0 修好水渠 青山市水利局 L 青山市财政局 S label「牵头单位：」"}},
	{"会同 in a cell", "任务|责任单位\n修好水渠|市水利局会同市财政局", []string{"0 修好水渠 青山市水利局 L 青山市财政局 S lead-word「会同」"}},
	{"为主 in a cell", "任务|责任单位\n修好水渠|市水利局为主，市财政局协助", []string{"0 修好水渠 青山市水利局 L 青山市财政局 S lead-word「为主」"}},
	{"words in a column of a lead", "任务|牵头单位\n修好水渠|市水利局会同市财政局", []string{"0 修好水渠 青山市水利局 L 青山市财政局 L column「牵头单位」"}},
	{"a label on a line of a cell in a column of a lead", "任务|牵头单位\n修好水渠|市水利局、市林业局<br>配合单位　市财政局", []string{"0 修好水渠 青山市水利局 L 青山市林业局 L 青山市财政局 S lead-word「牵头」"}},
	{"a table in a cell of a column of a lead", "任务|牵头单位\n修好水渠|市水利局<table><tr><td>协办单位</td><td>市财政局</td></tr><tr><td>完成时限</td><td>年底</td></tr></table>", []string{"0 修好水渠 青山市水利局 L 青山市财政局 S lead-word「牵头」"}},
	{"a date on a line of a cell", "任务|牵头单位\n修好水渠|市水利局<br>时限：年底", []string{"0 修好水渠 青山市水利局 L column「牵头单位」"}},
	{"words with a clause", "任务|责任单位\n修好水渠|市水利局牵头，全力保障农田灌溉", []string{"0 修好水渠 青山市水利局 J 全力保障农田灌溉 J column「责任单位」"}},
	{"words without a body beyond doubt", "任务|责任单位\n上好课|青禾中心牵头", []string{"0 上好课 青山市青禾中心 J column「责任单位」"}},
	{"a name that was cut off", "任务|责任单位\n架好线路|市通信管理、市水利局", []string{"0 架好线路 青山市通信管理 J 青山市水利局 J column「责任单位」"}},
	{"an item that is no body as a whole", "任务|责任单位\n架好线路|市水利局等单位和青禾合唱", []string{"0 架好线路 青山市水利局等单位和青禾合唱 J column「责任单位」"}},
	{"units of measure", "工作|单位|2025年\n水渠建设|公里|50", nil},
	{"units that no list knows", "工作|单位|目标值\n水渠建设|座桥|50", nil},
	{"units beside bodies", "工作|单位|数量|责任单位\n水渠建设|公里|50|市水利局", []string{"0 水渠建设 青山市水利局 J column「责任单位」"}},
	{"bodies in a table of targets", "工作|单位|2025年\n水渠建设|市水利局|50", []string{"0 水渠建设 青山市水利局 J column「单位」"}},
	{"an edition is no year", "工作|单位|规范（2025年版）\n水渠建设|市水利局|50", []string{"0 水渠建设 青山市水利局 J column「单位」"}},
	{"a number of years is no year", "工作|单位|20年\n水渠建设|市水利局|50", []string{"0 水渠建设 青山市水利局 J column「单位」"}},
	{"a column 年度 is no year", "工作|单位|年度\n水渠建设|市水利局|50", []string{"0 水渠建设 青山市水利局 J column「单位」"}},
	{"a number of four digits is no year", "工作|单位|备注2025\n水渠建设|市水利局|50", []string{"0 水渠建设 青山市水利局 J column「单位」"}},
	{"who carries out a task", "任务|实施部门\n修好水渠|市水利局", []string{"0 修好水渠 青山市水利局 J column「实施部门」"}},
	{"units of projects", "任务|责任单位|项目单位\n修好水渠|市水利局|东渠公司", []string{"0 修好水渠 青山市水利局 J column「责任单位」"}},
	{"targets with those responsible", "工作|单位|责任部门|指标\n水渠建设|市财政局|市水利局|50", []string{"0 水渠建设 青山市财政局 J 青山市水利局 J column「单位」"}},
	{"units of measure beside those responsible", "工作|单位|数量|责任单位\n水渠建设|公里|50|市水利局", []string{"0 水渠建设 青山市水利局 J column「责任单位」"}},
	{"powers with those responsible", "事项|设定依据|实施部门|责任单位\n修渠审批|水法|市水利局|市财政局", []string{"0 修渠审批 青山市水利局 J 青山市财政局 J column「实施部门」"}},
	{"bodies without tasks", "名称|责任单位\n东水渠|市水利局", nil},
	{"tasks without bodies", "任务|进度\n修好水渠|市水利局", nil},
}

func TestRows(t *testing.T) {
	for _, tt := range rowTests {
		f := facts(t, "<p>一、重点任务</p><p>（一）办好集市。办好农村集市。</p>"+htmlTable(tt.table))
		var got []string
		for _, r := range f.Annex {
			line := fmt.Sprint(r.No, " ", r.Task, " ", bodies(r.Agencies), " ", r.Basis.Rule, "「", r.Basis.Quote, "」")
			if r.Deadline != "" {
				line += " @" + r.Deadline
			}
			if r.Found != "table-of-tasks" {
				t.Errorf("%s: row %d was found by %q", tt.name, r.No, r.Found)
			}
			got = append(got, line)
		}
		if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
			t.Errorf("%s:\n got %q\nwant %q", tt.name, got, tt.want)
		}
	}
}

// facts returns what a paper of 青山市 with an HTML body says.
func facts(t *testing.T, body string) *policy.Facts {
	t.Helper()
	f, _ := facttest.Read(t, page(t, body))
	return f
}

// page returns a paper of 青山市 with an HTML body.
func page(t *testing.T, body string) *source.File {
	t.Helper()
	text := `<html><head><meta charset="utf-8"></head><body><p>青山市重点工作分工方案</p>` + body + "</body></html>"
	file, err := format.Read(fstest.MapFS{"x.html": {Data: []byte(text)}}, "x.html")
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// htmlTable writes a table whose first row is its head.
func htmlTable(table string) string {
	tag := "th"
	var b strings.Builder
	b.WriteString("<table>")
	for _, row := range strings.Split(table, "\n") {
		b.WriteString("<tr>")
		for _, cell := range strings.Split(row, "|") {
			cell, span, _ := strings.Cut(cell, "↓")
			fmt.Fprintf(&b, "<%s rowspan=%q>%s</%[1]s>", tag, max(span, "1"), cell)
		}
		b.WriteString("</tr>")
		tag = "td"
	}
	b.WriteString("</table>")
	return b.String()
}

// TestRowMeasure ties rows to the measures that they speak of.
func TestRowMeasure(t *testing.T) {
	tests := []struct{ task, measures, want string }{
		{"修好水渠", "（一）办好集市。先修好水渠。（二）修好水渠。每年清淤。", "一/（二）"},
		{"修好水渠", "（一）办好集市。修好渠道，水渠不能堵。（二）造好林。先修好水渠。", "一/（二）"},
		{"修好水渠", "（一）修好水渠和堤坝。每年清淤。", "一/（一）"},
		{"修好水渠和堤坝", "（一）修好水渠。堤坝一并修好。（二）修好水渠、堤坝。水渠和堤坝一并修好。", "一/（二）"},
		{"修好水渠和堤坝", "（一）修好水渠。每年清淤。", ""},
		{"推广5G应用", "（一）推广4G应用。推广好。（二）推广5G技术的应用。推广好。", "一/（二）"},
		{"推广G网应用", "（一）推广网应用。推广好。（二）推广G网的应用。推广好。", "一/（二）"},
		{"推广５网应用", "（一）推广网应用。推广好。", "一/（一）"},
		{"推广-网—应，用", "（一）推广网应用。推广好。", "一/（一）"},
		{"修好水渠", "（一）办好集市。修好、好水、水渠。（二）先修好水渠工程。每年清淤。", "一/（二）"},
		{"路", "（一）修好桥。桥与路同修。", "一/（一）"},
		{"路", "（一）修好桥。桥要修好。", ""},
	}
	for _, tt := range tests {
		measures := strings.ReplaceAll(tt.measures, "（二）", "</p><p>（二）")
		f := facts(t, htmlTable("任务|责任单位\n"+tt.task+"|市水利局")+"<p>一、重点任务</p><p>"+measures+"</p>")
		if len(f.Annex) != 1 {
			t.Errorf("%s: there are %d rows", tt.task, len(f.Annex))
		} else if got := f.Annex[0].Measure; got != tt.want {
			t.Errorf("%s of %s is tied to %q, want %q", tt.task, tt.measures, got, tt.want)
		}
	}
}

// TestRowNumbers counts the rows of one number, over all tables of a paper.
func TestRowNumbers(t *testing.T) {
	f := facts(t, "<p>一、重点任务</p><p>（一）办好集市。办好。</p>"+htmlTable("序号|任务|责任单位\n1|修好水渠|市水利局")+"<p>其他任务：</p>"+htmlTable("序号|任务|责任单位\n1|造好林|市林业局\n2|办好学|市教育局"))
	var got []string
	for _, r := range f.Annex {
		got = append(got, fmt.Sprint(r.Address(), " ", r.Row))
	}
	if want := "annex-1 1, annex-1x2 1, annex-2 2"; strings.Join(got, ", ") != want {
		t.Errorf("the rows are %q, want %q", got, want)
	}
}

func indexOf(t *testing.T, text, part string) int {
	t.Helper()
	i := strings.Index(text, part)
	if i < 0 {
		t.Fatalf("%q does not stand in %q", part, text)
	}
	return i
}

// TestPromisedProjects: numbers in a table of what a government does for its people are set, though the table tells
// what the projects cost; those of other projects are not.
func TestPromisedProjects(t *testing.T) {
	for caption, want := range map[string]int{"2031年民生实事项目表": 1, "2031年重点项目表": 0} {
		f := facts(t, "<p>"+caption+"</p>"+htmlTable("序号|项目名称|主要内容|总投资|责任单位\n1|校园扩容|新建幼儿园3所。|5400|市教育局")+"<p>一、重点任务</p><p>（一）修好路。养好桥梁。</p>")
		if len(f.Annex) != 1 || len(f.Indicators) != want {
			t.Errorf("%s: %d rows, %d numbers; want 1, %d", caption, len(f.Annex), len(f.Indicators), want)
		}
	}
}
