package docx_test

import (
	"fmt"
	"html"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

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
	rows := row(t.Head[0], tc("", "备注"))
	if title != "" {
		rows = tr(tc(fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, len(t.Head[0])+1), title)) + rows
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
	for _, f := range seedtest.Files(t) {
		t.Run(path.Base(f.Name), func(t *testing.T) {
			w, automatic := wordOf(f)
			got, err := formattest.Read(t, "seeds/copy.docx", w.bytes())
			if err != nil {
				t.Fatal(err)
			}
			if all := formattest.Findings(t, f).(map[string]any); automatic < 5 || len(all["measures"].([]any)) < 5 {
				t.Errorf("%d numbers are automatic, for %d measures", automatic, len(all["measures"].([]any)))
			}
			if diff := cmp.Diff(formattest.Findings(t, f), formattest.Findings(t, got)); diff != "" {
				t.Errorf("record of the seed (-) and of the Word file (+):\n%s", diff)
			}
		})
	}
}
