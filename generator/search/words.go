package search

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/registry"
)

//go:embed asking.txt
var askingList string

//go:embed synonyms.txt
var synonymList string

// lines returns the lines of a list without its comments.
func lines(list string) []string {
	var all []string
	for line := range strings.Lines(list) {
		text, _, _ := strings.Cut(strings.TrimRight(line, "\r\n"), "#")
		if text = strings.TrimRight(text, " \t"); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// asking returns the words of asking: [pattern, what is asked].
func asking() [][2]string {
	var all [][2]string
	for _, line := range lines(askingList) {
		what, pattern, _ := strings.Cut(line, "\t")
		all = append(all, [2]string{pattern, what})
	}
	return all
}

// synonyms returns groups of words of one meaning of which any stands in the sentences, ours and then those of own.
func synonyms(own string, sentences []sentence, p *phrases) [][]string {
	var text strings.Builder
	for _, s := range sentences {
		text.WriteString(fold(s.text))
		text.WriteByte('\n')
	}
	whole := text.String()
	all := [][]string{} // no null for those who read it
	for _, line := range append(lines(synonymList), lines(own)...) {
		group := foldAll(strings.Fields(line))
		if len(group) > 1 && slices.ContainsFunc(group, func(w string) bool { return p.mayHold(w) && strings.Contains(whole, w) }) {
			all = append(all, group)
		}
	}
	return all
}

// A region is how the papers of a place and people call it: 河南省, 河南 and 豫, whose own papers write 省 for it.
type region struct {
	name  string
	asked []string
	level string
}

// regions returns the regions of the pages, in the order of their names.
func (x *index) regions() []region {
	by := map[string]region{}
	for _, p := range x.pages {
		if p.Region == "" || p.Region == registry.National {
			continue
		}
		stem, level := p.Region, ""
		for _, l := range placeLevels {
			if s, ok := strings.CutSuffix(p.Region, l); ok && utf8.RuneCountInString(s) > 1 {
				stem, level = s, l
				break
			}
		}
		by[p.Region] = region{p.Region, []string{p.Region, stem}, level}
	}
	for _, r := range registry.Regions {
		if _, ok := by[r.Name]; ok {
			by[r.Name] = region{r.Name, []string{r.Name, r.Short, r.Abbr}, r.Level}
		}
	}
	var all []region
	for _, name := range slices.Sorted(maps.Keys(by)) {
		all = append(all, by[name])
	}
	return all
}

// placeLevels end the names of places, and stand for them in their papers.
var placeLevels = []string{"自治区", "自治州", "市", "区", "县", "州", "盟", "旗"}

// addWords adds by what a query is understood: the words of asking, groups of words of one meaning,
// the names of bodies [[printed], [asked], [sounds]] and of regions [name, [asked], level]; and where strings are listed, all
// characters of the library, in their order.
func (x *index) addWords(s *sharder) {
	groups := synonyms(x.synonyms, x.sentences, x.phrases)
	known := [][3][]string{}
	for _, b := range names(x.sentences, x.phrases) {
		known = append(known, [3][]string{b.Printed, b.Asked, b.Sounds})
	}
	s.add(asking())
	s.add(groups)
	s.add(known)
	places := [][]any{}
	for _, r := range x.regions() {
		places = append(places, []any{r.name, r.asked, r.level})
	}
	s.add(places)
	if x.many() > 0 {
		s.add(string(slices.Sorted(maps.Keys(x.characters()))))
	}
}
