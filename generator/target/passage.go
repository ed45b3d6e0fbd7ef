package target

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	tellingTitles    = words.Of("telling-titles")
	describingTitles = words.Of("describing-titles")
	pastOpenings     = words.Of("past-openings")
	pastPeriods      = words.Of("past-periods")
	aheadOpenings    = words.Of("ahead-openings")
	orderingWords    = words.Of("ordering-words")
	yearParts        = words.Of("year-parts")
	lastYears        = words.Of("last-years")
	comingFives      = words.Of("coming-fives")
	intentWords      = words.Of("intent-words")
	saidWords        = words.Of("said-words")
)

// A passage is the time of which a sentence speaks, and those after it where it lasts.
type passage struct {
	past   bool     // it tells what has been
	annual heldYear // the one year, or the end of the plan, that it is about
	lasts  bool
}

// An opening is the beginning of a sentence, which may say of what time it speaks.
type opening struct {
	words  string       // the sentence without the dashes before it
	year   *yearMention // the year or plan that it begins with
	held   heldYear     // the same with its place
	rest   string       // the sentence behind it
	scope  *sectionScope
	answer passage // left by the rule that holds
}

// goneByOpening is the rule on sentences that open with a year gone by.
const goneByOpening = "opens-with-a-year-gone-by"

// openings tell of what time a sentence speaks by its first words.
var openings = policy.Decisions[*opening]{
	{
		Rule: policy.Rule{
			Name: "opens-with-a-time-that-was", Verdict: policy.Leave, Says: "以“过去一年”“五年来”开头的句子说的是过去，后面的句子也是，到“今年”“今后”或写明将来年份的为止",
			Takes: "过去一年，经济稳步回升。建成公园〔20〕个。", Leaves: "过去一年，经济稳步回升。今年建成公园〔20〕个。",
		},
		Holds: func(o *opening) bool { return o.begins(pastPeriods) && o.is(passage{past: true, lasts: true}) },
	},
	{
		Rule: policy.Rule{
			Name: "opens-with-what-is-so", Verdict: policy.Leave, Says: "以“近年来”“去年”“截至”“今年以来”开头的句子说的是过去，写明“力争”“下一步”的除外，报告以外的文件里写明“必须”“要”的、说申报条件的、年度计划里说“上半年”的也除外",
			Takes: "各县人民政府：\n现将材料印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市政府工作报告\n一、经济发展\n去年，经济稳步回升。建成公园〔20〕个。", Leaves: "各县人民政府：\n现将材料印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市政府工作报告\n一、经济发展\n近年来需求增加，力争稳步回升。建成公园〔20〕个。",
		},
		Holds: func(o *opening) bool {
			orders := o.intends() || !o.scope.tells && words.In(o.words, orderingWords)
			return o.begins(pastOpenings) && !orders && !ofLastYear(o.words) && !o.conditional() && !o.ofPlannedYear() && o.is(passage{past: true, lasts: o.scope.tells})
		},
	},
	{
		Rule: policy.Rule{
			Name: goneByOpening, Verdict: policy.Leave, Says: "以早于成文年份的年份、已经结束的规划时期、“某年以来”开头的句子说的是过去；报告里后面的句子也是",
			Takes: "各县人民政府：\n现将材料印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市政府工作报告\n一、经济发展\n2019年，经济稳步回升。建成公园〔20〕个。", Leaves: "各县人民政府：\n现将材料印发给你们。\n甲市人民政府\n2021年2月5日\n\n甲市政府工作报告\n一、经济发展\n2022年，经济稳步回升。建成公园〔20〕个。",
		},
		Holds: func(o *opening) bool {
			return o.goneBy() && !o.intends() && o.is(passage{past: true, lasts: o.scope.tells})
		},
	},
	{
		Rule: policy.Rule{
			Name: "opens-with-five-years-to-come", Verdict: policy.AsName, Says: "以“今后五年”开头的，目标归新的五年规划的最后一年；不在规划开头的年份成文的，不记年份",
			Takes: "今后五年，要加快发展，建成公园〔20〕个。", Leaves: "今后，要加快发展，建成公园〔20〕个。",
		},
		Holds: func(o *opening) bool {
			return o.begins(comingFives) && o.is(passage{annual: heldYear{year: planEndFrom(o.scope.docYear), basis: o.held.basis}, lasts: true})
		},
	},
	{
		Rule: policy.Rule{
			Name: "opens-with-a-year-to-come", Verdict: policy.AsName, Says: "报告里以某年、某个五年规划时期开头的，以下目标归这一年或规划的最后一年",
			Takes: "一、“十四五”时期安排和2021年安排\n2021年是开局之年。\n（一）扩大内需。建成公园〔20〕个。", Leaves: "一、“十四五”时期安排和2021年安排\n开局之年要起好步。\n（一）扩大内需。建成公园〔20〕个。",
		},
		Holds: func(o *opening) bool {
			return o.scope.tells && o.ahead() && (!o.year.until || o.year.plan) && o.is(passage{annual: o.held, lasts: true})
		},
	},
	{ // behind opens-with-what-is-so: 今年以来
		Rule: policy.Rule{
			Name: "opens-ahead", Verdict: policy.AsName, Says: "以“今年”“今后”“下一步”或将来的年份开头的，说的是将来，前面的“过去”到此为止",
			Takes: "过去一年，经济稳步回升。下一步，要加快建设。建成公园〔20〕个。", Leaves: "过去一年，经济稳步回升。对标一流，加快建设。建成公园〔20〕个。",
		},
		Holds: func(o *opening) bool {
			return (o.begins(aheadOpenings) || o.ahead()) && o.is(passage{annual: o.scope.annual, lasts: true})
		},
	},
	{
		Rule: policy.Rule{
			Name: "intends-something", Verdict: policy.AsName, Says: "只作说明的答复、总结里，写明“下一步”“拟”“力争”“将进一步”的句子说的是将来",
			Takes: "各县人民政府：\n现将材料印发给你们。\n甲市人民政府\n2021年2月5日\n\n关于停车难问题的答复\n一、停车场建设\n我局将进一步挖潜，建成停车场〔20〕个。", Leaves: "各县人民政府：\n现将材料印发给你们。\n甲市人民政府\n2021年2月5日\n\n关于停车难问题的答复\n一、停车场建设\n我局多方挖潜，建成停车场〔20〕个。",
		},
		Holds: func(o *opening) bool {
			return o.scope.describes && o.intends() && o.is(passage{annual: o.scope.annual})
		},
	},
}

