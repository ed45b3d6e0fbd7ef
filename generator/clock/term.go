package clock

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// lengthFirst is a clause with a length of validity whose number stands before: 「，暂定三年有效期」.
var lengthFirst = words.Pattern(`[,;](?:{{fixing-words}})?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?({{term-units}})的?{{term-names}}`)

// commaWords part that clause from the one before.
var commaWords = []string{",", ";"}

// terms reads until when, or how long, the paper holds.
func (c *clause) terms() {
	s := c.text()
	v := &c.f.valid
	for _, m := range until.FindAllStringSubmatchIndex(s, -1) {
		c.m = m
		at := c.line.span(c.from+m[0], c.from+m[1])
		if rule, ok := firstOf(c.f, untilRules, c, at); ok && rule.Verdict == policy.Take {
			v.Expires, v.Until = dayIn(s[m[4]:m[5]]).last().known(), at
			c.f.clauses = append(c.f.clauses, at)
			c.f.rule(rule.Name, at)
		}
	}
	for _, m := range slices.Concat(term.FindAllStringSubmatchIndex(s, -1), lengthFirst.FindAllStringSubmatchIndex(s, -1)) {
		c.m = m
		at := c.line.span(c.from+m[0]+len(words.Prefix(s[m[0]:], commaWords)), c.from+m[1])
		if rule, ok := firstOf(c.f, termRules, c, at); ok && rule.Verdict == policy.Take {
			n := number(s, m, 1)
			v.Term = &policy.Length{}
			switch s[m[4]:m[5]] {
			case "年":
				v.Term.Years = n
			case "月":
				v.Term.Months = n
			default:
				v.Term.Days = n
			}
			v.Until = at
			c.f.clauses = append(c.f.clauses, at)
			c.f.rule(rule.Name, at)
		}
	}
}

// expiry computes the last day from the first and the length.
func (f *finder) expiry() {
	v := &f.valid
	if from := readDay(v.Effective); v.Expires == "" && v.Term != nil && from.year > 0 {
		v.Expires = from.lastOf(*v.Term).known()
	}
}
