package search

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
)

//go:embed traditional.txt
var traditionalList string

// addTraditional adds the traditional characters, each with its simple one, as far as the simple
// one stands in the sentences: a query that is found nowhere is looked up with these.
func (x *index) addTraditional(s *sharder) {
	stands := map[string]bool{}
	for r := range x.characters() {
		stands[string(r)] = true
	}
	simple := map[string]string{}
	for line := range strings.Lines(traditionalList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			from, to := firstRune(pair)
			if stands[fold(to)] {
				simple[fold(from)] = fold(to)
			}
		}
	}
	for _, from := range slices.Sorted(maps.Keys(simple)) {
		s.addKey(from, simple[from])
	}
}

// firstRune cuts a string after its first character.
func firstRune(s string) (first, rest string) {
	for i := range s {
		if i > 0 {
			return s[:i], s[i:]
		}
	}
	return s, ""
}
