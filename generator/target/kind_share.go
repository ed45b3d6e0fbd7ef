package target

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	boundNames    = words.Of("bound-names")
	allowWords    = words.Of("allow-words")
	welfareWords  = words.Of("welfare-words")
	changedAwards = words.Of("changed-awards")
)

// shareKinds tell a share that the document prescribes from one that is to be reached.
var shareKinds = slices.Concat(awardShares, plainShares, likeShares, prescribedShares, boundShares)

// awardShares are those of an award, in whatever year.
var awardShares = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "share-that-is-given", Verdict: policy.AsThreshold, Says: "后接“给予”“补助”的比例是给予的比例，写明年份也是",
			Takes: "2022年，按设备购置额的〔10〕%给予补助。", Leaves: "2022年，设备购置额增长〔10〕%。",
		},
		Holds: func(c *candidate) bool { return words.Prefix(c.tail, givenTails) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "share-as-standard-of-an-award", Verdict: policy.AsThreshold, Says: "补贴、减免的“标准为”多少，写明年份也是给予的比例",
			Takes: "2022年见习补贴标准为最低工资的〔80〕%。", Leaves: "2022年见习岗位标准为最低要求的〔80〕%。",
		},
		Holds: func(c *candidate) bool {
			return strings.Contains(c.bare(), "标准为") && words.In(c.bare(), shareAwards)
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-by-which-an-award-changes", Verdict: policy.AsThreshold, Says: "奖励、补贴、标准“提高”“上浮”的比例是给予的比例，写明年份也是",
			Takes: "2022年，补贴标准提高〔10〕%。", Leaves: "2022年，补贴人数提高〔10〕%。",
		},
		Holds: func(c *candidate) bool {
			welfare := c.planned() && words.In(c.head, welfareWords) // 「低保标准提高4%」 is a goal of the year
			return !welfare && (c.changesAward(changeVerbs) || c.changesAward(reachVerbs))
		},
	},
}

// plainShares are told by their year, by the share that they are a part of, or by a name of a bound.
var plainShares = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "share-in-principle", Verdict: policy.AsThreshold, Says: "“原则上”不低于、不超过的比例是规定的，写明年份也是",
			Takes: "2022年，居民出资原则上不少于总费用的〔5〕%。", Leaves: "2022年，居民出资不少于总费用的〔5〕%。",
		},
		Holds: func(c *candidate) bool {
			return strings.Contains(c.head, "原则上") && strings.HasPrefix(c.cmp.leading, "不")
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-by-a-year", Verdict: policy.AsTarget, Says: "写明年份的比例是目标值",
			Takes: "到2025年，建设用地预留〔30〕%。", Leaves: "建设用地预留〔30〕%。",
		},
		Holds: func(c *candidate) bool { return c.year > 0 }, // of what awardShares leave
	},
	{
		Rule: policy.Rule{
			Name: "share-halved", Verdict: policy.AsThreshold, Says: "“减半”是规定的减免",
			Takes: "失业保险费率〔减半〕。", Leaves: "失业保险费率下降〔一半〕。",
		},
		Holds: func(c *candidate) bool { return c.t.raw(c.n.start, c.n.end) == "减半" },
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-share-prescribed", Verdict: policy.AsThreshold, Says: "“其中”所述的比例，总比例是规定的，它也是",
			Takes: "预留30%的号源，其中专家号源达到〔20〕%。", Leaves: "预留30%的号源，专家号源达到〔20〕%。",
		},
		Holds: func(c *candidate) bool { return c.amongThem(policy.Threshold) },
	},
	{
		Rule: policy.Rule{
			Name: "part-of-a-share-to-reach", Verdict: policy.AsTarget, Says: "“其中”所述的比例，总比例是目标值，它也是",
			Takes: "绿色建筑占比达到70%，其中装配式建筑应当达到〔30〕%。", Leaves: "绿色建筑占比达到70%，装配式建筑应当达到〔30〕%。",
		},
		Holds: func(c *candidate) bool { return c.amongThem(policy.Target) },
	},
	{
		Rule: policy.Rule{
			Name: "share-that-is-allowed", Verdict: policy.AsThreshold, Says: "“可”“允许”达到或降到的比例是许可的限度",
			Takes: "利用率可降低至〔90〕%。", Leaves: "利用率降低至〔90〕%。",
		},
		Holds: func(c *candidate) bool {
			return words.Suffix(c.without(reachVerbs), allowWords) != "" || words.Suffix(c.without(changeVerbs), allowWords) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "share-named-as-a-bound", Verdict: policy.AsThreshold, Says: "称为最低、最高、上限、下限的比例是规定的限度",
			Takes: "最低首付比例降至〔15〕%。", Leaves: "平均首付比例降至〔15〕%。",
		},
		Holds: func(c *candidate) bool { return words.In(c.bare(), boundNames) },
	},
}

// changesAward reports whether one of the verbs stands between an award and the share: 「奖励标准上浮50%」,
// 「补贴标准提高到100%」.
func (c *candidate) changesAward(verbs []string) bool {
	verb := words.Suffix(c.bare(), verbs)
	return verb != "" && words.Suffix(strings.TrimSuffix(c.bare(), verb), changedAwards) != ""
}

// without returns the words before the number without one of the verbs right before it.
func (c *candidate) without(verbs []string) string {
	return strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), verbs))
}
