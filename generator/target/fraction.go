package target

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/words"
)

var shareOpenings = words.Of("share-openings")

// readShare reads a number whose words hold its unit: 1/3, 三分之二, 千分之三, 一半, 减半,
// 半个月, 翻一番.
func readShare(s string, i int) (number, int) {
	for _, read := range []func(string, int) (number, int){readOfHundred, readShareWord, readFraction} {
		if n, end := read(s, i); end > 0 {
			return n, end
		}
	}
	return number{}, 0
}

// readOfHundred reads 百分之五 and 千分之三, whose unit stands before them.
func readOfHundred(s string, i int) (number, int) {
	w := words.Prefix(s[i:], shareOpenings)
	if w == "" {
		return number{}, 0
	}
	value, end, han := readBare(s, i+len(w))
	value, end = readHanDecimals(s, value, end)
	return number{start: i, end: end, unitStart: end, unitEnd: end, value: value, han: han, group: "share", unit: w}, end
}

// readHanDecimals reads the digits behind the point of a Chinese number that ends at end: 一点七五.
func readHanDecimals(s string, value float64, end int) (float64, int) {
	rest, ok := strings.CutPrefix(s[end:], "点")
	for scale := 0.1; ok && end > 0; scale /= 10 {
		r, w := utf8.DecodeRuneInString(rest)
		digit := slices.Index([]rune("零一二三四五六七八九"), r)
		if digit < 0 {
			break
		}
		value, rest = math.Round((value+scale*float64(digit))*1e9)/1e9, rest[w:]
		end = len(s) - len(rest)
	}
	return value, end
}

// A shareWord is number and unit at once: 一半, 半年, 翻番.
type shareWord struct {
	word, unit, group string
	value             float64
}

var shareWords = readShareWords()

func readShareWords() []shareWord {
	var out []shareWord
	for _, row := range words.Rows("share-words", 4) {
		value, _ := strconv.ParseFloat(row[1], 64)
		out = append(out, shareWord{row[0], row[2], row[3], value})
	}
	return out
}

func readShareWord(s string, i int) (number, int) {
	for _, w := range shareWords {
		if strings.HasPrefix(s[i:], w.word) {
			end := i + len(w.word)
			return number{start: i, end: end, unitStart: end, unitEnd: end, value: w.value, han: true, group: w.group, unit: w.unit}, end
		}
	}
	return number{}, 0
}

// fractionSteps is to what part a fraction is rounded: 2/3 is 0.667.
const fractionSteps = 1000

// readFraction reads 1/3 and 三分之二, but not 7/24 of 「7/24小时」.
func readFraction(s string, i int) (number, int) {
	value, at, han := readValue(s, i)
	sign := words.Prefix(s[at:], []string{"/", "分之"})
	if at == 0 || sign == "" {
		return number{}, 0
	}
	under, end, _ := readBare(s, at+len(sign))
	if sign == "分之" {
		value, under = under, value
	}
	if value >= under || unitFollows(s[end:]) {
		return number{}, 0
	}
	value = math.Round(value/under*fractionSteps) / fractionSteps
	return number{start: i, end: end, unitStart: end, unitEnd: end, value: value, han: han, group: "share", unit: "份额"}, end
}

// unitFollows reports whether s begins with a unit.
func unitFollows(s string) bool {
	_, _, _, end, _ := readUnit(s)
	return end > 0
}
