package sitetest

import (
	"bytes"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/chromedp/cdproto/emulation"
)

// telephone is the size of a small telephone's window.
var telephone = view{width: 390, height: 800}

// TestTitleFirst: on a telephone the title of each paper begins in the first 400 px, and below its text stands what is known
// of it.
func TestTitleFirst(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.size(telephone)
		for _, p := range pages(t, public(t), "documents") {
			b.visit(p.name)
			if end := eval[float64](b, `(r => r.top + parseFloat(getComputedStyle(document.querySelector('.title')).lineHeight))(document.querySelector('.title').getBoundingClientRect())`); end > 400 {
				t.Errorf("%s: the first line of the title ends at %.0f px", p.name, end)
			}
			if !eval[bool](b, `(a => a.top > document.querySelector('[data-verbatim]').getBoundingClientRect().bottom)(document.querySelector('.about').getBoundingClientRect())`) {
				t.Errorf("%s: what is known of the paper does not stand below its text", p.name)
			}
			eval[bool](b, `(document.querySelector('.proved').click(), true)`)
			b.until(`document.querySelector('.proved').hash === location.hash && (r => r.height > 0 && r.top < innerHeight)(document.querySelector(location.hash).getBoundingClientRect())`)
		}
	})
}

// still makes pages move at once, so that what a test waits for is the end of the move.
func (b *tab) still() {
	b.t.Helper()
	command(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}})
}

// TestMarkedClause: whatever place of a text the address names, the outline marks the clause that holds it: the last entry
// that stands at it or before it.
func TestMarkedClause(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.size(view{width: 1440, height: 900})
		b.still()
		for _, p := range pages(t, public(t), "documents") {
			b.visit(p.name)
			ids := eval[[]string](b, `[...document.querySelectorAll('[data-verbatim] [id]')].filter(e => e.checkVisibility()).map(e => e.id)`)
			if len(ids) < 8 {
				t.Errorf("%s has %d places", p.name, len(ids))
			}
			for i, id := range ids {
				if i%9 != 2 && i != len(ids)-1 {
					continue
				}
				if i%2 == 0 {
					b.visit("index.html")
					b.visit(p.name + "#" + id)
				} else {
					eval[bool](b, `(location.hash = '#`+id+`', true)`)
				}
				want := eval[string](b, `(ids => [...document.querySelectorAll('.outline a')].filter(a => ids.indexOf(a.hash.slice(1)) <= ids.indexOf('`+id+`')).at(-1).hash)([...document.querySelectorAll('[id]')].map(e => e.id))`)
				b.until(`[...document.querySelectorAll('.outline [aria-current]')].map(a => a.hash).join() === ` + quote(want))
			}
		}
	})
}

// TestRail: on a wide screen the rail stands beside the text, open. On a telephone its button at the foot of the screen opens
// it, by keyboard too; Escape and each of its links close it.
func TestRail(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.still()
		for _, p := range pages(t, public(t), "documents") {
			b.size(view{width: 1440, height: 900})
			b.visit(p.name)
			if !eval[bool](b, `(r => r.height > 100 && r.right <= document.querySelector('[data-verbatim]').getBoundingClientRect().left)(document.querySelector('.rail-body').getBoundingClientRect())`) {
				t.Errorf("%s: the rail does not stand beside the text", p.name)
			}
			names := eval[string](b, `[...document.querySelectorAll('.rail-group > summary')].map(s => s.firstChild.data.trim()).join()`)
			if eval[bool](b, `document.querySelector('[data-verbatim] [data-agency]') !== null`) != strings.Contains(names, "责任部门") || !strings.Contains(names, "下载") {
				t.Errorf("%s: the rail has %s", p.name, names)
			}
			if most := eval[int](b, `Math.max(...[...document.querySelectorAll('.rail-group')].map(g => g.querySelectorAll('li').length))`); most > 8 {
				t.Errorf("%s: a group of the rail has %d lines", p.name, most)
			}
			b.size(telephone)
			b.visit(p.name)
			if !eval[bool](b, `(r => r.height >= 36 && r.bottom <= innerHeight && !document.querySelector('.rail').open)(document.querySelector('.rail > summary').getBoundingClientRect())`) {
				t.Errorf("%s: no button at the foot of the screen", p.name)
			}
			eval[bool](b, `(document.querySelector('.rail > summary').focus(), true)`)
			b.press("Enter")
			b.until(`document.querySelector('.rail').open && (r => r.height > 100 && r.top > 0 && r.bottom <= innerHeight)(document.querySelector('.rail-body').getBoundingClientRect())`)
			b.press("Tab")
			b.until(`document.activeElement.closest('.rail-body') !== null`)
			b.press("Escape")
			b.until(`!document.querySelector('.rail').open && document.activeElement.matches('.rail > summary')`)
			b.press("Enter")
			b.until(`document.querySelector('.rail').open`)
			eval[bool](b, `([...document.querySelectorAll('.outline a')].at(-1).click(), true)`)
			b.until(`!document.querySelector('.rail').open && location.hash === [...document.querySelectorAll('.outline a')].at(-1).hash`)
		}
	})
}

