package clock

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// trialRules tell which titles are those of a trial.
var trialRules = policy.Decisions[string]{
	{
		Rule: policy.Rule{
			Name: "trial-by-its-title", Verdict: policy.AsName, Says: "标题写有“试行”“暂行”的是试行文件，“试点”不是",
			Takes: "〔乙市养老服务管理办法（试行）〕\n一、抓好落实\n加强监督。", Leaves: "〔乙市养老服务试点办法〕\n一、抓好落实\n加强监督。",
		},
		Holds: func(title string) bool { return words.In(title, trials) },
	},
}

// forceRules tell which words say from when the paper itself holds.
var forceRules = policy.Decisions[*clause]{
	{
		Rule: policy.Rule{
			Name: "paper-takes-force", Verdict: policy.Take, Says: "“本办法自某日起施行”是文件的施行日期；最后几段里没有主语的“自某日起施行”也是",
			Takes: "本方案〔自2021年5月1日起施行〕。", Leaves: "新标准〔自2021年5月1日起施行〕。",
		},
		Holds: func(c *clause) bool { return c.aboutThis(c.m[0]) },
	},
}

// untilRules tell which words say until when it holds.
var untilRules = policy.Decisions[*clause]{
	{
		Rule: policy.Rule{
			Name: "paper-ends-on-a-day", Verdict: policy.Take, Says: "“本办法有效期至某日”“执行至某日”是文件失效的日期",
			Takes: "本方案〔有效期至2025年12月31日〕。", Leaves: "证书〔有效期至2025年12月31日〕。",
		},
		Holds: func(c *clause) bool {
			return c.namesTerm() && c.aboutThis(c.m[0]) || c.own && c.begins(c.m[0]) || c.runsOn()
		},
	},
}

// termRules tell which words say how long it holds.
var termRules = policy.Decisions[*clause]{
	{
		Rule: policy.Rule{
			Name: "paper-has-a-term", Verdict: policy.Take, Says: "“本办法有效期几年”是文件有效期的长度",
			Takes: "本方案〔有效期5年〕。", Leaves: "证书〔有效期5年〕。",
		},
		Holds: func(c *clause) bool { return c.aboutThis(c.m[0]) || c.own && c.begins(c.m[0]) },
	},
}

// begins reports whether the clause begins at byte i of the sentence with words of a term.
func (c *clause) begins(i int) bool {
	text := strings.TrimLeft(c.text()[i:], ",。;起行")
	return strings.Trim(c.subject(i), ",。;") == "" && bareTerm.MatchString(text) || c.text()[i] == ',' || c.text()[i] == ';'
}

// runsOn reports whether the clause is one of force that goes on with its end: 自某日起至某日止施行.
func (c *clause) runsOn() bool {
	before := c.text()[:c.m[0]]
	return c.m[2] >= 0 && strings.HasSuffix(before, "自") && ofThis.MatchString(strings.TrimSuffix(before, "自"))
}

// namesTerm reports whether the words say that they are about a term, or that it ends: 有效期至某日, 至某日止.
func (c *clause) namesTerm() bool {
	s := c.text()
	if c.m[2] >= 0 {
		return c.subject(c.m[0]) != ""
	}
	return bareUntil.FindString(s[c.m[0]:c.m[1]]) == "" || strings.HasPrefix(s[c.m[1]:], "止")
}

// bareUntil is 至 or 到 alone before a date.
var bareUntil = words.Pattern(`^[,。;起行]?{{to-words}}\d`)
