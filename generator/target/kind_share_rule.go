package target

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	shareOrders     = words.Of("share-orders")
	notByWhich      = words.Of("not-by-which")
	rateEnds        = words.Of("rate-ends")
	feeRates        = words.Of("fee-rates")
	shareWholes     = words.Of("share-wholes")
	loweringVerbs   = words.Of("lowering-verbs")
	chargedNouns    = words.Of("charged-nouns")
	priceChanges    = words.Of("price-changes")
	partNouns       = words.Of("part-nouns")
	composedBodies  = words.Of("composed-bodies")
	shallEnds       = words.Of("shall-ends")
	reservingVerbs  = words.Of("reserving-verbs")
	inspectedShares = words.Of("inspected-shares")
)

// prescribedShares are those that the words around them prescribe.
var prescribedShares = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "share-for-a-use", Verdict: policy.AsThreshold, Says: "后接“用于”“作为”“由”的比例是规定的分配",
			Takes: "〔20〕%用于基层医疗机构统筹。", Leaves: "〔20〕%左右的医疗机构完成改造。",
		},
		Holds: (*candidate).goesToUse,
	},
	{
		Rule: policy.Rule{
			Name: "least-share-for-a-use", Verdict: policy.AsThreshold, Says: "资金、经费“用于”什么的比例“不低于”“不超过”多少，是规定的分配",
			Takes: "衔接资金用于产业的占比不低于〔65〕%。", Leaves: "衔接资金用于产业的占比达到〔65〕%。",
		},
		Holds: func(c *candidate) bool {
			return strings.HasPrefix(c.cmp.leading, "不") && strings.Contains(c.bare(), "用于") && words.Suffix(c.bare(), rateNouns) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-fixed-by-a-scheme", Verdict: policy.AsThreshold, Says: "“支付比例”“缴费比例”一类由制度规定的比例是条件，提高到、下调至多少的除外",
			Takes: "住房贷款首付比例为〔20〕%。", Leaves: "住房贷款首付人数占比达到〔20〕%。",
		},
		Holds: func(c *candidate) bool { return c.ofScheme() && !c.reached() },
	},
	{
		Rule: policy.Rule{
			Name: "rate-that-is-charged", Verdict: policy.AsThreshold, Says: "紧跟在费率、利率、税率后的比例是规定的",
			Takes: "保费率〔5〕%，农户参保率90%。", Leaves: "农户参保率〔90〕%，保费率5%。",
		},
		Holds: func(c *candidate) bool { return c.cmp.cmp == "" && !c.n.han && words.Suffix(c.bare(), feeRates) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "share-that-is-ordered", Verdict: policy.AsThreshold, Says: "“预留”“应当”“必须”“一般”后的比例、“应不少于”的比例、后接“预留”的比例是规定的比例",
			Takes: "建设用地预留〔30〕%。", Leaves: "建设用地增长〔30〕%。",
		},
		Holds: func(c *candidate) bool {
			shall := c.cmp.near && strings.HasPrefix(c.cmp.leading, "不") && words.Suffix(c.bare(), shallEnds) != "" // 「占比应不少于60%」
			return c.orders(shareOrders) || shall || words.Prefix(c.tail, reservingVerbs) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-to-go-by", Verdict: policy.AsThreshold, Says: "“按”多少比例是规定的比例；“按期”“按规划”和各种率除外",
			Takes: "按投资额的〔30〕%核定规模。", Leaves: "按期达到投资额的〔30〕%。",
		},
		Holds: func(c *candidate) bool {
			return strings.Contains(c.bare(), "按") && !c.ofRate() && !words.In(c.bare(), notByWhich)
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-of-an-award", Verdict: policy.AsThreshold, Says: "句中说到补贴、减免、罚款的比例是规定的比例；增减的幅度和各种率除外",
			Takes: "补贴设备购置额的〔30〕%。", Leaves: "补贴覆盖率达到〔30〕%。",
		},
		Holds: func(c *candidate) bool {
			return c.besideAward() && !c.ofRate() && words.Suffix(c.bare(), changeVerbs) == ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-of-votes", Verdict: policy.AsThreshold, Says: "“同意”“表决”所需的比例是条件",
			Takes: "〔三分之二〕以上业主同意后施工。", Leaves: "〔三分之二〕以上业主参加培训。",
		},
		Holds: func(c *candidate) bool { return words.In(c.near, []string{"同意", "表决"}) },
	},
	{
		Rule: policy.Rule{
			Name: "share-off-a-price", Verdict: policy.AsThreshold, Says: "“优惠”“上浮”“下浮”的比例、收费和租金下调的比例是规定的幅度",
			Takes: "车辆通行费下浮〔10〕%。", Leaves: "车辆通行量增长〔10〕%。",
		},
		Holds: func(c *candidate) bool {
			return words.Suffix(c.bare(), priceChanges) != "" || words.Suffix(c.without(loweringVerbs), chargedNouns) != "" && words.Suffix(c.bare(), loweringVerbs) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-to-inspect", Verdict: policy.AsThreshold, Says: "抽查、抽检的比例是规定的比例",
			Takes: "抽查比例达到〔5〕%。", Leaves: "达标比例达到〔5〕%。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.without(reachVerbs), inspectedShares) != "" },
	},
}

