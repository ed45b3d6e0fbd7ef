package sitetest

import (
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"
)

// strict is what a careful server lets pages do: nothing within them runs or styles, and nothing
// comes from elsewhere.
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; form-action 'self'; base-uri 'none'"

// TestStrictServer visits the pages of each kind on a strict server: the browser may complain of
// nothing, and the scripts do their work.
func TestStrictServer(t *testing.T) {
	chromium(t)
	dir := public(t)
	files := http.FileServer(http.Dir(dir))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", strict)
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := open(t, server.URL+"/")
	for _, name := range kinds(t, dir) {
		b.visit(name)
		b.until(`document.readyState === 'complete'`)
		b.mu.Lock()
		for _, f := range b.faults {
			t.Errorf("%s: %s", name, f)
		}
		b.faults = nil
		b.mu.Unlock()
	}
	b.visit("search.html?q=" + url.QueryEscape("财政厅"))
	b.until(`document.querySelector('[data-result]') !== null`)
	b.visit("compare/pair.html?a=henan-2011-fengong&b=neimenggu-2011-fengong")
	b.until(`document.querySelector('[data-pair] tbody tr') !== null`)
	b.visit(longest(t).name)
	b.until(`document.querySelector('.tool') !== null && document.querySelector('.modes button') !== null`)
	if data := eval[string](b, `document.querySelector('script[type="application/ld+json"]').textContent`); data == "" {
		t.Error("no data for search engines")
	}
}
