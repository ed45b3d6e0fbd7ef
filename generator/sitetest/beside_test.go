package sitetest

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// What an engine loads before a query, and how it is asked for one, as functions of a page. A query
// reads what is shown of the first ten pages, and returns how long that took and all pages by
// the engine's names for them.
const (
	startOurs = `async () => {
	window.searchIndex = new zhengceSearchEngine.SearchIndex(zhengceSearch.load);
	await searchIndex.open();
}`
	askOurs = `async (q) => {
	const asked = performance.now();
	const search = await new zhengceSearchQuery.Search(searchIndex, q).run();
	const results = new zhengceSearchResult.Results(search, 'doc');
	await zhengceSearchList.describe(searchIndex, Array.from(results.of('文件', 10).subarray(0, 10), (id) => results.result('文件', id)));
	const took = performance.now() - asked;
	return { took, urls: results.all().map((r) => String(r.page)) };
}`
	startPagefind = `async () => {
	window.pagefind = await import(new URL('/pagefind/pagefind.js', location.href));
	await pagefind.init();
}`
	askPagefind = `async (q) => {
	const asked = performance.now();
	const { results } = await window.pagefind.search(q);
	await Promise.all(results.slice(0, 10).map((r) => r.data()));
	const took = performance.now() - asked;
	const urls = results.map((r) => r.id);
	return { took, urls };
}`
)

// An answer is what an engine says to a query.
type answer struct {
	Took   float64
	URLs   []string `json:"urls"`
	Failed string
}

// TestBeside asks two engines the same queries about the pages in the folder that ZHENGCE_BESIDE
// names: ours, and Pagefind's, whose index stands there in pagefind/.
func TestBeside(t *testing.T) {
	dir := os.Getenv("ZHENGCE_BESIDE")
	if dir == "" {
		t.Skip("ZHENGCE_BESIDE does not name a folder of pages to compare engines on")
	}
	chromium(t)
	var hits map[string][]string
	readJSON(t, filepath.Join(dir, "hits.json"), &hits)
	var order []string
	readJSON(t, filepath.Join(dir, "pages.json"), &order)
	numbers := map[string]string{}
	for i, url := range order {
		numbers[strconv.Itoa(i)] = url
	}
	site := largeSite(t, dir)
	if err := os.Symlink(filepath.Join(dir, "pagefind"), filepath.Join(site, "pagefind")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "documents"), filepath.Join(site, "documents")); err != nil {
		t.Fatal(err)
	}
	sent := &traffic{bytes: map[string]int{}}
	server := httptest.NewServer(zip(http.FileServer(http.Dir(site)), sent))
	t.Cleanup(server.Close)
	compare(t, []*engine{
		{name: "ours", base: server.URL + "/", page: "search.html", start: startOurs, ask: askOurs, names: numbers},
		{name: "Pagefind", base: server.URL + "/", page: "documents/paper-00000.html", start: startPagefind, ask: askPagefind, names: fragments(t, dir)},
	}, sent, hits)
}

func readJSON(t *testing.T, name string, v any) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err == nil {
		err = json.Unmarshal(data, v)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// An engine is asked by a function in a page of the site at base. It keeps what its answers were like.
type engine struct {
	name, base, page, start, ask string
	names                        map[string]string // the addresses of pages by what it calls them

	found, good, complete int
	first, later          []float64 // ms
	sizes                 []int     // kB of the first queries
}

// open opens the page from which the engine is asked, and has it load what it needs before any query.
func (e *engine) open(t *testing.T) *tab {
	b := open(t, e.base)
	b.visit(e.page)
	b.until(`document.readyState === 'complete'`)
	eval[bool](b, `(() => { (`+e.start+`)().then(() => { window.started = true; }); return true; })()`)
	b.until(`window.started`)
	return b
}

func (e *engine) answer(b *tab, q string) answer {
	eval[bool](b, `(() => { window.answer = null; (`+e.ask+`)(`+quote(q)+`).then((a) => { window.answer = a; }, (e) => { window.answer = { failed: String(e) }; }); return true; })()`)
	b.until(`window.answer !== null`)
	a := do(b, chromedp.Evaluate[answer](`window.answer`))
	if a.Failed != "" {
		b.t.Errorf("%s: %q: %s", e.name, q, a.Failed)
	}
	return a
}

// note counts the pages of an answer that hold what was asked for.
func (e *engine) note(a answer, hits []string) {
	good := 0
	for _, url := range a.URLs {
		if slices.Contains(hits, e.names[url]) {
			good++
		}
	}
	e.found, e.good = e.found+len(a.URLs), e.good+good
	if good == len(hits) {
		e.complete++
	}
}

// inOneTab is how many queries are asked one after another in a tab.
const inOneTab = 8

// compare asks all queries, each of both engines in turn, so that what else the machine does
// falls on both. The first query in each tab is the one that has everything to load.
func compare(t *testing.T, engines []*engine, sent *traffic, hits map[string][]string) {
	queries := slices.Sorted(maps.Keys(hits))
	all := 0
	for some := range slices.Chunk(queries, inOneTab) {
		t.Run(some[0], func(t *testing.T) {
			tabs := map[*engine]*tab{}
			for i, q := range some {
				all += len(hits[q])
				slices.Reverse(engines)
				for _, e := range engines {
					if i == 0 {
						sent.take()
						tabs[e] = e.open(t)
					}
					a := e.answer(tabs[e], q)
					e.note(a, hits[q])
					if i > 0 {
						e.later = append(e.later, a.Took)
						continue
					}
					n, _, _ := sent.take()
					e.first, e.sizes = append(e.first, a.Took), append(e.sizes, n/1000)
				}
			}
		})
	}
	for _, e := range engines {
		slices.Sort(e.sizes)
		slices.Sort(e.first)
		slices.Sort(e.later)
		t.Logf("| %s | recall %.3f | precision %.3f | complete %d/%d | false %d | first %d kB (most %d), %.0f ms | later %.0f ms |", e.name,
			float64(e.good)/float64(all), float64(e.good)/float64(e.found), e.complete, len(queries), e.found-e.good,
			e.sizes[len(e.sizes)/2], e.sizes[len(e.sizes)-1], e.first[len(e.first)/2], e.later[len(e.later)/2])
	}
}

// fragments returns the addresses of the pages of Pagefind's index, by the names that it gives them.
func fragments(t *testing.T, dir string) map[string]string {
	names, err := filepath.Glob(filepath.Join(dir, "pagefind", "fragment", "*.pf_fragment"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no index of Pagefind in %s", dir)
	}
	all := map[string]string{}
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(z)
		f.Close()
		var page struct{ URL string }
		if err == nil {
			err = json.Unmarshal(data[bytes.IndexByte(data, '{'):], &page)
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[strings.TrimSuffix(filepath.Base(name), ".pf_fragment")] = strings.TrimPrefix(page.URL, "/")
	}
	return all
}
