package clock

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	goalVerbs  = words.Of("goal-verbs")
	dealVerbs  = words.Of("deal-verbs")
	doneWords  = words.Of("done-words")
	taskStarts = words.Of("task-starts")
	aimLeads   = words.Of("aim-leads")
)

// kinds are what a deadline is by the rules that take it.
var kinds = map[string]policy.DeadlineKind{
	"standing-task": policy.Standing, "each-year-in-a-field": policy.Each, "comes-back": policy.Each, "after-an-event": policy.Within,
	"between-two-ends": policy.Within, "begins-on-a-day": policy.From, "before-a-day": policy.By, "inside-a-year": policy.By,
	"time-in-a-field": policy.By, "not-later-than": policy.By, "until-a-time": policy.By, "time-at-the-head": policy.By, "time-and-verb": policy.By,
}

// takeRules tell which times are deadlines, and of which kind.
var takeRules = policy.Decisions[*moment]{
	{
		Rule: policy.Rule{
			Name: "standing-task", Verdict: policy.Take, Says: "“完成时限”一行、一栏或括号里的“长期坚持”“持续推进”说的是长期的任务",
			Takes: "修好水渠。（〔长期坚持〕，责任单位：市水利局）", Leaves: "修好水渠，〔长期坚持〕。",
		},
		Holds: func(m *moment) bool { return m.standing },
	},
	{
		Rule: policy.Rule{
			Name: "each-year-in-a-field", Verdict: policy.Take, Says: "“完成时限”一行、一栏里的“每年”是定期的任务",
			Takes: "修好水渠。\n完成时限：2021年7月底前，以后〔每年〕开展", Leaves: "修好水渠，以后〔每年〕开展。",
		},
		Holds: func(m *moment) bool { return m.every != "" && !m.fixed },
	},
	{
		Rule: policy.Rule{
			Name: "comes-back", Verdict: policy.Take, Says: "写明几月或几日的“每年”“每季度”“每月”是定期的任务",
			Takes: "〔每年12月底前〕报送总结。", Leaves: "〔每年〕报送总结。",
		},
		Holds: func(m *moment) bool { return m.every != "" && m.fixed },
	},
	{
		Rule: policy.Rule{
			Name: "after-an-event", Verdict: policy.Take, Says: "从本文件印发、公布、施行起算的时长是时限",
			Takes: "各县于本方案印发后〔3个月内〕出台细则。", Leaves: "各县于项目获批后〔3个月内〕出台细则。",
		},
		Holds: func(m *moment) bool { return m.after != nil },
	},
	{
		Rule: policy.Rule{
			Name: "between-two-ends", Verdict: policy.Take, Says: "写明起止的时间是任务的期间",
			Takes: "〔2022年6月至8月〕，各县开展检查。", Leaves: "〔2022年6月底前〕，各县开展检查。",
		},
		Holds: func(m *moment) bool {
			return m.span && (m.field || m.to.year > 0 && !m.named() && (!m.from.bare() || m.apart()) && (!m.plan || m.orders()))
		},
	},
	{
		Rule: policy.Rule{
			Name: "begins-on-a-day", Verdict: policy.Take, Says: "“自某日起”“从某年开始”是任务开始的时间",
			Takes: "〔自2022年3月起〕，各县开放公园。", Leaves: "〔2022年3月底前〕，各县开放公园。",
		},
		Holds: (*moment).starts,
	},
	{
		Rule: policy.Rule{
			Name: "before-a-day", Verdict: policy.Take, Says: "“某年某月某日前”是时限",
			Takes: "各县〔6月15日前〕建成公园20个。", Leaves: "各县〔6月15日〕召开会议。",
		},
		Holds: func(m *moment) bool { return words.Suffix(m.tail, beforeTail) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "inside-a-year", Verdict: policy.Take, Says: "“年内”“某月内”“某季度内”是时限",
			Takes: "各县〔年内〕建成公园20个。", Leaves: "各县〔三年内〕建成公园20个。",
		},
		Holds: func(m *moment) bool { return words.Suffix(m.tail, insideTail) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "time-in-a-field", Verdict: policy.Take, Says: "“完成时限”一行、一栏里和写有责任单位、“完成”的括号里的时间是时限",
			Takes: "建成公园20个。\n完成时限：〔2022年6月〕", Leaves: "建成公园20个。\n上报情况：〔2022年6月〕",
		},
		Holds: func(m *moment) bool { return m.field },
	},
	{
		Rule: policy.Rule{
			Name: "not-later-than", Verdict: policy.Take, Says: "“不得晚于”“最迟”之后的时间是时限",
			Takes: "拆除旧渠不得晚于〔2022年6月15日〕。", Leaves: "拆除旧渠定在〔2022年6月15日〕。",
		},
		Holds: (*moment).latest,
	},
	{ // after the Leave rules beside-a-number and gone-by
		Rule: policy.Rule{
			Name: "until-a-time", Verdict: policy.Take, Says: "“到某年”“力争某月底”之后没有写目标值的，是时限",
			Takes: "绿化工作〔到2025年〕全面完成。", Leaves: "绿化工作〔2025年〕全面完成。",
		},
		Holds: func(m *moment) bool {
			return m.lead != "" && !m.other && !m.named() && (m.to.day == 0 || m.finishes())
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-at-the-head", Verdict: policy.Take, Says: "一项任务开头的年份、季度、月份，之后没有写目标值的，是时限",
			Takes: "〔2022年〕，选择一批园区试点。", Leaves: "〔2022年〕预算安排向乡村倾斜。",
		},
		Holds: func(m *moment) bool { return !m.other && m.heads() && m.to.day == 0 && !m.named() && m.orders() },
	},
	{
		Rule: policy.Rule{
			Name: "time-and-verb", Verdict: policy.Take, Says: "紧接着写做什么的月份、季度、年底，之后没有写目标值的，是时限",
			Takes: "市教育局〔9月底〕组织检查。", Leaves: "市教育局〔9月底〕的检查要从严。",
		},
		Holds: func(m *moment) bool {
			return !m.other && !m.to.bare() && (m.to.day == 0 || m.to.third > 0) && !m.named() && m.verb()
		},
	},
}

