package search

import (
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// A suggestion is found by its key: a name, its sounds, or the first letters of these.
type suggestion struct {
	key, name, kind, url string
}

// addNames adds suggestions, [name, kind, url]: the pages by their names and the sounds of these, and
// frequent terms.
func (x *index) addNames(s *sharder) {
	all := termSuggestions(x.sentences)
	for _, p := range x.pages {
		if p.Short == "" {
			continue
		}
		keys := []string{fold(p.Short), initials(p.Short), spelling(p.Short)}
		if p.Kind == AgencyKind {
			for _, n := range p.Head {
				keys = append(keys, fold(n), initials(n), spelling(n))
			}
		}
		if code, rest, ok := strings.Cut(numberOf(p), "〔"); ok && initials(code) != "" {
			key := strings.NewReplacer("〕", "-", "第", "", "号", "").Replace(initials(code) + rest) // yz2015-42
			all = append(all, suggestion{key, numberOf(p), p.Kind, p.URL})
		}
		slices.Sort(keys)
		for _, k := range slices.Compact(keys) {
			if k != "" {
				all = append(all, suggestion{k, p.Short, p.Kind, p.URL})
			}
		}
	}
	slices.SortFunc(all, func(a, b suggestion) int {
		if c := slices.Compare([]rune(a.key), []rune(b.key)); c != 0 {
			return c
		}
		return strings.Compare(a.url, b.url)
	})
	for _, a := range all {
		s.addKey(a.key, []string{a.name, a.kind, a.url})
	}
}

// numberOf returns the number of a paper's page, or "".
func numberOf(p Page) string {
	if p.Kind != DocumentKind || len(p.Head) == 0 {
		return ""
	}
	return p.Head[0]
}

// addSounds adds the sound of each character of common use, by which a word is understood that was typed with others
// of the same sound.
func (x *index) addSounds(s *sharder) {
	for r := rune(0x4E00); r <= 0x9FA5; r++ {
		if _, err := simplifiedchinese.HZGB2312.NewEncoder().String(string(r)); err != nil {
			continue
		}
		if sound := spelling(string(r)); sound != "" {
			s.addKey(string(r), sound)
		}
	}
}

var (
	letters   = pinyin.Args{Style: pinyin.FirstLetter}
	syllables = pinyin.Args{Style: pinyin.Normal}
)

// initials returns the first letters of the sounds of name, or "" if it has a character without one.
func initials(name string) string { return sounds(name, letters) }

// spelling returns the sounds of name without their tones, fagaiwei for 发改委, or "" if it has a
// character without one.
func spelling(name string) string { return sounds(name, syllables) }

func sounds(name string, style pinyin.Args) string {
	var b strings.Builder
	for _, r := range fold(name) {
		if isWord(r) {
			b.WriteRune(r)
		} else if p := pinyin.SinglePinyin(r, style); len(p) > 0 {
			b.WriteString(p[0])
		} else if r >= 0x4E00 {
			return ""
		}
	}
	return b.String()
}
