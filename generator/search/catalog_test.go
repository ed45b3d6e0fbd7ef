package search

import (
	"slices"
	"strings"
	"testing"

	"zhengce/generator/document"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/source"
)

// TestPagesHoldEveryCharacter checks that the pages of papers hold their whole text but the noise.
func TestPagesHoldEveryCharacter(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	pages := Pages(c)
	for i, d := range c.Documents {
		var want, got strings.Builder
		for _, b := range d.Facts.Document.Blocks {
			if b.Kind != document.Noise {
				want.WriteString(d.Facts.Document.File.Squeezed(b.Span))
			}
		}
		for _, part := range pages[i].Parts {
			for _, text := range part.Texts {
				if !part.Apart {
					got.WriteString(source.Squeeze(text))
				}
			}
		}
		if g, w := got.String(), want.String(); g != w {
			n := 0
			for n < len(g) && n < len(w) && g[n] == w[n] {
				n++
			}
			t.Errorf("%s differs at byte %d: %.60q, want %.60q", d.ID, n, g[n:], w[n:])
		}
	}
}

// TestPagesOfEveryKind checks number, addresses and anchors of the pages.
func TestPagesOfEveryKind(t *testing.T) {
	c := seedtest.Catalog(t, seedtest.Files(t))
	want := map[string]int{DocumentKind: len(c.Documents), AgencyKind: len(c.Agencies), IndicatorKind: len(c.Indicators)}
	anchors := map[string]bool{"": true}
	for _, d := range c.Documents {
		want[MeasureKind] += len(d.Measures) + len(d.Annex)
		for _, m := range d.Measures {
			anchors[d.Path()+".html#"+m.Anchor()] = true
		}
		for _, r := range d.Annex {
			anchors[d.Path()+".html#"+r.Anchor()] = true
		}
	}
	got := map[string]int{}
	var addresses []string
	note := func(url, title, kind string) {
		got[kind]++
		addresses = append(addresses, url)
		if title == "" {
			t.Errorf("%s has no title", url)
		}
	}
	for _, p := range Pages(c) {
		note(p.URL, p.Title, p.Kind)
		for _, part := range p.Parts {
			if part.URL != "" {
				note(part.URL, part.Title, part.Kind)
			}
			if part.Anchor != "" && !anchors[p.URL+"#"+part.Anchor] {
				t.Errorf("%s has no anchor %s", p.URL, part.Anchor)
			}
		}
	}
	for kind, n := range want {
		if got[kind] != n {
			t.Errorf("%d pages of kind %s, want %d", got[kind], kind, n)
		}
	}
	slices.Sort(addresses)
	if n := len(addresses); n != len(slices.Compact(addresses)) {
		t.Errorf("%d addresses, some of them twice", n)
	}
}

func TestAliases(t *testing.T) {
	x := &index{number: map[string]int{}}
	for _, p := range Pages(seedtest.Catalog(t, seedtest.Files(t))) {
		x.addPage(&p)
	}
	all := aliases(x.sentences)
	for _, want := range [][2]string{{"发改委", "发展改革委"}, {"工信厅", "工业和信息化厅"}} {
		if !slices.Contains(all, want) {
			t.Errorf("%s is no alias of %s", want[0], want[1])
		}
	}
	for _, a := range all {
		if a[0] == "财政厅" || a[0] == "农业厅" {
			t.Errorf("%s stands for %s", a[0], a[1])
		}
	}
}
