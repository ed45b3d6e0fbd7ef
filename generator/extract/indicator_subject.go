package extract

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
)

// indicatorLeads are words at the start of a clause that say nothing of what is counted.
var indicatorLeads = []string{"力争", "确保", "争取", "努力", "实现", "推动", "推进", "促进", "引导", "支持", "鼓励", "将", "把", "使", "要", "其中", "并", "且", "原则上", "一般", "应", "应当", "须", "可", "对", "按照", "按", "在", "累计", "总体", "以及", "及", "和", "与", "全面", "加快", "基本", "探索", "积极", "逐步", "由", "为", "底", "底前", "末", "前", "，", "、", "的", "或", "能够", "限期", "省级按照", "省级按", "市级按照", "市级按", "给予", "突出", "精准", "大力", "着力", "重点", "分批", "禁止", "严禁", "不得", "继续", "持续", "进一步"}

// indicatorLeadWords begin with one of the leads and are words of their own.
var indicatorLeadWords = []string{"使用", "使命", "要件", "要点", "要求", "可再生", "可持续", "可降解", "可追溯", "对外", "对口", "应急", "应用", "应届", "应收", "应税", "应补", "要素", "在校", "在线", "在建", "在岗", "在地", "在职", "将军", "和谐", "按揭", "按时", "并购", "并网", "底层", "底线", "前沿", "前端", "末端", "与会", "为民", "重点企业", "重点人群", "重点行业", "重点项目", "重点产业", "重点用", "重点领域", "重点地区", "重点区域", "重点园区", "重点实验室"}

// indicatorTails are words before the number that belong to the verb and not to the thing.
var indicatorTails = []string{"分别给予", "分别奖励", "省级给予", "市级给予", "力争", "争取", "分别", "均", "总体", "总体再", "再", "要", "应", "不得", "应当", "必须", "可按", "累计", "年均", "一般", "平均", "保证", "至少", "约", "以", "为", "在", "，", "、", "的", "不", "给予", "最高", "（", "不超过", "不低于", "不少于", "由", "就", "可", "可达", "至", "到", "共", "共计"}

// subject describes what the number counts, from the words before and after it: 「全省产业集聚区
// 规模以上工业主营业务收入」, 「省辖市千亿级主导产业集群」.
func (c *indicatorCase) subject() string {
	if !c.described {
		c.described, c.description = true, c.describe()
	}
	return c.description
}

// describe works out the subject.
func (c *indicatorCase) describe() string {
	if c.listedAfter() {
		return c.memberSubject()
	}
	if c.n.group == "money" && !c.filters() && (c.cmp.leading == "最高" || indicatorSuffix(c.bare(), indicatorGiving) != "" || indicatorPrefix(c.tail, indicatorAwardNames) != "" || strings.Contains(c.head, "给予")) {
		if s := c.awardSubject(); s != "" {
			return indicatorSubjectCut(s)
		}
	}
	if c.n.counts() {
		return indicatorSubjectCut(c.countSubject())
	}
	return indicatorSubjectCut(c.rateSubject())
}

// listedAfter reports whether the number follows another of the same kind with nothing between.
func (c *indicatorCase) listedAfter() bool {
	p := c.prev
	if p == nil || !p.accepted || p.n.group != c.n.group || p.cmp.tail > c.n.start {
		return false
	}
	gap := c.t.s[p.cmp.tail:c.n.start]
	return indicatorListGap(gap) || gap == ":" && c.n.group == "ratio"
}

// memberSubject names a number of a list whose subjects stand before the whole list:
// 「花生种植、收获机械化率分别达到65%和55%」.
func (c *indicatorCase) memberSubject() string {
	first, k := c, 0
	for first.listedAfter() && k < 30 {
		first, k = first.prev, k+1
	}
	base := first.subject()
	for _, stop := range []string{"较", "分别"} {
		if i := strings.Index(base, stop); i > 0 {
			base = base[:i]
		}
	}
	parts := strings.FieldsFunc(strings.ReplaceAll(indicatorUnbracket(base), "和", "、"), func(r rune) bool { return r == '、' })
	if len(parts) > k && k > 0 && len(parts) <= 8 {
		return indicatorSubjectCut(base + "（" + parts[k] + "）")
	}
	return base
}

