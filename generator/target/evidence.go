package target

import (
	"strings"

	"zhengce/generator/policy"

	"zhengce/generator/words"
)

// evident reports whether the words around the number set it: a comparator, a verb of
// reaching or building, a rule, an award, a place in a list that is set.
func (c *candidate) evident() bool {
	if c.n.group == "" {
		return c.index()
	}
	if c.n.han && c.n.unit == "" {
		return c.chinese()
	}
	if c.cmp.cmp != "" && (c.cmp.cmp != "≈" || c.cmp.after) || c.rank() || c.chained() || c.scope.cell {
		return true
	}
	switch c.n.group {
	case "share":
		return c.share()
	case "time", "age":
		return c.duration()
	case "money":
		return c.money()
	case "ratio":
		return words.Suffix(c.bare(), reachVerbs) != "" || c.award() || words.In(c.near, ruleWords) || words.In(c.near, []string{"比例", "按", "达到", "控制", "配比", "比为"})
	case "times":
		return c.often() || c.next()
	case "magnitude":
		return true
	}
	if words.Suffix(c.bare(), reachVerbs) != "" || words.Suffix(c.bare(), changeVerbs) != "" || c.built() {
		return true
	}
	if c.n.group == "size" && c.n.ranged && words.In(c.tail, shareAwards) {
		return true // 「库容100吨至500吨按投资额30%补助」
	}
	if c.n.group == "size" && !c.ends() && c.adjacent() == "" && !c.next() {
		return false // 「重要水源地15—25度坡耕地」 describes
	}
	if c.ends() && c.verb() >= 0 && (c.planned() || c.scope.goal || c.sizedBefore() || c.each() || c.follows()) {
		return true
	}
	if c.rate() || words.Suffix(c.bare(), mayVerbs) != "" {
		return true
	}
	if c.each() && strings.HasSuffix(c.bare(), "有") {
		return true // 「每个行政村有1个卫生室」
	}
	return c.verb() > 0 || c.verb() == 0 && (c.cmp.cmp == "≈" && c.year > 0 || c.n.ranged) || strings.Contains(c.before, "原则上")
}

// next reports whether the number goes on with a list whose first number is set: 「建设100个基地、1000公里隔离带」.
func (c *candidate) next() bool {
	p := c.prev
	return p != nil && p.accepted && p.clause == c.clause && words.Suffix(c.bare(), listStops) != ""
}

// built reports whether the clause ends by saying that what the number counts is there by its year:
// 「到2025年，首批100个示范社区全面建成」.
func (c *candidate) built() bool {
	return c.n.counts() && c.year > 0 && words.Suffix(c.tail, builtWords) != ""
}

// rate reports whether the number is a rate by which something is dealt out: 「按每300人1名的标准配备」.
func (c *candidate) rate() bool {
	return c.n.counts() && strings.Contains(c.head, "按") && words.Prefix(c.tail, []string{"标准", "的标准", "比例", "的比例"}) != ""
}

// planned reports whether the number has a year of its own or stands where one year is planned.
func (c *candidate) planned() bool { return c.year > 0 || c.scope.annual.year > 0 && !c.scope.past }

// ends reports whether nothing that the number could belong to stands after it.
func (c *candidate) ends() bool {
	return c.tail == "" || endsList(c.tail) || words.Prefix(c.tail, []string{"的目标", "的任务", "的年度", "目标", "任务"}) != ""
}

// follows reports whether the number goes on from a like one that is set: 「创建森林城市2个，森林乡村300个」.
func (c *candidate) follows() bool {
	p := c.prev
	if p == nil || !p.accepted || p.n.group != c.n.group || c.verb() != 0 {
		return false
	}
	return p.clause == c.clause || c.t.clauses[p.clause].next == c.clause
}

// sizedBefore reports whether a condition in the clause says what is counted: 「产值超100亿元的企业5家」.
func (c *candidate) sizedBefore() bool {
	p := c.prev
	return p != nil && p.accepted && p.clause == c.clause && p.kind == policy.Threshold && p.filters()
}

// adjacent returns the verb of goals that stands right before the number, or "".
func (c *candidate) adjacent() string {
	if w := words.Suffix(c.bare(), goalVerbs); w != "" {
		return w
	}
	return words.Suffix(c.bare(), weakVerbs)
}

