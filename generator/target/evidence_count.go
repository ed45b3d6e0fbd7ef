package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	builtWords    = words.Of("built-words")
	dealTails     = words.Of("deal-tails")
	shallBe       = words.Of("shall-be")
	measuredNouns = words.Of("measured-nouns")
	setPointers   = words.Of("set-pointers")
	dealVerbs     = words.Of("deal-verbs")
	hasWords      = words.Of("has-words")
)

// sizeEvidence is asked of lengths, areas, weights and the like before countEvidence.
var sizeEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "range-of-sizes-for-an-award", Verdict: policy.Take, Says: "“几至几吨”一类范围后说到补助、返还等",
			Takes: "库容〔100—500〕吨按造价补助。", Leaves: "库容〔300〕吨按造价补助。",
		},
		Holds: func(c *candidate) bool { return c.n.ranged && words.In(c.tail, shareAwards) },
	},
	{
		Rule: policy.Rule{
			Name: "size-prescribed", Verdict: policy.Take, Says: "“宜为”“应为”“一般为”后的长度、面积、重量等",
			Takes: "路面宽度宜为〔4〕米。", Leaves: "路面宽度已为〔4〕米。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), shallBe) != "" },
	},
	{ // after range-of-sizes-for-an-award
		Rule: policy.Rule{
			Name: "size-that-describes", Verdict: policy.Leave, Says: "后面还有所修饰的事物、前面没有紧接动词的长度、面积、重量等只是描述",
			Takes: "整治坡度〔15〕度耕地。", Leaves: "整治〔15〕亩耕地。",
		},
		Holds: func(c *candidate) bool { return !c.ends() && c.adjacent() == "" && !c.listed() },
	},
}

// countEvidence takes how many things, people, or how much of a size there are to be.
var countEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "there-by-its-year", Verdict: policy.Take, Says: "有年份的小句以“建成”“投用”等词结尾，说的是所计事物",
			Takes: "到2025年，首批〔100〕个社区全面竣工。", Leaves: "首批〔100〕个社区全面竣工。",
		},
		Holds: (*candidate).built,
	},
	{
		Rule: policy.Rule{
			Name: "count-under-a-verb", Verdict: policy.Take, Says: "数量前有“建设”“培育”“举办”一类动词",
			Takes: "新建〔40〕个站点。", Leaves: "毗邻〔40〕个站点。",
		},
		Holds: func(c *candidate) bool { return c.verb() > 0 },
	},
	{
		Rule: policy.Rule{
			Name: "item-of-a-year", Verdict: policy.Take, Says: "没有动词、自成一项的数量有年份",
			Takes: "2022年，停车场〔30〕个。", Leaves: "停车场〔30〕个。",
		},
		Holds: func(c *candidate) bool { return c.standsAlone() && c.planned() },
	},
	{
		Rule: policy.Rule{
			Name: "item-among-goals", Verdict: policy.Take, Says: "没有动词、自成一项的数量在标题写明目标、指标的部分里",
			Takes: "一、主要目标\n（一）布局。停车场〔30〕个。", Leaves: "一、主要工作\n（一）布局。停车场〔30〕个。",
		},
		Holds: func(c *candidate) bool { return c.standsAlone() && c.scope.goal },
	},
	{
		Rule: policy.Rule{
			Name: "item-that-qualifies", Verdict: policy.Take, Says: "没有动词、自成一项的数量前有限定所计事物的条件",
			Takes: "年产值超100亿元的企业〔5〕家。", Leaves: "年产值100亿元的企业〔5〕家。",
		},
		Holds: func(c *candidate) bool { return c.standsAlone() && c.followsCondition() },
	},
	{
		Rule: policy.Rule{
			Name: "item-for-each", Verdict: policy.Take, Says: "没有动词、自成一项的数量按“每县”“每人”“年均”分配",
			Takes: "每个乡镇卫生院〔1〕所。", Leaves: "各乡镇卫生院〔1〕所。",
		},
		Holds: func(c *candidate) bool { return c.standsAlone() && (c.each() || strings.Contains(c.head, "年均")) },
	},
	{
		Rule: policy.Rule{
			Name: "item-after-a-like-one", Verdict: policy.Take, Says: "没有动词、自成一项的数量紧接在已算作目标的同类数量之后",
			Takes: "创建森林城市2个，森林乡村〔300〕个。", Leaves: "现有森林城市2个，森林乡村〔300〕个。",
		},
		Holds: func(c *candidate) bool { return c.standsAlone() && c.followsLike() },
	},
	{
		Rule: policy.Rule{
			Name: "item-listed-behind-a-target", Verdict: policy.Take, Says: "没有动词、自成一项的个数，与同一小句里单位不同的目标以“、”并列",
			Takes: "整治耕地3万亩，配套道路210公里、水窖〔1200〕口。", Leaves: "整治耕地3万亩，配套道路、水窖〔1200〕口。",
		},
		Holds: func(c *candidate) bool {
			p := c.prev
			return c.standsAlone() && c.n.counts() && p != nil && p.accepted && p.kind == policy.Target && p.clause == c.clause && strings.HasPrefix(p.tail, "、") && c.n.start-p.cmp.tail > len("、")
		},
	},
	{
		Rule: policy.Rule{
			Name: "amount-after-a-target", Verdict: policy.Take, Says: "没有动词、自成一项的“里程”“面积”“产量”等，紧接在已算作目标或条件的数字之后",
			Takes: "公交站点覆盖率达到100%，公交专用道里程〔120〕公里。", Leaves: "公交站点覆盖全市，公交专用道里程〔120〕公里。",
		},
		Holds: func(c *candidate) bool {
			p := c.prev
			return c.standsAlone() && p != nil && p.accepted && c.t.clauses[p.clause].next == c.clause && words.Suffix(c.bare(), measuredNouns) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-count", Verdict: policy.Take, Says: "括号里的个数把括号前已算作目标的个数分开来说",
			Takes: "抽查4个项目（居住建筑〔1〕个、公共建筑3个）。", Leaves: "抽查项目（居住建筑〔1〕个、公共建筑3个）。",
		},
		Holds: func(c *candidate) bool { return c.depth() > 0 && c.breaksDown() },
	},
	{
		Rule: policy.Rule{
			Name: "so-many-for-so-many", Verdict: policy.Take, Says: "“按……几个的标准”是配备的比例",
			Takes: "按每300人〔1〕名的标准配备保洁员。", Leaves: "每300人〔1〕名的标准配备保洁员。",
		},
		Holds: (*candidate).rate,
	},
	{
		Rule: policy.Rule{
			Name: "may-have-so-many", Verdict: policy.Take, Says: "数量紧跟在“限报”“可申请”等词后",
			Takes: "限报〔2〕项。", Leaves: "上报〔2〕项。",
		},
		Holds: (*candidate).may,
	},
	{
		Rule: policy.Rule{
			Name: "each-has", Verdict: policy.Take, Says: "“每……有”“每……明确”后的数量",
			Takes: "每个村有〔1〕个卫生室。", Leaves: "各村有〔1〕个卫生室。",
		},
		Holds: func(c *candidate) bool { return c.each() && words.Suffix(c.bare(), hasWords) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "about-so-many-by-a-year", Verdict: policy.Take, Says: "没有动词、带“约”“近”的数量有年份",
			Takes: "到2025年，约〔30〕个社区参与。", Leaves: "约〔30〕个社区参与。",
		},
		Holds: func(c *candidate) bool { return c.verb() == 0 && c.cmp.cmp == "≈" && c.year > 0 },
	},
	{
		Rule: policy.Rule{
			Name: "range-of-counts", Verdict: policy.Take, Says: "没有动词的数量是“几至几个”的范围",
			Takes: "〔2—3〕个社区参与。", Leaves: "〔3〕个社区参与。",
		},
		Holds: func(c *candidate) bool { return c.verb() == 0 && c.n.ranged },
	},
	{
		Rule: policy.Rule{
			Name: "made-up-of", Verdict: policy.Take, Says: "“由几人组成”",
			Takes: "检查组由〔5〕人组成。", Leaves: "检查组由〔5〕人召集。",
		},
		Holds: (*candidate).makesUp,
	},
	{
		Rule: policy.Rule{
			Name: "in-principle", Verdict: policy.Take, Says: "同一句前面有“原则上”",
			Takes: "原则上县城〔1〕个园区。", Leaves: "目前县城〔1〕个园区。",
		},
		Holds: func(c *candidate) bool { return strings.Contains(c.before, "原则上") },
	},
	{
		Rule: policy.Rule{
			Name: "count-that-something-is-done-with", Verdict: policy.Take, Says: "个数后的事物之后有“实现”“完成”“办理”“接入”一类动词，说的是要办好多少",
			Takes: "〔100〕个高频事项实现网上办理。", Leaves: "〔100〕个高频事项较为集中。",
		},
		Holds: (*candidate).dealtWith,
	},
}

