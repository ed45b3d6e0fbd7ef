package clock

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// first returns the first of some rules that holds for m.
func first(rules policy.Decisions[*moment], m *moment) (policy.Rule, bool) {
	r, ok := rules.First(m)
	if ok && m.f.decided != nil {
		m.f.decided(r, m.text())
	}
	return r, ok
}

// read finds the deadlines of a passage.
func (p *passage) read() {
	p.findFields()
	ms := p.moments()
	p.resolve(ms)
	var taken []pair
	for _, m := range ms {
		if _, none := none(m); none {
			continue
		}
		if rule, ok := first(takeRules, m); ok {
			d := m.deadline(rule)
			taken = append(taken, pair{m, d})
			p.f.found = append(p.f.found, d)
		}
	}
	stretches(taken)
	p.f.pairs = append(p.f.pairs, taken...)
}

// resolve gives each time the year that it does not name: that of the time before it in its sentence, else that of the
// paper; and what two times share: 6月、12月底前, 每年6月底、12月底.
func (p *passage) resolve(ms []*moment) {
	s := p.line.s
	next := len(s)
	for i := len(ms) - 1; i >= 0; i-- {
		m := ms[i]
		if m.next = next; m.after == nil && (m.every == "" || m.fixed) && !p.line.named[m.core] && !m.names() {
			next = m.start
		}
		if i > 0 {
			m.before, ms[i-1].follow = ms[i-1], m
		}
	}
	for i := len(ms) - 2; i >= 0; i-- {
		ms[i].share(ms[i+1])
	}
	year, at := p.f.year, 0 // a date before the paper's year tells of something else
	for _, m := range ms {
		if m.after != nil || m.standing {
			continue
		}
		if strings.ContainsAny(s[at:m.start], "。") {
			year = p.f.year
		}
		at = m.end
		p.carry(m)
		year = m.resolve(year, p.f.year)
	}
}

// share gives m what n, the next of a list, says for both.
func (m *moment) share(n *moment) {
	if n.start < m.end { // 「2012年起5年内」: two times share words
		return
	}
	between := m.line.s[m.end:n.start]
	if m.tail != "" || m.span || m.after != nil || m.standing || between == "" || words.Prefix(between, listJoints) != between {
		return
	}
	m.tail = n.tail
	if m.lead == "" {
		m.lead = n.lead
	}
}

var listJoints = words.Of("list-joints")

// carry gives m what comes back from the time before it: 每年6月底、12月底前, 次年3月底前.
func (p *passage) carry(m *moment) {
	b := m.before
	if b == nil || b.every != "year" || !b.fixed || m.every != "" || m.to.written && !m.to.coming || m.to.bare() && !m.to.end {
		return
	}
	between := p.line.s[b.end:m.start]
	if words.Prefix(between, listJoints) == between || m.to.coming && !strings.Contains(between, "。") {
		m.every, m.fixed = "year", true
	}
}

// resolve sets the year of m and returns the one that holds for the times behind it.
func (m *moment) resolve(year, paper int) int {
	set := func(d *date) {
		switch {
		case d.year > 0:
		case d.coming:
			d.year = paper + 1
		case d.written:
			d.year = paper
		default:
			d.year = year
		}
	}
	if m.span {
		if m.from.year == 0 && !m.from.written && m.to.year > 0 {
			m.from.year = m.to.year
		}
		set(&m.from)
		if m.to.coming {
			m.to.year = m.from.year + 1
		}
		year = m.from.year
	}
	set(&m.to)
	if m.to.written && m.every == "" && m.to.year >= paper {
		return m.to.year
	}
	return year
}

