package format

import (
	"unicode/utf8"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// doubts are the characters that a paper hardly has on purpose.
var doubts = []struct {
	code    string
	message say.Phrase
	is      func(rune) bool
}{
	{"private-character", say.Phrase("characters of a private font (%d, the first U+%04X), which others cannot see"),
		func(r rune) bool { return 0xE000 <= r && r <= 0xF8FF || 0xF0000 <= r && r <= 0x10FFFD }},
	{"damaged-character", say.Phrase("characters lost before the file was saved (%d, U+%04X)"),
		func(r rune) bool { return r == utf8.RuneError }},
	{"bidi-control", say.Phrase("invisible marks that turn the direction of writing (%d, the first U+%04X) and may hide what the text says"),
		func(r rune) bool {
			return 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069 || r == 0x200E || r == 0x200F
		}},
	{"radical-character", say.Phrase("radicals (%d, the first U+%04X) in place of the characters of the same shape; they stand as they are and are found as those"),
		source.IsRadical},
	{"control-character", say.Phrase("control characters (%d, the first U+%04X)"),
		func(r rune) bool {
			return r < ' ' && r != '\n' && r != '\t' && r != '\f' || 0x7F <= r && r < 0xA0 && r != 0x85
		}},
}

// checkCharacters notes the characters of f that are probably damage, each kind once.
func checkCharacters(f *source.File) {
	counts, firsts := make([]int, len(doubts)), make([]int, len(doubts))
	for i, r := range f.Text {
		if ' ' <= r && r < 0x7F || 0x3000 <= r && r < 0xA000 {
			continue
		}
		for k, d := range doubts {
			if d.is(r) {
				if counts[k] == 0 {
					firsts[k] = i
				}
				counts[k]++
			}
		}
	}
	for k, d := range doubts {
		if counts[k] > 0 {
			r, _ := utf8.DecodeRuneInString(f.Text[firsts[k]:])
			f.Problems.Add(f, firsts[k], source.Warning, d.code, string(d.message), counts[k], r)
		}
	}
}
