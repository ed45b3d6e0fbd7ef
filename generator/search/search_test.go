package search

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

func TestFold(t *testing.T) {
	data, err := os.ReadFile("testdata/fold.json")
	if err != nil {
		t.Fatal(err)
	}
	var tests [][2]string
	if err := json.Unmarshal(data, &tests); err != nil {
		t.Fatal(err)
	}
	for _, tt := range tests {
		if got := fold(tt[0]); got != tt[1] {
			t.Errorf("fold(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestPostings(t *testing.T) {
	var p posting
	for _, n := range []int{5, 5, 38, 39} {
		p.add(n)
	}
	if got := string(p.code); got != "FgBA" {
		t.Errorf("code = %s, want FgBA", got)
	}
}

// seedPages makes pages of the seeds: one for each paper and, as measures would, one for each line.
func seedPages(tb testing.TB) []Page {
	names, err := filepath.Glob("../../seeds/*.txt")
	if err != nil || len(names) == 0 {
		tb.Fatalf("no seeds: %v", err)
	}
	var pages []Page
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		id := strings.TrimSuffix(filepath.Base(name), ".txt")
		paper := Page{URL: "documents/" + id + ".html", Title: id, Kind: DocumentKind}
		for i, line := range strings.Split(string(text), "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			anchor := fmt.Sprintf("m%d", i)
			paper.Blocks = append(paper.Blocks, Block{anchor, line})
			pages = append(pages, Page{URL: fmt.Sprintf("measures/%s/%d.html", id, i), Title: anchor, Kind: MeasureKind,
				Crumb: id, Blocks: []Block{{"", line}}})
		}
		pages = append(pages, paper)
	}
	return pages
}

// foldedPages returns the folded title and blocks of each page.
func foldedPages(pages []Page) [][]string {
	all := make([][]string, len(pages))
	for i, p := range pages {
		all[i] = []string{fold(p.Title)}
		for _, b := range p.Blocks {
			all[i] = append(all[i], fold(b.Text))
		}
	}
	return all
}

// truth returns the pages that a plain look-up finds: each term in one of the page's folded texts.
func truth(pages []Page, texts [][]string, query string) []string {
	hits := []string{}
	for i, p := range pages {
		all := true
		for _, term := range strings.Fields(query) {
			term = fold(term)
			all = all && slices.ContainsFunc(texts[i], func(t string) bool { return strings.Contains(t, term) })
		}
		if all {
			hits = append(hits, p.URL)
		}
	}
	slices.Sort(hits)
	return hits
}

// queries returns words of all classes and stretches cut anywhere out of the papers.
func queries(pages []Page) []string {
	all := []string{"省发展改革委", "财政厅", "发展", "的", "、", "（", "2020", "85%", "85％", "７万亿元", "人民政府 财政", "改革　创新",
		"二○一五年", "互联网", "pPp", "〔2015〕42号", "没有的词语", "zzz", "量子", "。", "henan-2011", "m1", "𠮷"}
	n := 0
	for _, p := range pages {
		for _, b := range p.Blocks {
			text := []rune(b.Text)
			for at := n % 7; at < len(text); at += 997 {
				n++
				if q := string(text[at:min(len(text), at+1+n%9)]); strings.TrimSpace(q) != "" {
					all = append(all, q)
				}
			}
		}
	}
	return all
}

const runner = `
const fs = require("node:fs");
const { SearchIndex, searchTerms } = require(process.argv[2]);
const dir = process.argv[3];
const data = new Map();
globalThis.zhengceSearch = { add: (name, value) => data.set(name, value) };
const load = async (name) => {
  if (!data.has(name)) (0, eval)(fs.readFileSync(dir + "/" + name + ".js", "utf8"));
  return data.get(name);
};
(async () => {
  const index = new SearchIndex(load);
  const hits = [];
  for (const q of JSON.parse(fs.readFileSync(dir + "/queries.json", "utf8"))) {
    const results = await index.query(searchTerms(q));
    const table = await index.at("table", results.map((r) => r.page));
    hits.push(results.map((r) => table.get(r.page)[0]).sort());
  }
  console.log(JSON.stringify(hits));
})();
`

// TestTruth runs the search engine of the site on the index of the seeds: it must find exactly
// the pages in which the words stand.
func TestTruth(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the engine is tested in sitetest only")
	}
	pages := seedPages(t)
	dir := t.TempDir()
	fsys := afero.NewBasePathFs(afero.NewOsFs(), dir)
	if err := Write(fsys, pages); err != nil {
		t.Fatal(err)
	}
	asked := queries(pages)
	data, _ := json.Marshal(asked)
	engine, _ := filepath.Abs("../../static/js/search-engine.js")
	for name, data := range map[string][]byte{"search/queries.json": data, "run.js": []byte(runner)} {
		if err := afero.WriteFile(fsys, name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(node, filepath.Join(dir, "run.js"), engine, filepath.Join(dir, "search")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var found [][]string
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	texts := foldedPages(pages)
	for i, q := range asked {
		if diff := cmp.Diff(truth(pages, texts, q), found[i]); diff != "" {
			t.Errorf("query %q (-truth +found):\n%s", q, diff)
		}
	}
	t.Logf("%d queries over %d pages", len(asked), len(pages))
}

func TestSameBytes(t *testing.T) {
	a, err := Build(seedPages(t))
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Build(seedPages(t))
	if diff := cmp.Diff(a, b); diff != "" {
		t.Error(diff)
	}
	total := 0
	for _, f := range a {
		total += len(f.Data)
		if len(f.Data) > 2*textShard {
			t.Errorf("%s has %d bytes", f.Name, len(f.Data))
		}
	}
	t.Logf("%d files, %d bytes", len(a), total)
}

func TestNoPages(t *testing.T) {
	files, err := Build(nil)
	if err != nil {
		t.Fatal(err)
	}
	want := `zhengceSearch.add("index",{"version":1,"pages":0,"passages":0,"kinds":[],"grams":[],"texts":[],"refs":[],"table":[]});` + "\n"
	if len(files) != 1 || string(files[0].Data) != want {
		t.Errorf("files = %s", files)
	}
}

func TestPassagesAreKeptOnce(t *testing.T) {
	pages := []Page{
		{URL: "a.html", Title: "甲", Kind: "措施", Blocks: []Block{{"x", "同一句话"}, {"y", "同一句话"}, {"", " 　"}}},
		{URL: "b.html", Title: "乙", Kind: "文件", Blocks: []Block{{"z", "同一句话"}, {"", "甲"}}},
	}
	want := []passage{
		{"甲", []ref{{0, 0}, {1, ""}}},
		{"同一句话", []ref{{0, "x"}, {1, "z"}}},
		{"乙", []ref{{1, 0}}},
	}
	if diff := cmp.Diff(want, collect(pages), cmp.AllowUnexported(passage{}, ref{})); diff != "" {
		t.Error(diff)
	}
	_, starts := byKind(append(pages, pages[0]))
	if diff := cmp.Diff([]entry{{0, "措施"}, {2, "文件"}}, starts); diff != "" {
		t.Error(diff)
	}
}

func TestFromHTML(t *testing.T) {
	site := fstest.MapFS{
		"about.html": {Data: []byte(`<html><body><nav>首页</nav><main id="main"><nav>路径</nav><h1>关于</h1><p>第一段<b>粗</b>。</p>
<h2 id="who">给谁用</h2><p>编辑。</p><table><tr><th>甲</th><td>乙</td></tr></table><script>x</script><ul><li>一<p>二</p></li></ul></main></body></html>`)},
		"bare.html": {Data: []byte(`<html><body>no main</body></html>`)},
	}
	got, err := FromHTML(site, "about.html", GuideKind)
	if err != nil {
		t.Fatal(err)
	}
	want := Page{URL: "about.html", Title: "关于", Kind: GuideKind, Blocks: []Block{
		{"", "第一段粗。"}, {"who", "给谁用"}, {"who", "编辑。"}, {"who", "甲 乙"}, {"who", "一"}, {"who", "二"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := FromHTML(site, "bare.html", GuideKind); err == nil {
		t.Error("no error for a page without main")
	}
	if _, err := FromHTML(site, "none.html", GuideKind); err == nil {
		t.Error("no error for a missing page")
	}
}

func BenchmarkBuild(b *testing.B) {
	pages := seedPages(b)
	size := 0
	for _, p := range pages {
		for _, block := range p.Blocks {
			size += len(block.Text)
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, err := Build(pages); err != nil {
			b.Fatal(err)
		}
	}
}
