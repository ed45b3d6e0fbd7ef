package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"

	"zhengce/generator/words"
)

// shareRule tells a share that the document prescribes from one that is to be reached.
func (c *candidate) shareRule() bool {
	if words.Prefix(c.tail, givenTails) != "" || c.awardChange() {
		return true
	}
	if c.year > 0 {
		return false
	}
	if c.n.unit == "份额" && c.t.raw(c.n.start, c.n.end) == "减半" {
		return true
	}
	if strings.Contains(c.head, "其中") && c.prev != nil && c.prev.accepted && c.prev.n.group == "share" {
		return c.prev.kind == policy.Threshold
	}
	head := c.bare()
	if c.allowed() || words.In(head, []string{"最低", "最高", "上限", "下限"}) {
		return true
	}
	if p := c.elliptic(); p != nil {
		return p.kind == policy.Threshold
	}
	if p := c.prev; p != nil && p.accepted && p.kind == policy.Threshold && strings.HasPrefix(p.cmp.leading, "不得") && strings.HasPrefix(c.cmp.leading, "不") && c.t.clauses[c.clause].prev == p.clause {
		return true // 「容积率不得低于1.0，建筑系数不低于40%」
	}
	rate := strings.TrimSuffix(head, words.Suffix(head, reachVerbs))
	if words.Prefix(c.tail, shareTails) != "" || words.In(ordinaryWords.Replace(c.head), []string{"预留", "提取", "计提", "提留", "预拨", "减按", "征收", "返还", "原则上", "应当", "应满足", "应符合", "须满足", "须符合", "须达到", "必须", "不得", "一般"}) {
		return true
	}
	if words.In(head, []string{"按照", "按"}) && words.Suffix(rate, []string{"率", "占比", "比重"}) == "" && !words.In(head, []string{"按期", "按时", "按需", "按规划", "按要求"}) {
		return true
	}
	if words.In(c.near, shareAwards) && words.Suffix(rate, []string{"率", "占比", "比重"}) == "" && words.Suffix(head, changeVerbs) == "" {
		return true
	}
	if c.standing() && c.cmp.cmp != "≥" || words.Suffix(rate, []string{"费率", "利率", "税率", "息率"}) != "" && words.In(c.cmp.leading, []string{"不"}) {
		return true
	}
	if words.In(c.near, []string{"同意", "表决"}) || words.Suffix(head, []string{"优惠", "上浮", "下浮"}) != "" || words.Suffix(rate, []string{"抽查比例", "抽检比例", "检查比例", "抽取比例"}) != "" {
		return true
	}
	if c.standing() && strings.HasPrefix(c.tail, "的") {
		return true // 「统筹不低于20%的资金」
	}
	return !c.cmp.near && !c.cmp.after && c.cmp.cmp != "" && c.cmp.cmp != "≈" && c.cmp.leading != "至少"
}

// allowed reports whether the share is one that something may come to: 「可降低至90%」.
func (c *candidate) allowed() bool {
	head := c.bare()
	for _, verbs := range [][]string{reachVerbs, changeVerbs} {
		rest, ok := strings.CutSuffix(head, words.Suffix(head, verbs))
		if ok && words.Suffix(rest, []string{"可", "可以", "允许"}) != "" {
			return true
		}
	}
	return false
}

// elliptic returns the share in the clause before, where this clause only names another case:
// 「首套不低于15%，二套不低于25%」.
func (c *candidate) elliptic() *candidate {
	p := c.prev
	for p != nil && !p.accepted && p.clause == c.clause {
		p = p.prev // the 二 of 二套
	}
	if p == nil || !p.accepted || p.n.group != c.n.group || c.t.clauses[c.clause].prev != p.clause || c.cmp.leading == "" || c.cmp.leading != p.cmp.leading {
		return nil
	}
	const short = 6 // characters of 「其他地区」
	if head := c.bare(); utf8.RuneCountInString(head) > short || words.Suffix(head, rateNouns) != "" {
		return nil
	}
	return p
}

// awardChange reports whether the share is that of an award, or one by which it becomes another:
// 「奖励标准上浮50%」, 「补贴标准提高到100%」.
func (c *candidate) awardChange() bool {
	head := c.bare()
	if strings.Contains(head, "标准为") && words.In(head, shareAwards) {
		return true // 「见习补贴标准为最低工资标准的80%」
	}
	for _, verbs := range [][]string{changeVerbs, reachVerbs} {
		change := words.Suffix(head, verbs)
		if change != "" && words.Suffix(strings.TrimSuffix(head, change), []string{"奖励", "奖补", "补助", "补贴", "标准", "额度", "奖金", "津贴"}) != "" {
			return c.award()
		}
	}
	return false
}
