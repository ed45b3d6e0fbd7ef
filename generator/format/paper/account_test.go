package paper

import (
	"testing"

	"zhengce/generator/source"
)

// TestNothingToShow: noise of control characters alone stands nowhere in the text, so it is left out, with its reason.
func TestNothingToShow(t *testing.T) {
	var b Builder
	b.Line("一、总体要求", "")
	b.Rich(Of("\x10", source.Entry{Part: "第1页", Text: "\x10"}), "写在页面上的批注")
	b.Rich(Of("已阅", source.Entry{Part: "第1页", Text: "已阅"}), "写在页面上的批注")
	want := []source.Fate{source.LeftOut, source.AsNoise}
	for i, e := range b.Account {
		if e.Fate != want[i] || e.Span.Empty() != (want[i] == source.LeftOut) || e.Reason == "" {
			t.Errorf("entry %d is %+v", i, e)
		}
	}
	if len(b.Account) != len(want) {
		t.Errorf("%d entries, want %d", len(b.Account), len(want))
	}
}
