package target

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	listEnders    = words.Of("list-enders")
	meantJoiners  = words.Of("meant-joiners")
	classVerbs    = words.Of("class-verbs")
	staffedUnits  = words.Of("staffed-units")
	unitSizes     = words.Of("unit-sizes")
	oneThing      = words.Of("one-thing")
	foundingVerbs = words.Of("founding-verbs")
	hasLinks      = words.Of("has-links")
	levelVerbs    = words.Of("level-verbs")
	levelNouns    = words.Of("level-nouns")
)

// filterKinds make conditions of the numbers that say which units are meant: 「比重超过50%的产业集聚区」,
// 「投资5亿元以上项目」. In 「设立规模超千亿的基金」 and 「一个百亿元以上的产业」 the number is the size of what
// is to be made, and in 「80%以上的产业集聚区」 a share of the whole set.
var filterKinds = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "size-of-a-thing-counted", Verdict: policy.AsThreshold, Says: "紧接个数、“的”“规模的”前的第二个数字说明所数之物的大小",
			Takes: "到2025年，建成1所〔12〕个班以上的幼儿园。", Leaves: "到2025年，建成〔12〕个班以上的幼儿园。",
		},
		Holds: func(c *candidate) bool {
			p := c.prev
			return c.n.counts() && c.cmp.after && p != nil && p.accepted && p.cmp.tail == c.n.start && strings.HasPrefix(strings.TrimPrefix(c.tail, "规模"), "的")
		},
	},
	{
		Rule: policy.Rule{
			Name: "award-by-number", Verdict: policy.AsThreshold, Says: "“以上的”后接补贴、减免的个数决定谁能享受",
			Takes: "日均〔300〕单以上的每单补贴0.3元。", Leaves: "日均〔300〕单以上的站点优先推广。",
		},
		Holds: func(c *candidate) bool {
			return c.mayFilter() && c.n.counts() && c.cmp.after && c.year == 0 && strings.HasPrefix(c.tail, "的") && words.In(c.tail, shareAwards)
		},
	},
	{
		Rule: policy.Rule{
			Name: "class-with-a-number-of-its-own", Verdict: policy.AsThreshold, Says: "个数后的名词另有自己的数值时，这个个数只划定类别；动词之后的，那个数值是名词的个数",
			Takes: "〔56〕人以上大班额控制在5%以内。", Leaves: "培训〔56〕人以上，合格率达到95%。",
		},
		Holds: func(c *candidate) bool {
			return c.mayFilter() && c.n.counts() && c.cmp.after && (c.headsClass() || c.classCounted()) && !c.ends() && !strings.HasPrefix(c.tail, "的") && strings.ContainsAny(c.tail, "0123456789")
		},
	},
	{
		Rule: policy.Rule{
			Name: "class-between-two-sizes", Verdict: policy.AsThreshold, Says: "“几至几度”后的事物另有自己的数值时，这个范围只划定类别",
			Takes: "改造〔5—15〕度坡耕地3万亩。", Leaves: "改造〔5—15〕亩坡耕地。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "size" && c.n.ranged && !c.ends() && !words.In(c.tail, shareAwards) && strings.ContainsAny(c.tail, "0123456789")
		},
	},
	{
		Rule: policy.Rule{
			Name: "size-of-those-meant", Verdict: policy.AsThreshold, Says: "“人数”“规模”后、“的”字前的个数，“多少人以上的企业”，说明指哪些单位",
			Takes: "职工人数超过〔100〕人的企业建立工会。", Leaves: "新增职工超过〔100〕人的企业建立工会。",
		},
		Holds: func(c *candidate) bool {
			of, ok := strings.CutPrefix(c.tail, "的")
			ok = ok || c.cmp.after && !c.ends() && words.Suffix(c.bare(), unitSizes) != "" // 「存栏500头以上规模场」
			staffed := c.n.group == "people" && c.cmp.after && c.adjacent() == "" && words.Prefix(of, staffedUnits) != ""
			return c.mayFilter() && c.n.counts() && ok && (staffed || words.Suffix(c.bare(), unitSizes) != "")
		},
	},
	{
		Rule: policy.Rule{
			Name: "class-by-its-people", Verdict: policy.AsThreshold, Says: "“多少人以上的……”前面没有动词的，说明指哪些地方、单位，写明年份的除外",
			Takes: "〔800〕人以上的安置区建立服务中心。", Leaves: "培训〔800〕人以上的安置区居民。",
		},
		Holds: func(c *candidate) bool {
			_, of, ok := strings.Cut(c.tail, "的")
			return c.n.group == "people" && c.cmp.after && c.verb() == 0 && c.year == 0 && ok && of != "" && strings.HasPrefix(c.tail, "的")
		},
	},
	{
		Rule: policy.Rule{
			Name: "class-by-what-it-has", Verdict: policy.AsThreshold, Says: "没有动词、没有年份，“餐位在几个以上的农家乐”“客房达到几间以上的民宿”，说明指哪些单位",
			Takes: "餐位在〔40〕个以上的农家乐安装隔油池。", Leaves: "新增餐位在〔40〕个以上的农家乐安装隔油池。",
		},
		Holds: func(c *candidate) bool {
			has := words.Suffix(c.bare(), hasLinks)
			return c.mayFilter() && c.n.counts() && c.cmp.after && c.year == 0 && strings.HasPrefix(c.tail, "的") && has != "" && has != c.bare() && words.Last(c.without(hasLinks), goalVerbs) < 0
		},
	},
	{
		Rule: policy.Rule{
			Name: "bounds-of-a-class", Verdict: policy.AsThreshold, Says: "两头注明“含”“不含”的范围，没有年份，划定的是类别",
			Takes: "存栏生猪200头（含）至〔500〕头（不含）的养殖户签订协议。", Leaves: "存栏生猪200头至〔500〕头的养殖户签订协议。",
		},
		Holds: func(c *candidate) bool { return c.n.bound != "" && c.year == 0 && !c.scope.goal },
	},
	{
		Rule: policy.Rule{
			Name: "growth-of-those-meant", Verdict: policy.AsThreshold, Says: "“对……增长百分之几的”说明对象是谁",
			Takes: "对产值增长〔10〕%以上的企业给予奖励。", Leaves: "推动产值增长〔10〕%以上的企业做大做强。",
		},
		Holds: func(c *candidate) bool {
			head := c.without(reachVerbs)
			return c.mayFilter() && c.n.group == "share" && words.Suffix(head, changeVerbs) != "" && strings.HasPrefix(c.tail, "的") && strings.HasPrefix(c.head, "对")
		},
	},
	{
		Rule: policy.Rule{
			Name: "rate-of-those-meant", Verdict: policy.AsThreshold, Says: "“占比超过百分之几的”说明指哪些单位",
			Takes: "到2025年，占比超过〔50〕%的园区达到20个。", Leaves: "到2025年，占比超过〔50〕%，园区达到20个。",
		},
		Holds: func(c *candidate) bool {
			head := c.without(reachVerbs)
			rate := words.Suffix(head, rateNouns) != "" || c.cmp.after && strings.HasPrefix(c.tail, "的") && strings.Contains(head, "占")
			return c.mayFilter() && c.n.group == "share" && rate && !endsList(c.tail) && !c.made()
		},
	},
	{
		Rule: policy.Rule{
			Name: "amount-of-those-meant", Verdict: policy.AsThreshold, Says: "数量带比较词，后接“的”或名词，说明指哪些单位、项目",
			Takes: "支持产值超过〔10〕亿元的企业。", Leaves: "支持企业产值超过〔10〕亿元。",
		},
		Holds: func(c *candidate) bool { return c.mayFilter() && c.amount() && !endsList(c.tail) && !c.made() },
	},
	{
		Rule: policy.Rule{
			Name: "amount-in-a-list-of-those-meant", Verdict: policy.AsThreshold, Says: "数量与其他条件并列，后文有“的”或“纳入”“享受”，说明指哪些单位、项目",
			Takes: "将投资〔10〕亿元以上和行业龙头项目纳入储备库。", Leaves: "完成投资〔10〕亿元以上和项目储备。",
		},
		Holds: func(c *candidate) bool {
			return c.mayFilter() && c.amount() && c.year == 0 && words.Prefix(c.tail, meantJoiners) != "" &&
				(strings.Contains(c.tail, "的") || words.In(c.tail, admitWords)) && !c.made()
		},
	},
}

