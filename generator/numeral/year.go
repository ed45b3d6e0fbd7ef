package numeral

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ReadYear reads the four digits at the byte i of s that can be a year, Arabic or Chinese, 1949 to
// 2099, and returns where they end; year is 0 where none stands.
func ReadYear(s string, i int) (year, end int) {
	if i >= len(s) {
		return 0, 0
	}
	if IsDigit(s[i]) {
		end = ArabicEnd(s, i)
		if end-i != 4 || i > 0 && (IsDigit(s[i-1]) || s[i-1] == '.') {
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
		year, _ = Parse(strings.ReplaceAll(s[i:end], "零", "〇"))
	}
	if year < 1949 || year > 2099 {
		return 0, 0
	}
	return year, end
}

// IsYear reports whether s is nothing but the four Arabic digits of such a year.
func IsYear(s string) bool {
	n, err := strconv.Atoi(s)
	return err == nil && len(s) == 4 && 1949 <= n && n <= 2099
}
