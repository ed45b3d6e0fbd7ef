package catalog_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"zhengce/generator/internal/seedtest"
	"zhengce/generator/source"
)

// paper returns a paper with its opening words and clauses; "# x" opens a part, "第" an article.
func paper(name, title, number, opening string, clauses ...string) *source.File {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n%s\n\n各县（市、区）人民政府：\n\n%s\n\n", title, number, opening)
	n := 0
	for _, c := range clauses {
		switch part, isPart := strings.CutPrefix(c, "# "); {
		case isPart:
			b.WriteString(part + "\n\n")
			n = 0
		case strings.HasPrefix(c, "第"):
			b.WriteString(c + "\n\n")
		default:
			fmt.Fprintf(&b, "（%c）%s\n\n", []rune("一二三四五六七八九")[n], c)
			n++
		}
	}
	return source.NewFile("seeds/"+name+".txt", b.String())
}

// kin writes the cascades of papers: why, the parent, the members, and each pair with its relation and leads.
func kin(t *testing.T, files ...*source.File) string {
	t.Helper()
	var out []string
	for _, x := range seedtest.Catalog(t, files).Cascades {
		var ids, pairs []string
		for _, d := range x.Members {
			ids = append(ids, d.ID)
		}
		for _, p := range x.Pairs {
			pairs = append(pairs, fmt.Sprintf("%s %s~%s %s %s%s", p.A.Document.ID, p.A.Measure.ID, p.B.Document.ID, p.B.Measure.ID, p.Relation, p.Lead))
		}
		sort.Strings(pairs)
		out = append(out, fmt.Sprintf("%s %s [%s] %s", x.Kinship, x.Parent, strings.Join(ids, " "), strings.Join(pairs, "; ")))
	}
	return strings.Join(out, "\n")
}

const (
	wells   = "逐井登记造册，安装远程水表，取水量按月上报。"
	tariffs = "实行超定额累进加价，加价收入全部用于节水设施改造。"
	meters  = "每年抽检计量器具不少于三百台，不合格的限期更换。"
	banners = "各级各有关部门要高度重视，加强组织领导，明确责任分工，确保各项任务落到实处。"
	basin   = "国务院关于加强地下水取水井管理的意见"
)

// TestCascadeOfClauses: papers that name no agency are compared by their measures, and what closes any paper does
// not make two of them one.
func TestCascadeOfClauses(t *testing.T) {
	parent := "根据《甲省地下水取水井管理工作方案》，制定本方案。"
	tasks, formulas := "# 一、重点任务", "# 二、保障措施"
	a := paper("a", "乙川市取水井管理实施方案", "乙政发〔2031〕1号", parent, tasks, wells, tariffs, formulas, "加强组织领导。"+banners)
	b := paper("b", "丙山市取水井管理实施方案", "丙政发〔2031〕2号", parent, tasks, wells, "实行超定额累进加价，加价收入全部用于计量设施改造。", "推进封井。"+"封填废弃水井，"+banners)
	want := "parent 甲省地下水取水井管理工作方案 [a b] a 一/（一）~b 一/（一） identical; a 一/（二）~b 一/（二） reworded"
	if got := kin(t, a, b); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	a = paper("a", "乙川市取水井管理实施方案", "乙政发〔2031〕1号", "制定本方案。", tasks, wells, formulas, banners, "强化督促检查。重大情况及时向市政府报告，定期通报工作进展情况。")
	b = paper("b", "丙山市夜市管理实施方案", "丙政发〔2031〕2号", "制定本方案。", tasks, "夜市摊位统一编号，油烟净化后排放。", formulas, banners, "强化督促检查。重大情况及时向市政府报告，定期通报工作进展情况。")
	if got := kin(t, a, b); got != "" {
		t.Errorf("formulas make a cascade: %s", got)
	}
}

