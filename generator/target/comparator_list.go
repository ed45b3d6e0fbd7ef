package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// A numberPair is two numbers of a paragraph that follow each other, with their comparators.
type numberPair struct {
	t            *paragraph
	n, next      *number
	cmp, nextCmp *comparator
}

// firstForAll tell that the comparator of a number holds for the next one.
var firstForAll = policy.Decisions[numberPair]{
	{
		Rule: policy.Rule{
			Name: "comparator-for-what-follows", Verdict: policy.AsName, Says: "“不低于”一类词和“分别突破”一类词管到顿号后的数字，单位可以不同",
			Takes: "按照不低于装机容量10%、〔2〕小时的标准配置储能。", Leaves: "按照不低于装机容量10%，〔2〕小时的标准配置储能。",
		},
		Holds: func(p numberPair) bool {
			each := strings.HasPrefix(p.cmp.leading, "不") || p.cmp.near && strings.HasSuffix(p.t.s[:p.n.start], "分别"+p.cmp.leading)
			return p.nextCmp.cmp == "" && each && p.gap() == "、" && p.pass(p.cmp.leading, false)
		},
	},
	{
		Rule: policy.Rule{
			Name: "comparator-for-a-list-of-things", Verdict: policy.AsName, Says: "“至少”“不少于”管到同一小句里以“、”“和”并列的后面几样事物的个数",
			Takes: "每个站点至少配备1名医师、〔2〕名护士。", Leaves: "每个站点至少配备1名医师，配备〔2〕名护士。",
		},
		Holds: func(p numberPair) bool { return p.nextCmp.cmp == "" && p.listsThings() && p.pass(p.cmp.leading, false) },
	},
	{
		Rule: policy.Rule{
			Name: "comparator-of-the-first", Verdict: policy.AsName, Says: "同类数字并列时，第一个数字前的比较词管到后面的",
			Takes: "收入、利润超过100亿元和〔20〕亿元。", Leaves: "收入、利润超过100亿元，〔20〕亿元。",
		},
		Holds: func(p numberPair) bool { return p.nextCmp.cmp == "" && p.cmp.near && p.sameList() && p.pass("", true) },
	},
}

// lastForAll tells that the comparator of a number holds for the one before it.
var lastForAll = policy.Decisions[numberPair]{
	{
		Rule: policy.Rule{
			Name: "comparator-of-the-last", Verdict: policy.AsName, Says: "同类数字并列时，最后一个数字后的比较词管到前面的",
			Takes: "占比分别提高到〔55〕%、70%以上。", Leaves: "占比分别提高到〔55〕%，70%以上。",
		},
		Holds: func(p numberPair) bool {
			return p.cmp.cmp == "" && p.nextCmp.after && !p.nextCmp.inside && p.sameList()
		},
	},
}

// shareComparators gives the numbers of a list the word that only its first or last carries:
// 「分别提高到55%、70%以上」, 「分别不低于10000元、5000元」. Each of 「1年以上、2年以下」 has its own.
func shareComparators(t *paragraph, numbers []number, cmps []comparator) {
	pair := func(i int) numberPair { return numberPair{t, &numbers[i-1], &numbers[i], &cmps[i-1], &cmps[i]} }
	for i := 1; i < len(numbers); i++ {
		if rule, ok := firstForAll.First(pair(i)); ok {
			cmps[i].rule = rule.Name
		}
	}
	for i := len(numbers) - 1; i > 0; i-- {
		if rule, ok := lastForAll.First(pair(i)); ok {
			cmps[i-1].cmp, cmps[i-1].after, cmps[i-1].rule = cmps[i].cmp, true, rule.Name
		}
	}
}

// listsThings reports whether the first has a floor before it, and only its thing and a joiner stand between it
// and the next: 「至少配备1名医师、2名护士」.
func (p numberPair) listsThings() bool {
	floor := p.cmp.cmp == "≥" && p.cmp.leading != "" && !p.cmp.after
	if !floor || !p.n.counts() || !p.next.counts() || p.t.clauseOf[p.n.start] != p.t.clauseOf[p.next.start] {
		return false
	}
	thing := strings.TrimSuffix(p.gap(), words.Suffix(p.gap(), listJoiners))
	return len(thing) < len(p.gap()) && !strings.Contains(thing, "每") && words.First(thing, goalVerbs) < 0
}

// gap returns the text between the two.
func (p numberPair) gap() string { return p.t.s[min(p.cmp.tail, p.next.start):p.next.start] }

// sameList reports whether the next number follows in one list of like numbers.
func (p numberPair) sameList() bool { return p.n.group == p.next.group && isListGap(p.gap()) }

// pass gives the next number the comparator, and the word before it where that counts for it too.
func (p numberPair) pass(leading string, near bool) bool {
	p.nextCmp.cmp, p.nextCmp.leading, p.nextCmp.near = p.cmp.cmp, leading, near
	return true
}