// deadline makes the finding.
func (m *moment) deadline(rule policy.Rule) *policy.Deadline {
	at := m.text()
	if _, closes := first(placeRules, m); closes {
		m.closes = true
	}
	d := &policy.Deadline{Span: at, Quote: m.f.doc.File.Squeezed(at), Kind: kinds[rule.Name], Measure: m.unit(), Row: m.row, Group: policy.NoGroup, Rule: rule.Name}
	switch d.Kind {
	case policy.Standing:
	case policy.Each:
		d.Every, d.On, d.Start = m.every, m.on(), m.startsBefore()
	case policy.From:
		d.Date = m.to.first().known()
	case policy.Within:
		d.After = m.after
		if m.span {
			d.Start, d.Date = m.from.first().known(), m.to.last().known()
		}
	default:
		d.Date = m.to.last().known()
	}
	if m.row == nil {
		d.Group = m.group()
	}
	return d
}

// known returns the day as YYYY-MM-DD, or "" where its year is not known or there is no such day.
func (d day) known() string {
	if !d.valid() {
		return ""
	}
	return d.String()
}

// on returns the day on which m comes back: 12-31 of a year, 05 of a month.
func (m *moment) on() string {
	if !m.fixed || m.to.term {
		return ""
	}
	if m.every == "year" {
		last := m.to
		last.year = 2001 // no leap year
		return strings.TrimPrefix(last.last().String(), "2001-")
	}
	if m.to.day > 0 {
		return day{1, 1, m.to.day}.String()[len("0001-01-"):]
	}
	if m.every == "month" {
		return "31"
	}
	return ""
}

// startsBefore returns the day from which on m comes back: 自2021年起，每年3月底前.
func (m *moment) startsBefore() string {
	if b := m.before; b != nil && b.starts() && b.leadsTo(m) {
		return b.to.first().known()
	}
	return ""
}

// group returns which group of the unit covers m, from 0, or NoGroup.
func (m *moment) group() int {
	at := m.text()
	groups := m.f.groups[m.unit()]
	for i, a := range groups {
		if a.Span.Overlaps(at) || a.Covers.Overlaps(at) {
			return i
		}
	}
	if !m.field || m.unit() == "" || len(groups) == 0 {
		return policy.NoGroup
	}
	best := 0
	for i, a := range groups { // the line of deadlines belongs to the group right before it
		if a.End <= at.Start {
			best = i
		}
	}
	return best
}

// sentences returns how many sentences the text of the unit has, without its groups and lines of deadlines, and without
// its heading unless m stands there.
func (m *moment) sentences() int {
	p := m.passage
	if p.row != nil {
		return strings.Count(strings.TrimRight(p.line.s, "。;"), "。") + 1
	}
	n := 0
	for up := p.section; up != nil; up = up.Parent {
		if u := p.f.measures[up]; u != nil {
			if n = p.f.sentencesIn(u); u.HeadingSpan.Overlaps(m.text()) {
				n++
			}
			break
		}
	}
	return n
}

// sentencesIn counts the sentences of a measure.
func (f *finder) sentencesIn(m *policy.Measure) int {
	n := 0
	for _, b := range m.Section.Blocks {
		s := source.Span{Start: max(b.Start, m.Text.Start), End: min(b.End, m.Text.End)}
		if s.Empty() || b.Table != nil || b.Kind == document.Heading || f.closes(b) >= 0 && !b.Opens {
			continue
		}
		l := newLine(f.file, s)
		if fieldLabel.MatchString(l.s) && fieldLabel.FindStringIndex(l.s)[0] == 0 {
			continue
		}
		n += f.sentencesOf(l, m.ID)
	}
	return n
}

// sentencesOf counts the sentences of a line of the unit of that ID.
func (f *finder) sentencesOf(l *line, id string) int {
	text := []byte(l.s)
	for _, a := range f.groups[id] {
		if a.Covers.Overlaps(a.Span) {
			continue // 由X牵头: a sentence
		}
		for i := l.at(a.Start); i < len(text) && int(l.start[i]) < a.End; i++ {
			text[i] = ' '
		}
	}
	n := 0
	for _, s := range strings.Split(string(text), "。") {
		if strings.Trim(s, " ;,.()") != "" {
			n++
		}
	}
	return n
}