// local returns the words before the number that speak of it: those since the number before it in
// its clause, without comparator, dates and base years.
func (c *indicatorCase) local() string {
	s := c.bare()
	hops := 0
	for p := c.prev; p != nil && p.clause == c.clause && p.cmp.tail <= c.n.start && hops < 30; p = p.prev {
		hops++
		between := strings.TrimSuffix(c.t.s[p.cmp.tail:c.n.start], c.head[len(c.bare()):])
		stops := indicatorStops
		if !p.accepted {
			stops = stops[:1] // 和 may stand within a name
		}
		first, last := indicatorFirst(between, stops), indicatorLast(between, stops)
		if last < 0 {
			continue
		}
		s = between[first:]
		if c.n.counts() && c.afterNoun() != "" {
			s = between[last:] // what is before belongs to the number before
		}
		break
	}
	if strings.HasPrefix(s, "用") || strings.HasPrefix(s, "利用") {
		if i := strings.Index(s, "时间"); i > 0 {
			s = s[i+len("时间"):]
		}
	}
	return indicatorObject(indicatorTrimLeads(indicatorUndate(c.partOf(s))))
}

// partOf says in other words what part of which whole a share is: 「管廊不少于道路长度的」 becomes
// 「管廊占道路长度的比例」. Elsewhere it drops a comparator that stands apart from its number.
func (c *indicatorCase) partOf(s string) string {
	w := c.cmp.leading
	if w == "" || c.cmp.near {
		return s
	}
	i := strings.LastIndex(s, w)
	if i < 0 {
		return s
	}
	part, whole := indicatorTrimTails(indicatorTrimLeads(s[:i])), s[i+len(w):]
	if c.n.group == "share" && part != "" && strings.HasSuffix(whole, "的") && indicatorSuffix(part, indicatorRates) == "" {
		return part + "占" + whole + "比例"
	}
	return s[:i] + whole
}

// indicatorObject returns what follows 将 or 把 in s: 「引导机构将收费标准再」, 「可将处方用药量」.
func indicatorObject(s string) string {
	i := indicatorLast(s, []string{"将", "把"})
	if utf8.RuneCountInString(s) > 25 {
		i = max(i, indicatorLast(s, []string{"国家对", "引导", "推动", "保障"}))
	}
	if i > 0 && utf8.RuneCountInString(s[i:]) >= 2 {
		return s[i:]
	}
	return s
}

// indicatorStops part the members of a list.
var indicatorStops = []string{"、", "和", "及", "与", "并", "且"}

// indicatorFirst returns the end of the first occurrence of one of the words in s, or -1.
func indicatorFirst(s string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i+len(w) < first) {
			first = i + len(w)
		}
	}
	return first
}

