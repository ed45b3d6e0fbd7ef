package target

import (
	"strings"

	"zhengce/generator/policy"
)

// aloneNamings name a number with no words of its own before it.
var aloneNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "alone-before-its-noun", Verdict: policy.AsName, Says: "数字前没有词语的，名称是其后的名词",
			Takes: "〔90〕%以上村庄的垃圾得到治理。", Leaves: "全市〔90〕%以上村庄的垃圾得到治理。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" && u.noun() != "" },
		name:  func(u *nameless) string { return u.noun() },
	},
	{
		Rule: policy.Rule{
			Name: "condition-of-the-next-clause", Verdict: policy.AsName, Says: "以“的”结束的分句里只有数字的，名称是下一分句所说之事的条件",
			Takes: "满〔3〕年的，依法注销登记。", Leaves: "停业满〔3〕年的，依法注销登记。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" && u.tail == "的" && u.t.clauses[u.clause].next >= 0 },
		name: func(u *nameless) string {
			return strings.TrimPrefix(shortClause(u.t.text(u.t.clauses[u.clause].next)), "依法") + "的条件"
		},
	},
	{ // after alone-before-its-noun and condition-of-the-next-clause, which look at the words after
		Rule: policy.Rule{
			Name: "alone-beside-another", Verdict: policy.AsName, Says: "前后都没有词语的，与同一分句里前一个数字同名",
			Takes: "门诊人次和医疗收入分别增长5万人次、〔2〕亿元。", Leaves: "门诊人次增长5万人次，达到〔2〕亿元。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" && u.besides() },
		name:  func(u *nameless) string { return u.of(u.prev) },
	},
	{ // after alone-beside-another, for all other numbers without words before them
		Rule: policy.Rule{
			Name: "alone-after-what-was-named", Verdict: policy.AsName, Says: "前后都没有词语的，用前文的词语",
			Takes: "主干管网全部改造，达到〔90〕%以上。", Leaves: "主干管网改造率达到〔90〕%以上。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" },
		name:  func(u *nameless) string { return u.context() },
	},
}
