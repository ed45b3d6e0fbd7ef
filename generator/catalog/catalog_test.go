package catalog_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/internal/golden"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// catalogOf makes the catalog of papers given as name, text, name, text.
func catalogOf(t *testing.T, papers ...string) (*catalog.Catalog, source.ErrorList) {
	t.Helper()
	var files []*source.File
	for i := 0; i < len(papers); i += 2 {
		files = append(files, source.NewFile(papers[i], papers[i+1]))
	}
	return catalog.Build(seedtest.Facts(files))
}

func seedCatalog(t *testing.T) *catalog.Catalog {
	t.Helper()
	return seedtest.Catalog(t, seedtest.Files(t))
}

func TestDocumentID(t *testing.T) {
	for name, want := range map[string]string{
		"seeds/yuzheng-2015-42.txt": "yuzheng-2015-42", "seeds/A_b.TXT": "a_b", "seeds/豫政42号.docx": "yuzheng42hao", "seeds/a  b（1）.txt": "a-b-1",
		"seeds/-x-.txt": "x", "seeds/。.txt": "x", "seeds/.txt": "x", "seeds/a.b.html": "a-b", "seeds/女.txt": "nv",
		"seeds/2021/a.txt": "a", "seeds/index.txt": "index-1", "seeds/_Index.md": "_index-1", "seeds/index.en.txt": "index-en",
		"seeds/" + strings.Repeat("装", 36) + ".txt": strings.Repeat("zhuang", 36),
		"seeds/" + strings.Repeat("装", 37) + ".txt": strings.Repeat("zhuang", 33) + "zh-f6452e8e",
	} {
		if got := catalog.DocumentID(name); got != want {
			t.Errorf("DocumentID(%q) = %q, want %q", name, got, want)
		}
	}
}

// TestSameID holds that two papers with one address are an error that names both.
func TestSameID(t *testing.T) {
	_, errs := catalogOf(t, "seeds/a b.txt", "一、甲", "seeds/a-b.txt", "一、乙")
	want := "seeds/a-b.txt: has the page address of seeds/a b.txt: documents/a-b.html\n\trename one of the two files"
	if errs.Error() != want || errs.Err() == nil {
		t.Errorf("problems:\n%v\nwant:\n%s", errs, want)
	}
	for _, names := range [][2]string{{"seeds/1/a.txt", "seeds/2/a.txt"}, {"seeds/1/a.html", "seeds/2/a.txt"}} {
		_, errs = catalogOf(t, names[0], "一、甲", names[1], "一、乙")
		if e := errs.Error(); errs.Err() == nil || !strings.Contains(e, names[0]) || !strings.Contains(e, names[1]) {
			t.Errorf("problems:\n%v\nwant both of %q named", errs, names)
		}
	}
}

// TestSeedAgencies holds which names of the seeds are one body, and what each has to do.
func TestSeedAgencies(t *testing.T) {
	var b strings.Builder
	for _, a := range seedCatalog(t).Agencies {
		fmt.Fprintf(&b, "%s %s (%s, %s) lead=%d support=%d sole=%d joint=%d papers=%d\n", a.ID, a.Name, a.Region, a.Function, a.Roles[policy.Lead], a.Roles[policy.Support], a.Roles[policy.Sole], a.Roles[policy.Joint], len(a.Documents))
		for _, n := range a.Names {
			if n.Relation != "same" {
				fmt.Fprintf(&b, "\t%s %s: %s\n", n.Relation, n.Name, n.Evidence)
			}
		}
	}
	golden.Equal(t, "testdata/agencies.txt", []byte(b.String()))
}

const twoNames = `河南省人民政府关于%s的意见

　　一、任务

　　（一）推进重点领域改革，完善考核办法，加强管理。（%s）

河南省人民政府
%d年7月20日
`

func TestOneBody(t *testing.T) {
	tests := []struct {
		older, newer string
		relation     string // of one of the names to the body's first; "" where they are two bodies
	}{
		{"省发展和改革委员会", "省发展改革委", "short"},
		{"省工业信息化厅", "省工业和信息化厅", "slip"},
		{"省国土资源厅", "省自然资源厅", "renamed"},
		{"省国税局", "省地税局", ""},
		{"省财政厅", "省科技厅", ""},
		{"各省辖市政府", "各县政府", ""},
		{"省文物保护指导委员会", "省文物保护委员会", ""}, // unknown names are never merged by resemblance
	}
	for _, tt := range tests {
		c, errs := catalogOf(t, "seeds/a.txt", fmt.Sprintf(twoNames, "甲", tt.older, 2011), "seeds/b.txt", fmt.Sprintf(twoNames, "乙", tt.newer, 2019))
		if err := errs.Err(); err != nil {
			t.Fatal(err)
		}
		bodies := 2
		if tt.relation != "" {
			bodies = 1
		}
		if len(c.Agencies) != bodies {
			t.Errorf("%s and %s are %d bodies, want %d", tt.older, tt.newer, len(c.Agencies), bodies)
			continue
		}
		if bodies == 1 {
			found := false
			for _, n := range c.Agencies[0].Names {
				found = found || n.Relation == tt.relation && n.Evidence != ""
			}
			if !found {
				t.Errorf("%s and %s are one body with the names %+v, want one that is %s", tt.older, tt.newer, c.Agencies[0].Names, tt.relation)
			}
		}
	}
}

