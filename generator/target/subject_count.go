package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	moreOrFewer = words.Of("more-or-fewer")
	doingVerbs  = words.Of("doing-verbs")
)

// countNamings name things that are counted: where they are, then what they are.
var countNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "count-behind-its-thing", Verdict: policy.AsName, Says: "个数后没有名词的，名称是数字前的词语，不含建成、新增等动词",
			Takes: "建成口袋公园〔30〕个。", Leaves: "建成〔30〕个口袋公园。",
		},
		holds: func(u *nameless) bool { return u.bareCount() && u.trimVerbs(u.lead()) != "" },
		name:  func(u *nameless) string { return u.trimVerbs(u.lead()) }, whole: true,
	},
	{ // after count-behind-its-thing: no words stand around the number
		Rule: policy.Rule{
			Name: "count-more-of-the-same", Verdict: policy.AsName, Says: "前后都没有词语的个数，与同一分句里前一个数字同名，加上“新增”“减少”",
			Takes: "新建泵站60座、改造〔30〕座。", Leaves: "新建泵站60座，改造〔30〕座。",
		},
		holds: func(u *nameless) bool { return u.bareCount() && u.besides() },
		name:  func(u *nameless) string { return u.of(u.prev) + words.Suffix(u.lead(), moreOrFewer) }, whole: true,
	},
	{ // after count-more-of-the-same, which knows the number that is meant
		Rule: policy.Rule{
			Name: "count-of-what-was-named", Verdict: policy.AsName, Says: "前后都没有词语的个数，用前文的词语，加上“新增”“减少”",
			Takes: "常住人口达到30万人，累计新增〔2〕万人。", Leaves: "常住人口达到〔30〕万人，累计新增2万人。",
		},
		holds: (*nameless).bareCount,
		name:  func(u *nameless) string { return u.context() + words.Suffix(u.lead(), moreOrFewer) }, whole: true,
	},
	{ // after count-of-what-was-named: a noun follows
		Rule: policy.Rule{
			Name: "count-of-each", Verdict: policy.AsName, Says: "“每年”“每个县”等之后的个数，名称从那里起，接“的”和数字后的名词",
			Takes: "每年评选〔20〕家优质合作社。", Leaves: "逐年评选〔20〕家优质合作社。",
		},
		holds: func(u *nameless) bool {
			i := strings.LastIndex(u.lead(), "每")
			return u.n.counts() && i >= 0 && eachSpan(u.lead()[i:])
		},
		name: func(u *nameless) string { return u.lead() + "的" + u.noun() }, whole: true,
	},
	{ // after count-of-each, which keeps the words before
		Rule: policy.Rule{
			Name: "count-without-its-place", Verdict: policy.AsName, Says: "个数前的词语很长或含建成、新增等动词的，名称只是数字后的名词",
			Takes: "为居民就近提供健康管理和慢病随访新建〔30〕个站点。", Leaves: "全市新建〔30〕个站点。",
		},
		holds: func(u *nameless) bool {
			const long = 10 // characters of a place
			return u.n.counts() && (utf8.RuneCountInString(u.place()) > long || words.In(u.place(), goalVerbs))
		},
		name: (*nameless).counted, whole: true,
	},
	{ // after count-without-its-place, for all other counts
		Rule: policy.Rule{
			Name: "count-with-its-place", Verdict: policy.AsName, Says: "个数的名称是何处加数字后的名词",
			Takes: "全市建设〔30〕个示范站点。", Leaves: "建设示范站点〔30〕个。",
		},
		holds: func(u *nameless) bool { return u.n.counts() },
		name:  func(u *nameless) string { return u.place() + u.counted() }, whole: true,
	},
}

// bareCount reports whether the number is a count that no noun follows.
func (u *nameless) bareCount() bool { return u.n.counts() && u.noun() == "" }

// besides reports whether a number that is set stands before this one in its clause.
func (c *candidate) besides() bool {
	return c.prev != nil && c.prev.accepted && c.prev.clause == c.clause
}

// place returns the words before a count without the verb that orders it.
func (u *nameless) place() string {
	verb := words.Suffix(u.lead(), goalVerbs)
	if verb == "" {
		verb = words.Suffix(u.lead(), weakVerbs)
	}
	return u.trimTails(u.trimVerbs(strings.TrimSuffix(u.lead(), verb)))
}

// counted returns the noun after a count, with what those counted are to do.
func (u *nameless) counted() string { return u.shape(u.noun(), []shaping{whoDo}) }

var whoDo = shaping{
	Rule: policy.Rule{
		Name: "count-of-those-who-do", Verdict: policy.AsName, Says: "个数后的名词接“实施”“开展”“参与”等的，把所做的事移到名词前",
		Takes: "组织〔40〕家医院开展远程会诊。", Leaves: "组织远程会诊〔40〕家医院。",
	},
	shape: func(c *candidate, noun string) string {
		const long = 24 // characters of what they do
		does, ok := strings.CutPrefix(c.tail, noun)
		if !ok || does == "" || !words.In(c.tail, doingVerbs) || utf8.RuneCountInString(does) > long {
			return noun
		}
		return does + "的" + noun
	},
}
