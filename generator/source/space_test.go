package source_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/source"
)

// TestIsSpace holds that the short ways to tell white space agree with what it is, for every character.
func TestIsSpace(t *testing.T) {
	const marks = "\u200B\u200C\u200D\u2060\uFEFF\u00AD"
	for r := range rune(unicode.MaxRune + 1) {
		want := unicode.IsSpace(r) || strings.ContainsRune(marks, r)
		if got := source.IsSpace(r); got != want {
			t.Errorf("IsSpace(%U) = %t, want %t", r, got, want)
		}
		if !utf8.ValidRune(r) {
			continue
		}
		squeezed := "甲a" + string(r) + "乙"
		if want {
			squeezed = "甲a乙"
		}
		if got := source.Squeeze("甲a" + string(r) + "乙"); got != squeezed {
			t.Errorf("a text with %U is squeezed to %q, want %q", r, got, squeezed)
		}
	}
	if got, want := source.Squeeze("甲 \xE4乙"), "甲\uFFFD乙"; got != want {
		t.Errorf("a text that is no UTF-8 is squeezed to %q, want %q", got, want)
	}
}
