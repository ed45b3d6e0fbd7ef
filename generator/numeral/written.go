package numeral

import (
	"fmt"
	"strconv"
	"strings"
)

// Write writes n in a number format of ISO/IEC 29500-1, 17.18.59; ok is false, and the
// number in Arabic digits, for a format that has no rule here.
func Write(format string, n int) (s string, ok bool) {
	decimal := strconv.Itoa(n)
	if form, custom := strings.CutPrefix(format, "custom:"); custom {
		return customNumber(form, n)
	}
	switch format {
	case "decimal", "decimalHalfWidth", "":
		return decimal, true
	case "none":
		return "", true
	case "decimalZero":
		if 0 < n && n < 10 {
			return "0" + decimal, true
		}
		return decimal, true
	case "decimalFullWidth", "decimalFullWidth2":
		return DigitsOf(decimal, "０１２３４５６７８９"), true
	case "numberInDash":
		return "- " + decimal + " -", true
	case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand", "japaneseDigitalTenThousand":
		return Format(n), true
	case "ideographDigital", "taiwaneseDigital":
		return DigitsOf(decimal, "〇一二三四五六七八九"), true
	case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal":
		return legal.Replace(Format(n)), true
	case "ideographTraditional":
		return cycle(n, "甲乙丙丁戊己庚辛壬癸", decimal)
	case "ideographZodiac":
		return cycle(n, "子丑寅卯辰巳午未申酉戌亥", decimal)
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		return enclosed(n, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿", decimal), true
	case "decimalEnclosedFullstop":
		return enclosed(n, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛", decimal+"."), true
	case "decimalEnclosedParen":
		return enclosed(n, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇", "("+decimal+")"), true
	case "ideographEnclosedCircle":
		return enclosed(n, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉", Format(n)), true
	case "upperLetter":
		return letters(n, 'A'), true
	case "lowerLetter":
		return letters(n, 'a'), true
	case "upperRoman":
		return roman(n), true
	case "lowerRoman":
		return strings.ToLower(roman(n)), true
	}
	return decimal, false
}

// customNumber writes n in a format that shows its first numbers: "001, 002, 003, ...".
func customNumber(form string, n int) (s string, ok bool) {
	first, rest, _ := strings.Cut(form, ",")
	second, _, _ := strings.Cut(rest, ",")
	first, second = strings.TrimSpace(first), strings.TrimSpace(second)
	if len(first) <= 20 && strings.Trim(first, "0") == "1" && strings.HasSuffix(first, "1") {
		return fmt.Sprintf("%0*d", len(first), n), true
	}
	for _, format := range customFormats {
		one, _ := Write(format, 1)
		two, _ := Write(format, 2)
		if one == first && (two == second || second == "" || strings.Trim(second, ".…") == "") {
			return Write(format, n)
		}
	}
	return strconv.Itoa(n), false
}

// customFormats are the formats that a custom one may show the first numbers of.
var customFormats = strings.Fields("decimalFullWidth chineseCounting chineseLegalSimplified ideographDigital ideographTraditional ideographZodiac decimalEnclosedCircle " +
	"decimalEnclosedFullstop decimalEnclosedParen ideographEnclosedCircle numberInDash upperLetter lowerLetter upperRoman lowerRoman")

var legal = strings.NewReplacer("一", "壹", "二", "贰", "三", "叁", "四", "肆", "五", "伍", "六", "陆", "七", "柒", "八", "捌", "九", "玖", "十", "拾", "百", "佰", "千", "仟")

// DigitsOf writes each digit of a decimal number as the character at its place in set.
func DigitsOf(decimal, set string) string {
	digits := []rune(set)
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return r
		}
		return digits[r-'0']
	}, decimal)
}

func cycle(n int, set, otherwise string) (string, bool) {
	all := []rune(set)
	if n < 1 || n > len(all) {
		return otherwise, true
	}
	return string(all[n-1]), true
}

func enclosed(n int, set, otherwise string) string {
	s, _ := cycle(n, set, otherwise)
	return s
}

// letters writes 1 as a, 26 as z, 27 as aa, 28 as bb.
func letters(n int, first rune) string {
	if n < 1 || n > 26*20 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(first+rune((n-1)%26)), (n-1)/26+1)
}

func roman(n int) string {
	if n < 1 || n > 3999 {
		return strconv.Itoa(n)
	}
	var b strings.Builder
	for _, r := range []struct {
		value int
		text  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for ; n >= r.value; n -= r.value {
			b.WriteString(r.text)
		}
	}
	return b.String()
}
