package pages

import (
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// children returns the catalog of n papers of as many regions that carry out one parent: the paper
// of Henan with the name of the region exchanged.
func children(t *testing.T, n int) *catalog.Catalog {
	t.Helper()
	data, err := os.ReadFile("../../seeds/henan-2011-fengong.txt")
	if err != nil {
		t.Fatal(err)
	}
	regions := []string{"河南省", "安徽省", "湖北省", "湖南省", "江西省", "山西省", "四川省", "贵州省", "云南省", "甘肃省"}
	var all []*policy.Facts
	for i, region := range regions[:n] {
		text := strings.ReplaceAll(string(data), "河南省", region)
		d, _ := document.Parse(source.NewFile("seeds/p"+strconv.Itoa(i)+".txt", text))
		facts, _ := extract.Document(d)
		all = append(all, facts)
	}
	c, errs := catalog.Build(all)
	if err := errs.Err(); err != nil || len(c.Cascades) != 1 {
		t.Fatalf("%d papers give %d cascades, %v", n, len(c.Cascades), err)
	}
	return c
}

// TestCascadeSizes: up to eachWithEach papers each two have a page; of more, only those with the
// first, and the matrix says where the others are.
func TestCascadeSizes(t *testing.T) {
	for n, want := range map[int]int{2: 1, 3: 3, 10: 9} {
		x := children(t, n).Cascades[0]
		list := groupPages(x)
		if len(list)-1 != want {
			t.Errorf("%d papers have %d pages of pairs, want %d", n, len(list)-1, want)
		}
		matrix := list[0].tables[len(list[0].tables)-1]
		if len(matrix.rows) != len(x.Rows) {
			t.Errorf("%d papers: %d rows, want %d", n, len(matrix.rows), len(x.Rows))
		}
		if more := strings.Contains(list[0].body.String(), "/compare/pair.md"); more != (n > eachWithEach) {
			t.Errorf("%d papers: the choice of two is linked: %v", n, more)
		}
		for _, row := range matrix.rows {
			for i, cell := range row {
				if n > 2 && i > 0 && cell.text != "—" && !strings.Contains(cell.md, "/documents/") {
					t.Errorf("%d papers: the cell %q leads to no sentence", n, cell.md)
				}
			}
		}
	}
}

// TestNoParent: papers found by their shared text alone name no parent.
func TestNoParent(t *testing.T) {
	x := children(t, 3).Cascades[0]
	x.Parent = ""
	p := groupPages(x)[0]
	if !strings.HasPrefix(p.title(), "同源文件：") || strings.Contains(p.body.String(), "《》") {
		t.Errorf("title %q, body %q", p.title(), p.body.String()[:200])
	}
}

// TestEditedText: the marked texts of a pair are the texts of its tasks, and hostile ones stay text.
func TestEditedText(t *testing.T) {
	doc, _ := document.Parse(source.NewFile("seeds/x.txt", "一、推进改革。"))
	d := &catalog.Document{Facts: &policy.Facts{Document: doc}}
	p := &catalog.Pair{A: &catalog.Task{Document: d, Text: "推进<b>改革</b>，[x](y)*z*`q`"}, B: &catalog.Task{Document: d, Text: "推进<i>改革</i>，[x](w)*z*`q`\\"}}
	for text, got := range map[string]inline{p.A.Text: firstText(p), p.B.Text: secondText(p)} {
		if got.text != text {
			t.Errorf("text %q became %q", text, got.text)
		}
		if back := textOf(render(t, got.md)); back != source.Squeeze(text) {
			t.Errorf("%q reads back as %q", text, back)
		}
	}
}

// TestFigures: each drawing is one line of JSON, whatever the names in it, so that nothing can end
// its block.
func TestFigures(t *testing.T) {
	c := children(t, 3)
	c.Agencies[0].ShortName = "x\n```\n</svg><script>"
	figures := 0
	for _, p := range library(c) {
		lines := strings.Split(p.body.String(), "\n")
		for i, line := range lines {
			if line != "```figure" {
				continue
			}
			figures++
			var d drawing
			if err := json.Unmarshal([]byte(lines[i+1]), &d); err != nil || lines[i+2] != "```" {
				t.Fatalf("%s: %v, then %q", p.path, err, lines[i+2])
			}
			if d.Title == "" || d.Desc == "" || strings.Contains(lines[i+1], "<") {
				t.Errorf("%s: title %q, description %q", p.path, d.Title, d.Desc)
			}
			if _, err := os.Stat("../../layouts/_partials/figure-" + d.Layout + ".html"); err != nil {
				t.Errorf("%s: no template places %q", p.path, d.Layout)
			}
		}
	}
	if figures < len(c.Agencies) {
		t.Errorf("%d drawings for %d agencies", figures, len(c.Agencies))
	}
}

// TestFunctionSize: a page of a function does not grow with its bodies.
func TestFunctionSize(t *testing.T) {
	a := children(t, 2).Agencies[0]
	f := &catalog.Function{ID: "x", Name: "x"}
	for range 1000 {
		f.Agencies = append(f.Agencies, a)
	}
	p := functionPage(&catalog.Catalog{Roles: a.Roles}, f)
	for _, table := range p.tables {
		if len(table.rows) > functionRows {
			t.Errorf("%s has %d rows", table.name, len(table.rows))
		}
	}
	if !strings.Contains(p.body.String(), "全部 1000 个见[责任部门](/agencies/index.html?f.function=x)") {
		t.Error("the page does not lead to all bodies")
	}
}

// TestDocumentColumns: papers are compared by no more columns than have room, none of which is empty.
func TestDocumentColumns(t *testing.T) {
	c := children(t, 3)
	for _, d := range c.Documents {
		d.Meta.Date = ""
	}
	table := compareDocuments(c).tables[0]
	if len(table.head) > mostColumns || slices.Contains(table.head, "成文日期") || !slices.Contains(table.head, "措施") {
		t.Errorf("columns %q", table.head)
	}
	for i, head := range table.head {
		if !slices.ContainsFunc(table.rows, func(row []inline) bool { return !slices.Contains([]string{"", "0", unknown}, row[i].text) }) {
			t.Errorf("%s is empty", head)
		}
	}
}

// TestEmptyLibrary: a library without papers has its lists and overviews.
func TestEmptyLibrary(t *testing.T) {
	if n := len(library(&catalog.Catalog{})); n < 15 {
		t.Errorf("%d pages", n)
	}
}

// groupPages are the pages of a group of papers and its pairs.
func groupPages(x *catalog.Cascade) []*page {
	return comparisonPages(&catalog.Catalog{Cascades: []*catalog.Cascade{x}})[2:]
}
