package target

import (
	"strings"
	"testing"

	"zhengce/generator/source"
)

// readRules returns the comparators of the numbers of a text with the rules that gave them.
func readRules(text string) string {
	t := newParagraph(text, source.Span{Start: 0, End: len(text)})
	var out []string
	numbers, _ := readNumbers(t)
	cmps := make([]comparator, len(numbers))
	prev := 0
	for i := range numbers {
		cmps[i] = readComparator(t, &numbers[i], prev)
		prev = cmps[i].tail
	}
	shareComparators(t, numbers, cmps)
	for _, c := range cmps {
		out = append(out, strings.TrimSpace(c.cmp+" "+c.rule))
	}
	return strings.Join(out, "; ")
}

func TestComparators(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"5个以上，3年期以上，5个期以上，5个（含）以上", "≥ comparator-behind; ≥ comparator-behind; ; ≥ comparator-behind"},
		{"超过5个，不超过5个，不得超过5个", "> comparator-before; ≤ comparator-before; ≤ comparator-before"},
		{"3分钟内，3—5分钟内，不少于3分钟内，5个内", "≤ within-a-time; ; ≥ comparator-before; "},
		{"不超过道路长度的30%，超过道路长度的30%", "≤ comparator-before-apart; > comparator-before-apart"},
		{"超过同行、道路长度的30%，不超过同行、道路长度的30%", "; ≤ comparator-before-apart"},
		{"至少" + strings.Repeat("甲", 30) + "5个，至少" + strings.Repeat("甲", 40) + "5个", "≥ comparator-before-apart; "},
		{"至少甲不超过乙的30%", "≤ comparator-before-apart"},
		{"不足首期交存额30%，不足首期、30%，不足首期的30%，不足首期30个", "< falls-short-of-a-share; ; ; "},
		{"不足" + strings.Repeat("甲", 20) + "30%", ""},
		{"50余个，过百亿元，过百亿，过百个，过5亿元，经过5亿元", "≈ somewhat-more; > past-a-round-sum; > past-a-round-sum; ; > past-a-round-sum; "},
		{"不低于10%、2小时，不低于10%和2小时，至少10%、2小时", "≥ comparator-before; ≥ comparator-for-what-follows; ≥ comparator-before; ; ≥ comparator-before; "},
		{"分别突破5人、6元，突破5人、6元", "> comparator-before; > comparator-for-what-follows; > comparator-before; "},
		{"突破5元和6元，突破5元和约6元", "> comparator-before; > comparator-of-the-first; > comparator-before; ≈ comparator-before"},
		{"5元、6元以上，5元、6人以上，5元，6元以上，约5元、6元以上，5年、6年内", "≥ comparator-of-the-last; ≥ comparator-behind; ; ≥ comparator-behind; ; ≥ comparator-behind; ≈ comparator-before; ≥ comparator-behind; ; ≤ within-a-time"},
		{"不低于10%、约2小时，至少甲的10%和20%，5元、约6元", "≥ comparator-before; ≈ comparator-before; ≥ comparator-before-apart; ; ; ≈ comparator-before"},
		{"至少配1名医师、2名护士和3人，至少配1名医师、每班2名，至少配1名医师、聘用2名", "≥ comparator-before-apart; ≥ comparator-for-a-list-of-things; ≥ comparator-for-a-list-of-things; ≥ comparator-before-apart; ; ≥ comparator-before-apart; "},
		{"不应小于5米，不宜超过5米，不突破5亩", "≥ comparator-before; ≤ comparator-before; ≤ comparator-before"},
		{"比例上限由7%提高到15%，占比下限相应提高到30%", "≤ comparator-before-apart; ≤ bound-that-is-moved; ≥ comparator-before-apart"},
		{"提供1000兆（Mbps）以上，提供1000兆（Mbps），提供1000兆（下行）以上", "≥ comparator-behind; ; "},
		{"不足总额30%，低于标准1.5倍，低于标准的1.5倍，少于上年下降5%，产值过5亿元，通过5亿元", "< falls-short-of-a-share; < falls-short-of-a-share; ; ; > past-a-round-sum; "},
		{"3年内不得申报，3年内追回，5年内免征", "= time-that-lasts; ≤ within-a-time; = time-that-lasts"},
		{"5个", ""},
	} {
		if got := readRules(tt.text); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, got, tt.want)
		}
	}
}
