package clock

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	upToLeads  = words.Of("up-to-leads")
	sincePast  = words.Of("since-tails-past")
	afterTails = words.Of("after-tails")
	beforeTail = words.Of("before-tails")
	insideTail = words.Of("inside-tails")
	startTails = words.Of("start-tails")
	planNouns  = words.Of("plan-nouns")
	yearNouns  = words.Of("year-nouns")
	purposes   = words.Of("purposes")
	forcing    = words.Of("purpose-orders")
	takesForce = words.Pattern(`^(?:起|开始)?(?:正式)?{{come-into-force}}`)
	wasDone    = words.Pattern(`^(?:{{so-already}}|{{past-deeds}}[^,。;]{0,14}?的)`)
	planMade   = words.Pattern(`{{plan-making}}$`)
	planEnds   = words.Pattern(`{{plan-nouns}}$`)
	objectLead = words.Pattern(`{{object-leads}}$`)
)

// noneRules tell which times are no deadlines.
var noneRules = policy.Decisions[*moment]{
	{
		Rule: policy.Rule{
			Name: "time-in-a-name", Verdict: policy.Leave, Says: "书名号和引号里的时间是名称的一部分",
			Takes: "落实《乙市〔2025年〕底前养老方案》。", Leaves: "〔2025年〕底前落实养老方案。",
		},
		Holds: func(m *moment) bool { return m.line.named[m.core] },
	},
	{
		Rule: policy.Rule{
			Name: "validity-of-the-paper", Verdict: policy.Leave, Says: "文件自己的施行日期和有效期不是任务的时限",
			Takes: "本方案〔自2021年5月1日起〕施行。", Leaves: "新标准〔自2021年5月1日起〕施行。",
		},
		Holds: func(m *moment) bool {
			for _, s := range m.f.clauses {
				if s.Overlaps(m.text()) {
					return true
				}
			}
			return false
		},
	},
	{
		Rule: policy.Rule{
			Name: "force-of-another-paper", Verdict: policy.Leave, Says: "紧跟在书名号之后的“自某日起施行”说的是那份文件",
			Takes: "学习好《乙市养老条例》〔自2022年5月1日起〕施行。", Leaves: "养老新标准〔自2022年5月1日起〕施行。",
		},
		Holds: func(m *moment) bool {
			before := m.line.s[m.line.back(m.start, commas):m.start]
			return m.starts() && takesForce.MatchString(m.rest()) && (strings.HasSuffix(before, "》") || strings.HasSuffix(before, ")") && strings.Contains(before, "》("))
		},
	},
	{
		Rule: policy.Rule{
			Name: "years-of-a-plan", Verdict: policy.Leave, Says: "“某年至某年行动计划”一类名称里的年份是名称的一部分",
			Takes: "〔2021—2025年〕行动计划要落实到位。", Leaves: "〔2021—2025年〕，落实养老服务。",
		},
		Holds: (*moment).namesPlan,
	},
	{
		Rule: policy.Rule{
			Name: "year-of-a-known-goal", Verdict: policy.Leave, Says: "“2030年前碳达峰”一类是目标的名称",
			Takes: "围绕〔2030年前〕碳达峰目标调整结构。", Leaves: "〔2030年前〕调整好结构。",
		},
		Holds: func(m *moment) bool { return m.to.bare() && words.Prefix(m.rest(), knownGoals) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "up-to-then", Verdict: policy.Leave, Says: "“截至”“较”之后、“以来”“以后”之前的时间说的是已有的情况或起算的时候",
			Takes: "截至〔2021年6月底前〕没有整改的，通报批评。", Leaves: "〔2021年6月底前〕没有整改的，通报批评。",
		},
		Holds: func(m *moment) bool {
			return words.In(m.lead, upToLeads) || words.Suffix(m.tail, sincePast) != "" || words.Suffix(m.tail, afterTails) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "done-by-then", Verdict: policy.Leave, Says: "“某日前已建成的”“对某日前印发的”说的是哪些事物，不是任务的时限",
			Takes: "对〔2021年6月底前〕印发的文件进行清理。", Leaves: "〔2021年6月底前〕印发清理文件的方案。",
		},
		Holds: (*moment).describes,
	},
	{
		Rule: policy.Rule{
			Name: "any-time-inside", Verdict: policy.Leave, Says: "“有效期在2025年内的人员”“2025年内任意时间”说的是哪些人、哪些时候，不是任务的时限",
			Takes: "有效期在〔2025年内〕的人员可以申请。", Leaves: "社保卡在〔2025年内〕发给人员。",
		},
		Holds: func(m *moment) bool {
			return words.Suffix(m.tail, insideTail) != "" && !m.field && (strings.HasPrefix(m.rest(), "的") || words.Prefix(m.rest(), anyWords) != "")
		},
	},
	{
		Rule: policy.Rule{
			Name: "span-of-a-count", Verdict: policy.Leave, Says: "“规划期为某年至某年”“材料计算时间为某日至某日”说明一段时期，不是任务的期间",
			Takes: "规划期为〔2022年至2026年〕，由市民政局评估。", Leaves: "申报时间为〔2022年6月至8月〕，由市民政局受理。",
		},
		Holds: func(m *moment) bool { return m.span && !m.field && countedSpan.MatchString(tail(m.line.s[:m.start])) },
	},
	{
		Rule: policy.Rule{
			Name: "event-is-held", Verdict: policy.Leave, Says: "“定于某年举行”说的是一次活动，不是任务的时限",
			Takes: "运动会定于〔2022年〕举行，各县要组团参加。", Leaves: "各县定于〔2022年〕，全面举行考核。",
		},
		Holds: func(m *moment) bool {
			return heldWords.MatchString(m.rest()) && words.Suffix(m.line.s[:m.start], setFor) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "year-of-an-event", Verdict: policy.Leave, Says: "“自认定当年起”“投产后当年”的当年是那件事发生的年份",
			Takes: "自认定〔当年起〕，由市民政局免收费用。", Leaves: "自〔当年起〕，由市民政局免收费用。",
		},
		Holds: func(m *moment) bool {
			return strings.HasPrefix(m.line.s[m.core:], "当年") && eventYear.MatchString(tail(m.line.s[:m.core]))
		},
	},
	{
		Rule: policy.Rule{
			Name: "told-as-past", Verdict: policy.Leave, Says: "回顾过去的段落里的时间是已过去的",
			Takes: "一、工作回顾\n（一）抓好建设。〔2020年底前〕建成公园。\n二、重点任务\n（一）抓好绿化。", Leaves: "一、工作任务\n（一）抓好建设。〔2020年底前〕建成公园。\n二、重点任务\n（一）抓好绿化。",
		},
		Holds: func(m *moment) bool { return m.past || words.Suffix(m.line.s[:m.start], doneLeads) != "" },
	},
	{
		Rule: policy.Rule{
			Name: "inside-a-purpose", Verdict: policy.Leave, Says: "“为确保……”的分句说的是目的，其中的时间不是任务的时限",
			Takes: "为确保资金在〔年底前〕拨付，各县要统筹安排。", Leaves: "为确保资金拨付，各县要在〔年底前〕统筹安排。",
		},
		Holds: func(m *moment) bool {
			clause := m.line.s[m.line.back(m.start, commas):m.start]
			return words.Prefix(clause, purposes) != "" && !words.In(clause, forcing)
		},
	},
	{
		Rule: policy.Rule{
			Name: "season-of-each-year", Verdict: policy.Leave, Says: "“供热期为每年几月至几月”说明一段时期，不是任务",
			Takes: "供热期为〔每年11月15日〕至次年3月15日。", Leaves: "各县〔每年11月15日〕前备好燃煤。",
		},
		Holds: func(m *moment) bool {
			before := tail(m.line.s[:m.start])
			return m.every != "" && words.Suffix(before, isWords) != "" && !opensThen.MatchString(before)
		},
	},
	{
		Rule: policy.Rule{
			Name: "procedure", Verdict: policy.Leave, Says: "没有起算的事件，或者从申请、受理一类事件起算的时长，每件事都要遵守，不是任务的时限",
			Takes: "自受理之日起〔5个工作日内〕办结。", Leaves: "自本方案印发之日起〔5个工作日内〕报送名单。",
		},
		Holds: func(m *moment) bool { return m.after != nil && !m.ownEvent && !m.field && !m.follows() },
	},
	{
		Rule: policy.Rule{
			Name: "how-often", Verdict: policy.Leave, Says: "没有写明几月几日的“每年”“每季度”只说多久做一次",
			Takes: "〔每季度〕通报一次情况。", Leaves: "〔每季度首月5日前〕通报一次情况。",
		},
		Holds: func(m *moment) bool { return m.every != "" && !m.fixed && !m.field },
	},
	{
		Rule: policy.Rule{
			Name: "start-of-what-comes-back", Verdict: policy.Leave, Says: "“自某年起，每年几月底前”中的起始年只是定期任务开始的时候",
			Takes: "〔自2022年起〕，每年3月底前公布结果。", Leaves: "〔自2022年起〕，每年公布结果。",
		},
		Holds: func(m *moment) bool {
			n := m.follow
			return m.starts() && !m.span && n != nil && n.every != "" && n.fixed && m.leadsTo(n)
		},
	},
	{
		Rule: policy.Rule{
			Name: "year-alone-in-goals", Verdict: policy.Leave, Says: "总体要求、主要目标一类条款里单独的年份不是时限",
			Takes: "一、总体要求\n（一）主要目标。〔到2025年〕，服务更加完善。\n二、重点任务\n（一）办好服务。", Leaves: "一、总体要求\n（一）主要目标。〔到2025年底〕，服务更加完善。\n二、重点任务\n（一）办好服务。",
		},
		Holds: func(m *moment) bool { return m.goal && m.soft() && m.to.bare() },
	},
	{
		Rule: policy.Rule{
			Name: "beside-a-number", Verdict: policy.Leave, Says: "“到某年”一类时间，到句末或下一个时间之前写有目标值、条件的，是目标值的年份",
			Takes: "〔到2025年〕，绿化率达到50%。", Leaves: "〔到2025年〕，绿化全面完成。",
		},
		Holds: func(m *moment) bool { return m.soft() && m.numbered() },
	},
	{
		Rule: policy.Rule{
			Name: "gone-by", Verdict: policy.Leave, Says: "没有“前”“内”等字、在成文之前已经过去的时间，说的是过去的事",
			Takes: "〔到2019年〕，绿化全面完成。", Leaves: "〔2019年底前〕，绿化全面完成。",
		},
		Holds: func(m *moment) bool { return (m.soft() || m.span && !m.field) && m.goneBy() },
	},
}

