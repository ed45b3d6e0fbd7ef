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

// TestBits holds the bytes that static/js/search.test.js reads.
func TestBits(t *testing.T) {
	w := &bitWriter{}
	w.put(0, 3)
	w.gamma(2)
	w.below(3, 5)
	w.golomb(5, 2)
	w.put(10, 4)
	if diff := cmp.Diff([]byte{0xd0, 0x94, 0x02}, w.end()); diff != "" {
		t.Error(diff)
	}
}

func TestPostings(t *testing.T) {
	var p posting
	for _, n := range []int{5, 5, 38, 39} {
		p.add(n)
	}
	if got := p.text(); got != "FgBA" {
		t.Errorf("code = %s, want FgBA", got)
	}
	if diff := cmp.Diff([]int32{5, 38, 39}, p.numbers()); diff != "" {
		t.Error(diff)
	}
}

// seedPages makes pages of the seeds: one for each paper with, as measures would be, one for each line.
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
		paper := Page{URL: "documents/" + id + ".html", Title: id, Kind: DocumentKind, Short: id, Region: "河南省", Date: "2015-07-20"}
		for i, line := range strings.Split(string(text), "\n") {
			if strings.TrimSpace(line) == "" {
				continue
			}
			part := Part{Anchor: fmt.Sprintf("m%d", i), Texts: []string{line}}
			if i%3 > 0 {
				part.URL, part.Title, part.Kind = fmt.Sprintf("measures/%s/%d.html", id, i), part.Anchor, MeasureKind
			}
			part.Apart = i%3 == 2
			paper.Parts = append(paper.Parts, part)
		}
		pages = append(pages, paper)
	}
	return pages
}

// folded returns the pages with their texts as they are matched.
func folded(pages []Page) []Page {
	all := slices.Clone(pages)
	for i, p := range all {
		all[i].Title = fold(p.Title)
		all[i].Parts = slices.Clone(p.Parts)
		for j, part := range p.Parts {
			all[i].Parts[j].Texts = []string{fold(part.Texts[0])}
		}
	}
	return all
}

// truth returns the folded pages that a plain look-up finds: all terms in one clause.
func truth(pages []Page, terms ...string) []string {
	hits := []string{}
	holds := func(text string) bool {
		for _, term := range terms {
			if !strings.Contains(text, term) {
				return false
			}
		}
		return true
	}
	for _, p := range pages {
		on := holds(p.Title)
		for _, part := range p.Parts {
			hit := holds(part.Texts[0])
			if hit && part.URL != "" {
				hits = append(hits, part.URL)
			}
			on = on || hit && !part.Apart
		}
		if on {
			hits = append(hits, p.URL)
		}
	}
	slices.Sort(hits)
	return hits
}

// queries returns words of all classes and stretches cut anywhere out of the papers.
func queries(pages []Page) []string {
	all := []string{"省发展改革委", "财政厅", "发展", "的", "、", "（", "2020", "85%", "85％", "７万亿元", "人民政府 财政", "改革　创新",
		"二○一五", "互联网", "pPp", "〔2015〕42号", "没有的词语", "zzz", "量子", "。", "henan-2011", "m1", "𠮷"}
	n := 0
	for _, p := range pages {
		for _, part := range p.Parts {
			text := []rune(part.Texts[0])
			for at := n % 7; at < len(text); at += 997 {
				n++
				length := 1 + n%9
				if n%8 == 0 {
					length += 30
				}
				if q := string(text[at:min(len(text), at+length)]); strings.TrimSpace(q) != "" && !strings.Contains(q, "\"") {
					all = append(all, `"`+q+`"`)
				}
			}
		}
	}
	return all
}

