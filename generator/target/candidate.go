package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	numberJoiners = words.Of("number-joiners")
	rankWords     = words.Of("rank-words")
	rankNot       = words.Of("rank-not")
	noVerbs       = words.Remover("no-verbs")
	ownBefore     = words.Pattern(`其?{{own-words}}的?$`) // 「抽查其所辖的1个街道」
)

// A candidate is one number with everything that decides what it is.
type candidate struct {
	t     *paragraph
	n     *number
	cmp   comparator
	scope *sectionScope

	clause   int
	head     string // the clause before the number
	tail     string // the clause after the number, its unit and comparator
	sentence string
	before   string // the sentence before the number
	after    string // the sentence after it
	near     string // the clause with its neighbours

	when     heldYear // the year that the words around it give
	year     int      // the same, unless the number is for no year or one of a list
	ownYear  bool     // the year stands in the same sentence
	prev     *candidate
	accepted bool
	rule     policy.Rule // the one that took or left it
	fixed    bool        // it counts a list, and so do those that go on the list
	kind     policy.Kind
	kindRule policy.Rule // the one that told its kind
	yearRule policy.Rule // the one by which it is for no year

	described   bool
	description string
	subjectRule policy.Rule // the one that named it
	shapedBy    []string    // names of those that cut or completed its words
}

// A sectionScope is what holds for all numbers of one text.
type sectionScope struct {
	docYear int      // year from which the document looks ahead, 0 if unknown
	past    bool     // the section, or what stands before the number in it, describes the state of things
	goal    bool     // the section sets goals
	annual  heldYear // the one year that the section or the paper plans
	rules   bool     // the section says who qualifies, or by what standard
	statute bool     // the paper is one whose numbers hold in each case
	norm    bool     // it is a standard, by which each thing is measured
	row     bool     // a row of a table of tasks
	cell    bool     // a cell of a table of targets: every number with a unit is one

	tells     bool   // the words of time that open a sentence hold also for those after it
	describes bool   // the paper orders nothing unless it says so
	opening   string // name of the rule on the words of time that opened the passage

	weighed func([]*candidate) // told of all numbers of a paragraph, taken or left; nil outside of tests
}

// How many bytes around a number are looked at, some 120 and 360 characters: longer clauses and
// sentences are lists or tables that lost their lines, and a rule may take no longer for them.
const (
	clauseReach   = 360
	sentenceReach = 3 * clauseReach
	longestClause = 900 // of one beside the number's
)

// newCandidate collects the surroundings of n. prev is the number before it in the paragraph.
func newCandidate(t *paragraph, n *number, cmp comparator, scope *sectionScope, prev *candidate) *candidate {
	c := &candidate{t: t, n: n, cmp: cmp, scope: scope, prev: prev, clause: int(t.clauseOf[n.start])}
	clause := t.clauses[c.clause]
	sentence := t.sentences[clause.sentence]
	c.head = t.s[source.RuneStart(t.s, max(clause.start, n.start-clauseReach)):n.start]
	c.tail = t.s[cmp.tail:max(cmp.tail, source.RuneStart(t.s, min(clause.end, cmp.tail+clauseReach)))]
	if cmp.after {
		c.tail = c.tail[includedNote(c.tail):]
	}
	c.before = t.s[source.RuneStart(t.s, max(sentence.start, n.start-sentenceReach)):n.start]
	c.after = t.s[cmp.tail:max(cmp.tail, source.RuneStart(t.s, min(sentence.end, cmp.tail+sentenceReach)))]
	c.sentence = c.before + t.s[n.start:cmp.tail] + c.after
	c.near = shortClause(t.text(clause.prev)) + "，" + shortClause(t.text(c.clause)) + "，" + shortClause(t.text(clause.next))
	return c
}

// longestNote is how many bytes a note such as 「（含1000万元）」 may have.
const longestNote = 60

// includedNote returns the length of the note that s begins with and that says of a bound whether it is meant too:
// 「1亿元以上（含1亿元）的项目」.
func includedNote(s string) int {
	inner, ok := strings.CutPrefix(s, "（")
	if !ok || !strings.HasPrefix(inner, "含") && !strings.HasPrefix(inner, "不含") {
		return 0
	}
	note, _, closed := strings.Cut(inner, "）")
	if !closed || len(note) > longestNote {
		return 0
	}
	return len("（") + len(note) + len("）")
}

// shortClause cuts a clause of unreasonable length.
func shortClause(s string) string { return s[:source.RuneStart(s, min(len(s), longestClause))] }

// bare returns the clause before the number without the comparator next to it.
func (c *candidate) bare() string {
	if c.cmp.near {
		return strings.TrimSuffix(c.head, c.cmp.leading)
	}
	return c.head
}

// chained reports whether the number follows an accepted one as the next of a list:
// 「培育3家…平台，20家…平台」, 「分别给予50万元、100万元」.
func (c *candidate) chained() bool {
	p := c.prev
	if p == nil || !p.accepted || c.t.clauses[p.clause].sentence != c.t.clauses[c.clause].sentence {
		return false
	}
	if p.clause == c.clause {
		between := c.t.s[min(p.cmp.tail, c.n.start):c.n.start]
		return isListGap(between) || c.n.group == p.n.group && words.Suffix(between, listJoiners) != ""
	}
	if c.n.group != p.n.group && !(c.n.counts() && p.n.counts()) {
		return false
	}
	return words.Prefix(c.head, numberJoiners) == c.head
}

// verb tells which kind of governing word stands nearest before the number in its clause:
// 1 for one that sets a goal, -1 for one that brings in a list, 0 for none.
func (c *candidate) verb() int {
	head := noVerbs.Replace(strings.ReplaceAll(unbracket(c.head), "及以下", "")) // 「国三及以下」 brings in no list
	head = ownBefore.ReplaceAllString(head, "")
	goal, list := words.Last(head, goalVerbs), words.Last(head, listVerbs)
	if i := strings.LastIndex(head, "等"); list == i+len("等") && c.ends() && list < len(head) {
		list = words.Last(head[:i], listVerbs) // 「办好美食节等活动20场」: 等 closes the examples
	}
	if words.Suffix(head, weakVerbs) != "" {
		goal = len(head)
	}
	switch {
	case goal < 0 && list < 0:
		return 0
	case goal >= list:
		return 1
	}
	return -1
}

// unbracket returns s without its brackets and quotations.
func unbracket(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '（', '“', '《':
			depth++
			continue
		case '）', '”', '》':
			depth = max(0, depth-1)
			continue
		}
		if depth == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// award reports whether the number's clause or one beside it speaks of money given or taken.
func (c *candidate) award() bool { return words.In(c.near, awardWords) }

// rank reports whether the number says how many of a ranking: 前30位, 后1/3.
func (c *candidate) rank() bool {
	if c.n.group == "time" || c.n.group == "money" {
		return false
	}
	return words.Suffix(c.head, rankWords) != "" && words.Suffix(c.head, rankNot) == ""
}
