package search

import (
	"slices"
	"testing"
)

// TestNumbersSuggested: papers are found by the initials of their numbers, those that are only cited too, and one whose text tells
// no number by the one that its file is named for.
func TestNumbersSuggested(t *testing.T) {
	x := &index{number: map[string]int{}, pages: []Page{
		{URL: "documents/qingzheng-2019-7.html", Title: "办法", Short: "办法", Kind: DocumentKind, Head: []string{"青政〔2019〕7号"},
			Parts: []Part{{Texts: []string{"根据《规定》（国办函〔2011〕10号）和青政〔2019〕7号，制定本办法，见函〔2011〕号。"}}}},
		{URL: "documents/guizhengbanfa2021-106-qiche.html", Title: "措施", Short: "措施", Kind: DocumentKind},
		{URL: "documents/jihua-2021.html", Title: "计划", Short: "计划", Kind: DocumentKind},
	}}
	for i := range x.pages {
		x.addPage(&x.pages[i])
	}
	found := map[string]string{}
	for _, s := range x.suggestions() {
		for _, key := range s.keys {
			found[key] = s.name
		}
	}
	for key, want := range map[string]string{"qz2019-7": "青政〔2019〕7号", "gbh2011-10": "国办函〔2011〕10号", "guizhengbanfa2021-106": "措施"} {
		if found[key] != want {
			t.Errorf("%s finds %q, not %s", key, found[key], want)
		}
	}
	if n := len(slices.DeleteFunc(x.suggestions(), func(s suggestion) bool { return s.kind != NumberKind })); n != 1 {
		t.Errorf("%d cited numbers", n)
	}
}
