package audit

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

const (
	// mostDiff is the number of bytes above which two texts are not held together as a whole: the
	// time of that grows with the product of their size and what differs.
	mostDiff  = 1 << 14
	gram      = 24     // bytes that make a meeting where they stand only once
	nearby    = 1 << 9 // bytes that may come in between without as many missing
	mostExact = 1 << 9 // bytes of a gap that is held together character by character
)

// differences returns what turns want into have, in time that grows with their size.
func differences(want, have string) []diffmatchpatch.Diff {
	if len(want)+len(have) <= mostDiff {
		return exact(want, have)
	}
	var out []diffmatchpatch.Diff
	add := func(kind diffmatchpatch.Operation, text string) {
		if text != "" {
			out = append(out, diffmatchpatch.Diff{Type: kind, Text: text})
		}
	}
	places := grams(have)
	whole := len(have)
	for want != "" && have != "" {
		n := common(want, have)
		add(diffmatchpatch.DiffEqual, want[:n])
		want, have = want[n:], have[n:]
		i, j := meeting(want, have, places, whole-len(have))
		if i+j <= mostExact {
			out = append(out, exact(want[:i], have[:j])...)
		} else {
			add(diffmatchpatch.DiffDelete, want[:i])
			add(diffmatchpatch.DiffInsert, have[:j])
		}
		want, have = want[i:], have[j:]
	}
	add(diffmatchpatch.DiffDelete, want)
	add(diffmatchpatch.DiffInsert, have)
	return out
}

func exact(want, have string) []diffmatchpatch.Diff {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result may not hang on the machine
	return d.DiffMain(want, have, false)
}

// common returns how many bytes of whole characters the texts begin with alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) || n > 0 && n < len(b) && !utf8.RuneStart(b[n]) {
		n--
	}
	return n
}

// isSample reports whether the gram at i is one of the fourth that are looked at.
func isSample(s string, i int) bool {
	return utf8.RuneStart(s[i]) && (uint(s[i+2])*31+uint(s[i+5])*17+uint(s[i+11]))%4 == 0
}

// grams returns where grams of s stand that stand only once.
func grams(s string) map[string]int {
	places := map[string]int{}
	for i := 0; i+gram <= len(s); i++ {
		if isSample(s, i) {
			if _, twice := places[s[i:i+gram]]; twice {
				places[s[i:i+gram]] = -1
			} else {
				places[s[i:i+gram]] = i
			}
		}
	}
	return places
}

// meeting returns where a and b say the same again; b begins at start of the text with the grams.
// Where they do not meet, it returns their ends.
func meeting(a, b string, places map[string]int, start int) (i, j int) {
	for i := 0; i+gram <= len(a); i++ {
		if isSample(a, i) {
			if at, ok := places[a[i:i+gram]]; ok && at >= start && at-start <= 2*i+nearby {
				return i, at - start
			}
		}
	}
	return len(a), len(b)
}
