package target

import (
	"unicode/utf8"

	"zhengce/generator/words"
)

// deepestNesting is how deep brackets are followed; deeper ones are taken for characters.
const deepestNesting = 6

var (
	groupWords = words.Of("group-words")
	groupStops = words.Of("group-stops")
)

// A splitter cuts a paragraph into sentences and clauses.
type splitter struct {
	t        *paragraph
	sentence int          // where the sentence began
	open     []openClause // the clauses begun, the innermost last
}

// An openClause is a clause whose end is not known yet.
type openClause struct{ start, prev int }

// split finds the sentences and clauses. A full stop closes all brackets.
func (t *paragraph) split() {
	t.clauseOf = make([]int32, len(t.s))
	for i := range t.clauseOf {
		t.clauseOf[i] = -1
	}
	s := &splitter{t: t, open: []openClause{{0, -1}}}
	for i, r := range t.s {
		next := i + utf8.RuneLen(r)
		switch r {
		case '（':
			if len(s.open) <= deepestNesting {
				s.open = append(s.open, openClause{next, -1})
			}
		case '）':
			if len(s.open) > 1 {
				s.closeBracket(i, next)
			}
		case '，', '；', '：':
			id := s.closeClause(i, next)
			s.open = append(s.open, openClause{next, id})
		case '。', '！', '？':
			s.closeSentence(i, next)
		}
	}
	s.closeSentence(len(t.s), len(t.s))
}

// closeClause ends the innermost clause and returns its index; what stands before next is its own.
func (s *splitter) closeClause(end, next int) int {
	last := len(s.open) - 1
	o := s.open[last]
	s.open = s.open[:last]
	id := len(s.t.clauses)
	if o.prev >= 0 {
		s.t.clauses[o.prev].next = id
	}
	s.t.clauses = append(s.t.clauses, clause{stretch{o.start, end}, len(s.t.sentences), last, o.prev, -1})
	for i := o.start; i < next; i++ {
		if s.t.clauseOf[i] < 0 {
			s.t.clauseOf[i] = int32(id)
		}
	}
	return id
}

// closeBracket ends the clause of a bracket. Behind one that names who is responsible the text begins
// anew: 「…落实到位）中央本级支出增长3.9%」.
func (s *splitter) closeBracket(end, next int) {
	group := words.In(s.t.s[s.open[len(s.open)-1].start:end], groupWords)
	s.closeClause(end, next)
	if group && len(s.open) == 1 && words.Prefix(s.t.s[next:], groupStops) == "" {
		s.closeSentence(next, next)
	}
}

// closeSentence ends all clauses and begins a sentence at next.
func (s *splitter) closeSentence(end, next int) {
	for len(s.open) > 0 {
		s.closeClause(end, next)
	}
	if s.sentence < next {
		s.t.sentences = append(s.t.sentences, stretch{s.sentence, next})
	}
	s.sentence = next
	s.open = append(s.open, openClause{next, -1})
}
