package extract

import (
	"strings"
	"unicode/utf8"
)

// indicatorLeads are words at the start of a clause that say nothing of what is counted.
var indicatorLeads = []string{"力争", "确保", "争取", "努力", "实现", "推动", "推进", "促进", "引导", "支持", "鼓励", "将", "使", "把", "要", "其中", "并", "且", "原则上", "一般", "应", "应当", "须", "可", "对", "按照", "按", "在", "累计", "总体", "以及", "及", "和", "与", "全面", "加快", "基本", "建成后", "探索", "积极", "逐步", "由", "为", "底", "底前", "末", "前", "，", "、"}

// indicatorTails are words before the number that belong to the verb and not to the thing.
var indicatorTails = []string{"力争", "争取", "分别", "均", "总体", "总体再", "再", "要", "应", "不得", "累计", "年均", "每年", "一般", "平均", "保证", "至少", "约", "以", "为", "在", "，", "、", "的", "不", "到", "给予", "最高", "不超过", "不低于", "不少于"}

// subject describes what the number counts, from the words before and after it: 「全省产业集聚区
// 规模以上工业主营业务收入」, 「省辖市千亿级主导产业集群」.
func (c *indicatorCase) subject() string {
	head := indicatorTrimLeads(c.bareSubject())
	if c.n.group == "money" && indicatorAny(c.near, indicatorAwards) && !indicatorAny(c.head, indicatorInvest) {
		if s := c.awardSubject(); s != "" {
			return indicatorSubjectCut(s)
		}
	}
	if c.n.counts() {
		return indicatorSubjectCut(c.countSubject(head))
	}
	change := indicatorSuffix(head, indicatorChange)
	s := indicatorTrimTails(head)
	if s == "" {
		s = indicatorTrimLeads(c.afterNoun())
	}
	if s == "" || strings.HasPrefix(s, "占") || strings.HasPrefix(c.head, "其中") || strings.HasPrefix(c.head, "对") && c.prev != nil {
		s = c.context() + s
	}
	if strings.HasPrefix(c.tail, "用于") {
		s += c.tail
	}
	if change != "" && !strings.HasSuffix(s, change) {
		s += change
	}
	return indicatorSubjectCut(s)
}

// bareSubject returns the clause before the number without its comparator and its date.
func (c *indicatorCase) bareSubject() string {
	s := c.bare()
	if w := c.cmp.leading; w != "" && !c.cmp.near {
		if i := strings.LastIndex(s, w); i >= 0 {
			s = s[:i] + s[i+len(w):]
		}
	}
	for i := 0; i < len(s); {
		if y, ok := readIndicatorYear(s, i); ok {
			from := y.start
			for _, w := range []string{"力争到", "到", "至", "力争"} {
				if strings.HasSuffix(s[:from], w) {
					from -= len(w)
					break
				}
			}
			end := y.end
			for _, w := range []string{"年底前", "底前", "末前", "底", "末", "前"} {
				if strings.HasPrefix(s[end:], w) {
					end += len(w)
					break
				}
			}
			s = s[:from] + s[end:]
			i = from
			continue
		}
		_, w := utf8.DecodeRuneInString(s[i:])
		i += w
	}
	return s
}

// countSubject names things that are counted: where they are, then what they are.
func (c *indicatorCase) countSubject(head string) string {
	head = indicatorTrimTails(head)
	noun := c.afterNoun()
	i := indicatorLast(head, indicatorGoalVerbs)
	if noun == "" {
		if i >= 0 && i < len(head) {
			return indicatorTrimTails(head[i:]) // 建成绿色园区30个
		}
		if head != "" {
			return head
		}
		return c.context()
	}
	if strings.Contains(head, "每") {
		return head + "的" + noun
	}
	if i >= 0 {
		verb := indicatorSuffix(head[:i], indicatorGoalVerbs)
		place := indicatorTrimLeads(strings.TrimSuffix(head[:i], verb))
		if utf8.RuneCountInString(place) <= 8 && !indicatorAny(place, indicatorGoalVerbs) {
			return place + head[i:] + noun
		}
		return head[i:] + noun
	}
	return head + noun
}

// afterNoun returns the words after the number up to where a verb or a stop ends them.
func (c *indicatorCase) afterNoun() string {
	s := strings.TrimPrefix(c.tail, "的")
	for _, stop := range []string{"，", "和" + "建成", "开展", "纳入", "实施", "进行", "用于", "不得", "给予"} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	if v := indicatorNextDigit(s); v >= 0 {
		s = s[:v]
	}
	// Of 「发展潜力较大、近期能够实现突破的主导产业」 the thing itself.
	if i := strings.LastIndex(s, "的"); i > 0 && (strings.Contains(s[:i], "、") || i > 45) && i+len("的") < len(s) {
		s = s[i+len("的"):]
	}
	return strings.Trim(indicatorTrimTails(s), "、，和及；")
}

// indicatorNextDigit returns the place of the first digit of s, or -1.
func indicatorNextDigit(s string) int { return strings.IndexAny(s, "0123456789") }

// context returns the subject of the number before it in the sentence, for 「占全省的比重」 and 「其中」.
func (c *indicatorCase) context() string {
	if p := c.prev; p != nil && c.t.clauses[p.clause].sentence == c.t.clauses[c.clause].sentence && p.accepted {
		return indicatorTrimTails(indicatorTrimLeads(p.bareSubject()))
	}
	if k := c.t.clauses[c.clause].prev; k >= 0 {
		return indicatorTrimTails(indicatorTrimLeads(indicatorUnbracket(indicatorShort(c.t.text(k)))))
	}
	return ""
}

// awardSubject names money that is given: for what, and what it is called.
func (c *indicatorCase) awardSubject() string {
	name := ""
	for _, w := range []string{"一次性奖补", "奖补", "一次性奖励", "奖励", "一次性补助", "补助", "补贴", "贴息", "资助", "补偿", "罚款", "保证金"} {
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
	for _, stop := range []string{"，", "给予", "按照", "按", "最高", "省级", "市级"} {
		if i := strings.Index(s, stop); i > 0 {
			s = s[:i]
		}
	}
	s = strings.TrimSuffix(indicatorTrimLeads(s), "的")
	if strings.HasSuffix(s, name) {
		return s
	}
	return s + name
}

// indicatorTrimLeads drops words that say nothing at the start of s.
func indicatorTrimLeads(s string) string {
	for {
		w := indicatorPrefix(s, indicatorLeads)
		if w == "" {
			return s
		}
		s = s[len(w):]
	}
}

// indicatorTrimTails drops verbs of reaching and what goes with them at the end of s.
func indicatorTrimTails(s string) string {
	for {
		w := indicatorSuffix(s, indicatorReach)
		if w == "" {
			w = indicatorSuffix(s, indicatorTails)
		}
		if w == "" || w == s {
			return strings.TrimSuffix(s, w)
		}
		s = strings.TrimSuffix(s, w)
	}
}

// indicatorSubjectCut keeps a subject short enough for a title: its last 40 characters.
func indicatorSubjectCut(s string) string {
	s = strings.Trim(s, "，。；、：-")
	n := utf8.RuneCountInString(s)
	for n > 40 {
		_, w := utf8.DecodeRuneInString(s)
		s, n = s[w:], n-1
	}
	return strings.Trim(s, "，。；、：-）（”“")
}
