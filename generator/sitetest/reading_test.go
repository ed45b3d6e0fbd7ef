package sitetest

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
)

// longest is the address of the paper with the longest text.
func longest(t *testing.T) page {
	t.Helper()
	var out page
	for _, p := range pages(t, public(t), "documents") {
		if len(p.body) > len(out.body) {
			out = p
		}
	}
	return out
}

// press presses a key that writes a character, or one with a name.
func (b *tab) press(key string) {
	b.t.Helper()
	down := input.DispatchKeyEventParams{Type: "keyDown", Key: key, Text: key}
	if len(key) > 1 {
		down.Text = ""
	}
	if key == "Enter" {
		down.Text, down.WindowsVirtualKeyCode = "\r", 13
	}
	if key == "Tab" {
		down.WindowsVirtualKeyCode = 9
	}
	command(b, input.DispatchKeyEvent, down)
	command(b, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: "keyUp", Key: key})
}

// TestOutline: the outline marks the clause that is on top, and leads to the others. Nothing moves slowly:
// on the way every clause is marked once, and a click in the last moment of one move is lost in Chromium.
func TestOutline(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		command(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1280, Height: 800, DeviceScaleFactor: 1})
		command(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
		b.visit(longest(t).name)
		b.until(`document.querySelectorAll('.outline [aria-current]').length === 1`)
		for _, link := range []string{`[...document.querySelectorAll('.outline a')][9]`, `[...document.querySelectorAll('.outline a')].at(-1)`} {
			eval[bool](b, `(`+link+`.click(), true)`)
			b.until(link + `.hasAttribute('aria-current')`)
		}
		eval[bool](b, `(scrollTo({ top: 0, behavior: 'instant' }), true)`)
		b.until(`document.querySelectorAll('.outline a')[0].hasAttribute('aria-current')`)
	})
}

// TestKeyboard goes through clauses and opens a citation without a pointer.
func TestKeyboard(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		p := longest(t)
		b.visit(p.name)
		b.press("Tab")
		if got := eval[string](b, `document.activeElement.textContent`); got != "跳到正文" {
			t.Errorf("the first stop is %q", got)
		}
		ids := `[...document.querySelectorAll('[data-verbatim] :is(h2,h3,h4,h5,h6,p)[id]:not(.title)')].map(e => e.id)`
		for i, key := range []string{"j", "n", "j", "k", "p"} {
			b.press(key)
			want := eval[[]string](b, ids)[[]int{0, 1, 2, 1, 0}[i]]
			b.until(`document.activeElement.id === ` + quote(want) + ` && Math.abs(document.activeElement.getBoundingClientRect().top) < 60`)
		}
		eval[bool](b, `(document.querySelector('.tool').focus(), true)`)
		b.press("Enter")
		b.until(`document.activeElement.closest('.panel') !== null`)
		text := eval[string](b, `document.querySelector('.panel').textContent`)
		if !strings.Contains(text, p.name+"#") || !strings.Contains(text, "[EB/OL]") {
			t.Errorf("the panel says %q", text)
		}
		b.press("Enter")
		b.until(`document.querySelector('.panel .done').textContent === '已复制'`)
		b.press("Escape")
		b.until(`document.querySelector('.panel') === null && document.activeElement.className === 'tool'`)
		b.press("/")
		b.until(`document.activeElement.type === 'search'`)
	})
}

// TestMarks: panels tell what a mark means; switched off, the text stands alone, also on the
// next page.
func TestMarks(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		eval[bool](b, `true`)
		for _, p := range pages(t, public(t), "documents") {
			b.visit(p.name)
			b.until(`document.querySelectorAll('.tools button').length === 2`)
			if !eval[bool](b, `document.querySelector('[data-verbatim] a[title]') !== null`) {
				continue
			}
			eval[bool](b, `(document.querySelector('[data-verbatim] a[title]').focus(), true)`)
			b.until(`document.activeElement.getAttribute('aria-describedby') === document.querySelector('.panel[role=tooltip]').id`)
			b.press("Escape")
			b.until(`document.querySelector('.panel') === null`)
		}
		off := `document.documentElement.dataset.marks === 'off' &&
			[...document.querySelectorAll('[data-verbatim] a')].every(a => a.tabIndex === -1 && getComputedStyle(a).textDecorationLine === 'none')`
		eval[bool](b, `(document.querySelector('.tools button').click(), true)`)
		b.until(off)
		b.visit(longest(t).name)
		b.until(off)
		eval[bool](b, `(document.querySelector('.tools button').click(), true)`)
		b.until(`!document.documentElement.dataset.marks`)
	})
}

