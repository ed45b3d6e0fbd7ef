package search

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/registry"
)

// Bodies are the names of one body at one level: those that stand in the papers, and all by which
// people ask for it. 发改委, 发展改革委 and 发展和改革委员会 are one, with 发展改革厅 they are not.
type bodies struct {
	Printed []string
	Asked   []string
	Sounds  []string // of the short ones among these: fgw and fagaiwei
}

//go:embed nicknames.txt
var nicknameList string

// longestSpelled is how many characters a name has at most that is asked for by its sounds.
const longestSpelled = 4

// endings are the last words of bodies' names, which tell their level, the longer ones first. 委员会 and
// 委 are one, as are 办公室 and 办.
var endings = []struct{ word, level string }{
	{"委员会", "委"}, {"办公室", "办"}, {"总局", "总局"}, {"总署", "署"}, {"委", "委"}, {"办", "办"}, {"部", "部"}, {"厅", "厅"}, {"局", "局"}, {"署", "署"},
}

// levelled are those levels at which a body may be asked for whose line in the registry has it at
// another: where there is a 住建厅, 住建部 and 住建局 are understood too.
var levelled = []string{"部", "厅", "局"}

// splitLevel cuts a name before the word that tells its level, which is "" for a name that has none.
func splitLevel(name string) (stem, level string) {
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(name, e.word); ok && stem != "" {
			return stem, e.level
		}
	}
	return name, ""
}

// spellings returns the ways in which a name is written that differ in words which papers leave out.
func spellings(name string) []string {
	all := []string{name}
	for _, pair := range [][2]string{{"和", ""}, {"委员会", "委"}, {"办公室", "办"}, {"监督管理", "监管"}, {"国家", ""}, {"人民政府", ""}, {"政府", ""}} {
		for _, n := range all {
			if other := strings.Replace(n, pair[0], pair[1], 1); other != n && utf8.RuneCountInString(other) > 1 {
				all = append(all, other)
			}
		}
	}
	return all
}

// names returns the names of bodies of which any stands in the sentences, whose listed strings are p, each level of each line of
// the registry by itself, with those that others followed.
func names(sentences []sentence, p *phrases) []bodies {
	known := append(registry.Names(), otherBodies()...)
	groups := make([]map[string][]string, len(known))
	at := map[string][]string{} // the group of a name
	for i, line := range known {
		groups[i] = withNicknames(atLevels(line))
		for _, group := range groups[i] {
			for _, n := range group {
				at[n] = group
			}
		}
	}
	stands := standing(groups, sentences, p)
	follow := followed(at)
	all := []bodies{}
	for i := range groups {
		for _, level := range slices.Sorted(maps.Keys(groups[i])) {
			asked := groups[i][level]
			var printed []string
			for _, n := range append(slices.Clone(asked), follow[asked[0]]...) {
				if stands[n] && !slices.Contains(printed, n) {
					printed = append(printed, n)
				}
			}
			if len(printed) > 0 && len(asked) > 1 {
				all = append(all, bodies{foldAll(printed), foldAll(asked), soundsOf(asked)})
			}
		}
	}
	return all
}

// national begins the names of bodies that are told from those of provinces by it: 国家发展改革委.
const national = "国家"

// otherBodies returns the names of nicknames that the registry does not know, each a line of its own.
func otherBodies() [][]string {
	known := map[string]bool{}
	for _, line := range registry.Names() {
		for _, n := range line {
			known[n], known[national+n] = true, true
		}
	}
	var all [][]string
	for _, line := range lines(nicknameList) {
		if _, name, _ := strings.Cut(line, " "); !known[name] {
			known[name] = true
			all = append(all, []string{name})
		}
	}
	return all
}