// index reports whether a number without a unit is the value of an index: 「发展指数达到65」.
func (c *candidate) index() bool {
	if c.n.han || c.n.ranged && c.cmp.cmp == "" {
		return false
	}
	if c.scope.cell {
		return c.cmp.near || c.cmp.after
	}
	head := strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), reachVerbs))
	for _, w := range []string{"应", "要", "均", "总体", "分别", "不得", "力争", "须", "应当", "一般", "原则上"} {
		head = strings.TrimSuffix(head, w)
	}
	reached := c.cmp.near || c.cmp.after || words.Suffix(c.bare(), reachVerbs) != ""
	return reached && (words.Suffix(head, indexNouns) != "" || namedIndex(head)) && (c.tail == "" || !strings.Contains("0123456789", c.tail[:1])) && c.indexEnd()
}

// namedIndex reports whether s ends in the letters of an index: 「电能利用效率（PUE）」, 「PUE值」.
func namedIndex(s string) bool {
	s = strings.TrimSuffix(strings.TrimSuffix(s, "值"), "）")
	return s != "" && isLatin(s[len(s)-1])
}

// indexEnd reports whether nothing that could be a unit follows the number.
func (c *candidate) indexEnd() bool {
	return c.tail == "" || words.Prefix(c.tail, []string{"的", "、", "和", "及", "（", "以", "）"}) != ""
}

// share reports whether a share is set. Without a verb, 「占全国8%」 describes.
func (c *candidate) share() bool {
	head := c.bare()
	if words.Suffix(head, reachVerbs) != "" || words.Suffix(head, changeVerbs) != "" {
		return true
	}
	if words.Prefix(c.tail, shareTails) != "" || words.In(c.head, shareHeads) {
		return true
	}
	if words.Suffix(head, rateNouns) != "" && (c.scope.goal || words.In(c.before, []string{"实现", "达到", "确保", "力争"}) || c.prev != nil && c.prev.accepted) {
		return true
	}
	if words.Suffix(head, []string{"占", "占比", "比重为"}) != "" {
		return c.year > 0
	}
	return c.verb() > 0 || c.adjacent() != "" || words.In(c.near, shareAwards) || c.year > 0 || strings.HasPrefix(c.tail, "的") && words.In(c.tail, goalVerbs)
}

// duration reports whether a time is a rule or a limit: 「再延续3年」, 「有效期可为1年」.
func (c *candidate) duration() bool {
	if c.n.group == "age" {
		return c.n.ranged && !c.ends() || words.Suffix(c.bare(), reachVerbs) != ""
	}
	if c.cmp.inside {
		return true
	}
	if strings.HasSuffix(c.head, "前") && strings.HasPrefix(c.tail, "免") {
		return true // 「前2小时免费」
	}
	if c.each() || strings.HasPrefix(c.tail, "办结") {
		return true // 「保证学生每天1小时校园体育活动」
	}
	head := c.bare()
	if words.In(head, []string{"期", "延续", "延长", "延至", "放宽", "缓缴", "免租", "免收", "提前", "服务满", "不再", "公示", "保留", "暂停", "停止", "禁止", "给予", "顺延", "连续", "贴息"}) {
		return words.Prefix(c.tail, []string{"度"}) == ""
	}
	return words.Suffix(head, reachVerbs) != "" || words.Suffix(head, cutVerbs) != ""
}

// money reports whether a sum is given, taken or to be reached.
func (c *candidate) money() bool {
	if c.award() {
		return true
	}
	head := c.bare()
	if c.ends() && (c.follows() || c.planned() && words.Suffix(head, spentWords) != "") {
		return true
	}
	if c.cmp.cmp == "" && strings.HasPrefix(c.tail, "的") && strings.HasSuffix(head, "投资") {
		return false // 「推进总投资50亿元的项目」
	}
	return words.Suffix(head, reachVerbs) != "" || words.Suffix(head, changeVerbs) != "" || c.verb() > 0 && (c.ends() || words.In(c.near, investWords)) || strings.Contains(c.before, "安排")
}

// often reports whether a number of times is a frequency: 「每半年更新发布1次」.
func (c *candidate) often() bool {
	i := strings.LastIndex(c.before, "每")
	if i < 0 {
		return !c.n.han && words.Suffix(c.bare(), reachVerbs) != "" || !c.n.han && c.verb() > 0 && c.planned()
	}
	return eachSpan(c.before[i:])
}

