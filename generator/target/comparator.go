package target

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

// A comparatorWord is a word before or behind a number that says how it is meant.
type comparatorWord struct {
	word, cmp string
	far       bool // it may stand some words before the number: 不少于道路长度的30%
}

// The words before a number and those behind it and its unit. Among those that fit, the longest counts.
var comparatorsBefore, comparatorsAfter = readComparators()

func readComparators() (before, after []comparatorWord) {
	for _, row := range words.Rows("comparators", 3) {
		if w := (comparatorWord{row[0], row[1], row[2] == "far"}); row[2] == "behind" {
			after = append(after, w)
		} else {
			before = append(before, w)
		}
	}
	return before, after
}

// A comparator is the comparator of a number with the place where the words after it end.
type comparator struct {
	cmp     string // "" where no word says it
	near    bool   // the word before stands next to the number
	after   bool   // a word after the number says it
	tail    int    // where the text after the number, its unit and the word begins
	inside  bool   // 内 after a time: 48小时内
	leading string // the word before it
	rule    string // name of the rule that gave it
}

// How many bytes of text words of comparison are looked for in.
const (
	behindReach = 120 // behind the unit
	farReach    = 100 // from a word to the number that it stands apart from, some 30 characters
	shortReach  = 40  // from 不足 to its share: only the name of the whole stands between
)

// readComparator reads the comparator of n within its clause. prev is the end of the number
// before it in the clause, beyond which no word is looked for.
func readComparator(t *paragraph, n *number, prev int) comparator {
	q := &comparing{n: n}
	clause := t.clause(n.start)
	from := max(clause.start, min(prev, n.start))
	q.before, q.head = t.s[clause.start:from], t.s[from:n.start]
	q.rest = t.s[n.unitEnd:t.clauseLimit(n.unitEnd)]
	q.answer.tail = n.unitEnd
	if strings.HasPrefix(q.rest, "内") && (n.group == "time" || n.isLength(t.s)) {
		q.answer.inside, q.answer.after = true, !n.ranged
		q.answer.tail += len("内")
	}
	rule, _ := comparatorRules.First(q)
	q.answer.rule = rule.Name
	return q.answer
}

// clauseLimit returns how far the words after byte i are read, at most to the end of the sentence.
func (t *paragraph) clauseLimit(i int) int {
	if i >= len(t.s) {
		return len(t.s)
	}
	return min(t.sentences[t.clause(i).sentence].end, i+behindReach)
}

// longestComparator returns the longest of the words that fits s.
func longestComparator(s string, list []comparatorWord, fits func(s, w string) bool) comparatorWord {
	var best comparatorWord
	for _, w := range list {
		if len(w.word) > len(best.word) && fits(s, w.word) {
			best = w
		}
	}
	return best
}

// farComparator returns the last word of head that may stand apart from its number, the text
// between them being the whole of which the number is a part: 「不低于最低价标准的70%」, 「至少培育1家」.
func farComparator(head string) comparatorWord {
	var best comparatorWord
	at := 0 // end of best in head
	near := max(0, len(head)-farReach)
	for _, w := range comparatorsBefore {
		if !w.far || !pattern.Holds(head[near:], w.word) {
			continue
		}
		i := near + strings.LastIndex(head[near:], w.word)
		if end := i + len(w.word); end > at || end == at && len(w.word) > len(best.word) {
			best, at = w, end
		}
	}
	if best.cmp == ">" && strings.Contains(head[at:], "、") {
		return comparatorWord{}
	}
	return best
}
