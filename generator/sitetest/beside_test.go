package sitetest

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
)

// askOurs and askPagefind are functions of a page: each asks for a query, reads what is shown of the
// first ten pages, and returns when it had them and the addresses of all pages.
const (
	askOurs = `async (q) => {
	const asked = performance.now();
	window.searchIndex = window.searchIndex || new zhengceSearchEngine.SearchIndex(zhengceSearch.load);
	const search = await new zhengceSearchQuery.Search(searchIndex, q).run();
	const results = new zhengceSearchResult.Results(search, 'doc');
	const all = results.all();
	await zhengceSearchList.items(search, all.slice(0, 10));
	const took = performance.now() - asked;
	const records = await searchIndex.records(all.map((r) => r.page));
	return { took, urls: all.map((r) => records.get(r.page).url) };
}`
	askPagefind = `async (q) => {
	const asked = performance.now();
	window.pagefind = window.pagefind || await import(new URL('/pagefind/pagefind.js', location.href));
	const { results } = await window.pagefind.search(q);
	await Promise.all(results.slice(0, 10).map((r) => r.data()));
	const took = performance.now() - asked;
	window.addresses = window.addresses || new Map();
	const urls = [];
	for (const r of results) {
		if (!window.addresses.has(r.id)) window.addresses.set(r.id, (await r.data()).raw_url.replace(/^\//, ''));
		urls.push(window.addresses.get(r.id));
	}
	return { took, urls };
}`
)

// An answer is what an engine says to a query.
type answer struct {
	Took float64
	URLs []string `json:"urls"`
}

// TestBeside asks two engines the same queries about the pages in the folder that ZHENGCE_BESIDE
// names: ours, and Pagefind's, whose index stands there in pagefind/.
func TestBeside(t *testing.T) {
	dir := os.Getenv("ZHENGCE_BESIDE")
	if dir == "" {
		t.Skip("ZHENGCE_BESIDE does not name a folder of pages to compare engines on")
	}
	chromium(t)
	data, err := os.ReadFile(filepath.Join(dir, "hits.json"))
	if err != nil {
		t.Fatal(err)
	}
	var hits map[string][]string
	if err := json.Unmarshal(data, &hits); err != nil {
		t.Fatal(err)
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
		"ours":     {server.URL + "/", "search.html", askOurs, sent},
		"pagefind": {server.URL + "/", "documents/paper-00000.html", askPagefind, sent},
	} {
		t.Run(name, func(t *testing.T) { compare(t, e, hits) })
	}
}

// An engine is asked by a function in a page of the site at base.
type engine struct {
	base, page, ask string
	sent            *traffic
}

// open opens the page from which the engine is asked.
func (e engine) open(t *testing.T) *tab {
	b := open(t, e.base)
	b.visit(e.page)
	b.until(`document.readyState === 'complete'`)
	return b
}

func (e engine) answer(b *tab, q string) answer {
	eval[bool](b, `(() => { window.answer = null; (`+e.ask+`)(`+quote(q)+`).then((a) => { window.answer = a; }); return true; })()`)
	b.until(`window.answer !== null`)
	return do(b, chromedp.Evaluate[answer](`window.answer`))
}

func compare(t *testing.T, e engine, hits map[string][]string) {
	queries := slices.Sorted(maps.Keys(hits))
	var bytes []int
	var first, later []float64
	for i, q := range queries {
		if i%6 > 0 {
			continue
		}
		t.Run(q, func(t *testing.T) {
			e.sent.take()
			b := e.open(t)
			first = append(first, e.answer(b, q).Took)
			n, _ := e.sent.take()
			bytes = append(bytes, n/1000)
		})
	}
	t.Run("all", func(t *testing.T) {
		b := e.open(t)
		found, good, held, complete := 0, 0, 0, 0
		for _, q := range queries {
			a := e.answer(b, q)
			later = append(later, a.Took)
			here := 0
			for _, url := range a.URLs {
				if slices.Contains(hits[q], url) {
					here++
				}
			}
			found += len(a.URLs)
			good += here
			held += len(hits[q])
			if here == len(hits[q]) {
				complete++
			}
		}
		slices.Sort(bytes)
		slices.Sort(first)
		slices.Sort(later)
		t.Logf("| recall %.3f | precision %.3f | complete %d/%d | false %d | first %d kB (most %d), %.0f ms | later %.0f ms |", float64(good)/float64(held),
			float64(good)/float64(found), complete, len(queries), found-good, bytes[len(bytes)/2], bytes[len(bytes)-1], first[len(first)/2], later[len(later)/2])
	})
}
