package catalog_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/source"
)

// A place is a task as the gold names it.
type place struct {
	File, Measure string
	Group         int
}

func placeOf(t *catalog.Task) place {
	return place{path.Base(t.Document.Document.File.Name), t.Measure.ID, t.Index}
}

type goldCascade struct {
	Cascade []struct {
		A, B     place
		Relation catalog.Relation
		LeadSame bool `json:"lead_same"`
	}
	Only []place
}

func readGold(t *testing.T) goldCascade {
	t.Helper()
	b, err := os.ReadFile("testdata/cascade-2011.gold.json")
	if err != nil {
		t.Fatal(err)
	}
	var g goldCascade
	if err := json.Unmarshal(b, &g); err != nil {
		t.Fatal(err)
	}
	return g
}

// TestCascadeGold holds the alignment of the two plans of 2011 against a reading by hand.
func TestCascadeGold(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	if len(c.Cascades) != 1 || len(c.Cascades[0].Members) != 2 {
		t.Fatalf("want one cascade of two papers, got %d cascades", len(c.Cascades))
	}
	x := c.Cascades[0]
	if want := "国务院关于中西部地区承接产业转移指导意见"; x.Parent != want {
		t.Errorf("parent is %q, want %q", x.Parent, want)
	}
	gold := readGold(t)
	type key struct{ a, b place }
	got := map[key]*catalog.Pair{}
	for _, p := range x.Pairs {
		got[key{placeOf(p.A), placeOf(p.B)}] = p
	}
	found, class, lead := 0, 0, 0
	for _, g := range gold.Cascade {
		p := got[key{g.A, g.B}]
		if p == nil {
			t.Logf("missing: %v – %v", g.A, g.B)
			continue
		}
		found++
		delete(got, key{g.A, g.B})
		if p.Relation == g.Relation {
			class++
		} else {
			t.Logf("%v – %v: is %s, want %s", g.A, g.B, p.Relation, g.Relation)
		}
		if (p.Lead == catalog.LeadsSame) == g.LeadSame {
			lead++
		} else {
			t.Logf("%v – %v: the leads are %q", g.A, g.B, p.Lead)
		}
	}
	for k := range got {
		t.Logf("too many: %v – %v", k.a, k.b)
	}
	t.Logf("%d pairs found of %d, %d too many, class right %d, lead right %d", found, len(gold.Cascade), len(got), class, lead)
	if found != len(gold.Cascade) || len(got) > 0 || class != found || lead != found {
		t.Error("the alignment is worse than the reading that it met once")
	}
	var only []place
	for _, r := range x.Rows {
		if r.Pair == nil {
			for _, task := range r.Tasks {
				if task != nil {
					only = append(only, placeOf(task))
				}
			}
		}
	}
	if fmt.Sprint(only) != fmt.Sprint(gold.Only) {
		t.Errorf("tasks without partner: %v, want %v", only, gold.Only)
	}
	if want := len(gold.Cascade) + len(gold.Only); len(x.Rows) != want {
		t.Errorf("%d rows, want %d", len(x.Rows), want)
	}
}

// region returns a plan of a region that carries out the paper called parent.
func region(name, parent string, clauses ...string) *source.File {
	var b strings.Builder
	fmt.Fprintf(&b, "%s贯彻落实%s的分工方案\n\n一、重点任务\n", name, parent)
	for i, c := range clauses {
		fmt.Fprintf(&b, "（%c）%s\n", []rune("一二三四五六七八九")[i], c)
	}
	return source.NewFile("seeds/"+name+".txt", b.String())
}

const (
	rail   = "加强区域间交通干线和区域内基础交通网建设，加快发展多式联运，构建便捷高效的综合交通运输体系。"
	school = "加快职业教育基础能力建设步伐，健全职业教育培训网络，重点建设一批高水平职业院校。"
	water  = "加强水资源保护和合理利用，建立和推行用水定额管理制度，大力提高废污水处理回用率。"
	trade  = "支持有条件的沿边地区设立边境经济合作区、跨境经济合作区。"
)

