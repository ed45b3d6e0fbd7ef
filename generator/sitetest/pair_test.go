package sitetest

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestPairChoice compares two papers of the reader's choice, from disk and from a server: by their address, and by their
// names as they are typed, of which no paper is on the page.
func TestPairChoice(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		b.visit("compare/pair.html?a=henan-2011-fengong&b=neimenggu-2011-fengong")
		b.until(`document.querySelector('[data-pair] tbody tr') !== null`)
		if n := eval[int](b, `document.querySelectorAll('[data-pair] tbody tr').length`); n < 20 {
			t.Errorf("%d rows", n)
		}
		b.labelled(t, "[data-pair] td")
		if got := eval[string](b, `document.querySelector('#pair-b').value`); !strings.HasPrefix(got, "内蒙古自治区贯彻") {
			t.Errorf("the second choice is %q", got)
		}
		b.follow(`[data-pair] td a`)
		b.until(`document.querySelector('article.measure') !== null`)
		b.visit("compare/pair.html?a=henan-2011-fengong&b=nothing")
		b.until(`document.querySelector('[data-pair-count]').textContent.includes('nothing')`)
		b.forgive() // the file of that paper is asked for
		b.visit("compare/pair.html")
		if n := eval[int](b, `document.querySelectorAll('.pair [role=option], .pair option').length`); n > 0 {
			t.Errorf("%d papers stand on the page", n)
		}
		for _, field := range [][2]string{{"a", "河南 2012"}, {"b", "内蒙古 分工"}} {
			eval[bool](b, `(document.querySelector('#pair-`+field[0]+`').focus(), true)`)
			do(b, chromedp.KeyEvent(field[1]))
			b.until(`[...document.querySelectorAll('#pair-list-` + field[0] + ` [role=option]')].filter(e => e.offsetHeight > 0).length === 1`)
			do(b, chromedp.KeyEvent(kb.Enter))
		}
		do(b, chromedp.KeyEvent(kb.Enter))
		b.until(`document.querySelector('[data-pair] tbody tr') !== null`)
		if got := eval[string](b, `location.search`); got != "?a=henan-2012-yijian&b=neimenggu-2011-fengong" {
			t.Errorf("chosen: %s", got)
		}
		b.visit("compare/cascade-guowuyuanguanyuzhongxibudiquchengjiechanyezhuanyizhidaoyijian-henan-2011-fengong-neimenggu-2011-fengong.html")
		b.labelled(t, ".body td")
		b.visit("compare/pair.html?a=henan-2012-yijian")
		b.until(`document.querySelector('#pair-a').value !== ''`)
		eval[bool](b, `(document.querySelector('.pair button').click(), true)`)
		b.until(`document.activeElement.id === 'pair-b' && document.querySelector('[data-field=b] [role=status]').textContent !== ''`)
	})
}

// labelled fails unless what only one paper has is tinted in the cells, and the first of each cell says whose it is.
func (b *tab) labelled(t *testing.T, cells string) {
	t.Helper()
	got := eval[[]int](b, `[...document.querySelectorAll(`+quote(cells)+`)].reduce((n, cell) => {
		for (const kind of ['ins', 'del']) {
			const marks = [...cell.querySelectorAll(kind)];
			const labels = marks.filter(m => getComputedStyle(m, '::before').content !== 'none');
			if (marks.length) n[0]++;
			if (labels.length !== Math.min(1, marks.length) || labels[0] !== marks[0]) n[1]++;
			n[2] += marks.filter(m => getComputedStyle(m).backgroundColor === 'rgba(0, 0, 0, 0)').length;
		}
		return n;
	}, [0, 0, 0])`)
	if got[0] == 0 || got[1] > 0 || got[2] > 0 {
		t.Errorf("%s: %d cells have marks, %d of them other labels than one; %d marks have no tint", cells, got[0], got[1], got[2])
	}
}
