package search

import (
	"slices"
	"strings"
)

// digits are those of coded numbers: five bits each, with a sixth that says that more follow.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// appendNumber appends n, which is not negative, to code.
func appendNumber(code []byte, n int) []byte {
	for n >= 32 {
		code = append(code, digits[32|n&31])
		n >>= 5
	}
	return append(code, digits[n])
}

// A posting is a list of rising numbers, coded as the distances between them.
type posting struct {
	last int // the last number added, plus one
	code []byte
}

// add appends n, unless it is the last one already.
func (p *posting) add(n int) {
	if p.last == n+1 {
		return
	}
	p.code = appendNumber(p.code, n-p.last)
	p.last = n + 1
}

// A gram is a character or two neighbours; the second is 0 if there is one only.
type gram [2]rune

func compareGrams(a, b gram) int { return slices.Compare(a[:], b[:]) }

func (g gram) String() string { return strings.TrimRight(string(g[:]), "\x00") }

// grams calls note for each gram of folded, as often as it stands there.
func grams(folded string, note func(gram)) {
	var last rune
	for _, r := range folded {
		if r == ' ' {
			last = 0
			continue
		}
		note(gram{r})
		if last != 0 {
			note(gram{last, r})
		}
		last = r
	}
}

// wide is the number of places from which on a gram's clauses are listed by themselves, so that
// nobody needs to load the places of all its sentences.
const wide = 20000

// wideGrams returns the grams that stand in very many places, and for each sentence the numbers
// of those in it.
func wideGrams(sentences []sentence) ([]gram, [][]int) {
	total := 0
	for _, t := range sentences {
		total += t.places
	}
	if total < wide {
		return nil, nil
	}
	places := map[gram]int{}
	last := map[gram]int{}
	for n, t := range sentences {
		grams(fold(t.text), func(g gram) {
			if last[g] != n+1 {
				last[g] = n + 1
				places[g] += t.places
			}
		})
	}
	all := []gram{}
	number := map[gram]int{}
	for g, n := range places {
		if n >= wide {
			all = append(all, g)
		}
	}
	slices.SortFunc(all, compareGrams)
	for i, g := range all {
		number[g] = i
	}
	of := make([][]int, len(sentences))
	for n, t := range sentences {
		grams(fold(t.text), func(g gram) {
			if i, ok := number[g]; ok {
				of[n] = append(of[n], i)
			}
		})
		slices.Sort(of[n])
		of[n] = slices.Compact(of[n])
	}
	return all, of
}

// addGrams adds every gram with the sentences in which it stands: [gram, posting], and a third
// value for those that addWide adds too.
func (x *index) addGrams(s *sharder) {
	postings := map[gram]*posting{}
	for n, t := range x.sentences {
		grams(fold(t.text), func(g gram) { add(postings, g, n) })
	}
	isWide := map[gram]bool{}
	for _, g := range x.wide {
		isWide[g] = true
	}
	each(postings, func(g gram, code string) {
		if isWide[g] {
			s.add(g.String(), []any{g.String(), code, 1})
		} else {
			s.add(g.String(), []string{g.String(), code})
		}
	})
}

// addWide adds the grams that stand in very many places, with their clauses: [gram, posting].
func (x *index) addWide(s *sharder) {
	postings := make([]posting, len(x.wide))
	for c, list := range x.clauses {
		for _, n := range list {
			if n < 0 || x.wideIn == nil {
				continue
			}
			for _, i := range x.wideIn[n] {
				postings[i].add(c)
			}
		}
	}
	for i, g := range x.wide {
		s.add(g.String(), []string{g.String(), string(postings[i].code)})
	}
}

func add(postings map[gram]*posting, g gram, n int) {
	p := postings[g]
	if p == nil {
		p = &posting{}
		postings[g] = p
	}
	p.add(n)
}

// each calls f for the postings in the order of their grams.
func each(postings map[gram]*posting, f func(g gram, code string)) {
	all := make([]gram, 0, len(postings))
	for g := range postings {
		all = append(all, g)
	}
	slices.SortFunc(all, compareGrams)
	for _, g := range all {
		f(g, string(postings[g].code))
	}
}
