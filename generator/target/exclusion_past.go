package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	pastWords    = words.Of("past-words")
	ruledWords   = words.Of("ruled-words")
	plannedWords = words.Of("planned-words")
	againWords   = words.Of("again-words")
	aheadWords   = words.Remover("ahead-words")
	doneVerbs    = words.Of("done-verbs")
	doneRules    = words.Of("done-rules")
)

// pastExclusions leave numbers that tell what is so already. In the cells of a table of targets none does;
// they know no year of the paper and no section.
var pastExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "year-gone-by", Verdict: policy.Leave, Says: "同一句里写明的年份早于成文年份",
			Takes: "全市居民2019年就诊率达到〔85〕%。", Leaves: "全市居民2022年就诊率达到〔85〕%。",
		},
		Holds: func(c *candidate) bool { return c.ownYear && c.year > 0 && c.year < c.scope.docYear },
	},
	{
		Rule: policy.Rule{
			Name: "section-looks-back", Verdict: policy.Leave, Says: "标题为现状、成效、形势的部分和以“过去一年”等开头的段落说的是过去，句中另写明将来年份的除外",
			Takes: "一、发展现状\n全市就诊率达到〔85〕%。", Leaves: "一、发展现状\n到2025年，全市就诊率达到〔85〕%。",
		},
		Holds: func(c *candidate) bool { return c.scope.past && !c.ahead() },
	},
	{
		Rule: policy.Rule{
			Name: "already-done", Verdict: policy.Leave, Says: "“已”“已经”后接建成、达到一类动词，说的是过去",
			Takes: "全市已建成泊位〔500〕个以上。", Leaves: "全市新建泊位〔500〕个以上。",
		},
		Holds: func(c *candidate) bool { return !c.scope.cell && !c.scope.past && c.done() },
	},
	{
		Rule: policy.Rule{
			Name: "compared-with-last-year", Verdict: policy.Leave, Says: "“同比”说的是过去，给予奖励或定为目标的句子、标题写明目标的部分、标题写明年份的年度计划、写明到哪年的句子除外",
			Takes: "全市产值同比增长〔10〕%以上。", Leaves: "对产值同比增长〔10〕%以上的企业给予奖励。",
		},
		Holds: func(c *candidate) bool {
			plan := c.scope.annual.rule == titlePlansYear && !c.scope.tells
			goal := c.scope.goal || plan || c.when.until && c.year >= c.scope.docYear
			return c.mayBePast() && strings.Contains(c.before, "同比") && !goal && !words.In(c.sentence, ruledWords)
		},
	},
	{
		Rule: policy.Rule{
			Name: "rate-as-it-is", Verdict: policy.Leave, Says: "写明成文当年、“率为”“占比为”的百分数是现状，写明目标、计划的句子和目标部分除外",
			Takes: "2021年全市参保率为〔97.2〕%。", Leaves: "2021年全市参保率目标为〔97.2〕%。",
		},
		Holds: func(c *candidate) bool {
			told := c.n.group == "share" && c.cmp.cmp == "" && c.ownYear && c.year <= c.scope.docYear && words.Suffix(strings.TrimSuffix(c.head, "为"), rateNouns) != ""
			return told && strings.HasSuffix(c.head, "为") && c.mayBePast() && !c.scope.goal && !words.In(c.before, plannedWords)
		},
	},
	{
		Rule: policy.Rule{
			Name: "forecast", Verdict: policy.Leave, Says: "“预计”后的数字是估计，不是目标，“预计目标”和写明将来年份的除外；“预计……将达到”写明将来年份也是估计，目标部分除外",
			Takes: "今年全市秋粮预计产量〔30〕万吨以上。", Leaves: "今年全市秋粮目标产量〔30〕万吨以上。",
		},
		Holds: func(c *candidate) bool {
			_, foreseen, ok := strings.Cut(c.before, "预计")
			will := strings.Contains(foreseen, "将") && !c.scope.cell && !c.scope.goal
			return ok && (c.mayBePast() && !words.In(c.before, plannedWords) || will && !words.In(strings.ReplaceAll(foreseen, "达到", ""), plannedWords))
		},
	},
	{
		Rule: policy.Rule{
			Name: "past-words", Verdict: policy.Leave, Says: "“近年来”“截至”“目前”等词后说的是过去",
			Takes: "全市公共停车场近年来新增泊位〔500〕个以上。", Leaves: "项目前期，全市新增泊位〔500〕个以上。",
		},
		Holds: func(c *candidate) bool {
			return c.mayBePast() && c.behindPast()
		},
	},
}

// ahead reports whether the number's sentence says that it is for a time to come.
func (c *candidate) ahead() bool {
	return c.year > c.scope.docYear || strings.Contains(c.before, "力争") || strings.Contains(c.before, "到“十") || c.restOfYear()
}

// restOfYear reports whether, behind what a year gone by brought, the sentence goes on to what this year is to bring:
// 「2020年已建成3座，年内再建2座」.
func (c *candidate) restOfYear() bool {
	if c.when.rule != thisYear {
		return false
	}
	word := c.t.file[c.when.basis.Start:c.when.basis.End]
	_, rest, own := strings.Cut(c.head, word)
	again := own && words.Prefix(rest, againWords) != "" // also in a report: 「截至去年底已有24家，今年再创建5家」
	return word != "全年" && (again || !c.scope.tells && c.scope.opening == goneByOpening)
}

// behindPast reports whether a word before the number says that it is past: one in its own clause, or in
// another where it says so of the whole, and not only of a thing, as in 「去年建成的农田」.
func (c *candidate) behindPast() bool {
	s := aheadWords.Replace(c.before)
	at := words.Last(s, pastWords)
	if at < 0 || !c.scope.tells && words.In(s[at:], orderingWords) {
		return false
	}
	clause, rest, more := strings.Cut(s[at:], "，")
	thing := strings.Contains(clause, "的") && words.Suffix(s[:at], lastYears) != ""
	return !more || !thing || words.In(rest, pastWords)
}

// mayBePast reports whether nothing says that the number is for a time to come.
func (c *candidate) mayBePast() bool { return !c.scope.cell && !c.ahead() }

// doneReach is how many bytes before the number 已 may stand.
const doneReach = 90

// done reports whether 已 with a verb of reaching stands before the number.
func (c *candidate) done() bool {
	i := strings.LastIndex(c.head, "已")
	if i < 0 || len(c.head)-i >= doneReach || strings.HasPrefix(c.cmp.leading, "不") {
		return false // 「已建成小区每百户不少于20平方米」
	}
	rest := strings.TrimPrefix(c.head[i+len("已"):], "经")
	_, of, _ := strings.Cut(rest, "的") // 「已建成的片区新增泊位」
	return words.Prefix(rest, doneVerbs) != "" && !words.In(rest, doneRules) && words.Last(of, changeVerbs) < 0
}
