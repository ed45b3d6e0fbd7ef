package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	listStops   = words.Of("list-stops")
	objectVerbs = words.Of("object-verbs")
	dateLeads   = words.Of("date-leads")
	dateTails   = words.Of("date-tails")
	changeLeads = words.Of("change-leads")
)

// local returns the words before the number that speak of it: those since the number before it in
// its clause, without comparator, dates and base years.
func (c *candidate) local() string { return c.shape(c.bare(), beforeCuts) }

// beforeCuts make a name of the words before the number, one after the other.
var beforeCuts = []shaping{
	{
		Rule: policy.Rule{
			Name: "name-behind-the-number-before", Verdict: policy.AsName, Says: "同一分句里前面还有数字的，名称从那个数字之后的顿号、“和”等起",
			Takes: "全市新增护林员3人以上、巡河员〔5〕人以上。", Leaves: "全市新增护林员〔3〕人以上、巡河员5人以上。",
		},
		shape: (*candidate).sinceNumber,
	},
	{
		Rule: policy.Rule{
			Name: "name-behind-the-time-it-takes", Verdict: policy.AsName, Says: "“用……时间”说的是期限，名称从“时间”之后起",
			Takes: "用半年时间使就诊率达到〔90〕%。", Leaves: "就诊率达到〔90〕%。",
		},
		shape: func(_ *candidate, s string) string {
			if strings.HasPrefix(s, "用") || strings.HasPrefix(s, "利用") {
				if _, rest, ok := strings.Cut(s, "时间"); ok {
					return rest
				}
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-whole", Verdict: policy.AsName, Says: "“甲不少于乙的”若干比例，名称是甲占乙的比例；甲是比例的，乙写在括号里",
			Takes: "停车位不少于住宅套数的〔80〕%。", Leaves: "停车位占住宅套数比例不少于〔80〕%。",
		},
		shape: func(c *candidate, s string) string {
			before, whole := c.aroundComparator(s)
			part := c.trimTails(c.trimLeads(before))
			if c.n.group != "share" || part == "" || !strings.HasSuffix(whole, "的") {
				return s
			}
			if words.Suffix(part, rateNouns) != "" {
				return part + "（占" + strings.TrimSuffix(whole, "的") + "）"
			}
			return part + "占" + whole + "比例"
		},
	},
	{ // after part-of-a-whole, which reads the comparator
		Rule: policy.Rule{
			Name: "name-without-comparator", Verdict: policy.AsName, Says: "名称不含离数字较远的“不低于”“至少”等比较词",
			Takes: "全市至少培育企业〔30〕家。", Leaves: "全市培育企业至少〔30〕家。",
		},
		shape: func(c *candidate, s string) string {
			before, after := c.aroundComparator(s)
			return before + after
		},
	},
	{
		Rule: policy.Rule{
			Name: "name-without-dates", Verdict: policy.AsName, Says: "名称不含年份和“到”“较”“底”等随年份的词",
			Takes: "到2025年底全市就诊率达到〔90〕%。", Leaves: "全市就诊率达到〔90〕%。",
		},
		shape: func(_ *candidate, s string) string { return undate(s) },
	},
	noLeads,
	{
		Rule: policy.Rule{
			Name: "object-of-a-long-clause", Verdict: policy.AsName, Says: "分句较长的，名称从“引导”“推动”“保障”等词之后起",
			Takes:  "各级林业主管部门和乡镇人民政府应当采取措施积极引导林农合作社入社率达到〔90〕%。",
			Leaves: "乡镇积极引导林农合作社入社率达到〔90〕%。",
		},
		shape: func(_ *candidate, s string) string {
			const long = 25 // characters
			if utf8.RuneCountInString(s) <= long {
				return s
			}
			return objectAfter(s, objectVerbs)
		},
	},
	{ // after object-of-a-long-clause: 将 may stand in what that leaves
		Rule: policy.Rule{
			Name: "object-of-a-verb", Verdict: policy.AsName, Says: "有“将”“把”的，名称从其后起",
			Takes: "各县将收费标准降低〔5〕%。", Leaves: "各县收费标准降低〔5〕%。",
		},
		shape: func(_ *candidate, s string) string { return objectAfter(s, []string{"将", "把"}) },
	},
}

// sinceNumber returns what follows the number before in the same clause. Where that one is not set, 和
// may stand within a name; where a noun follows a count, what is before the last stop belongs to the
// number before.
func (c *candidate) sinceNumber(s string) string {
	const most = 30 // numbers that are gone back
	for p, hops := c.prev, 0; p != nil && p.clause == c.clause && hops < most; p, hops = p.prev, hops+1 {
		between := strings.TrimSuffix(c.t.s[p.cmp.tail:c.n.start], c.head[len(c.bare()):])
		stops := listStops
		if !p.accepted {
			stops = stops[:1]
		}
		last := words.Last(between, stops)
		if last < 0 {
			continue
		}
		if c.n.counts() && c.afterNoun() != "" {
			return between[last:]
		}
		return between[words.First(between, stops):]
	}
	return s
}

// aroundComparator returns what stands before and after a comparator in s that stands apart from its
// number, and all of s before it where there is none.
func (c *candidate) aroundComparator(s string) (before, after string) {
	if c.cmp.near {
		return s, ""
	}
	return cutLast(s, c.cmp.leading)
}

// objectAfter returns what follows the last of the verbs in s: 「引导机构将收费标准再」, 「可将处方用药量」.
func objectAfter(s string, verbs []string) string {
	const least = 2 // characters of a name
	if i := words.Last(s, verbs); i > 0 && utf8.RuneCountInString(s[i:]) >= least {
		return s[i:]
	}
	return s
}

// undate drops the dates of s and the words that go with them.
func undate(s string) string {
	for i := 0; i < len(s); {
		y, ok := readYear(s, i)
		if !ok {
			_, w := utf8.DecodeRuneInString(s[i:])
			i += w
			continue
		}
		before := strings.TrimSuffix(s[:y.start], words.Suffix(s[:y.start], dateLeads))
		after := strings.TrimPrefix(s[y.end:], words.Prefix(s[y.end:], dateTails))
		i = len(before)
		s = before + after
	}
	return s
}

// withChange ends the name of a rate in the verb of its change.
var withChange = shaping{
	Rule: policy.Rule{
		Name: "name-with-its-change", Verdict: policy.AsName, Says: "比率、数额、时间的升降，名称以升降动词结尾，不带“分别”“再”等词",
		Takes: "全市能耗再降低〔5〕%。", Leaves: "全市能耗降低到〔5〕%。",
	},
	shape: func(c *candidate, head string) string {
		change := words.Suffix(head, changeVerbs)
		if change == "" {
			return head
		}
		s := c.trimTails(strings.TrimSuffix(head, change))
		if s == "" {
			s = c.context()
		}
		return s + strings.TrimPrefix(change, words.Prefix(change, changeLeads))
	},
}