// apart reports whether the years of a span stand for themselves, and not behind a verb: 明确2034—2036年建设时序.
func (m *moment) apart() bool {
	before := m.line.s[:m.start]
	return m.lead != "" || m.heads() || words.Suffix(before, isWords) != "" || objectLead.MatchString(tail(before))
}

// heads reports whether m begins a task: a sentence or a clause.
func (m *moment) heads() bool {
	r, _ := utf8.DecodeLastRuneInString(m.line.s[:m.start])
	return m.start == m.line.from || strings.ContainsRune(commas+"(:、", r) || words.Suffix(m.line.s[:m.start], headOpeners) != ""
}

var headOpeners = words.Of("head-openers")

// named reports whether the time belongs to what follows: 2020年度考核, 2021年预算.
func (m *moment) named() bool { return words.Prefix(m.rest(), yearNouns) != "" }

// latest reports whether the words before m say that it is the last day.
func (m *moment) latest() bool { return words.Suffix(m.lead, latestLeads) != "" }

var latestLeads = words.Of("latest-leads")

// names reports whether m only says of which year something is: 完成2031年度预算的审核.
func (m *moment) names() bool {
	return m.to.bare() && !m.span && m.lead == "" && m.tail == "" && strings.HasPrefix(m.rest(), "度") && !m.heads()
}

// verb reports whether m is followed by what is to be done.
func (m *moment) verb() bool {
	s := m.rest()
	for _, list := range [][]string{taskStarts, doneWords, goalVerbs, dealVerbs} {
		if words.Prefix(s, list) != "" {
			return true
		}
	}
	return false
}

// orders reports whether a task follows m, which stands at its head.
func (m *moment) orders() bool {
	s := m.rest()
	return strings.HasPrefix(s, ",") || !m.to.bare() && s != "" && !strings.ContainsAny(s[:1], stops+")") || m.verb()
}

// finishes reports whether the clause behind m says that something is done by then.
func (m *moment) finishes() bool {
	return strings.Contains(m.line.s[m.end:m.line.forth(m.end, commas)], "完成")
}
