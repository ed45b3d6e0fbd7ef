package target

import (
	"strings"

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
}

// readComparator reads the comparator of n within its clause. prev is the end of the number
// before it in the clause, beyond which no word is looked for.
func readComparator(t *paragraph, n *number, prev int) comparator {
	c := comparator{tail: n.unitEnd}
	clause := t.clause(n.start)
	head := t.s[max(clause.start, min(prev, n.start)):n.start]
	rest := t.s[n.unitEnd:t.clauseLimit(n.unitEnd)]
	skip := 0
	if n.group == "time" && strings.HasPrefix(rest, "期") {
		skip = len("期")
	}
	if w := longestComparator(rest[skip:], comparatorsAfter, strings.HasPrefix); w.word != "" {
		c.cmp, c.after, c.tail = w.cmp, true, n.unitEnd+skip+len(w.word)
		return c
	}
	if strings.HasPrefix(rest, "内") && n.group == "time" {
		c.inside, c.tail = true, n.unitEnd+len("内")
		if !n.ranged {
			c.cmp, c.after = "≤", true
		}
	}
	if w := longestComparator(head, comparatorsBefore, strings.HasSuffix); w.word != "" {
		c.cmp, c.near, c.leading = w.cmp, true, w.word
		return c
	}
	if c.cmp != "" {
		return c
	}
	if w := farComparator(head); w.word != "" {
		c.cmp, c.leading = w.cmp, w.word
		return c
	}
	if i := strings.LastIndex(head, "不足"); i >= 0 && n.group == "share" && len(head)-i < 40 && !strings.ContainsAny(head[i:], "的、") {
		c.cmp, c.leading = "<", "不足" // 「不足首期交存额30%」
		return c
	}
	switch {
	case n.more:
		c.cmp = "≈"
	case n.han && (n.group == "money" || n.group == "magnitude") && strings.HasSuffix(head, "过"):
		c.cmp, c.near, c.leading = ">", true, "过" // 「收入过百亿元」
	}
	return c
}

// clauseLimit returns how far the words after byte i are read: to the end of the sentence, at most 120 bytes.
func (t *paragraph) clauseLimit(i int) int {
	if i >= len(t.s) {
		return len(t.s)
	}
	return min(t.sentences[t.clause(i).sentence].end, i+120)
}

// longestComparator returns the longest of the words that fits s.
func longestComparator(s string, words []comparatorWord, fits func(s, w string) bool) comparatorWord {
	var best comparatorWord
	for _, w := range words {
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
	at := -1 // end of best in head
	for _, w := range comparatorsBefore {
		i := strings.LastIndex(head, w.word)
		if !w.far || i < 0 || len(head)-i > 100 {
			continue
		}
		if end := i + len(w.word); end > at || end == at && len(w.word) > len(best.word) {
			best, at = w, end
		}
	}
	if at < 0 || best.cmp == ">" && strings.Contains(head[at:], "、") {
		return comparatorWord{}
	}
	return best
}

// shareComparators gives the numbers of a list the word that only its first or last carries:
// 「分别提高到55%、70%以上」, 「分别不低于10000元、5000元」. Each of 「1年以上、2年以下」 has its own.
func shareComparators(t *paragraph, numbers []number, cmps []comparator) {
	for i := 1; i < len(numbers); i++ {
		each := strings.HasPrefix(cmps[i-1].leading, "不") || cmps[i-1].near && strings.HasSuffix(t.s[:numbers[i-1].start], "分别"+cmps[i-1].leading)
		if last := cmps[i-1]; cmps[i].cmp == "" && each && last.tail <= numbers[i].start && t.s[last.tail:numbers[i].start] == "、" {
			cmps[i].cmp, cmps[i].leading = last.cmp, last.leading // 「不低于10%、2小时」, 「分别突破2500万人次、220亿元」
			continue
		}
		if !sameList(t, numbers, cmps, i) {
			continue
		}
		if cmps[i].cmp == "" && cmps[i-1].near {
			cmps[i].cmp, cmps[i].near = cmps[i-1].cmp, true
		}
	}
	for i := len(numbers) - 1; i > 0; i-- {
		if !sameList(t, numbers, cmps, i) {
			continue
		}
		if cmps[i-1].cmp == "" && cmps[i].after && !cmps[i].inside {
			cmps[i-1].cmp, cmps[i-1].after = cmps[i].cmp, true
		}
	}
}

// sameList reports whether number i follows the one before it in one list of like numbers.
func sameList(t *paragraph, numbers []number, cmps []comparator, i int) bool {
	a, b := &numbers[i-1], &numbers[i]
	return a.group == b.group && cmps[i-1].tail <= b.start && isListGap(t.s[cmps[i-1].tail:b.start])
}
