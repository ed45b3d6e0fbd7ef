package numeral

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/pattern"
)

// ReadDecimal reads the mark of a decimal outline at the start of s and returns it with its length in
// bytes: 「1 总则」, 「1.2 编制依据」, 「3.1.2预警」. Its style tells how many numbers it has, N is the last of them.
// A single number must be parted from the Han character behind it.
//
// Only a paper that numbers its sections so has such marks: elsewhere 「1.5万元」 is a quantity.
func ReadDecimal(s string) (Mark, int) {
	numbers, n, end := 0, 0, 0
	for numbers < 4 {
		part, length := leading(s[end:], isArabic)
		if length == 0 || part < 1 || part > 99 {
			return Mark{}, 0
		}
		numbers, n, end = numbers+1, part, end+length
		next, w := utf8.DecodeRuneInString(s[end:])
		if next != '.' && next != '．' || !startsArabic(s[end+w:]) {
			break
		}
		end += w
	}
	rest := strings.TrimLeftFunc(s[end:], unicode.IsSpace)
	if first, _ := utf8.DecodeRuneInString(rest); !unicode.Is(unicode.Han, first) && !strings.ContainsRune("“《（(", first) && !romanLevel.MatchString(rest) {
		return Mark{}, 0
	}
	if numbers == 1 && len(rest) == len(s[end:]) {
		return Mark{}, 0
	}
	return Mark{Style: Decimal1 + Style(numbers-1), N: n}, end
}

// romanLevel is a level at the start of a title: 「4.2.1Ⅲ级响应」.
var romanLevel = pattern.MustCompile(`^(?:[Ⅰ-Ⅻ]|[IVX]{1,4}(?:级|类|型))`)

func startsArabic(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isArabic(r)
}
