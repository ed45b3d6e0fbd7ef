package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	attractWords = words.Of("attract-words")
	payVerbs     = words.Of("pay-verbs")
	caseWords    = words.Of("case-words")
	eachYear     = words.Remover("each-year-only")
)

// moneyKinds tell an award, price or cap from a sum that is to be reached.
var moneyKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "sum-to-attract", Verdict: policy.AsTarget, Says: "“撬动”“带动”“力争”后的金额是目标值",
			Takes: "撬动银行贷款〔5000〕万元。", Leaves: "投放银行贷款〔5000〕万元。",
		},
		Holds: func(c *candidate) bool {
			return words.Last(c.head, attractWords) > words.Last(c.head, givingVerbs)
		},
	},
	{
		Rule: policy.Rule{
			Name: "sum-set-aside", Verdict: policy.AsTarget, Says: "没有比较词、紧接“安排”“投入”或“安排某某资金”的金额是预算安排，属目标值；前文说到奖补、标准的，要在百万元以上",
			Takes: "市财政每年安排〔30〕万元经费。", Leaves: "按每人每年标准安排〔300〕元经费。",
		},
		Holds: func(c *candidate) bool {
			fund := fundSetAside.MatchString(c.head) && c.total() >= leastTotal
			return c.cmp.cmp == "" && (fund || words.Suffix(c.head, []string{"安排", "投入"}) != "" && !words.In(c.head, awardWords))
		},
	},
	{
		Rule: policy.Rule{
			Name: "sum-paid-out-in-all", Verdict: policy.AsTarget, Says: "“发放”“新增”“安排”后百万元以上的总额是目标值；说到每户、对谁、最高、额度、奖励标准的除外",
			Takes: "发放消费券〔8000〕万元。", Leaves: "每户发放消费券〔8000〕元。",
		},
		Holds: (*candidate).inAll,
	},
	{
		Rule: policy.Rule{
			Name: "sum-on-a-price", Verdict: policy.AsThreshold, Says: "“上浮”“下浮”“优惠”后的金额是规定的幅度",
			Takes: "企业水价上浮〔0.5〕元。", Leaves: "企业利润增长〔0.5〕元。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), priceChanges) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "sum-of-what-is-made", Verdict: policy.AsTarget, Says: "要设立、打造的一个事物的规模是目标值",
			Takes: "设立〔5〕亿元的担保基金。", Leaves: "注入〔5〕亿元的担保资金。",
		},
		Holds: (*candidate).made,
	},
	{
		Rule: policy.Rule{
			Name: "investment-reached", Verdict: policy.AsTarget, Says: "投资、产值、余额等“达到”的金额是目标值，说到奖罚的除外",
			Takes: "贷款余额达到〔50〕亿元。", Leaves: "贷款额度达到〔50〕万元。",
		},
		Holds: func(c *candidate) bool {
			return c.sumReached() && words.In(c.head, investWords) && !c.rewards()
		},
	},
	{
		Rule: policy.Rule{
			Name: "sum-by-a-year", Verdict: policy.AsTarget, Says: "写明年份、“提高”“达到”的标准和金额是目标值，说到奖罚的除外",
			Takes: "到2025年，补助标准提高到〔720〕元。", Leaves: "补助标准提高到〔720〕元。",
		},
		Holds: func(c *candidate) bool {
			return c.planned() && (c.sumReached() || c.sumChanged()) && !c.rewards()
		},
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-sum-to-reach", Verdict: policy.AsTarget, Says: "“其中”所述的金额，总额是目标值，它也是",
			Takes: "设立30亿元的基金，其中天使基金不少于〔5〕亿元。", Leaves: "设立30亿元的基金，天使基金不少于〔5〕亿元。",
		},
		Holds: func(c *candidate) bool { return c.amongThem(policy.Target) },
	},
	{
		Rule: policy.Rule{
			Name: "sum-of-an-award", Verdict: policy.AsThreshold, Says: "句中说到奖补、价格、标准、费用的金额适用于每一件事，是条件",
			Takes: "每户领取〔2000〕元补贴。", Leaves: "村集体收入超过〔2000〕元。",
		},
		Holds: (*candidate).award, // after sum-to-attract to sum-by-a-year, which may speak of awards too
	},
	{
		Rule: policy.Rule{
			Name: "sum-like-the-sum-given-before", Verdict: policy.AsThreshold, Says: "紧接在给予的金额之后、只换了对象的金额也是给予的",
			Takes: "全国首店给予100万元奖励；国内首店60万元；省级首店〔30〕万元。", Leaves: "全国首店投资达到100万元；国内首店60万元；省级首店〔30〕万元。",
		},
		Holds: func(c *candidate) bool {
			return c.rule.Name == sumAfterSum && c.prev.kind == policy.Threshold
		},
	},
	{
		Rule: policy.Rule{
			Name: "sum-right-after-giving", Verdict: policy.AsThreshold, Says: "紧接“支持”“一次性”的金额是给予的金额",
			Takes: "对优胜单位支持〔10〕万元。", Leaves: "为优胜单位募集〔10〕万元。",
		},
		Holds: func(c *candidate) bool { return words.Suffix(c.bare(), givingVerbs) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "standing-bound-on-a-sum", Verdict: policy.AsThreshold, Says: "不写年份、不在目标部分的“不低于”“不超过”是门槛，“每年安排不低于”也是",
			Takes: "注册资金不低于〔1000〕万元。", Leaves: "到2025年，注册资金不低于〔1000〕万元。",
		},
		Holds: func(c *candidate) bool { return c.standing() || c.yearlyFloor() },
	},
	{
		Rule: policy.Rule{
			Name: "cap-on-a-sum", Verdict: policy.AsThreshold, Says: "不写年份的“以下”“以内”是上限，“最高”多少写明年份也是",
			Takes: "单笔金额在〔10〕万元以下。", Leaves: "到2025年，单笔金额在〔10〕万元以下。",
		},
		Holds: func(c *candidate) bool {
			return c.cmp.cmp == "≤" && (c.year == 0 || strings.HasPrefix(c.cmp.leading, "最"))
		},
	},
	{
		Rule: policy.Rule{
			Name: "sum-to-reach", Verdict: policy.AsTarget, Says: "没有说是奖补、价格或限额的金额是目标值",
			Takes: "完成投资〔10〕亿元。", Leaves: "给予补贴〔10〕万元。",
		},
		Holds: func(*candidate) bool { return true },
	},
}

