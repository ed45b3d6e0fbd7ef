package format

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"
)

//go:embed radicals.txt
var radicalList string

// radicals ties the codes of radicals, which PDFs write for characters of the same shape, to those.
var radicals = readRadicals(radicalList)

// readRadicals reads pairs of a radical and its character.
func readRadicals(list string) map[rune]rune {
	out := map[rune]rune{}
	for i, line := range strings.Split(list, "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			from, n := utf8.DecodeRuneInString(pair)
			to, m := utf8.DecodeRuneInString(pair[n:])
			if from < 0x2E80 || from > 0x2FDF || n+m != len(pair) {
				panic(fmt.Sprintf("generator/format/radicals.txt:%d:1: expected a radical and its character, not %q", i+1, pair))
			}
			out[from] = to
		}
	}
	return out
}
