package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// context returns what was named before the number, for 「占全省的比重」 and 「其中」.
func (c *candidate) context() string { return c.shapeOnce("", contexts) }

var contexts = []shaping{
	{
		Rule: policy.Rule{
			Name: "words-of-the-number-before", Verdict: policy.AsName, Says: "自身没有名称的，用同一句里前一个数字的名称，不带升降动词",
			Takes: "全市林业产值达到9亿元，占全省的比重达到〔3〕%。", Leaves: "全市林业产值，占全省的比重达到〔3〕%。",
		},
		shape: func(c *candidate, _ string) string {
			if !c.speaksOn() {
				return ""
			}
			s := c.prev.local()
			return c.trimTails(strings.TrimSuffix(s, words.Suffix(s, changeVerbs)))
		},
	},
	{ // after words-of-the-number-before, which is nearer
		Rule: policy.Rule{
			Name: "words-of-the-clause-before", Verdict: policy.AsName, Says: "自身没有名称、同一句里前面也没有数字的，用前一分句的词语",
			Takes: "全市林业产值，占全省的比重达到〔3〕%。", Leaves: "全市林业产值达到9亿元，占全省的比重达到〔3〕%。",
		},
		shape: func(c *candidate, _ string) string {
			if c.speaksOn() {
				return ""
			}
			return c.trimTails(c.trimLeads(undate(unbracket(shortClause(c.t.text(c.t.clauses[c.clause].prev))))))
		},
	},
}

// speaksOn reports whether a number that is set stands before this one in its sentence.
func (c *candidate) speaksOn() bool {
	p := c.prev
	return p != nil && p.accepted && c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence
}
