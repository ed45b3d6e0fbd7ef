package clock

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

var (
	noTails    = words.Of("no-tails")
	someYears  = words.Of("some-years")
	eventLeads = words.Of("event-leads")
	joints     = words.Pattern(`{{after-joints}}[的,]?$`)
	yearInside = words.Pattern(`^年度?{{inside-tails}}`)
	dayAlone   = words.Pattern(`^` + formDay + `[日号]`)
	lastDay    = words.Pattern(`^` + formDay + `[日号]`)
)

// wholeYear is the year of the paper, in a field of deadlines.
const wholeYear = "全年"

// beginners are the characters with which a time may begin.
var beginners = pattern.SetOf("0123456789一二两三四五六七八九十半第上下年今本当明次翌每逐各以\"“")

// leadBytes is how far before a time the words that tell how it is meant may stand, eventBytes the event that it is
// counted from.
const (
	leadBytes  = 36
	eventBytes = 150
)

// moments returns the times that the line of p names, in its order.
func (p *passage) moments() []*moment {
	var out []*moment
	s := p.line.s
	for i := p.line.from; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if m := p.momentAt(i, r); m != nil {
			out = append(out, m)
			i = m.end
			continue
		}
		i += n
		if r >= '0' && r <= '9' {
			for i < len(s) && (s[i] >= '0' && s[i] <= '9' || s[i] == '.') {
				i++ // no date begins within a number
			}
		}
	}
	return out
}

// momentAt reads the time that begins at byte i with the character r; nil where none does.
func (p *passage) momentAt(i int, r rune) *moment {
	s := p.line.s
	field := p.fieldAt(i)
	if field {
		if n := len(standing.FindString(s[i:])); n > 0 {
			return &moment{passage: p, start: i, core: i, end: i + n, standing: true, field: true}
		}
		if strings.HasPrefix(s[i:], wholeYear) {
			return &moment{passage: p, start: i, core: i, end: i + len(wholeYear), to: date{month: 12, end: true}, field: true}
		}
	}
	if !beginners.Has(r) {
		return nil
	}
	if p.spare == nil {
		p.spare = new(moment)
	}
	m := p.spare
	*m = moment{passage: p, start: i, core: i, field: field}
	if m.readEvery() || m.readLength() || m.readPlan() || m.readDates() {
		p.spare = nil
		return m
	}
	return nil // most characters that could begin a time begin none
}

// rest returns the line behind what has been read of m.
func (m *moment) rest() string { return m.line.s[m.end:] }

// readEvery reads what comes back: 每年12月底前, 每月5日前.
func (m *moment) readEvery() bool {
	s := m.line.s
	x := every.FindStringSubmatchIndex(s[m.start:])
	if x == nil {
		return false
	}
	m.end = m.start + x[1]
	if has(x, 1) {
		m.every = "year"
		d, n := readDate(m.rest(), false)
		switch {
		case n > 0 && !d.written && d.whole(m.rest()):
			m.to, m.fixed, m.end = d, true, m.end+n
			if j := len(joins.FindString(m.rest())); j > 0 { // 每年11月15日至次年3月15日
				if e, k := readDate(m.rest()[j:], false); k > 0 && !e.bare() {
					m.to, m.end = e, m.end+j+k
				}
			}
		case strings.HasPrefix(m.rest(), "底") || strings.HasPrefix(m.rest(), "末"):
			m.to, m.fixed, m.end = date{month: 12, end: true}, true, m.end+len("底")
		}
	} else {
		m.readCycle(s[m.start+x[4] : m.start+x[5]])
	}
	if m.fixed {
		m.readTail()
	} else {
		m.end = m.start + len(strings.TrimRight(s[m.start:m.end], "的于在"))
	}
	return true
}

// readCycle reads what comes back more often than each year, and the day on which it does: 每月5日前.
func (m *moment) readCycle(cycle string) {
	m.every = map[string]string{"月": "month", "半年": "half-year"}[cycle]
	if m.every == "" {
		m.every = "quarter"
	}
	d := dayOfMonth.FindStringSubmatchIndex(m.rest())
	if d == nil || m.every == "half-year" && dayAlone.MatchString(m.rest()) {
		return
	}
	m.to, m.fixed = date{day: number(m.rest(), d, 1), end: has(d, 2), term: has(d, 3)}, true
	if m.every == "half-year" {
		m.to = date{end: true} // 每半年结束后15日内: of two months
	}
	m.end += d[1]
}

// readLength reads a span that is counted: 印发后3个月内.
func (m *moment) readLength() bool {
	s := m.line.s
	x := length.FindStringSubmatchIndex(s[m.start:])
	if x == nil {
		return false
	}
	n, unit, half := number(s[m.start:], x, 1), s[m.start+x[4]:m.start+x[5]], s[m.start+x[2]:m.start+x[3]] == "半"
	if half {
		n = 1
	}
	if n == 0 {
		return false
	}
	m.after = lengthOf(n, unit, half)
	m.end = m.start + x[1]
	m.readEvent()
	return true
}

