package pages

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/internal/golden"
	"zhengce/generator/list"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	spread "zhengce/generator/table"
)

var sealLine = regexp.MustCompile(`^---\ngenerated: "[0-9a-f]+"\n`)

func TestGolden(t *testing.T) {
	var b bytes.Buffer
	for _, p := range library(fixture(t)) {
		page := p.bytes()
		if !sealed(p.path, page) {
			t.Errorf("%s is not sealed", p.path)
		}
		b.WriteString("-- " + p.path + " --\n")
		b.Write(sealLine.ReplaceAll(page, []byte("---\n"))) // a line that any change of the page changes
	}
	golden.Equal(t, "testdata/fixture.txtar", b.Bytes())
}

// TestBodyIsText reads the pages of papers back: their text is that of the source without noise,
// wherever notes stand.
func TestBodyIsText(t *testing.T) {
	for _, text := range append([]string{paper}, hostile...) {
		doc, _ := document.Parse(source.NewFile("seeds/x.txt", "　　一、总体\n　　（一）要求。"+text+"\n"+text))
		checkBody(t, &catalog.Document{ID: "x", Facts: &policy.Facts{Document: doc}})
		strew(doc.File)
		checkBody(t, &catalog.Document{ID: "x", Facts: &policy.Facts{Document: doc}})
	}
	for _, d := range fixture(t).Documents {
		strew(d.Facts.Document.File)
		checkBody(t, d)
	}
	for _, d := range fixture(t).Documents {
		checkBody(t, d)
	}
	seeds, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(seeds) == 0 {
		t.Fatalf("no seeds: %v", err)
	}
	for _, name := range seeds {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := document.Parse(source.NewFile(name, string(data)))
		checkBody(t, &catalog.Document{ID: "x", Facts: &policy.Facts{Document: doc}})
	}
}

func FuzzBody(f *testing.F) {
	f.Add(paper)
	for _, text := range hostile {
		f.Add("　　一、总体\n　　（一）要求。" + text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc, _ := document.Parse(source.NewFile("seeds/x.txt", strings.ToValidUTF8(strings.ReplaceAll(text, "\x00", ""), "?")))
		checkBody(t, &catalog.Document{ID: "x", Facts: &policy.Facts{Document: doc}})
	})
}

func checkBody(t *testing.T, d *catalog.Document) {
	t.Helper()
	doc := d.Facts.Document
	var want strings.Builder
	for _, b := range doc.Blocks {
		if b.Kind != document.Noise {
			want.WriteString(strings.ReplaceAll(doc.File.Squeezed(b.Span), "\x00", "\uFFFD"))
		}
	}
	d.Texts = ownText(d)
	o := newOverlay(d)
	for i := range doc.File.Text {
		if i%7 == 0 {
			o.notes = append(o.notes, note{i, "原文如此：*疑* | 有脱字"})
		}
	}
	p := documentPages(d, o)[0]
	if diff := cmp.Diff(want.String(), textOf(render(t, p.body.String()))); diff != "" {
		t.Errorf("text of the page (-source +page):\n%s\n%s", diff, p.body.String())
	}
}

func TestWriteOnlyWhatChanged(t *testing.T) {
	fs, c := afero.NewMemMapFs(), fixture(t)
	put(t, fs, "content/about.md", "---\ntitle: 关于\n---\n")
	put(t, fs, "content/measures/old/1-1.md", string(seal("measures/old/1-1.md", []byte("---\n"))))
	put(t, fs, "content/quality.md", "---\ntitle: 手写\n---\n")
	put(t, fs, "content/data/._index.md.zhengce-part", "---\n")
	put(t, fs, "content/notes.md.part", "不完整的草稿")
	first, err := Write(fs, c)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"content/data/._index.md.zhengce-part", "content/measures/old/1-1.md"}; !slices.Equal(first.Removed, want) {
		t.Errorf("removed %q, want %q", first.Removed, want)
	}
	if ok, _ := afero.Exists(fs, "content/measures/old"); ok {
		t.Error("an empty folder is left")
	}
	if want := []string{"content/quality.md"}; !slices.Equal(first.Kept, want) {
		t.Errorf("kept %q, want %q", first.Kept, want)
	}
	for name, want := range map[string]string{"content/about.md": "---\ntitle: 关于\n---\n", "content/notes.md.part": "不完整的草稿"} {
		if got, _ := afero.ReadFile(fs, name); string(got) != want {
			t.Errorf("%s, written by hand, became %q", name, got)
		}
	}
	second, err := Write(fs, fixture(t))
	if err != nil || len(second.Written)+len(second.Removed) > 0 || second.Unchanged != len(first.Written) {
		t.Errorf("the second run did %+v, %v", second, err)
	}
	put(t, fs, "content/documents/ceshi.md", string(seal("documents/ceshi.md", []byte("---\nstale\n"))))
	names, err := Check(fs, c)
	if want := []string{"content/documents/ceshi.md"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("Check = %q, %v; want %q", names, err, want)
	}
	if got, _ := afero.ReadFile(fs, "content/documents/ceshi.md"); !strings.HasSuffix(string(got), "stale\n") {
		t.Error("Check wrote a file")
	}
}

