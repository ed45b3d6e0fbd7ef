package catalog

import (
	"strings"

	"golang.org/x/text/width"

	"zhengce/generator/words"
)

// multiples are the words before a unit that say how many of it one is. 千 is none of them: 千瓦 and 千克 are units.
var multiples = []struct {
	word   string
	factor float64
}{{"万亿", 1e12}, {"千亿", 1e11}, {"百亿", 1e10}, {"十亿", 1e9}, {"亿", 1e8}, {"千万", 1e7}, {"百万", 1e6}, {"十万", 1e5}, {"万", 1e4}}

// unitForms are writings of units with the unit that counts the same.
var unitForms = func() map[string]string {
	out := map[string]string{}
	for _, row := range words.Rows("unit-forms", 2) {
		out[row[0]] = row[1]
	}
	return out
}()

// dimension returns what a unit measures: the unit without the multiple before it, 元 for 亿元. A unit that is not
// known measures itself.
func dimension(unit string) string {
	_, base := splitUnit(unit)
	return base
}

// factor returns how many of what a unit measures it holds: 10000 for 万人.
func factor(unit string) float64 {
	f, _ := splitUnit(unit)
	return f
}

// splitUnit cuts a unit into how many it stands for and what of.
func splitUnit(unit string) (factor float64, base string) {
	base, factor = width.Fold.String(unit), 1
	for _, m := range multiples {
		if rest, ok := strings.CutPrefix(base, m.word); ok && rest != "" {
			base, factor = rest, m.factor
			break
		}
	}
	if unit := unitForms[base]; unit != "" {
		base = unit
	}
	return factor, base
}
