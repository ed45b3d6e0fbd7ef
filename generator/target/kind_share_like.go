package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// likeShares have the kind of the share in the clause before them. A share that is a bound by name,
// share-named-as-a-bound, is none of them, though it may stand in such a clause.
var likeShares = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "other-case-of-a-share-prescribed", Verdict: policy.AsThreshold, Says: "比较词与前一分句相同、只换了情形的比例，前一个是规定的，它也是",
			Takes: "首套最低首付比例不低于15%，二套不低于〔25〕%。", Leaves: "首套最低首付比例不低于15%，二套达到〔25〕%。",
		},
		Holds: func(c *candidate) bool { return c.otherCase(policy.Threshold) },
	},
	{
		Rule: policy.Rule{
			Name: "other-case-of-a-share-to-reach", Verdict: policy.AsTarget, Says: "比较词与前一分句相同、只换了情形的比例，前一个是目标值，它也是",
			Takes: "农村覆盖率不低于15%，城区应当不低于〔25〕%。", Leaves: "农村覆盖率达到15%，城区应当不低于〔25〕%。",
		},
		Holds: func(c *candidate) bool { return c.otherCase(policy.Target) },
	},
	{
		Rule: policy.Rule{
			Name: "floor-behind-a-floor", Verdict: policy.AsThreshold, Says: "前一分句是“不得”的规定，紧接的“不低于”“不超过”也是",
			Takes: "楼间距不得低于30米，采光占比不低于〔40〕%。", Leaves: "楼间距不低于30米，采光占比不低于〔40〕%。",
		},
		Holds: (*candidate).behindFloor,
	},
}

// shortCase is how many characters a clause may have that only names another case: 「其他地区」.
const shortCase = 6

// otherCase reports whether the clause only names another case of the share in the clause before, which is
// of the kind: 「首套不低于15%，二套不低于25%」.
func (c *candidate) otherCase(kind policy.Kind) bool {
	if c.cmp.leading == "" || utf8.RuneCountInString(c.bare()) > shortCase || words.Suffix(c.bare(), rateNouns) != "" {
		return false
	}
	return c.besideLike() && c.lastTaken().kind == kind
}

// besideLike reports whether the clause before ends in a share with the same comparator before it.
func (c *candidate) besideLike() bool {
	p := c.lastTaken()
	return p != nil && p.n.group == "share" && p.cmp.leading == c.cmp.leading && c.t.clauses[c.clause].prev == p.clause
}

// lastTaken returns the number before, without those of the clause that are none, as the 二 of 二套; nil where there is none.
func (c *candidate) lastTaken() *candidate {
	p := c.prev
	for p != nil && !p.accepted && p.clause == c.clause {
		p = p.prev
	}
	return p
}

// behindFloor reports whether the clause before gives a bound that must be kept, and this one goes on:
// 「容积率不得低于1.0，建筑系数不低于40%」.
func (c *candidate) behindFloor() bool {
	p := c.prev
	return p != nil && p.kind == policy.Threshold && c.t.clauses[c.clause].prev == p.clause &&
		strings.HasPrefix(p.cmp.leading, "不得") && strings.HasPrefix(c.cmp.leading, "不")
}
