package extract

import (
	"strings"

	"zhengce/generator/policy"
)

// decideKind tells whether the number is a target or decides a case.
func (c *indicatorCase) decideKind() policy.Kind {
	if c.threshold() {
		return policy.Threshold
	}
	return policy.Target
}

func (c *indicatorCase) threshold() bool {
	if c.rank() || c.n.group == "age" && indicatorSuffix(c.bare(), indicatorReach) == "" && indicatorSuffix(c.bare(), indicatorChange) == "" {
		return true
	}
	if c.scope.rules && c.cmp.cmp != "" && c.year == 0 {
		return true
	}
	if c.n.group == "magnitude" && indicatorSuffix(c.bare(), indicatorGiving) != "" {
		return true
	}
	if c.n.group != "time" && c.filters() {
		return true
	}
	if c.qualifies() || c.defines() || c.n.group == "size" && c.n.ranged && indicatorAny(c.tail, indicatorShareAwards) {
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
		return c.year == 0 && !c.scope.goal && indicatorSuffix(c.bare(), indicatorReach) == ""
	}
	return c.countRule()
}

// shareIndicatorKinds makes conditions of the numbers that stand in one list with one:
// 「入井人数超过30人、井深超过800米的矿山」, 「从业人员不少于50人，专业人员占比不低于30%的企业」.
func shareIndicatorKinds(found []*indicatorCase) {
	for i := len(found) - 2; i >= 0; i-- {
		c, next := found[i], found[i+1]
		reached := indicatorSuffix(c.bare(), indicatorReach) != ""
		if next.kind != policy.Threshold || c.cmp.cmp == "" && !reached || !next.filters() {
			continue
		}
		if c.clause == next.clause {
			if indicatorPrefix(c.tail, []string{"、", "且", "并", "和", "及", "或"}) != "" {
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
func (c *indicatorCase) filters() bool {
	if c.tail == "" || c.cmp.cmp == "" && indicatorSuffix(c.bare(), indicatorReach) == "" {
		return false
	}
	rest := c.tail
	if indicatorSuffix(strings.TrimSuffix(c.bare(), "最高"), indicatorGiving) != "" {
		return false
	}
	if c.adjacent() != "" && !strings.Contains(rest, "的") && indicatorSuffix(rest, indicatorAmounts) != "" {
		return false
	}
	if c.n.counts() {
		if p := c.prev; p != nil && p.accepted && p.cmp.tail == c.n.start && c.cmp.after && strings.HasPrefix(rest, "的") {
			return true // 「设置1所12个班以上的幼儿园」
		}
		if c.cmp.after && c.year == 0 && strings.HasPrefix(rest, "的") && indicatorAny(rest, indicatorShareAwards) {
			return true // 「日均300单以上的每单补贴0.3元」
		}
		if c.cmp.after && indicatorPrefix(c.adjacent(), []string{"实现", "推动", "推进"}) == c.adjacent() && !c.ends() && !strings.HasPrefix(rest, "的") && strings.ContainsAny(rest, "0123456789") {
			return true // 「56人以上大班额控制在5%以内」
		}
		return strings.HasPrefix(rest, "的") && indicatorSuffix(c.bare(), []string{"人数", "规模", "数量", "总数", "户数", "人口"}) != ""
	}
	switch {
	case c.n.group == "share":
		head := strings.TrimSuffix(c.bare(), indicatorSuffix(c.bare(), indicatorReach))
		if indicatorSuffix(head, indicatorChange) != "" && strings.HasPrefix(rest, "的") && strings.HasPrefix(c.head, "对") {
			return true // 「对产值增长10%以上的企业」
		}
		if indicatorSuffix(head, indicatorRates) == "" {
			return false
		}
		return (strings.HasPrefix(rest, "的") || !indicatorStop(rest)) && !c.made()
	case strings.HasPrefix(rest, "的"):
	case indicatorStop(rest):
		// 「热负荷达到130吨/小时、年利用超过4000小时的集聚区」, 「将投资10亿元以上和行业龙头企业项目纳入」
		if c.year > 0 || indicatorPrefix(rest, []string{"、", "和", "及", "或"}) == "" || !strings.Contains(rest, "的") && !indicatorAny(rest, indicatorAdmit) {
			return false
		}
	}
	return !c.made()
}

// indicatorStop reports whether s begins with what ends or continues a list.
func indicatorStop(s string) bool {
	return indicatorPrefix(s, []string{"、", "和", "及", "以及", "（", "）", "”", "；", "，", "用于", "并", "且"}) != ""
}

// made reports whether the number is the size of one thing that is to be made.
func (c *indicatorCase) made() bool {
	head := indicatorUnbracket(c.head)
	for _, one := range []string{"一个", "一家", "一座", "一支", "一只"} {
		if i := strings.LastIndex(head, one); i >= 0 {
			return indicatorLast(head[:i], indicatorGoalVerbs) >= 0 || indicatorSuffix(head[:i], indicatorWeakVerbs) != ""
		}
	}
	i := indicatorLast(head, []string{"设立", "组建", "发起设立", "筹建", "成立"})
	return i >= 0 && i >= indicatorLast(head, indicatorListVerbs)
}

// qualifies reports whether the clause names those to whom a rule applies: 「…1000万元及以上的，给予」,
// 「…达到30%及以上，是…的必要条件」.
func (c *indicatorCase) qualifies() bool {
	next := ""
	if k := c.t.clauses[c.clause].next; k >= 0 {
		next = indicatorShort(c.t.text(k))
	}
	if strings.HasPrefix(next, "是") && indicatorAny(next, []string{"条件", "标准", "门槛", "前提"}) {
		return true
	}
	ends := strings.HasSuffix(c.tail, "的")
	return ends && c.n.group != "share" && next != "" || ends && next != "" && indicatorAny(next, indicatorAwards)
}

// defines reports whether the number bounds the thing before its bracket: 「长距离运输（运距500公里以上）的煤炭」.
func (c *indicatorCase) defines() bool {
	clause := c.t.clauses[c.clause]
	return clause.depth > 0 && clause.prev < 0 && clause.next < 0 && c.tail == "" && c.cmp.cmp != "" && !c.n.counts() &&
		strings.HasPrefix(c.t.s[clause.end:], "）的") && indicatorSuffix(c.bare(), indicatorReach) == ""
}

// moneyRule tells an award, price or cap from a sum that is to be reached.
func (c *indicatorCase) moneyRule() bool {
	if indicatorAny(c.head, []string{"撬动", "带动", "吸引", "力争", "争取"}) && indicatorSuffix(c.bare(), indicatorGiving) == "" {
		return false // 「撬动银行贷款5000万元」
	}
	if c.cmp.cmp == "" && indicatorSuffix(c.head, []string{"安排", "投入"}) != "" && !indicatorAny(c.head, indicatorAwards) {
		return false // 「市财政每年安排300万元」
	}
	reached := indicatorSuffix(strings.TrimSuffix(c.bare(), indicatorSuffix(c.bare(), indicatorPer)), indicatorReach) != ""
	changed := indicatorSuffix(c.bare(), indicatorChange) != "" || strings.HasSuffix(c.bare(), "标准") && indicatorLast(c.head, indicatorChange) >= 0
	if c.made() || (reached && indicatorAny(c.head, indicatorInvest) || (reached || changed) && c.planned()) && !indicatorAny(c.near, []string{"奖", "罚"}) {
		return false
	}
	return c.award() || indicatorSuffix(c.bare(), indicatorGiving) != "" || c.standing() || c.cmp.cmp == "≤" && c.year == 0
}

// standing reports whether a floor or cap holds as such, outside goals and without a year.
func (c *indicatorCase) standing() bool {
	if c.year > 0 || c.scope.goal || c.cmp.after || indicatorAny(c.head, []string{"保有量", "总量", "产量", "利用量", "使用量", "处理量", "回收量", "总面积", "总规模", "基本农田"}) {
		return false
	}
	return (c.cmp.cmp == "≥" || c.cmp.cmp == "≤") && c.cmp.leading != "" && c.cmp.leading != "至少" || c.cmp.cmp == "<"
}

// timeRule tells a standing time limit from one that is to be brought down to a figure.
func (c *indicatorCase) timeRule() bool {
	if c.cmp.inside && strings.Contains(c.head, "实现") || c.scope.goal && strings.HasSuffix(c.bare(), "天数") {
		return false
	}
	if p := c.prev; strings.Contains(c.head, "其中") && p != nil && p.accepted && p.n.group == "time" {
		return p.kind == policy.Threshold
	}
	if c.cmp.cmp == "" && (c.each() || indicatorSuffix(c.bare(), []string{"达到", "达"}) != "") {
		return false // 「初中生应达到9小时」
	}
	if indicatorAny(c.head, []string{"压缩", "缩短", "压减", "缩减", "减至", "降至", "减少到", "减少至", "精简", "提速", "控制在", "提前"}) {
		return false
	}
	if c.cmp.cmp == "≥" && c.each() {
		return false // 「每天体育活动时间不少于1小时」
	}
	return c.year == 0 || !indicatorAny(c.head, []string{"力争", "确保", "达到", "实现", "提高", "延长", "提升"})
}

// countRule tells a quota, floor or cap from a number of things to be reached.
func (c *indicatorCase) countRule() bool {
	if indicatorAny(c.head, []string{"原则上"}) || c.rate() || indicatorSuffix(c.bare(), indicatorMay) != "" {
		return true
	}
	if c.year > 0 {
		return false
	}
	if c.cmp.cmp == "≥" && c.cmp.leading != "" && indicatorAny(c.head, []string{"按照", "按每"}) {
		return true // 「按照每千人口不少于10个托位配建」
	}
	if c.n.group == "times" {
		return c.cmp.cmp == "≤"
	}
	head := c.bare()
	if strings.HasSuffix(strings.TrimSuffix(head, indicatorSuffix(head, []string{"在", "为", "达到", "达", "大于", "控制在"})), "应") {
		return true
	}
	if c.cmp.cmp == "≤" || c.cmp.cmp == "<" {
		return !indicatorAny(c.head, []string{"控制在", "压减", "减少", "降至", "降到", "降低到", "减至", "下降"})
	}
	if c.n.counts() || c.n.group == "magnitude" {
		return c.cmp.cmp != "" && indicatorAny(c.head, indicatorConditions) && (strings.Contains(c.tail, "的") || c.award())
	}
	return c.standing() || indicatorAny(indicatorOrdinary.Replace(c.head), []string{"禁止", "严禁", "不得", "不应", "必须", "一般"})
}
