package sitetest

import "testing"

// TestNoLineBelowNumerals: no Han numeral that is a link of its own has a line below it, which would make it another.
func TestNoLineBelowNumerals(t *testing.T) {
	everywhere(t, func(t *testing.T, b *tab) {
		found := 0
		for _, p := range append(pages(t, public(t), "documents"), page{name: "rules/han-one-of-a-size.html"}, page{name: "indicators/index.html"}) {
			b.visit(p.name)
			links := eval[[]string](b, `[...document.querySelectorAll('main a')].filter(a => /^[（(]?[〇零一二三四五六七八九十百千万亿]+[）)、]?$/.test(a.textContent.trim()))
				.map(a => getComputedStyle(a).textDecorationLine + getComputedStyle(a).borderBottomStyle)`)
			for _, line := range links {
				if found++; line != "nonenone" {
					t.Errorf("%s: a numeral has a line below it: %s", p.name, line)
				}
			}
		}
		if found < 10 {
			t.Errorf("only %d numerals are links of their own", found)
		}
	})
}
