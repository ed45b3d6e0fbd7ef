package target

import (
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/words"
)

var (
	ruleTitles    = words.Of("rule-titles")
	standardNouns = words.Of("standard-nouns")
	listIntros    = words.Of("list-intros")
)

// setsRules reports whether the title of a section says that it tells who qualifies, or by what standard. One
// that orders something, 「改善通行条件」, does not.
func setsRules(title string) bool {
	if words.Suffix(title, ruleTitles) != "" {
		return true
	}
	noun := words.Suffix(title, standardNouns)
	rest := strings.TrimSuffix(title, noun)
	rest = strings.TrimSuffix(rest, words.Suffix(rest, goalVerbs)) // 建设标准
	return noun != "" && !words.In(rest, goalVerbs) && !words.In(rest, changeVerbs) && !words.In(rest, bettering)
}

var bettering = words.Of("bettering-verbs")

// listsConditions reports whether the text above the numbered items of which s is one brings them in as
// conditions: 「申请人应当符合下列条件：」.
func (f *finder) listsConditions(s *document.Section) bool {
	for up := s; up.Parent != nil; up = up.Parent {
		above := up.Parent
		last := f.d.File.Squeezed(above.Title)
		for _, b := range slices.Backward(above.Blocks) {
			if !b.Empty() && b.Start < up.Start {
				last = f.d.File.Squeezed(b.Span)
				break
			}
		}
		if before, ok := strings.CutSuffix(strings.Replace(last, ":", "：", 1), "："); ok && words.Suffix(before, listIntros) != "" {
			return true
		}
	}
	return false
}
