package target

import (
	"strconv"
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/words"
)

// exponent reads what stands above the line at the start of s, or behind ^: the 5 of 10⁵. The length is 0
// where s begins with no digit of that kind, or with more than the powers have that anyone counts to.
func exponent(s string) (digits string, length int) {
	const longest = len("-24")
	for _, r := range s {
		i := strings.IndexRune(raisedDigits, r)
		switch {
		case r == raisedMinus && digits == "":
			digits = "-"
		case i >= 0:
			digits += strconv.Itoa(len([]rune(raisedDigits[:i])))
		default:
			return wholeExponent(digits, length, longest)
		}
		length += len(string(r))
	}
	return wholeExponent(digits, length, longest)
}

func wholeExponent(digits string, length, longest int) (string, int) {
	if digits == "" || digits == "-" || len(digits) > longest {
		return "", 0
	}
	return digits, length
}

// caretExponent reads the 5 of 10^5.
func caretExponent(s string) (digits string, length int) {
	rest, ok := strings.CutPrefix(s, "^")
	if !ok {
		return "", 0
	}
	minus := len(rest) - len(strings.TrimPrefix(rest, "-"))
	end := numeral.ArabicEnd(rest, minus)
	if end == minus || end-minus > len("24") {
		return "", 0
	}
	return rest[:end], len("^") + end
}

var timesSigns = words.Of("times-signs")

// powers read the powers of ten.
var powers = policy.Decisions[*digitRun]{
	{
		Rule: policy.Rule{
			Name: "power-of-ten", Verdict: policy.AsName, Says: "10的右上角有数字的是乘方，数值按乘方算（3×10⁴记作30000），引文和单位仍照原文",
			Takes: "建成粮仓〔3×10⁴〕座以上。", Leaves: "建成粮仓〔3〕座以上，容量10⁴吨。",
		},
		Holds: (*digitRun).power,
	},
}

// power reads 10⁵, 3×10⁴ and 10^5 at the place.
func (d *digitRun) power() bool {
	end, rest := d.arabic()
	if end == d.at || end-d.at > longestNumber {
		return false
	}
	factor := "1"
	if sign := words.Prefix(rest, timesSigns); sign != "" {
		factor = strings.ReplaceAll(d.s[d.at:end], ",", "")
		from := end + len(sign)
		end = numeral.ArabicEnd(d.s, from)
		if d.s[from:end] != "10" {
			return false
		}
	} else if d.s[d.at:end] != "10" {
		return false
	}
	digits, length := exponent(d.s[end:])
	if length == 0 {
		digits, length = caretExponent(d.s[end:])
	}
	if length == 0 {
		return false
	}
	value, err := strconv.ParseFloat(factor+"e"+digits, 64)
	if err != nil {
		return false
	}
	d.value = value
	return d.ends(end + length)
}

// raisedBehind reports whether the digits at the place have others above the line behind them.
func (d *digitRun) raisedBehind() bool {
	end, rest := d.arabic()
	_, length := exponent(rest)
	return end > d.at && length > 0 && d.ends(end+length)
}
