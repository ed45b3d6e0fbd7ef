package policy

import (
	"math"
	"strconv"
)

// Amount writes what i sets: 超过7万亿元, 2—3个, 30个左右, 不少于20%.
func (i *Indicator) Amount() string {
	n := Decimal(i.Number)
	if i.Max != nil {
		n += "—" + Decimal(*i.Max)
	}
	n += i.Unit
	switch i.Cmp {
	case ">":
		return "超过" + n
	case "≥":
		return "不少于" + n
	case "<":
		return "低于" + n
	case "≤":
		return "不超过" + n
	case "≈":
		return n + "左右"
	}
	return n
}

// Decimal writes x as people do, without exponent and with three decimals at most: 0.333 for 1/3.
func Decimal(x float64) string { return strconv.FormatFloat(math.Round(x*1000)/1000, 'f', -1, 64) }