// dealtWith reports whether what the number counts is to be dealt with: 「为300间教室更换灯具」. In a description
// of who is meant, 「参加30个社区完成的活动」, it is not.
func (c *candidate) dealtWith() bool {
	at := words.First(c.tail, dealVerbs)
	if at < 0 || c.verb() < 0 || words.Prefix(strings.TrimLeft(c.head, outlineDigits), setPointers) != "" {
		return false // 「在16个省份实施总量控制」
	}
	return !strings.Contains(c.tail[:at], "的") && !strings.HasPrefix(c.tail[at:], "的")
}

// standsAlone reports whether the number is an item without a verb, after which nothing stands that
// it could belong to: 「停车场30个」.
func (c *candidate) standsAlone() bool { return c.verb() == 0 && c.ends() }

// built reports whether the clause ends by saying that what the number counts is there by its year:
// 「到2025年，首批100个示范社区全面建成」.
func (c *candidate) built() bool {
	return c.n.counts() && c.year > 0 && words.Suffix(c.tail, builtWords) != ""
}

// rate reports whether the number is a rate by which something is dealt out: 「按每300人1名的标准配备」.
func (c *candidate) rate() bool {
	return c.n.counts() && strings.Contains(c.head, "按") && words.Prefix(c.tail, dealTails) != ""
}

// makesUp reports whether the number is of those who make up a body: 「由5人组成」.
func (c *candidate) makesUp() bool {
	return strings.HasSuffix(c.bare(), "由") && (strings.HasPrefix(c.tail, "组成") || strings.HasSuffix(c.tail, "组成"))
}

// may reports whether the number is how many of a thing each may have: 「限报2项」.
func (c *candidate) may() bool { return words.Suffix(c.bare(), mayVerbs) != "" }
