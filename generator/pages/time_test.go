package pages

import (
	"strings"
	"testing"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// timedPapers are two papers of which the second repeals the first.
func timedPapers(t *testing.T) *catalog.Catalog {
	t.Helper()
	var all []*policy.Facts
	for _, p := range [][2]string{
		{"a", "甲市养老方案（试行）\n甲政发〔2030〕1号\n一、办好食堂\n（一）食堂。2030年6月底前办好食堂3家。（市民政局负责）\n（二）培训。每年12月底前培训人员。\n二、附则\n（三）本方案自2030年2月1日起施行，有效期5年。\n甲市人民政府\n2030年1月10日\n"},
		{"b", "甲市养老新方案\n甲政发〔2031〕2号\n一、办好食堂\n各县办好食堂。\n二、附则\n《甲市养老方案（试行）》（甲政发〔2030〕1号）同时废止。\n甲市人民政府\n2031年1月10日\n"},
	} {
		d, _ := document.Parse(source.NewFile("seeds/"+p[0]+".txt", p[1]))
		f, _ := extract.Document(d)
		all = append(all, f)
	}
	c, errs := catalog.Build(all)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return c
}

// TestValidityWords holds what the box of a paper says of its validity: days, and nothing that changes with the day of the build.
func TestValidityWords(t *testing.T) {
	c := timedPapers(t)
	for i, want := range []string{"自2030年2月1日起施行，有效期5年，至2035年1月31日，试行；2031年1月10日起由《甲市养老新方案》废止", ""} {
		if got := validityWords(c.Documents[i]); got != want {
			t.Errorf("%s says %q, want %q", c.Documents[i].ID, got, want)
		}
	}
}

// TestDueMarks holds that words of time in a paper's text bear their day, and that a number beside them keeps its link.
func TestDueMarks(t *testing.T) {
	d := timedPapers(t).Documents[0]
	var got []string
	for _, f := range newOverlay(d).findings {
		if strings.HasPrefix(string(f.title), string(dueLink)) {
			got = append(got, d.Document.File.Slice(f.Span)+" "+string(f.title))
		}
	}
	want := "2030年6月底前 due 2030-06-30 限期完成：2030年6月30日前\n每年12月底前 due - 定期：每年12月31日前"
	if got := strings.Join(got, "\n"); got != want {
		t.Errorf("the text bears\n%s\nwant\n%s", got, want)
	}
	taken := []finding{{Span: d.Deadlines[0].Span}}
	if left := dueMarks(d, taken); len(left) != len(d.Deadlines)-1 {
		t.Errorf("%d words of time are marked beside one that is a link", len(left))
	}
}
