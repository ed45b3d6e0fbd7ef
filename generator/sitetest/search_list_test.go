package sitetest

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// shownResults are the titles of the results that stand on the page of the list as cards.
const shownResults = `[...document.querySelectorAll('[data-results] > .list-items [data-result] .list-title')].map(e => e.textContent)`

// TestSearchList: the list of results keeps what is chosen, its order and page in the address; reload and Back bring
// it back. What is chosen can be taken away one by one.
func TestSearchList(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		for _, width := range []int64{390, 1440} {
			b.size(view{width: width, height: 900})
			b.visit("search.html?q=" + url.QueryEscape("产业"))
			all := b.results()
			first := eval[[]string](b, shownResults)
			if len(first) != 10 || len(all) <= 20 {
				t.Fatalf("%d of %d results stand on the first page", len(first), len(all))
			}
			value := b.choose("kind")
			b.until(`new URLSearchParams(location.search).get('f.kind') === ` + quote(value))
			some := b.results()
			shown := eval[[]string](b, shownResults)
			eval[bool](b, `(document.querySelector('dialog[open]')?.close(), true)`)
			for _, order := range []string{"-date", "date"} {
				eval[bool](b, `(s => { s.value = '`+order+`'; return s.dispatchEvent(new Event('change')); })(document.querySelector('.list-order select'))`)
				b.until(`new URLSearchParams(location.search).get('sort') === '` + order + `'`)
				ordered := b.results()
				if !slices.Equal(sorted(ordered), sorted(some)) {
					t.Errorf("ordered by %s: %d results, not %d", order, len(ordered), len(some))
				}
			}
			if len(some) > 10 {
				eval[bool](b, `(document.querySelector('.list-pages a[aria-label="第 2 页"]').click(), true)`)
				b.until(`new URLSearchParams(location.search).get('page') === '2'`)
				b.results()
				second := eval[[]string](b, shownResults)
				eval[bool](b, `(window.old = true, setTimeout(() => location.reload()), true)`)
				b.until(`window.old === undefined`)
				b.results()
				if diff := cmp.Diff(second, eval[[]string](b, shownResults)); diff != "" {
					t.Errorf("reloaded: %s", diff)
				}
				eval[bool](b, `(history.back(), true)`)
				b.until(`!new URLSearchParams(location.search).has('page')`)
			}
			eval[bool](b, `(history.go(-2), true)`)
			b.until(`!new URLSearchParams(location.search).has('sort')`)
			if diff := cmp.Diff(some, b.results()); diff != "" {
				t.Errorf("after Back: %s", diff)
			}
			if diff := cmp.Diff(shown, eval[[]string](b, shownResults)); diff != "" {
				t.Errorf("after Back: %s", diff)
			}
			eval[bool](b, `(document.querySelector('.list-chip').click(), true)`)
			b.until(`!location.search.includes('f.kind')`)
			if diff := cmp.Diff(all, b.results()); diff != "" {
				t.Errorf("without what was chosen: %s", diff)
			}
		}
	})
}

func sorted(list []string) []string { return slices.Sorted(slices.Values(list)) }

