package target

import (
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// evidence returns the rules that are asked about a number that no exclusion left; the first that holds
// takes it or leaves it, and it is left where none does. A number without a unit is asked whether it is
// an index, one in Chinese characters whether it is more than a part of a word; all others first what
// is asked of every number, then what is asked of the group of their unit.
func (c *candidate) evidence() policy.Decisions[*candidate] {
	switch {
	case c.n.group == "":
		return indexEvidence
	case c.n.han && c.n.unit == "":
		return hanEvidence[c.n.group]
	}
	return groupEvidence[c.n.group]
}

// groupEvidence holds the rules by the group of the unit.
var groupEvidence = map[string]policy.Decisions[*candidate]{
	"share":     slices.Concat(commonEvidence, reachEvidence, changeEvidence, shareEvidence),
	"time":      slices.Concat(commonEvidence, durationEvidence),
	"age":       slices.Concat(commonEvidence, reachEvidence, changeEvidence, ageEvidence),
	"money":     slices.Concat(commonEvidence, reachEvidence, changeEvidence, moneyEvidence),
	"magnitude": slices.Concat(commonEvidence, magnitudeEvidence),
	"ratio":     slices.Concat(commonEvidence, reachEvidence, ratioEvidence),
	"times":     slices.Concat(commonEvidence, timesEvidence, rowEvidence),
	"count":     slices.Concat(commonEvidence, reachEvidence, changeEvidence, countEvidence, rowEvidence),
	"people":    slices.Concat(commonEvidence, reachEvidence, changeEvidence, countEvidence, rowEvidence),
	"points":    pointEvidence,
	"size":      slices.Concat(commonEvidence, reachEvidence, changeEvidence, sizeEvidence, countEvidence, rowEvidence),
}

// commonEvidence takes numbers of any unit.
var commonEvidence = slices.Concat(plainEvidence, listEvidence)

// plainEvidence takes numbers beside a word of comparison, in a ranking and in tables of targets.
var plainEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "compared", Verdict: policy.Take, Says: "数字带有“以上”“不少于”“超过”一类比较词",
			Takes: "湿地面积占〔8〕%以上。", Leaves: "湿地面积占〔8〕%。",
		},
		Holds: func(c *candidate) bool { return c.cmp.cmp != "" && c.cmp.cmp != "≈" },
	},
	{
		Rule: policy.Rule{
			Name: "or-so", Verdict: policy.Take, Says: "数字后有“左右”“上下”",
			Takes: "公园〔30〕个左右。", Leaves: "公园约〔30〕个。",
		},
		Holds: func(c *candidate) bool { return c.cmp.cmp == "≈" && c.cmp.after },
	},
	{
		Rule: policy.Rule{
			Name: "ranked", Verdict: policy.Take, Says: "“前”“后”“排名靠前的”之后的数字是名次",
			Takes: "排名前〔30〕位的乡镇通报表扬。", Leaves: "〔30〕位乡镇干部通报表扬。",
		},
		Holds: (*candidate).rank,
	},
	{
		Rule: policy.Rule{
			Name: "line-to-be-kept", Verdict: policy.Take, Says: "“严守”“守住”多少亩“红线”“底线”，是要守住的数量",
			Takes: "坚决守住〔300〕万亩耕地红线。", Leaves: "全面划定〔300〕万亩耕地红线。",
		},
		Holds: (*candidate).keptLine,
	},
	{
		Rule: policy.Rule{
			Name: "amount-of-a-case", Verdict: policy.Take, Says: "“……的，”里的数字，下一分句写明给予什么、怎样处理",
			Takes: "组织团队过夜〔2〕晚的，给予奖励。", Leaves: "组织团队过夜〔2〕晚的，要加强引导。",
		},
		Holds: func(c *candidate) bool {
			return c.ofCase() && words.Prefix(c.nextClause(), caseOutcomes) != "" && words.Suffix(c.head, beforeListed) == ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "cell-of-a-target-table", Verdict: policy.Take, Says: "数字在指标表的目标值一栏里",
			Takes:  "一、主要指标\n序号\n\n指标\n\n目标值\n\n1\n\n绿地率\n\n城区〔35〕%，郊区40%。",
			Leaves: "城区〔35〕%，郊区40%。",
		},
		Holds: func(c *candidate) bool { return c.scope.cell },
	},
}

// planned reports whether the number has a year of its own or stands where one year is planned.
func (c *candidate) planned() bool { return c.year > 0 || c.scope.annual.year > 0 && !c.scope.past }

var (
	keepVerbs = words.Of("keep-verbs")
	keptLines = words.Of("kept-lines")
)

// keptLine reports whether the number is that of a line that is to be kept: 「严守18亿亩耕地红线」.
func (c *candidate) keptLine() bool {
	return words.Last(c.head, keepVerbs) >= 0 && words.Last(c.head, keepVerbs) > words.Last(c.head, listVerbs) && words.In(c.tail, keptLines)
}

var caseOutcomes = words.Of("case-outcomes")

var taskTails = words.Of("task-tails")

// ends reports whether nothing that the number could belong to stands after it.
func (c *candidate) ends() bool {
	return c.tail == "" || endsList(c.tail) || words.Prefix(c.tail, taskTails) != ""
}

// adjacent returns the verb of goals that stands right before the number, or "".
func (c *candidate) adjacent() string {
	if w := words.Suffix(c.bare(), goalVerbs); w != "" {
		return w
	}
	return words.Suffix(c.bare(), weakVerbs)
}

// each reports whether the clause deals the number out: 每个县, 每县.
func (c *candidate) each() bool {
	i := strings.LastIndex(c.head, "每")
	return i >= 0 && eachSpan(c.head[i:])
}

var (
	eachThings = words.Of("each-things")
	eachCounts = words.Of("each-counts")
)

// eachSpan reports whether s begins with 每 and a time or a thing: 每年, 每3～5年, 每个县.
func eachSpan(s string) bool {
	if strings.HasPrefix(s, "每个") {
		return true
	}
	rest := strings.TrimLeft(strings.TrimPrefix(s, "每"), "0123456789-~.至到三四五六七八九十")
	rest = strings.TrimPrefix(rest, "个")
	for _, w := range eachCounts {
		rest = strings.TrimPrefix(rest, w)
	}
	return words.Prefix(strings.TrimPrefix(rest, "个"), eachThings) != ""
}
