package pattern

import (
	"strings"
	"testing"
	"unicode"
)

func TestSet(t *testing.T) {
	const held = "甲乙。，0a\x00\u3000𠮷"
	s := SetOf("甲乙。，", "0a\x00\u3000𠮷")
	for r := range rune(unicode.MaxRune + 1) {
		if got, want := s.Has(r), strings.ContainsRune(held, r); got != want && r != unicode.ReplacementChar {
			t.Fatalf("%U is in the set: %t, want %t", r, got, want)
		}
	}
	if s.Has(-1) || s.Has(unicode.ReplacementChar) {
		t.Error("no character is in the set")
	}
}