// TestSearchFields chooses by each field; what is found has the value that was chosen, and no filter offers what is no
// value.
func TestSearchFields(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		for _, field := range []string{"kind", "state", "year", "region", "issuer", "type", "code", "agency", "role", "target", "set"} {
			b.visit("search.html?q=" + url.QueryEscape("产业"))
			all := len(b.results())
			value := b.choose(field)
			b.until(`new URLSearchParams(location.search).has('f.` + field + `')`)
			said := eval[string](b, `document.querySelector('[data-facet="`+field+`"] input:checked').closest('label').querySelector('.list-n').textContent`)
			if n := len(b.results()); n == 0 || n > all || said != strconv.Itoa(n) {
				t.Errorf("%s %s: %d of %d results, the filter says %s", field, value, n, all, said)
			}
			for _, v := range eval[[]string](b, `[...document.querySelectorAll('[data-facet="`+field+`"] input[type=checkbox]')].map(e => e.value)`) {
				if v != strings.TrimSpace(v) || v == "" || v == "undefined" || len([]rune(v)) > 30 {
					t.Errorf("%s offers %q", field, v)
				}
			}
		}
		b.visit("search.html?q=" + url.QueryEscape("产业") + "&f.date=2012-01-01..2015-12-31&f.kind=" + url.QueryEscape("文件"))
		for _, name := range b.results() {
			if !strings.Contains(name, "2012") && !strings.Contains(name, "2015") {
				t.Errorf("%s is not of 2012 to 2015", name)
			}
		}
		b.visit("search.html?q=" + url.QueryEscape("建成") + "&f.due=2020-01-01..2020-12-31")
		if b.results(); eval[int](b, `document.querySelectorAll('[data-results] > .list-items [data-result]').length`) == 0 {
			t.Error("no clause is due in 2020")
		}
		for _, card := range eval[[]string](b, `[...document.querySelectorAll('[data-results] > .list-items [data-kind="措施"]')].map(e => e.textContent)`) {
			if !strings.Contains(card, "2020-") {
				t.Errorf("%s is not due in 2020", card)
			}
		}
		b.visit("search.html?q=" + url.QueryEscape("分工方案") + "&f.scope=" + url.QueryEscape("只查标题"))
		b.results()
		for _, title := range eval[[]string](b, shownResults) {
			if !strings.Contains(title, "分工方案") {
				t.Errorf("the title %s does not have the words", title)
			}
		}
	})
}

// TestSearchTargets finds an indicator by what is counted, the year for which it holds, and how much with its unit.
func TestSearchTargets(t *testing.T) {
	b := open(t, "file://"+public(t)+"/")
	b.visit("search.html?q=" + url.QueryEscape("产业集聚区 主营业务收入 2020年 7万亿元"))
	if got := b.results(); !slices.ContainsFunc(got, func(name string) bool { return strings.HasPrefix(name, "indicators/yuzheng-2015-42") }) {
		t.Errorf("found %v", got)
	}
}

// TestSearchExcerpt: a card shows all words, however far apart they stand in the clause, and who answers for it.
func TestSearchExcerpt(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?f.kind=" + url.QueryEscape("措施") + "&q=" + url.QueryEscape("财政厅 标准 厂房"))
		b.results()
		// The text of a card is read when it comes near the view.
		b.until(`(() => { const bare = [...document.querySelectorAll('[data-results] > .list-items [data-result]')].find(e => !e.querySelector('.list-text')); if (bare) bare.scrollIntoView(); return !bare; })()`)
		for _, card := range eval[[]string](b, `[...document.querySelectorAll('[data-results] > .list-items [data-result]')].map(e => e.textContent)`) {
			for _, word := range []string{"财政厅", "标准", "厂房"} {
				if !strings.Contains(folded(card), word) {
					t.Errorf("%s is not shown by %q", word, card)
				}
			}
		}
	})
}

// TestSearchExpansions: a word that is looked up for another is named, and can be left out.
func TestSearchExpansions(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html?q=" + url.QueryEscape("标准厂房补贴多少"))
		b.until(`document.querySelector('[data-looser] .list-chip') !== null`)
		word := eval[string](b, `document.querySelector('[data-looser] .list-chip').textContent`)
		eval[bool](b, `(document.querySelector('[data-looser] .list-chip').click(), true)`)
		b.until(`new URLSearchParams(location.search).get('f.off') === ` + quote(word))
		b.until(`document.querySelector('[data-result-count]').dataset.resultCount > '' && document.querySelector('.list-chips').textContent.includes(` + quote(word) + `)`)
		if got := eval[[]string](b, `[...document.querySelectorAll('[data-looser] .list-chip')].map(e => e.textContent)`); slices.Contains(got, word) {
			t.Errorf("%s is still looked up: %v", word, got)
		}
	})
}

// TestSearchSounds offers a word of the library for one that is typed with other characters of the same sound.
func TestSearchSounds(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("search.html")
		b.ask("知石产权")
		b.until(`document.querySelector('.search-near')?.textContent.includes('知识产权')`)
		b.ask("之时产全")
		b.until(`document.querySelector('.search-near')?.textContent.includes('知识产权')`)
	})
}
