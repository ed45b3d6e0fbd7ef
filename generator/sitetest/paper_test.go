package sitetest

import (
	"testing"
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
