package document_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"zhengce/generator/document"
	"zhengce/generator/format"
	"zhengce/generator/internal/babble"
	"zhengce/generator/internal/golden"
	"zhengce/generator/source"
)

// kindNames are the names of kinds of blocks in dumps.
var kindNames = map[document.BlockKind]string{
	document.Paragraph: "paragraph", document.Title: "title", document.DocNumber: "number", document.Recipients: "recipients",
	document.Heading: "heading", document.Bullet: "bullet", document.Signature: "signature", document.Date: "date",
	document.AnnexNote: "annex-note", document.AnnexMark: "annex-mark", document.AnnexTitle: "annex-title", document.TableBlock: "table", document.Contents: "contents",
	document.Note: "note", document.Noise: "noise",
}

// TestGolden reads the papers of testdata; its README says what stands in the files.
func TestGolden(t *testing.T) {
	for _, name := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			f := source.NewFile("input", string(a.Files[0].Data))
			d, errs := parse(t, f)
			a.Files = []txtar.File{a.Files[0], {Name: "dump", Data: dump(t, d)}}
			if len(errs) > 0 {
				a.Files = append(a.Files, txtar.File{Name: "errors", Data: []byte(errs.Error() + "\n")})
			}
			golden.Equal(t, name, txtar.Format(a))
		})
	}
}

func goldenFiles(t testing.TB) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no golden files: %v", err)
	}
	return names
}

// dump writes blocks and sections of a document as golden files hold them.
func dump(t testing.TB, d *document.Document) []byte {
	t.Helper()
	var b strings.Builder
	f := d.File
	show := func(s source.Span) string { return strings.ReplaceAll(f.Slice(s), "\n", "⏎") }
	place := func(s source.Span) string {
		p := f.Position(s.Start)
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	for _, h := range []struct {
		what string
		span source.Span
	}{{"title", d.Title}, {"number", d.Number}, {"recipients", d.Recipients}, {"issuer", d.Issuer}, {"date", d.Date}} {
		if !h.span.Empty() {
			fmt.Fprintf(&b, "%s: %s %s\n", h.what, place(h.span), show(h.span))
		}
	}
	for _, body := range d.Bodies {
		if body.Carried {
			fmt.Fprintf(&b, "carries%s: %s %s\n", strings.TrimRight(" "+body.Label, " "), place(body.Title), show(body.Title))
		}
	}
	b.WriteString("\n")
	for _, block := range d.Blocks {
		name, ok := kindNames[block.Kind]
		if !ok {
			t.Fatalf("kind %d of blocks has no name in the test", block.Kind)
		}
		fmt.Fprintf(&b, "%s %s", place(block.Span), name)
		if s := block.Section; s != nil {
			fmt.Fprintf(&b, " %s", path(s))
			if block.Opens {
				fmt.Fprintf(&b, " level=%d", s.Level)
				if !s.Title.Empty() {
					fmt.Fprintf(&b, " title=%s", show(s.Title))
				}
			}
		}
		switch {
		case block.Table != nil:
			fmt.Fprintf(&b, " annex=%v\n", block.Table.Annex)
			for _, row := range block.Table.All() {
				for _, cell := range row {
					fmt.Fprintf(&b, "\t%s", show(cell.Span))
				}
				b.WriteString("\n")
			}
			continue
		case block.Kind == document.Noise:
			fmt.Fprintf(&b, " (%s)", block.Reason)
		}
		fmt.Fprintf(&b, " | %s\n", show(block.Span))
	}
	return []byte(b.String())
}

// path returns the numbers that lead to a section: A/二/（一）.
func path(s *document.Section) string {
	p := s.Mark.String()
	for up := s.Parent; up != nil; up = up.Parent {
		p = up.Mark.String() + "/" + p
	}
	if s.Body.Label != "" {
		p = s.Body.Label + "/" + p
	}
	return p
}

func TestReadDate(t *testing.T) {
	for text, want := range map[string]string{
		"2015年7月20日": "2015-07-20", "２０１５年７月２０日": "2015-07-20", "二○一一年七月二十二日": "2011-07-22", "二〇一七年十二月三十一日": "2017-12-31",
		"二○○九年十月十日": "2009-10-10", " 2015 年 7 月 2 日 ": "2015-07-02", "二OO九年一月一日": "2009-01-01",
		"2015年7月": "", "2015年13月1日": "", "2015年1月32日": "", "0000年1月1日": "", "": "", "五年七月": "",
	} {
		if got := document.ReadDate(text); got != want {
			t.Errorf("ReadDate(%q) = %q, want %q", text, got, want)
		}
	}
}

// TestSeeds checks the places of the seeds, and that a second reading gives the same.
func TestSeeds(t *testing.T) {
	files, errs := format.Load(os.DirFS("../.."), "seeds")
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		first, errs := parse(t, f)
		second, again := parse(t, f)
		if string(dump(t, first)) != string(dump(t, second)) || errs.Error() != again.Error() {
			t.Errorf("%s: a second reading gives something else", f.Name)
		}
	}
}

// TestCorpus checks the places of papers of other families and formats, where they are at hand.
func TestCorpus(t *testing.T) {
	const dir = "../../../shared/corpus"
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no corpus of other papers beside the project")
	}
	files, _ := format.Load(os.DirFS(filepath.Dir(dir)), filepath.Base(dir))
	for _, f := range files {
		t.Run(filepath.Base(f.Name), func(t *testing.T) { parse(t, f) })
	}
}

// FuzzParse reads any text: no panic, and every place holds.
func FuzzParse(f *testing.F) {
	for _, name := range goldenFiles(f) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		parse(t, source.NewFile("x", strings.ToValidUTF8(text, "?")))
	})
}

// FuzzParseWords reads texts made of the marks and words of papers.
func FuzzParseWords(f *testing.F) {
	f.Add([]byte("\x18\x1b\x00\x22\x09"))
	f.Fuzz(func(t *testing.T, data []byte) {
		parse(t, source.NewFile("x", babble.Text(data)))
	})
}

func BenchmarkParse(b *testing.B) {
	data, err := os.ReadFile("../../seeds/yuzheng-2015-42.txt")
	if err != nil {
		b.Fatal(err)
	}
	f := source.NewFile("x", string(data))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		document.Parse(f)
	}
}
