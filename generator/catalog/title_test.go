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
