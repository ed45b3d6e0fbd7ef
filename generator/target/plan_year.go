package target

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

var (
	planJoiners = words.Of("plan-joiners")
	planTimes   = words.Of("plan-times")

	planSpan = pattern.MustCompile(`((?:19|20)\d{2})\s*年?\s*[—–\-－~～至]+\s*((?:19|20)\d{2})\s*年`)
	planName = pattern.MustCompile(`“?(十[一二三四五六七八九])(?:五”?|个五年)`)
)

// The plans: the tenth ended in 2005, and each takes five years.
const (
	tenthEnds = 2005
	planYears = 5
)

// planEnds returns the last year of a five-year plan by its number: 2025 for 十四.
func planEnds(number string) int {
	nth, _ := numeral.Parse(number)
	return tenthEnds + planYears*(nth-10)
}

// readPlan reads the span of a five-year plan at i as its last year: 「“十四五”末」 and
// 「“十四五”期间」 are 2025. It is none in the name of a plan.
func readPlan(s string, i int) (yearMention, bool) {
	rest, ok := strings.CutPrefix(s[i:], "“十")
	nth, w := utf8.DecodeRuneInString(rest)
	if !ok || strings.HasSuffix(s[:i], "《") || !strings.ContainsRune("一二三四五六七八九", nth) || !strings.HasPrefix(rest[w:], "五”") {
		return yearMention{}, false
	}
	y := yearMention{start: i, end: i + len("“十四五”"), year: planEnds("十" + string(nth))}
	if next, ok := readPlan(s, y.end+len(words.Prefix(s[y.end:], planJoiners))); ok {
		next.start, next.list = i, append(y.years(), next.years()...)
		return next, true
	}
	when := words.Prefix(s[y.end:], planTimes)
	since := strings.HasPrefix(s[y.end+len(when):], "以来")
	if when == "" && !since {
		return yearMention{}, false
	}
	y.end += len(when)
	y.readUse(s)
	y.until, y.plan = y.use == yearOf, true
	return y, true
}

// planBegins returns the first year that a title plans, 「…规划（2021—2035年）」, 「“十四五”…规划」, or 0.
func planBegins(title string) int {
	if m := planSpan.FindStringSubmatch(title); m != nil {
		year, _ := strconv.Atoi(m[1])
		return year
	}
	if m := planName.FindStringSubmatch(title); m != nil {
		return planEnds(m[1]) - planYears + 1
	}
	return 0
}

// planLast returns the last year that a title plans, or 0.
func planLast(title string) int {
	if m := planSpan.FindStringSubmatch(title); m != nil {
		year, _ := strconv.Atoi(m[2])
		return year
	}
	if m := planName.FindStringSubmatch(title); m != nil {
		return planEnds(m[1])
	}
	return 0
}
