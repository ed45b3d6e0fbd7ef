package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// leadNamings name a number by the words before it. Those of aloneNamings have named it where there are
// none.
var leadNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "share-of-what-was-named", Verdict: policy.AsName, Says: "“占……”的名称由前文的词语开头",
			Takes: "全市林业产值达到9亿元，占全省的〔3〕%以上。", Leaves: "全市林业产值占全省的〔3〕%以上。",
		},
		holds: func(u *nameless) bool { return strings.HasPrefix(u.lead(), "占") },
		name:  func(u *nameless) string { return u.context() + u.lead() },
	},
	{
		Rule: policy.Rule{
			Name: "part-of-what-was-named", Verdict: policy.AsName, Says: "“其中”之后不足六字的名称，由前文的词语开头",
			Takes: "学校预留学位不低于30%，其中寄宿学位不低于〔10〕%。", Leaves: "学校预留学位不低于30%，寄宿生预留学位不低于〔10〕%。",
		},
		holds: func(u *nameless) bool {
			const short = 6 // characters
			return strings.HasPrefix(u.head, "其中") && !u.besides() && utf8.RuneCountInString(u.lead()) < short
		},
		name: func(u *nameless) string { return u.context() + u.lead() },
	},
	{ // after part-of-what-was-named: 其中 brings in no other place
		Rule: policy.Rule{
			Name: "same-rate-elsewhere", Verdict: policy.AsName, Says: "只说何处的百分数，与同一句里前一个百分数同名，何处写在括号里",
			Takes: "垃圾分类率达到90%，东部片区达到〔95〕%。", Leaves: "垃圾分类率达到90%，东部片区回收率达到〔95〕%。",
		},
		holds: (*nameless).sameRate,
		name:  func(u *nameless) string { return u.of(u.prev) + "（" + u.lead() + "）" },
	},
	{
		Rule: policy.Rule{
			Name: "verb-before-its-noun", Verdict: policy.AsName, Says: "数字前只有动词的，名称是其后的名词",
			Takes: "改造〔50〕万亩低产农田。", Leaves: "低产农田改造〔50〕万亩。",
		},
		holds: func(u *nameless) bool {
			return words.Suffix(u.lead(), goalVerbs) == u.lead() || words.Suffix(u.lead(), weakVerbs) == u.lead()
		},
		name: func(u *nameless) string { return u.noun() },
	},
	{ // after verb-before-its-noun, for all other numbers
		Rule: policy.Rule{
			Name: "words-before", Verdict: policy.AsName, Says: "其余的名称是数字前的词语",
			Takes: "全市就诊率达到〔90〕%。", Leaves: "全市建设〔30〕个示范站点。",
		},
		holds: func(*nameless) bool { return true },
		name:  func(u *nameless) string { return u.lead() },
	},
}

// sameRate reports whether the rate is that of the number before it, for what the words before it name:
// 「处置率达到90%，京津冀区域达到95%」.
func (u *nameless) sameRate() bool {
	const short = 8 // characters of 京津冀区域
	return u.speaksOn() && u.prev.clause != u.clause && u.n.group == "share" && u.prev.n.group == "share" && u.tail == "" &&
		utf8.RuneCountInString(u.lead()) < short && words.Suffix(u.lead(), rateNouns) == "" && words.Suffix(u.lead(), changeVerbs) == ""
}
