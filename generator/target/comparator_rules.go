package target

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	markWords    = words.Of("mark-words")
	fallingShort = words.Of("falling-short")
	passingBy    = words.Of("passing-by")
	lastingDeeds = words.Of("lasting-deeds")
)

// A comparing asks which comparator a number has.
type comparing struct {
	n      *number
	head   string     // the clause between the number before it and the number
	before string     // the clause before that
	rest   string     // the sentence behind its unit
	answer comparator // left by the rule that holds
}

// comparatorRules tell which comparator a number has.
var comparatorRules = policy.Decisions[*comparing]{
	{
		Rule: policy.Rule{
			Name: "bound-of-a-range", Verdict: policy.AsName, Says: "“甲至乙”两头各有单位或各注“含”“不含”的，前一个是下限，后一个是上限",
			Takes: "研发投入5000万元（含）至〔1〕亿元（不含）的企业可以申报。", Leaves: "研发投入5000万元至〔6000〕万元的企业可以申报。",
		},
		Holds: func(q *comparing) bool {
			q.answer.tail += q.n.note
			return q.is(q.n.bound, "", false)
		},
	},
	{
		Rule: policy.Rule{
			Name: "comparator-behind", Verdict: policy.AsName, Says: "“以上”“以下”“左右”一类词紧跟在数字、单位之后，就是它的比较词",
			Takes: "培训〔1000〕人以上。", Leaves: "培训〔1000〕人。",
		},
		Holds: (*comparing).behind,
	},
	{
		Rule: policy.Rule{
			Name: "comparator-before", Verdict: policy.AsName, Says: "“突破”“不低于”“约”一类词紧靠在数字之前，就是它的比较词",
			Takes: "比重突破〔60〕%。", Leaves: "比重达到〔60〕%。",
		},
		Holds: func(q *comparing) bool {
			w := longestComparator(q.head, comparatorsBefore, strings.HasSuffix)
			record := w.word == "近" && q.n.group == "time" // 近3年 is no age of about 3 years
			return !record && !q.makesWay(w.word) && q.is(w.cmp, w.word, true)
		},
	},
	{ // behind comparator-before: 「不少于3个月内」
		Rule: policy.Rule{
			Name: "time-that-lasts", Verdict: policy.AsName, Says: "“几年内不得”“几年内享受”是禁止或优惠持续的时长，不是上限",
			Takes: "骗取补贴的，〔3〕年内不得申报。", Leaves: "骗取补贴的，〔3〕年内追回。",
		},
		Holds: func(q *comparing) bool {
			return q.n.group == "time" && q.answer.inside && words.Prefix(strings.TrimPrefix(q.rest, "内"), lastingDeeds) != "" && q.is("=", "", false)
		},
	},
	{ // behind comparator-before and time-that-lasts
		Rule: policy.Rule{
			Name: "within-a-time", Verdict: policy.AsName, Says: "时长、距离后的“内”表示不超过，起止两个数的时长除外",
			Takes: "在〔3〕分钟内响应。", Leaves: "在〔3—5〕分钟内响应。",
		},
		Holds: func(q *comparing) bool { return q.answer.after && q.is("≤", "", false) },
	},
	{ // behind comparator-before: the nearest word counts
		Rule: policy.Rule{
			Name: "comparator-before-apart", Verdict: policy.AsName, Says: "“不少于”“至少”“超过”一类词与数字之间隔着整体的名称，仍是它的比较词",
			Takes: "新建管廊不少于道路长度的〔30〕%。", Leaves: "新建管廊长度不少于〔30〕%。",
		},
		Holds: func(q *comparing) bool {
			w := farComparator(q.head)
			return !q.changesBound(w.word) && q.is(w.cmp, w.word, false)
		},
	},
	{ // behind comparator-before-apart: the words before the number itself count first
		Rule: policy.Rule{
			Name: "bound-that-is-moved", Verdict: policy.AsName, Says: "“最高额度由多少提高到多少”“比例上限由多少提高到多少”，“最高”“上限”管到新的数字",
			Takes: "最高贷款额度由50万元提高到〔60〕万元。", Leaves: "贷款额度由50万元提高到〔60〕万元。",
		},
		Holds: (*comparing).moved,
	},
	{
		Rule: policy.Rule{
			Name: "falls-short-of-a-share", Verdict: policy.AsName, Says: "“不足”“低于”与百分数、倍数之间只隔着整体的名称，表示小于",
			Takes: "余额不足首期交存额〔30〕%的，应当续交。", Leaves: "余额不足首期交存额的〔30〕%的，应当续交。",
		},
		Holds: func(q *comparing) bool {
			i := words.Last(q.head, fallingShort)
			if i < 0 || q.n.group != "share" || len(q.head)-i >= shortReach || words.Suffix(q.head, changeVerbs) != "" {
				return false
			}
			return !strings.ContainsAny(q.head[i:], "的、") && q.is("<", words.Suffix(q.head[:i], fallingShort), false)
		},
	},
	{
		Rule: policy.Rule{
			Name: "somewhat-more", Verdict: policy.AsName, Says: "数字后的“余”“多”表示大约",
			Takes: "培训〔1000〕余人。", Leaves: "培训〔1000〕人。",
		},
		Holds: func(q *comparing) bool { return q.n.more && q.is("≈", "", false) },
	},
	{
		Rule: policy.Rule{
			Name: "past-a-round-sum", Verdict: policy.AsName, Says: "“产值过”后的金额、汉字数量级表示超过",
			Takes: "对主营业务收入过〔百〕亿元的企业给予奖励。", Leaves: "对主营业务收入达〔百〕亿元的企业给予奖励。",
		},
		Holds: func(q *comparing) bool {
			sum := q.n.group == "money" || q.n.han && q.n.group == "magnitude"
			return sum && strings.HasSuffix(q.head, "过") && words.Suffix(q.head, passingBy) == "" && q.is(">", "过", true)
		},
	},
}

