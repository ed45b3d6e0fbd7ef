package search

import "strings"

// A sentence is kept once, in the chunk of texts where it stands first, with the clauses of later chunks in which it stands.
type sentence struct {
	text   string
	chunk  int
	places int    // how often it stands
	last   int    // the last clause noted, plus one
	later  int    // the last clause noted in refs; before the first one, the first clause of its chunk
	refs   []byte // coded distances, twice each, plus one where the sentence begins the clause
}

// note adds a place in the chunk of that number.
func (s *sentence) note(clause, chunk int, first bool) {
	s.places++
	if s.last == clause+1 {
		return
	}
	s.last = clause + 1
	if chunk == s.chunk {
		return
	}
	n := 2 * (clause - s.later)
	if first {
		n++
	}
	s.later = clause
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
