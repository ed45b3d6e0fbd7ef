package search

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TermKind is the kind of suggestions that lead to a search.
const TermKind = "常用词"

const (
	mostTerms     = 200
	mostSentences = 20000 // that are looked through, evenly chosen
	leastTerm     = 8     // sentences with a term, at least
	leastShare    = 1000  // and one sentence in so many
	shortestTerm  = 3     // characters
	longestTerm   = 8
)

// frequent returns strings that stand in many sentences and are words or set phrases by the look of
// what stands beside them: three to eight Chinese characters that go on in many ways on either
// side. 产业集聚区 is one; 业集聚区, nearly always after 产, and 产业集, nearly always before 聚, are not.
func frequent(sentences []sentence) []string {
	some := sentences
	if len(some) > mostSentences {
		some = nil
		for i := range mostSentences {
			some = append(some, sentences[i*len(sentences)/mostSentences])
		}
	}
	least := max(leastTerm, len(some)/leastShare)
	p := findPhrases(some, width{chunks: math.MaxInt, places: least, sentences: least})
	longer := make([]int32, len(p.nodes)) // sentences with the most frequent string that has a Chinese character more
	for id := int32(1); int(id) < len(p.nodes); id++ {
		n := p.nodes[id]
		if unicode.Is(unicode.Han, n.char) {
			longer[n.parent] = max(longer[n.parent], n.sentences)
		}
		first, _ := utf8.DecodeRuneInString(p.text(id))
		if end := p.end(id); end != 0 && unicode.Is(unicode.Han, first) {
			longer[end] = max(longer[end], n.sentences)
		}
	}
	var terms []int32
	for id := int32(1); int(id) < len(p.nodes); id++ {
		n := p.nodes[id]
		if n.depth >= shortestTerm && n.depth <= longestTerm && p.wide(id) && 2*longer[id] < n.sentences && isTerm(p.text(id)) {
			terms = append(terms, id)
		}
	}
	slices.SortStableFunc(terms, func(a, b int32) int { return cmp.Compare(p.nodes[b].sentences, p.nodes[a].sentences) })
	var all []string
	for _, id := range terms[:min(len(terms), mostTerms)] {
		all = append(all, p.text(id))
	}
	return all
}

// isTerm reports whether s is all Chinese characters and none of those that join words stands at
// its ends.
func isTerm(s string) bool {
	const joining = "的地得和与及或等在为对以将把被由到从向于其各该此是有并也要应可能会"
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) || r == '〇' {
			return false
		}
	}
	first, _ := firstRune(s)
	last := []rune(s)
	return !strings.Contains(joining, first) && !strings.ContainsRune(joining, last[len(last)-1])
}

// termSuggestions returns the suggestions of frequent terms, each by itself and by its sounds.
func termSuggestions(sentences []sentence) []suggestion {
	var all []suggestion
	for _, term := range frequent(sentences) {
		all = append(all, suggestion{term, TermKind, "", []string{term, initials(term), spelling(term)}})
	}
	return all
}
