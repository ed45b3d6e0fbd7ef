// Package words is what policy papers are known to say: vocabularies as data, one matcher for them,
// and the grammar of document numbers and titles. The lists stand in the text files beside this
// one, each with what it is for and where it is from.
package words

import (
	"embed"
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"zhengce/generator/pattern"
)

//go:embed *.txt
var files embed.FS

// lists holds the vocabularies by name.
var lists = readLists(files)

// readLists reads the sections of all files: "[name]", then words parted by white space. A line
// that begins with # is a comment.
func readLists(fsys fs.FS) map[string][]string {
	out := map[string][]string{}
	names, err := fs.Glob(fsys, "*.txt")
	if err != nil {
		panic("words: internal error: " + err.Error())
	}
	for _, file := range names {
		data, err := fs.ReadFile(fsys, file)
		if err != nil {
			panic("words: internal error: " + err.Error())
		}
		name := ""
		for i, line := range strings.Split(string(data), "\n") {
			switch {
			case strings.HasPrefix(line, "#"):
			case strings.HasPrefix(line, "["):
				name = strings.Trim(line, "[]")
				if _, twice := out[name]; twice || name == "" {
					panic(fmt.Sprintf("generator/words/%s:%d:1: list %q has no name or stands twice", file, i+1, name))
				}
				out[name] = nil
			case name == "" && strings.TrimSpace(line) != "":
				panic(fmt.Sprintf("generator/words/%s:%d:1: words before the first list", file, i+1))
			default:
				out[name] = append(out[name], strings.Fields(line)...)
			}
		}
	}
	delete(out, "")
	return out
}

// Of returns the vocabulary called name in the order of its file. It panics where there is none,
// so that a wrong name fails as soon as the program starts.
func Of(name string) []string {
	list, ok := lists[name]
	if !ok {
		panic("words: internal error: no list is called " + name)
	}
	return list[:len(list):len(list)]
}

// reference is the place of a vocabulary in a pattern.
var reference = pattern.MustCompile(`\{\{([a-z-]+)\}\}`)

// Pattern compiles a regular expression in which {{name}} stands for any word of the vocabulary
// name. As in all Go expressions the first alternative that fits counts, so a word that begins
// another stands behind it in its list.
func Pattern(expr string) *pattern.Regexp { return expand(expr, "") }

// Spaced is Pattern for texts in which white space may stand inside the words: 牵头单⏎位.
func Spaced(expr string) *pattern.Regexp { return expand(expr, `\s*`) }

// expand compiles expr with the words of its vocabularies, between whose characters may stand what between
// matches.
func expand(expr, between string) *pattern.Regexp {
	return pattern.MustCompile(reference.ReplaceAllStringFunc(expr, func(ref string) string {
		list := Of(strings.Trim(ref, "{}"))
		quoted := make([]string, len(list))
		for i, w := range list {
			var chars []string
			for _, r := range w {
				chars = append(chars, regexp.QuoteMeta(string(r)))
			}
			quoted[i] = strings.Join(chars, between)
		}
		return "(?:" + strings.Join(quoted, "|") + ")"
	}))
}

// A Removal takes words out of a text.
type Removal struct {
	words []string
	out   *strings.Replacer
}

// Remover returns what takes the words of the vocabulary name out of a text.
func Remover(name string) *Removal {
	r := &Removal{words: Of(name)}
	var pairs []string
	for _, w := range r.words {
		pairs = append(pairs, w, "")
	}
	r.out = strings.NewReplacer(pairs...)
	return r
}

// Replace returns s without the words.
func (r *Removal) Replace(s string) string {
	if !In(s, r.words) {
		return s // most texts, for which the replacer would make a copy
	}
	return r.out.Replace(s)
}

// In reports whether s contains one of the words.
func In(s string, words []string) bool {
	for _, w := range words {
		if pattern.Holds(s, w) {
			return true
		}
	}
	return false
}

// Suffix returns the longest of the words that s ends with, or "".
func Suffix(s string, words []string) string {
	best := ""
	if s == "" {
		return best
	}
	last := s[len(s)-1] // tells most characters apart, and no call is needed to see it
	for _, w := range words {
		if len(w) > len(best) && w[len(w)-1] == last && strings.HasSuffix(s, w) {
			best = w
		}
	}
	return best
}

// Prefix returns the longest of the words that s begins with, or "".
func Prefix(s string, words []string) string {
	best := ""
	for _, w := range words {
		if len(w) > len(best) && len(s) >= len(w) && s[0] == w[0] && (len(w) < 3 || s[2] == w[2]) && strings.HasPrefix(s, w) {
			best = w // the third byte tells Han characters apart, and no call is needed to see it
		}
	}
	return best
}

// First returns the end of the first occurrence of one of the words in s, or -1.
func First(s string, words []string) int {
	first := -1
	for _, w := range words {
		if i := strings.Index(s, w); i >= 0 && (first < 0 || i+len(w) < first) {
			first = i + len(w)
		}
	}
	return first
}

// Last returns the end of the last occurrence of one of the words in s, or -1.
func Last(s string, words []string) int {
	last := -1
	for _, w := range words {
		if pattern.Holds(s, w) {
			last = max(last, strings.LastIndex(s, w)+len(w))
		}
	}
	return last
}
