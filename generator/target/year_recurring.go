package target

import (
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	eachYearWords = words.Of("each-year-words")
	eachWeekWords = words.Of("each-week-words")
	perHeadTimes  = words.Remover("per-head-times")
	eachSomeYears = words.Pattern(`每[0-9~.-]+{{cycle-units}}[^每]*$`) // 每3～5年
)

// recurReach is how many bytes before a number a word such as 每年 may stand, some 200 characters.
const recurReach = 600

// recurring reports whether the number at pos is for each of several years: 「每年培训500人」. A year of
// its own behind the word ends that.
func (c *yearClock) recurring(pos int) bool {
	sentence := c.text.sentences[c.text.clause(pos).sentence]
	from := max(sentence.start, source.RuneStart(c.text.s, max(0, pos-recurReach)))
	if i := c.before(pos, yearOf); i >= 0 && c.years[i].start > from {
		from = c.years[i].end
	}
	s := c.text.s[from:pos]
	if words.In(perHeadTimes.Replace(s), eachYearWords) || eachSomeYears.MatchString(s) {
		return true
	}
	from = max(from, c.text.clause(pos).start)
	return words.In(perHeadTimes.Replace(c.text.s[from:pos]), eachWeekWords)
}
