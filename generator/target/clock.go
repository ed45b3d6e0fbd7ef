package target

import (
	"sort"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A yearClock gives each number of a measure its year. It is fed paragraph by paragraph.
type yearClock struct {
	goal   bool // a year holds until the next one, also over sentences and paragraphs
	opens  bool // the paragraph opens with its year
	years  []yearMention
	text   *paragraph
	held   heldYear // of a heading, a paragraph before or the text before a table
	column heldYear // of the column of a table
	now    int      // year of the document, 0 if unknown: what 今年 and 年内 mean
	places [][]int  // of each of the words for this year in text, nil until one is asked for
}

// A heldYear is a year with its place in the file.
type heldYear struct {
	year  int
	basis source.Span
	rule  string // name of the rule that gave it
	until bool   // it is a deadline
}

// yearAt returns the year at a place of t.
func (t *paragraph) yearAt(y yearMention) heldYear {
	return heldYear{year: y.year, basis: t.span(y.start, y.end), until: y.until}
}

var openingWords = words.Of("opening-words")

// enter begins a paragraph.
func (c *yearClock) enter(t *paragraph, years []yearMention) {
	c.text, c.years, c.places = t, years, nil
	c.opens = len(years) > 0 && years[0].until && words.Prefix(t.s, openingWords) == t.s[:years[0].start]
}

// leave ends the paragraph: the year that it names is held for the next, where the measure sets
// goals. Of 「到2025年，……。到2035年，……」 the nearer one is what the details after it are for.
func (c *yearClock) leave() {
	for _, y := range c.years {
		if y.use == yearOf && (y.until || c.goal && y.year >= c.now) {
			c.held = c.text.yearAt(y)
			return
		}
	}
}

// at returns the year of the number at pos, with the rule that gave it or that denies it one.
func (c *yearClock) at(pos int) heldYear {
	q := &yearQuestion{clock: c, pos: pos, sentence: c.text.sentences[c.text.clause(pos).sentence], before: c.before(pos, yearOf)}
	rule, _ := yearSources.First(q)
	q.answer.rule = rule.Name
	return q.answer
}

// among returns the years of the list that governs the number at pos, nil where one year does.
func (c *yearClock) among(pos int) []int {
	if i := c.before(pos, yearOf); i >= 0 && c.years[i].start >= c.text.sentences[c.text.clause(pos).sentence].start {
		return c.years[i].list
	}
	return nil
}

// mostYears is how many years before a number are looked at.
const mostYears = 19

// before returns the index of the last year with the given use that begins before pos, or -1.
func (c *yearClock) before(pos int, use yearUse) int {
	n := sort.Search(len(c.years), func(i int) bool { return c.years[i].start >= pos })
	for i := n - 1; i >= 0 && i >= n-mostYears; i-- {
		if y := c.years[i]; y.use == use && !(y.built && y.year < c.now) {
			return i
		}
	}
	return -1
}

// baseReach is how many bytes before a number a verb of change stands, some 20 characters.
const baseReach = 60

// base returns the year that the number at pos is compared with, or 0. Right behind a verb of change it
// may stand in another clause: 「比2020年下降13.5%，…下降18%」.
func (c *yearClock) base(pos int) int {
	clause := c.text.clause(pos)
	from := clause.start
	if words.Suffix(c.text.s[max(clause.start, pos-baseReach):pos], changeVerbs) != "" {
		from = c.text.sentences[clause.sentence].start
	}
	if i := c.before(pos, yearBase); i >= 0 && c.years[i].start >= from {
		return c.years[i].year
	}
	return 0
}
