package search

import "strings"

// A sentence is kept once, with the clauses in which it stands.
type sentence struct {
	text   string
	places int // how often it stands
	last   int // the last clause noted, plus one
	refs   []byte
}

// note adds a place. Its number is twice the clause's, plus one where the sentence begins it.
func (s *sentence) note(clause int, first bool) {
	s.places++
	if s.last == clause+1 {
		return
	}
	n := 2 * (clause - max(0, s.last-1))
	if first {
		n++
	}
	s.last = clause + 1
	s.refs = appendNumber(s.refs, n)
}

// split cuts a paragraph after each mark that ends a sentence. The marks are the same for the
// reader of queries in static/js/search-engine.js, which looks a phrase over such a mark up by
// its pieces.
func split(text string) []string {
	var all []string
	at := 0
	for i, r := range text {
		if strings.ContainsRune("。｡！？；!?;", r) {
			end := i + len(string(r))
			all = append(all, text[at:end])
			at = end
		}
	}
	if at < len(text) {
		all = append(all, text[at:])
	}
	return all
}
