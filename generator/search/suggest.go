package search

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/mozillazg/go-pinyin"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zhengce/generator/pattern"
)

// A suggestion is found by its keys: a name, its sounds, or the first letters of these. One of a term leads to a search and has no
// address.
type suggestion struct {
	name, kind, url string
	keys            []string
}

// suggestions returns the pages by their names and the sounds of these, and frequent terms, in the order of their names.
func (x *index) suggestions() []suggestion {
	all := append(termSuggestions(x.sentences), x.citedNumbers()...)
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
		if key := numberKey(numberOf(p)); key != "" {
			all = append(all, suggestion{numberOf(p), p.Kind, p.URL, []string{key}})
		} else if m := fileNumber.FindStringSubmatch(path.Base(p.URL)); m != nil && p.Kind == DocumentKind {
			keys = append(keys, m[1]+m[2]+"-"+m[3])
		}
		all = append(all, suggestion{p.Short, p.Kind, p.URL, keys})
	}
	slices.SortFunc(all, func(a, b suggestion) int {
		return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.url, b.url))
	})
	return all
}

// NumberKind is the kind of suggestions of papers that are cited: they lead to a search.
const NumberKind = "文号"

var (
	// cited is a document number in a text, with no word before it that would be read as its beginning.
	cited = pattern.MustCompile(`(?:^|[^\p{Han}])(\p{Han}{2,10}〔\d{4}〕第?\d{1,5}号)`)
	// fileNumber begins the name of a paper's file that tells its number: guizhengbanfa2021-106-…
	fileNumber = pattern.MustCompile(`^([a-z]+)-?(\d{4})-(\d{1,5})(?:-|\.html$)`)
)

// citedNumbers returns the numbers of papers that stand in the texts.
func (x *index) citedNumbers() []suggestion {
	own := map[string]bool{}
	for _, p := range x.pages {
		own[numberOf(p)] = true
	}
	var all []suggestion
	for i := range x.sentences {
		for _, m := range cited.FindAllStringSubmatch(x.sentences[i].text, -1) {
			number := strings.TrimLeft(m[1], "和与及按照据以")
			if key := numberKey(number); key != "" && !own[number] {
				own[number] = true
				all = append(all, suggestion{number, NumberKind, "", []string{key}})
			}
		}
	}
	return all
}

// numberKey returns by what a number is found that is typed by its initials: yz2015-42; "" where it has none.
func numberKey(number string) string {
	code, rest, ok := strings.Cut(number, "〔")
	if !ok || initials(code) == "" {
		return ""
	}
	return strings.NewReplacer("〕", "-", "第", "", "号", "").Replace(initials(code) + rest)
}

// addNames adds the keys of suggestions, each with their numbers.
func (x *index) addNames(s *sharder) {
	type key struct {
		text   string
		number int
	}
	var all []key
	for n, g := range x.suggested {
		slices.Sort(g.keys)
		for _, k := range slices.Compact(g.keys) {
			if k != "" {
				all = append(all, key{k, n})
			}
		}
	}
	slices.SortFunc(all, func(a, b key) int {
		return cmp.Or(slices.Compare([]rune(a.text), []rune(b.text)), cmp.Compare(a.number, b.number))
	})
	for i := 0; i < len(all); {
		var code []byte
		text := all[i].text
		for ; i < len(all) && all[i].text == text; i++ {
			code = appendNumber(code, all[i].number)
		}
		s.addKey(text, string(code))
	}
}

// addNamed adds suggestions, [name, kind, url].
func (x *index) addNamed(s *sharder) {
	for _, g := range x.suggested {
		s.add([]string{g.name, g.kind, g.url})
	}
}

// numberOf returns the number of a paper's page, or "".
func numberOf(p Page) string {
	if p.Kind != DocumentKind || len(p.Head) == 0 {
		return ""
	}
	return p.Head[0]
}

// addSounds adds the characters of common use by their sounds, by which a word is understood that was typed with others
// of the same sound.
func (x *index) addSounds(s *sharder) {
	by := map[string]string{}
	for r := rune(0x4E00); r <= 0x9FA5; r++ {
		if _, err := simplifiedchinese.HZGB2312.NewEncoder().String(string(r)); err != nil {
			continue
		}
		if sound := spelling(string(r)); sound != "" {
			by[sound] += string(r)
		}
	}
	for _, sound := range slices.Sorted(maps.Keys(by)) {
		s.addKey(sound, by[sound])
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
