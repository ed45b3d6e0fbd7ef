package sitetest

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

func TestHome(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("index.html")
		if eval[string](b, `document.title`) == "" {
			t.Error("no title")
		}
		if got := eval[string](b, `document.documentElement.lang`); got != "zh-CN" {
			t.Errorf("lang = %q", got)
		}
		if n := eval[int](b, `document.querySelectorAll('main a[href]').length`); n < 5 {
			t.Errorf("%d links", n)
		}
	})
}

// TestNavigation follows each link of the main navigation.
func TestNavigation(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("index.html")
		links := eval[[]string](b, `[...document.querySelectorAll('header nav a')].map(a => a.href)`)
		if len(links) < 5 {
			t.Errorf("navigation has only %d links", len(links))
		}
		for _, link := range links {
			name, ok := strings.CutPrefix(link, b.base)
			if !ok {
				t.Errorf("navigation leaves the site: %s", link)
				continue
			}
			b.visit(name)
			if eval[string](b, `document.querySelector('main h1').textContent`) == "" {
				t.Errorf("%s has no heading", name)
			}
			if back := eval[string](b, `document.querySelector('header nav a').href`); back != links[0] {
				t.Errorf("%s: first link of the navigation is %s, want %s", name, back, links[0])
			}
		}
	})
}

// TestAgencyToSentence goes from the list of agencies by links to the sentence that makes one responsible.
func TestAgencyToSentence(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("agencies/index.html?q=财政厅")
		b.until(`document.querySelector('main a[href*="caizhengting"]') !== null`)
		b.follow(`main a[href*="caizhengting"]`)
		b.until(`document.querySelector('article') !== null`)
		agency := eval[string](b, `document.querySelector('main h1').textContent.trim()`)
		if !strings.Contains(agency, "财政厅") {
			t.Errorf("agency = %q", agency)
		}
		b.follow(`main a[href*="documents/"][href*="#"]`)
		b.until(`document.querySelector('[data-verbatim]') !== null && document.readyState === 'complete'`)
		id := eval[string](b, `decodeURIComponent(location.hash.slice(1))`)
		b.until(`(() => { const e = document.getElementById(decodeURIComponent(location.hash.slice(1)));
			const r = e.getBoundingClientRect(); return r.bottom > 0 && r.top < innerHeight; })()`)
		if text := eval[string](b, `(() => { const e = document.getElementById('`+id+`');
			return (e.matches('h1,h2,h3,h4,h5,h6') ? e.parentElement : e).textContent; })()`); !strings.Contains(text, "财政厅") {
			t.Errorf("%s: %q does not name the agency", id, text)
		}
	})
}

// follow clicks the first link that matches the selector.
func (b *tab) follow(selector string) {
	b.t.Helper()
	before := eval[string](b, `location.href`)
	if !eval[bool](b, `(() => { const a = document.querySelector(`+"`"+selector+"`"+`); if (a) a.click(); return a !== null; })()`) {
		b.t.Fatalf("%s has no link %s", before, selector)
	}
	b.until(`location.href !== ` + quote(before) + ` && document.readyState === 'complete'`)
}

// TestWithoutScripts reads the site with JavaScript switched off.
func TestWithoutScripts(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		for _, p := range pages(t, public(t), "documents") {
			b.visit(p.name)
			text := do(b, chromedp.Text(chromedp.CSS("[data-verbatim]")))
			if got := strings.Join(strings.Fields(text), ""); len(got) < len(strings.Join(strings.Fields(p.body), "")) {
				t.Errorf("%s shows %d bytes of %d", p.name, len(got), len(p.body))
			}
		}
		b.visit("search.html?q=财政厅")
		text := do(b, chromedp.Text(chromedp.CSS("main")))
		if !strings.Contains(text, "JavaScript") {
			t.Errorf("the search page does not say that it needs JavaScript: %q", text)
		}
		if eval[int](b, `document.querySelectorAll('main a[href]').length`) < 4 {
			t.Error("the search page offers no lists")
		}
	})
}
