package target

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// exclusions tell the numbers that are none of the paper's targets or thresholds, whatever else
// stands around them.
var exclusions = slices.Concat(gluedExclusions, stepExclusions, noteExclusions, listExclusions, nameExclusions, horizonExclusions, pastExclusions)

var (
	fromWords       = words.Of("from-words")
	noteWords       = words.Of("note-words")
	scoreWords      = words.Of("score-words")
	stepVerbs       = words.Of("step-verbs")
	ordinaryWeights = words.Remover("ordinary-weights")
	stepLeads       = words.Of("step-leads")
)

// stepExclusions leave numbers by which others are counted and those that something comes from.
var stepExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "step-of-a-rate", Verdict: policy.Leave, Says: "“每”加升降、引进一类动词之后的数字是费率的步长",
			Takes: "达到每新招用〔1〕人，奖励2000元。", Leaves: "达到每新招用1人，奖励〔2000〕元。",
		},
		Holds: (*candidate).perChange,
	},
	{
		Rule: policy.Rule{
			Name: "per-each", Verdict: policy.Leave, Says: "紧跟在“每”“每隔”后的数字是计数的单位",
			Takes: "到2025年，达到每〔3〕个以上乡镇建成1所卫生院。", Leaves: "到2025年，达到每3个以上乡镇建成〔1〕所卫生院。",
		},
		Holds: func(c *candidate) bool {
			return strings.HasSuffix(c.bare(), "每") || strings.HasSuffix(c.bare(), "每隔")
		},
	},
	{
		Rule: policy.Rule{
			Name: "factor-of-a-formula", Verdict: policy.Leave, Says: "乘号、等号后的数字是算式的一项",
			Takes: "补助金额（人数×〔500〕元以上）。", Leaves: "给予补助〔500〕元以上。",
		},
		Holds: func(c *candidate) bool { return strings.HasSuffix(c.head, "×") || strings.HasSuffix(c.head, "=") },
	},
	{
		Rule: policy.Rule{
			Name: "starting-from", Verdict: policy.Leave, Says: "“由”“从”后、升降动词前的数字是起点，不是目标",
			Takes: "办理时限由〔20〕个工作日以内压缩至5个工作日以内。", Leaves: "办理时限由20个工作日以内压缩至〔5〕个工作日以内。",
		},
		Holds: func(c *candidate) bool {
			return words.Suffix(c.beforeStart(), fromWords) != "" && (words.Prefix(c.tail, reachVerbs) != "" || words.Prefix(c.tail, changeVerbs) != "")
		},
	},
}

// beforeStart returns the words before the number without those that say whose or of when the start is: 「由目前的41%」,
// 「从2020年的41%」.
func (c *candidate) beforeStart() string {
	s := strings.TrimSuffix(c.bare(), words.Suffix(c.bare(), perWords))
	return startTimes.ReplaceAllString(s, "")
}

var startTimes = words.Pattern(`(?:每\p{Han}{1,2}|(?:{{start-times}}|(?:19|20)[0-9]{2}年底?)的?)$`)

// longestStep is how many characters stand between 每 and the step of a rate at most: 「每连续参保1年」.
const longestStep = 6

// steps reports whether the words between 每 and the number are a verb alone, or what follows says what each
// step gives.
func (c *candidate) steps(verb string) bool {
	return words.Suffix(verb, stepVerbs) == verb || c.cmp.cmp == "" && c.tail == "" && c.nextClause() != ""
}

// perChange reports whether the number is the step of a rate: 「每升高1微克，扣20万元」, 「每新招用1人」.
func (c *candidate) perChange() bool {
	i := strings.LastIndex(c.head, "每")
	if i < 0 || c.cmp.after {
		return false
	}
	verb := c.head[i+len("每"):]
	for _, w := range stepLeads {
		verb = strings.TrimPrefix(verb, w)
	}
	return verb != "" && words.Prefix(verb, stepVerbs) != "" && utf8.RuneCountInString(verb) <= longestStep && c.steps(verb)
}

