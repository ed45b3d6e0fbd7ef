package target

import (
	"zhengce/generator/words"
)

// mostParts is how many parts a ratio has at most; more are a code.
const mostParts = 7

// readRatio reads 「1.5∶1」 as 1.5 with the unit ∶1, 「1∶15」 as 1 with ∶15, and 「4:3:2:1」 as four parts.
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
		n := parts[0]
		n.unit, n.unitStart, n.unitEnd = "", n.end, last
		return []number{n}, last
	}
	return parts, last
}

var beforeRatios = words.Of("before-ratios")

// ratioPrecedes reports whether what follows s is a ratio and no clock time.
func ratioPrecedes(s string) bool { return words.Suffix(s, beforeRatios) != "" }
