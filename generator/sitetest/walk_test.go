package sitetest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// A walk counts the clicks of a reader on the way to what is wanted. What is typed is no click.
type walk struct {
	*tab
	site   string // folder of the site, where it is not that of the seeds
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
	site := w.site
	if site == "" {
		site = public(w.t)
	}
	if info, err := os.Stat(filepath.Join(site, filepath.FromSlash(name))); !ok || err != nil || info.Size() == 0 {
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

// TestDepartmentQuarter: the same walk of a department shows what is due in the reader's quarter, with no click more.
func TestDepartmentQuarter(t *testing.T) {
	chromium(t)
	dir := madeSite(t, shop)
	everywhereIn(t, dir, func(t *testing.T, b *tab) {
		b.clock("2031-11-01")
		b.size(view{width: 1280, height: 900})
		b.visit("index.html")
		w := &walk{tab: b, site: dir}
		w.follow(`.doors a[href$="agencies/index.html"]`)
		w.until(`[...document.querySelectorAll('[data-item] a')].some(a => a.textContent === '乙川市水利局')`)
		eval[bool](b, `([...document.querySelectorAll('[data-item] a')].find(a => a.textContent === '乙川市水利局').id = 'mine', true)`)
		w.follow("#mine")
		w.shows("[data-table] tbody td")
		want := []string{"已过期 2031年3月31日前", "本季度到期 2031年12月20日前", "每年12月31日前", "下季度到期 2032年2月29日前", "以后到期 2032年9月30日前"}
		got := eval[[]string](b, `[...document.querySelectorAll('[data-table$="-deadlines"] tbody tr td:first-child')].map(e => e.textContent.trim())`)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("the deadlines of the department on 1 November 2031: %s", diff)
		}
		w.keeps(`main a[href$=".xlsx"]`)
		page := eval[string](b, `location.href`)
		w.follow(`main a[href*="-ledger.html"]`)
		w.shows(".ledger tbody td")
		if w.clicks > 4 {
			t.Errorf("%d clicks, at most 4", w.clicks)
		}
		b.visit(strings.TrimPrefix(page, b.base))
		w.follow(`#deadlines + p a[href*="` + escaped("本季度到期") + `"]`)
		w.until(`document.querySelector('[data-list]').dataset.ready?.includes('f.when') && document.querySelectorAll('[data-item]').length === 1`)
	})
}
