package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var conditionJoiners = words.Of("condition-joiners")

// listKinds give a number of a list the kind of the one before it.
var listKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "goes-on-from-a-condition", Verdict: policy.AsThreshold, Says: "并列的同类数字，前一个是条件，后一个也是",
			Takes: "每户可补贴1件、〔2〕套。", Leaves: "每户可补贴1件，配送〔2〕套。",
		},
		Holds: func(c *candidate) bool { return c.goesOnFrom(policy.Threshold) },
	},
	{
		Rule: policy.Rule{
			Name: "goes-on-from-a-target", Verdict: policy.AsTarget, Says: "并列的同类数字，前一个是目标值，后一个也是",
			Takes: "贷款余额分别达到50亿元、〔30〕亿元。", Leaves: "贷款余额达到50亿元，贷款额度〔30〕亿元。",
		},
		Holds: func(c *candidate) bool { return c.goesOnFrom(policy.Target) },
	},
	{
		Rule: policy.Rule{
			Name: "bound-behind-a-bound", Verdict: policy.AsThreshold, Says: "前一分句以上限、下限结尾，是条件，紧接的分句没有动词，也以“几平方米以上”一类下限、上限结尾的，也是条件；年度计划和目标部分除外",
			Takes: "门店经营须满2年，营业面积〔150〕平方米以上。", Leaves: "门店经营须满2年，建设面积〔150〕平方米以上。",
		},
		Holds: (*candidate).behindBound,
	},
}

// goesOnFrom reports whether the number follows a like one of a kind in a list.
func (c *candidate) goesOnFrom(kind policy.Kind) bool {
	p := c.prev
	return c.chained() && p.kind == kind && (p.n.group == c.n.group || c.n.counts() && p.n.counts())
}

// behindBound reports whether the number is a bound that ends a clause without a verb, right behind one that ends in a
// condition: 「经营须满2年，面积150平方米以上」.
func (c *candidate) behindBound() bool {
	p := c.prev
	if p == nil || !p.accepted || p.kind != policy.Threshold || c.t.clauses[c.clause].prev != p.clause || c.planned() || c.scope.goal {
		return false
	}
	like := c.cmp.after && c.cmp.cmp != "≈" && c.n.group != "share" && c.n.group != "times" && p.bounds()
	return like && p.tail == "" && c.tail == "" && c.head != "" && c.verb() == 0
}

// bounds reports whether a comparator makes the number a bound.
func (c *candidate) bounds() bool { return c.cmp.cmp != "" && c.cmp.cmp != "≈" && c.cmp.cmp != "=" }

// neighbours are a number and the next one, both of them set by the paper.
type neighbours struct{ c, next *candidate }

// jointKinds make conditions of the numbers that stand in one list with one:
// 「入井人数超过30人、井深超过800米的矿山」, 「从业人员不少于50人，专业人员占比不低于30%的企业」.
var jointKinds = policy.Decisions[neighbours]{
	{
		Rule: policy.Rule{
			Name: "joined-to-a-condition", Verdict: policy.AsThreshold, Says: "同一分句里以“、”“且”与一个条件并列的数字也是条件",
			Takes: "入井人数超过〔30〕人、井深超过800米的矿山停产整顿。", Leaves: "入井人数超过〔30〕人，井深超过800米的矿山停产整顿。",
		},
		Holds: func(n neighbours) bool {
			return n.besideCondition() && n.c.clause == n.next.clause && words.Prefix(n.c.tail, conditionJoiners) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "joined-to-a-floor", Verdict: policy.AsThreshold, Says: "以顿号与后面没有年份的“不低于”“不超过”并列的“以上”“以下”，后面的是条件，它也是",
			Takes: "项目投资〔5000〕万元以上、亩均投资不低于100万元，分期供地。", Leaves: "项目投资〔5000〕万元以上，亩均投资不低于100万元，分期供地。",
		},
		Holds: func(n neighbours) bool {
			c := n.c
			return n.next.kind == policy.Threshold && n.next.standing() && c.cmp.after && c.year == 0 && !c.scope.goal &&
				c.clause == n.next.clause && strings.HasPrefix(c.tail, "、")
		},
	},
	{
		Rule: policy.Rule{
			Name: "clause-before-a-condition", Verdict: policy.AsThreshold, Says: "下一分句的数字说明指哪些单位时，前一分句里没有年份的下限、上限也是条件",
			Takes: "从业人员不少于〔50〕人，专业人员占比不低于30%的企业可以申报。", Leaves: "从业人员达到〔50〕人以上，专业人员占比不低于30%的企业可以申报。",
		},
		Holds: func(n neighbours) bool {
			c := n.c
			return n.besideCondition() && c.t.clauses[c.clause].next == n.next.clause && strings.HasPrefix(c.t.s[c.t.clauses[c.clause].end:], "，") && c.tail == "" && c.n.group != "times" && c.standing()
		},
	},
}

// besideCondition reports whether the next number says which units are meant and the first may do so too.
func (n neighbours) besideCondition() bool {
	return n.next.kind == policy.Threshold && n.next.filters() && (n.c.cmp.cmp != "" || n.c.reached())
}

// tellJointKinds goes back over the numbers of a paragraph, so that a whole list follows its last.
func tellJointKinds(found []*candidate) {
	for i := len(found) - 2; i >= 0; i-- {
		c := found[i]
		if rule, ok := jointKinds.First(neighbours{c, found[i+1]}); ok && c.kind != policy.Threshold {
			c.kindRule, c.kind = rule, policy.Threshold
		}
	}
}

// amongThem reports whether the number is a part of one before it that is of the same group and of a kind:
// 「预留30%的号源，其中专家号源达到20%」.
func (c *candidate) amongThem(kind policy.Kind) bool {
	p := c.prev
	return strings.Contains(c.head, "其中") && p != nil && p.n.group == c.n.group && p.kind == kind
}