// indicatorUndate drops the dates of s and the words that go with them.
func indicatorUndate(s string) string {
	for i := 0; i < len(s); {
		y, ok := readIndicatorYear(s, i)
		if !ok {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		before := strings.TrimSuffix(s[:y.start], indicatorSuffix(s[:y.start], []string{"力争到", "到", "至", "力争", "较", "比", "在", "与", "自", "从"}))
		after := strings.TrimPrefix(s[y.end:], indicatorPrefix(s[y.end:], []string{"年底前", "底前", "末前", "底", "末", "前", "的基础上", "基础上", "水平", "起", "相比"}))
		i = len(before)
		s = before + after
	}
	return s
}

// rateSubject names a share, sum, size or time.
func (c *indicatorCase) rateSubject() string {
	head := c.local()
	s := indicatorTrimTails(head)
	if change := indicatorSuffix(head, indicatorChange); change != "" {
		s = indicatorTrimTails(strings.TrimSuffix(head, change))
		if s == "" {
			s = c.context()
		}
		s += strings.TrimPrefix(change, indicatorPrefix(change, []string{"分别", "累计", "再"}))
	}
	switch {
	case c.rank() && c.afterNoun() != "":
		return c.rankSubject()
	case c.n.group == "age" && c.tail != "" && !indicatorStop(c.tail):
		who, _, _ := strings.Cut(strings.TrimPrefix(c.tail, "的"), "、")
		return indicatorTrimTails(who) + "年龄"
	case c.n.group != "time" && (c.filters() || c.made()) && c.afterNoun() != "":
		return c.sizeSubject(s)
	case c.n.group == "share" && strings.HasPrefix(c.tail, "的") && indicatorSuffix(s, indicatorRates) == "" && c.verb() >= 0 && c.kind == policy.Target:
		return c.afterNoun() // 「完成80%以上的集聚区改造」
	case s == "":
		s = c.alone()
	case strings.HasPrefix(s, "占") || strings.HasPrefix(c.head, "其中") && utf8.RuneCountInString(s) < 6:
		s = c.context() + s
	case c.sameRate(s):
		s = c.prev.subject() + "（" + s + "）"
	case indicatorSuffix(s, indicatorGoalVerbs) == s || indicatorSuffix(s, indicatorWeakVerbs) == s:
		s = c.afterNoun()
	}
	if s = c.withTail(s); s != "" {
		return s
	}
	q := c.quote() // nothing but the number itself
	return c.t.s[q.start:q.end]
}

// rankSubject names those who stand at the head or end of a ranking: 产业集聚区（前30位）.
func (c *indicatorCase) rankSubject() string {
	return c.afterNoun() + "（" + indicatorSuffix(c.head, []string{"前", "后", "末"}) + c.t.raw(c.n.start, c.n.unitEnd) + "）"
}

// sizeSubject names the size of those that a number singles out, or of what is to be made:
// 「投资5亿元以上项目」 is 项目投资, 「一个百亿元以上的产业」 is 产业规模.
func (c *indicatorCase) sizeSubject(s string) string {
	i := indicatorLast(s, indicatorGoalVerbs)
	i = max(i, indicatorLast(s, []string{"一个", "一家", "一座", "一支", "一只"}))
	if i >= 0 {
		s = s[i:]
	}
	if s == "" {
		s = "规模"
	}
	return indicatorTrimVerbs(c.afterNoun()) + s
}

// alone names a number with no words of its own before it.
func (c *indicatorCase) alone() string {
	if s := c.afterNoun(); s != "" {
		return s
	}
	if next := c.t.clauses[c.clause].next; next >= 0 && c.tail == "的" {
		return strings.TrimPrefix(indicatorShort(c.t.text(next)), "依法") + "的条件" // 「满2年的，收回土地使用权」
	}
	if p := c.prev; p != nil && p.accepted && p.clause == c.clause {
		return p.subject()
	}
	return c.context()
}

// sameRate reports whether the rate is that of the number before it, for what s names:
// 「处置率达到90%，京津冀区域达到95%」.
func (c *indicatorCase) sameRate(s string) bool {
	p := c.prev
	return p != nil && p.accepted && p.clause != c.clause && c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence &&
		c.n.group == "share" && p.n.group == "share" && c.tail == "" && utf8.RuneCountInString(s) < 8 &&
		indicatorSuffix(s, indicatorRates) == "" && indicatorSuffix(s, indicatorChange) == ""
}

// withTail adds to s what the words after the number say of its use: 「20%用于统筹」, 「按价款的20%征收」.
func (c *indicatorCase) withTail(s string) string {
	short := utf8.RuneCountInString(c.tail) <= 16
	switch {
	case strings.HasPrefix(c.tail, "用于"):
		return s + c.tail
	case c.n.group == "time" && c.cmp.inside && s != c.afterNoun():
		return s + c.tail
	case c.n.group == "share" && short && (indicatorPrefix(c.tail, indicatorShareTails) != "" || strings.HasPrefix(c.tail, "给予")):
		return s + "（" + strings.TrimPrefix(c.tail, "的比例") + "）"
	case c.n.group == "share" && short && indicatorSuffix(c.head, []string{"实现", "应当", "应", "全部"}) != "" && !strings.HasPrefix(c.tail, "的"):
		return s + c.tail
	case utf8.RuneCountInString(s) < 3 && c.n.group != "share" && !strings.HasSuffix(c.afterNoun(), s):
		return s + c.afterNoun()
	}
	return s
}

// countSubject names things that are counted: where they are, then what they are.
func (c *indicatorCase) countSubject() string {
	head := indicatorTrimTails(c.local())
	noun := c.afterNoun()
	if c.rank() && noun != "" {
		return c.rankSubject()
	}
	if noun == "" {
		if s := indicatorTrimVerbs(head); s != "" {
			return s // 建成绿色园区30个
		}
		more := indicatorSuffix(head, []string{"新增", "增加", "减少"}) // 「从业人员达到550万人，累计新增200万人」
		if p := c.prev; p != nil && p.accepted && p.clause == c.clause {
			return p.subject() + more
		}
		return c.context() + more
	}
	if i := strings.LastIndex(head, "每"); i >= 0 && indicatorEachSpan(head[i:]) {
		return head + "的" + noun
	}
	verb := indicatorSuffix(head, indicatorGoalVerbs)
	if verb == "" {
		verb = indicatorSuffix(head, indicatorWeakVerbs)
	}
	place := indicatorTrimTails(indicatorTrimVerbs(strings.TrimSuffix(head, verb)))
	if i := indicatorFirst(c.tail, []string{"实施", "开展", "通过", "参与"}); i > 0 && !strings.HasPrefix(c.tail, "的") {
		if does := strings.TrimPrefix(c.tail, noun); utf8.RuneCountInString(does) <= 24 && does != c.tail {
			noun = does + "的" + noun // 「100家企业实施分类管理」
		}
	}
	if utf8.RuneCountInString(place) > 10 || indicatorAny(place, indicatorGoalVerbs) {
		return noun
	}
	return place + noun
}

// indicatorTrimVerbs drops the verbs of goals that s begins with: 「新建、改扩建公办幼儿园」.
func indicatorTrimVerbs(s string) string {
	for {
		w := indicatorPrefix(s, indicatorGoalVerbs)
		if w == "" {
			return indicatorTrimLeads(s)
		}
		s = indicatorTrimLeads(s[len(w):])
	}
}

// afterNoun returns the words after the number up to where a verb or a stop ends them.
func (c *indicatorCase) afterNoun() string {
	s := indicatorUnbracket(strings.TrimPrefix(c.tail, "的"))
	for _, stop := range []string{"，", "达到", "达", "开展", "纳入", "实施", "进行", "用于", "不得", "不予", "给予", "通过", "参与"} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	if indicatorStop(s) {
		return ""
	}
	// Of 「3个省级、5个市级示范区」 the words up to the next number.
	if v := strings.IndexAny(s, "0123456789"); v >= 0 {
		if i := strings.LastIndexAny(s[:v], "、和及与"); i >= 0 {
			s = s[:runeStart(s, i)]
		} else {
			s = s[:v]
		}
	}
	// Of 「发展潜力较大、近期能够实现突破的主导产业」 the thing itself.
	if i := strings.LastIndex(s, "的"); i > 0 && (strings.Contains(s[:i], "、") || i > 45) && i+len("的") < len(s) {
		s = s[i+len("的"):]
	}
	return strings.Trim(indicatorTrimTails(s), "、，；")
}

// context returns the subject of the number before it in the sentence, for 「占全省的比重」 and 「其中」.
func (c *indicatorCase) context() string {
	if p := c.prev; p != nil && p.accepted && c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence {
		s := p.local()
		return indicatorTrimTails(strings.TrimSuffix(s, indicatorSuffix(s, indicatorChange)))
	}
	if k := c.t.clauses[c.clause].prev; k >= 0 {
		return indicatorTrimTails(indicatorTrimLeads(indicatorUndate(indicatorUnbracket(indicatorShort(c.t.text(k))))))
	}
	return ""
}

// indicatorAwardNames are what money that is given is called.
var indicatorAwardNames = []string{"一次性奖补", "奖补", "一次性奖励", "奖励", "一次性补助", "补助", "生活补贴", "补贴", "贴息", "资助", "补偿", "罚款", "保证金", "支持"}

// awardSubject names money that is given: for what, and what it is called.
func (c *indicatorCase) awardSubject() string {
	name := ""
	for _, w := range indicatorAwardNames {
		if strings.Contains(c.near, w) {
			name = w
			break
		}
	}
	if name == "" {
		return ""
	}
	s := indicatorUnbracket(c.before)
	if i := strings.LastIndex(s, "；"); i >= 0 {
		s = s[i+len("；"):]
	}
	for _, w := range []string{"每年", "支持", "一批", "对"} {
		s = indicatorTrimLeads(strings.TrimPrefix(s, w))
	}
	for _, stop := range []string{"，", "给予", "按照", "最高", "省级给予", "市级给予", "一次性", name} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	if v := strings.LastIndexAny(s, "的，"); v >= 0 && strings.HasSuffix(s, "的") {
		s = strings.TrimSuffix(s, "的")
	}
	return strings.TrimSuffix(s, name) + name
}

// indicatorTrimLeads drops words that say nothing at the start of s.
func indicatorTrimLeads(s string) string {
	for indicatorPrefix(s, indicatorLeadWords) == "" {
		w := indicatorPrefix(s, indicatorLeads)
		if w == "" {
			break
		}
		s = s[len(w):]
	}
	return s
}

// indicatorTrimTails drops verbs of reaching and what goes with them at the end of s.
func indicatorTrimTails(s string) string {
	for {
		w := indicatorSuffix(s, indicatorReach)
		if w == "" {
			w = indicatorSuffix(s, indicatorTails)
		}
		if w == "" || w == "均" && indicatorSuffix(s, []string{"人均", "户均", "亩均", "生均", "平均", "年均"}) != "" {
			return s
		}
		s = strings.TrimSuffix(s, w)
	}
}

// indicatorSubjectCut keeps a subject short enough for a title: its last 50 characters.
func indicatorSubjectCut(s string) string {
	s = strings.Trim(s, "，。；、：-")
	for n := utf8.RuneCountInString(s); n > 50; n-- {
		_, w := utf8.DecodeRuneInString(s)
		s = s[w:]
	}
	if strings.Count(s, "（") != strings.Count(s, "）") {
		s = strings.NewReplacer("（", "", "）", "").Replace(s)
	}
	if strings.Count(s, "“") != strings.Count(s, "”") {
		s = strings.NewReplacer("“", "", "”", "").Replace(s)
	}
	return strings.Trim(s, "，。；、：-")
}
