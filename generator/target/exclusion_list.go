package target

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	beforeListed = words.Of("before-listed")
	placeWords   = words.Of("place-words")
	listNouns    = words.Of("list-nouns")
	listJoiners  = words.Of("list-joiners")
	asFocus      = words.Of("as-focus")
)

// listExclusions leave numbers that only count what is there: 等10个领域, 3个方面, 现有20个库.
var listExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: headsList, Verdict: policy.Leave, Says: "冒号前的汉字数目只是下文列举的项数",
			Takes: "到2025年，办好一批实事、建成〔三十〕座以标准化建设为主的场馆：游泳馆、球馆。", Leaves: "到2025年，每个县建成〔三十〕座场馆：游泳馆、球馆。",
		},
		Holds: func(c *candidate) bool {
			return c.mayCountList() && c.n.han && strings.HasPrefix(c.t.s[c.t.clauses[c.clause].end:], "：") && !c.each()
		},
	},
	{
		Rule: policy.Rule{
			Name: "count-of-what-is", Verdict: policy.Leave, Says: "“等”“现有”“上述”一类词后的个数说的是已有的或列举的事物",
			Takes: "到2025年，建成首批〔10〕个站点。", Leaves: "到2025年，建成〔10〕个站点。",
		},
		Holds: func(c *candidate) bool {
			return c.mayCountList() && words.Suffix(c.head, beforeListed) != "" && !c.closesExamples() && !c.choosesFirst()
		},
	},
	{
		Rule: policy.Rule{
			Name: "count-of-aspects", Verdict: policy.Leave, Says: "“方面”“领域”“体系”一类名词前的个数只是列举的项数",
			Takes: "推进〔3〕个方面的改革。", Leaves: "推进〔3〕个园区的改革。",
		},
		Holds: func(c *candidate) bool {
			return c.mayCountList() && !c.n.ranged && words.Prefix(c.tail, listNouns) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "where-it-lies", Verdict: policy.Leave, Says: "“位于”“地处”“东距”后的长度、高度说的是在哪里",
			Takes: "石坪村位于海拔〔300〕米左右的山区。", Leaves: "石坪村修建海拔〔300〕米左右的步道。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "size" && (c.cmp.cmp == "" || c.cmp.cmp == "≈") && words.In(c.head, placeWords) && c.adjacent() == "" && !c.reached()
		},
	},
	{
		Rule: policy.Rule{
			Name: "given-set", Verdict: policy.Leave, Says: "“对”后的个数是给定的对象",
			Takes: "对改造的〔378〕个村庄验收。", Leaves: "完成改造的〔378〕个村庄验收。",
		},
		Holds: func(c *candidate) bool {
			return c.mayCountList() && c.n.group != "times" && strings.HasPrefix(strings.TrimLeft(c.head, outlineDigits), "对") && !strings.HasPrefix(c.head, "对接") && !c.award()
		},
	},
	{
		Rule: policy.Rule{
			Name: "set-as-focus", Verdict: policy.Leave, Says: "“以……为重点”中的个数是给定的对象",
			Takes: "推进以〔580〕个镇区为重点的改造。", Leaves: "推进〔580〕个镇区的改造。",
		},
		Holds: func(c *candidate) bool {
			takesSet := strings.HasPrefix(c.head, "对") && !strings.HasPrefix(c.head, "对接")
			return c.mayCountList() && !takesSet && strings.Contains(c.head, "以") && words.In(c.tail, asFocus)
		},
	},
	{
		Rule: policy.Rule{
			Name: "goes-on-with-a-list", Verdict: policy.Leave, Says: "紧接列举项数之后的个数也是列举",
			Takes: "到2025年，改造现有20个粮库，〔30—35〕个油库。", Leaves: "到2025年，改造20个粮库，〔30—35〕个油库。",
		},
		Holds: func(c *candidate) bool { return c.mayCountList() && c.continued() },
	},
}

// closesExamples reports whether 等 before the number closes examples of what is to be dealt with:
// 「抽检米面、肉类等300批次」.
func (c *candidate) closesExamples() bool {
	head, ok := strings.CutSuffix(c.head, "等")
	return ok && c.tail == "" && strings.Contains(head, "、") && words.First(head, weakVerbs) > 0 && words.Last(head, listVerbs) < 0
}

// outlineDigits are what a number such as 6. before a clause is made of.
const outlineDigits = "0123456789."

// headsList is the one rule on lists after which a list does not go on.
const headsList = "count-heads-a-list"

// mayCountList reports whether the number may count what is there: it is a count without comparator
// that neither a cell, a ranking nor the end of its clause sets.
func (c *candidate) mayCountList() bool {
	return c.n.counts() && c.cmp.cmp == "" && !c.scope.cell && !c.built() && !c.rank()
}

// choosesFirst reports whether the number is of the first that are still to be chosen: 「遴选首批20个数据集」.
func (c *candidate) choosesFirst() bool {
	verb, ok := strings.CutSuffix(c.head, "首批")
	return ok && words.Suffix(verb, choosingVerbs) != ""
}

var choosingVerbs = words.Of("choosing-verbs")

// countsList reports whether a rule of listExclusions left the number, so that those that go on its list
// are left too.
func countsList(rule string) bool {
	return rule != headsList && slices.ContainsFunc(listExclusions, func(d decision) bool { return d.Name == rule })
}

// continued reports whether the number goes on with a list whose first count is no indicator.
func (c *candidate) continued() bool {
	p := c.prev
	if p == nil || !p.fixed || c.t.clauses[p.clause].sentence != c.t.clauses[c.clause].sentence {
		return false
	}
	if p.clause != c.clause {
		return c.head == ""
	}
	between := c.t.s[p.cmp.tail:c.n.start]
	return words.Suffix(between, listJoiners) != "" && words.Last(noVerbs.Replace(between), goalVerbs) < 0
}
