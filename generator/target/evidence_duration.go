package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	cutVerbs      = words.Of("cut-verbs")
	freeTails     = words.Of("free-tails")
	timeNouns     = words.Of("time-nouns")
	plannedEvents = words.Of("planned-events")
	paidTails     = words.Of("paid-tails")
	termWords     = words.Of("term-words")
	settledWords  = words.Of("settled-words")
	mayLast       = words.Of("may-last")
	ageNouns      = words.Of("age-nouns")
	validityTails = words.Of("validity-tails")
)

// durationEvidence takes times that are a rule or a limit: 「再延续3年」, 「有效期可为1年」.
var durationEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "within-a-span", Verdict: policy.Take, Says: "“几至几天内”是时限",
			Takes: "〔2—3〕天内告知。", Leaves: "〔2—3〕天告知。",
		},
		Holds: func(c *candidate) bool { return c.cmp.inside },
	},
	{
		Rule: policy.Rule{
			Name: "first-hours-free", Verdict: policy.Take, Says: "“前几小时免费”“前几年按租金”是优惠的时长",
			Takes: "停车前〔2〕小时免费。", Leaves: "停车前〔2〕小时预约。",
		},
		Holds: (*candidate).freeAtFirst,
	},
	{
		Rule: policy.Rule{
			Name: "so-long-for-each", Verdict: policy.Take, Says: "小句里有“每天”“每人”等词，时长是每次的要求",
			Takes: "学生每天〔1〕小时体育活动。", Leaves: "学生当天〔1〕小时体育活动。",
		},
		Holds: (*candidate).each,
	},
	{
		Rule: policy.Rule{
			Name: "clean-record", Verdict: policy.Take, Says: "“近几年”后接“无”“未”“获得”等，是资格条件",
			Takes: "近〔3〕年无重大事故。", Leaves: "近〔3〕年重大事故增多。",
		},
		Holds: (*candidate).onRecord,
	},
	{
		Rule: policy.Rule{
			Name: "time-before-an-event", Verdict: policy.Take, Says: "“申请前几个月……的”，是资格条件",
			Takes: "申请补贴前〔6〕个月正常经营的企业。", Leaves: "申请补贴前〔6〕个月公示。",
		},
		Holds: func(c *candidate) bool {
			return strings.HasSuffix(c.head, "前") && c.head != "前" && words.Suffix(c.head, rankNot) == "" && strings.Contains(c.tail, "的")
		},
	},
	{
		Rule: policy.Rule{
			Name: "paid-over-years", Verdict: policy.Take, Says: "“分几年拨付”是发放的期限",
			Takes: "补贴分〔3〕年拨付。", Leaves: "补贴分〔3〕年规划。",
		},
		Holds: (*candidate).paidOver,
	},
	{
		Rule: policy.Rule{
			Name: "days-before-an-event", Verdict: policy.Take, Says: "“召开15日前”“开工10日前”是规定的提前时间",
			Takes: "会议召开〔15〕日前通知业主。", Leaves: "会议通知〔15〕日前送达。",
		},
		Holds: (*candidate).beforeEvent,
	},
	{
		Rule: policy.Rule{
			Name: "time-by-its-noun", Verdict: policy.Take, Says: "紧跟在“时限”“时间”“工期”或“期限：”后的时长是规定的时间",
			Takes: "初审时间〔5〕个工作日。", Leaves: "初审人员〔5〕个工作日。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), timeNouns) != "" || c.labelledTime() },
	},
	{
		Rule: policy.Rule{
			Name: "settled-in", Verdict: policy.Take, Says: "“办结”“送达”“到场”前的时长是办理时限",
			Takes: "材料齐全的〔3〕天办结。", Leaves: "材料齐全的〔3〕天受理。",
		},
		Holds: func(c *candidate) bool { return words.Prefix(c.tail, settledWords) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "time-that-may-be-taken", Verdict: policy.Take, Says: "“可开具”“可保留”后的时长是许可的限度",
			Takes: "一次可开具〔12〕周长期处方。", Leaves: "一次可靠开具〔12〕周长期处方。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), mayLast) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "time-after-a-like-one", Verdict: policy.Take, Says: "前一分句的时长已算作目标或条件，这一分句只换了对象",
			Takes: "小学作业时间不超过60分钟，初中〔90〕分钟。", Leaves: "小学作业时间60分钟左右，初中参与〔90〕分钟。",
		},
		Holds: (*candidate).likeTime,
	},
	{
		Rule: policy.Rule{
			Name: "validity-of-so-long", Verdict: policy.Take, Says: "紧接着“有效期”的时长是有效的期限",
			Takes: "本政策暂定〔3〕年有效期。", Leaves: "本政策暂定〔3〕年工作期。",
		},
		Holds: func(c *candidate) bool { return words.Prefix(c.tail, validityTails) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "monthly", Verdict: policy.Leave, Says: "“个月度”里的“月”不是时长",
			Takes: "保留〔3〕个月度例会。", Leaves: "保留〔3〕个月。",
		},
		Holds: func(c *candidate) bool { return c.term() && strings.HasPrefix(c.tail, "度") },
	},
	{ // after monthly
		Rule: policy.Rule{
			Name: "term", Verdict: policy.Take, Says: "“期”“延长”“保留”等词后的时长是期限",
			Takes: "许可有效期〔3〕年。", Leaves: "许可有效〔3〕年。",
		},
		Holds: (*candidate).term,
	},
	{ // after monthly
		Rule: policy.Rule{
			Name: "time-brought-to", Verdict: policy.Take, Says: "时长紧跟在“压缩”“降至”“达到”一类动词后",
			Takes: "办理时间压缩至〔3〕天。", Leaves: "办理时间〔3〕天。",
		},
		Holds: func(c *candidate) bool { return c.reached() || words.Suffix(c.bare(), cutVerbs) != "" },
	},
}