// eachSpan reports whether s begins with 每 and a time or a thing: 每年, 每3～5年, 每个县.
func eachSpan(s string) bool {
	if strings.HasPrefix(s, "每个") {
		return true
	}
	rest := strings.TrimPrefix(s, "每")
	rest = strings.TrimLeft(rest, "0123456789-~.")
	rest = strings.TrimPrefix(rest, "个")
	for _, w := range []string{"半", "一", "两", "三", "二", "五"} {
		rest = strings.TrimPrefix(rest, w)
	}
	rest = strings.TrimPrefix(rest, "个")
	return words.Prefix(rest, []string{"年", "季", "月", "周", "天", "日", "学", "人", "千", "万", "百", "名", "县", "市", "区", "乡", "镇", "村", "校", "所", "家", "省", "设区"}) != ""
}

// chinese reports whether a number written in characters sets a quantity. Most belong to words:
// 一批, 引进一个、带动一批, 四个体系.
func (c *candidate) chinese() bool {
	n := c.n
	switch {
	case strings.HasSuffix(c.t.s[:n.unitEnd], "类"):
		return false // 三类以上 is a grade
	case n.group == "magnitude":
		return c.cmp.cmp != ""
	case n.group == "times":
		return c.cmp.cmp != "" && c.verb() >= 0 && !strings.HasPrefix(c.tail, "性") || c.often() && !strings.HasPrefix(c.tail, "性") && words.Suffix(c.head, []string{"一"}) == ""
	case c.cmp.near || c.cmp.after:
		return c.cmp.cmp != "≈" || c.verb() > 0
	case n.group == "time":
		if strings.HasSuffix(c.head, "前") && strings.HasPrefix(c.tail, "免") {
			return true
		}
		return words.Suffix(c.bare(), []string{"期", "期为", "期限为", "期可为", "为期", "延续", "再延续", "延长", "再延长", "连续支持", "连续补贴", "连续补助", "连续资助", "连续奖励", "连续享受", "满", "年限为", "有效期"}) != ""
	case n.group == "money":
		return c.award() && words.Suffix(c.bare(), []string{"给予", "奖励", "补助", "补贴", "资助", "罚款", "一次性奖励", "一次性补助"}) != ""
	case !n.counts():
		return false
	case c.rank() || words.Suffix(c.bare(), mayVerbs) != "":
		return true
	}
	return c.quantity()
}

// quantity reports whether a count in characters is set: 「突出发展一个百亿元以上的…产业」,
// 「每个乡镇建成一所」, 「创建百家」.
func (c *candidate) quantity() bool {
	if c.verb() <= 0 || words.Prefix(c.tail, []string{"、", "性", "体", "批", "流"}) != "" || c.tail == "" && !c.each() {
		return false
	}
	direct := c.adjacent() != "" || c.cmp.leading != ""
	switch {
	case c.cmp.cmp != "":
		return true
	case c.n.value >= 10: // 「创建百家…、千家…」
		listed := c.prev != nil && c.prev.accepted && c.prev.clause == c.clause && c.prev.n.han && words.Suffix(c.head, []string{"、", "和"}) != ""
		return direct || listed
	case c.each():
		return direct || c.year > 0
	case c.n.value >= 2:
		return direct && c.year > 0
	}
	return c.sized()
}

// each reports whether the clause deals the number out: 每个县, 每县.
func (c *candidate) each() bool {
	i := strings.LastIndex(c.head, "每")
	return i >= 0 && eachSpan(c.head[i:])
}

// sized reports whether the thing counted has a size set with a comparator: 一个百亿元以上的.
func (c *candidate) sized() bool {
	rest := c.t.s[c.n.unitEnd:min(len(c.t.s), c.n.unitEnd+60)]
	rest = strings.TrimPrefix(rest, "产值")
	rest = strings.TrimPrefix(rest, "规模")
	rest = strings.TrimPrefix(rest, "超")
	v, end, _ := readBare(rest, 0)
	if end == 0 || v == 0 {
		return false
	}
	unit, _, _, length, _ := readUnit(rest[end:])
	after := rest[end+length:]
	return unit != "" && (strings.HasPrefix(after, "以上") || strings.HasPrefix(rest[max(0, end-1):], "超"))
}