var (
	knownGoals = words.Of("known-goals")
	doneLeads  = words.Of("done-leads")
	isWords    = words.Of("is-words")
)

var (
	anyWords = words.Of("any-words")
	setFor   = words.Of("set-for")
	// countedSpan stands before a span that only says which time counts.
	countedSpan = words.Pattern(`{{counted-spans}}(?:限)?(?:{{is-words}}|:)?(?:自|从)?$`)
	heldWords   = words.Pattern(`^(?:在[^,。;]{0,12}?)?{{held-words}}`)
	// eventYear stands before 当年 where that is the year of an event.
	eventYear = words.Pattern(`(?:自|从)\p{Han}{1,10}$|\p{Han}(?:后|之后)(?:的)?$`)
)

// starts reports whether m says from when.
func (m *moment) starts() bool {
	return words.Suffix(m.tail, startTails) != "" && m.every == "" && m.after == nil
}

// soft reports whether m is a time that counts as a deadline only where no number stands beside it.
func (m *moment) soft() bool {
	hard := m.field || m.every != "" || m.after != nil || m.starts() || m.latest() ||
		words.Suffix(m.tail, beforeTail) != "" || words.Suffix(m.tail, insideTail) != ""
	return !hard && !(m.span && !m.from.bare())
}

// numbered reports whether an indicator stands between m and the end of its sentence or the next time.
func (m *moment) numbered() bool {
	end := min(m.line.forth(m.end, stops), max(m.next, m.end))
	at := m.line.span(m.end, end)
	return !at.Empty() && m.f.indicatorIn(at, m.span)
}