// yearlyFloor reports whether the number is the least for each year: 「每年安排不低于500万元」.
func (c *candidate) yearlyFloor() bool {
	return c.cmp.cmp == "≥" && strings.HasPrefix(c.cmp.leading, "不") && c.year == 0 && !c.scope.goal && c.each()
}

// fundSetAside stands before the total of a fund that a budget provides: 「每年安排奖补资金2000万元」.
var fundSetAside = words.Pattern(`{{fund-verbs}}[^，。；、每对按]{0,12}(?:资金|经费)$`)

// total returns the sum without its magnitude: 20000000 of 2000万元.
func (c *candidate) total() float64 {
	return c.n.value * magnitudeOf(c.t.s[c.n.unitStart:c.n.unitEnd])
}

// leastTotal is from where on a sum, in 元, is paid to many together.
const leastTotal = 1e6

// inAll reports whether the number is a total that is to be paid out, raised or lent, and no sum of one case.
func (c *candidate) inAll() bool {
	near := eachYear.Replace(c.t.text(c.t.clauses[c.clause].prev) + c.head + c.tail)
	if c.yearlyFloor() {
		return false
	}
	total := words.Suffix(c.bare(), payVerbs) != "" || c.ends() && words.In(c.head, payVerbs)
	return total && !words.In(near, caseWords) && !strings.HasSuffix(c.t.text(c.t.clauses[c.clause].prev), "的") && c.total() >= leastTotal
}

// magnitudeOf returns the factor with which a unit begins: 10000 of 万元.
func magnitudeOf(unit string) float64 {
	factor := 1.0
	for {
		w := words.Prefix(unit, magnitudes)
		if w == "" {
			return factor
		}
		for _, r := range w {
			factor *= magnitudeValues[r]
		}
		unit = unit[len(w):]
	}
}

// magnitudeValues are those of the characters of magnitudes.
var magnitudeValues = map[rune]float64{'十': 10, '百': 100, '千': 1000, '万': 1e4, '亿': 1e8}

// sumReached reports whether a verb of reaching governs the sum, also over whom one of it is for:
// 「提高到每人每月720元」.
func (c *candidate) sumReached() bool {
	head := c.bare()
	if c.cmp.leading == "突破" {
		head = c.head // a verb of reaching as well
	}
	return words.Suffix(strings.TrimSuffix(head, words.Suffix(head, perWords)), reachVerbs) != ""
}

// sumChanged reports whether the sum is one by which another changes: 「新增30元」, 「提高缴费标准30元」.
func (c *candidate) sumChanged() bool {
	return words.Suffix(c.bare(), changeVerbs) != "" || strings.HasSuffix(c.bare(), "标准") && words.Last(c.head, changeVerbs) >= 0
}

// rewards reports whether the number's clause or one beside it speaks of a reward or a fine.
func (c *candidate) rewards() bool { return words.In(c.near, []string{"奖", "罚"}) }