// besideAward reports whether the clause of the share or the one before speaks of an award, or the one behind, where
// that has no number of its own: 「新能源车比例不低于80%，每辆补贴2万元」.
func (c *candidate) besideAward() bool {
	own := shortClause(c.t.text(c.t.clauses[c.clause].prev)) + "，" + shortClause(c.t.text(c.clause))
	next := c.nextClause()
	return words.In(own, shareAwards) || words.In(next, shareAwards) && !strings.ContainsAny(next, "0123456789")
}

// goesToUse reports whether what follows the share says what it is for.
func (c *candidate) goesToUse() bool {
	return words.Prefix(c.tail, shareTails) != "" && words.Prefix(c.tail, shareWholes) == ""
}

// boundShares are those that a comparator makes bounds, and the rest.
var boundShares = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "cap-on-a-share", Verdict: policy.AsThreshold, Says: "不写年份、不在目标部分的“不超过”“低于”是上限；年度计划里的各种率除外",
			Takes: "公益岗位不超过〔10〕%。", Leaves: "公益岗位不低于〔10〕%。",
		},
		Holds: func(c *candidate) bool {
			planned := c.planned() && c.ofRate() // 「投诉率低于1%」 in the plan of a year
			return c.standing() && c.cmp.cmp != "≥" && !planned
		},
	},
	{
		Rule: policy.Rule{
			Name: "floor-on-a-share-of-things", Verdict: policy.AsThreshold, Says: "不写年份、不在目标部分，“某类人、某类事物不少于百分之几”和“某某的比例不低于”是规定的比例，专家、委员等的占比也是；其他占比、比重、各种率和升降的幅度除外",
			Takes: "评审专家中外地专家占比不少于〔50〕%。", Leaves: "全市绿色建筑占比不少于〔50〕%。",
		},
		Holds: (*candidate).shareOfThings,
	},
	{
		Rule: policy.Rule{
			Name: "bound-on-a-fee", Verdict: policy.AsThreshold, Says: "费率、利率、税率“不低于”“不超过”多少是规定的限度",
			Takes: "存款利率不低于〔1〕%。", Leaves: "存款利率降至〔1〕%。",
		},
		Holds: func(c *candidate) bool {
			added := strings.HasSuffix(c.bare(), "加") && c.caps() // 「LPR加60BP以内」
			return added || words.Suffix(c.without(reachVerbs), feeRates) != "" && strings.Contains(c.cmp.leading, "不")
		},
	},
	{
		Rule: policy.Rule{
			Name: "floor-on-a-share-of-something", Verdict: policy.AsThreshold, Says: "“不低于百分之几的”某物是规定的比例",
			Takes: "统筹不低于〔20〕%的资金。", Leaves: "统筹至少〔20〕%的资金。",
		},
		Holds: func(c *candidate) bool {
			return (c.standing() || c.yearlyFloor()) && strings.HasPrefix(c.tail, "的")
		},
	},
	{
		Rule: policy.Rule{
			Name: "bound-apart-from-its-share", Verdict: policy.AsThreshold, Says: "“不低于总价的百分之几”，比较词与数字隔着总体的，是规定的比例；“至少”和年度计划里的下限除外",
			Takes: "租金不低于总价的〔20〕%。", Leaves: "租金不低于〔20〕%。",
		},
		Holds: func(c *candidate) bool {
			apart := !c.cmp.near && !c.cmp.after && c.cmp.cmp != "" && c.cmp.cmp != "≈"
			planned := c.planned() && c.cmp.cmp == "≥" && !words.In(c.before, shallWords)
			return apart && c.cmp.leading != "至少" && !planned
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-to-reach", Verdict: policy.AsTarget, Says: "没有说是规定的比例的，是目标值",
			Takes: "覆盖率达到〔80〕%。", Leaves: "抽查比例达到〔80〕%。",
		},
		Holds: func(*candidate) bool { return true },
	},
}

// shareOfThings reports whether a floor says how many of some people or things there must be: 「女性委员不少于30%」.
func (c *candidate) shareOfThings() bool {
	floor := c.standing() && !c.planned() && c.cmp.cmp == "≥" && strings.HasPrefix(c.cmp.leading, "不") && c.cmp.near && c.n.unit == ""
	if !floor || strings.HasPrefix(c.tail, "的") || c.besideLike() {
		return false
	}
	of := c.indexName()
	if strings.HasSuffix(of, "的比例") && !strings.Contains(of, "占") || words.Suffix(of, partNouns) != "" && words.In(of, composedBodies) {
		return true // 「使用再生产品的比例」, 「外地专家占比」
	}
	return of != "" && !slices.ContainsFunc([][]string{rateNouns, indexNouns, changeVerbs, weakVerbs, goalVerbs}, func(list []string) bool {
		return words.Suffix(of, list) != ""
	})
}

// ofRate reports whether the share is the value of a rate: 「补贴覆盖率达到30%」.
func (c *candidate) ofRate() bool { return words.Suffix(c.without(reachVerbs), rateEnds) != "" }
