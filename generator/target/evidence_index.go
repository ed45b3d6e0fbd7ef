package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	indexNouns   = words.Of("index-nouns")
	indexFillers = words.Of("index-fillers")
	indexEnds    = words.Of("index-ends")
	rankingWords = words.Of("ranking-words")
)

// indexEvidence takes numbers without a unit that are the value of an index: 「发展指数达到65」.
var indexEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "index-between", Verdict: policy.Leave, Says: "没有单位也没有比较词的“几至几”多是编号、型号",
			Takes: "规范化指数达到〔60—65〕。", Leaves: "规范化指数达到〔60—65〕以上。",
		},
		Holds: func(c *candidate) bool { return c.n.ranged && c.cmp.cmp == "" },
	},
	{
		Rule: policy.Rule{
			Name: "index-of-a-cell", Verdict: policy.Take, Says: "指标表里没有单位的数字带有比较词",
			Takes:  "一、主要指标\n序号\n\n指标\n\n目标值\n\n1\n\n容积率\n\n城区≥〔1.2〕，郊区≥1.0。",
			Leaves: "城区≥〔1.2〕，郊区≥1.0。",
		},
		Holds: func(c *candidate) bool { return c.scope.cell && c.compared() },
	},
	{ // after index-between
		Rule: policy.Rule{
			Name: "index-by-its-noun", Verdict: policy.Take, Says: "“指数”“系数”“率”等名词后，紧跟在“达到”或比较词后的数字没有单位",
			Takes: "规范化指数达到〔65〕。", Leaves: "规范化工程达到〔65〕。",
		},
		Holds: func(c *candidate) bool { return c.setsIndex() && words.Suffix(c.indexName(), indexNouns) != "" },
	},
	{ // after index-between
		Rule: policy.Rule{
			Name: "ranked-without-a-unit", Verdict: policy.Take, Says: "“排名前”“排名后”之后省去“位”的数字是名次",
			Takes: "对排名前〔3〕的县给予奖励。", Leaves: "对排名第一、前〔3〕的县给予奖励。",
		},
		Holds: func(c *candidate) bool {
			return c.rank() && words.Suffix(c.head[:len(c.head)-len("前")], rankingWords) != ""
		},
	},
	{ // after index-between
		Rule: policy.Rule{
			Name: "index-by-its-letters", Verdict: policy.Take, Says: "以字母为名的指标，紧跟在“达到”或比较词后的数字没有单位",
			Takes: "机房PUE值降到〔1.3〕以下。", Leaves: "机房耗能值降到〔1.3〕以下。",
		},
		Holds: func(c *candidate) bool { return c.setsIndex() && endsInLetters(c.indexName()) },
	},
}

// pointEvidence takes points by which people say how content they are; those of a scheme are none.
var pointEvidence = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "points-of-content", Verdict: policy.Take, Says: "“满意度”“好评度”后达到多少分",
		Takes: "游客满意度达到〔90〕分以上。", Leaves: "考评得分达到〔90〕分以上。",
	},
	Holds: func(c *candidate) bool {
		return words.In(c.head, []string{"满意度", "好评度"}) && (c.compared() || c.reached())
	},
}}

// compared reports whether a word of comparison stands beside the number.
func (c *candidate) compared() bool { return c.cmp.near || c.cmp.after }

// setsIndex reports whether something is to come to the number and nothing that could be a unit follows it.
func (c *candidate) setsIndex() bool {
	return !c.scope.cell && (c.compared() || c.reached()) && (c.tail == "" || words.Prefix(c.tail, indexEnds) != "")
}

// indexName returns the clause before the number without the verb and the words that may stand between
// an index and its value: 「容积率」 of 「容积率一般应达到」.
func (c *candidate) indexName() string {
	head := strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), reachVerbs))
	for _, w := range indexFillers {
		head = strings.TrimSuffix(head, w)
	}
	return head
}

// endsInLetters reports whether s ends in the letters of an index: 「电能利用效率（PUE）」, 「PUE值」.
func endsInLetters(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "值"), "）")
	return s != "" && isLatin(s[len(s)-1])
}
