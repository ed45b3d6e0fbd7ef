package target

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/words"
)

// An knownUnit is one unit of words/units.txt with its group: "count", "share", "money", …
type knownUnit struct{ name, group string }

// unitGroups are the kinds of quantity that units are of. What is in the last looks like a unit and
// begins another word.
var unitGroups = strings.Fields("count times people share time age money size not")

// unitsByFirst holds the units by their first character, the longest first within each.
var unitsByFirst = sync.OnceValue(func() map[rune][]knownUnit {
	units := map[rune][]knownUnit{}
	for _, group := range unitGroups {
		for _, w := range words.Of("units-" + group) {
			r, _ := utf8.DecodeRuneInString(w)
			list := units[r]
			i := 0
			for i < len(list) && len(list[i].name) >= len(w) {
				i++
			}
			units[r] = append(list[:i:i], append([]knownUnit{{w, group}}, list[i:]...)...)
		}
	}
	return units
})

// magnitudes stand between a number and its unit, the longest first.
var magnitudes = []string{"万亿", "千亿", "百亿", "十亿", "千万", "百万", "十万", "亿", "万", "千", "百"}

// readUnit reads the unit at the start of s, magnitude and denominator included:
// 「万亿元」, 「%」, 「吨/小时」, 「亿」. more tells of 余 or 多 within, as in 「10余家」.
// It returns the length in bytes, 0 if s begins with none.
func readUnit(s string) (unit string, group string, skip, end int, more bool) {
	i := 0
	if w := words.Prefix(s, moreWords); w != "" {
		i, skip, more = len(w), len(w), true
	}
	mag := words.Prefix(s[i:], magnitudes)
	i += len(mag)
	if w := words.Prefix(s[i:], moreWords); w != "" && mag != "" && !more {
		// 「1万余家」: the unit is 万家 in two pieces; it is given as written.
		i, more = i+len(w), true
	}
	name, group := nameOfUnit(s[i:])
	if whole, g := nameOfUnit(s[i-len(mag):]); len(whole) > len(mag)+len(name) {
		i, mag, name, group = i-len(mag), "", whole, g // 千瓦时 is no thousand of 瓦
	}
	i += len(name)
	if group == "not" || name == "" {
		if mag == "万" || mag == "亿" || mag == "万亿" {
			if w := closingClassifier(s[i:]); w > 0 && group != "not" {
				return s[skip : i+w], "size", skip, i + w, more
			}
			return mag, "magnitude", skip, skip + len(mag), more
		}
		return "", "", 0, 0, false
	}
	if strings.HasPrefix(s[i:], "（") { // 套（间）, 家（户）
		other, g := nameOfUnit(s[i+len("（"):])
		if end := i + len("（") + len(other); g == group && strings.HasPrefix(s[end:], "）") {
			i = end + len("）")
		}
	}
	for strings.HasPrefix(s[i:], "/") || strings.HasPrefix(s[i:], "·") {
		_, w := utf8.DecodeRuneInString(s[i:])
		under, g := nameOfUnit(s[i+w:])
		if under == "" || g == "not" {
			break
		}
		i += w + len(under)
		if group != "money" {
			group = "size"
		}
	}
	return s[skip:i], group, skip, i, more
}

// closingClassifier returns the length of a single character that s begins with and that closes
// the clause: after a magnitude it is a unit, also one that no list holds: 「2亿椴、」.
func closingClassifier(s string) int {
	r, w := utf8.DecodeRuneInString(s)
	if !unicode.Is(unicode.Han, r) || strings.ContainsRune("级余多的内外上下等左右和及或以元", r) {
		return 0
	}
	if next := s[w:]; next != "" && words.Prefix(next, []string{"、", "，", "。", "；", "）", "以上", "左右"}) == "" {
		return 0
	}
	return w
}

// moreWords are the words for somewhat more than the number.
var moreWords = []string{"余", "多"}

// nameOfUnit returns the longest unit that s begins with and its group.
func nameOfUnit(s string) (name, group string) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, u := range unitsByFirst()[r] {
		if !strings.HasPrefix(s, u.name) {
			continue
		}
		if last := u.name[len(u.name)-1]; isLatin(last) && len(s) > len(u.name) && isLatin(s[len(u.name)]) {
			continue // 5G in 5GHz is no unit of its own
		}
		return u.name, u.group
	}
	return "", ""
}