// filters reports whether the number says which units are meant. A time within which something is done, and the age
// of those whose rate follows, say nothing of what stands before.
func (c *candidate) filters() bool {
	if c.cmp.inside || c.n.group == "age" && !strings.HasPrefix(c.tail, "的") {
		return false
	}
	_, ok := filterKinds.First(c)
	return ok
}

// mayFilter reports whether the number bounds something that is named behind it and is no sum that is
// given, 「给予最高50万元以上的奖励」, and no amount of what is to be made: 「形成10万吨以上处置能力」.
func (c *candidate) mayFilter() bool {
	if c.tail == "" || c.cmp.cmp == "" && !c.reached() || words.Suffix(strings.TrimSuffix(c.bare(), "最高"), givingVerbs) != "" {
		return false
	}
	if c.n.group == "money" && words.Suffix(c.bare(), payVerbs) != "" {
		return false // 「提供1亿元以上的担保」
	}
	if c.sizeOfItsOwn() {
		return false
	}
	return c.adjacent() == "" || strings.Contains(c.tail, "的") || words.Suffix(c.tail, amountNouns) == ""
}

// sizeOfItsOwn reports whether the number is the size of what is to be made, 「新建不少于5公里绿道」, or a level that is to be
// brought about, 「提供100Mbps以上接入能力」.
func (c *candidate) sizeOfItsOwn() bool {
	if c.n.group != "size" || strings.Contains(c.tail, "的") {
		return false
	}
	level := words.Suffix(c.bare(), levelVerbs) != "" && words.Suffix(c.tail, levelNouns) != ""
	return level || c.cmp.leading != "" && c.makes()
}

