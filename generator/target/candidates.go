package target

import (
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// paragraph finds the indicators of one paragraph.
func (f *finder) paragraph(span source.Span, measure string, scope sectionScope, clock *yearClock) {
	t := newParagraph(f.file, span)
	for _, c := range candidatesIn(t, &scope, clock) {
		f.add(c.indicator(measure, clock), scope.annual, clock.recurring(c.n.start))
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
		prev = cmps[i].tail
	}
	shareComparators(t, numbers, cmps)
	var all, found []*candidate
	var last *candidate
	for i := range numbers {
		c := newCandidate(t, &numbers[i], cmps[i], scope, last)
		year, basis := clock.at(numbers[i].start)
		sentence := t.sentences[t.clauses[c.clause].sentence]
		c.year, c.ownYear = year, basis[0] >= t.start[sentence.start] // no year is taken from a later sentence
		c.weigh()
		if c.accepted {
			c.tellKind()
			c.thisYear = year > 0 && clock.meansNow(basis)
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

// weigh decides whether the number is one that the paper sets, and notes the rule by which it does.
func (c *candidate) weigh() {
	if rule, ok := exclusions.First(c); ok {
		c.rule, c.fixed = rule, countsList(rule.Name)
		return
	}
	c.rule, _ = c.evidence().First(c)
	c.accepted = c.rule.Verdict == policy.Take
}

// shareYears gives each number of a list its own of as many years: 「到2025年、2030年，分别达到150万千瓦、
// 300万千瓦」.
func shareYears(found []*candidate, clock *yearClock) {
	for i := 0; i < len(found); {
		end := i + 1
		for end < len(found) && found[end].clause == found[i].clause && found[end].chained() {
			end++
		}
		if years := clock.among(found[i].n.start); len(years) == end-i && strings.Contains(found[i].head, "分别") {
			for k, c := range found[i:end] {
				if c.year > 0 {
					c.year = years[k]
				}
			}
		}
		i = end
	}
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
		Measure:  measure,
	}
	if n.unit == "" {
		ind.Unit = c.t.raw(n.unitStart, n.unitEnd)
	}
	if n.ranged {
		upper := n.max
		ind.Max = &upper
	}
	if ind.Cmp == "" {
		ind.Cmp = "="
	}
	if c.year > 0 {
		_, basis := clock.at(n.start)
		ind.YearBasis = source.Span{Start: basis[0], End: basis[1]}
	}
	ind.Subject, ind.SubjectRule = c.subject(), c.subjectRule.Name
	return ind
}

// quote returns the clause that carries the number.
func (c *candidate) quote() stretch {
	clause := c.t.clauses[c.clause]
	r := stretch{clause.start, max(clause.end, c.cmp.tail)}
	const longest = 240
	if c.n.start-r.start > longest {
		r.start = source.RuneStart(c.t.s, c.n.start-longest)
	}
	if r.end-c.cmp.tail > longest {
		r.end = source.RuneStart(c.t.s, c.cmp.tail+longest)
	}
	return stretch{r.start, max(r.end, min(c.cmp.tail, len(c.t.s)))}
}
