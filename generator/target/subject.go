package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/source"

	"zhengce/generator/words"
)

// subjectLeads are words at the start of a clause that say nothing of what is counted.
var subjectLeads = []string{"力争", "确保", "争取", "努力", "实现", "推动", "推进", "促进", "引导", "支持", "鼓励", "将", "把", "使", "要", "其中", "并", "且", "原则上", "一般", "应", "应当", "须", "可", "对", "按照", "按", "在", "累计", "总体", "以及", "及", "和", "与", "全面", "加快", "基本", "探索", "积极", "逐步", "由", "为", "底", "底前", "末", "前", "，", "、", "的", "或", "能够", "限期", "省级按照", "省级按", "市级按照", "市级按", "给予", "突出", "精准", "大力", "着力", "重点", "分批", "禁止", "严禁", "不得", "继续", "持续", "进一步"}

// leadWords begin with one of the leads and are words of their own.
var leadWords = []string{"使用", "使命", "要件", "要点", "要求", "可再生", "可持续", "可降解", "可追溯", "对外", "对口", "应急", "应用", "应届", "应收", "应税", "应补", "要素", "在校", "在线", "在建", "在岗", "在地", "在职", "将军", "和谐", "按揭", "按时", "并购", "并网", "底层", "底线", "前沿", "前端", "末端", "与会", "为民", "重点企业", "重点人群", "重点行业", "重点项目", "重点产业", "重点用", "重点领域", "重点地区", "重点区域", "重点园区", "重点实验室"}

// subjectTails are words before the number that belong to the verb and not to the thing.
var subjectTails = []string{"分别给予", "分别奖励", "省级给予", "市级给予", "力争", "争取", "分别", "均", "总体", "总体再", "再", "要", "应", "不得", "应当", "必须", "可按", "累计", "年均", "一般", "平均", "保证", "至少", "约", "以", "为", "在", "，", "、", "的", "不", "给予", "最高", "（", "不超过", "不低于", "不少于", "由", "就", "可", "可达", "至", "到", "共", "共计"}

// subject describes what the number counts, from the words before and after it: 「全省产业集聚区
// 规模以上工业主营业务收入」, 「省辖市千亿级主导产业集群」.
func (c *candidate) subject() string {
	if !c.described {
		c.described, c.description = true, c.describe()
	}
	return c.description
}

// describe works out the subject.
func (c *candidate) describe() string {
	if c.listedAfter() {
		return c.memberSubject()
	}
	if c.n.group == "money" && !c.filters() && (c.cmp.leading == "最高" || words.Suffix(c.bare(), givingVerbs) != "" || words.Prefix(c.tail, awardNames) != "" || strings.Contains(c.head, "给予")) {
		if s := c.awardSubject(); s != "" {
			return cutSubject(s)
		}
	}
	if c.n.counts() {
		return cutSubject(c.countSubject())
	}
	return cutSubject(c.rateSubject())
}

// listedAfter reports whether the number follows another of the same kind with nothing between.
func (c *candidate) listedAfter() bool {
	p := c.prev
	if p == nil || !p.accepted || p.n.group != c.n.group || p.cmp.tail > c.n.start {
		return false
	}
	gap := c.t.s[p.cmp.tail:c.n.start]
	return isListGap(gap) || gap == ":" && c.n.group == "ratio"
}

// memberSubject names a number of a list whose subjects stand before the whole list:
// 「花生种植、收获机械化率分别达到65%和55%」.
func (c *candidate) memberSubject() string {
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
	parts := strings.FieldsFunc(strings.ReplaceAll(unbracket(base), "和", "、"), func(r rune) bool { return r == '、' })
	if len(parts) > k && k > 0 && len(parts) <= 8 {
		return cutSubject(base + "（" + parts[k] + "）")
	}
	return base
}

