package target

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// yearWords are the words around a year.
type yearWords struct {
	before, after string // the latter without 年底 and 年末
}

// How many bytes of them are looked at, four and ten characters.
const (
	beforeYear = 12
	behindYear = 30
)

var (
	untilWords    = words.Of("until-words")
	comparedWords = words.Of("compared-words")
	basisTails    = words.Of("basis-tails")
	goalPointers  = words.Of("goal-pointers")
	goalNames     = words.Of("goal-names")
	sinceTails    = words.Of("since-tails")
	builtBefore   = pattern.MustCompile(`^(?:以)?前[^，。；、0-9]{2,6}的`)
)

// baseYears tell the years that something is compared with.
var baseYears = policy.Decisions[yearWords]{
	{
		Rule: policy.Rule{
			Name: "compared-with-a-year", Verdict: policy.AsName, Says: "“较”“比”“高于”一类词后的年份是比较的基期，“由某年的”也是",
			Takes: "能耗较〔2020〕年下降20%。", Leaves: "能耗到〔2025〕年下降20%。",
		},
		Holds: func(w yearWords) bool {
			start := words.Suffix(w.before, fromWords) != "" && strings.HasPrefix(w.after, "的") // 「由2020年的41%提高到」
			return start || words.Suffix(w.before, comparedWords) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "on-the-basis-of-a-year", Verdict: policy.AsName, Says: "“的基础上”“水平”一类词前的年份是比较的基期",
			Takes: "用量在〔2020〕年的基础上减少50%。", Leaves: "用量在〔2025〕年减少50%。",
		},
		Holds: func(w yearWords) bool { return words.Prefix(w.after, basisTails) != "" },
	},
}

// spanFromYear is the rule on years in which a span of years begins.
const spanFromYear = "first-of-so-many-years"

// sinceYears tell the years in which something begins, or before which it was there. They are asked
// behind baseYears.
var sinceYears = policy.Decisions[yearWords]{
	{
		Rule: policy.Rule{
			Name: spanFromYear, Verdict: policy.AsName, Says: "“某年起几年内”的期限是这几年的最后一年",
			Takes: "〔2022〕年起3年内，新增企业200家。", Leaves: "〔2022〕年起，新增企业200家。",
		},
		Holds: func(w yearWords) bool { return yearsFrom(w.after) > 0 },
	},
	{
		Rule: policy.Rule{
			Name: "built-before-a-year", Verdict: policy.Leave, Says: "“前建成的”一类词前的年份说的是哪些事物，不是期限",
			Takes: "改造〔2000〕年底前建成的小区86个。", Leaves: "〔2025〕年底前建成小区86个。",
		},
		Holds: func(w yearWords) bool { return builtBefore.MatchString(w.after) },
	},
	{
		Rule: policy.Rule{
			Name: "named-by-a-year", Verdict: policy.Leave, Says: "“对照”“实现”“锚定”后的“某年远景目标”“某年议程”是目标的名称，不是期限",
			Takes: "对照实现〔2035〕年远景目标，新增企业200家。", Leaves: "到〔2035〕年远景目标实现时，新增企业200家。",
		},
		Holds: func(w yearWords) bool {
			return words.Suffix(w.before, goalPointers) != "" && words.Prefix(w.after, goalNames) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "beginning-with-a-year", Verdict: policy.Leave, Says: "“起”“以来”“开始”一类词前的年份是起点",
			Takes: "〔2022〕年起，新增企业200家。", Leaves: "〔2022〕年，新增企业200家。",
		},
		Holds: func(w yearWords) bool { return words.Prefix(w.after, sinceTails) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "from-a-year-on", Verdict: policy.Leave, Says: "“自”“从”后的年份是起点",
			Takes: "从〔2022〕年新增企业200家。", Leaves: "到〔2022〕年新增企业200家。",
		},
		Holds: func(w yearWords) bool {
			return strings.HasSuffix(w.before, "自") || strings.HasSuffix(w.before, "从")
		},
	},
}

// spanOfYears follows the year in which a span of years begins: 「2012年起5年内」.
var spanOfYears = words.Pattern(`^起[，]?{{span-leads}}?([0-9]|[一二两三四五六七八九十])年{{span-ends}}`)

// yearsFrom returns how many years from the one before s something takes, or 0.
func yearsFrom(s string) int {
	m := spanOfYears.FindStringSubmatch(s)
	if m == nil {
		return 0
	}
	n, _ := numeral.Parse(m[1])
	return n
}

// readUse reads what the words of s around the year make of it.
func (y *yearMention) readUse(s string) {
	w := yearWords{s[max(0, y.start-beforeYear):y.start], s[y.end:min(len(s), y.end+behindYear)]}
	for _, r := range w.after {
		if !strings.ContainsRune("底末年", r) {
			break
		}
		w.after = w.after[len("年"):]
	}
	if rule, ok := baseYears.First(w); ok {
		y.use, y.rule = yearBase, rule.Name
		return
	}
	rule, ok := sinceYears.First(w)
	if ok && rule.Name == spanFromYear {
		y.year, y.until, y.rule = y.year+yearsFrom(w.after)-1, true, rule.Name
		return
	}
	if ok {
		y.use, y.rule = yearSince, rule.Name
		return
	}
	y.use = yearOf
	y.until = words.Suffix(w.before, untilWords) != "" || strings.HasPrefix(w.after, "前")
	y.built = words.Prefix(strings.TrimPrefix(w.after, "前"), builtWords) != "" && strings.HasPrefix(w.after, "前")
}
