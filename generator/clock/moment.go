package clock

import (
	"slices"
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A date is a time as it is written: a year, a quarter, a month or a day.
type date struct {
	year    int  // 0 where none is written
	coming  bool // that after the paper's: 明年
	half    int  // 1, 2; 0 for none
	quarter int  // 1 to 4
	month   int
	third   int  // of a month: 1 上旬, 2, 3
	day     int  // of the month
	end     bool // 底, 末
	term    bool // it names no day of the calendar: 秋季学期, 汛期, 最后一个工作日
	written bool // its year is said
}

// bare reports whether the date is a year alone.
func (d date) bare() bool { return d.month == 0 && d.quarter == 0 && d.half == 0 && !d.end && !d.term }

// last returns its last day.
func (d date) last() day {
	if d.term {
		return day{}
	}
	out := day{year: d.year, month: 12, day: 31}
	switch {
	case d.month > 0:
		out.month = d.month
	case d.quarter > 0:
		out.month = 3 * d.quarter
	case d.half > 0:
		out.month = 6 * d.half
	}
	switch out.day = monthDays(max(d.year, 1), out.month); {
	case d.day > 0:
		out.day = d.day
	case d.third == 1 || d.third == 2:
		out.day = 10 * d.third
	}
	return out
}

// first returns its first day.
func (d date) first() day {
	if d.term {
		return day{}
	}
	out := day{year: d.year, month: 1, day: 1}
	switch {
	case d.month > 0:
		out.month = d.month
	case d.quarter > 0:
		out.month = 3*d.quarter - 2
	case d.half > 0:
		out.month = 6*d.half - 5
	}
	switch {
	case d.day > 0:
		out.day = d.day
	case d.third > 1:
		out.day = 10*d.third - 9
	}
	return out
}

// A moment is a place of a line that names a time.
type moment struct {
	*passage
	start, end int  // its words in the line
	core       int  // where the date itself begins, behind 到, 自 and the like
	to         date // its last date, or the only one
	from       date // its first, of a span
	span       bool
	lead       string // words before it that tell how it is meant: 到, 自, 力争
	tail       string // words behind it: 前, 内, 起
	every      string // "year", "half-year", "quarter", "month"
	fixed      bool   // of what comes back: a day or month is named
	after      *policy.After
	ownEvent   bool // the event is that of this paper
	standing   bool
	plan       bool // a five-year plan
	field      bool // it stands on a line, in a column or a bracket of deadlines
	closes     bool // it stands in the closing words of the paper
	next       int  // where the next time of the line begins, or the line ends
	begin      int  // where what it may cover begins
	stop       int  // where what it covers ends
	alone      bool // no other deadline stands in its unit
	before     *moment
	follow     *moment
}

const (
	formDay    = `(\d{1,2}|[一二三四五六七八九十]{1,3})`
	formYear   = `(?:((?:19|20)\d\d|[一二][〇零○九一二三四五六七八]{3})年?)`
	formRunsOn = `(?:(?:\d{1,2}|零)(?:时|点|:\d\d)(?:\d{1,2}分)?整?|下班)?`
)

var (
	// aDate is a date from its year, or its month, on; groups: year, 今年, 明年, month, day, part of the month, quarter,
	// end of it, half, end of it, end of the year, term of a school.
	aDate = words.Pattern(`^(?:` + formYear + `|({{running-years}})|({{coming-years}}))?的?(?:` + formDay + `月份?(?:` + formDay + `[日号]|({{month-parts}}))?|第?([1-4一二三四])个?季度([底末]?)|([上下])半年([底末]?)|(年?[底末终])|({{school-terms}}|{{seasons}}))?`)
	// inFigures is a date as cells have it: 2021.06, 2021/6/30, 2021-12-31.
	inFigures = words.Pattern(`^((?:19|20)\d\d)[./-](0?[1-9]|1[0-2])(?:[./-](0?[1-9]|[12]\d|3[01]))?`)
	// joins stand between the two ends of a span.
	joins = words.Pattern(`^` + formRunsOn + `起?(?:-+|至|到)`)
	// shortSpan is one of months, or of days: 6-8月.
	shortSpan = words.Pattern(`^` + formYear + `?(\d{1,2})(?:-+|至|到)(\d{1,2})月`)
	fivePlan  = words.Pattern(`^["“]?十([二三四五六七])五["”]?(?:规划)?({{plan-tails}})`)
	planName  = words.Pattern(`^(?:十[二三四五六七]五)$`)
	length    = words.Pattern(`^(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?:个)?({{span-units}})(?:{{inside-tails}})`)
	every     = words.Pattern(`^(?:({{every-year}})|每(?:个|一)?({{short-cycles}}))的?(?:于|在)?`)
	// dayOfMonth is the day on which something comes back each month or quarter.
	dayOfMonth = words.Pattern(`^(?:的?{{months-of-quarters}}?的?)?(?:` + formDay + `[日号]|([底末])|({{last-workdays}}))`)
	leads      = words.Pattern(`(?:{{since-leads}}|{{up-to-leads}}|{{aim-leads}}|{{until-leads}})+$`)
	tails      = words.Pattern(`^` + formRunsOn + `(?:\([^()]{1,8}\))?(?:当天|当日)?({{since-tails-past}}|{{before-tails}}|{{inside-tails}}|{{start-tails}}|{{after-tails}})?`)
	standing   = words.Pattern(`^(?:{{standing-words}})`)
)

// thirds are the parts of a month.
var thirds = words.Of("thirds-of-months")

// noughts writes the noughts of Chinese years in one way.
var noughts = strings.NewReplacer(strings.Split("零〇○〇", "")...)

// number reads the group of a match that holds digits or Chinese figures; 0 where it is empty.
func number(s string, m []int, group int) int {
	if m[2*group] < 0 {
		return 0
	}
	n, _ := numeral.Parse(noughts.Replace(s[m[2*group]:m[2*group+1]]))
	return n
}

func has(m []int, group int) bool { return m[2*group] >= 0 && m[2*group] < m[2*group+1] }

// readDate reads the date at the beginning of s; n is 0 where none stands.
func readDate(s string, figures bool) (d date, n int) {
	if m := inFigures.FindStringSubmatchIndex(s); m != nil && figures && !strings.HasPrefix(s[m[1]:], "年") {
		d = date{year: number(s, m, 1), month: number(s, m, 2), day: number(s, m, 3), written: true}
		return d, m[1]
	}
	m := aDate.FindStringSubmatchIndex(s)
	if m == nil || m[1] == 0 {
		return date{}, 0
	}
	d = date{year: number(s, m, 1), month: number(s, m, 4), day: number(s, m, 5), quarter: number(s, m, 7)}
	d.written = d.year > 0 || has(m, 2) || has(m, 3)
	if has(m, 3) {
		d.coming = true
	}
	if has(m, 6) {
		third := s[m[12]:m[13]]
		d.third = slices.Index(thirds, third) + 1
		d.end = d.third == 0 && third != "初"
	}
	if has(m, 9) {
		d.half = map[string]int{"上": 1, "下": 2}[s[m[18]:m[19]]]
	}
	d.term = has(m, 12)
	d.end = d.end || has(m, 8) || has(m, 10) || has(m, 11)
	return d, m[1]
}

// whole reports whether what was read is a date at all: a year with its 年, or something within a year.
func (d date) whole(s string) bool {
	switch {
	case d.month > 12 || d.day > 31:
		return false
	case d.term:
		return d.written
	case !d.bare() && (d.month > 0 || d.quarter > 0 || d.half > 0):
		return true
	case d.end: // 年底; 底 alone is none
		return d.written || strings.HasPrefix(s, "年")
	}
	return d.written && (d.year == 0 || strings.HasSuffix(s, "年"))
}

// unit returns the ID of the unit that m stands in; empty outside of units.
func (m *moment) unit() string {
	if m.closes {
		return ""
	}
	return m.measure
}

// text returns the place of the moment in the file.
func (m *moment) text() source.Span { return m.line.span(m.start, m.end) }
