package target

import (
	"slices"
	"strings"

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

// A yearMention is one year named in a paragraph.
type yearMention struct {
	start, end int
	year       int
	use        yearUse
	until      bool   // 到, 至, 前, 底, 末: it is a deadline
	built      bool   // 前建成: if it is gone by, it says which things are meant
	plan       bool   // it is the last of a five-year plan
	list       []int  // of 「2025年、2030年」: all of them; year is the last
	rule       string // name of the rule that told its use or moved it, empty for most of yearOf
}

var (
	yearJoiners     = words.Of("year-joiners")
	yearListJoiners = words.Of("year-list-joiners")
)

// readYear reads the year at i with the month and day that follow it: 「2020年」,
// 「2022年6月30日」, 「2021-2023年」 (the last year counts), 「二〇二五年」.
func readYear(s string, i int) (yearMention, bool) {
	year, end := numeral.ReadYear(s, i)
	if year == 0 {
		return yearMention{}, false
	}
	y := yearMention{start: i, end: end, year: year}
	for {
		sign := words.Prefix(s[y.end:], yearJoiners)
		next, e := numeral.ReadYear(s, y.end+len(sign))
		if next == 0 {
			break
		}
		if slices.Contains(yearListJoiners, sign) {
			y.list = append(y.years(), next)
		} else {
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
	y.readUse(s)
	return y, true
}

// years returns the years that y names.
func (y yearMention) years() []int {
	if y.list == nil {
		return []int{y.year}
	}
	return y.list
}
