package html_test

import (
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhengce/generator/document"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/source"
)

// TestSeedInGB18030 holds that a page in the older encoding gives the seed's record.
func TestSeedInGB18030(t *testing.T) {
	for _, f := range seedtest.Files(t) {
		page, err := simplifiedchinese.GB18030.NewEncoder().String(pageAround(f))
		if err != nil {
			t.Fatal(err)
		}
		got, err := formattest.Read(t, "x.html", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(formattest.Findings(t, f), formattest.Findings(t, got)); diff != "" {
			t.Errorf("record of %s (-) and of the page (+):\n%s", f.Name, diff)
		}
	}
}

// pageAround writes a paper as a web page with navigation around it, less what is noise in the seed.
func pageAround(f *source.File) string {
	d, _ := document.Parse(f)
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="gb18030"><title>通知_某某政府网</title></head><body><div class="nav"><a href="/">首页</a> <a href="/a">政务公开</a></div>` +
		`<table><tr><td>索 引 号：</td><td>000-1</td><td>公开方式：</td><td>主动公开</td></tr></table><div><div class="content">`)
	for _, block := range d.Blocks {
		switch {
		case block.Kind == document.Noise:
		case block.Table != nil:
			b.WriteString("<table>")
			for _, row := range block.Table.All() {
				b.WriteString("<tr>")
				for _, c := range row {
					b.WriteString("<td>" + html.EscapeString(strings.Join(strings.Fields(f.Slice(c.Span)), "")) + "</td>")
				}
				b.WriteString("</tr>")
			}
			b.WriteString("</table>")
		default:
			b.WriteString("<p>" + html.EscapeString(f.Slice(block.Span)) + "</p>")
		}
	}
	b.WriteString(`</div></div><div class="foot"><p>主办：某某人民政府办公厅 版权所有</p><script>var x = "一、脚本";</script></div></body></html>`)
	return b.String()
}
