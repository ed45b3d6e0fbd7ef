package target

import (
	"slices"
	"strings"
	"unicode/utf8"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// A shaping is a rule that cuts or completes the words by which a number is named.
type shaping struct {
	policy.Rule
	shape func(c *candidate, s string) string // s itself where the rule does not hold
}

// shape applies rules to s, one after the other.
func (c *candidate) shape(s string, rules []shaping) string {
	for _, r := range rules {
		s, _ = c.apply(s, r)
	}
	return s
}

// shapeOnce applies the first of the rules that holds for s.
func (c *candidate) shapeOnce(s string, rules []shaping) string {
	for _, r := range rules {
		if shaped, ok := c.apply(s, r); ok {
			return shaped
		}
	}
	return s
}

// apply applies r to s and reports whether it held.
func (c *candidate) apply(s string, r shaping) (string, bool) {
	if r.Off() {
		return s, false
	}
	shaped := r.shape(c, s)
	if shaped == s {
		return s, false
	}
	if !slices.Contains(c.shapedBy, r.Name) {
		c.shapedBy = append(c.shapedBy, r.Name)
	}
	return shaped, true
}

// shapingsOf returns the rules of shapings without what they do.
func shapingsOf(lists ...[]shaping) []policy.Rule {
	var out []policy.Rule
	for _, list := range lists {
		for _, r := range list {
			out = append(out, r.Rule)
		}
	}
	return out
}

var (
	subjectLeads = words.Of("subject-leads")
	subjectWords = words.Of("subject-words")
	subjectTails = words.Of("subject-tails")
	tailWords    = words.Of("tail-words")
	averageNouns = words.Of("average-nouns")
)

// noLeads drops words that say nothing at the start of a name.
var noLeads = shaping{
	Rule: policy.Rule{
		Name: "name-without-leads", Verdict: policy.AsName, Says: "名称不含开头的“力争”“全面”“加快”一类词",
		Takes: "力争全市就诊率达到〔90〕%。", Leaves: "全市就诊率达到〔90〕%。",
	},
	shape: func(_ *candidate, s string) string {
		for words.Prefix(s, subjectWords) == "" {
			w := words.Prefix(s, subjectLeads)
			if w == "" {
				break
			}
			s = s[len(w):]
		}
		return s
	},
}

// noTails drops verbs of reaching and what goes with them at the end of a name.
var noTails = shaping{
	Rule: policy.Rule{
		Name: "name-without-tails", Verdict: policy.AsName, Says: "名称不含数字前的“达到”“不低于”“分别”一类词",
		Takes: "全市就诊率达到〔90〕%。", Leaves: "全市就诊率〔90〕%以上。",
	},
	shape: func(_ *candidate, s string) string {
		for {
			w := words.Suffix(s, reachVerbs)
			if w == "" {
				w = words.Suffix(s, subjectTails)
			}
			if w == "" || w == "均" && words.Suffix(s, averageNouns) != "" || words.Suffix(s, tailWords) != "" {
				return s
			}
			if verb, ok := strings.CutPrefix(w, "均"); ok && words.Suffix(strings.TrimSuffix(s, verb), averageNouns) != "" {
				w = verb // 平均达到
			}
			s = strings.TrimSuffix(s, w)
		}
	},
}

// trimLeads returns s without the words at its start that say nothing.
func (c *candidate) trimLeads(s string) string { return c.shape(s, []shaping{noLeads}) }

// trimTails returns s without the verbs of reaching at its end.
func (c *candidate) trimTails(s string) string { return c.shape(s, []shaping{noTails}) }

// trimVerbs drops the verbs of goals that s begins with: 「新建、改扩建公办幼儿园」.
func (c *candidate) trimVerbs(s string) string {
	for {
		w := words.Prefix(s, goalVerbs)
		if w == "" {
			return c.trimLeads(s)
		}
		s = c.trimLeads(s[len(w):])
	}
}

// titleMarks stand at no end of a name.
const titleMarks = "，。；、：-"

// title makes a name short and whole enough for a title.
func (c *candidate) title(s string) string {
	return strings.Trim(c.shape(strings.Trim(s, titleMarks), titleCuts), titleMarks)
}

// longestSubject is how many characters a name may have.
const longestSubject = 50

var titleCuts = []shaping{
	{
		Rule: policy.Rule{
			Name: "name-of-fifty-characters", Verdict: policy.AsName, Says: "名称超过五十字的只留最后五十字",
			Takes:  "县域农村集中式供水工程和分散式供水工程以及城乡一体化供水管网延伸工程覆盖范围内常住人口和流动人口使用自来水普及率达到〔90〕%。",
			Leaves: "县域农村集中式供水工程覆盖范围内常住人口使用自来水普及率达到〔90〕%。",
		},
		shape: func(_ *candidate, s string) string {
			for n := utf8.RuneCountInString(s); n > longestSubject; n-- {
				_, w := utf8.DecodeRuneInString(s)
				s = s[w:]
			}
			return s
		},
	},
	{
		Rule: policy.Rule{
			Name: "name-without-half-a-bracket", Verdict: policy.AsName, Says: "名称中括号不成对的去掉括号",
			Takes: "新建公路3公里（含国道、省道）改造〔5〕公里以上。", Leaves: "新建公路（含国道、省道）改造〔5〕公里以上。",
		},
		shape: func(_ *candidate, s string) string { return withoutHalf(s, "（", "）") },
	},
	{
		Rule: policy.Rule{
			Name: "name-without-half-a-quotation", Verdict: policy.AsName, Says: "名称中引号不成对的去掉引号",
			Takes: "新建公路3公里“白改黑、绿改彩”改造〔5〕公里以上。", Leaves: "新建公路“白改黑、绿改彩”改造〔5〕公里以上。",
		},
		shape: func(_ *candidate, s string) string { return withoutHalf(s, "“", "”") },
	},
}

// withoutHalf returns s without its marks where they are not in pairs.
func withoutHalf(s, open, shut string) string {
	if strings.Count(s, open) == strings.Count(s, shut) {
		return s
	}
	return strings.NewReplacer(open, "", shut, "").Replace(s)
}
