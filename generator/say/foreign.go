package say

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io/fs"
	"regexp"
	"strings"
)

// foreignError says an error of the system or of a library in Chinese, as far as it is known.
func foreignError(err error) string {
	if c, ok := known(err.Error()); ok {
		return c
	}
	var path *fs.PathError
	var inJSON *json.SyntaxError
	var inXML *xml.SyntaxError
	switch {
	case errors.As(err, &path) && err == error(path):
		return path.Path + "：" + foreignError(path.Err)
	case errors.As(err, &inJSON):
		return Of("byte %d: this is no JSON", inJSON.Offset).In(Chinese)
	case errors.As(err, &inXML):
		return Of("line %d: this is no XML", inXML.Line).In(Chinese)
	}
	if inner := errors.Unwrap(err); inner != nil {
		return In(Chinese, inner)
	}
	return untold(err.Error())
}

// letters are words of a language that readers of Chinese need not know.
var letters = regexp.MustCompile(`[A-Za-z]{2}`)

// places are names of files in a message, with line and column where it has them.
var places = regexp.MustCompile(`[\p{L}\p{N}_./-]+\.(?:html|md|toml|yaml|css|js|json|xml|txt|docx|xlsx|pdf)(?::\d+(?::\d+)?)?`)

// untold stands for a message that has no Chinese; the names of files in it are kept.
func untold(text string) string {
	if !letters.MatchString(text) {
		return text
	}
	return Phrase("the cause is told by --lang en").In(Chinese) + placesIn(text)
}

// placesIn returns the first files that a message names, in brackets.
func placesIn(text string) string {
	at := places.FindAllString(text, 4)
	if len(at) == 0 {
		return ""
	}
	return "（" + strings.Join(at, "、") + "）"
}

// A Foreign is a message of a library.
type Foreign struct {
	Text string
	Else Phrase // what is said of it in Chinese where the message is not known
}

// In returns the message in l.
func (f Foreign) In(l Lang) string {
	if l == English {
		return f.Text
	}
	if c, ok := known(f.Text); ok {
		return c
	}
	c := f.Else.In(l)
	for line := range strings.Lines(f.Text) { // what the system said at its end is known more often
		if cause, ok := known(strings.TrimSpace(line[strings.LastIndex(line, ": ")+1:])); ok {
			c += "：" + cause
			break
		}
	}
	return c + placesIn(f.Text)
}

// A pattern is a message of a library with a place for each *; the Chinese names these {1}, {2}.
type pattern struct {
	english *regexp.Regexp
	chinese string
}

// known returns the Chinese of a message of the system or of a library.
func known(text string) (string, bool) {
	for _, p := range foreign {
		m := p.english.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		c := p.chinese
		for i, v := range m[1:] {
			if letters.MatchString(v) && strings.Contains(v, " ") { // a message within the message
				if inner, ok := known(v); ok {
					v = inner
				} else if !strings.HasPrefix(v, `"`) && !strings.HasPrefix(v, "'") {
					v = untold(v)
				}
			}
			c = strings.ReplaceAll(c, "{"+string(rune('1'+i))+"}", v)
		}
		return c, true
	}
	return "", false
}
