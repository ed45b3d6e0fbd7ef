package pages

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/source"
)

// TestDoubtList: each problem is a card that leads to its clause, says how much it matters and of which kind it is; one of
// a file that is no paper stands last.
func TestDoubtList(t *testing.T) {
	c := timedPapers(t)
	f := c.Documents[0].Document.File
	c.Problems = nil
	c.Problems = append(c.Problems, source.Problem("seeds/x.yaml", source.Warning, "editor-file", "odd"))
	c.Problems.Add(f, strings.Index(f.Text, "每年"), source.Warning, "number-gap", "odd").Quote = "每年"
	c.Problems.Add(f, strings.Index(f.Text, "培训人员"), source.Warning, "no-such-rule", "这样的结果说不通")
	c.Problems = append(c.Problems, source.Problem(f.Name, source.Lost, "text-lost", "lost"), source.Problem(f.Name, source.Warning, "images-dropped", "odd"))
	var got []string
	l := doubtList(c).lists[0]
	for i, row := range l.rows {
		got = append(got, fmt.Sprint(row[0].text, " ", row[2].text, " ", row[6].text, " ", l.Items[i].Href))
	}
	want := []string{
		"编号不连续：每年 一/（二） 原文存疑 documents/a.html#m1-2",
		"这样的结果说不通 一/（二） 结果存疑 documents/a.html#m1-2",
		"原件中有文字未收录  未收录 documents/a.html#lost",
		"图片未收入正文  读取说明 documents/a.html",
		"补充资料有误  读取说明 quality.html#problems",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	t.Run("kinds", func(t *testing.T) {
		var got []string
		for _, row := range problemKinds(c).rows {
			got = append(got, row[0].text+" "+row[1].text+" "+row[2].text)
		}
		want := []string{"未收录 原件中有文字未收录 1", "原文存疑 编号不连续 1", "结果存疑 这样的结果说不通 1", "读取说明 补充资料有误 1", "读取说明 图片未收入正文 1"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// TestPublic: a public site tells what its pages lack and what stands beside the text, and nothing that an editor has
// still to look at; a site within the house tells all.
func TestPublic(t *testing.T) {
	c := timedPapers(t)
	f := c.Documents[0].Document.File
	c.Problems = append(source.ErrorList{}, source.Problem(f.Name, source.Lost, "text-lost", "lost"), source.Problem(f.Name, source.Warning, "images-dropped", "odd"),
		source.Problem(f.Name, source.Warning, "target-year", "没有写明年份"))
	c.Problems.Add(f, strings.Index(f.Text, "每年"), source.Warning, "number-gap", "odd")
	for public, want := range map[bool]int{true: 2, false: 4} {
		c.Public = public
		list := qualityPages(c)
		if n := len(list[2].lists[0].rows); n != want {
			t.Errorf("public %v: %d doubts are listed, want %d", public, n, want)
		}
		body := list[0].body.String()
		for text, shown := range map[string]bool{"逐字核验的文件": true, "原件中有文字未收录": true, "编号不连续": true, "已在文旁注明": public, "指标的年份不明": !public, "图片未收入正文": !public, "名录中没有的部门": !public} {
			if strings.Contains(body, text) != shown {
				t.Errorf("public %v: %q stands there: %v", public, text, !shown)
			}
		}
	}
}

// TestMost: a page shows the first rows of a long table and says how many there are; its CSV has all.
func TestMost(t *testing.T) {
	for n, says := range map[int]bool{2: false, 3: true} {
		x := &table{name: "x", caption: "试", most: 2, head: []string{"号"}}
		for i := range n {
			x.row(plain(fmt.Sprint("第", i)))
		}
		p := newPage("x.md", "试", "试")
		p.table(x)
		body := p.body.String()
		if strings.Contains(body, "第2") || !strings.Contains(body, "第1") || strings.Contains(body, fmt.Sprintf("前 2 行，全部 %d 行", n)) != says {
			t.Errorf("of %d rows the page shows\n%s", n, body)
		}
		if data, err := x.csv(); err != nil || strings.Count(string(data), "\n") != n+1 {
			t.Errorf("the CSV of %d rows is %q, %v", n, data, err)
		}
	}
}
