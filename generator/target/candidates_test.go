package target

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/source"
)

// Only under 分别, and where there are as many years as numbers, has each number its own.
func TestSharedYears(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"到2025年、2030年，分别建成20个、30个园区。", []string{"=20个 @2025", "=30个 @2030"}},
		{"到2025年、2030年，建成20个、30个园区。", []string{"=20个 @2030", "=30个 @2030"}},
		{"到2025年、2030年，分别建成20个、30个、40个园区。", []string{"=20个 @2030", "=30个 @2030", "=40个 @2030"}},
		{"到2025年、2030年，分别达到150万千瓦、300万千瓦，400万千瓦。", []string{"=150万千瓦 @2025", "=300万千瓦 @2030", "=400万千瓦 @2030"}},
		{"到2025年、2030年，分别建成20个园区并绿化300亩荒山。", []string{"=20个 @2030", "=300亩 @2030"}},
		{"到2025年、2030年，分别奖励20万元、30万元。", []string{"=20万元 threshold", "=30万元 threshold"}},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, readTargets(tt.text, false)); diff != "" {
			t.Errorf("%s\n(-want +got)\n%s", tt.text, diff)
		}
	}
}

// A clause of unreasonable length is quoted in part, on either side of its number.
func TestLongQuotes(t *testing.T) {
	const part = "甲乙丙丁戊己庚辛壬癸"
	long := strings.Repeat(part, 20)
	text := long + "达到20个" + long + "。"
	p := newParagraph(text, source.Span{Start: 0, End: len(text)})
	clock := &yearClock{}
	found := candidatesIn(p, &sectionScope{}, clock)
	if len(found) != 1 {
		t.Fatalf("%d numbers, want 1", len(found))
	}
	want := strings.Repeat(part, 8)
	want = want[len("达到"):] + "达到20个" + want
	if got := found[0].indicator("", clock).Quote; got != want {
		t.Errorf("quote is %q, want %q", got, want)
	}
}

// A condition without a year is for no year by no rule, also where the text begins with 全.
func TestNoYearToLose(t *testing.T) {
	const text = "全市产值超过10亿元的企业优先供地。"
	p := newParagraph(text, source.Span{Start: 0, End: len(text)})
	for _, c := range candidatesIn(p, &sectionScope{}, &yearClock{}) {
		if c.yearRule.Name != "" {
			t.Errorf("%s: by %s for no year, though it has none", text, c.yearRule.Name)
		}
	}
}
