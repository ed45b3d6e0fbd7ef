package catalog

import (
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestRaisedTitles: a title and a heading show what the file lowers and raises; papers are compared by the plain characters.
func TestRaisedTitles(t *testing.T) {
	f := source.NewFile("seeds/x.txt", "乙川市人民政府关于减少CO2排放的意见\n一、重点任务\n（一）扩大10m2以上场地。加强监督。\n（二）统计CO2排放量，办好市场。\n")
	for _, words := range []string{"CO2排放的", "CO2排放量"} {
		at := strings.Index(f.Text, words) + len("CO")
		f.Marks = append(f.Marks, source.Mark{Span: source.Span{Start: at, End: at + 1}, Kind: source.Subscript})
	}
	at := strings.Index(f.Text, "m2") + 1
	f.Marks = append(f.Marks, source.Mark{Span: source.Span{Start: at, End: at + 1}, Kind: source.Superscript})
	doc, _ := document.Parse(f)
	facts, _ := extract.Document(doc)
	c, errs := Build([]*policy.Facts{facts})
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	d := c.Documents[0]
	got := strings.Join([]string{d.Title, d.ShortTitle, d.Meta.Title, d.plainTitle(), d.Measures[0].Title, d.Measures[1].Title}, "|")
	if want := "乙川市人民政府关于减少CO₂排放的意见|减少CO₂排放的意见|乙川市人民政府关于减少CO2排放的意见|乙川市人民政府关于减少CO2排放的意见|扩大10m²以上场地|统计CO₂排放量，办好市场"; got != want {
		t.Errorf("titles are %s\nexpected %s", got, want)
	}
}

// TestOriginal: no file of an annex is a page of the site.
func TestOriginal(t *testing.T) {
	for name, want := range map[string]string{"甲.附件1.XLSX": "data/originals/jia/annex-1.xlsx", "甲.附件1.html": "data/originals/jia/annex-1.html.txt", "甲.附件1.shtml": "data/originals/jia/annex-1.shtml.txt"} {
		text := &Text{ID: "jia/annex-1", File: source.NewFile(name, "")}
		if got := text.Original(); got != want {
			t.Errorf("%s lies at %s, expected %s", name, got, want)
		}
	}
}