// amount reports whether the number is neither a count nor a share.
func (c *candidate) amount() bool { return !c.n.counts() && c.n.group != "share" }

// headsClass reports whether no verb that makes or finds things governs the number directly.
func (c *candidate) headsClass() bool {
	return c.adjacent() == "" || slices.Contains(classVerbs, c.adjacent())
}

// countedBehind is what a class is called with how many of it there are to be: 「规模养殖场50个」.
var countedBehind = words.Pattern(`^[^、，；和及与并的0-9]{2,}[0-9.]+({{units-count}})$`)

// classCounted reports whether what follows the number is a thing with a count in another unit: 「新增100头以上规模
// 养殖场50个」.
func (c *candidate) classCounted() bool {
	m := countedBehind.FindStringSubmatch(c.tail)
	return m != nil && m[1] != c.t.s[c.n.unitStart:c.n.unitEnd]
}

// endsList reports whether s begins with what ends or continues a list.
func endsList(s string) bool { return words.Prefix(s, listEnders) != "" }

// made reports whether the number is the size of one thing that is to be made.
func (c *candidate) made() bool {
	head := unbracket(c.head)
	for _, one := range oneThing {
		if i := strings.LastIndex(head, one); i >= 0 {
			return words.Last(head[:i], goalVerbs) >= 0 || words.Suffix(head[:i], weakVerbs) != ""
		}
	}
	i := words.Last(head, foundingVerbs)
	return i >= 0 && i >= words.Last(head, listVerbs)
}
