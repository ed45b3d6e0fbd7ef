package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	shareHeads   = words.Of("share-heads")
	rateHeads    = words.Of("rate-heads")
	wholeTails   = words.Of("whole-tails")
	schemeShares = words.Of("scheme-shares")
	partWords    = words.Of("part-words")
)

// shareEvidence takes shares and rates that are set. Without a verb, 「占全国8%」 describes.
var shareEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "share-goes-to-a-use", Verdict: policy.Take, Says: "比例后写明“用于”“返还”“作为”等去向",
			Takes: "收益的〔20〕%用于公共服务。", Leaves: "收益的〔20〕%来自公共服务。",
		},
		Holds: (*candidate).goesToUse,
	},
	{
		Rule: policy.Rule{
			Name: "share-prescribed", Verdict: policy.Take, Says: "比例前有“按”“预留”“不得”等规定用语",
			Takes: "保证金按合同价款〔3〕%。", Leaves: "保证金为合同价款〔3〕%。",
		},
		Holds: func(c *candidate) bool { return words.In(c.head, shareHeads) },
	},
	{
		Rule: policy.Rule{
			Name: "share-of-a-scheme", Verdict: policy.Take, Says: "“支付比例”“缴费比例”“首付比例”一类规定的比例后的数字",
			Takes: "住房贷款首付比例为〔20〕%。", Leaves: "住房贷款首付人数为〔20〕%。",
		},
		Holds: func(c *candidate) bool { return c.ofScheme() },
	},
	{
		Rule: policy.Rule{
			Name: "rate-among-goals", Verdict: policy.Take, Says: "标题写明目标、指标的部分里，“率”“比重”等名词后的数字",
			Takes: "一、主要目标\n（一）绿化。绿地率〔38〕%。", Leaves: "一、主要工作\n（一）绿化。绿地率〔38〕%。",
		},
		Holds: func(c *candidate) bool { return c.namesRate() && c.scope.goal },
	},
	{
		Rule: policy.Rule{
			Name: "rate-after-reaching", Verdict: policy.Take, Says: "同一句前面有“实现”“确保”等词，“率”“比重”等名词后的数字",
			Takes: "实现垃圾分类全覆盖，回收利用率〔35〕%。", Leaves: "推行垃圾分类全覆盖，回收利用率〔35〕%。",
		},
		Holds: func(c *candidate) bool { return c.namesRate() && words.In(c.before, rateHeads) },
	},
	{
		Rule: policy.Rule{
			Name: "rate-after-a-target", Verdict: policy.Take, Says: "前一个数字已算作目标或条件，“率”“比重”等名词后的数字",
			Takes: "新建公园20个，绿地率〔38〕%。", Leaves: "现有公园20个，绿地率〔38〕%。",
		},
		Holds: func(c *candidate) bool { return c.namesRate() && c.besideTaken() },
	},
	{
		Rule: policy.Rule{
			Name: "part-without-a-year", Verdict: policy.Leave, Says: "没有年份的“占”“比重为”只是描述",
			Takes: "培育的企业占〔8〕%。", Leaves: "到2025年，培育的企业占〔8〕%。",
		},
		Holds: func(c *candidate) bool { return c.year == 0 && words.Suffix(c.bare(), partWords) != "" },
	},
	{ // after part-without-a-year
		Rule: policy.Rule{
			Name: "share-under-a-verb", Verdict: policy.Take, Says: "比例前有“引导”“建成”“覆盖”一类动词",
			Takes: "引导〔60〕%的村参加。", Leaves: "〔60〕%的村参加。",
		},
		Holds: func(c *candidate) bool { return c.verb() > 0 || c.adjacent() != "" },
	},
	{
		Rule: policy.Rule{
			Name: "share-is-awarded", Verdict: policy.Take, Says: "本小句或相邻小句说到补助、返还、税率等",
			Takes: "设备购置额的〔30〕%，市级补助。", Leaves: "设备购置额的〔30〕%，市级核定。",
		},
		Holds: func(c *candidate) bool { return words.In(c.near, shareAwards) },
	},
	{ // after part-without-a-year
		Rule: policy.Rule{
			Name: "share-with-a-year", Verdict: policy.Take, Says: "比例有对应的年份；年度计划里“率”“比重”等名词后的比例",
			Takes: "到2025年，公园绿地〔38〕%。", Leaves: "公园绿地〔38〕%。",
		},
		Holds: func(c *candidate) bool { return c.year > 0 || c.planned() && c.namesRate() },
	},
	{
		Rule: policy.Rule{
			Name: "share-off-the-price", Verdict: policy.Take, Says: "“优惠”“上浮”“下浮”后的比例",
			Takes: "集装箱车辆通行费优惠〔65〕%。", Leaves: "集装箱车辆通行费收入〔65〕%。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), priceChanges) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "all-of-it", Verdict: policy.Take, Says: "“100%”后紧跟“覆盖”“完成”“达标”等，要全部做到",
			Takes: "危化品企业安全监管〔100〕%覆盖。", Leaves: "危化品企业安全监管〔60〕%覆盖。",
		},
		Holds: func(c *candidate) bool {
			const all = 100
			return c.n.value == all && words.Prefix(c.tail, wholeTails) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-to-be-dealt-with", Verdict: policy.Take, Says: "“百分之几的……”之后有“完成”“建成”一类动词",
			Takes: "〔60〕%的村完成改造。", Leaves: "〔60〕%的村尚未改厕。",
		},
		Holds: func(c *candidate) bool { return strings.HasPrefix(c.tail, "的") && words.In(c.tail, goalVerbs) },
	},
}

// besideTaken reports whether the number before is set, or the last but one in the sentence where that is none, as the
// 10 of 「“10分钟生活圈”」.
func (c *candidate) besideTaken() bool {
	p := c.prev
	if p != nil && !p.accepted && c.sameSentence(p) && !p.fixed && p.prev != nil && c.sameSentence(p.prev) {
		p = p.prev
	}
	return p != nil && p.accepted
}

// ofScheme reports whether the clause names a share that a scheme fixes: 「报销比例为70%」.
func (c *candidate) ofScheme() bool { return words.In(c.head, schemeShares) }

// namesRate reports whether the noun of a rate stands right before the number: 就诊率85%.
func (c *candidate) namesRate() bool { return words.Suffix(c.bare(), rateNouns) != "" }
