package target

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	dayTails     = words.Of("day-tails")
	horizonWords = words.Of("horizon-words")
	horizonTails = words.Of("horizon-tails")
	yearRules    = words.Of("year-rules")
	eventVerbs   = words.Of("event-verbs")
	recordDeeds  = words.Of("record-deeds")
	recordWords  = words.Of("record-words")
	nearPast     = words.Of("near-past")
	aheadOfTime  = words.Of("ahead-of-time")
	sinceEvent   = words.Of("since-event")
)

var (
	termOfPaper    = words.Pattern(`(?:{{term-names}}|试行|暂行|{{holding-words}}){{term-links}}?$`)
	speaksOfItself = words.Pattern(`{{self-words}}[^，。；《》第]{0,14}?{{own-papers}}`)
)

// horizonExclusions leave times that only say how long something takes, or when it begins.
var horizonExclusions = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "day-of-a-month", Verdict: policy.Leave, Says: "“起”“止”“至”前的几日是日期",
			Takes: "公示至〔5〕日止。", Leaves: "公示〔5〕日。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "time" && !c.beforeEvent() && strings.HasSuffix(c.t.s[:c.n.unitEnd], "日") && c.cmp.cmp == "" && words.Prefix(c.tail, dayTails) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "time-in-the-name-of-a-rate", Verdict: policy.Leave, Says: "“几天内访视率”里的时长是率的名称",
			Takes: "产后〔28〕天内访视率达到90%以上。", Leaves: "产后〔28〕天内访视，访视率达到90%以上。",
		},
		Holds: func(c *candidate) bool {
			name, _, ok := strings.Cut(c.tail, "率")
			return c.n.group == "time" && (c.cmp.cmp == "" || c.cmp.inside) && ok && name != "" && utf8.RuneCountInString(name) <= longestRate && !strings.ContainsAny(name, "0123456789的、期，")
		},
	},
	{
		Rule: policy.Rule{
			Name: "term-of-the-paper-itself", Verdict: policy.Leave, Says: "“本办法自某日起施行，有效期几年”说的是文件自己的有效期，不是指标",
			Takes: "本办法自印发之日起施行，有效期〔5〕年。", Leaves: "许可证自颁发之日起生效，有效期〔5〕年。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "time" && c.cmp.cmp == "" && termOfPaper.MatchString(c.head) && speaksOfItself.MatchString(c.before)
		},
	},
	{
		Rule: policy.Rule{
			Name: "length-of-a-plan", Verdict: policy.Leave, Says: "“行动”“计划”“时间”前的时长只说明用时",
			Takes: "优惠政策延长至〔3〕年行动期满。", Leaves: "优惠政策延长至〔3〕年。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "time" && c.cmp.cmp == "" && words.Prefix(c.tail, horizonTails) != "" && !strings.HasPrefix(c.tail, "来访")
		},
	},
	{
		Rule: policy.Rule{
			Name: "takes-so-long", Verdict: policy.Leave, Says: "“用”“通过”“力争”后的时长只说明用时",
			Takes: "力争〔5〕个月内完成改造。", Leaves: "审批时间力争压缩至〔5〕个月内。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "time" && (c.cmp.cmp == "≈" || c.cmp.cmp == "" || c.cmp.inside) && words.Suffix(c.bare(), horizonWords) != "" && !c.onRecord()
		},
	},
	{
		Rule: policy.Rule{
			Name: "ahead-of-its-time", Verdict: policy.Leave, Says: "“提前几年完成”说的是进度，不是时限",
			Takes: "提前〔2〕年完成改造。", Leaves: "提前〔2〕天发布通知。",
		},
		Holds: func(c *candidate) bool {
			return c.n.group == "time" && strings.HasSuffix(c.head, "提前") && words.Prefix(c.tail, aheadOfTime) != ""
		},
	},
	{
		Rule: policy.Rule{
			Name: "years-from-a-year", Verdict: policy.Leave, Says: "“某年起几年内”是期限",
			Takes: "自2020年起〔5〕年内可分期缴清。", Leaves: "自投产之日起〔5〕年内可分期缴清。",
		},
		Holds: func(c *candidate) bool {
			year := strings.TrimSuffix(c.bare(), "年起")
			return c.yearsInside() && len(year) >= len("2012") && numeral.IsYear(year[len(year)-len("2012"):])
		},
	},
	{
		Rule: policy.Rule{
			Name: "within-years", Verdict: policy.Leave, Says: "“几年内”若不是对每一件事的限定，只说明用时",
			Takes: "城镇化率〔5〕年内明显提高。", Leaves: "毕业〔5〕年内的大学生创办企业。",
		},
		Holds: func(c *candidate) bool {
			return c.yearsInside() && !words.In(c.head+c.tail, yearRules) && words.Suffix(c.bare(), sinceEvent) == "" && words.Suffix(c.bare(), eventVerbs) == "" && !c.ofCase() && !c.onRecord()
		},
	},
}

// longestRate is how many characters may stand between a time and the 率 of the rate that it belongs to.
const longestRate = 8

// onRecord reports whether the number is that of years in which something must, or may not, have been:
// 「近3年无重大事故」.
func (c *candidate) onRecord() bool {
	if c.n.group != "time" || words.Suffix(c.head, nearPast) == "" {
		return false
	}
	asked := c.scope.statute || c.scope.rules || words.In(c.before, shallHave)
	return asked || words.Prefix(c.tail, recordWords) != "" || strings.HasSuffix(c.tail, "的") && words.Prefix(c.tail, recordDeeds) != ""
}

// yearsInside reports whether the number is that of 「5年内」.
func (c *candidate) yearsInside() bool {
	return c.cmp.inside && strings.HasSuffix(c.t.s[:c.n.unitEnd], "年")
}