// ageEvidence takes ages of those for whom something is; 18岁以上 has its comparator.
var ageEvidence = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "ages", Verdict: policy.Take, Says: "“几至几岁”后跟着对象或顿号，或紧跟在“年龄”后",
		Takes: "〔7—12〕岁儿童免费入园。", Leaves: "〔12〕岁儿童免费入园。",
	},
	Holds: func(c *candidate) bool {
		asked := strings.HasPrefix(c.tail, "、") || words.Suffix(c.bare(), ageNouns) != ""
		return c.n.ranged && (!c.ends() || asked)
	},
}}

// shortOther is how many characters a clause may have that only names others: 「初中」.
const shortOther = 8

// likeTime reports whether the clause only names others for whom a time like that of the clause before is meant.
func (c *candidate) likeTime() bool {
	p := c.prev
	like := p != nil && p.accepted && p.n.group == "time" && c.t.clauses[c.clause].prev == p.clause && c.tail == "" && p.tail == "" && c.cmp.cmp == ""
	return like && c.bare() != "" && utf8.RuneCountInString(c.bare()) <= shortOther && c.verb() == 0 && c.t.s[c.n.unitStart:c.n.unitEnd] == p.t.s[p.n.unitStart:p.n.unitEnd]
}

// labelledTime reports whether the number stands behind the label of a time: 「期限：1—3年」.
func (c *candidate) labelledTime() bool {
	clause := c.t.clauses[c.clause]
	label := c.t.text(clause.prev)
	return c.bare() == "" && strings.HasSuffix(c.t.s[:clause.start], "：") && (words.Suffix(label, timeNouns) != "" || strings.HasSuffix(label, "期限") || strings.HasSuffix(label, "有效期"))
}

// freeAtFirst reports whether the number is that of 「前2小时免费」.
func (c *candidate) freeAtFirst() bool {
	first := strings.HasSuffix(c.head, "前") || strings.HasSuffix(c.head, "、后") || strings.HasSuffix(c.head, "，后") || c.head == "后"
	return first && words.Prefix(c.tail, freeTails) != ""
}

// paidOver reports whether the number is of years over which a sum is paid: 「分3年拨付」.
func (c *candidate) paidOver() bool {
	return strings.HasSuffix(c.head, "分") && words.Prefix(c.tail, paidTails) != ""
}

// beforeEvent reports whether the number is how long before an event something is due: 「召开15日前」.
func (c *candidate) beforeEvent() bool {
	return strings.HasPrefix(c.tail, "前") && words.Suffix(c.head, plannedEvents) != ""
}

// term reports whether the clause speaks of a term before the number.
func (c *candidate) term() bool { return words.In(c.bare(), termWords) }
