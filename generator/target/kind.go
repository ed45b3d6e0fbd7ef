package target

import (
	"strings"

	"zhengce/generator/policy"

	"zhengce/generator/words"
)

// decideKind tells whether the number is a target or decides a case.
func (c *candidate) decideKind() policy.Kind {
	if c.threshold() {
		return policy.Threshold
	}
	return policy.Target
}

func (c *candidate) threshold() bool {
	if c.rank() || c.n.group == "age" && words.Suffix(c.bare(), reachVerbs) == "" && words.Suffix(c.bare(), changeVerbs) == "" {
		return true
	}
	if c.scope.rules && c.cmp.cmp != "" && c.year == 0 {
		return true
	}
	if c.n.group == "magnitude" && words.Suffix(c.bare(), givingVerbs) != "" {
		return true
	}
	if c.n.group != "time" && c.filters() {
		return true
	}
	if c.qualifies() || c.defines() || c.n.group == "size" && c.n.ranged && words.In(c.tail, shareAwards) {
		return true
	}
	if p := c.prev; p != nil && p.accepted && c.chained() && (p.n.group == c.n.group || c.n.counts() && p.n.counts()) {
		return p.kind == policy.Threshold
	}
	switch c.n.group {
	case "money":
		return c.moneyRule()
	case "time":
		return c.timeRule()
	case "share":
		return c.shareRule()
	case "ratio":
		return c.year == 0 && !c.scope.goal && words.Suffix(c.bare(), reachVerbs) == ""
	}
	return c.countRule()
}

// shareKinds makes conditions of the numbers that stand in one list with one:
// 「入井人数超过30人、井深超过800米的矿山」, 「从业人员不少于50人，专业人员占比不低于30%的企业」.
func shareKinds(found []*candidate) {
	for i := len(found) - 2; i >= 0; i-- {
		c, next := found[i], found[i+1]
		reached := words.Suffix(c.bare(), reachVerbs) != ""
		if next.kind != policy.Threshold || c.cmp.cmp == "" && !reached || !next.filters() {
			continue
		}
		if c.clause == next.clause {
			if words.Prefix(c.tail, []string{"、", "且", "并", "和", "及", "或"}) != "" {
				c.kind = policy.Threshold
			}
		} else if c.t.clauses[c.clause].next == next.clause && c.year == 0 && c.tail == "" && c.standing() {
			c.kind = policy.Threshold
		}
	}
}

// filters reports whether the number says which units are meant: 「比重超过50%的产业集聚区」,
// 「投资5亿元以上项目」. In 「设立规模超千亿的基金」 and 「一个百亿元以上的产业」 it is the size of what is
// to be made, and in 「80%以上的产业集聚区」 a share of the whole set.
func (c *candidate) filters() bool {
	if c.tail == "" || c.cmp.cmp == "" && words.Suffix(c.bare(), reachVerbs) == "" {
		return false
	}
	rest := c.tail
	if words.Suffix(strings.TrimSuffix(c.bare(), "最高"), givingVerbs) != "" {
		return false
	}
	if c.adjacent() != "" && !strings.Contains(rest, "的") && words.Suffix(rest, amountNouns) != "" {
		return false
	}
	if c.n.counts() {
		if p := c.prev; p != nil && p.accepted && p.cmp.tail == c.n.start && c.cmp.after && strings.HasPrefix(rest, "的") {
			return true // 「设置1所12个班以上的幼儿园」
		}
		if c.cmp.after && c.year == 0 && strings.HasPrefix(rest, "的") && words.In(rest, shareAwards) {
			return true // 「日均300单以上的每单补贴0.3元」
		}
		if c.cmp.after && words.Prefix(c.adjacent(), []string{"实现", "推动", "推进"}) == c.adjacent() && !c.ends() && !strings.HasPrefix(rest, "的") && strings.ContainsAny(rest, "0123456789") {
			return true // 「56人以上大班额控制在5%以内」
		}
		return strings.HasPrefix(rest, "的") && words.Suffix(c.bare(), []string{"人数", "规模", "数量", "总数", "户数", "人口"}) != ""
	}
	switch {
	case c.n.group == "share":
		head := strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), reachVerbs))
		if words.Suffix(head, changeVerbs) != "" && strings.HasPrefix(rest, "的") && strings.HasPrefix(c.head, "对") {
			return true // 「对产值增长10%以上的企业」
		}
		if words.Suffix(head, rateNouns) == "" {
			return false
		}
		return (strings.HasPrefix(rest, "的") || !endsList(rest)) && !c.made()
	case strings.HasPrefix(rest, "的"):
	case endsList(rest):
		// 「热负荷达到130吨/小时、年利用超过4000小时的集聚区」, 「将投资10亿元以上和行业龙头企业项目纳入」
		if c.year > 0 || words.Prefix(rest, []string{"、", "和", "及", "或"}) == "" || !strings.Contains(rest, "的") && !words.In(rest, admitWords) {
			return false
		}
	}
	return !c.made()
}

// endsList reports whether s begins with what ends or continues a list.
func endsList(s string) bool {
	return words.Prefix(s, []string{"、", "和", "及", "以及", "（", "）", "”", "；", "，", "用于", "并", "且"}) != ""
}

