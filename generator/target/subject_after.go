package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	nounEnds    = words.Of("noun-ends")
	shareDuties = words.Of("share-duties")
	otherBounds = words.Of("other-bounds")
)

// afterNoun returns the words after the number up to where a verb or a stop ends them.
func (c *candidate) afterNoun() string {
	s := c.shape(unbracket(strings.TrimPrefix(c.tail, "的")), afterCuts)
	return strings.Trim(c.trimTails(s), "、，；")
}

// afterCuts make a noun of the words after the number, one after the other.
var afterCuts = []shaping{
	{
		Rule: policy.Rule{
			Name: "noun-up-to-its-verb", Verdict: policy.AsName, Says: "数字后的名词到“达到”“实施”“用于”等动词为止",
			Takes: "力争〔30〕家企业达到二级标准。", Leaves: "培育〔30〕家企业。",
		},
		shape: func(_ *candidate, s string) string {
			for _, stop := range nounEnds {
				if i := strings.Index(s, stop); i > 0 {
					s = s[:i]
				}
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "noun-behind-another-bound", Verdict: policy.AsName, Says: "数字后又说“或等值人民币的”“或十人以上的”，名词从“的”之后起",
			Takes: "对到位资金在〔300〕万美元以上或等值人民币的外资项目给予奖励。", Leaves: "对到位资金在〔300〕万美元以上的外资项目给予奖励。",
		},
		shape: func(_ *candidate, s string) string {
			if words.Prefix(s, otherBounds) == "" {
				return s
			}
			_, thing, _ := strings.Cut(s, "的")
			return thing
		},
	},
	{
		Rule: policy.Rule{
			Name: "no-noun-of-what-is-given", Verdict: policy.AsName, Says: "“……的再奖励”“……的按规定处理”里说怎样处理的话不是名词",
			Takes: "增速达到〔15〕%以上的再奖励企业5万元。", Leaves: "增速达到〔15〕%以上的企业再奖励5万元。",
		},
		shape: func(c *candidate, s string) string {
			if strings.HasPrefix(c.tail, "的") && words.Prefix(s, caseOutcomes) != "" && words.Prefix(s, subjectWords) == "" {
				return ""
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "no-noun-behind-a-stop", Verdict: policy.AsName, Says: "数字后紧跟顿号、“和”“并”等的，其后的词语不是它的名称",
			Takes: "新建园区〔30〕个和厂房。", Leaves: "新建〔30〕个园区和厂房。",
		},
		shape: func(_ *candidate, s string) string {
			if endsList(s) {
				return ""
			}
			return s
		},
	},
	{ // after no-noun-behind-a-stop, so that a stop comes before the number only within the noun
		Rule: policy.Rule{
			Name: "noun-up-to-the-next-number", Verdict: policy.AsName, Says: "数字后的名词到下一个数字前的顿号、“和”为止",
			Takes: "新建〔3〕个县级、5个镇级书屋。", Leaves: "新建〔3〕个县级书屋。",
		},
		shape: func(_ *candidate, s string) string {
			v := strings.IndexAny(s, "0123456789")
			if v < 0 {
				return s
			}
			if i := strings.LastIndexAny(s[:v], "、和及与"); i >= 0 {
				return s[:i]
			}
			return s[:v]
		},
	},
	{
		Rule: policy.Rule{
			Name: "noun-without-its-description", Verdict: policy.AsName, Says: "数字后的描述有顿号或很长的，名称只取最后一个“的”之后的名词",
			Takes: "打造〔3〕个风格鲜明、配套齐全的古镇。", Leaves: "打造〔3〕个风格鲜明的古镇。",
		},
		shape: func(_ *candidate, s string) string {
			const long = 45 // bytes of a description
			description, thing := cutLast(s, "的")
			if thing == "" || !strings.Contains(description, "、") && len(description) <= long {
				return s
			}
			return thing
		},
	},
}

// cutLast returns what stands before and after the last sep in s, and all of s before it where there is none.
func cutLast(s, sep string) (before, after string) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, ""
	}
	return s[:i], s[i+len(sep):]
}

// shortTail is how many characters that follow a number are taken into its name at most.
const shortTail = 16

// completions complete a name by the words after the number; the first that holds does. The last two are
// for names that say too little, or nothing.
var completions = []shaping{
	{
		Rule: policy.Rule{
			Name: "for-its-use", Verdict: policy.AsName, Says: "数字后“用于”什么，写进名称",
			Takes: "门票收入的〔20〕%用于古建维修。", Leaves: "门票收入的〔20〕%以上。",
		},
		shape: func(c *candidate, s string) string {
			if strings.HasPrefix(c.tail, "用于") {
				return s + c.tail
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-and-what-is-done", Verdict: policy.AsName, Says: "“几日内”之后要做的事写进名称",
			Takes: "受理后〔5〕日内办结。", Leaves: "〔5〕日内办结。",
		},
		shape: func(c *candidate, s string) string {
			if c.cmp.inside && s != c.afterNoun() {
				return s + c.tail
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-and-what-is-given", Verdict: policy.AsName, Says: "比例之后给予、征收、支付一类词，写在名称的括号里",
			Takes: "按房屋租金的〔10〕%给予补贴。", Leaves: "房屋租金降低〔10〕%。",
		},
		shape: func(c *candidate, s string) string {
			if c.n.group == "share" && c.shortTail() && words.Prefix(c.tail, shareTails) != "" {
				return s + "（" + strings.TrimPrefix(c.tail, "的比例") + "）"
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-and-what-it-does", Verdict: policy.AsName, Says: "“应当”“实现”“全部”之后的比例，其后要做的事写进名称",
			Takes: "新建厂房屋顶应当〔60〕%以上安装光伏。", Leaves: "新建厂房屋顶光伏安装率达到〔60〕%以上。",
		},
		shape: func(c *candidate, s string) string {
			if c.n.group == "share" && c.shortTail() && words.Suffix(c.head, shareDuties) != "" && !strings.HasPrefix(c.tail, "的") {
				return s + c.tail
			}
			return s
		},
	},
	{ // after those above, which say more
		Rule: policy.Rule{
			Name: "short-name-with-its-noun", Verdict: policy.AsName, Says: "名称不足三字的，加上数字后的名词",
			Takes: "对厂龄〔3〕年以内的工厂给予补贴。", Leaves: "对办厂年限〔3〕年以内的工厂给予补贴。",
		},
		shape: func(c *candidate, s string) string {
			const short = 3 // characters
			if utf8.RuneCountInString(s) < short && c.n.group != "share" && !strings.HasSuffix(c.afterNoun(), s) {
				return s + c.afterNoun()
			}
			return s
		},
	},
	{ // after short-name-with-its-noun, for names of nothing
		Rule: policy.Rule{
			Name: "clause-as-name", Verdict: policy.AsName, Says: "什么词语也没有的，用数字所在的分句作名称",
			Takes: "达到〔30〕%以上。", Leaves: "就诊率达到〔30〕%以上。",
		},
		shape: func(c *candidate, s string) string {
			if s != "" {
				return s
			}
			q := c.quote()
			return c.t.s[q.start:q.end]
		},
	},
}

// shortTail reports whether few characters follow the number in its clause.
func (c *candidate) shortTail() bool { return utf8.RuneCountInString(c.tail) <= shortTail }