// is notes the comparator and the word before the number that gave it, and reports whether there is one.
func (q *comparing) is(cmp, leading string, near bool) bool {
	if cmp == "" {
		return false
	}
	q.answer.cmp, q.answer.leading, q.answer.near = cmp, leading, near
	return true
}

// makesWay reports whether the word is 突破 as the verb of what is to be worked out, and says nothing of the
// number: 「突破100项关键技术」.
func (q *comparing) makesWay(word string) bool {
	next, _ := utf8.DecodeRuneInString(q.rest)
	thing := unicode.Is(unicode.Han, next) && !endsList(q.rest) && words.Prefix(q.rest, markWords) == ""
	return word == "突破" && q.n.counts() && thing
}

// changesBound reports whether the number is by how much the bound changes: 「提高最高限额2000元」.
func (q *comparing) changesBound(word string) bool {
	i := strings.LastIndex(q.head, word)
	return strings.HasPrefix(word, "最") && i >= 0 && words.Last(q.head[:i], changeVerbs) >= 0
}

// moved reports whether the number is what a bound named before another is moved to.
func (q *comparing) moved() bool {
	verb := words.Prefix(q.head, reachVerbs)
	if verb == "" || !strings.Contains(q.before, "由") {
		return false
	}
	w := farComparator(q.before)
	return (strings.HasPrefix(w.word, "最") || strings.HasSuffix(w.word, "限")) && q.is(w.cmp, w.word, false)
}

// unitAgain is a unit said again in letters: 「1000兆比特/秒（Mbps）以上」.
var unitAgain = pattern.MustCompile(`^（[A-Za-z/]+）`)

// behind reads the word behind the number and its unit: 「1年以上」, 「3年期以上」.
func (q *comparing) behind() bool {
	rest := q.rest
	if q.n.group == "time" {
		rest = strings.TrimPrefix(rest, "期")
	}
	rest = rest[len(unitAgain.FindString(rest)):]
	w := longestComparator(rest, comparatorsAfter, strings.HasPrefix)
	if w.word == "" { // 「1000万元（含本数，下同）以上」
		rest = rest[includedNote(rest):]
		w = longestComparator(rest, comparatorsAfter, strings.HasPrefix)
	}
	if w.word == "" {
		return false
	}
	q.answer.after = true
	q.answer.tail += len(q.rest) - len(rest) + len(w.word)
	return q.is(w.cmp, "", false)
}