// TestCopy: the link and the citation of a clause reach the clipboard, or are left
// selected where the browser refuses it.
func TestCopy(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("documents/yuzheng-2015-42.html")
		b.until(`document.querySelector('button.tool') !== null`)
		eval[bool](b, `(navigator.clipboard.writeText = async (text) => { window.copied = text; }, document.querySelector('#m2-1 button.tool').click(), true)`)
		for i, want := range []string{
			`copied === location.href.split(/[?#]/)[0] + '#m2-1'`,
			`copied.includes('河南省人民政府') && copied.includes('豫政〔2015〕42号') && copied.includes('(一)(2015-07-20)[') && copied.includes('#m2-1')`,
		} {
			eval[bool](b, fmt.Sprintf(`(window.copied = '', document.querySelectorAll('.panel[role=dialog] button.copy')[%d].click(), true)`, i))
			b.until(want)
			b.until(fmt.Sprintf(`document.querySelectorAll('.panel .done')[%d].textContent === '已复制'`, i))
		}
		eval[bool](b, `(navigator.clipboard.writeText = () => Promise.reject(), document.execCommand = () => false,
			document.querySelector('.panel[role=dialog] button.copy').click(), true)`)
		b.until(`document.querySelector('.panel .done').textContent.includes('Ctrl+C') && String(getSelection()).endsWith('#m2-1')`)
	})
}

// TestModes: dark and large text hold over pages.
func TestModes(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("index.html")
		back := eval[string](b, `getComputedStyle(document.documentElement).backgroundColor`)
		eval[bool](b, `(document.querySelectorAll('.modes button').forEach(e => e.click()), true)`)
		for _, name := range []string{"index.html", "agencies/index.html", longest(t).name} {
			b.visit(name)
			b.until(`document.querySelectorAll('.modes [aria-pressed=true]').length === 2`)
			if got := eval[string](b, `getComputedStyle(document.documentElement).backgroundColor`); got == back {
				t.Errorf("%s is not dark: %s", name, got)
			}
			if got := eval[string](b, `getComputedStyle(document.querySelector('main p, main td')).fontSize`); got < "21" {
				t.Errorf("%s: large text is %s", name, got)
			}
			if got := eval[float64](b, `Math.min(...[...document.querySelectorAll('header :is(button, input, nav a)')].map(e => e.getBoundingClientRect().height))`); got < 60 {
				t.Errorf("%s: a target of the header is %v px high", name, got)
			}
		}
		eval[bool](b, `(document.querySelectorAll('.modes button').forEach(e => e.click()), true)`)
	})
}

// TestProof: the browser finds each text whole, and notices one changed character.
func TestProof(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		for _, p := range pages(t, public(t), "documents") {
			b.visit(p.name)
			b.until(`document.querySelector('.proof button') !== null`)
			eval[bool](b, `(document.querySelector('.proof button').click(), true)`)
			if got := eval[string](b, `document.querySelector('.proof output').dataset.same`); got != "true" {
				t.Errorf("%s does not prove itself", p.name)
			}
			eval[bool](b, `(document.querySelector('[data-verbatim]').append('字'), document.querySelector('.proof button').click(), true)`)
			if got := eval[string](b, `document.querySelector('.proof output').dataset.same`); got != "false" {
				t.Errorf("%s takes a changed text for its own", p.name)
			}
		}
	})
}

// TestTables filters and sorts a list, and comes to a filtered list by a link of the home page.
func TestTables(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("compare/targets.html")
		b.until(`document.querySelector('.filter option:nth-child(2)') !== null`)
		all := eval[int](b, `document.querySelector('.filter + .table tbody').rows.length`)
		chosen := eval[string](b, `(() => { const s = document.querySelector('.filter select'); s.value = s.options[1].value; s.dispatchEvent(new Event('input', { bubbles: true })); return s.value; })()`)
		shown := eval[[]string](b, `[...document.querySelectorAll('.filter + .table tbody tr:not([hidden])')].map(r => r.cells[document.querySelector('.filter select').dataset.column - 1].textContent.trim())`)
		if len(shown) == 0 || len(shown) == all || strings.ReplaceAll(strings.Join(shown, ""), chosen, "") != "" {
			t.Errorf("filtered by %s: %d of %d rows, %q", chosen, len(shown), all, shown)
		}
		b.visit("compare/functions.html")
		b.until(`document.querySelector('thead .sort') !== null`)
		for _, order := range []string{"ascending", "descending"} {
			eval[bool](b, `(document.querySelectorAll('thead .sort')[3].click(), true)`)
			if got := eval[string](b, `document.querySelectorAll('thead th')[3].getAttribute('aria-sort')`); got != order {
				t.Errorf("sorted %q, want %s", got, order)
			}
			if !eval[bool](b, `(n => n.every((x, i) => !i || (`+quote(order)+` === 'ascending' ? n[i-1] <= x : n[i-1] >= x)))([...document.querySelectorAll('tbody tr')].map(r => Number(r.cells[3].textContent)).filter(Boolean))`) {
				t.Errorf("rows are not %s", order)
			}
		}
		b.visit("index.html")
		b.follow(`#regions + ul a`)
		b.until(`document.querySelector('[data-list][data-ready^="?f.region="] .list-chip') !== null`)
	})
}

// TestLostPage: a page that is not there leads back, from any depth.
func TestLostPage(t *testing.T) {
	chromium(t)
	data, err := os.ReadFile(public(t) + "/404.html")
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, serveLost(t, public(t), data))
	b.visit("a/b/c/nothing.html")
	b.until(`document.querySelector('a').href === ` + quote(b.base+"index.html"))
	b.forgive() // looking for the root asks for files that are not there
}