// TestCascadeParents joins papers with a parent however they name it, and puts a parent that is held first.
func TestCascadeParents(t *testing.T) {
	tasks := "# 一、重点任务"
	parent := paper("parent", basin, "国发〔2031〕3号", "现提出以下意见。", tasks, wells, tariffs)
	child := func(name, place, opening string) *source.File {
		return paper(name, place+"取水井管理实施方案", "", opening, tasks, wells, meters)
	}
	pair := func(a, b string) string { return fmt.Sprintf("%s 一/（一）~%s 一/（一） identical", a, b) }
	for opening, want := range map[string]string{
		"为贯彻落实《" + basin + "》精神，制定本方案。":                "parent " + basin + " [parent x] " + pair("parent", "x"),
		"为落实国务院《关于加强地下水取水井管理的意见》部署，制定本方案。":             "parent " + basin + " [parent x] " + pair("parent", "x"),
		"根据《中华人民共和国水法》和《" + basin + "》《甲省节水办法》，制定本方案。": "parent " + basin + " [parent x] " + pair("parent", "x"),
		"按照国发〔2031〕3号文件要求，制定本方案。":                      "parent " + basin + " [parent x] " + pair("parent", "x"),
		"为贯彻落实" + basin + "精神，制定本方案。":                  "parent " + basin + " [parent x] " + pair("parent", "x"),
		"根据《中华人民共和国水法》《" + basin + "》等规定，制定本方案。":       "parent " + basin + " [parent x] " + pair("parent", "x"),
		"《" + basin + "》印发以来，各地做了大量工作。现提出如下方案，请照此执行。":  "",
	} {
		if got := kin(t, parent, child("x", "乙川市", opening)); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", opening, got, want)
		}
	}
	chain := []*source.File{parent, child("x", "甲省", "根据《"+basin+"》，制定本方案。"), child("y", "乙川市", "根据《甲省取水井管理实施方案》，制定本方案。")}
	want := "parent " + basin + " [parent x y] " + pair("parent", "x") + "; " + pair("parent", "y") + "; " + pair("x", "y") + "; x 一/（二）~y 一/（二） identical"
	if got := kin(t, chain...); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestCascadeOfArticles reads the parent in the first article, which is compared with nothing.
