package numeral

import (
	"strings"
	"unicode/utf8"
)

// readGrand reads 壹、, 「贰 、」 and 拾壹.
func readGrand(s string) (Mark, int) {
	digits := s[:len(s)-len(strings.TrimLeft(s, "壹贰叁肆伍陆柒捌玖拾"))]
	n, ok := Parse(plainDigits.Replace(digits))
	if rest := strings.TrimLeft(s[len(digits):], " \u3000"); ok && n > 0 {
		if stop, w := utf8.DecodeRuneInString(rest); stop == '、' || isStop(stop) {
			return Mark{Style: Grand, N: n}, len(s) - len(rest) + w
		}
	}
	return Mark{}, 0
}

// plainDigits writes the digits of 壹 as those of 一.
var plainDigits = strings.NewReplacer("壹", "一", "贰", "二", "叁", "三", "肆", "四", "伍", "五", "陆", "六", "柒", "七", "捌", "八", "玖", "九", "拾", "十")
