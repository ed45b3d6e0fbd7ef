package target

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/words"
)

// rejected reports whether something shows that the number is none of the document's targets or
// thresholds, whatever else stands around it.
func (c *candidate) rejected() bool {
	return c.denominator() || c.startingFrom() || c.explained() || c.scored() || c.listed() || c.named() || c.horizon() || c.past()
}

// denominator reports whether the number is what another is counted by: 每3～5年, 每100平方米.
func (c *candidate) denominator() bool {
	return c.perChange() || strings.HasSuffix(c.bare(), "每") || strings.HasSuffix(c.bare(), "每隔") || strings.HasSuffix(c.head, "×") || strings.HasSuffix(c.head, "=")
}

// perChange reports whether the number is the step of a rate: 「每升高1微克，扣20万元」, 「每新招用1人」.
func (c *candidate) perChange() bool {
	i := strings.LastIndex(c.head, "每")
	if i < 0 || c.cmp.after {
		return false
	}
	verb := strings.TrimPrefix(c.head[i+len("每"):], "新")
	return len(verb) <= len("引进") && words.Suffix(verb, stepVerbs) == verb
}

// startingFrom reports whether the number is what something comes down or up from: 「由3个月缩短至1个月」.
func (c *candidate) startingFrom() bool {
	from := words.Suffix(c.bare(), []string{"由", "从", "由原来的", "从原来的"}) != ""
	return from && (words.Prefix(c.tail, reachVerbs) != "" || words.Prefix(c.tail, changeVerbs) != "")
}

// explained reports whether the number stands in a bracket that only explains: （含3000万美元）.
func (c *candidate) explained() bool {
	clause := c.t.clauses[c.clause]
	if clause.depth == 0 {
		return strings.ContainsAny(c.head+c.tail, "=×÷")
	}
	for hops := 0; clause.prev >= 0 && hops < 20; hops++ {
		clause = c.t.clauses[clause.prev]
	}
	first := c.t.s[clause.start:clause.end]
	if words.Prefix(first, noteWords) != "" {
		return true
	}
	return c.cmp.cmp == "" && c.n.counts()
}

// scored reports whether the number belongs to an assessment scheme.
func (c *candidate) scored() bool {
	if c.rank() || c.cmp.leading != "" {
		return words.In(c.head+c.tail, scoreWords)
	}
	return words.In(c.near, scoreWords)
}

// listed reports whether the number only counts what is there: 等10个领域, 3个方面, 现有20个库和35个.
func (c *candidate) listed() bool {
	if !c.n.counts() || c.cmp.cmp != "" || c.scope.cell {
		return false
	}
	if c.built() || c.rank() {
		return false
	}
	if c.n.han && c.headsList() {
		return true
	}
	c.fixed = words.Suffix(c.head, beforeListed) != "" || words.Prefix(c.tail, listNouns) != "" || c.set() || c.continued()
	return c.fixed
}

// headsList reports whether the clause ends in the colon of the list that the number counts:
// 「办好十件实事：」.
func (c *candidate) headsList() bool {
	end := c.t.clauses[c.clause].end
	return strings.HasPrefix(c.t.s[end:], "：") && !c.each()
}

// set reports whether the clause deals with a set that is given: 「对378个…实施」, 「以580个…为重点」.
func (c *candidate) set() bool {
	if strings.HasPrefix(c.head, "对") && !strings.HasPrefix(c.head, "对接") {
		return !c.award()
	}
	return strings.Contains(c.head, "以") && words.In(c.tail, []string{"为重点", "为主", "为核心", "为依托", "为基础", "为单元", "为载体", "为抓手", "为龙头"})
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
	return words.Suffix(between, []string{"、", "和", "及", "以及", "与"}) != "" && words.Last(between, goalVerbs) < 0
}

// named reports whether the number is part of a name: 千亿级产业集群, 百亿筹资计划, 3年行动计划.
func (c *candidate) named() bool {
	if strings.HasPrefix(c.tail, "级") || c.n.group == "time" && strings.HasPrefix(c.tail, "一遇") {
		return true
	}
	if c.n.group == "time" && c.cmp.cmp != "≤" && words.Prefix(c.tail, termTails) != "" {
		return true
	}
	if c.n.group == "magnitude" {
		sum := !c.n.han && (words.Suffix(c.bare(), givingVerbs) != "" || c.chained())
		return !sum && c.cmp.cmp == "" && words.Suffix(c.head, reachVerbs) == "" && (c.n.han || c.adjacent() == "")
	}
	return false
}

// horizon reports whether the number only says how long something takes, or when it begins:
// 「利用3-5年时间」, 「力争5年内」, 「30日后施行」.
func (c *candidate) horizon() bool {
	if c.n.group != "time" {
		return false
	}
	if strings.HasSuffix(c.t.s[:c.n.unitEnd], "日") && c.cmp.cmp == "" && words.Prefix(c.tail, []string{"前", "起", "止", "至", "以前"}) != "" {
		return true // 「每月5日前」
	}
	if c.cmp.cmp == "" && words.Prefix(c.tail, horizonTails) != "" && !strings.HasPrefix(c.tail, "来访") {
		return true
	}
	head := c.bare()
	if c.cmp.cmp == "≈" || c.cmp.cmp == "" || c.cmp.inside {
		if words.Suffix(head, horizonWords) != "" {
			return true
		}
	}
	if !c.cmp.inside || !strings.HasSuffix(c.t.s[:c.n.unitEnd], "年") {
		return false
	}
	if year, ok := strings.CutSuffix(head, "年起"); ok && len(year) >= 4 && numeral.IsYear(year[len(year)-4:]) {
		return true // 「2012年起5年内」
	}
	rule := words.In(c.head+c.tail, []string{"可", "允许", "不得", "应", "免", "不予", "有效", "缴清", "付清", "还清", "交清", "归还"}) || words.Suffix(head, []string{"后", "起", "之日起", "日起"}) != ""
	return !rule
}

// past reports whether the number tells what is so already.
func (c *candidate) past() bool {
	if c.scope.cell {
		return false
	}
	if c.ownYear && c.scope.docYear > 0 && c.year < c.scope.docYear && c.year > 0 {
		return true
	}
	ahead := c.year > 0 && (c.scope.docYear == 0 || c.year > c.scope.docYear) || strings.Contains(c.before, "力争") || strings.Contains(c.before, "到“十")
	if c.scope.past {
		return !ahead
	}
	if i := strings.LastIndex(c.head, "已"); i >= 0 && len(c.head)-i < 90 {
		rest := strings.TrimPrefix(c.head[i+len("已"):], "经")
		if words.Prefix(rest, doneVerbs) != "" && !words.In(rest, []string{"按照", "应当", "按", "须"}) {
			return true
		}
	}
	if ahead {
		return false
	}
	if strings.Contains(c.before, "同比") && !words.In(c.sentence, ruledWords) {
		return true
	}
	return words.In(aheadWords.Replace(c.before), pastWords)
}
