package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var singleThings = words.Of("single-things")

// sizeNamings name shares, sums, sizes and ages by what follows them.
var sizeNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "age-of-whom", Verdict: policy.AsName, Says: "年龄的名称是其后的人群加“年龄”",
			Takes: "服务〔65〕岁以上的老年人。", Leaves: "老年人年龄应在〔65〕岁以上。",
		},
		holds: func(u *nameless) bool { return u.n.group == "age" && u.tail != "" && !endsList(u.tail) },
		name: func(u *nameless) string {
			who, _, _ := strings.Cut(strings.TrimPrefix(u.tail, "的"), "、")
			return u.trimTails(who) + "年龄"
		}, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "size-of-those-meant", Verdict: policy.AsName, Says: "数字说明哪些对象的，名称是对象加所说的规模、投资等",
			Takes: "将投资〔5〕亿元以上项目纳入名单。", Leaves: "项目投资达到〔5〕亿元以上。",
		},
		holds: func(u *nameless) bool { return u.n.group != "time" && u.filters() && u.noun() != "" },
		name:  (*nameless).size, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "size-of-what-is-made", Verdict: policy.AsName, Says: "要设立、打造的事物有多大，名称是事物加“规模”等",
			Takes: "设立规模超〔千亿〕的产业投资基金。", Leaves: "产业投资基金规模超〔千亿〕。",
		},
		holds: func(u *nameless) bool { return u.n.group != "time" && u.made() && u.noun() != "" },
		name:  (*nameless).size, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "share-of-what-is-done", Verdict: policy.AsName, Says: "完成百分之多少的什么，名称是其后的名词",
			Takes: "各县完成〔80〕%以上的园区改造。", Leaves: "各县园区改造率达到〔80〕%以上。",
		},
		holds: func(u *nameless) bool {
			return u.n.group == "share" && strings.HasPrefix(u.tail, "的") && words.Suffix(u.lead(), rateNouns) == "" && u.verb() >= 0 && u.kind == policy.Target
		},
		name: func(u *nameless) string { return u.noun() }, whole: true,
	},
}

// size names the size of those that a number singles out, or of what is to be made: 「投资5亿元以上项目」
// is 项目投资, 「一个百亿元以上的产业」 is 产业规模.
func (u *nameless) size() string {
	s := u.lead()
	if i := max(words.Last(s, goalVerbs), words.Last(s, singleThings)); i >= 0 {
		s = s[i:]
	}
	if s == "" {
		s = "规模"
	}
	return u.trimVerbs(u.noun()) + s
}

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
			Takes: "满〔2〕年的，依法收回土地使用权。", Leaves: "闲置满〔2〕年的，依法收回土地使用权。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" && u.tail == "的" && u.t.clauses[u.clause].next >= 0 },
		name: func(u *nameless) string {
			return strings.TrimPrefix(shortClause(u.t.text(u.t.clauses[u.clause].next)), "依法") + "的条件"
		},
	},
	{
		Rule: policy.Rule{
			Name: "alone-beside-another", Verdict: policy.AsName, Says: "前后都没有词语的，与同一分句里前一个数字同名",
			Takes: "接待游客和旅游收入分别增长2500万人次、〔220〕亿元。", Leaves: "接待游客增长2500万人次，达到〔220〕亿元。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" && u.besides() },
		name:  func(u *nameless) string { return u.of(u.prev) },
	},
	{
		Rule: policy.Rule{
			Name: "alone-after-what-was-named", Verdict: policy.AsName, Says: "前后都没有词语的，用前文的词语",
			Takes: "主干管网全部改造，达到〔90〕%以上。", Leaves: "主干管网改造率达到〔90〕%以上。",
		},
		holds: func(u *nameless) bool { return u.lead() == "" },
		name:  func(u *nameless) string { return u.context() },
	},
}

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
			Takes: "医院预留号源不低于30%，其中专家号源不低于〔10〕%。", Leaves: "医院预留号源不低于30%，专家预约号源不低于〔10〕%。",
		},
		holds: func(u *nameless) bool {
			const short = 6 // characters
			return strings.HasPrefix(u.head, "其中") && utf8.RuneCountInString(u.lead()) < short
		},
		name: func(u *nameless) string { return u.context() + u.lead() },
	},
	{
		Rule: policy.Rule{
			Name: "same-rate-elsewhere", Verdict: policy.AsName, Says: "只说何处的百分数，与同一句里前一个百分数同名，何处写在括号里",
			Takes: "污泥处置率达到90%，东部区域达到〔95〕%。", Leaves: "污泥处置率达到90%，东部区域处置率达到〔95〕%。",
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
	{
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
