package search

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestAsking holds that each word of asking is a pattern that takes something away.
func TestAsking(t *testing.T) {
	for _, a := range asking() {
		p, err := regexp.Compile(a[0])
		if err != nil {
			continue // JavaScript knows more; its own test runs them all
		}
		if p.MatchString("") {
			t.Errorf("%s takes nothing away", a[0])
		}
		if slices.Contains([]string{"particle", "clinging"}, a[1]) {
			if len(strings.Fields(a[0])) < 10 || strings.ContainsAny(a[0], "()|?") {
				t.Errorf("words that hold others together: %q", a[0])
			}
			continue
		}
		if !slices.Contains([]string{"who", "amount", "when", "how", "what", "may", "plain"}, a[1]) {
			t.Errorf("%s asks for %s", a[0], a[1])
		}
	}
}

func TestSynonyms(t *testing.T) {
	sentences := []sentence{{text: "对购置设备给予奖补。"}, {text: "推广甲种叫法。"}}
	all := synonyms("# the site's\n甲种叫法 乙种叫法\n没有的 也没有\n", sentences, findPhrases(sentences, wide))
	has := func(words ...string) bool {
		return slices.ContainsFunc(all, func(group []string) bool {
			return !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(group, w) })
		})
	}
	if !has("补贴", "奖补") || !has("甲种叫法", "乙种叫法") {
		t.Errorf("groups %v", all)
	}
	if has("没有的", "也没有") || has("公租房", "公共租赁住房") {
		t.Errorf("groups of words that stand nowhere: %v", all)
	}
}

func TestLines(t *testing.T) {
	if got := lines("# a\n一 二\t# why\r\n\n 　\n三"); !slices.Equal(got, []string{"一 二", " 　", "三"}) {
		t.Errorf("lines %q", got)
	}
}
