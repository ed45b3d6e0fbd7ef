package target

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/words"
)

// A knownUnit is one unit of words/units.txt with its group: "count", "share", "money", …
type knownUnit struct{ name, group string }

// unitGroups are the kinds of quantity that units are of. What is in the last looks like a unit and
// begins another word.
var unitGroups = strings.Fields("count times people share time age money points size not")

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

var (
	// magnitudes stand between a number and its unit, the longest first.
	magnitudes     = words.Of("magnitudes")
	freeMagnitudes = words.Of("free-magnitudes")
	unitsUnder     = words.Of("units-under")
	unitStops      = words.Of("unit-stops")
	// moreWords are the words for somewhat more than the number.
	moreWords = []string{"余", "多"}
)

// readUnit reads the unit at the start of s, magnitude and denominator included:
// 「万亿元」, 「%」, 「吨/小时」, 「亿」. more tells of 余 or 多 within, as in 「10余家」.
// It returns the length in bytes, 0 if s begins with none.
func readUnit(s string) (unit, group string, skip, end int, more bool) {
	skip = len(words.Prefix(s, moreWords))
	more = skip > 0
	mag := words.Prefix(s[skip:], magnitudes)
	i := skip + len(mag)
	if w := words.Prefix(s[i:], moreWords); w != "" && mag != "" && !more {
		// 「1万余家」: the unit is 万家 in two pieces; it is given as written.
		i, more = i+len(w), true
	}
	name, group := nameOfUnit(s[i:])
	if whole, g := nameOfUnit(s[i-len(mag):]); len(whole) > len(mag)+len(name) {
		i, mag, name, group = i-len(mag), "", whole, g // 千瓦时 is no thousand of 瓦
	}
	if name == "" || group == "not" {
		if !slices.Contains(freeMagnitudes, mag) {
			return "", "", 0, 0, false
		}
		if w := closingClassifier(s[i:]); w > 0 && name == "" {
			return s[skip : i+w], "size", skip, i + w, more
		}
		return mag, "magnitude", skip, skip + len(mag), more
	}
	i += len(name)
	i += alternative(s[i:], group)
	under := denominators(s[i:])
	if under > 0 && group != "money" {
		group = "size"
	}
	return s[skip : i+under], group, skip, i + under, more
}

// alternative returns the length of the other unit of a group that s begins with in brackets: 套（间）.
func alternative(s, group string) int {
	inner, ok := strings.CutPrefix(s, "（")
	other, g := nameOfUnit(inner)
	if !ok || g != group || !strings.HasPrefix(inner[len(other):], "）") {
		return 0
	}
	return len("（") + len(other) + len("）")
}

// denominators returns the length of the units that s begins with behind strokes or points: /平方米.
func denominators(s string) int {
	end := 0
	for strings.HasPrefix(s[end:], "/") || strings.HasPrefix(s[end:], "·") {
		_, w := utf8.DecodeRuneInString(s[end:])
		under, group := nameOfUnit(s[end+w:])
		if under == "" || group == "not" {
			if under = underStroke(s[end+w:]); under == "" {
				break
			}
		}
		end += w + len(under)
	}
	return end
}

// underStroke returns what s begins with that stands behind a stroke only: 床日, 千人.
func underStroke(s string) string {
	if w := words.Prefix(s, unitsUnder); w != "" {
		return w
	}
	many := words.Prefix(s, magnitudes)
	if name, group := nameOfUnit(s[len(many):]); many != "" && (group == "people" || group == "size") {
		return many + name
	}
	return ""
}

// closingClassifier returns the length of a single character that s begins with and that closes
// the clause: after a magnitude it is a unit, also one that no list holds: 「2亿椴、」.
func closingClassifier(s string) int {
	r, w := utf8.DecodeRuneInString(s)
	if !unicode.Is(unicode.Han, r) || strings.ContainsRune(noClassifiers, r) {
		return 0
	}
	if next := s[w:]; next != "" && words.Prefix(next, unitStops) == "" {
		return 0
	}
	return w
}

// noClassifiers are characters that go on with the sum or the sentence behind a magnitude.
const noClassifiers = "级余多的内外上下等左右和及或以元"

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
		if _, power := exponent(s[len(u.name):]); power > 0 && isLatin(u.name[len(u.name)-1]) {
			continue // nor is m in m⁴
		}
		return u.name, u.group
	}
	return "", ""
}
