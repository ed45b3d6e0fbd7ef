package audit

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/source"
)

func TestLosses(t *testing.T) {
	entry := func(at int, text string) source.Entry { return source.Entry{Part: "a", At: at, Text: text} }
	part := []Part{{Name: "a", Nodes: []Node{{10, "改造仓库"}, {30, " 十二座，"}, {50, "新建三座。"}}}}
	tests := []struct {
		name    string
		account source.Account
		want    []source.Loss
	}{
		{"all", source.Account{entry(10, "改造仓库"), entry(30, "十二座，"), entry(50, "新建 三座。")}, nil},
		{"in another order", source.Account{entry(50, "新建三座。"), entry(30, "十二座，"), entry(10, "改造仓库")}, nil},
		{"cut in other pieces", source.Account{entry(10, "改造"), entry(12, "仓库十二"), entry(40, "座，新建三座。")}, nil},
		{"a node left out", source.Account{entry(10, "改造仓库"), entry(50, "新建三座。")}, []source.Loss{{Part: "a", At: 30, Text: "十二座，"}}},
		{"a character", source.Account{entry(10, "改造仓库十二座，新建座。")}, []source.Loss{{Part: "a", At: 50, Text: "三"}}},
		{"the same characters", source.Account{entry(1, "座十"), entry(2, "改造仓二库，新建"), entry(3, "三座。")}, nil},
		{"nothing", nil, []source.Loss{{Part: "a", At: 10, Text: "改造仓库十二座，新建三座。"}}},
		{"moved to the end", source.Account{entry(10, "改造仓库"), entry(50, "新建三座。"), entry(60, "十二座，")}, nil},
		{"another part", source.Account{{Part: "b", Text: "改造仓库十二座，新建三座。"}}, []source.Loss{{Part: "a", At: 10, Text: "改造仓库十二座，新建三座。"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, Losses(part, tt.account)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestLossesOfLongTexts holds that much text and many losses take no more time than their size.
func TestLossesOfLongTexts(t *testing.T) {
	var part Part
	var account source.Account
	for i := range 60_000 {
		text := fmt.Sprintf("第%d段建设项目%d个，", i, i*7919%1000)
		part.Nodes = append(part.Nodes, Node{i * 100, text})
		if i%3 == 1 {
			text = text[:len("第")] // cut in other pieces, and the rest lost
		}
		account = append(account, source.Entry{At: i*100 + 1, Text: text})
	}
	start, lost := time.Now(), 0
	for _, l := range Losses([]Part{part}, account) {
		lost += utf8.RuneCountInString(l.Text)
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if lost < 20_000*8 || lost > 20_000*18 {
		t.Errorf("lost %d characters", lost)
	}
	one := []Part{{Nodes: []Node{{0, strings.Repeat("改造仓库十二座。", 5000) + "新建三座。" + strings.Repeat("检查。", 5000)}}}}
	want := []source.Loss{{Text: "三"}}
	got := Losses(one, source.Account{{At: 1, Text: strings.Replace(one[0].Nodes[0].Text, "新建三座", "新建座", 1)}})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
