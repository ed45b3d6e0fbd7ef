package search

import (
	"slices"
	"testing"
)

func TestFrequent(t *testing.T) {
	x := &index{number: map[string]int{}}
	for _, p := range seedPages(t) {
		x.addPage(&p)
	}
	got := frequent(x.sentences)
	for _, want := range []string{"产业集聚区", "商务厅", "知识产权"} {
		if !slices.Contains(got, want) {
			t.Errorf("%s is missing in %s", want, got)
		}
	}
	for _, part := range []string{"业集聚区", "产业集", "识产权", "财政厅、"} {
		if slices.Contains(got, part) {
			t.Errorf("%s is part of a word", part)
		}
	}
}

func TestIsTerm(t *testing.T) {
	for s, want := range map[string]bool{"产业集聚区": true, "的产业": false, "产业和": false, "2015年": false, "产业、": false} {
		if got := isTerm(s); got != want {
			t.Errorf("isTerm(%s) = %t", s, got)
		}
	}
}
