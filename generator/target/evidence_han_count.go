package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	hanWordTails = words.Of("han-word-tails")
	sizeHeads    = words.Of("size-heads")
)

// hanMany is from where on a number in Chinese characters counts beside its verb alone: 「创建百家…、千家…」.
const hanMany = 10

// hanCounts take how many things or people there are to be: 「突出发展一个百亿元以上的…产业」, 「每个乡镇建成一所」.
var hanCounts = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "han-ranked", Verdict: policy.Take, Says: "“前”“后”“末”之后的汉字数目是名次",
			Takes: "对排名前〔三〕名通报表扬。", Leaves: "对参赛的〔三〕名通报表扬。",
		},
		Holds: (*candidate).rank,
	},
	{
		Rule: policy.Rule{
			Name: "han-may-have-so-many", Verdict: policy.Take, Says: "汉字数目紧跟在“限报”“可申请”等词后",
			Takes: "限报〔两〕项。", Leaves: "上报〔两〕项。",
		},
		Holds: (*candidate).may,
	},
	{
		Rule: policy.Rule{
			Name: "han-without-a-verb", Verdict: policy.Leave, Says: "前面没有“建设”“培育”一类动词的汉字数目不是目标",
			Takes: "到2025年，每个村〔一〕个卫生室。", Leaves: "到2025年，每个村建设〔一〕个卫生室。",
		},
		Holds: func(c *candidate) bool { return c.verb() <= 0 },
	},
	{
		Rule: policy.Rule{
			Name: "han-in-a-saying", Verdict: policy.Leave, Says: "“引进一个、带动一批”一类说法里的数目不是目标",
			Takes: "每个县打造〔一〕个、带动一批。", Leaves: "每个县打造〔一〕个龙头、带动一批。",
		},
		Holds: func(c *candidate) bool { return words.Prefix(c.tail, hanWordTails) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "han-without-a-thing", Verdict: policy.Leave, Says: "汉字数目后没有所计事物，也没有“每县”“每村”",
			Takes: "到2025年，培育〔三〕家。", Leaves: "到2025年，培育〔三〕家龙头企业。",
		},
		Holds: func(c *candidate) bool { return c.tail == "" && !c.each() },
	},
	{ // after han-without-a-verb, as all that follow
		Rule: policy.Rule{
			Name: "han-compared-from-afar", Verdict: policy.Take, Says: "动词前有“至少”“最多”一类比较词",
			Takes: "至少培育〔一〕家龙头企业。", Leaves: "着力培育〔一〕家龙头企业。",
		},
		Holds: func(c *candidate) bool { return c.cmp.cmp != "" },
	},
	{
		Rule: policy.Rule{
			Name: "han-many", Verdict: policy.Take, Says: "十以上的汉字数目紧跟在“创建”“培育”一类动词后",
			Takes: "创建〔百〕家示范工厂。", Leaves: "创建一流的〔百〕家示范工厂。",
		},
		Holds: func(c *candidate) bool { return c.n.value >= hanMany && c.adjacent() != "" },
	},
	{
		Rule: policy.Rule{
			Name: "han-many-listed", Verdict: policy.Take, Says: "十以上的汉字数目与前面已算作目标的汉字数目并列",
			Takes: "创建百家绿色工厂、〔千〕家绿色园区。", Leaves: "创建百家绿色工厂带动〔千〕家绿色园区。",
		},
		Holds: func(c *candidate) bool { return c.n.value >= hanMany && c.listedHan() },
	},
	{
		Rule: policy.Rule{
			Name: "han-for-each", Verdict: policy.Take, Says: "小句里有“每县”“每村”等词，汉字数目紧跟在动词后",
			Takes: "每个县建成〔一〕所养老院。", Leaves: "各县建成〔一〕所养老院。",
		},
		Holds: func(c *candidate) bool { return c.each() && c.adjacent() != "" },
	},
	{
		Rule: policy.Rule{
			Name: "han-for-each-by-a-year", Verdict: policy.Take, Says: "小句里有“每县”“每村”等词，十以下的汉字数目有年份",
			Takes: "到2025年，每个县建设好〔一〕所养老院。", Leaves: "每个县建设好〔一〕所养老院。",
		},
		Holds: func(c *candidate) bool { return c.n.value < hanMany && c.each() && c.year > 0 },
	},
	{
		Rule: policy.Rule{
			Name: "han-by-a-year", Verdict: policy.Take, Says: "二以上的汉字数目紧跟在动词后，有年份",
			Takes: "到2025年，建成〔三〕所学校。", Leaves: "建成〔三〕所学校。",
		},
		Holds: func(c *candidate) bool { return c.n.value >= 2 && c.adjacent() != "" && c.year > 0 },
	},
	{
		Rule: policy.Rule{
			Name: "han-one-of-a-size", Verdict: policy.Take, Says: "“一个”后写明所建事物的规模",
			Takes: "突出发展〔一〕个百亿元以上的产业。", Leaves: "突出发展〔一〕个百亿元的产业。",
		},
		Holds: func(c *candidate) bool { return c.n.value < 2 && !c.each() && c.sized() },
	},
}

// listedHan reports whether the number goes on with a list whose first number is set and in characters too.
func (c *candidate) listedHan() bool {
	return c.listed() && c.prev.n.han && words.Suffix(c.head, []string{"、", "和"}) != ""
}

// sizedReach is how many bytes behind the unit the size of the thing counted is looked for.
const sizedReach = 60

// sized reports whether the thing counted has a size set with a comparator: 一个百亿元以上的.
func (c *candidate) sized() bool {
	rest := c.t.s[c.n.unitEnd:min(len(c.t.s), c.n.unitEnd+sizedReach)]
	for _, w := range sizeHeads {
		rest = strings.TrimPrefix(rest, w)
	}
	_, end, _ := readBare(rest, 0)
	if end == 0 {
		return false
	}
	unit, _, _, length, _ := readUnit(rest[end:])
	return unit != "" && strings.HasPrefix(rest[end+length:], "以上")
}
