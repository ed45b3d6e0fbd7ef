package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mozillazg/go-pinyin"

	"zhengce/generator/registry"
)

// aliases returns the short names by which people look for bodies, each with a name that stands
// in the sentences: 发改委 with 发展改革委. Names that another followed are no short names of it.
func aliases(sentences []sentence) [][2]string {
	renamed := map[[2]string]bool{}
	for _, s := range registry.Successions {
		renamed[[2]string{s.Old, s.New}] = true
	}
	var all [][2]string
	printed := map[string]bool{}
	for _, names := range registry.Names() {
		for _, n := range names {
			printed[n] = false
		}
	}
	note(printed, sentences)
	for _, names := range registry.Names() {
		for _, short := range atEachLevel(names) {
			for _, long := range names {
				if printed[long] && abbreviates(short, long) && !renamed[[2]string{short, long}] {
					all = append(all, [2]string{short, long})
				}
			}
		}
	}
	return all
}

// atEachLevel returns the names of bodies with one function, and those that differ from them in the
// level: where there is a 住建厅, 住建部 and 住建局 are understood too.
func atEachLevel(names []string) []string {
	const levels = "部委厅局"
	all := slices.Clone(names)
	for _, n := range names {
		last, size := utf8.DecodeLastRuneInString(n)
		if !strings.ContainsRune(levels, last) {
			continue
		}
		for _, level := range levels {
			if other := n[:len(n)-size] + string(level); !slices.Contains(all, other) {
				all = append(all, other)
			}
		}
	}
	return all
}

// note sets those of names that stand in the sentences.
func note(names map[string]bool, sentences []sentence) {
	left := make([]string, 0, len(names))
	for n := range names {
		left = append(left, n)
	}
	slices.Sort(left)
	var text strings.Builder
	for _, s := range sentences {
		text.WriteString(fold(s.text))
		text.WriteByte('\n')
	}
	whole := text.String()
	for _, n := range left {
		names[n] = strings.Contains(whole, fold(n))
	}
}

// abbreviates reports whether short is made of characters of long, in their order, with the
// same first and last one, and leaves more out than 和 and 员会: 工信厅 of 工业和信息化厅, but
// not 发展改革委 of 发展和改革委员会, which is another form of the whole name, nor 农业厅 of
// 农牧业厅 or 卫生局 of 卫生健康局, which are other bodies.
func abbreviates(short, long string) bool {
	whole := strings.NewReplacer("委员会", "委", "和", "")
	s, l := []rune(whole.Replace(short)), []rune(whole.Replace(long))
	if len(s) < 2 || len(s) >= len(l) || len(s) > 2 && len(s)+1 == len(l) || s[0] != l[0] || s[len(s)-1] != l[len(l)-1] {
		return false
	}
	if len(s) > 2 && strings.HasPrefix(string(l), string(s[:len(s)-1])) {
		return false
	}
	for _, r := range l {
		if len(s) > 0 && s[0] == r {
			s = s[1:]
		}
	}
	return len(s) == 0
}

// A suggestion is found by its key: a name, or the first letters of its sounds.
type suggestion struct {
	key, name, kind, url string
}

// addNames adds suggestions, [name, kind, url]: the pages by their names and the initials of
// these, and frequent terms.
func (x *index) addNames(s *sharder) {
	all := termSuggestions(x.sentences)
	for _, p := range x.pages {
		if p.Short == "" {
			continue
		}
		keys := []string{fold(p.Short), initials(p.Short)}
		if p.Kind == AgencyKind {
			for _, n := range p.Head {
				keys = append(keys, fold(n), initials(n))
			}
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

var sounds = pinyin.Args{Style: pinyin.FirstLetter}

// initials returns the first letters of the sounds of name, or "" if it has a character without one.
func initials(name string) string {
	var b strings.Builder
	for _, r := range fold(name) {
		if isWord(r) {
			b.WriteRune(r)
		} else if p := pinyin.SinglePinyin(r, sounds); len(p) > 0 {
			b.WriteString(p[0])
		} else if r >= 0x4E00 {
			return ""
		}
	}
	return b.String()
}
