package target

import (
	"slices"
	"sync"

	"zhengce/generator/policy"
)

// A naming is a rule that says by which words a number is named.
type naming struct {
	policy.Rule
	holds func(*nameless) bool
	name  func(*nameless) string
	whole bool // the words after the number do not complete the name
	asIs  bool // it is the name of another number already, and is not cut again
}

// A nameless is a number whose name is looked for, with the words that may give it.
type nameless struct {
	*candidate
	lead func() string           // the words before it, without those that name nothing
	noun func() string           // the words after it up to where a verb ends them
	of   func(*candidate) string // the subject of another number; a field, since subject itself asks the rules
}

// namings in the order in which they are asked. Those of listNamings come first, since a list goes on
// whatever its numbers count.
var namings = slices.Concat(listNamings, awardNamings, rankNamings, countNamings, sizeNamings, aloneNamings, leadNamings)

// subject describes what the number counts, from the words before and after it: 「全省产业集聚区
// 规模以上工业主营业务收入」, 「省辖市千亿级主导产业集群」.
func (c *candidate) subject() string {
	if !c.described {
		c.described, c.description = true, c.describe()
	}
	return c.description
}

// describe works out the subject.
func (c *candidate) describe() string {
	u := &nameless{candidate: c, lead: sync.OnceValue(c.leadWords), noun: sync.OnceValue(c.afterNoun), of: (*candidate).subject}
	s := ""
	n, ok := firstNaming(u)
	if ok {
		c.subjectRule, s = n.Rule, n.name(u)
	}
	if !n.whole {
		s = c.shapeOnce(s, completions)
	}
	if n.asIs {
		return s
	}
	return c.title(s)
}

// firstNaming returns the first rule that holds for u.
func firstNaming(u *nameless) (naming, bool) {
	for _, n := range namings {
		if !n.Off() && n.holds(u) {
			return n, true
		}
	}
	return naming{}, false
}

// leadWords returns the words before the number that may name it. The verb of a change is part of the
// name of a rate.
func (c *candidate) leadWords() string {
	s := c.local()
	if !c.n.counts() {
		s = c.shape(s, []shaping{withChange})
	}
	return c.trimTails(s)
}

// rulesOf returns the rules of namings without what they do.
func rulesOf(ns []naming) []policy.Rule {
	out := make([]policy.Rule, len(ns))
	for i, n := range ns {
		out[i] = n.Rule
	}
	return out
}
