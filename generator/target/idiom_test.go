package target

import "testing"

// TestIdioms holds what numbers in fixed words are, and are not.
func TestIdioms(t *testing.T) {
	decided(t, []near{
		{"全市老人预计2030年将达到〔9〕万人。", "forecast"},
		{"预计到2030年，全市老人将超过〔9〕万人。", "forecast"},
		{"到2030年，全市床位将达到〔9〕万张。", "reached target"},
		{"〔两〕个或者两个以上单位联合申报的，给予奖励。", "two-or-more"},
		{"两个或者〔两〕个以上单位联合申报的，给予奖励。", "han-compared threshold"},
		{"上〔一〕次检查不少于3天。", "one-of-several-times"},
		{"年内遴选首批〔20〕个数据集。", "count-under-a-verb target"},
		{"年内公布首批〔20〕个数据集名单。", "count-of-what-is"},
		{"到2025年，〔65〕岁以上老人签约率达到80%。", "age-in-the-name-of-a-rate"},
		{"到2025年，〔65〕岁以上老人签约服务，覆盖率达到80%。", "compared threshold"},
		{"补贴政策设3年试行期，有〔2〕年有效期。", "validity-of-so-long threshold"},
	})
}

// TestHundreds holds that 千 before 万 belongs to the value, as in 千万 alone.
func TestHundreds(t *testing.T) {
	for _, tt := range []struct {
		text, unit string
		value      float64
	}{
		{"3千万元", "万元", 3000}, {"2百亿", "亿", 200}, {"5十万吨", "万吨", 50}, {"1.5千万", "万", 1500}, {"4千元", "千元", 4}, {"6万元", "万元", 6},
	} {
		n, _ := readNumber(tt.text, 0)
		if got := tt.text[n[0].unitStart:n[0].unitEnd]; n[0].value != tt.value || got != tt.unit {
			t.Errorf("%s: %v %s", tt.text, n[0].value, got)
		}
	}
}
