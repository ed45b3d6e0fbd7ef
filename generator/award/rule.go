package award

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// Rules are the rules of this package, by the question that they answer.
var Rules = []policy.Chapter{
	{
		Name: "award-none", Title: "哪些金额不是给企业和个人的奖补",
		About: "对每一个算作条件、门槛的金额和比例依次问：有一条成立，就不是奖补。",
		Rules: noneRules.Rules(),
	},
	{
		Name: "award", Title: "哪些金额是给企业和个人的奖补",
		About: "对其余的金额和比例依次问：有一条成立，就是奖补；都不成立的不是。同一句话里的几个数合为一项。",
		Rules: takeRules.Rules(),
	},
}

// before is what may stand before the verb of an award: 省级分别给予.
const before = `(?:{{award-adverbs}})*`

// figures are figures of a list before the last one: 50万元、30万元和.
const figures = `(?:[\d.]+(?:万|亿)?元?[、，,和或及至—-]+)*`

var (
	gifts      = words.Pattern(`{{award-gifts}}`)
	giving     = words.Pattern(before + `(?:按|{{award-verbs}})`)
	gifted     = words.Pattern(before + `{{award-gifts}}`)
	shared     = words.Pattern(`^(?:的?(?:标准|比例))?[，,](?:由[^，。；]{1,10})?{{award-verbs}}`)
	leads      = words.Pattern(`^(?:（[^（）]{1,4}）|[①-⑳]|\d{1,2}[.．、])?(?:(?:[一二三四五六七八九]是)?{{award-openings}})?`)
	toGovern   = words.Pattern(`{{award-datives}}[^，。；]{0,24}?{{award-governments}}(?:（[^（）]{1,8}）)?(?:财政)?(?:{{award-adverbs}})*(?:{{award-verbs}}|{{award-gifts}})`)
	condition  = words.Pattern(`^(?:（[^（）]*）)?(?:{{award-bounds}}(?:的?$|[^，。；]{0,20}?{{award-verbs}}|的?[^，。；]{0,8}?{{award-holders}})|的[^，。；]{0,8}?{{award-holders}}|的$)`)
	named      = words.Pattern(`^[^，。；]{0,18}?{{award-gifts}}`)
	behind     = words.Pattern(`{{award-gifts}}[^，。；、]{0,12}?` + figures + `$`)
	verbBehind = words.Pattern(`{{award-verbs}}[^，。；、]{0,12}?` + figures + `$`)
	whole      = words.Pattern(`{{award-gifts}}{{award-wholes}}的$`)
	giftWords  = words.Of("award-gifts")
	charges    = words.Of("award-charges")
	earned     = words.Of("award-earned")
	bases      = words.Of("award-bases")
	loans      = words.Of("award-loans")
	limits     = words.Of("award-limits")
)

// noneRules tell which figures are no award, though a word of giving may stand beside them.
var noneRules = policy.Decisions[*sum]{
	{
		Rule: policy.Rule{
			Name: "award-is-a-charge", Verdict: policy.Leave, Says: "本小句说的是罚款、收取、保证金一类",
			Takes: "对举报人给予奖励，对违规商户给予〔5〕万元罚款。", Leaves: "对举报人给予奖励，对守信商户给予〔5〕万元。",
		},
		Holds: func(s *sum) bool { return words.In(s.clause+s.tail, charges) },
	},
	{
		Rule: policy.Rule{
			Name: "award-has-to-be-earned", Verdict: policy.Leave, Says: "紧接在“达到”“新增”“投资”一类词后面，或者后面是“以上的”，说的是要具备的条件",
			Takes: "对商户每新增投资〔100〕万元给予补贴5万元。", Leaves: "对商户按新增投资额〔10〕%给予补贴。",
		},
		Holds: func(s *sum) bool {
			if words.Suffix(s.clause, limits) == "" && (words.Suffix(s.clause, earned) != "" || isMoney(s.at.Unit) && words.Suffix(s.clause, bases) != "") {
				return true
			}
			at := condition.FindStringIndex(s.tail)
			return at != nil && words.Prefix(s.tail[at[1]:], giftWords) == ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "award-to-a-government", Verdict: policy.Leave, Says: "给的是县、市、乡镇等政府",
			Takes: "对先进县区给予奖励〔500〕万元。", Leaves: "对先进商户给予奖励〔500〕万元。",
		},
		Holds: func(s *sum) bool { return toGovern.MatchString(s.before) },
	},
	{
		Rule: policy.Rule{
			Name: "award-has-to-be-paid-back", Verdict: policy.Leave, Says: "是贷款、授信、担保的额度",
			Takes: "落实补贴政策，给予商户最高〔50〕万元贷款。", Leaves: "落实补贴政策，给予商户最高〔50〕万元贷款贴息。",
		},
		Holds: func(s *sum) bool {
			return words.Prefix(strings.TrimLeft(s.tail, "的"), loans) != "" && !gifts.MatchString(s.tail)
		},
	},
	{
		Rule: policy.Rule{
			Name: "award-in-parts", Verdict: policy.Leave, Says: "是奖补金额分几次拨付的比例",
			Takes: "商户开业后拨付补贴额的〔50〕%。", Leaves: "商户开业后按租金的〔50〕%补贴。",
		},
		Holds: func(s *sum) bool { return isShare(s.at.Unit) && whole.MatchString(s.clause) },
	},
}

// takeRules tell which of the other figures are awards.
var takeRules = policy.Decisions[*sum]{
	{
		Rule: policy.Rule{
			Name: "award-with-its-name", Verdict: policy.Take, Says: "数后面紧接着写“奖励”“补助”“补贴”“贴息”等",
			Takes: "每个摊位按〔300〕元的标准发给补助。", Leaves: "每个摊位按〔300〕元的标准收费。",
		},
		Holds: func(s *sum) bool { return named.MatchString(s.tail) },
	},
	{
		Rule: policy.Rule{
			Name: "award-behind-its-name", Verdict: policy.Take, Says: "数前面紧接着写“奖励”“补助”“补贴”“贴息”等",
			Takes: "每个摊位补助〔300〕元。", Leaves: "每个摊位租金〔300〕元。",
		},
		Holds: func(s *sum) bool { return behind.MatchString(s.clause) },
	},
	{ // after award-with-its-name, award-behind-its-name: the name stands elsewhere in the sentence
		Rule: policy.Rule{
			Name: "award-behind-a-verb", Verdict: policy.Take, Says: "数前面紧接着写“给予”“发放”，本句前面写了奖补的名称",
			Takes: "实行奖补，对新开业的商户给予〔3〕万元。", Leaves: "实行授信，对新开业的商户给予〔3〕万元。",
		},
		Holds: func(s *sum) bool { return verbBehind.MatchString(s.clause) && gifts.MatchString(s.before) },
	},
	{ // after award-behind-its-name
		Rule: policy.Rule{
			Name: "award-up-to", Verdict: policy.Take, Says: "本句前面写了奖补的名称，这里写最高、不超过多少",
			Takes: "对商户贷款给予贴息，每户不超过〔2〕万元。", Leaves: "对商户贷款给予担保，每户不超过〔2〕万元。",
		},
		Holds: func(s *sum) bool {
			return words.In(s.clause, limits) && gifts.MatchString(s.before) && s.clause != s.before
		},
	},
}
