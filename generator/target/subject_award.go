package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	awardNames = words.Of("award-names")
	awardLeads = words.Of("award-leads")
	awardEnds  = words.Of("award-ends")
)

// awardNamings name money that is given: for what, and what it is called.
var awardNamings = []naming{
	{
		Rule: policy.Rule{
			Name: "award-at-most", Verdict: policy.AsName, Says: "“最高”多少钱，名称是为何而给加奖励、补助等名目",
			Takes: "对新认定的园区安排奖励资金，最高〔50〕万元。", Leaves: "对新认定的园区安排奖励资金，年均〔50〕万元。",
		},
		holds: func(u *nameless) bool { return u.mayBeAward() && u.cmp.leading == "最高" },
		name:  (*nameless).award, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "award-behind-its-verb", Verdict: policy.AsName, Says: "“奖励”“补助”“给予”等词后的钱，名称是为何而给加奖励、补助等名目",
			Takes: "对新认定的园区，每年补助〔50〕万元。", Leaves: "对新认定的园区，每年投资〔50〕万元以上。",
		},
		holds: func(u *nameless) bool { return u.mayBeAward() && words.Suffix(u.bare(), givingVerbs) != "" },
		name:  (*nameless).award, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "award-before-its-name", Verdict: policy.AsName, Says: "奖励、补助等名目前的钱，名称是为何而给加这一名目",
			Takes: "新认定的园区获得〔50〕万元奖励。", Leaves: "新认定的园区获得〔50〕万元投资。",
		},
		holds: func(u *nameless) bool { return u.mayBeAward() && words.Prefix(u.tail, awardNames) != "" },
		name:  (*nameless).award, whole: true,
	},
	{
		Rule: policy.Rule{
			Name: "award-given", Verdict: policy.AsName, Says: "同一分句里“给予”之后的钱，名称是为何而给加奖励、补助等名目",
			Takes: "对新认定的园区给予每家〔50〕万元的奖励。", Leaves: "对新认定的园区安排每家〔50〕万元的奖励。",
		},
		holds: func(u *nameless) bool { return u.mayBeAward() && strings.Contains(u.head, "给予") },
		name:  (*nameless).award, whole: true,
	},
}

// mayBeAward reports whether the number is money beside a name of what is given, and singles nobody out.
func (u *nameless) mayBeAward() bool {
	return u.n.group == "money" && !u.filters() && u.awardName() != ""
}

// awardName returns what the money is called, or "".
func (u *nameless) awardName() string {
	for _, w := range awardNames {
		if strings.Contains(u.near, w) {
			return w
		}
	}
	return ""
}

// award names money that is given.
func (u *nameless) award() string {
	name := u.awardName()
	s := u.shape(unbracket(u.before), awardCuts)
	if i := strings.Index(s, name); i > 0 {
		s = s[:i]
	}
	return strings.TrimSuffix(strings.TrimSuffix(s, "的"), name) + name
}

// awardCuts make of the sentence before a sum what it is given for, one after the other.
var awardCuts = []shaping{
	{
		Rule: policy.Rule{
			Name: "award-behind-a-semicolon", Verdict: policy.AsName, Says: "为何而给，从最近的分号之后起",
			Takes: "加快建设园区；对新认定的企业奖励〔50〕万元。", Leaves: "对新认定的企业奖励〔50〕万元。",
		},
		shape: func(_ *candidate, s string) string {
			return s[max(0, words.Last(s, []string{"；"})):]
		},
	},
	{
		Rule: policy.Rule{
			Name: "award-without-leads", Verdict: policy.AsName, Says: "为何而给，不含开头的“每年”“支持一批”“对”",
			Takes: "每年对新认定的企业奖励〔50〕万元。", Leaves: "新认定的企业奖励〔50〕万元。",
		},
		shape: func(c *candidate, s string) string {
			for _, w := range awardLeads {
				s = c.trimLeads(strings.TrimPrefix(s, w))
			}
			return s
		},
	},
	{ // after award-without-leads: 对 may be followed by a stop
		Rule: policy.Rule{
			Name: "award-up-to-its-sum", Verdict: policy.AsName, Says: "为何而给，到逗号、“给予”“按照”“一次性”等为止",
			Takes: "新认定的企业，由市财政奖励〔50〕万元。", Leaves: "新认定的企业奖励〔50〕万元。",
		},
		shape: func(_ *candidate, s string) string {
			for _, stop := range awardEnds {
				if i := strings.Index(s, stop); i > 0 {
					s = s[:i]
				}
			}
			return s
		},
	},
}
