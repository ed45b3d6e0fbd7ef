package say

import (
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"strings"
)

//go:embed chinese.txt
var chineseText string

//go:embed foreign.txt
var foreignText string

// chinese holds the Chinese format of each English one.
var chinese = readTable("chinese.txt", chineseText)

// foreign are the messages of the system and of libraries.
var foreign = readPatterns(foreignText)

// pairs calls f with each entry of a table: a line of English and one of Chinese, in which \n and \t are written so.
func pairs(name, text string, f func(english, chinese string)) {
	lines := strings.Split(text, "\n")
	unescape := strings.NewReplacer(`\n`, "\n", `\t`, "\t")
	for i := 0; i < len(lines); i++ {
		if lines[i] == "" || strings.HasPrefix(lines[i], "# ") {
			continue
		}
		if i+1 == len(lines) || lines[i+1] == "" {
			panic(fmt.Sprintf("generator/say/%s:%d: expected a line of Chinese behind this one", name, i+1))
		}
		f(unescape.Replace(lines[i]), unescape.Replace(lines[i+1]))
		i++
	}
}

func readTable(name, text string) map[string]string {
	out := map[string]string{}
	pairs(name, text, func(english, chinese string) {
		if _, twice := out[english]; twice {
			panic(fmt.Sprintf("generator/say/%s: %q stands twice", name, english))
		}
		out[english] = chinese
	})
	return out
}

func readPatterns(text string) (out []pattern) {
	pairs("foreign.txt", text, func(english, chinese string) {
		english = "(?s)^" + strings.ReplaceAll(regexp.QuoteMeta(english), `\*`, "(.*?)") + "$"
		out = append(out, pattern{regexp.MustCompile(english), chinese})
	})
	return out
}

// Table returns the Chinese of each English format, for tests.
func Table() map[string]string { return maps.Clone(chinese) }
