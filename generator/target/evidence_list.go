package target

import (
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// listEvidence takes numbers that go on with a list: 「分别给予50万元、100万元」.
var listEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "next-in-a-list", Verdict: policy.Take, Says: "同一串数字里前一个已算作目标或条件",
			Takes: "参与单位20家以上、〔300〕人。", Leaves: "参与单位20家以上、职工〔300〕人。",
		},
		Holds: (*candidate).chained,
	},
}

// listed reports whether the number goes on with a list whose first number is set: 「建设100个基地、1000公里隔离带」.
func (c *candidate) listed() bool {
	p := c.prev
	return p != nil && p.accepted && p.clause == c.clause && words.Suffix(c.bare(), listStops) != ""
}

// followsLike reports whether the number goes on from a like one that is set: 「创建森林城市2个，森林乡村300个」.
func (c *candidate) followsLike() bool {
	if c.verb() != 0 {
		return false
	}
	p := c.prev
	for hops := 0; p != nil && p.accepted && p.n.group != c.n.group && c.sameSentence(p) && hops < mostBetween; hops++ {
		p = p.prev // 「建成充电桩12万台，服务半径小于1公里，换电站150座」
	}
	return p != nil && p.accepted && p.n.group == c.n.group && (p == c.prev && c.besideClause(p) || p != c.prev && c.sameSentence(p))
}

// mostBetween is how many numbers of other units may stand between two like items of a list.
const mostBetween = 3

func (c *candidate) sameSentence(p *candidate) bool {
	return c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence
}

// besideClause reports whether p stands in the clause of the number or the one before.
func (c *candidate) besideClause(p *candidate) bool {
	return p.clause == c.clause || c.t.clauses[p.clause].next == c.clause
}

// followsCondition reports whether a condition in the clause says what is counted: 「产值超100亿元的企业5家」.
func (c *candidate) followsCondition() bool {
	p := c.prev
	return p != nil && p.clause == c.clause && p.kind == policy.Threshold && p.filters()
}
