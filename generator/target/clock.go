package target

import (
	"sort"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// An yearClock gives each number of a measure its year. It is fed paragraph by paragraph.
type yearClock struct {
	goal  bool // a year holds until the next one, also over sentences and paragraphs
	opens bool // the paragraph opens with its year
	years []yearMention
	text  *paragraph
	held  heldYear
	now   int // year of the document, 0 if unknown: what 今年 and 年内 mean
}

// A heldYear is a year with its place in the file.
type heldYear struct {
	year  int
	basis [2]int
}

// enter begins a paragraph.
func (c *yearClock) enter(t *paragraph, years []yearMention) {
	c.text, c.years = t, years
	c.opens = len(years) > 0 && years[0].until && words.Prefix(t.s[:years[0].start], []string{"到", "力争到", "--到", "至"}) == t.s[:years[0].start]
}

// leave ends the paragraph: the year that it names is held for the next, where the measure sets
// goals. Of 「到2025年，……。到2035年，……」 the nearer one is what the details after it are for.
func (c *yearClock) leave() {
	for _, y := range c.years {
		if y.use == yearOf && (y.until || c.goal) {
			s := c.text.span(y.start, y.end)
			c.held = heldYear{y.year, [2]int{s.Start, s.End}}
			return
		}
	}
}

// eachWords are the words of a task that comes again and again, which has no year.
var eachWords = []string{"每年", "每半年", "每季度", "每个季度", "每季", "逐年", "每学年", "每学期"}

// eachSoonWords are those of a short cycle, which hold for their own clause only.
var eachSoonWords = []string{"每月", "每个月", "每周", "每天", "每日"}

// at returns the year of the number at pos and the place of the words that give it.
func (c *yearClock) at(pos int) (year int, basis [2]int) {
	sentence := c.text.sentences[c.text.clause(pos).sentence]
	found := c.before(pos, yearOf)
	if found >= 0 && c.years[found].start < sentence.start && !c.goal && !c.opens {
		found = -1
	}
	if c.recurring(pos) {
		return 0, basis
	}
	if found >= 0 {
		s := c.text.span(c.years[found].start, c.years[found].end)
		return c.years[found].year, [2]int{s.Start, s.End}
	}
	if basis, ok := c.thisYear(sentence.start, pos); ok {
		return c.now, basis
	}
	if year, basis := c.after(pos, sentence.end); year > 0 {
		return year, basis
	}
	if c.goal {
		return c.held.year, c.held.basis
	}
	return 0, basis
}

// among returns the years of the list that governs the number at pos, nil where one year does.
func (c *yearClock) among(pos int) []int {
	if i := c.before(pos, yearOf); i >= 0 && c.years[i].start >= c.text.sentences[c.text.clause(pos).sentence].start {
		return c.years[i].list
	}
	return nil
}

// recurring reports whether the number at pos is for each of several years: 「每年培训500人」.
func (c *yearClock) recurring(pos int) bool {
	sentence := c.text.sentences[c.text.clause(pos).sentence]
	from := max(sentence.start, source.RuneStart(c.text.s, max(0, pos-600)))
	if i := c.before(pos, yearOf); i >= 0 && c.years[i].start > from {
		from = c.years[i].end
	}
	if words.In(perHead.Replace(c.text.s[from:pos]), eachWords) || c.eachYears(from, pos) {
		return true
	}
	from = max(from, c.text.clause(pos).start)
	return words.In(perHead.Replace(c.text.s[from:max(from, pos)]), eachSoonWords)
}

// perHead takes out the times by which a rate is counted: 「提高到每人每月720元」 happens once.
var perHead = strings.NewReplacer("每人每月", "", "每人每年", "", "每人每天", "", "每生每年", "", "每户每年", "", "每户每月", "", "每亩每年", "", "每名每月", "", "人每月", "", "人每年", "")

// thisYear finds 今年, 全年, 年内 or 年底前 between from and pos, which mean the year of the document.
// In 「三年内」 and 「2025年底前」 they do not.
func (c *yearClock) thisYear(from, pos int) (basis [2]int, ok bool) {
	if c.now == 0 {
		return basis, false
	}
	s := c.text.s[from:pos]
	for _, w := range []string{"今年", "全年", "年内", "年底前", "年底"} {
		i := strings.LastIndex(s, w)
		if i < 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		if w != "今年" && w != "全年" && (numeral.IsDigit(before) || strings.ContainsRune("一二三四五六七八九十两几数近半多来每周整去上明年", before)) {
			continue
		}
		if w == "全年" && words.Prefix(s[i+len(w):], []string{"预算", "目标", "任务", "计划", "总", "平均", "的"}) != "" {
			continue
		}
		b := c.text.span(from+i, from+i+len(w))
		return [2]int{b.Start, b.End}, true
	}
	return basis, false
}

// meansNow reports whether the words at a place in the file are 今年 or the like.
func (c *yearClock) meansNow(basis [2]int) bool {
	r, _ := utf8.DecodeRuneInString(c.text.file[basis[0]:])
	return strings.ContainsRune("今全年", r)
}

// before returns the index of the last year with the given use that begins before pos, or -1.
func (c *yearClock) before(pos int, use yearUse) int {
	n := sort.Search(len(c.years), func(i int) bool { return c.years[i].start >= pos })
	for i := n - 1; i >= 0 && i > n-20; i-- {
		if c.years[i].use == use {
			return i
		}
	}
	return -1
}

// eachYears reports whether 「每3～5年」 stands between from and pos.
func (c *yearClock) eachYears(from, pos int) bool {
	s := c.text.s[from:pos]
	i := strings.LastIndex(s, "每")
	if i < 0 {
		return false
	}
	rest := s[i+len("每"):]
	end := 0
	for end < len(rest) && strings.IndexByte("0123456789-~.", rest[end]) >= 0 {
		end++
	}
	return end > 0 && words.Prefix(rest[end:], []string{"年", "个月", "周", "天"}) != ""
}

// after returns a deadline that follows the number in its sentence: 「…100个，2025年底前建成」.
func (c *yearClock) after(pos, end int) (int, [2]int) {
	n := sort.Search(len(c.years), func(i int) bool { return c.years[i].start > pos })
	if n == len(c.years) {
		return 0, [2]int{}
	}
	y := c.years[n]
	if y.end >= end || y.use != yearOf || !y.until || y.start-pos > 200 || clausesBetween(c.text, pos, y.start) != 1 {
		return 0, [2]int{}
	}
	tail := c.text.s[y.end:source.RuneStart(c.text.s, min(end, y.end+45))]
	if !words.In(tail, []string{"完成", "建成", "实现", "到位", "达标"}) || strings.ContainsAny(tail, "，0123456789") {
		return 0, [2]int{}
	}
	s := c.text.span(y.start, y.end)
	return y.year, [2]int{s.Start, s.End}
}

// clausesBetween counts the stops between two places.
func clausesBetween(t *paragraph, from, to int) int {
	return strings.Count(t.s[from:to], "，") + strings.Count(t.s[from:to], "；")
}

// base returns the year that the number at pos is compared with, or 0.
func (c *yearClock) base(pos int) int {
	clause := c.text.clause(pos)
	from := clause.start
	if words.Suffix(c.text.s[max(clause.start, pos-60):pos], changeVerbs) != "" {
		from = c.text.sentences[clause.sentence].start // 「比2020年下降13.5%，…下降18%」
	}
	if i := c.before(pos, yearBase); i >= 0 && c.years[i].start >= from {
		return c.years[i].year
	}
	return 0
}