// TestCitations cites one paper by its title, by its number and by both; the library holds it.
func TestCitations(t *testing.T) {
	const parent = "国务院关于承接产业转移的指导意见\n\n国发〔2010〕28号\n\n各省、自治区、直辖市人民政府：\n\n　　一、要求\n\n　　认真落实。\n\n国务院\n2010年8月31日\n"
	const child = "某某省人民政府关于承接的意见\n\n　　为落实%s，制定本意见。\n\n　　一、任务\n\n　　（一）按照%s和《中华人民共和国预算法》办理，加强协调，形成合力。\n"
	const title, number = "《国务院关于承接产业转移的指导意见》", "国发〔2010〕28号"
	c, errs := catalogOf(t, "seeds/parent.txt", parent, "seeds/a.txt", fmt.Sprintf(child, title, number+"文件"),
		"seeds/b.txt", fmt.Sprintf(child, title+"（"+number+"）", "要求"), "seeds/c.txt", fmt.Sprintf(child, "上级要求", number+"文件"))
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range c.Citations {
		line := n.Number + " " + n.Title + " by"
		for _, by := range n.By {
			line += " " + by.Document.ID
		}
		if n.Held != nil {
			line += " held " + n.Held.ID
			for _, by := range n.Held.CitedBy {
				line += " " + by.ID
			}
		}
		got = append(got, line)
	}
	want := []string{"国发〔2010〕28号 国务院关于承接产业转移的指导意见 by a b c held parent a b c", " 中华人民共和国预算法 by a b c"}
	if !slices.Equal(got, want) {
		t.Errorf("citations:\n%s\nwant:\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if by := c.Citations[0].By[0]; len(by.Mentions) != 2 || by.Mentions[0].Start > by.Mentions[1].Start {
		t.Errorf("a.txt mentions the paper at %v", by.Mentions)
	}
}

var address = regexp.MustCompile(`^[a-z0-9_-]+(?:/[a-z0-9_-]+)*$`)

// TestAddresses holds that every page of the seeds has an ASCII address of its own, and that what is
// tied together is tied both ways.
func TestAddresses(t *testing.T) {
	c := seedCatalog(t)
	taken := map[string]bool{}
	page := func(path string) {
		if taken[path] || !address.MatchString(path) {
			t.Errorf("address %q is taken or odd", path)
		}
		taken[path] = true
	}
	for _, d := range c.Documents {
		page(d.Path())
		var last *catalog.Measure
		for _, m := range d.Measures {
			page(m.Path())
			if m.Prev != last || last != nil && last.Next != m || m.Document != d || m.Title == "" {
				t.Errorf("measure %s is not tied to its neighbours", m.Path())
			}
			last = m
		}
		for _, r := range d.Annex {
			page(r.Path())
		}
		for _, task := range d.Tasks() {
			for _, member := range task.Members {
				holds(t, member.Agency, task)
			}
		}
		if d.Assignments != len(d.Tasks()) {
			t.Errorf("%s counts %d assignments and has %d tasks", d.ID, d.Assignments, len(d.Tasks()))
		}
	}
	for _, a := range c.Agencies {
		page(a.Path())
		tasks := 0
		for _, n := range a.Roles {
			tasks += n
		}
		if tasks != len(a.Tasks) {
			t.Errorf("%s counts its tasks wrong", a.ID)
		}
	}
	for _, i := range c.Indicators {
		page(i.Path())
		if i.Measure == nil && i.Row == nil && i.Indicator.Measure != "" {
			t.Errorf("indicator %s stands in %q, which it is not tied to", i.ID, i.Indicator.Measure)
		}
	}
}

// holds reports a task that names an agency which does not know of it.
func holds(t *testing.T, a *catalog.Agency, task *catalog.Task) {
	t.Helper()
	for _, own := range a.Tasks {
		if own.Task == task {
			return
		}
	}
	t.Errorf("%s does not know of its task at %s", a.ID, task.Path())
}

// TestWorkingTitle holds that a paper without a title gets one that is marked as made.
func TestWorkingTitle(t *testing.T) {
	c, _ := catalogOf(t, "seeds/x.txt", "　　为促进开发区发展，现提出以下实施意见：\n\n　　一、要求\n\n　　认真落实。\n\n河南省人民政府办公厅\n2017年12月29日\n")
	d := c.Documents[0]
	if !d.Facts.Meta.TitleDerived || d.Title != "河南省人民政府办公厅关于促进开发区发展的实施意见" {
		t.Errorf("title %q, derived %v", d.Title, d.Facts.Meta.TitleDerived)
	}
}