// withNicknames adds to the names of a line's bodies those by which people call them. One for a national body is a name of
// that only: 国家计委 is 国家发展改革委, and no 省发展改革委.
func withNicknames(levels map[string][]string) map[string][]string {
	for _, level := range slices.Sorted(maps.Keys(levels)) {
		names := levels[level]
		var ofNation []string
		for _, line := range lines(nicknameList) {
			nickname, name, _ := strings.Cut(line, " ")
			bare, isNational := strings.CutPrefix(name, national)
			switch {
			case slices.Contains(names, name):
				levels[level] = appendNew(levels[level], spellings(nickname)...)
			case isNational && slices.Contains(names, bare):
				ofNation = appendNew(ofNation, nickname)
			}
		}
		if ofNation != nil {
			for _, n := range names {
				ofNation = appendNew(ofNation, national+n)
			}
			levels[national+level] = ofNation
		}
	}
	return levels
}

// appendNew appends those names that are not in list.
func appendNew(list []string, names ...string) []string {
	for _, n := range names {
		if !slices.Contains(list, n) {
			list = append(list, n)
		}
	}
	return list
}

// soundsOf returns the initials and the spellings of the short ones among names.
func soundsOf(names []string) []string {
	all := []string{}
	for _, n := range names {
		if utf8.RuneCountInString(n) > longestSpelled {
			continue
		}
		for _, sound := range []string{initials(n), spelling(n)} {
			if len(sound) > 1 && !slices.Contains(all, sound) {
				all = append(all, sound)
			}
		}
	}
	return all
}

// atLevels returns the names of a line by their level, in all spellings.
func atLevels(line []string) map[string][]string {
	by := map[string][]string{}
	var stems []string
	add := func(level, name string) {
		by[level] = appendNew(by[level], spellings(name)...)
	}
	for _, n := range line {
		stem, level := splitLevel(n)
		if bare, ok := strings.CutPrefix(n, national); ok && level != "总局" && slices.Contains(line, bare) {
			continue // what stands before a name is told from it when it is asked for; only the nation has 总局
		}
		add(level, n)
		if utf8.RuneCountInString(stem) > 1 {
			stems = append(stems, stem)
		}
	}
	house := slices.ContainsFunc(levelled, func(level string) bool { return by[level] != nil })
	for _, level := range levelled {
		if !house {
			continue
		}
		for _, stem := range stems {
			add(level, stem+level)
		}
	}
	return by
}

// followed returns, by the first name of a group, the names of the bodies that followed it or that it
// followed; at holds the group of each name.
func followed(at map[string][]string) map[string][]string {
	follow := map[string][]string{}
	for _, s := range registry.Successions {
		old, now := at[s.Old], at[s.New]
		if old == nil || now == nil || old[0] == now[0] {
			continue
		}
		follow[old[0]] = append(follow[old[0]], now...)
		follow[now[0]] = append(follow[now[0]], old...)
	}
	return follow
}

// longestUnsure is how many characters a name has at most that may stand in other words.
const longestUnsure = 3

// standing tells which names stand in the sentences, short ones as words: 科委 is none in 学科委员会, 建设部 none in 体系建设部际会议.
func standing(groups []map[string][]string, sentences []sentence, p *phrases) map[string]bool {
	var text strings.Builder
	for _, s := range sentences {
		text.WriteString(fold(s.text))
		text.WriteByte('\n')
	}
	whole := text.String()
	stands := map[string]bool{}
	for _, levels := range groups {
		for _, list := range levels {
			for _, n := range list {
				if f := fold(n); !p.mayHold(f) {
					continue
				} else if utf8.RuneCountInString(f) > longestUnsure {
					stands[n] = strings.Contains(whole, f)
				} else {
					stands[n] = mostlyWord(whole, f)
				}
			}
		}
	}
	return stands
}

// mostlyWord reports whether word stands in text, no less often than not with the sign of a place or no
// character before it.
func mostlyWord(text, word string) bool {
	all, alone := 0, 0
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return alone > 0 && 2*alone >= all
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		after, _ := utf8.DecodeRuneInString(text[at+i+len(word):])
		all++
		if (!unicode.Is(unicode.Han, before) || strings.ContainsRune("省市区县州旗家各和由与会及", before)) && after != '员' {
			alone++
		}
		at += i + len(word)
	}
}

func foldAll(names []string) []string {
	var all []string
	for _, n := range names {
		if f := fold(n); !slices.Contains(all, f) {
			all = append(all, f)
		}
	}
	return all
}
