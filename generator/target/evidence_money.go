package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// sumAfterSum is the rule on sums that only name another case of the sum before.
const sumAfterSum = "sum-after-a-sum"

var spentWords = words.Of("spent-words")

// moneyEvidence takes sums that are given, taken or to be raised.
var moneyEvidence = policy.Decisions[*candidate]{
	{
		Rule: policy.Rule{
			Name: "sum-is-awarded", Verdict: policy.Take, Says: "本小句或相邻小句说到奖励、罚款、收费、标准等",
			Takes: "每例补贴〔500〕元。", Leaves: "每例成本〔500〕元。",
		},
		Holds: (*candidate).award,
	},
	{
		Rule: policy.Rule{
			Name: sumAfterSum, Verdict: policy.Take, Says: "紧接在已算作目标的金额之后，自成一项",
			Takes: "公路养护达到5亿元，农田水利〔3〕亿元。", Leaves: "公路养护共5亿元，农田水利〔3〕亿元。",
		},
		Holds: func(c *candidate) bool { return c.ends() && c.followsLike() },
	},
	{
		Rule: policy.Rule{
			Name: "investment-of-a-year", Verdict: policy.Take, Says: "有年份的“计划投资”“年度投资”，后面没有所修饰的事物",
			Takes: "2022年，堤防工程年度投资〔3〕亿元。", Leaves: "堤防工程年度投资〔3〕亿元。",
		},
		Holds: func(c *candidate) bool {
			return c.ends() && c.planned() && words.Suffix(strings.TrimSuffix(c.bare(), "预期"), spentWords) != ""
		},
	},
	{ // after investment-of-a-year: 「完成总投资50亿元的目标」 names no project
		Rule: policy.Rule{
			Name: "worth-of-a-project", Verdict: policy.Leave, Says: "“投资多少元的”说明是什么项目，不是目标",
			Takes: "推进总投资〔50〕亿元的项目。", Leaves: "推进总投资〔50〕亿元以上的项目。",
		},
		Holds: func(c *candidate) bool {
			return c.cmp.cmp == "" && strings.HasPrefix(c.tail, "的") && strings.HasSuffix(c.bare(), "投资")
		},
	},
	{ // after worth-of-a-project
		Rule: policy.Rule{
			Name: "sum-under-a-verb", Verdict: policy.Take, Says: "金额前有“完成”“争取”一类动词，后面没有所修饰的事物",
			Takes: "争取上级支持〔3〕亿元。", Leaves: "争取上级支持〔3〕亿元项目。",
		},
		Holds: func(c *candidate) bool { return c.verb() > 0 && c.ends() },
	},
	{ // after worth-of-a-project
		Rule: policy.Rule{
			Name: "investment-under-a-verb", Verdict: policy.Take, Says: "金额前有“完成”“争取”一类动词，本小句或相邻小句说到投资、产值、收入等",
			Takes: "完成投资〔3〕亿元改造道路。", Leaves: "完成〔3〕亿元道路改造。",
		},
		Holds: func(c *candidate) bool { return c.verb() > 0 && words.In(c.near, investWords) },
	},
	{ // after worth-of-a-project
		Rule: policy.Rule{
			Name: "sum-arranged", Verdict: policy.Take, Says: "同一句前面有“安排”",
			Takes: "由市级统一安排，其中道路养护〔3〕亿元。", Leaves: "由市级统一管理，其中道路养护〔3〕亿元。",
		},
		Holds: func(c *candidate) bool { return strings.Contains(c.before, "安排") },
	},
}

// magnitudeEvidence takes what name-of-a-programme has left over of the sums without 元.
var magnitudeEvidence = policy.Decisions[*candidate]{{
	Rule: policy.Rule{
		Name: "sum-without-unit", Verdict: policy.Take, Says: "“万”“亿”后省去单位的数字",
		Takes: "对优胜单位奖励〔20〕万。", Leaves: "对优胜单位奖励〔20〕万元。",
	},
	Holds: func(*candidate) bool { return true },
}}