func TestTwoPagesOneAddress(t *testing.T) {
	c := fixture(t)
	c.Documents = append(c.Documents, c.Documents[0])
	if _, err := Write(afero.NewMemMapFs(), c); err == nil || !strings.Contains(err.Error(), "ceshi") {
		t.Errorf("Write = %v, want an error that names the address", err)
	}
}

func TestTables(t *testing.T) {
	fs, c := afero.NewMemMapFs(), fixture(t)
	plan, err := NewPlan(fs, c)
	if err == nil {
		err = plan.WriteData(fs)
	}
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, p := range library(c) {
		for _, table := range p.tables {
			if table.name == "" {
				continue
			}
			if seen[table.name] {
				t.Errorf("two tables are called %s", table.name)
			}
			seen[table.name] = true
			data, err := afero.ReadFile(fs, tablePath(table.name))
			if err != nil {
				t.Fatal(err)
			}
			rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
			if err != nil || len(rows) != 1+len(table.rows) {
				t.Errorf("%s has %d rows, %v; want %d", table.name, len(rows), err, 1+len(table.rows))
			}
			page := render(t, table.markdown())
			if got, want := elements(page, "td"), len(table.head)*len(table.rows); got != want {
				t.Errorf("%s has %d cells on its page, want %d", table.name, got, want)
			}
		}
	}
	if len(seen) < 10 {
		t.Errorf("only %d tables are kept", len(seen))
	}
}

// TestLongLists: pages of lists show the first cards, however many there are.
func TestLongLists(t *testing.T) {
	c := fixture(t)
	d := c.Documents[0]
	for len(d.Measures) <= listRows {
		d.Measures = append(d.Measures, d.Measures[0])
	}
	for len(c.Indicators) <= listRows {
		c.Indicators = append(c.Indicators, c.Indicators[0])
	}
	for _, p := range []*page{measureList(c), indicatorList(c)} {
		if n := strings.Count(p.body.String(), "\n| ["); n != list.Shown || len(p.lists[0].Items) <= listRows {
			t.Errorf("%s shows %d of %d", p.path, n, len(p.lists[0].Items))
		}
	}
}

func TestNear(t *testing.T) {
	var list []int
	for i := range 30 {
		list = append(list, i)
	}
	for x, first := range map[int]int{0: 0, 3: 0, 15: 9, 29: 18} {
		if got := near(list, x); len(got) != nearby || got[0] != first || !slices.Contains(got, x) {
			t.Errorf("near(%d) = %v, want %d from %d", x, got, nearby, first)
		}
	}
	if got := near(list[:3], 2); len(got) != 3 {
		t.Errorf("near in a short list = %v", got)
	}
}

func TestGuard(t *testing.T) {
	table := &table{head: []string{"a"}, rows: [][]inline{{plain("=1+1")}, {plain("-2")}, {plain("@x")}, {plain("+")}, {plain("1-2")}, {plain("")}}}
	data, err := table.csv()
	want := "\uFEFFa\r\n'=1+1\r\n'-2\r\n'@x\r\n'+\r\n1-2\r\n\r\n"
	if err != nil || string(data) != want {
		t.Errorf("csv = %q, %v; want %q", data, err, want)
	}
}