// goneBy reports whether the time is over at the day of the paper's signature.
func (m *moment) goneBy() bool {
	if m.to.term {
		return false
	}
	if signed := m.f.facts.Meta.Date; signed != "" && m.to.year > 0 {
		return m.to.last().String() < signed
	}
	return m.to.year > 0 && m.to.year < m.f.year
}

// namesPlan reports whether the years of m belong to the name of a plan: 三年行动计划（2021—2023年）.
func (m *moment) namesPlan() bool {
	if m.plan || m.field || !m.to.bare() || m.tail != "" {
		return false
	}
	if words.Prefix(m.rest(), planNouns) != "" {
		return true
	}
	if m.span && planMade.MatchString(tail(m.line.s[:m.start])) && planEnds.MatchString(m.line.s[m.end:m.line.forth(m.end, commas)]) {
		return true // 制定2021—2023年推广车辆的具体计划
	}
	from, to, ok := m.line.bracket(m.start)
	return ok && from == m.start && to == m.end && m.span && !m.heading
}

// describes reports whether m only tells which things are meant: 对2018年底前印发的文件.
func (m *moment) describes() bool {
	if words.Suffix(m.tail, beforeTail) == "" || m.field {
		return false
	}
	if words.Prefix(m.rest(), notYet) != "" { // 「2030年底前仍未备案的」 sets the limit as well, until it is past
		return m.goneBy() || objectLead.MatchString(tail(m.line.s[:m.start]))
	}
	x := wasDone.FindString(m.rest())
	return x != "" && (!strings.HasSuffix(x, "的") || objectLead.MatchString(tail(m.line.s[:m.start])))
}

// follows reports whether m is counted from the event of a length before it in its sentence.
func (m *moment) follows() bool {
	b := m.before
	return b != nil && b.after != nil && (b.ownEvent || b.field) && m.after.Event == "" && b.start >= m.line.back(m.start, "。!?")
}

// leadsTo reports whether nothing but a few words, who does it and 应于, stands between m and the time n behind it.
func (m *moment) leadsTo(n *moment) bool {
	if n.start < m.end {
		return false
	}
	between := strings.TrimLeft(m.line.s[m.end:n.start], ",、")
	return !strings.ContainsAny(between, commas+":、") && utf8.RuneCountInString(between) <= longestLink
}

const longestLink = 10 // characters
