package target

import (
	"zhengce/generator/words"
)

// mostParts is how many parts a ratio has at most; more are a code.
const mostParts = 7

// readRatio reads 「1.5∶1」 as 1.5 with the unit ∶1, 「1∶15」 as 1 with ∶15, and as parts 「4:3:2:1」 and what is shared, 「5:5比例分担」.
// It does not read the clock, 「7:00」. The end is 0 where no ratio begins or its last part is a code.
func readRatio(s string, i int) ([]number, int) {
	var parts []number
	for at := i; ; at++ { // behind a colon of this form stands a digit
		v, end := readArabic(s, at)
		if len(parts) == mostParts {
			return nil, 0
		}
		parts = append(parts, number{start: at, end: end, unitStart: end, unitEnd: end, value: v, group: "ratio", unit: "比例"})
		if at = end; at >= len(s) || s[at] != ':' {
			break
		}
	}
	last := parts[len(parts)-1].end
	switch len(parts) {
	case 1:
		return nil, 0
	case 2:
		if sharedAfter.MatchString(s[last:]) { // 「按5：5比例分担」
			break
		}
		n := parts[0]
		n.unit, n.unitStart, n.unitEnd = "", n.end, last
		return []number{n}, last
	}
	return parts, last
}

// sharedAfter goes on behind a ratio by which several share something: its parts are shares.
var sharedAfter = words.Pattern(`^的?比例[^，。；0-9]{0,12}?{{sharing-verbs}}`)

var beforeRatios = words.Of("before-ratios")

// ratioPrecedes reports whether what follows s is a ratio and no clock time.
func ratioPrecedes(s string) bool { return words.Suffix(s, beforeRatios) != "" }