func TestLayout(t *testing.T) {
	cell := func(col, rows, cols int) source.Cell { return source.Cell{Col: col, RowSpan: rows, ColSpan: cols} }
	for name, tt := range map[string]struct {
		table spread.Table
		want  []string // per row, x where a cell begins
	}{
		"plain":        {spread.Table{Head: [][]source.Cell{[]source.Cell{cell(0, 1, 1), cell(1, 1, 1)}}, Rows: [][]source.Cell{{cell(0, 1, 1), cell(1, 1, 1)}}}, []string{"xx", "xx"}},
		"no header":    {spread.Table{Rows: [][]source.Cell{{cell(0, 1, 1), cell(1, 1, 1)}}}, []string{"..", "xx"}},
		"reaches down": {spread.Table{Rows: [][]source.Cell{{cell(0, 2, 1), cell(1, 1, 1)}, {cell(1, 1, 1)}, {cell(0, 1, 1)}}}, []string{"..", "xx", ".x", "x."}},
		"column taken": {spread.Table{Rows: [][]source.Cell{{cell(0, 2, 1)}, {cell(0, 1, 1), cell(0, 1, 1)}}}, []string{"...", "x..", ".xx"}},
		"covers two":   {spread.Table{Rows: [][]source.Cell{{cell(0, 1, 2), cell(2, 1, 1)}, {cell(0, 1, 1)}}}, []string{"...", "x.x", "x.."}},
	} {
		var got []string
		rows, _ := layout(&document.Table{Table: &tt.table})
		for _, row := range rows {
			line := ""
			for _, c := range row {
				if c == nil {
					line += "."
				} else {
					line += "x"
				}
			}
			got = append(got, line)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// TestMerged lays out tables with merged cells: each is as large as the room that it has.
func TestMerged(t *testing.T) {
	cell := func(col, rows, cols int) source.Cell { return source.Cell{Col: col, RowSpan: rows, ColSpan: cols} }
	one := func(cols ...int) (row []source.Cell) {
		for _, c := range cols {
			row = append(row, cell(c, 1, 1))
		}
		return row
	}
	for name, tt := range map[string]struct {
		table                spread.Table
		heads                int
		wantSpans, wantUnder string
	}{
		"none": {spread.Table{Head: [][]source.Cell{one(0, 1)}, Rows: [][]source.Cell{one(0, 1)}}, 1, "", ""},
		"two rows of titles": {spread.Table{Head: [][]source.Cell{{cell(0, 2, 1), cell(1, 1, 2)}, one(1, 2)}, Rows: [][]source.Cell{one(0, 1, 2)}}, 2,
			"0:0:2:1 0:1:1:2", "1:0 0:2"},
		"reaches down":       {spread.Table{Rows: [][]source.Cell{{cell(0, 2, 1), cell(1, 1, 1)}, one(1)}}, 1, "1:0:2:1", "2:0"},
		"beyond the table":   {spread.Table{Rows: [][]source.Cell{{cell(0, 9, 1), cell(1, 1, 9)}, one(1)}}, 1, "1:0:2:1", "2:0"},
		"head into the body": {spread.Table{Head: [][]source.Cell{[]source.Cell{cell(0, 3, 1), cell(1, 1, 1)}}, Rows: [][]source.Cell{one(1)}}, 1, "", ""},
		"over a cell":        {spread.Table{Rows: [][]source.Cell{{cell(0, 2, 2)}, one(0, 1)}}, 1, "1:0:2:2", "1:1 2:0 2:1"}, // those cells move aside
	} {
		rows, heads := layout(&document.Table{Table: &tt.table})
		spans, under := merged(rows, heads)
		if heads != tt.heads || strings.Join(spans, " ") != tt.wantSpans || strings.Join(under, " ") != tt.wantUnder {
			t.Errorf("%s: %d rows of titles, spans %q over %q, want %d, %q over %q", name, heads, spans, under, tt.heads, tt.wantSpans, tt.wantUnder)
		}
	}
}

func TestDisjoint(t *testing.T) {
	f := func(start, end int) finding { return finding{Span: source.Span{Start: start, End: end}} }
	for name, tt := range map[string]struct{ in, want []finding }{
		"apart":        {[]finding{f(5, 7), f(0, 5)}, []finding{f(0, 5), f(5, 7)}},
		"inside":       {[]finding{f(0, 10), f(3, 5)}, []finding{f(3, 5)}},
		"same":         {[]finding{f(0, 4), f(0, 4)}, []finding{f(0, 4)}},
		"chain":        {[]finding{f(0, 4), f(3, 6), f(5, 12)}, []finding{f(3, 6)}},
		"empty":        {[]finding{f(2, 2)}, nil},
		"begins alike": {[]finding{f(0, 9), f(0, 3), f(4, 6)}, []finding{f(0, 3), f(4, 6)}},
	} {
		if got := disjoint(tt.in); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", name, got, tt.want)
		}
	}
}

func put(t *testing.T, fs afero.Fs, name, data string) {
	t.Helper()
	if err := afero.WriteFile(fs, name, []byte(data), 0o644); err != nil {
		t.Fatal(err)
	}
}
