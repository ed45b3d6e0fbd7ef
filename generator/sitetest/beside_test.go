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

// askOurs and askPagefind are functions of a page: each asks for a query, reads what is shown of the
// first ten pages, and returns how long that took and all pages by the engine's names for them.
const (
	askOurs = `async (q) => {
	const asked = performance.now();
	window.searchIndex = window.searchIndex || new zhengceSearchEngine.SearchIndex(zhengceSearch.load);
	const search = await new zhengceSearchQuery.Search(searchIndex, q).run();
	const results = new zhengceSearchResult.Results(search, 'doc');
	const all = results.all();
	await zhengceSearchList.items(search, all.slice(0, 10));
	const took = performance.now() - asked;
	return { took, urls: all.map((r) => String(r.page)) };
}`
	askPagefind = `async (q) => {
	const asked = performance.now();
	window.pagefind = window.pagefind || await import(new URL('/pagefind/pagefind.js', location.href));
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
	for name, e := range map[string]engine{
		"ours":     {server.URL + "/", "search.html", askOurs, sent, numbers},
		"pagefind": {server.URL + "/", "documents/paper-00000.html", askPagefind, sent, fragments(t, dir)},
	} {
		t.Run(name, func(t *testing.T) { compare(t, e, hits) })
	}
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

// An engine is asked by a function in a page of the site at base.
type engine struct {
	base, page, ask string
	sent            *traffic
	names           map[string]string // the addresses of pages by what it calls them
}

// open opens the page from which the engine is asked.
func (e engine) open(t *testing.T) *tab {
	b := open(t, e.base)
	b.visit(e.page)
	b.until(`document.readyState === 'complete'`)
	return b
}

func (e engine) answer(b *tab, q string) answer {
	eval[bool](b, `(() => { window.answer = null; (`+e.ask+`)(`+quote(q)+`).then((a) => { window.answer = a; }, (e) => { window.answer = { failed: String(e) }; }); return true; })()`)
	b.until(`window.answer !== null`)
	a := do(b, chromedp.Evaluate[answer](`window.answer`))
	if a.Failed != "" {
		b.t.Errorf("%q: %s", q, a.Failed)
	}
	return a
}

// inOneTab is how many queries are asked one after another in a tab.
const inOneTab = 8

// compare asks all queries, the first in each tab being the one that has everything to load.
func compare(t *testing.T, e engine, hits map[string][]string) {
	queries := slices.Sorted(maps.Keys(hits))
	var sizes []int
	var first, later []float64
	found, good, all, complete := 0, 0, 0, 0
	for some := range slices.Chunk(queries, inOneTab) {
		t.Run(some[0], func(t *testing.T) {
			e.sent.take()
			b := e.open(t)
			for i, q := range some {
				a := e.answer(b, q)
				if i == 0 {
					first = append(first, a.Took)
					n, _ := e.sent.take()
					sizes = append(sizes, n/1000)
				} else {
					later = append(later, a.Took)
				}
				here := 0
				for _, url := range a.URLs {
					if slices.Contains(hits[q], e.names[url]) {
						here++
					}
				}
				found, good, all = found+len(a.URLs), good+here, all+len(hits[q])
				if here == len(hits[q]) {
					complete++
				}
			}
		})
	}
	slices.Sort(sizes)
	slices.Sort(first)
	slices.Sort(later)
	t.Logf("| recall %.3f | precision %.3f | complete %d/%d | false %d | first %d kB (most %d), %.0f ms | later %.0f ms |", float64(good)/float64(all),
		float64(good)/float64(found), complete, len(queries), found-good, sizes[len(sizes)/2], sizes[len(sizes)-1], first[len(first)/2], later[len(later)/2])
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
