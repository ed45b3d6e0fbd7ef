package sitetest

import (
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
)

// TestHeader: on a telephone the head of a page is a single line with the search in it, and its menu opens
// without scripts; on a wide screen all ways into the site stand open.
func TestHeader(t *testing.T) {
	chromium(t)
	dir, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	const ways = `[...document.querySelectorAll('nav.main a')].filter(a => a.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true })).length`
	b := open(t, "file://"+dir+"/")
	command(b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	for _, name := range []string{"index.html", "search.html", "measures/index.html", "quality.html", longest(t).name} {
		b.size(view{width: 390, height: 800})
		b.visit(name)
		if high := eval[float64](b, `document.querySelector('header.site').getBoundingClientRect().height`); high > 64 {
			t.Errorf("%s: the header is %g px high, at most 64", name, high)
		}
		if field := eval[float64](b, `document.querySelector('#site-q, #home-q').getBoundingClientRect().width`); field < 100 {
			t.Errorf("%s: the search has a field of %g px", name, field)
		}
		if n := eval[int](b, ways); n != 0 {
			t.Errorf("%s: %d ways stand open on a telephone", name, n)
		}
		b.click("header summary")
		if n := eval[int](b, ways); n < 5 {
			t.Errorf("%s: the opened menu shows %d ways", name, n)
		}
		if wide := eval[int](b, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
			t.Errorf("%s: the opened menu is %d px wider than the screen", name, wide)
		}
		b.click("header summary")
		b.size(view{width: 1440, height: 900})
		if n := eval[int](b, ways); n < 5 {
			t.Errorf("%s: %d ways stand open on a wide screen", name, n)
		}
	}
}

// click presses the mouse on the first element that matches the selector and can be seen.
func (b *tab) click(selector string) {
	b.t.Helper()
	at := eval[[]float64](b, `(() => { for (const e of document.querySelectorAll(`+"`"+selector+"`"+`)) {
		if (!e.checkVisibility()) continue;
		e.scrollIntoView({ block: 'center', behavior: 'instant' });
		const r = e.getClientRects()[0];
		return [r.x + r.width / 2, r.y + r.height / 2];
	} return []; })()`)
	if len(at) == 0 {
		b.t.Fatalf("%s shows nothing at %s", eval[string](b, `location.href`), selector)
	}
	for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
		command(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: at[0], Y: at[1], Button: input.MouseButtonLeft, ClickCount: 1})
	}
}
