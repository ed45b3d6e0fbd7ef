package search

import (
	"slices"
	"strings"
)

// digits are those of the postings: five bits of a number each, with a sixth that says that
// more follow.
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

// A posting is the list of passages that hold a gram, coded as the distances between their numbers.
type posting struct {
	last int // number of the last passage added, plus one
	code []byte
}

// add appends the passage n, unless it is the last one already.
func (p *posting) add(n int) {
	if p.last == n+1 {
		return
	}
	d := n - p.last
	p.last = n + 1
	for d >= 32 {
		p.code = append(p.code, digits[32|d&31])
		d >>= 5
	}
	p.code = append(p.code, digits[d])
}

// addGrams adds every gram with its posting, in the order of the grams: [gram, posting].
func addGrams(s *sharder, passages []passage) {
	postings := map[[2]rune]*posting{}
	note := func(gram [2]rune, n int) {
		p := postings[gram]
		if p == nil {
			p = &posting{}
			postings[gram] = p
		}
		p.add(n)
	}
	for n, p := range passages {
		var last rune
		for _, r := range fold(p.text) {
			if r == ' ' {
				last = 0
				continue
			}
			note([2]rune{r}, n)
			if last != 0 {
				note([2]rune{last, r}, n)
			}
			last = r
		}
	}
	grams := make([][2]rune, 0, len(postings))
	for g := range postings {
		grams = append(grams, g)
	}
	slices.SortFunc(grams, func(a, b [2]rune) int { return slices.Compare(a[:], b[:]) })
	for _, g := range grams {
		text := strings.TrimRight(string(g[:]), "\x00")
		s.add(text, []string{text, string(postings[g].code)})
	}
}
