package markdown

import (
	"regexp"
	"strings"

	"zhengce/generator/say"
)

const (
	// MaxMarkdown is the size in bytes above which a Markdown file is refused.
	MaxMarkdown = 4 << 20
	// maxQuotes is how deep quotes and lists may stand in one another.
	maxQuotes = 64
	// maxMarks bounds the marks of a paragraph times its bytes, which is the time to read it.
	maxMarks = 200_000_000
)

var marksAhead = regexp.MustCompile(`(?m)^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){64}`)

// bearable refuses a file that would take forever to read: one that is too large, that nests marks
// too deep, or has too many of them in a paragraph.
func bearable(src string) error {
	if len(src) > MaxMarkdown {
		return say.Errorf("a file of %d MB is larger than the limit of %d MB; split it, or save it as .txt", len(src)>>20, MaxMarkdown>>20)
	}
	if at := marksAhead.FindStringIndex(src); at != nil {
		return say.Errorf("line %d nests more than %d lists or quotes", strings.Count(src[:at[0]], "\n")+1, maxQuotes)
	}
	marks, size := 0, 0
	for i, line := range strings.Split(src, "\n") {
		if trimmed := strings.TrimSpace(line); trimmed == "" || trimmed[0] == '|' {
			marks, size = 0, 0
		}
		size += len(line)
		for _, m := range "[]*_`<!&" {
			marks += strings.Count(line, string(m))
		}
		if marks*size > maxMarks {
			return say.Errorf("the paragraph at line %d has %d marks, more than can be read", i+1, marks)
		}
	}
	return nil
}
