package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// tallest is how high a page may be on a telephone, in pixels, that is no paper and no volume of papers.
const tallest = 12000

// TestRoom: on a telephone no page but of a paper is endless, with scripts and without; text of twice the size widens no page.
// ZHENGCE_PUBLIC names a larger site to be held to the same.
func TestRoom(t *testing.T) {
	chromium(t)
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	names := kinds(t, dir)
	for _, off := range []bool{false, true} {
		t.Run(map[bool]string{false: "with scripts", true: "without"}[off], func(t *testing.T) {
			t.Parallel()
			b := open(t, "file://"+dir+"/")
			command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
			most, which := 0, ""
			for _, name := range names {
				if name == "404.html" {
					continue // it looks for the site in folders above
				}
				b.size(telephone)
				b.visit(name)
				high := eval[int](b, `document.documentElement.scrollHeight - (document.querySelector('main blockquote')?.offsetHeight || 0)`)
				if own := strings.HasPrefix(name, "documents/") && !strings.HasSuffix(name, "index.html") || strings.HasPrefix(name, "print/"); !own && high > most {
					most, which = high, name
				}
				b.double(t, name)
			}
			if most > tallest {
				t.Errorf("%s is %d px high on a telephone, at most %d", which, most, tallest)
			}
			t.Logf("the tallest page is %s, %d px", which, most)
		})
	}
}

// double holds that the tab's page does not grow wider than windows when its letters are twice as large.
func (b *tab) double(t *testing.T, name string) {
	t.Helper()
	for _, v := range []view{telephone, {width: 1440, height: 900}} {
		b.size(v)
		if n := eval[float64](b, `(document.documentElement.style.fontSize = '200%', document.documentElement.scrollWidth - document.documentElement.clientWidth)`); n > 0 {
			t.Errorf("%s at %d: %.0f px too wide in double size", name, v.width, n)
		}
	}
}

// TestLaterRows: a long table shows a telephone its first rows and says how many follow; a press shows these, without scripts
// too, and so does choosing among all. A wide screen and paper have all at once.
func TestLaterRows(t *testing.T) {
	chromium(t)
	name := withLater(t)
	const shown = `[...document.querySelectorAll('.table:has(+ .later)')].map(e => [...e.querySelectorAll('tbody tr')].filter(r => r.checkVisibility()).length)[0]`
	for _, off := range []bool{false, true} {
		everywhere(t, func(t *testing.T, b *tab) {
			command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off})
			b.size(telephone)
			b.visit(name)
			first := eval[int](b, `Number(document.querySelector('.later').dataset.first)`)
			all := eval[int](b, `document.querySelector('.table:has(+ .later) tbody').rows.length`)
			if got := eval[int](b, shown); got != first || got >= all {
				t.Errorf("%s shows %d rows of %d, want %d", name, got, all, first)
			}
			if want, got := all-first, eval[int](b, `Number(document.querySelector('.later summary').textContent.match(/\d+/)[0])`); got != want {
				t.Errorf("%s says that %d rows follow, want %d", name, got, want)
			}
			b.click(".later summary")
			b.until(shown + ` === ` + eval[string](b, `String(document.querySelector('.table:has(+ .later) tbody').rows.length)`))
			b.visit(name)
			command(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"})
			if got := eval[int](b, shown); got != all {
				t.Errorf("on paper %s has %d rows of %d", name, got, all)
			}
			b.size(view{width: 1440, height: 900})
			command(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: ""})
			if got := eval[int](b, shown); got != all || eval[bool](b, `document.querySelector('.later').checkVisibility()`) {
				t.Errorf("on a wide screen %s has %d rows of %d", name, got, all)
			}
			if off {
				return
			}
			b.size(telephone)
			b.visit(name)
			eval[bool](b, `(() => { const s = document.querySelector('.filter:has(+ .table + .later) select'); s.selectedIndex = 1; s.dispatchEvent(new Event('input', { bubbles: true })); return true; })()`)
			if !eval[bool](b, `document.querySelector('.later').open`) {
				t.Errorf("%s: what is chosen among all rows is not shown", name)
			}
		})
	}
}

// withLater returns a page with a table that can be filtered and whose last rows a telephone does not show at first.
func withLater(t *testing.T) string {
	t.Helper()
	for _, p := range pages(t, public(t), "compare") {
		data, err := os.ReadFile(filepath.Join(public(t), filepath.FromSlash(p.name)))
		if err != nil {
			t.Fatal(err)
		}
		if text := string(data); strings.Count(text, "其余 ") == 1 && strings.Count(text, "筛选") == 1 {
			return p.name
		}
	}
	t.Fatal("no page has a table whose last rows come later")
	return ""
}
