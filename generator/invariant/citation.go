package invariant

import (
	"strings"

	"zhengce/generator/policy"
)

// longCited is how many characters no title has more than.
const longCited = 110

// citationRules ask about each paper that is cited.
var citationRules = policy.Decisions[*policy.Citation]{
	{
		Rule: policy.Rule{
			Name: "cited-half", Verdict: policy.AsDoubt, Says: "所引文件的标题里括号、引号只有半个，或者长得不像标题",
			Takes: "一、修路\n（一）落实〔《甲市“道路条例》〕。", Leaves: "一、修路\n（一）落实〔《甲市“十五五”道路规划》〕。",
		},
		Holds: func(c *policy.Citation) bool {
			return half(c.Title) || strings.ContainsAny(c.Title, "。；") || characters(c.Title) > longCited
		},
	},
	{
		Rule: policy.Rule{
			Name: "cited-digits", Verdict: policy.AsDoubt, Says: "所引文件的标题没有汉字",
			Takes: "一、修路\n（一）落实〔《2025》〕。", Leaves: "一、修路\n（一）落实〔《宪法》〕。",
		},
		Holds: func(c *policy.Citation) bool {
			return c.Title != "" && hans(c.Title) == 0 && !strings.ContainsFunc(c.Title, isLatin)
		},
	},
}

// isLatin reports whether r is a Latin letter, as the titles of foreign standards have.
func isLatin(r rune) bool { return 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' }

// citations asks about the papers that are cited.
func (c *checker) citations() {
	for _, x := range c.Citations {
		ask(c, citationRules, x, x.Span, &x.Doubts)
	}
}
