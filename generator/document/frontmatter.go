package document

import (
	"strings"

	"zhengce/generator/pattern"
)

// frontLines is how many lines of a program stand at most before the rule that ends them.
const frontLines = 30

var (
	frontRule = pattern.MustCompile(`^[-—=*]{3,}$`)
	// frontLine is a line of what a program knows of a page: a heading of its own, or a name with its value.
	frontLine = pattern.MustCompile(`^#{1,4}\s?\S.{0,80}$|^[-*+]?\s*[\w\-\p{Han}]{1,30}\s*[:：]|^[-*+]\s+\S.{0,80}$`)
	// frontKey is one that no paper has.
	frontKey = pattern.MustCompile(`^[-*+]?\s*[A-Za-z][\w\-]{1,30}\s*:`)
)

// frontMatter marks the lines up to a rule at the start of a text, where they are those with which a program sets out
// what it knows of the page.
func (p *parser) frontMatter() {
	keyed := false
	for i := 0; i < len(p.blocks) && i < frontLines; i++ {
		line := p.file.Slice(p.blocks[i].Span)
		switch {
		case frontRule.MatchString(line) && i > 0 && keyed:
			for _, b := range p.blocks[:i+1] {
				b.Kind, b.Reason = Noise, "采集程序所加的说明"
			}
			return
		case frontRule.MatchString(line) && i == 0, p.blocks[i].Kind == Noise:
		case !frontLine.MatchString(line), strings.HasPrefix(line, "#") && titleEnd.MatchString(line):
			return
		}
		keyed = keyed || frontKey.MatchString(line)
	}
}
