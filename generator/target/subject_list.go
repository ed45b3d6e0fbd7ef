package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var rankingEnds = words.Of("ranking-ends")

// listNamings name the numbers of a list by what stands before its first.
var listNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "member-of-a-list", Verdict: policy.AsName, Says: "几个数字之前分别列出几样事物的，按次序各得其一",
			Takes: "茶叶采摘、加工机械化率分别达到65%和〔55〕%。", Leaves: "茶叶机械化率分别达到65%和〔55〕%。",
		},
		holds: func(u *nameless) bool { return u.listedAfter() && u.n.bound == "" && u.member() != "" },
		name:  (*nameless).member, whole: true,
	},
	{ // after member-of-a-list, which tells the members apart
		Rule: policy.Rule{
			Name: "goes-on-like-the-first", Verdict: policy.AsName, Says: "紧接前一个同类数字的，与那一列的第一个数字同名",
			Takes: "到2025年、2030年，床位分别达到3万张、〔5〕万张的水平。", Leaves: "到2025年、2030年，床位分别达到3万张、护士〔5〕万名。",
		},
		holds: func(u *nameless) bool { return u.listedAfter() },
		name: func(u *nameless) string {
			base, _ := u.base()
			return base
		}, whole: true, asIs: true,
	},
}

// listedAfter reports whether the number follows another of the same kind with nothing between.
func (c *candidate) listedAfter() bool {
	p := c.prev
	if p == nil || !p.accepted || p.n.group != c.n.group {
		return false
	}
	gap := c.t.s[p.cmp.tail:c.n.start]
	return isListGap(gap) || gap == ":" && c.n.group == "ratio"
}

// base returns what the first number of the list is called, and how many numbers of the list stand
// before this one.
func (u *nameless) base() (name string, before int) {
	const most = 30 // numbers of a list
	first := u.candidate
	for first.listedAfter() && before < most {
		first, before = first.prev, before+1
	}
	name = u.of(first)
	for _, stop := range []string{"较", "分别"} {
		if i := strings.Index(name, stop); i > 0 {
			name = name[:i]
		}
	}
	return name, before
}

// member returns the name of a number of a list whose subjects stand before the whole list, or "".
func (u *nameless) member() string {
	const most = 8 // subjects before a list
	base, k := u.base()
	parts := strings.FieldsFunc(strings.ReplaceAll(unbracket(base), "和", "、"), func(r rune) bool { return r == '、' })
	if len(parts) <= k || len(parts) > most {
		return ""
	}
	return base + "（" + parts[k] + "）"
}

// rankNamings name those at the head or end of a ranking.
var rankNamings = []naming{{
	Rule: policy.Rule{
		Name: "those-of-a-ranking", Verdict: policy.AsName, Says: "排名前几、后几的，名称是排名的事物，名次写在括号里",
		Takes: "对前〔20〕位合作社给予奖励。", Leaves: "对〔20〕位以上茶农给予奖励。",
	},
	holds: func(u *nameless) bool { return u.rank() && u.noun() != "" },
	name: func(u *nameless) string {
		return u.noun() + "（" + words.Suffix(u.head, rankingEnds) + u.t.raw(u.n.start, u.n.unitEnd) + "）"
	}, whole: true,
}}
