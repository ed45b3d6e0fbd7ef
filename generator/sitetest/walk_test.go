package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A walk counts the clicks of a reader on the way to what is wanted. What is typed is no click.
type walk struct {
	*tab
	clicks int
}

// follow clicks what the selector shows and waits for the page that it leads to.
func (w *walk) follow(selector string) {
	w.t.Helper()
	before := eval[string](w.tab, `location.href`)
	w.click(selector)
	w.clicks++
	w.until(`location.href !== ` + quote(before) + ` && document.readyState === 'complete'`)
}

// keeps counts the click by which a reader keeps a file of the page, and fails where the site has none there.
func (w *walk) keeps(selector string) {
	w.t.Helper()
	href := eval[string](w.tab, `(document.querySelector(`+quote(selector)+`) || {}).href || ''`)
	name, ok := strings.CutPrefix(href, w.base)
	if info, err := os.Stat(filepath.Join(public(w.t), filepath.FromSlash(name))); !ok || err != nil || info.Size() == 0 {
		w.t.Errorf("%s: nothing to keep at %s (%q)", eval[string](w.tab, `location.href`), selector, href)
	}
	w.clicks++
}

// shows fails unless the page shows what the selector finds.
func (w *walk) shows(selector string) {
	w.t.Helper()
	w.until(`[...document.querySelectorAll(` + quote(selector) + `)].some(e => e.checkVisibility() && e.textContent.trim() !== '')`)
}

// types writes words into a field.
func (w *walk) types(field, words string) {
	w.t.Helper()
	w.until(`document.querySelector(` + quote(field) + `) !== null`)
	eval[bool](w.tab, `(e => { e.focus(); e.value = `+quote(words)+`; e.dispatchEvent(new Event('input', { bubbles: true })); return true; })(document.querySelector(`+quote(field)+`))`)
}

// TestWalks: each reader of the site comes in few clicks from the home page to what is wanted.
func TestWalks(t *testing.T) {
	for _, reader := range []struct {
		name string
		most int
		walk func(w *walk)
	}{
		// Money for a purpose: the sentence, marked in its paper, and who pays.
		{"citizen", 4, func(w *walk) {
			w.types("#home-q", "补助")
			w.follow(".hero .search button")
			w.shows("[data-result-count]")
			w.until(`document.querySelector('[data-result] a[href*="measures/"], [data-result] a[href*="documents/"]') !== null`)
			w.follow(`[data-result] a[href*="measures/"], [data-result] a[href*="documents/"]`)
			w.shows("mark.hit")
			if eval[bool](w.tab, `location.pathname.includes('/measures/')`) {
				w.follow(`main a[href*="documents/"][href*="#"]`)
				w.shows("[data-verbatim]")
			}
		}},
		// Tasks of a body, by when, as a spreadsheet and as a form.
		{"department", 4, func(w *walk) {
			w.follow(`.doors a[href$="agencies/index.html"]`)
			w.types(".list-search input", "河南省财政厅")
			w.press("Enter")
			w.until(`document.querySelector('[data-item] a').textContent.includes('河南省财政厅')`)
			w.follow("[data-item] a")
			w.shows("[data-table] tbody td")
			w.keeps(`main a[href$=".xlsx"]`)
			w.follow(`main a[href$="-ledger.html"]`)
			w.shows(".ledger tbody td")
		}},
		// Two regions under one parent: what differs, the data, and how a sentence is cited.
		{"researcher", 5, func(w *walk) {
			w.follow(`.doors a[href$="compare/index.html"]`)
			w.follow(`main a[href*="cascade-"]`)
			w.follow(`main a[href*="cascade-"][href*="-fengong-"]`)
			w.shows("main ins")
			w.keeps("main a.csv")
			w.follow(`main td a[href*="measures/"]`)
			w.shows(".cited, .cite")
		}},
	} {
		t.Run(reader.name, func(t *testing.T) {
			everywhere(t, func(t *testing.T, b *tab) {
				b.size(view{width: 1280, height: 900})
				b.visit("index.html")
				w := &walk{tab: b}
				if reader.walk(w); w.clicks > reader.most {
					t.Errorf("%d clicks, at most %d", w.clicks, reader.most)
				}
			})
		})
	}
}