// lengthOf returns a number of units as a length; half tells that it is half of one.
func lengthOf(n int, unit string, half bool) *policy.After {
	switch {
	case unit == "年" && half:
		return &policy.After{Months: 6}
	case unit == "月" && half:
		return &policy.After{Days: 15}
	case unit == "年":
		return &policy.After{Years: n}
	case unit == "月":
		return &policy.After{Months: n}
	case unit == "季度":
		return &policy.After{Months: 3 * n}
	case unit == "周":
		return &policy.After{Days: 7 * n}
	case unit == "工作日":
		return &policy.After{Workdays: n}
	}
	return &policy.After{Days: n}
}

// readPlan reads “十四五”期间.
func (m *moment) readPlan() bool {
	s := m.line.s[m.start:]
	x := fivePlan.FindStringSubmatchIndex(s)
	if x == nil {
		return false
	}
	n := number(s, x, 1)
	m.plan, m.end = true, m.start+x[1]
	m.from, m.to = date{year: 2001 + 5*n, written: true}, date{year: 2005 + 5*n, written: true}
	if tail := s[x[4]:x[5]]; strings.Contains(tail, "末") {
		m.to.end = true
	} else {
		m.span = true
	}
	m.readLead()
	return true
}

// readDates reads a date or two with a dash between them, and the words around.
func (m *moment) readDates() bool {
	s := m.line.s[m.start:]
	if yearInside.MatchString(s) && words.Suffix(m.line.s[:m.start], someYears) == "" && !m.counted() {
		m.end = m.start + len("年")
		m.readTail()
		m.readLead()
		return m.tail != ""
	}
	if x := shortSpan.FindStringSubmatchIndex(s); x != nil {
		y := date{year: number(s, x, 1), written: has(x, 1)}
		m.from, m.to, m.span = y, y, true
		m.from.month, m.to.month = number(s, x, 2), number(s, x, 3)
		m.end = m.start + x[1]
	} else if !m.readSpan(s) {
		return false
	}
	m.readTail()
	m.readLead()
	m.readYears()
	return true
}

// readYears reads a number of years behind the one in which they begin: 2031年起3年内.
func (m *moment) readYears() {
	x := length.FindStringSubmatchIndex(m.rest())
	if x == nil || !m.starts() || m.span || !m.to.bare() || m.to.year == 0 {
		return
	}
	if n := number(m.rest(), x, 1); n > 0 && m.rest()[x[4]:x[5]] == "年" {
		m.from, m.span, m.tail = m.to, true, ""
		m.to.year += n - 1
		m.end += x[1]
	}
}

// counted reports whether a numeral stands right before m.
func (m *moment) counted() bool {
	r, _ := utf8.DecodeLastRuneInString(m.line.s[:m.start])
	return strings.ContainsRune("0123456789一二两三四五六七八九十", r)
}

// readSpan reads a date, and a second one behind 至.
func (m *moment) readSpan(s string) bool {
	d, n := readDate(s, m.field)
	if n == 0 || m.counted() || d.month > 12 || d.day > 31 {
		return false
	}
	m.to, m.end = d, m.start+n
	whole := d.whole(s[:n]) || m.field && (d.month > 0 || d.year > 0 && m.cell)
	if j := len(joins.FindString(s[n:])); j > 0 && (whole || d.year > 0) {
		return m.readEnd(s[n+j:], n+j) || whole
	}
	return whole
}

// readEnd reads the second date of a span, which begins n bytes behind the first.
func (m *moment) readEnd(s string, n int) bool {
	e, k := readDate(s, m.field)
	if x := lastDay.FindStringSubmatchIndex(s); x != nil && m.to.day > 0 {
		e, k = m.to, x[1]
		e.day = number(s, x, 1)
	}
	if k == 0 || !e.whole(s[:k]) && !(m.field && (e.month > 0 || e.year > 0)) {
		return false
	}
	m.from, m.to, m.span, m.end = m.to, e, true, m.start+n+k
	return true
}

// readTail reads what stands right behind the date.
func (m *moment) readTail() {
	x := tails.FindStringSubmatchIndex(m.rest())
	if x == nil || has(x, 1) && words.Prefix(m.rest()[x[2]:], noTails) != "" {
		return
	}
	if has(x, 1) {
		m.tail = m.rest()[x[2]:x[3]]
	}
	m.end += x[1]
}

// ownLeads are the words before a date that are part of the words of time.
var ownLeads = words.Of("own-leads")

// readLead reads what stands right before the date.
func (m *moment) readLead() {
	from := max(m.line.from, m.start-leadBytes)
	m.lead = leads.FindString(m.line.s[from:m.start])
	m.start -= len(words.Suffix(m.lead, ownLeads))
}