// local returns the words before the number that speak of it: those since the number before it in
// its clause, without comparator, dates and base years.
func (c *candidate) local() string {
	s := c.bare()
	hops := 0
	for p := c.prev; p != nil && p.clause == c.clause && p.cmp.tail <= c.n.start && hops < 30; p = p.prev {
		hops++
		between := strings.TrimSuffix(c.t.s[p.cmp.tail:c.n.start], c.head[len(c.bare()):])
		stops := listStops
		if !p.accepted {
			stops = stops[:1] // 和 may stand within a name
		}
		first, last := words.First(between, stops), words.Last(between, stops)
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
	return objectOf(trimLeads(undate(c.partOf(s))))
}

// partOf says in other words what part of which whole a share is: 「管廊不少于道路长度的」 becomes
// 「管廊占道路长度的比例」. Elsewhere it drops a comparator that stands apart from its number.
func (c *candidate) partOf(s string) string {
	w := c.cmp.leading
	if w == "" || c.cmp.near {
		return s
	}
	i := strings.LastIndex(s, w)
	if i < 0 {
		return s
	}
	part, whole := trimTails(trimLeads(s[:i])), s[i+len(w):]
	if c.n.group == "share" && part != "" && strings.HasSuffix(whole, "的") && words.Suffix(part, rateNouns) == "" {
		return part + "占" + whole + "比例"
	}
	return s[:i] + whole
}

// objectOf returns what follows 将 or 把 in s: 「引导机构将收费标准再」, 「可将处方用药量」.
func objectOf(s string) string {
	i := words.Last(s, []string{"将", "把"})
	if utf8.RuneCountInString(s) > 25 {
		i = max(i, words.Last(s, []string{"国家对", "引导", "推动", "保障"}))
	}
	if i > 0 && utf8.RuneCountInString(s[i:]) >= 2 {
		return s[i:]
	}
	return s
}

// listStops part the members of a list.
var listStops = []string{"、", "和", "及", "与", "并", "且"}

// undate drops the dates of s and the words that go with them.
func undate(s string) string {
	for i := 0; i < len(s); {
		y, ok := readYear(s, i)
		if !ok {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		before := strings.TrimSuffix(s[:y.start], words.Suffix(s[:y.start], []string{"力争到", "到", "至", "力争", "较", "比", "在", "与", "自", "从"}))
		after := strings.TrimPrefix(s[y.end:], words.Prefix(s[y.end:], []string{"年底前", "底前", "末前", "底", "末", "前", "的基础上", "基础上", "水平", "起", "相比"}))
		i = len(before)
		s = before + after
	}
	return s
}

// rateSubject names a share, sum, size or time.
func (c *candidate) rateSubject() string {
	head := c.local()
	s := trimTails(head)
	if change := words.Suffix(head, changeVerbs); change != "" {
		s = trimTails(strings.TrimSuffix(head, change))
		if s == "" {
			s = c.context()
		}
		s += strings.TrimPrefix(change, words.Prefix(change, []string{"分别", "累计", "再"}))
	}
	switch {
	case c.rank() && c.afterNoun() != "":
		return c.rankSubject()
	case c.n.group == "age" && c.tail != "" && !endsList(c.tail):
		who, _, _ := strings.Cut(strings.TrimPrefix(c.tail, "的"), "、")
		return trimTails(who) + "年龄"
	case c.n.group != "time" && (c.filters() || c.made()) && c.afterNoun() != "":
		return c.sizeSubject(s)
	case c.n.group == "share" && strings.HasPrefix(c.tail, "的") && words.Suffix(s, rateNouns) == "" && c.verb() >= 0 && c.kind == policy.Target:
		return c.afterNoun() // 「完成80%以上的集聚区改造」
	case s == "":
		s = c.alone()
	case strings.HasPrefix(s, "占") || strings.HasPrefix(c.head, "其中") && utf8.RuneCountInString(s) < 6:
		s = c.context() + s
	case c.sameRate(s):
		s = c.prev.subject() + "（" + s + "）"
	case words.Suffix(s, goalVerbs) == s || words.Suffix(s, weakVerbs) == s:
		s = c.afterNoun()
	}
	if s = c.withTail(s); s != "" {
		return s
	}
	q := c.quote() // nothing but the number itself
	return c.t.s[q.start:q.end]
}

// rankSubject names those who stand at the head or end of a ranking: 产业集聚区（前30位）.
func (c *candidate) rankSubject() string {
	return c.afterNoun() + "（" + words.Suffix(c.head, []string{"前", "后", "末"}) + c.t.raw(c.n.start, c.n.unitEnd) + "）"
}

// sizeSubject names the size of those that a number singles out, or of what is to be made:
// 「投资5亿元以上项目」 is 项目投资, 「一个百亿元以上的产业」 is 产业规模.
func (c *candidate) sizeSubject(s string) string {
	i := words.Last(s, goalVerbs)
	i = max(i, words.Last(s, []string{"一个", "一家", "一座", "一支", "一只"}))
	if i >= 0 {
		s = s[i:]
	}
	if s == "" {
		s = "规模"
	}
	return trimVerbs(c.afterNoun()) + s
}

// alone names a number with no words of its own before it.
func (c *candidate) alone() string {
	if s := c.afterNoun(); s != "" {
		return s
	}
	if next := c.t.clauses[c.clause].next; next >= 0 && c.tail == "的" {
		return strings.TrimPrefix(shortClause(c.t.text(next)), "依法") + "的条件" // 「满2年的，收回土地使用权」
	}
	if p := c.prev; p != nil && p.accepted && p.clause == c.clause {
		return p.subject()
	}
	return c.context()
}

// sameRate reports whether the rate is that of the number before it, for what s names:
// 「处置率达到90%，京津冀区域达到95%」.
func (c *candidate) sameRate(s string) bool {
	p := c.prev
	return p != nil && p.accepted && p.clause != c.clause && c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence &&
		c.n.group == "share" && p.n.group == "share" && c.tail == "" && utf8.RuneCountInString(s) < 8 &&
		words.Suffix(s, rateNouns) == "" && words.Suffix(s, changeVerbs) == ""
}

// withTail adds to s what the words after the number say of its use: 「20%用于统筹」, 「按价款的20%征收」.
func (c *candidate) withTail(s string) string {
	short := utf8.RuneCountInString(c.tail) <= 16
	switch {
	case strings.HasPrefix(c.tail, "用于"):
		return s + c.tail
	case c.n.group == "time" && c.cmp.inside && s != c.afterNoun():
		return s + c.tail
	case c.n.group == "share" && short && (words.Prefix(c.tail, shareTails) != "" || strings.HasPrefix(c.tail, "给予")):
		return s + "（" + strings.TrimPrefix(c.tail, "的比例") + "）"
	case c.n.group == "share" && short && words.Suffix(c.head, []string{"实现", "应当", "应", "全部"}) != "" && !strings.HasPrefix(c.tail, "的"):
		return s + c.tail
	case utf8.RuneCountInString(s) < 3 && c.n.group != "share" && !strings.HasSuffix(c.afterNoun(), s):
		return s + c.afterNoun()
	}
	return s
}

// countSubject names things that are counted: where they are, then what they are.
func (c *candidate) countSubject() string {
	head := trimTails(c.local())
	noun := c.afterNoun()
	if c.rank() && noun != "" {
		return c.rankSubject()
	}
	if noun == "" {
		if s := trimVerbs(head); s != "" {
			return s // 建成绿色园区30个
		}
		more := words.Suffix(head, []string{"新增", "增加", "减少"}) // 「从业人员达到550万人，累计新增200万人」
		if p := c.prev; p != nil && p.accepted && p.clause == c.clause {
			return p.subject() + more
		}
		return c.context() + more
	}
	if i := strings.LastIndex(head, "每"); i >= 0 && eachSpan(head[i:]) {
		return head + "的" + noun
	}
	verb := words.Suffix(head, goalVerbs)
	if verb == "" {
		verb = words.Suffix(head, weakVerbs)
	}
	place := trimTails(trimVerbs(strings.TrimSuffix(head, verb)))
	if i := words.First(c.tail, []string{"实施", "开展", "通过", "参与"}); i > 0 && !strings.HasPrefix(c.tail, "的") {
		if does := strings.TrimPrefix(c.tail, noun); utf8.RuneCountInString(does) <= 24 && does != c.tail {
			noun = does + "的" + noun // 「100家企业实施分类管理」
		}
	}
	if utf8.RuneCountInString(place) > 10 || words.In(place, goalVerbs) {
		return noun
	}
	return place + noun
}

// trimVerbs drops the verbs of goals that s begins with: 「新建、改扩建公办幼儿园」.
func trimVerbs(s string) string {
	for {
		w := words.Prefix(s, goalVerbs)
		if w == "" {
			return trimLeads(s)
		}
		s = trimLeads(s[len(w):])
	}
}

// afterNoun returns the words after the number up to where a verb or a stop ends them.
func (c *candidate) afterNoun() string {
	s := unbracket(strings.TrimPrefix(c.tail, "的"))
	for _, stop := range []string{"，", "达到", "达", "开展", "纳入", "实施", "进行", "用于", "不得", "不予", "给予", "通过", "参与"} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	if endsList(s) {
		return ""
	}
	// Of 「3个省级、5个市级示范区」 the words up to the next number.
	if v := strings.IndexAny(s, "0123456789"); v >= 0 {
		if i := strings.LastIndexAny(s[:v], "、和及与"); i >= 0 {
			s = s[:source.RuneStart(s, i)]
		} else {
			s = s[:v]
		}
	}
	// Of 「发展潜力较大、近期能够实现突破的主导产业」 the thing itself.
	if i := strings.LastIndex(s, "的"); i > 0 && (strings.Contains(s[:i], "、") || i > 45) && i+len("的") < len(s) {
		s = s[i+len("的"):]
	}
	return strings.Trim(trimTails(s), "、，；")
}

// context returns the subject of the number before it in the sentence, for 「占全省的比重」 and 「其中」.
func (c *candidate) context() string {
	if p := c.prev; p != nil && p.accepted && c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence {
		s := p.local()
		return trimTails(strings.TrimSuffix(s, words.Suffix(s, changeVerbs)))
	}
	if k := c.t.clauses[c.clause].prev; k >= 0 {
		return trimTails(trimLeads(undate(unbracket(shortClause(c.t.text(k))))))
	}
	return ""
}

// awardNames are what money that is given is called.
var awardNames = []string{"一次性奖补", "奖补", "一次性奖励", "奖励", "一次性补助", "补助", "生活补贴", "补贴", "贴息", "资助", "补偿", "罚款", "保证金", "支持"}

// awardSubject names money that is given: for what, and what it is called.
func (c *candidate) awardSubject() string {
	name := ""
	for _, w := range awardNames {
		if strings.Contains(c.near, w) {
			name = w
			break
		}
	}
	if name == "" {
		return ""
	}
	s := unbracket(c.before)
	if i := strings.LastIndex(s, "；"); i >= 0 {
		s = s[i+len("；"):]
	}
	for _, w := range []string{"每年", "支持", "一批", "对"} {
		s = trimLeads(strings.TrimPrefix(s, w))
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

// trimLeads drops words that say nothing at the start of s.
func trimLeads(s string) string {
	for words.Prefix(s, leadWords) == "" {
		w := words.Prefix(s, subjectLeads)
		if w == "" {
			break
		}
		s = s[len(w):]
	}
	return s
}

// trimTails drops verbs of reaching and what goes with them at the end of s.
func trimTails(s string) string {
	for {
		w := words.Suffix(s, reachVerbs)
		if w == "" {
			w = words.Suffix(s, subjectTails)
		}
		if w == "" || w == "均" && words.Suffix(s, []string{"人均", "户均", "亩均", "生均", "平均", "年均"}) != "" {
			return s
		}
		s = strings.TrimSuffix(s, w)
	}
}

// cutSubject keeps a subject short enough for a title: its last 50 characters.
func cutSubject(s string) string {
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