// made reports whether the number is the size of one thing that is to be made.
func (c *candidate) made() bool {
	head := unbracket(c.head)
	for _, one := range []string{"一个", "一家", "一座", "一支", "一只"} {
		if i := strings.LastIndex(head, one); i >= 0 {
			return words.Last(head[:i], goalVerbs) >= 0 || words.Suffix(head[:i], weakVerbs) != ""
		}
	}
	i := words.Last(head, []string{"设立", "组建", "发起设立", "筹建", "成立"})
	return i >= 0 && i >= words.Last(head, listVerbs)
}

// qualifies reports whether the clause names those to whom a rule applies: 「…1000万元及以上的，给予」,
// 「…达到30%及以上，是…的必要条件」.
func (c *candidate) qualifies() bool {
	next := ""
	if k := c.t.clauses[c.clause].next; k >= 0 {
		next = shortClause(c.t.text(k))
	}
	if strings.HasPrefix(next, "是") && words.In(next, []string{"条件", "标准", "门槛", "前提"}) {
		return true
	}
	ends := strings.HasSuffix(c.tail, "的")
	return ends && c.n.group != "share" && next != "" || ends && next != "" && words.In(next, awardWords)
}

// defines reports whether the number bounds the thing before its bracket: 「长距离运输（运距500公里以上）的煤炭」.
func (c *candidate) defines() bool {
	clause := c.t.clauses[c.clause]
	return clause.depth > 0 && clause.prev < 0 && clause.next < 0 && c.tail == "" && c.cmp.cmp != "" && !c.n.counts() &&
		strings.HasPrefix(c.t.s[clause.end:], "）的") && words.Suffix(c.bare(), reachVerbs) == ""
}

// moneyRule tells an award, price or cap from a sum that is to be reached.
func (c *candidate) moneyRule() bool {
	if words.In(c.head, []string{"撬动", "带动", "吸引", "力争", "争取"}) && words.Suffix(c.bare(), givingVerbs) == "" {
		return false // 「撬动银行贷款5000万元」
	}
	if c.cmp.cmp == "" && words.Suffix(c.head, []string{"安排", "投入"}) != "" && !words.In(c.head, awardWords) {
		return false // 「市财政每年安排300万元」
	}
	reached := words.Suffix(strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), perWords)), reachVerbs) != ""
	changed := words.Suffix(c.bare(), changeVerbs) != "" || strings.HasSuffix(c.bare(), "标准") && words.Last(c.head, changeVerbs) >= 0
	if c.made() || (reached && words.In(c.head, investWords) || (reached || changed) && c.planned()) && !words.In(c.near, []string{"奖", "罚"}) {
		return false
	}
	return c.award() || words.Suffix(c.bare(), givingVerbs) != "" || c.standing() || c.cmp.cmp == "≤" && c.year == 0
}

// standing reports whether a floor or cap holds as such, outside goals and without a year.
func (c *candidate) standing() bool {
	if c.year > 0 || c.scope.goal || c.cmp.after || words.In(c.head, []string{"保有量", "总量", "产量", "利用量", "使用量", "处理量", "回收量", "总面积", "总规模", "基本农田"}) {
		return false
	}
	return (c.cmp.cmp == "≥" || c.cmp.cmp == "≤") && c.cmp.leading != "" && c.cmp.leading != "至少" || c.cmp.cmp == "<"
}

// timeRule tells a standing time limit from one that is to be brought down to a figure.
func (c *candidate) timeRule() bool {
	if c.cmp.inside && strings.Contains(c.head, "实现") || c.scope.goal && strings.HasSuffix(c.bare(), "天数") {
		return false
	}
	if p := c.prev; strings.Contains(c.head, "其中") && p != nil && p.accepted && p.n.group == "time" {
		return p.kind == policy.Threshold
	}
	if c.cmp.cmp == "" && (c.each() || words.Suffix(c.bare(), []string{"达到", "达"}) != "") {
		return false // 「初中生应达到9小时」
	}
	if words.In(c.head, []string{"压缩", "缩短", "压减", "缩减", "减至", "降至", "减少到", "减少至", "精简", "提速", "控制在", "提前"}) {
		return false
	}
	if c.cmp.cmp == "≥" && c.each() {
		return false // 「每天体育活动时间不少于1小时」
	}
	return c.year == 0 || !words.In(c.head, []string{"力争", "确保", "达到", "实现", "提高", "延长", "提升"})
}

// countRule tells a quota, floor or cap from a number of things to be reached.
func (c *candidate) countRule() bool {
	if words.In(c.head, []string{"原则上"}) || c.rate() || words.Suffix(c.bare(), mayVerbs) != "" {
		return true
	}
	if c.year > 0 {
		return false
	}
	if c.cmp.cmp == "≥" && c.cmp.leading != "" && words.In(c.head, []string{"按照", "按每"}) {
		return true // 「按照每千人口不少于10个托位配建」
	}
	if c.n.group == "times" {
		return c.cmp.cmp == "≤"
	}
	head := c.bare()
	if strings.HasSuffix(strings.TrimSuffix(head, words.Suffix(head, []string{"在", "为", "达到", "达", "大于", "控制在"})), "应") {
		return true
	}
	if c.cmp.cmp == "≤" || c.cmp.cmp == "<" {
		return !words.In(c.head, []string{"控制在", "压减", "减少", "降至", "降到", "降低到", "减至", "下降"})
	}
	if c.n.counts() || c.n.group == "magnitude" {
		return c.cmp.cmp != "" && words.In(c.head, conditionVerbs) && (strings.Contains(c.tail, "的") || c.award())
	}
	return c.standing() || words.In(ordinaryWords.Replace(c.head), []string{"禁止", "严禁", "不得", "不应", "必须", "一般"})
}