// engine loads the search engine of the site in Node, on the index in a folder.
const engine = `
const fs = require("node:fs");
const zlib = require("node:zlib");
const { SearchIndex } = require(process.argv[2] + "/search-engine.js");
const { Search } = require(process.argv[2] + "/search-query.js");
const { Results } = require(process.argv[2] + "/search-result.js");
const dir = process.argv[3];
const data = new Map();
let before = Buffer.alloc(0);
let dictionary = 0;
const unpack = (v, name) => {
  if (name === "index") {
    const text = zlib.inflateSync(Buffer.from(v.dictionary, "base64"));
    const n = dictionary = text.length;
    if (n) before = Buffer.from([0x78, 0x9c, 0, n & 255, n >> 8, ~n & 255, (~n >> 8) & 255, ...text]);
  }
  if (typeof v !== "string") return v;
  const bytes = Buffer.alloc(Math.floor((v.length - 1) * 15 / 8) - v[0]);
  for (let i = 1, at = 0, last = 0, n = 0; i < v.length; i++) {
    last |= (v.charCodeAt(i) - 0x3000) << n;
    for (n += 15; n >= 8; n -= 8, last >>= 8) bytes[at++] = last;
  }
  const after = name.startsWith("texts");
  const all = zlib.inflateSync(after ? Buffer.concat([before, bytes]) : bytes).subarray(after ? dictionary : 0);
  return /^(pairs|grams|wide)/.test(name) ? new Uint8Array(all) : JSON.parse(all);
};
globalThis.zhengceSearch = { add: (name, value) => data.set(name, unpack(value, name)) };
const load = async (name) => {
  const key = name.split("/").slice(-2).join("/");
  if (!data.has(key)) (0, eval)(fs.readFileSync(dir + "/" + name + ".js", name === "index" ? "utf8" : "utf16le").replace("\uFEFF", ""));
  return data.get(key);
};
`

const runner = engine + `(async () => {
  const index = new SearchIndex(load);
  const hits = [];
  for (const q of JSON.parse(fs.readFileSync(dir + "/queries.json", "utf8"))) {
    const results = new Results(await new Search(index, q).run()).all();
    const records = await index.records(results.map((r) => r.page));
    const url = (r) => r.clause < 0 ? records.get(r.page).url : records.get(r.page).clauses[r.clause - index.first[r.page]][2];
    hits.push(results.map(url).sort());
  }
  console.log(JSON.stringify(hits));
})();
`

// TestTruth runs the search engine of the site on the index of the seeds: it must find exactly
// the pages in which the words stand, also where many strings are wide.
func TestTruth(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed: the engine is tested in sitetest only")
	}
	pages := seedPages(t)
	asked := queries(pages)
	texts := folded(pages)
	for name, w := range map[string]width{"nothing listed": wide, "few wide": {chunks: 5, places: 64, sentences: 12}, "many wide": {chunks: 2, places: 6, sentences: 3}} {
		t.Run(name, func(t *testing.T) {
			files, err := build(pages, "", w)
			if err != nil {
				t.Fatal(err)
			}
			found := ask(t, node, files, asked)
			for i, q := range asked {
				terms := strings.Fields(q)
				if strings.HasPrefix(q, `"`) {
					terms = []string{q[1 : len(q)-1]}
				}
				for i := range terms {
					terms[i] = fold(terms[i])
				}
				if diff := cmp.Diff(truth(texts, terms...), found[i]); diff != "" {
					t.Errorf("query %q (-truth +found):\n%s", q, diff)
				}
			}
		})
	}
	t.Logf("%d queries over %d pages", len(asked), len(pages))
}

// ask returns the addresses that the engine finds for each query.
func ask(t *testing.T, node string, files []File, queries []string) (found [][]string) {
	t.Helper()
	run(t, node, runner, files, queries, &found)
	return found
}

// run runs a script on an index and queries, and reads what it prints.
func run(t *testing.T, node, script string, files []File, queries []string, out any) {
	t.Helper()
	dir := t.TempDir()
	data, _ := json.Marshal(queries)
	scripts, _ := filepath.Abs("../../static/js")
	files = append(slices.Clone(files), File{"queries.json", data}, File{"run.js", []byte(script)})
	if err := write(afero.NewBasePathFs(afero.NewOsFs(), dir), files); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(node, filepath.Join(dir, "search", "run.js"), scripts, filepath.Join(dir, "search"))
	cmd.Stderr = os.Stderr
	said, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	if err := json.Unmarshal(said, out); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
}

