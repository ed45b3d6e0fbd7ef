package format_test

import (
	"encoding/json"
	"fmt"
	"html"
	"os"
	"path"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/numeral"
	"zhengce/generator/record"
	"zhengce/generator/source"
)

// seeds returns the papers in the project's folder of seeds.
func seeds(t *testing.T) []*source.File {
	t.Helper()
	files, errs := format.Load(os.DirFS("../.."), "seeds")
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	return files
}

// findings returns the record of a file without what depends on its form: name, digest, places.
func findings(t *testing.T, f *source.File) any {
	t.Helper()
	d, _ := document.Parse(f)
	facts, _ := extract.Document(d)
	data, err := json.Marshal(record.New(facts))
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"file", "sha256", "format", "encoding", "fields", "problems", "noise"} {
		delete(out, key)
	}
	return placeless(out)
}

// placeless returns v without spans and, in its texts, without white space.
func placeless(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "span")
		for k := range v {
			v[k] = placeless(v[k])
		}
	case []any:
		for i := range v {
			v[i] = placeless(v[i])
		}
	case string:
		return source.Squeeze(v)
	}
	return v
}

// wordOf writes a paper as a Word file: outline numbers that follow each other become automatic,
// its tables real ones with merged cells.
func wordOf(f *source.File) (w word, automatic int) {
	d, _ := document.Parse(f)
	var b strings.Builder
	forms := map[document.Level]string{}
	var last [5]int
	title := ""
	for i, block := range d.Blocks {
		text := html.EscapeString(f.Slice(block.Span))
		switch s := block.Section; {
		case block.Kind == document.Noise:
		case block.Kind == document.AnnexTitle && i+1 < len(d.Blocks) && d.Blocks[i+1].Table != nil:
			title = text
		case block.Table != nil:
			b.WriteString(tableOf(f, block.Table, title))
		case block.Opens && s.Level <= document.Item:
			mark := f.Slice(s.MarkSpan)
			form := strings.Replace(mark, numberOf(s.Mark), fmt.Sprintf("%%%d", s.Level), 1)
			if forms[s.Level] == "" && form != mark {
				forms[s.Level] = form
			}
			if forms[s.Level] == form && s.Mark.N == last[s.Level]+1 && block.Start == s.MarkSpan.Start {
				last[s.Level]++
				for l := s.Level + 1; l < 5; l++ {
					last[l] = 0
				}
				automatic++
				b.WriteString(li(1, int(s.Level)-1, html.EscapeString(f.Slice(source.Span{Start: s.MarkSpan.End, End: block.End}))))
			} else {
				b.WriteString(p(text))
			}
		default:
			b.WriteString(p(text))
		}
	}
	levels := ""
	for l, kind := range map[document.Level]string{document.Part: "chineseCountingThousand", document.Clause: "chineseCountingThousand", document.Item: "decimal"} {
		levels += lvl(int(l)-1, kind, forms[l], `<w:suff w:val="nothing"/>`)
	}
	return body(b.String()).with("numbering", "numbering", lists(levels)), automatic
}

// numberOf returns the number of a mark as a paper writes it within its marks.
func numberOf(m numeral.Mark) string {
	if m.Style == numeral.Dot {
		return fmt.Sprint(m.N)
	}
	return numeral.Format(m.N)
}

// tableOf writes a table with its title in a merged first row, and one more column for remarks,
// whose cells are merged over all rows.
func tableOf(f *source.File, t *document.Table, title string) string {
	row := func(cells []source.Cell, last string) string {
		var tcs []string
		for _, c := range cells {
			tcs = append(tcs, tc("", html.EscapeString(strings.Join(strings.Fields(f.Slice(c.Span)), ""))))
		}
		return tr(append(tcs, last)...)
	}
	rows := row(t.Header, tc("", "备注"))
	if title != "" {
		rows = tr(tc(fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, len(t.Header)+1), title)) + rows
	}
	merge := `<w:vMerge w:val="restart"/>`
	for _, r := range t.Rows {
		rows += row(r, tc(merge, ""))
		merge = `<w:vMerge/>`
	}
	return `<w:tbl>` + rows + `</w:tbl>`
}

// TestSeedAsWord holds that a Word file made of a seed gives the seed's record.
func TestSeedAsWord(t *testing.T) {
	for _, f := range seeds(t) {
		t.Run(path.Base(f.Name), func(t *testing.T) {
			w, automatic := wordOf(f)
			got, err := read(t, "seeds/copy.docx", w.bytes())
			if err != nil {
				t.Fatal(err)
			}
			if all := findings(t, f).(map[string]any); automatic < 5 || len(all["measures"].([]any)) < 5 {
				t.Errorf("%d numbers are automatic, for %d measures", automatic, len(all["measures"].([]any)))
			}
			if diff := cmp.Diff(findings(t, f), findings(t, got)); diff != "" {
				t.Errorf("record of the seed (-) and of the Word file (+):\n%s", diff)
			}
		})
	}
}

// TestSeedInGB18030 holds that a seed in the older encoding gives the same text.
func TestSeedInGB18030(t *testing.T) {
	for _, f := range seeds(t) {
		data, err := simplifiedchinese.GB18030.NewEncoder().String(f.Text)
		if err != nil {
			t.Fatal(err)
		}
		got, err := format.Read(fstest.MapFS{"x.txt": {Data: []byte(data)}}, "x.txt")
		if err != nil {
			t.Fatal(err)
		}
		if got.Encoding != "GB18030" || got.Text != f.Text {
			t.Errorf("%s: read as %s, texts equal: %v", f.Name, got.Encoding, got.Text == f.Text)
		}
		page, err := simplifiedchinese.GB18030.NewEncoder().String(pageAround(f))
		if err != nil {
			t.Fatal(err)
		}
		got, err = read(t, "x.html", []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(findings(t, f), findings(t, got)); diff != "" {
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
			for _, row := range append([][]source.Cell{block.Table.Header}, block.Table.Rows...) {
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
