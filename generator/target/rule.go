package target

import (
	"slices"

	"zhengce/generator/policy"
)

// A decision asks one question about a candidate.
type decision = policy.Decision[*candidate]

// Rules are the rules of this package, by the question that they answer.
var Rules = []policy.Chapter{
	{
		Name: "exclusion", Title: "哪些数字不算目标或条件",
		About: "先问这一章：有一条成立，这个数字就不算目标，也不算条件，其余各章不再问。",
		Rules: exclusions.Rules(),
	},
	{
		Name: "kind", Title: "目标值还是条件、门槛",
		About: "一个数字要么是要达到的目标值，要么是决定一件事适用与否的条件、门槛。先问这一章，各种数字都问；有一条成立就定了，其后各章不再问。",
		Rules: slices.Concat(plainKinds, filterKinds, conditionKinds, listKinds).Rules(),
	},
	{
		Name: "kind-money", Title: "金额：目标值还是条件、门槛",
		About: "前一章没有定的金额问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: moneyKinds.Rules(),
	},
	{
		Name: "kind-time", Title: "时间：目标值还是时限",
		About: "前面没有定的时间问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: timeKinds.Rules(),
	},
	{
		Name: "kind-share", Title: "百分比、份额：目标值还是条件、门槛",
		About: "前面没有定的百分比和份额问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: shareKinds.Rules(),
	},
	{
		Name: "kind-ratio", Title: "比例（几比几）：目标值还是规定的分法",
		About: "前面没有定的几比几问这一章。",
		Rules: ratioKinds.Rules(),
	},
	{
		Name: "kind-number", Title: "个数、规模：目标值还是条件、门槛",
		About: "前面没有定的个数、长度、面积等问这一章，依次问到有一条成立为止；最后一条说都不成立时怎样。",
		Rules: countKinds.Rules(),
	},
	{
		Name: "kind-joint", Title: "与条件并列的数字",
		About: "一段里的数字都定了以后再问这一章：算作目标值的数字，与后一个条件并列的，改作条件。",
		Rules: jointKinds.Rules(),
	},
	{
		Name: "no-year", Title: "哪些条件不归某一年",
		About: "句中写明了年份，而条件不是为这一年定的：有一条成立，就不记年份。",
		Rules: noYear.Rules(),
	},
}