func TestSameBytes(t *testing.T) {
	a, err := Build(seedPages(t), "")
	if err != nil {
		t.Fatal(err)
	}
	b, _ := Build(seedPages(t), "")
	if diff := cmp.Diff(a, b); diff != "" {
		t.Error(diff)
	}
	total := 0
	for _, f := range a {
		total += len(f.Data)
		if len(f.Data) > 2*chunkSize {
			t.Errorf("%s has %d bytes", f.Name, len(f.Data))
		}
	}
	t.Logf("%d files, %d bytes", len(a), total)
}

func TestNoPages(t *testing.T) {
	files, err := Build(nil, "")
	if err != nil {
		t.Fatal(err)
	}
	if files[len(files)-1].Name != "index.js" {
		t.Errorf("files = %s", files)
	}
}

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"。", []string{"。"}},
		{"一是。二是！“三”；四", []string{"一是。", "二是！", "“三”；", "四"}},
		{"a;b?c", []string{"a;", "b?", "c"}},
	} {
		if diff := cmp.Diff(tt.want, split(tt.text)); diff != "" {
			t.Errorf("split(%q): %s", tt.text, diff)
		}
	}
}

func TestSentencesAreKeptOnce(t *testing.T) {
	x := &index{number: map[string]int{}}
	x.addPage(&Page{Title: "甲", Head: []string{"一号"}, Parts: []Part{
		{URL: "b.html", Texts: []string{"同一句。同一句。", "甲"}}, {Texts: []string{"甲"}}}})
	if diff := cmp.Diff([][]int{{0, -1, 1}, {0}, {2, 2, -1, 0}}, x.clauses); diff != "" {
		t.Error(diff)
	}
	next := 0
	for c, want := range []string{"BAB", "C", "BGAC"} {
		if got := x.sequence(x.clauses[c], 0, &next); got != want {
			t.Errorf("sequence %d = %s, want %s", c, got, want)
		}
	}
	s := sentence{chunk: 0, later: 5}
	for _, clause := range []int{6, 9, 9, 42} {
		s.note(clause, min(1, clause-6), clause == 9)
	}
	if got := string(s.refs); got != "JiC" || s.places != 4 {
		t.Errorf("places %s, %d in all", got, s.places)
	}
}

func TestInitials(t *testing.T) {
	for text, want := range map[string]string{"财政厅": "czt", "豫政〔2015〕42号": "yz201542h", "": ""} {
		if got := initials(text); got != want {
			t.Errorf("initials(%s) = %s, want %s", text, got, want)
		}
	}
	if got := spelling("财政厅"); got != "caizhengting" {
		t.Errorf("spelling(财政厅) = %s", got)
	}
}

// TestShards checks how values are found again: by the first character in which a shard's first
// key differs from the key before it, or by the number of values.
func TestShards(t *testing.T) {
	s := &sharder{sort: "x", limit: 12}
	for _, key := range []string{"发展", "发展改革", "发展改革委", "改", "改革"} {
		s.addKey(key, key)
	}
	s.flush()
	if diff := cmp.Diff([]string{"发", "发展改", "发展改革委", "改", "改革"}, s.begins); diff != "" {
		t.Error(diff)
	}
	n := &sharder{sort: "x", limit: 12}
	for range 5 {
		n.add("ab")
	}
	n.flush()
	if got := string(n.counts); got != "CCB" {
		t.Errorf("counts = %s, want CCB", got)
	}
	if n.files[1].Name != "x/1.js" {
		t.Errorf("file %s", n.files[1].Name)
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
	want := Page{URL: "about.html", Title: "关于", Kind: GuideKind}
	for _, text := range []string{"第一段粗。", "给谁用", "编辑。", "甲 乙", "一", "二"} {
		part := Part{Anchor: "who", Texts: []string{text}}
		if text == "第一段粗。" {
			part.Anchor = ""
		}
		want.Parts = append(want.Parts, part)
	}
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
		for _, part := range p.Parts {
			size += len(part.Texts[0])
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, err := Build(pages, ""); err != nil {
			b.Fatal(err)
		}
	}
}
