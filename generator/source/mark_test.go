package source

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestRaised(t *testing.T) {
	f := NewFile("x", "105吨，CO2，xi，30m2\n")
	f.Marks = []Mark{{Span{11, 12}, Subscript, ""}, {Span{2, 3}, Superscript, ""}, {Span{15, 17}, Superscript, ""}, {Span{23, 24}, Superscript, ""}, {Span{6, 99}, Superscript, ""}, {Span{0, 3}, Struck, ""}}
	for _, tt := range []struct {
		s    Span
		want string
	}{{Span{0, 24}, "10⁵吨，CO₂，xi，30m²"}, {Span{0, 2}, "10"}, {Span{2, 6}, "⁵吨"}, {Span{20, 23}, "30m"}} {
		if got := f.Raised(tt.s); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.s, got, tt.want)
		}
	}
	for _, all := range []map[rune]rune{raised, lowered} {
		for r, small := range all {
			if norm.NFKC.String(string(small)) != string(r) {
				t.Errorf("a search for %q does not find %q", r, small)
			}
		}
	}
}
