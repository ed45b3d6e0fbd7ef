package target

import (
	"strconv"
	"strings"

	"zhengce/generator/numeral"
)

// longestNumber is how many bytes an Arabic number may have; longer ones are codes.
const longestNumber = 20

// beforeCodes are characters behind which digits go on with a code or a sum: V1.2, A/3.
const beforeCodes = ".+*/_"

// readValue reads an Arabic number (1,000.5), a power of ten (3×10⁴) or a Chinese one (三十, 千 of 千亿) at i.
func readValue(s string, i int) (value float64, end int, han bool) {
	if i >= len(s) || !numeral.IsDigit(s[i]) {
		value, end = readHan(s, i)
		if more, stop := readHanDecimals(s, value, end); stop > end && unitFollows(s[stop:]) { // 一点五米
			value, end = more, stop
		}
		return value, end, end > 0
	}
	if i > 0 && (isLatin(s[i-1]) || strings.IndexByte(beforeCodes, s[i-1]) >= 0 || numeral.IsDigit(s[i-1])) {
		return 0, 0, false
	}
	run := &digitRun{s: s, at: i}
	if _, ok := powers.First(run); ok {
		return run.value, run.end, false
	}
	value, end = readArabic(s, i)
	return value, end, false
}

// readArabic reads the digits at i. end is 0 where they are no number but a code.
func readArabic(s string, i int) (value float64, end int) {
	end = numeral.ArabicEnd(s, i)
	value, err := strconv.ParseFloat(strings.ReplaceAll(s[i:end], ",", ""), 64)
	if err != nil || end-i > longestNumber {
		return 0, 0
	}
	return value, end
}

// readBare reads a number whatever stands before it.
func readBare(s string, i int) (float64, int, bool) {
	v, end, han := readValue(s[i:], 0)
	if end == 0 {
		return 0, 0, false
	}
	return v, i + end, han
}