// noteExclusions leave numbers of formulas, of brackets that only explain, and of assessment schemes.
var noteExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "in-a-formula", Verdict: policy.Leave, Says: "句中有等号、乘号、除号的数字属于算式",
			Takes: "奖励金额＝实际投资额达到〔500〕万元部分×费率。", Leaves: "实际投资额达到〔500〕万元。",
		},
		Holds: func(c *candidate) bool {
			return c.depth() == 0 && strings.ContainsAny(unbracket(c.head+c.tail), "=×÷")
		},
	},
	{
		Rule: policy.Rule{
			Name: "in-a-note", Verdict: policy.Leave, Says: "以“含”“指”“即”等开头的括号只作说明",
			Takes: "实际利用外资3000万美元以上（含〔3000〕万美元以上的增资）的项目。", Leaves: "实际利用外资〔3000〕万美元以上（含3000万美元）的项目。",
		},
		Holds: func(c *candidate) bool { return c.depth() > 0 && words.Prefix(c.bracket(), noteWords) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "count-in-brackets", Verdict: policy.Leave, Says: "括号里没有比较词的个数只是列举，把括号前的个数分开来说的除外",
			Takes: "到2025年，建成园区（省级达到〔20〕个）。", Leaves: "到2025年，建成园区（省级达到〔20〕个以上）。",
		},
		Holds: func(c *candidate) bool {
			return c.depth() > 0 && c.cmp.cmp == "" && c.n.counts() && !c.breaksDown()
		},
	},
	{
		Rule: policy.Rule{
			Name: "score", Verdict: policy.Leave, Says: "评分办法中的分值、权重不是目标，名次除外",
			Takes: "城镇化率权重提高〔20〕%。", Leaves: "城镇化率提高〔20〕%。",
		},
		Holds: func(c *candidate) bool {
			given := words.Suffix(c.bare(), givingVerbs) != "" // 「得分95分以上的，再奖励10%」
			return !c.rank() && !given && words.In(ordinaryWeights.Replace(c.scoreText()), scoreWords)
		},
	},
}

// breaksDown reports whether the number is a part of a count that is set: 「4个项目（居住建筑1个、公共建筑1个）」.
// It goes on in its bracket from one that is such a part, or opens the bracket behind the count and its thing.
func (c *candidate) breaksDown() bool {
	p := c.prev
	if c.followsCondition() {
		p = p.prev // 「新建25个（其中10公顷以上3个）」
	}
	if p == nil || !p.accepted || p.n.group != c.n.group || !c.standsAlone() {
		return false
	}
	if inside, before := c.depth(), p.depth(); inside == before {
		return c.bracket() == p.bracket()
	} else if inside != before+1 {
		return false
	}
	opening := strings.LastIndex(c.t.s[p.cmp.tail:c.n.start], "（") + p.cmp.tail
	return opening >= p.cmp.tail && !strings.ContainsAny(c.t.s[p.cmp.tail:opening], "，；。（")
}

// depth returns the number of brackets open around the number.
func (c *candidate) depth() int { return c.t.clauses[c.clause].depth }

// bracket returns the first clause of the bracket that the number stands in.
func (c *candidate) bracket() string {
	const most = 20 // clauses that are gone back
	clause := c.t.clauses[c.clause]
	for hops := 0; clause.prev >= 0 && hops < most; hops++ {
		clause = c.t.clauses[clause.prev]
	}
	return c.t.s[clause.start:clause.end]
}

// scoreText returns where words of a scheme are looked for: in the clause alone for a number that has a
// comparator of its own, or counts things, days or money, else also in the clauses beside it.
func (c *candidate) scoreText() string {
	if c.cmp.leading != "" || c.n.counts() || c.n.group == "time" || c.n.group == "money" {
		return c.head + c.tail
	}
	return c.near
}
