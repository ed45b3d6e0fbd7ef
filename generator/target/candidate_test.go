package target

import (
	"testing"

	"zhengce/generator/source"
)

// lastIn returns the last number of a text with its surroundings, whether or not it is an indicator.
func lastIn(text string) *candidate {
	t := newParagraph(text, source.Span{Start: 0, End: len(text)})
	var last *candidate
	scope := sectionScope{docYear: 2021, weighed: func(all []*candidate) { last = all[len(all)-1] }}
	candidatesIn(t, &scope, &yearClock{now: 2021})
	return last
}

func TestChained(t *testing.T) {
	for text, want := range map[string]bool{
		"新建园区5个、6家": true, "新建园区5个、6亿元": true, "新建园区5个、基地和6个": true, "新建园区5个、基地6个": false, "新建园区5个，6家": true, "新建园区5个，和6家": true, "新建园区5个，中心6家": false,
		"新建园区5个，6亿元": false, "新建园区5个、基地和6亿元": false, "新建园区5个。6个": false, "水源地15度、20度坡耕地": false, "6个": false,
	} {
		if got := lastIn(text).chained(); got != want {
			t.Errorf("%s: chained is %v", text, got)
		}
	}
}

func TestRank(t *testing.T) {
	for text, want := range map[string]bool{
		"排名前30位": true, "排名靠后的3个": true, "前3年": false, "前5万元": false, "目前30家": false, "年末30家": true, "30位": false,
	} {
		if got := lastIn(text).rank(); got != want {
			t.Errorf("%s: rank is %v", text, got)
		}
	}
}

func TestVerb(t *testing.T) {
	for text, want := range map[string]int{
		"建成园区5个": 1, "聚焦园区5个": -1, "聚焦任务，建成园区5个": 1, "聚焦任务建成园区5个": 1, "建成聚焦产业的园区5个": -1, "园区5个": 0, "参与5次": 1,
		"办好美食节等活动20场": 1, "聚焦美食节等活动20场": -1, "建成等20场": -1, "淘汰国三及以下货车5辆": 1, "建成（聚焦产业）园区5个": 1, "（建成）园区5个": 0,
	} {
		if got := lastIn(text).verb(); got != want {
			t.Errorf("%s: verb is %d, want %d", text, got, want)
		}
	}
}

func TestUnbracket(t *testing.T) {
	for s, want := range map[string]string{"甲（乙（丙）丁）戊": "甲戊", "甲“乙”《丙》丁": "甲丁", "甲）乙": "甲乙", "甲（乙": "甲"} {
		if got := unbracket(s); got != want {
			t.Errorf("unbracket(%s) = %s, want %s", s, got, want)
		}
	}
}

func TestOwnYear(t *testing.T) {
	for text, want := range map[string]bool{
		"到2025年，建成园区5个": true, "建成园区5个，2025年底前完成": true, "到2025年，建成园区5个。建成基地6个": false, "建成园区5个": false,
	} {
		if got := lastIn(text).ownYear; got != want {
			t.Errorf("%s: own year is %v", text, got)
		}
	}
}

func TestCounts(t *testing.T) {
	for text, want := range map[string]bool{"5个": true, "5人": true, "5次": true, "5%": false, "5年": false} {
		if got := lastIn(text).n.counts(); got != want {
			t.Errorf("%s: counts is %v", text, got)
		}
	}
}