// TestCascadeOfThree shows the matrix of three regions: order, gaps and tasks that only later papers have.
func TestCascadeOfThree(t *testing.T) {
	parent := "国务院关于中西部地区承接产业转移的指导意见"
	c := seedtest.Catalog(t, []*source.File{
		region("安徽省", parent, rail+"（省发展改革委、交通运输厅。列第一位者为牵头部门）", water+"（省水利厅、环保厅）"),
		region("湖北省", parent, rail+"（省交通运输厅、发展改革委。列第一位者为牵头部门）", school+"（省教育厅、财政厅）", water+"（省水利厅、环保厅）"),
		region("陕西省", parent, trade+"（省商务厅、发展改革委。列第一位者为牵头部门）", school+"（省教育厅、财政厅）", water+"（省水利厅、环保厅）"),
	})
	if len(c.Cascades) != 1 {
		t.Fatalf("%d cascades, want 1", len(c.Cascades))
	}
	x := c.Cascades[0]
	var got []string
	for _, r := range x.Rows {
		line := ""
		for _, task := range r.Tasks {
			if task == nil {
				line += " -"
			} else {
				line += " " + task.Measure.Address
			}
		}
		if r.Pair != nil {
			line += fmt.Sprintf(" %s %v", r.Pair.Relation, r.Pair.Lead)
		}
		got = append(got, line)
	}
	want := []string{" - - 1-1", " 1-1 1-1 - identical different", " - 1-2 1-2 identical same", " 1-2 1-3 1-3 identical same"}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("rows are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if n := len(x.Pairs); n != 5 {
		t.Errorf("%d pairs, want 5", n)
	}
	water := x.Members[0].Measures[1]
	if n := len(water.Counterparts); n != 2 {
		t.Errorf("%d counterparts of %s, want 2", n, water.Path())
	}
}

// TestCascadeByCitation joins papers that say that they carry out one parent, if their tasks bear it
// out; a law that both obey joins nothing.
func TestCascadeByCitation(t *testing.T) {
	plan := func(name, basis string, clauses ...string) *source.File {
		f := region(name, "x", clauses...)
		return source.NewFile(f.Name, strings.Replace(f.Text, "贯彻落实x的分工方案\n\n", "推进重点工作方案\n\n根据"+basis+"精神，制定本方案。\n\n", 1))
	}
	notice, law := "《国务院关于中西部地区承接产业转移的指导意见》（国发〔2010〕28号）", "《中华人民共和国水法》"
	c := seedtest.Catalog(t, []*source.File{
		plan("安徽省", notice, rail+"（省发展改革委）", water+"（省水利厅）"),
		plan("湖北省", notice, rail+"（省交通运输厅）", school+"（省教育厅）"),
		plan("陕西省", notice, trade+"（省商务厅）"),
	})
	if len(c.Cascades) != 1 || len(c.Cascades[0].Members) != 2 || c.Cascades[0].Parent != "国务院关于中西部地区承接产业转移的指导意见" {
		t.Errorf("want one cascade of the two papers with a common task, got %+v", c.Cascades)
	}
	c = seedtest.Catalog(t, []*source.File{plan("安徽省", law, rail+"（省水利厅）"), plan("湖北省", law, school+"（省水利厅）")})
	if len(c.Cascades) != 0 {
		t.Errorf("a law joins %d papers", len(c.Cascades[0].Members))
	}
}

// TestCascadeBySharedText joins papers that name no parent but hand out the same tasks, and no others.
func TestCascadeBySharedText(t *testing.T) {
	plan := func(name string, clauses ...string) *source.File {
		f := region(name, "x", clauses...)
		return source.NewFile(f.Name, strings.Replace(f.Text, "贯彻落实x的分工方案", "推进重点工作方案", 1))
	}
	c := seedtest.Catalog(t, []*source.File{
		plan("安徽省", rail+"（省发展改革委）", water+"（省水利厅）"),
		plan("湖北省", rail+"（省交通运输厅）", water+"（省水利厅）"),
		plan("陕西省", school+"（省教育厅）", trade+"（省商务厅）"),
	})
	if len(c.Cascades) != 1 || len(c.Cascades[0].Members) != 2 || len(c.Cascades[0].Pairs) != 2 {
		t.Errorf("want one cascade of two papers with two pairs, got %+v", c.Cascades)
	} else if p := c.Cascades[0].Parent; p != "" {
		t.Errorf("parent is %q, but no paper names one", p)
	}
}

// TestCascadeOfMany compares each of very many papers with the first, so that the work does not
// grow with their square, and still names what the first lacks.
func TestCascadeOfMany(t *testing.T) {
	const n = 40
	var files []*source.File
	for i := range n {
		f := region("安徽省", "国务院关于中西部地区承接产业转移的指导意见", rail+"（省发展改革委）", water+"（省水利厅）")
		if i == n-1 {
			f = region("湖北省", "国务院关于中西部地区承接产业转移的指导意见", rail+"（省发展改革委）", trade+"（省商务厅）")
		}
		files = append(files, source.NewFile(fmt.Sprintf("seeds/p%02d.txt", i), f.Text+fmt.Sprintf("\n（第%d份）\n", i+1))) // equal texts would be forms of one paper
	}
	c := seedtest.Catalog(t, files)
	if len(c.Cascades) != 1 {
		t.Fatalf("%d cascades, want 1", len(c.Cascades))
	}
	x := c.Cascades[0]
	if want := 2*(n-1) - 1; len(x.Pairs) != want || len(x.Rows) != 2 || len(x.Only) != 2 {
		t.Errorf("%d pairs, %d rows, %d without partner; want %d, 2, 2", len(x.Pairs), len(x.Rows), len(x.Only), want)
	}
}
