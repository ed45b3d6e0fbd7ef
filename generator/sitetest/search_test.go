package sitetest

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/chromedp/chromedp"
)

// asked are queries of all classes: agencies, terms, phrases cut across words, several terms,
// numbers, single characters, width variants, document numbers, absent words.
var asked = []string{
	"省发展改革委", "财政厅", "人民政府", "产业集聚区", "发展", "集聚区提", "厅、财政", "革创新发",
	"财政厅 商务厅", "产业　转移", "土地 税收 融资", "2020年", "５０％", "50%", "亿元", "的", "省", "《",
	"PPP", "ppp", "〔2010〕28号", "二○一", "没有这个词", "zzz", "税 没有这个词",
}

func quote(s string) string {
	b, _ := json.Marshal(s)
	return string(b)
}

// folded is the form in which the test looks words up, made apart from the generator's.
func folded(s string) string {
	s = strings.ToLower(norm.NFKC.String(strings.Join(strings.Fields(s), "")))
	return strings.NewReplacer("○", "〇", "零", "〇").Replace(s)
}

// holds reports whether every word of the query stands in one of the texts.
func holds(query string, texts ...string) bool {
	for _, word := range strings.Fields(query) {
		if !slices.ContainsFunc(texts, func(t string) bool { return strings.Contains(t, folded(word)) }) {
			return false
		}
	}
	return true
}

// results waits for the search to end and returns the pages that it shows, without anchors.
func (b *tab) results() []string {
	b.t.Helper()
	b.until(`document.querySelector('[data-result-count]').dataset.resultCount !== ''`)
	b.until(`document.querySelectorAll('[data-result]').length === Number(document.querySelector('[data-result-count]').dataset.resultCount)`)
	var names []string
	for _, link := range eval[[]string](b, `[...document.querySelectorAll('[data-result]')].map(e => e.querySelector('a').href)`) {
		name, ok := strings.CutPrefix(link, b.base)
		if !ok {
			b.t.Errorf("result outside the site: %s", link)
		}
		name, _, _ = strings.Cut(name, "#")
		names = append(names, name)
	}
	return names
}

// TestSearchTruth compares the hits with what stands in the pages.
func TestSearchTruth(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		site := map[string]page{}
		for _, folder := range []string{"documents", "measures", "agencies", "indicators"} {
			for _, p := range pages(t, public(t), folder) {
				p.text, p.title, p.body = folded(p.text), folded(p.title), folded(p.body)
				site[p.name] = p
			}
		}
		for _, q := range asked {
			b.visit("search.html?q=" + url.QueryEscape(q))
			found := b.results()
			papers := []string{}
			measures := []string{}
			for _, name := range found {
				switch {
				case strings.HasPrefix(name, "documents/"):
					papers = append(papers, name)
				case strings.HasPrefix(name, "measures/") && !strings.Contains(name, "/annex-"):
					measures = append(measures, name)
				}
				if p, ok := site[name]; ok && !holds(q, p.text) {
					t.Errorf("%q: hit %s does not hold it", q, name)
				}
			}
			for folder, got := range map[string][]string{"documents/": papers, "measures/": measures} {
				want := []string{}
				for name, p := range site {
					if strings.HasPrefix(name, folder) && !strings.Contains(name, "/annex-") && holds(q, p.title, p.body) {
						want = append(want, name)
					}
				}
				slices.Sort(want)
				slices.Sort(got)
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%q in %s (-stands +found):\n%s", q, folder, diff)
				}
			}
		}
	})
}

// TestSearchByTyping types a query, as one does with an input method too.
func TestSearchByTyping(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html")
		do(b, chromedp.SendKeys(chromedp.CSS("#q"), "财政厅"))
		first := b.results()
		if len(first) == 0 {
			t.Error("nothing found")
		}
		if got := eval[string](b, `new URLSearchParams(location.search).get('q')`); got != "财政厅" {
			t.Errorf("address asks for %q", got)
		}
		if n := eval[int](b, `document.querySelectorAll('[data-result] mark').length`); n == 0 {
			t.Error("nothing is marked")
		}
		// Letters of an input method must not be looked up.
		eval[bool](b, `(() => { const q = document.querySelector('#q'); q.value = '财政厅s';
			return q.dispatchEvent(new InputEvent('input', { isComposing: true })); })()`)
		time.Sleep(400 * time.Millisecond)
		if diff := cmp.Diff(first, b.results()); diff != "" {
			t.Errorf("half a word was looked up:\n%s", diff)
		}
		eval[bool](b, `(() => { const q = document.querySelector('#q'); q.value = '财政厅 商务厅';
			return q.dispatchEvent(new CompositionEvent('compositionend')); })()`)
		b.until(`new URLSearchParams(location.search).get('q') === '财政厅 商务厅'`)
		if second := b.results(); len(second) == 0 || len(second) >= len(first) {
			t.Errorf("%d pages with both words, %d with one", len(second), len(first))
		}
	})
}

// TestSearchFromHeader sends the form of another page, then opens a hit at its sentence.
func TestSearchFromHeader(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		name := pages(t, public(t), "documents")[0].name
		b.visit(name)
		do(b, chromedp.SendKeys(chromedp.CSS(`header input[name="q"]`), "财政厅\r"))
		b.until(`location.pathname.endsWith('/search.html') && document.readyState === 'complete'`)
		if len(b.results()) == 0 {
			t.Fatal("nothing found")
		}
		b.follow(`[data-result] a[href*="#"]`)
		if !eval[bool](b, `document.getElementById(decodeURIComponent(location.hash.slice(1))) !== null`) {
			t.Errorf("%s: no such place", eval[string](b, `location.href`))
		}
	})
}