// TestRailWithoutScripts: the button opens the rail without scripts as well, and nothing of the text is behind it.
func TestRailWithoutScripts(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		b.size(telephone)
		for _, p := range pages(t, public(t), "documents") {
			b.visit(p.name)
			if !eval[bool](b, `document.querySelector('.rail-body').checkVisibility() === false`) {
				t.Errorf("%s: the rail is open at first", p.name)
			}
			eval[bool](b, `(document.querySelector('.rail > summary').click(), true)`)
			b.until(`(r => r.height > 100 && r.bottom <= innerHeight)(document.querySelector('.rail-body').getBoundingClientRect())`)
			eval[bool](b, `(document.querySelector('.rail-group > summary').click(), true)`)
			b.until(`document.querySelector('.rail-group li').checkVisibility()`)
			b.size(view{width: 1440, height: 900})
			b.visit(p.name)
			b.until(`document.querySelector('.outline').checkVisibility() && document.querySelector('.outline').getBoundingClientRect().height > 100`)
			b.size(telephone)
		}
	})
}

// TestAnswers: the page of a measure names it whole, says of which paper it is and how long that holds, and answers in
// order; that of an agency begins with what it leads, and no table of it is long.
func TestAnswers(t *testing.T) {
	dir := public(t)
	order := map[string][]string{
		"measures": {"items", "tasks", "annex", "deadlines", "indicators", "counterparts", "citations"},
		"agencies": {"tasks", "shared", "deadlines", "partners", "counterparts", "names", "succession"},
	}
	for folder, order := range order {
		for _, p := range pages(t, dir, folder) {
			if strings.HasSuffix(p.name, "-ledger.html") || strings.HasSuffix(p.name, "goals.html") {
				continue
			}
			data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(p.name)))
			if err != nil {
				t.Fatal(err)
			}
			root, err := html.Parse(bytes.NewReader(data))
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			rows, valid := 0, 0
			for n := range root.Descendants() {
				switch {
				case (n.Data == "h2" || n.Data == "h3") && slices.Contains(order, attr(n, "id")):
					ids = append(ids, attr(n, "id"))
				case n.Data == "tbody":
					rows = max(rows, len(slices.Collect(elements(n, "tr"))))
				case hasAttribute(n, "data-validity"):
					valid++
				}
			}
			if !slices.IsSortedFunc(ids, func(a, b string) int { return slices.Index(order, a) - slices.Index(order, b) }) || len(ids) == 0 {
				t.Errorf("%s answers in the order %v", p.name, ids)
			}
			if strings.HasSuffix(p.title, "…") || p.title == "" {
				t.Errorf("%s is called %q", p.name, p.title)
			}
			if folder == "measures" && (valid == 0 || !strings.Contains(p.text, "出自")) {
				t.Errorf("%s does not say of which paper it is and how long that holds", p.name)
			}
			if folder == "agencies" && rows > 50 {
				t.Errorf("%s has a table of %d rows", p.name, rows)
			}
		}
	}
}

// elements returns the elements below n of one name.
func elements(n *html.Node, name string) iter.Seq[*html.Node] {
	return func(yield func(*html.Node) bool) {
		for x := range n.Descendants() {
			if x.Type == html.ElementNode && x.Data == name && !yield(x) {
				return
			}
		}
	}
}

// TestLargeText: text of twice the size widens no page of a paper, a measure, an agency, on a telephone and beside notes.
func TestLargeText(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		names := []string{"agencies/henan-fazhangaigewei.html", "measures/henan-2011-fengong/1-2.html"}
		for _, p := range pages(t, public(t), "documents") {
			names = append(names, p.name)
		}
		for _, v := range []view{telephone, {width: 1440, height: 900}, {width: 1920, height: 1080}} {
			b.size(v)
			for _, name := range names {
				b.visit(name)
				if n := eval[float64](b, `(document.documentElement.style.fontSize = '200%', document.documentElement.scrollWidth - document.documentElement.clientWidth)`); n > 0 {
					t.Errorf("%s at %d: %.0f px too wide", name, v.width, n)
				}
			}
		}
	})
}

// TestCitedMeasure: a measure can be cited with its day and address.
func TestCitedMeasure(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("measures/yuzheng-2015-42/2-1.html")
		b.until(`document.querySelector('.cited button') !== null`)
		eval[bool](b, `(navigator.clipboard.writeText = async (text) => { window.copied = text; }, document.querySelector('.cited button').click(), true)`)
		b.until(`window.copied && copied.includes('豫政〔2015〕42号[EB/OL]. 2015: 二/（一）(2015-07-20)[20') && copied.endsWith(location.href + '.')`)
		b.until(`document.querySelector('.cited .done').textContent === '已复制'`)
		for _, rel := range []string{"prev", "next"} {
			if !eval[bool](b, `document.querySelector('a[rel=`+rel+`] span').textContent.endsWith('条')`) {
				t.Errorf("no way to the %s measure", rel)
			}
		}
	})
}