func TestCascadeOfArticles(t *testing.T) {
	rules := func(name, place, least string) *source.File {
		return paper(name, place+"取水井管理细则", "", "现予公布。", "第一条 为规范取水井管理，依据《甲省取水井管理办法》，制定本细则。",
			"第二条 取水井安装远程水表，每年校准不少于"+least+"次。", "第三条 本细则自2032年1月1日起施行。")
	}
	want := "parent 甲省取水井管理办法 [a b] a 第二条~b 第二条 reworded"
	if got := kin(t, rules("a", "乙川市", "两"), rules("b", "丙山市", "三")); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestCascadeOfEditions sets papers of one region side by side of which one follows on the other, and no others.
func TestCascadeOfEditions(t *testing.T) {
	tasks := "# 一、重点任务"
	old := func(title string) *source.File {
		return paper("a", title, "乙政发〔2029〕1号", "现就有关事项通知如下。", tasks, wells+"（市水利局牵头）", tariffs)
	}
	for title, next := range map[string]string{
		"乙川市取水井管理方案（2029—2031年）":     "乙川市取水井管理方案（2032—2034年）",
		"乙川市取水井管理办法（试行）":             "乙川市取水井管理办法",
		"乙川市取水井管理办法（征求意见稿）":          "乙川市取水井管理办法（2032年修订）",
		"乙川市“十五五”取水井管理规划":            "乙川市“十六五”取水井管理规划",
		"乙川市人民政府关于印发2029年取水井管理计划的通知": "乙川市人民政府办公室关于印发2032年取水井管理计划的通知",
	} {
		b := paper("b", next, "乙政发〔2032〕1号", "现就有关事项通知如下。", tasks, wells+"（市公安局牵头）", meters)
		if got, want := kin(t, old(title), b), "editions  [a b] a 一/（一）~b 一/（一） identicaldifferent"; got != want {
			t.Errorf("%s\ngot  %s\nwant %s", title, got, want)
		}
	}
	two := seedtest.Catalog(t, []*source.File{old("乙川市取水井管理办法（试行）"), paper("b", "乙川市取水井管理办法", "乙政发〔2032〕1号", "现就有关事项通知如下。", tasks, wells, tariffs),
		paper("c", "丙山市取水井管理细则", "丙政发〔2032〕1号", "现就有关事项通知如下。", tasks, wells, tariffs)}).Cascades
	if len(two) != 1 || two[0].Kinship != "text" || len(two[0].Editions) != 1 || two[0].Editions[0][1].ID != "b" {
		t.Errorf("editions among papers of several regions: %+v", two)
	}
	other := paper("b", "乙川市水表检定方案（2032—2034年）", "乙政发〔2032〕1号", "现就有关事项通知如下。", tasks, wells+"（市公安局牵头）", meters)
	if got := kin(t, old("乙川市取水井管理方案（2029—2031年）"), other); got != "" {
		t.Errorf("two subjects of one region: %s", got)
	}
	repeals := paper("b", "乙川市用水计量方案", "乙政发〔2032〕1号", "现就有关事项通知如下。", tasks, wells, "《乙川市取水井管理方案》（乙政发〔2029〕1号）自本方案印发之日起废止。")
	if got, want := kin(t, old("乙川市取水井管理方案"), repeals), "editions  [a b] a 一/（一）~b 一/（一） identical"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

// TestQuantities sets figures of paired clauses beside each other if they are of one thing.
func TestQuantities(t *testing.T) {
	for _, tt := range []struct{ name, a, b, want string }{
		{"the region in the subject", "到2035年，乙川市取水井达到1.2万眼。", "到2035年，全市取水井达到8000眼。", "取水井 true 1.2万眼 8000眼"},
		{"an adjective", "封填废弃水井，到2035年安装智能水表3000块。", "封填废弃水井，到2035年安装水表4500块。", "安装水表 true 3000块 4500块"},
		{"two in one clause", "取水井验收率达到90%，用户满意度达到80%。", "取水井验收率达到95%，用户满意度达到85%。", "取水井验收率 true 90% 95%|用户满意度 true 80% 85%"},
		{"other years", "封填废弃水井，到2034年取水井达到50眼。", "封填废弃水井，到2036年取水井达到60眼。", "取水井 false 50眼 60眼"},
		{"new ones are not all", "封填废弃水井，到2035年新增水表300块。", "封填废弃水井，到2035年水表达到4500块。", ""},
		{"another thing", "封填废弃水井，到2035年建成泵站30座。", "封填废弃水井，到2035年建成水厂4座。", ""},
	} {
		parent := "根据《甲省地下水取水井管理工作方案》，制定本方案。"
		c := seedtest.Catalog(t, []*source.File{paper("a", "乙川市取水井管理方案", "", parent, "# 一、重点任务", tt.a), paper("b", "丙山市取水井管理方案", "", parent, "# 一、重点任务", tt.b)})
		if len(c.Cascades) != 1 || len(c.Cascades[0].Pairs) != 1 || len(c.Series) != 0 {
			t.Errorf("%s: %d cascades, %d series", tt.name, len(c.Cascades), len(c.Series))
			continue
		}
		var got []string
		for _, s := range c.Cascades[0].Quantities {
			line := fmt.Sprint(s.Name, " ", s.Comparable)
			for _, i := range s.Members {
				line += fmt.Sprintf(" %g%s", i.Number, i.Unit)
			}
			got = append(got, line)
			if s.Why == "" || s.ID == "" || len(s.Members[0].Across) != 1 {
				t.Errorf("%s: %+v", tt.name, s)
			}
		}
		if got := strings.Join(got, "|"); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestLongTasks: two tasks of very many clauses are compared in time that grows with them.
func TestLongTasks(t *testing.T) {
	var a, b strings.Builder
	for n := range 5000 {
		fmt.Fprintf(&a, "第%d号取水井安装水表，", n)
		fmt.Fprintf(&b, "第%d号取水井更换水表，", n+n%2*100000)
	}
	parent := "根据《甲省地下水取水井管理工作方案》，制定本方案。"
	one := func(name, place, text string) *source.File {
		return paper(name, place+"取水井管理方案", "", parent, "# 一、重点任务", text, wells)
	}
	if got, want := kin(t, one("a", "乙川市", "逐井处理，"+a.String()), one("b", "丙山市", "逐井处理，"+b.String()+a.String())), "a 一/（一）~b 一/（一） partial"; !strings.Contains(got, want) {
		t.Errorf("got %s, want %s", got, want)
	}
}
