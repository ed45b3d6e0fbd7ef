package extract

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
)

// yearUse tells what a year of the text is for.
type yearUse int

const (
	yearOf    yearUse = iota // the year that a target applies to: 到2020年, 2020年底前
	yearBase                 // the year that it is compared with: 较2015年
	yearSince                // the year that something began in: 自2008年以来
)

// An indicatorYear is one year named in a paragraph.
type indicatorYear struct {
	start, end int
	year       int
	use        yearUse
	until      bool  // 到, 至, 前, 底, 末: it is a deadline
	list       []int // of 「2025年、2030年」: all of them; year is the last
}

// readIndicatorYear reads the year at i with the month and day that follow it: 「2020年」,
// 「2022年6月30日」, 「2021-2023年」 (the last year counts), 「二〇二五年」.
func readIndicatorYear(s string, i int) (indicatorYear, bool) {
	year, end := indicatorYearNumber(s, i)
	if year == 0 {
		return indicatorYear{}, false
	}
	y := indicatorYear{start: i, end: end, year: year}
	for {
		sign := indicatorPrefix(s[y.end:], []string{"年--", "年-", "年~", "年至", "年到", "--", "-", "~", "至", "、", "和", "年、", "年和"})
		if sign == "" {
			break
		}
		next, e := indicatorYearNumber(s, y.end+len(sign))
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
		return indicatorYear{}, false
	}
	y.end += len("年")
	for _, w := range []string{"月", "日"} {
		e := indicatorArabicEnd(s, y.end)
		if e == y.end || !strings.HasPrefix(s[e:], w) {
			break
		}
		y.end = e + len(w)
	}
	y.use, y.until = indicatorYearUse(s, y.start, y.end)
	return y, true
}

// readIndicatorPlan reads the span of a five-year plan at i as its last year: 「“十四五”末」 and
// 「“十四五”期间」 are 2025. It is none in the name of a plan.
func readIndicatorPlan(s string, i int) (indicatorYear, bool) {
	const open, close = "“十", "五”"
	if !strings.HasPrefix(s[i:], open) || strings.HasSuffix(s[:i], "《") {
		return indicatorYear{}, false
	}
	r, w := utf8.DecodeRuneInString(s[i+len(open):])
	nth, ok := numeral.Parse(string(r))
	end := i + len(open) + w
	if !ok || nth > 9 || !strings.HasPrefix(s[end:], close) {
		return indicatorYear{}, false
	}
	end += len(close)
	sep := indicatorPrefix(s[end:], []string{"、", "和", "及"})
	if next, ok := readIndicatorPlan(s, end+len(sep)); ok && strings.HasPrefix(s[end+len(sep):], open) {
		next.start, next.list = i, append([]int{1955 + 5*(10+nth)}, next.years()...)
		return next, true
	}
	when := indicatorPrefix(s[end:], []string{"末", "期末", "时期末", "期间", "时期"})
	if when == "" {
		return indicatorYear{}, false
	}
	y := indicatorYear{start: i, end: end + len(when), year: 1955 + 5*(10+nth)}
	y.use, _ = indicatorYearUse(s, y.start, y.end)
	y.until = y.use == yearOf
	return y, true
}

// years returns the years that y names.
func (y indicatorYear) years() []int {
	if y.list == nil {
		return []int{y.year}
	}
	return y.list
}

// indicatorYearNumber reads four digits that can be a year, Arabic or Chinese.
func indicatorYearNumber(s string, i int) (year, end int) {
	if i >= len(s) {
		return 0, 0
	}
	if indicatorDigit(s[i]) {
		end = indicatorArabicEnd(s, i)
		if end-i != 4 || i > 0 && (indicatorDigit(s[i-1]) || s[i-1] == '.') {
			return 0, 0
		}
		year, _ = strconv.Atoi(s[i:end])
	} else {
		end = i
		for k := 0; k < 4 && end < len(s); k++ {
			r, w := utf8.DecodeRuneInString(s[end:])
			if !strings.ContainsRune("〇零一二三四五六七八九", r) {
				return 0, 0
			}
			end += w
		}
		year, _ = numeral.Parse(strings.ReplaceAll(s[i:end], "零", "〇"))
	}
	if year < 1949 || year > 2099 {
		return 0, 0
	}
	return year, end
}

func indicatorFourDigits(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && 1949 <= n && n <= 2099
}

// builtBefore follows a year that says which things are meant.
var builtBefore = regexp.MustCompile(`^(?:以)?前[^，。；、0-9]{2,6}的`)

// indicatorYearUse reads what the words around a year make of it.
func indicatorYearUse(s string, start, end int) (yearUse, bool) {
	before, after := s[max(0, start-12):start], s[end:min(len(s), end+30)]
	for strings.HasPrefix(after, "底") || strings.HasPrefix(after, "末") || strings.HasPrefix(after, "年") {
		after = after[len("底"):]
	}
	until := indicatorSuffix(before, []string{"到", "至", "力争", "力争到"}) != "" || strings.HasPrefix(after, "前")
	switch {
	case indicatorSuffix(before, []string{"较", "比", "与", "同", "相比", "高于", "低于", "优于", "基于"}) != "":
		return yearBase, false
	case indicatorPrefix(after, []string{"的基础上", "基础上", "水平", "的水平", "为基期", "为基准", "为基数"}) != "":
		return yearBase, false
	case builtBefore.MatchString(after):
		return yearSince, false // 「2000年底前建成的小区」
	case indicatorPrefix(after, []string{"起", "以来", "开始", "以后", "后"}) != "":
		return yearSince, false
	case indicatorSuffix(before, []string{"自", "从", "自从"}) != "":
		return yearSince, false
	}
	return yearOf, until
}
