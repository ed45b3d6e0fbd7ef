package invariant

import (
	_ "embed"
	"fmt"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// precision holds how often a reader's gold agrees with each rule, one rule a line.
//
//go:embed precision.txt
var precision string

// A tally says for how many findings by a rule there is gold, and with how many of them it agrees.
type tally struct{ judged, agreed int }

var tallies = readTallies(precision)

// readTallies reads lines of a rule's name and two numbers; a line that begins with # is a comment.
func readTallies(text string) map[string]tally {
	out := map[string]tally{}
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		var name string
		var t tally
		if _, err := fmt.Sscan(line, &name, &t.judged, &t.agreed); err != nil {
			panic(fmt.Sprintf("generator/invariant/precision.txt:%d:1: %v", i+1, err))
		}
		out[name] = t
	}
	return out
}

// leastPrecision is the share of findings by a rule with which gold must agree, or each of them is doubtful.
const leastPrecision = 0.9

// measured returns r with its counts.
func measured(r policy.Rule) policy.Rule {
	t := tallies[r.Name]
	r.Judged, r.Agreed = t.judged, t.agreed
	return r
}

// Measured returns the book with the counts of each rule.
func Measured(book policy.RuleBook) policy.RuleBook {
	out := make(policy.RuleBook, len(book))
	for i, chapter := range book {
		out[i] = chapter
		out[i].Rules = make([]policy.Rule, len(chapter.Rules))
		for k, r := range chapter.Rules {
			out[i].Rules[k] = measured(r)
		}
	}
	return out
}

// unsureRules ask about each rule by which something was found.
var unsureRules = policy.Decisions[policy.Rule]{{
	Rule: policy.Rule{
		Name: "rule-unsure", Verdict: policy.AsDoubt, Says: "所据的规则不够准：它在人工核对过的样本里，十个结果至少错一个以上",
	},
	Holds: func(r policy.Rule) bool { return r.Judged > 0 && r.Precision() < leastPrecision },
}}

var unsureChapter = policy.Chapter{
	Name: "doubt-rule", Title: "规则何时存疑", About: "对得出每个结果的每一条规则问：它在人工核对过的样本里有多准。", Rules: unsureRules.Rules(),
}

// unsure asks about the rules by which each finding came.
func (c *checker) unsure() {
	by := func(s source.Span, finding *policy.Doubts, rules ...string) {
		for _, name := range rules {
			for _, r := range unsureRules.All(measured(policy.Rule{Name: name})) {
				c.doubt(r, s, finding)
				return
			}
		}
	}
	group := func(s source.Span, finding *policy.Doubts, list []policy.Agency, rules ...string) {
		by(s, finding, rules...)
		for i := range list {
			by(list[i].Span, &list[i].Doubts, list[i].NameRule)
		}
	}
	for _, m := range c.Facts.Measures {
		by(m.Span, &m.Doubts, m.Rule)
	}
	for _, a := range c.Assignments {
		group(a.Span, &a.Doubts, a.Agencies, a.Found, a.Basis.Rule)
	}
	for _, r := range c.Annex {
		group(r.Span, &r.Doubts, r.Agencies, r.Found, r.Basis.Rule)
	}
	for _, i := range c.Indicators {
		by(i.Span, &i.Doubts, i.Rule, i.KindRule, i.CmpRule, i.YearRule)
	}
	for _, x := range c.Citations {
		by(x.Span, &x.Doubts, x.Rule)
	}
}
