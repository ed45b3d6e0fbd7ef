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

// TestPagesHoldMarks: a search shows 10⁵ and finds it by 105 as well; the markup of a formula is none of its words.
func TestPagesHoldMarks(t *testing.T) {
	f := source.NewFile("seeds/x.txt", "关于粮食的通知\n\n（一）产量达到105吨，按补=甲计算。\n")
	at := func(words string) source.Span {
		i := strings.Index(f.Text, words)
		return source.Span{Start: i, End: i + len(words)}
	}
	f.Marks = []source.Mark{{Span: at("5"), Kind: source.Superscript}, {Span: at("补=甲"), Kind: source.Formula, Note: "<math><mi>补</mi></math>"}}
	var texts []string
	for _, part := range Pages(seedtest.Catalog(t, []*source.File{f}))[0].Parts {
		texts = append(texts, part.Texts...)
	}
	all := strings.Join(texts, "\n")
	if !strings.Contains(all, "达到10⁵吨，按补=甲计算") || !strings.Contains(fold(all), "达到105吨") || strings.Contains(all, "<") {
		t.Errorf("the search knows %q", all)
	}
}

// TestPagesHoldDeadlines: a clause is chosen by the last days of its deadlines, those of a row of an annex too; not by when
// something begins.
func TestPagesHoldDeadlines(t *testing.T) {
	f := source.NewFile("seeds/x.txt", "关于粮食的通知\n\n（一）2021年6月30日前建成粮库，2022年底前扩建。\n（二）自2021年7月1日起施行补贴。\n")
	var got []string
	for _, part := range Pages(seedtest.Catalog(t, []*source.File{f}))[0].Parts {
		if part.URL != "" && !part.Apart {
			got = append(got, part.Anchor+" "+strings.Join(part.Sets, ","))
		}
	}
	if want := []string{"m1 2021-06-30,2022-12-31", "m2 "}; !slices.Equal(got, want) {
		t.Errorf("deadlines %q, want %q", got, want)
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
