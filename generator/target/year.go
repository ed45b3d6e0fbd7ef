package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"

	"zhengce/generator/words"
)

// yearUse tells what a year of the text is for.
type yearUse int

const (
	yearOf    yearUse = iota // the year that a target applies to: 到2020年, 2020年底前
	yearBase                 // the year that it is compared with: 较2015年
	yearSince                // the year that something began in: 自2008年以来
)

// An yearMention is one year named in a paragraph.
type yearMention struct {
	start, end int
	year       int
	use        yearUse
	until      bool  // 到, 至, 前, 底, 末: it is a deadline
	list       []int // of 「2025年、2030年」: all of them; year is the last
}

// readYear reads the year at i with the month and day that follow it: 「2020年」,
// 「2022年6月30日」, 「2021-2023年」 (the last year counts), 「二〇二五年」.
func readYear(s string, i int) (yearMention, bool) {
	year, end := numeral.ReadYear(s, i)
	if year == 0 {
		return yearMention{}, false
	}
	y := yearMention{start: i, end: end, year: year}
	for {
		sign := words.Prefix(s[y.end:], []string{"年--", "年-", "年~", "年至", "年到", "--", "-", "~", "至", "、", "和", "年、", "年和"})
		if sign == "" {
			break
		}
		next, e := numeral.ReadYear(s, y.end+len(sign))
		if next == 0 {
			break
		}
		if y.list == nil {
			y.list = []int{y.year}
		}
		y.list = append(y.list, next)
		if !strings.ContainsAny(sign, "、和") {
			y.list = nil // a span
		}
		y.year, y.end = next, e
	}
	if !strings.HasPrefix(s[y.end:], "年") || strings.HasPrefix(s[y.end:], "年版") {
		return yearMention{}, false
	}
	y.end += len("年")
	for _, w := range []string{"月", "日"} {
		e := numeral.ArabicEnd(s, y.end)
		if e == y.end || !strings.HasPrefix(s[e:], w) {
			break
		}
		y.end = e + len(w)
	}
	y.use, y.until = useOfYear(s, y.start, y.end)
	return y, true
}

// readPlan reads the span of a five-year plan at i as its last year: 「“十四五”末」 and
// 「“十四五”期间」 are 2025. It is none in the name of a plan.
func readPlan(s string, i int) (yearMention, bool) {
	const open, close = "“十", "五”"
	if !strings.HasPrefix(s[i:], open) || strings.HasSuffix(s[:i], "《") {
		return yearMention{}, false
	}
	r, w := utf8.DecodeRuneInString(s[i+len(open):])
	nth, ok := numeral.Parse(string(r))
	end := i + len(open) + w
	if !ok || nth > 9 || !strings.HasPrefix(s[end:], close) {
		return yearMention{}, false
	}
	end += len(close)
	sep := words.Prefix(s[end:], []string{"、", "和", "及"})
	if next, ok := readPlan(s, end+len(sep)); ok && strings.HasPrefix(s[end+len(sep):], open) {
		next.start, next.list = i, append([]int{1955 + 5*(10+nth)}, next.years()...)
		return next, true
	}
	when := words.Prefix(s[end:], []string{"末", "期末", "时期末", "期间", "时期"})
	if when == "" {
		return yearMention{}, false
	}
	y := yearMention{start: i, end: end + len(when), year: 1955 + 5*(10+nth)}
	y.use, _ = useOfYear(s, y.start, y.end)
	y.until = y.use == yearOf
	return y, true
}

// years returns the years that y names.
func (y yearMention) years() []int {
	if y.list == nil {
		return []int{y.year}
	}
	return y.list
}

// builtBefore follows a year that says which things are meant.
var builtBefore = regexp.MustCompile(`^(?:以)?前[^，。；、0-9]{2,6}的`)

// useOfYear reads what the words around a year make of it.
func useOfYear(s string, start, end int) (yearUse, bool) {
	before, after := s[max(0, start-12):start], s[end:min(len(s), end+30)]
	for strings.HasPrefix(after, "底") || strings.HasPrefix(after, "末") || strings.HasPrefix(after, "年") {
		after = after[len("底"):]
	}
	until := words.Suffix(before, []string{"到", "至", "力争", "力争到"}) != "" || strings.HasPrefix(after, "前")
	switch {
	case words.Suffix(before, []string{"较", "比", "与", "同", "相比", "高于", "低于", "优于", "基于"}) != "":
		return yearBase, false
	case words.Prefix(after, []string{"的基础上", "基础上", "水平", "的水平", "为基期", "为基准", "为基数"}) != "":
		return yearBase, false
	case builtBefore.MatchString(after):
		return yearSince, false // 「2000年底前建成的小区」
	case words.Prefix(after, []string{"起", "以来", "开始", "以后", "后"}) != "":
		return yearSince, false
	case words.Suffix(before, []string{"自", "从", "自从"}) != "":
		return yearSince, false
	}
	return yearOf, until
}
