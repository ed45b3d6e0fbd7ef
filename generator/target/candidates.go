package target

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// paragraph finds the indicators of one paragraph.
func (f *finder) paragraph(span source.Span, measure string, scope *sectionScope, clock *yearClock) {
	t := f.read(span)
	for _, c := range candidatesIn(t, scope, clock) {
		f.add(c.indicator(measure, clock), c.scope.annual, c.when.rule == comesAgain || c.inYears())
	}
	clock.leave()
}

// candidatesIn returns the numbers of t that are indicators, each with its year and kind.
func candidatesIn(t *paragraph, scope *sectionScope, clock *yearClock) []*candidate {
	numbers, years := readNumbers(t)
	clock.enter(t, years)
	cmps := make([]comparator, len(numbers))
	prev := 0
	for i := range numbers {
		cmps[i] = readComparator(t, &numbers[i], prev)
		if !strings.HasSuffix(t.s[:numbers[i].start], "每") { // 「至少每2小时1次」
			prev = cmps[i].tail
		}
	}
	shareComparators(t, numbers, cmps)
	scopes := scope.scopes(t, years)
	var all, found []*candidate
	var last *candidate
	for i := range numbers {
		c := newCandidate(t, &numbers[i], cmps[i], scopes[t.clause(numbers[i].start).sentence], last)
		c.when = clock.at(numbers[i].start)
		sentence := t.sentences[t.clauses[c.clause].sentence]
		c.year, c.ownYear = c.when.year, c.when.year > 0 && c.when.basis.Start >= int(t.start[sentence.start]) // no year is taken from a later sentence
		c.weigh()
		if c.accepted {
			c.tellKind()
			if rule, ok := noYear.First(c); ok {
				c.yearRule, c.year = rule, 0
			}
			found = append(found, c)
		}
		all, last = append(all, c), c
	}
	tellJointKinds(found)
	shareYears(found, clock)
	if scope.weighed != nil {
		scope.weighed(all)
	}
	return found
}

// inYears reports whether the clause says within how many years the number is to be reached: 「力争5年内形成3个集群」.
func (c *candidate) inYears() bool { return withinYears.MatchString(c.head) }

var withinYears = pattern.MustCompile(`(?:[0-9]|[一二两三四五六七八九十])年(?:之)?内`)

// weigh decides whether the number is one that the paper sets, and notes the rule by which it does.
func (c *candidate) weigh() {
	if rule, ok := exclusions.First(c); ok {
		c.rule, c.fixed = rule, countsList(rule.Name)
		return
	}
	c.rule, _ = c.evidence().First(c)
	c.accepted = c.rule.Verdict == policy.Take
}

// indicator returns the record of an accepted number.
func (c *candidate) indicator(measure string, clock *yearClock) *policy.Indicator {
	n := c.n
	quote := c.quote()
	ind := &policy.Indicator{
		Span:     c.t.span(quote.start, quote.end),
		Quote:    c.t.raw(quote.start, quote.end),
		Value:    c.t.span(n.start, n.end),
		Cmp:      c.cmp.cmp,
		Number:   n.value,
		Unit:     n.unit,
		Year:     c.year,
		BaseYear: clock.base(n.start),
		Kind:     c.kind,
		Rule:     c.rule.Name,
		KindRule: c.kindRule.Name,
		CmpRule:  c.cmp.rule,
		Measure:  measure,
	}
	if n.unit == "" {
		ind.Unit = c.t.written(n.unitStart, n.unitEnd)
	}
	if n.ranged {
		upper := n.max
		ind.Max = &upper
	}
	if ind.Cmp == "" {
		ind.Cmp = "="
	}
	if c.year > 0 {
		ind.YearBasis, ind.YearRule = c.when.basis, c.when.rule
	}
	ind.Subject, ind.SubjectRule = c.subject(), c.subjectRule.Name
	return ind
}

// quoteReach is how many bytes of the clause are quoted on each side of the number, some 80 characters.
const quoteReach = 240

// quote returns the clause that carries the number.
func (c *candidate) quote() stretch {
	clause := c.t.clauses[c.clause]
	return stretch{
		max(clause.start, source.RuneStart(c.t.s, c.n.start-quoteReach)),
		min(max(clause.end, c.cmp.tail), source.RuneStart(c.t.s, c.cmp.tail+quoteReach)),
	}
}
