package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// sizeNamings name shares, sums, sizes and ages by what follows them.
var sizeNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "age-of-whom", Verdict: policy.AsName, Says: "年龄的名称是其后的人群加“年龄”",
			Takes: "服务〔70〕岁以上的独居老人。", Leaves: "独居老人年龄应在〔70〕岁以上。",
		},
		holds: func(u *nameless) bool { return u.n.group == "age" && u.tail != "" && !endsList(u.tail) },
		name: func(u *nameless) string {
			who, _, _ := strings.Cut(strings.TrimPrefix(u.tail, "的"), "、")
			return u.trimTails(who) + "年龄"
		}, whole: true,
	},
	{ // after age-of-whom: an age singles out too
		Rule: policy.Rule{
			Name: "those-and-their-size", Verdict: policy.AsName, Says: "数字说明哪些对象的，名称是对象加所说的规模、投资等",
			Takes: "将产值〔3〕亿元以上茶企纳入名单。", Leaves: "茶企产值达到〔3〕亿元以上。",
		},
		holds: func(u *nameless) bool { return u.n.group != "time" && u.filters() && u.noun() != "" },
		name:  (*nameless).size, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "size-of-what-is-made", Verdict: policy.AsName, Says: "要设立、打造的事物有多大，名称是事物加“规模”等",
			Takes: "设立规模超〔百亿〕的文旅投资基金。", Leaves: "文旅投资基金规模超〔百亿〕。",
		},
		holds: func(u *nameless) bool { return u.n.group != "time" && u.made() && u.noun() != "" },
		name:  (*nameless).size, whole: true,
	},
	{ // after those-and-their-size and size-of-what-is-made, for shares that single nothing out
		Rule: policy.Rule{
			Name: "share-of-what-is-done", Verdict: policy.AsName, Says: "完成百分之多少的什么，名称是其后的名词",
			Takes: "各县完成〔80〕%以上的危桥改造。", Leaves: "各县危桥改造率达到〔80〕%以上。",
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
	if i := max(words.Last(s, goalVerbs), words.Last(s, oneThing)); i >= 0 {
		s = s[i:]
	}
	if s == "" {
		s = "规模"
	}
	return u.trimVerbs(u.noun()) + s
}
