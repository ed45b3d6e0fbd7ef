package extract_test

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/format"
	"zhengce/generator/internal/babble"
	"zhengce/generator/internal/facttest"
	"zhengce/generator/internal/golden"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestGolden reads the papers of testdata; its README says what stands in the files.
func TestGolden(t *testing.T) {
	for _, name := range goldenFiles(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			facts, errs := facttest.Read(t, source.NewFile("input", string(a.Files[0].Data)))
			lines := append(aboutPaper(facts), decisions(facts)...)
			a.Files = []txtar.File{a.Files[0], {Name: "dump", Data: []byte(strings.Join(lines, "\n") + "\n")}}
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

// TestSeedDecisions holds what the rules decide about the seeds, one line for each decision, so
// that a change of a rule shows, line by line, what it changes.
func TestSeedDecisions(t *testing.T) {
	var b strings.Builder
	for _, f := range seeds(t) {
		facts, _ := facttest.Read(t, f)
		for _, line := range append(aboutPaper(facts), decisions(facts)...) {
			b.WriteString(line + "\n")
		}
	}
	golden.Equal(t, "testdata/decisions.txt", []byte(b.String()))
}

func seeds(t testing.TB) []*source.File {
	t.Helper()
	files, errs := format.Load(os.DirFS("../.."), "seeds")
	if err := errs.Err(); err != nil {
		t.Fatal(err)
	}
	return files
}

// aboutPaper writes what the paper says of itself.
func aboutPaper(f *policy.Facts) []string {
	m := f.Meta
	var out []string
	for _, v := range [][2]string{{"title", m.Title}, {"number", m.Number}, {"issuer", m.Issuer}, {"date", m.Date}, {"recipients", m.Recipients}, {"kind", m.Kind}, {"region", m.Region}} {
		if v[1] != "" {
			out = append(out, f.Document.File.Name+" "+v[0]+"="+v[1])
		}
	}
	return out
}

// A decision is a line of the golden file with the place by which it is sorted.
type decision struct {
	at   int
	line string
}

// decisions writes one line for each thing that a rule decided, in the order of the text.
func decisions(facts *policy.Facts) []string {
	d := facts.Document
	f := d.File
	var all []decision
	add := func(at int, format string, args ...any) {
		p := f.Position(at)
		all = append(all, decision{at, fmt.Sprintf("%s:%d:%d ", p.File, p.Line, p.Column) + fmt.Sprintf(format, args...)})
	}
	for _, b := range d.Blocks {
		switch b.Kind {
		case document.Noise:
			add(b.Start, "noise (%s) %s", b.Reason, short(f.Squeezed(b.Span)))
		case document.TableBlock:
			add(b.Start, "table rows=%d annex=%v", len(b.Table.Rows), b.Table.Annex)
		case document.AnnexMark, document.AnnexTitle, document.AnnexNote, document.Note, document.Bullet:
			add(b.Start, "%s %s", outside[b.Kind], short(f.Squeezed(b.Span)))
		}
	}
	d.Walk(func(s *document.Section) {
		kind := "numbered"
		switch {
		case s.RunIn:
			kind = "run-in"
		case !s.Title.Empty():
			kind = "heading"
		}
		add(s.Start, "%s level=%d %s%s", kind, s.Level, f.Slice(s.MarkSpan), short(f.Squeezed(s.Title)))
	})
	for _, m := range facts.Measures {
		add(m.Start, "measure %s address=%s text=%s", m.ID, m.Address, ends(f.Squeezed(m.Text)))
	}
	for _, a := range facts.Assignments {
		add(a.Start, "group %s %s %s covers=%s", a.Measure, basis(a.Basis), agencies(a.Agencies), ends(f.Squeezed(a.Covers)))
	}
	for _, r := range facts.Annex {
		add(r.Start, "annex %d of=%s %s %s task=%s", r.No, r.Measure, basis(r.Basis), agencies(r.Agencies), short(r.Task))
	}
	for _, c := range facts.Citations {
		add(c.Start, "citation mentions=%d number=%s title=%s", len(c.Mentions), c.Number, c.Title)
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	lines := make([]string, len(all))
	for i, d := range all {
		lines[i] = d.line
	}
	return lines
}

var outside = map[document.BlockKind]string{document.AnnexMark: "annex-mark", document.AnnexTitle: "annex-title", document.AnnexNote: "annex-note", document.Note: "note", document.Bullet: "bullet"}

func basis(b policy.Basis) string {
	if b.Quote == "" {
		return "rule=" + b.Rule
	}
	return "rule=" + b.Rule + "「" + b.Quote + "」"
}

func agencies(list []policy.Agency) string {
	parts := make([]string, len(list))
	for i, a := range list {
		parts[i] = string(a.Role) + ":" + a.Written
		if a.Name != a.Written {
			parts[i] += "→" + a.Name
		}
	}
	return strings.Join(parts, " ")
}

// short returns the first 30 characters of text.
func short(text string) string {
	if r := []rune(text); len(r) > 30 {
		return string(r[:30]) + "…"
	}
	return text
}

// ends returns the first and last 10 characters of text.
func ends(text string) string {
	if r := []rune(text); len(r) > 24 {
		return string(r[:10]) + "…" + string(r[len(r)-10:])
	}
	return text
}

// TestTwice reads each seed twice: the facts are the same.
func TestTwice(t *testing.T) {
	for _, f := range seeds(t) {
		first, e1 := facttest.Read(t, f)
		second, e2 := facttest.Read(t, f)
		if strings.Join(decisions(first), "\n") != strings.Join(decisions(second), "\n") || e1.Error() != e2.Error() {
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
	files, errs := format.Load(os.DirFS(filepath.Dir(dir)), filepath.Base(dir))
	for _, e := range errs {
		t.Log(e)
	}
	for _, f := range files {
		t.Run(filepath.Base(f.Name), func(t *testing.T) { facttest.Read(t, f) })
	}
}

// FuzzDocument finds facts in any text: no panic, and every place holds.
func FuzzDocument(f *testing.F) {
	for _, name := range goldenFiles(f) {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Add("")
	f.Add("序号\n\n工作\n\n部门\n1\n\nB\n\n!") // a row whose only body is none
	f.Fuzz(func(t *testing.T, text string) {
		facttest.Read(t, source.NewFile("x", strings.ToValidUTF8(text, "?")))
	})
}

// mostWords is how many words a text of FuzzDocumentWords has at most: one of thousands takes seconds,
// and shows nothing that its parts do not.
const mostWords = 200

// FuzzDocumentWords finds facts in texts made of the marks and words of papers.
func FuzzDocumentWords(f *testing.F) {
	f.Add([]byte("\x18\x1b\x00\x22\x09"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > mostWords {
			return
		}
		facttest.Read(t, source.NewFile("x", babble.Text(data)))
	})
}

// TestBabble reads texts that FuzzDocumentWords once stumbled over, before it had a limit.
func TestBabble(t *testing.T) {
	names, err := filepath.Glob("testdata/babble/*")
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(filepath.Base(name), func(t *testing.T) { facttest.Read(t, source.NewFile("x", babble.Text(data))) })
	}
}

func BenchmarkDocument(b *testing.B) {
	data, err := os.ReadFile("../../seeds/yuzheng-2015-42.txt")
	if err != nil {
		b.Fatal(err)
	}
	d, _ := document.Parse(source.NewFile("x", string(data)))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		extract.Document(d)
	}
}