// is notes the passage, and reports that there is one.
func (o *opening) is(p passage) bool {
	o.answer = p
	return true
}

// ofLastYear reports whether s begins with a thing of last year, about which more clauses say what is to come:
// 「去年试点的6个乡镇经验全面推广，新增…」.
func ofLastYear(s string) bool {
	clause, _, more := strings.Cut(s, "，")
	return more && words.Prefix(clause, lastYears) != "" && strings.Contains(clause, "的")
}

// conditional reports whether the sentence, in a paper or part of conditions, says what those who qualify had last year:
// 「上年度营业收入不低于500万元」.
func (o *opening) conditional() bool {
	return !o.scope.tells && (o.scope.statute || o.scope.rules) && o.begins(lastYears)
}

// ofPlannedYear reports whether the sentence begins with a part of the year that the title plans: 「上半年完成1500人次」.
func (o *opening) ofPlannedYear() bool {
	return !o.scope.tells && o.scope.annual.rule == titlePlansYear && o.begins(yearParts)
}

// begins reports whether the sentence begins with one of the words.
func (o *opening) begins(list []string) bool { return words.Prefix(o.words, list) != "" }

// intends reports whether the sentence says that something is to be done.
func (o *opening) intends() bool { return words.In(o.words, intentWords) }

// goneBy reports whether the sentence opens with a year before that of the paper, a plan that has ended, or
// a time since which something has been.
func (o *opening) goneBy() bool {
	switch {
	case o.year == nil:
		return false
	case o.year.use == yearSince:
		return strings.HasPrefix(o.rest, "以来")
	}
	return o.year.use == yearOf && o.year.year < o.scope.docYear && !o.year.built
}

// ahead reports whether the sentence opens with a year that is not gone by; in a paper that describes, with one
// behind its own.
func (o *opening) ahead() bool {
	if o.year == nil || o.year.use != yearOf || o.scope.docYear == 0 {
		return false
	}
	return o.year.year > o.scope.docYear || o.year.year == o.scope.docYear && !o.scope.describes
}

// longestLead is how many bytes may stand before the year that opens a sentence: 力争到, 预计到.
const longestLead = 9

// openingOf returns the beginning of the sentence.
func (t *paragraph) openingOf(sentence stretch, years []yearMention, scope *sectionScope) *opening {
	from := sentence.start
	for from < sentence.end && t.s[from] == '-' {
		from++
	}
	from += len(words.Prefix(t.s[from:sentence.end], saidWords))
	o := &opening{words: t.s[from:sentence.end], scope: scope}
	if i := sort.Search(len(years), func(i int) bool { return years[i].start >= from }); i < len(years) {
		if y := &years[i]; y.start <= from+longestLead && y.end <= sentence.end {
			o.year, o.held, o.rest = y, t.yearAt(*y), t.s[y.end:sentence.end]
			return o
		}
	}
	if w := words.Prefix(o.words, comingFives); w != "" {
		o.held.basis = t.span(from, from+len(w))
	}
	return o
}

// scopes returns what holds for each sentence of t: the scope, as the opening words of its sentences change
// it. In papers that tell, the last change goes on behind t.
func (s *sectionScope) scopes(t *paragraph, years []yearMention) []*sectionScope {
	out := make([]*sectionScope, len(t.sentences))
	before := *s
	now := &before
	for i, sentence := range t.sentences {
		out[i] = now
		o := t.openingOf(sentence, years, now)
		rule, ok := openings.First(o)
		if !ok {
			continue
		}
		next := *now
		next.past, next.annual, next.opening = o.answer.past, o.answer.annual, rule.Name
		next.annual.rule = cmp.Or(next.annual.rule, rule.Name)
		out[i] = &next
		if o.answer.lasts {
			now = &next
		}
	}
	if s.tells {
		*s = *now
	}
	return out
}

// planEndFrom returns the last year of the plan that begins with or right behind a year, 0 where none does.
func planEndFrom(year int) int {
	switch {
	case year == 0:
		return 0
	case year%planYears == 0:
		return year + planYears
	case year%planYears == 1:
		return year + planYears - 1
	}
	return 0
}

// titled reports whether the title of the paper, or of one that it carries, ends in one of the words, remarks in
// brackets apart.
func titled(d *document.Document, list []string) bool {
	ends := func(title source.Span) bool {
		return words.Suffix(unbracket(foldWidth(d.File.Squeezed(title))), list) != ""
	}
	return ends(d.Title) || slices.ContainsFunc(d.Bodies, func(b *document.Body) bool { return ends(b.Title) })
}
