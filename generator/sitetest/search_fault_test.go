package sitetest

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestSearchFaults damages files of the index. Within some seconds the page says which; once they are whole
// again, asking again finds all, without reload.
func TestSearchFaults(t *testing.T) {
	chromium(t)
	site := t.TempDir()
	if err := os.CopyFS(site, os.DirFS(public(t))); err != nil {
		t.Fatal(err)
	}
	shards, err := filepath.Glob(filepath.Join(site, "search", "*", "*", "*.js"))
	if err != nil || len(shards) == 0 {
		t.Fatalf("no index: %v", err)
	}
	whole := map[string][]byte{}
	for _, name := range shards {
		if whole[name], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	files := http.FileServer(http.Dir(site))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cache-Control", "no-store") // what the browser kept of a broken file is another matter
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	for _, base := range []string{server.URL + "/", "file://" + site + "/"} {
		for fault, damage := range map[string]func(name string, data []byte) error{
			"missing":   func(name string, _ []byte) error { return os.Remove(name) },
			"cut off":   func(name string, data []byte) error { return os.WriteFile(name, data[:len(data)/2], 0o666) },
			"empty":     func(name string, _ []byte) error { return os.WriteFile(name, nil, 0o666) },
			"corrupted": corrupt,
		} {
			t.Run(base[:4]+" "+fault, func(t *testing.T) {
				b := open(t, base)
				for _, sort := range []string{"texts", "records"} {
					b.survives(t, sort, shards, whole, damage)
				}
				b.reopens(t, shards, whole, damage)
				b.forgive() // the browser's own messages on files that are missing or no scripts
			})
		}
	}
}

// corrupt changes a byte in the middle of the data.
func corrupt(name string, data []byte) error {
	some := append([]byte{}, data...)
	for i := len(some) / 2; i < len(some)/2+8 && i < len(some); i++ {
		some[i] = '!'
	}
	return os.WriteFile(name, some, 0o666)
}

// survives damages all files of one sort, asks, mends them, and asks again.
func (b *tab) survives(t *testing.T, sort string, shards []string, whole map[string][]byte, damage func(string, []byte) error) {
	t.Helper()
	const patience = 8 * time.Second // five of the page's own, and what a busy machine takes
	var damaged []string
	for _, name := range shards {
		if filepath.Base(filepath.Dir(name)) == sort {
			damaged = append(damaged, name)
			if err := damage(name, whole[name]); err != nil {
				t.Fatal(err)
			}
		}
	}
	start := time.Now()
	b.visit("search.html?q=" + url.QueryEscape("郑州海关")) // which is in few sentences, so that all sorts are read
	b.until(`document.querySelector('.search-failed') !== null`)
	if took := time.Since(start); took > patience {
		t.Logf("%s: told after %v", sort, took)
	}
	if said := eval[string](b, `document.querySelector('.search-failed').textContent`); !strings.Contains(said, sort+"/") {
		t.Errorf("%s: %s", sort, said)
	}
	for _, name := range damaged {
		if err := os.WriteFile(name, whole[name], 0o666); err != nil {
			t.Fatal(err)
		}
	}
	eval[bool](b, `(document.querySelector('.search-failed button').click(), true)`)
	b.until(`document.querySelector('.search-failed') === null && document.querySelectorAll('[data-result]').length > 0`)
}

// reopens damages what every question needs, asks, mends it, and asks again in the same page.
func (b *tab) reopens(t *testing.T, shards []string, whole map[string][]byte, damage func(string, []byte) error) {
	t.Helper()
	for _, name := range shards {
		if filepath.Base(filepath.Dir(name)) != "columns" {
			continue
		}
		if err := damage(name, whole[name]); err != nil {
			t.Fatal(err)
		}
		b.visit("search.html?q=" + url.QueryEscape("郑州海关"))
		b.until(`document.querySelector('.list-count').textContent.includes('读不到')`)
		if err := os.WriteFile(name, whole[name], 0o666); err != nil {
			t.Fatal(err)
		}
		eval[bool](b, `(document.querySelector('#q').form.requestSubmit(), true)`)
		b.until(`document.querySelectorAll('[data-result]').length > 0`)
	}
}

// TestSearchQuestions asks as people type; the clause that answers is among the first.
func TestSearchQuestions(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html")
		for q, want := range map[string]string{
			"产业集聚区标准厂房谁负责": "标准",
			"豫政2015 42":    "豫政〔2015〕42号",
			"承接产业转异":       "转移",
		} {
			b.ask(q)
			b.until(`document.querySelector('[data-result]') !== null`)
			if got := eval[string](b, `[...document.querySelectorAll('[data-result]')].slice(0, 5).map((e) => e.textContent).join(' ')`); !strings.Contains(got, want) {
				t.Errorf("%s: %s", q, got)
			}
			if n := eval[int](b, `Number(document.querySelector('[data-result-count]').dataset.resultCount)`); n != eval[int](b, `document.querySelectorAll('[data-result]:not([data-looser] *)').length`) {
				t.Errorf("%s: counted %d", q, n)
			}
		}
		b.ask("龘靐齉爩")
		if n := eval[int](b, `document.querySelectorAll('[data-result]').length`); n != 0 {
			t.Errorf("%d results for what stands nowhere", n)
		}
	})
}

// TestSearchFirst holds that the first result stands in the first screen of a telephone.
func TestSearchFirst(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.size(view{width: 390, height: 800})
		for _, q := range []string{"财政厅", "财政厅 商务厅", "标准厂房谁负责"} {
			b.visit("search.html?q=" + url.QueryEscape(q))
			b.until(`document.querySelector('[data-result]') !== null && document.querySelector('[data-result-count]').dataset.resultCount > ''`)
			if y := eval[float64](b, `document.querySelector('[data-result]').getBoundingClientRect().top + scrollY`); y > 400 {
				t.Errorf("%s: the first result stands at %.0f px", q, y)
			}
		}
	})
}
