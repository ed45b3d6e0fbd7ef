package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"zhengce/generator/catalog"
	"zhengce/generator/export"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/source"
)

func write(t *testing.T, c *catalog.Catalog) afero.Fs {
	t.Helper()
	fs := afero.NewMemMapFs()
	if err := export.Write(fs, c, ""); err != nil {
		t.Fatal(err)
	}
	return fs
}

func read(t *testing.T, fs afero.Fs, name string) []byte {
	t.Helper()
	b, err := afero.ReadFile(fs, "data/"+name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// rows reads a table back, each row by the names of its columns.
func rows(t *testing.T, fs afero.Fs, name string) []map[string]string {
	t.Helper()
	data := read(t, fs, name+".csv")
	text, ok := bytes.CutPrefix(data, []byte("\uFEFF"))
	if !ok {
		t.Errorf("%s has no byte order mark", name)
	}
	if n := bytes.Count(text, []byte("\n")); n != bytes.Count(text, []byte("\r\n")) {
		t.Errorf("%s has line ends that are not CR LF", name)
	}
	all, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var out []map[string]string
	for _, r := range all[1:] {
		m := map[string]string{}
		for i, cell := range r {
			if rest, ok := strings.CutPrefix(cell, "'"); ok && strings.ContainsRune("=+-@\t\r", rune(rest[0])) {
				cell = rest
			} else if cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("%s: cell %q would be run as a formula", name, cell)
			}
			m[all[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

// TestRecount counts in the tables what the catalog says of each document, agency and comparison.
func TestRecount(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	fs := write(t, c)
	where := func(list []map[string]string, want map[string]string) int {
		n := 0
		for _, r := range list {
			match := true
			for k, v := range want {
				match = match && r[k] == v
			}
			if match {
				n++
			}
		}
		return n
	}
	measures, groups, annex := rows(t, fs, "measures"), rows(t, fs, "assignments"), rows(t, fs, "annex")
	indicators, citations := rows(t, fs, "indicators"), rows(t, fs, "citations")
	for i, d := range rows(t, fs, "documents") {
		doc := c.Documents[i]
		of := map[string]string{"document": d["id"]}
		for _, x := range []struct {
			what      string
			got, want int
		}{
			{"measures", where(measures, of), len(doc.Measures)},
			{"assignments", where(groups, map[string]string{"document": d["id"], "rank": "1"}), len(doc.Facts.Assignments)},
			{"annex_rows", where(annex, map[string]string{"document": d["id"], "rank": "1"}), len(doc.Annex)},
			{"targets", where(indicators, map[string]string{"document": d["id"], "kind": "target"}), len(doc.Indicators) - where(indicators, map[string]string{"document": d["id"], "kind": "threshold"})},
			{"citations", where(citations, of), len(doc.Citations)},
			{"cited_by", where(citations, map[string]string{"held": d["id"]}), len(doc.CitedBy)},
		} {
			if x.got != x.want || d[x.what] != strconv.Itoa(x.want) {
				t.Errorf("%s: %d %s in the table, documents.csv says %s, the catalog %d", d["id"], x.got, x.what, d[x.what], x.want)
			}
		}
	}
	for _, a := range rows(t, fs, "agencies") {
		tasks := 0
		for _, role := range []string{"lead", "support", "sole", "joint"} {
			want := map[string]string{"agency": a["id"], "role": role}
			n := where(groups, want) + where(annex, want)
			if a[role] != strconv.Itoa(n) {
				t.Errorf("%s: %s %s in agencies.csv, %d in the tables", a["id"], a[role], role, n)
			}
			tasks += n
		}
		if a["tasks"] != strconv.Itoa(tasks) {
			t.Errorf("%s: %s tasks in agencies.csv, %d in the tables", a["id"], a["tasks"], tasks)
		}
	}
	if len(indicators) != len(c.Indicators) {
		t.Errorf("%d indicators in the table, %d in the catalog", len(indicators), len(c.Indicators))
	}
	cascade := rows(t, fs, "cascade")
	for _, x := range c.Cascades {
		if n := where(cascade, map[string]string{"cascade": x.ID}); n != len(x.Pairs)+len(x.Only) || n == 0 {
			t.Errorf("%s: %d rows for %d pairs and %d tasks without partner", x.ID, n, len(x.Pairs), len(x.Only))
		}
	}
	series := rows(t, fs, "series")
	for _, s := range c.Series {
		if n := where(series, map[string]string{"series": s.ID}); n != len(s.Members) || n != where(indicators, map[string]string{"series": s.ID}) {
			t.Errorf("%s: %d rows for %d members", s.ID, n, len(s.Members))
		}
	}
}

// TestSpans finds the words of the tables at their places in the source.
func TestSpans(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	fs := write(t, c)
	text := map[string][]rune{}
	for _, d := range c.Documents {
		text[d.ID] = []rune(d.Document.File.Text)
	}
	for _, x := range []struct{ table, cell, start, end string }{
		{"assignments", "written", "start", "end"}, {"assignments", "task", "task_start", "task_end"}, {"assignments", "basis", "basis_start", "basis_end"},
		{"annex", "written", "start", "end"}, {"indicators", "quote", "start", "end"},
	} {
		n := 0
		for _, r := range rows(t, fs, x.table) {
			if r[x.start] == "" {
				continue
			}
			start, _ := strconv.Atoi(r[x.start])
			end, _ := strconv.Atoi(r[x.end])
			n++
			if got := source.Squeeze(string(text[r["document"]][start:end])); got != source.Squeeze(r[x.cell]) {
				t.Errorf("%s.%s is %q, the source has %q", x.table, x.cell, r[x.cell], got)
			}
		}
		if n == 0 {
			t.Errorf("%s.%s has no place", x.table, x.cell)
		}
	}
}

// TestRelations reads relations.json back by the format that other programs know.
func TestRelations(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	fs := write(t, c)
	var got struct {
		Cascade []struct {
			A, B struct {
				File, Measure string
				Group         *int
			}
			Relation string
			LeadSame *bool `json:"lead_same"`
		}
		Only []struct {
			File, With, Measure string
			Group               *int
		}
		Series []struct {
			Name       string
			Comparable *bool
			Members    []struct {
				File, Quote, Unit, Cmp string
				Value                  *float64
				Year                   *int
			}
		}
		Agencies []struct {
			ID, Function, Region string
			Names                []struct {
				Name, Relation string
				Files          []string
			}
		}
	}
	if err := json.Unmarshal(read(t, fs, "relations.json"), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Cascade) == 0 || len(got.Only) == 0 || len(got.Agencies) != len(c.Agencies) || len(got.Series) != len(c.Series) {
		t.Fatalf("%d pairs, %d only, %d agencies, %d series", len(got.Cascade), len(got.Only), len(got.Agencies), len(got.Series))
	}
	p := got.Cascade[0]
	if p.A.File != "henan-2011-fengong.txt" || p.A.Measure != "一/（一）" || p.A.Group == nil || p.B.File != "neimenggu-2011-fengong.txt" || p.LeadSame == nil {
		t.Errorf("the first pair is %+v", p)
	}
	if o := got.Only[0]; o.File != "henan-2011-fengong.txt" || o.With != "neimenggu-2011-fengong.txt" || o.Measure != "二/（八）" {
		t.Errorf("the first task without partner is %+v", o)
	}
	for i, a := range got.Agencies {
		if a.ID != c.Agencies[i].ID || len(a.Names) != len(c.Agencies[i].Names) || len(a.Names[0].Files) == 0 {
			t.Errorf("agency %+v is not %s", a, c.Agencies[i].ID)
		}
	}
}

// TestPackage holds the description against the files that it describes.
func TestPackage(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	fs := write(t, c)
	var d struct {
		Resources []struct {
			Name, Path, Title string
			Bytes             int
			Schema            *struct {
				Fields      []struct{ Name, Title string }
				PrimaryKey  []string
				ForeignKeys []struct {
					Fields    []string
					Reference struct {
						Resource string
						Fields   []string
					}
				}
			}
		}
	}
	if err := json.Unmarshal(read(t, fs, "datapackage.json"), &d); err != nil {
		t.Fatal(err)
	}
	var paths []string
	values := func(table, column string) map[string]int {
		out := map[string]int{}
		for _, r := range rows(t, fs, table) {
			out[r[column]]++
		}
		return out
	}
	for _, r := range d.Resources {
		paths = append(paths, r.Path)
		if n := len(read(t, fs, r.Path)); n != r.Bytes || r.Title == "" {
			t.Errorf("%s %q: described as %d bytes, has %d", r.Path, r.Title, r.Bytes, n)
		}
		if r.Schema == nil {
			continue
		}
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
			if f.Title == "" {
				t.Errorf("%s.%s has no title", r.Name, f.Name)
			}
		}
		head, _, _ := strings.Cut(strings.TrimPrefix(string(read(t, fs, r.Path)), "\uFEFF"), "\r\n")
		if head != strings.Join(names, ",") {
			t.Errorf("%s has the columns %s, described as %s", r.Name, head, names)
		}
		for _, k := range r.Schema.ForeignKeys {
			known := values(k.Reference.Resource, k.Reference.Fields[0])
			for v := range values(r.Name, k.Fields[0]) {
				if v != "" && known[v] == 0 {
					t.Errorf("%s.%s: %q stands in no row of %s", r.Name, k.Fields[0], v, k.Reference.Resource)
				}
			}
		}
		seen := map[string]bool{}
		for _, row := range rows(t, fs, r.Name) {
			key := ""
			for _, k := range r.Schema.PrimaryKey {
				key += row[k] + "\x00"
			}
			if key != "" && seen[key] {
				t.Errorf("%s: two rows with the key %q", r.Name, key)
			}
			seen[key] = true
		}
	}
	for _, name := range []string{"records.json", "relations.json", "documents.csv", "measures.csv", "assignments.csv", "annex.csv",
		"agencies.csv", "agency_names.csv", "indicators.csv", "citations.csv", "cascade.csv", "series.csv"} {
		if !slices.Contains(paths, name) {
			t.Errorf("%s is not described", name)
		}
	}
	for _, doc := range c.Documents {
		read(t, fs, "records/"+doc.ID+".json")
	}
}

// TestHostile keeps cells of a hostile paper from being run and from breaking the table.
func TestHostile(t *testing.T) {
	f := source.NewFile("seeds/=cmd.txt", "=HYPERLINK(\"http://x\",\"y\")的意见\n\n一、@SUM(A1)\n（一）-1+1\",\"=2。到2020年，主营业务收入达到100亿元。（省财政厅、=x厅）\n")
	fs := write(t, seedtest.Catalog(t, []*source.File{f}))
	for _, name := range []string{"documents", "measures", "assignments", "indicators"} {
		if len(rows(t, fs, name)) == 0 && name != "assignments" {
			t.Errorf("%s is empty", name)
		}
	}
}

// TestSameBytes writes twice from what was read twice, and an empty library.
func TestSameBytes(t *testing.T) {
	dump := func(fs afero.Fs) map[string]string {
		out := map[string]string{}
		err := afero.Walk(fs, "", func(name string, info os.FileInfo, err error) error {
			if err != nil || info.IsDir() {
				return err
			}
			b, err := afero.ReadFile(fs, name)
			out[filepath.ToSlash(name)] = string(b)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	one, two := dump(write(t, seedtest.Catalog(t, seedtest.Files(t)))), dump(write(t, seedtest.Catalog(t, seedtest.Files(t))))
	if diff := cmp.Diff(one, two); diff != "" || len(one) < 15 {
		t.Errorf("two runs of %d files differ:\n%s", len(one), diff)
	}
	empty := write(t, seedtest.Catalog(t, nil))
	if got := string(read(t, empty, "records.json")); got != "[]\n" {
		t.Errorf("no papers give %q", got)
	}
	rows(t, empty, "documents")
}
