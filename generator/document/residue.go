package document

import (
	_ "embed"
	"strings"

	"zhengce/generator/pattern"
)

//go:embed residue.txt
var residueList string

// residuePatterns are the lines that web pages and data bases leave around a document.
var residuePatterns = compileResidue(residueList)

// anyResidue asks for all of them at once.
var anyResidue = pattern.Any(residueForms(residuePatterns)...)

func residueForms(list []residuePattern) (out []*pattern.Regexp) {
	for _, r := range list {
		out = append(out, r.Regexp)
	}
	return out
}

type residuePattern struct {
	*pattern.Regexp
	reason string
}

// compileResidue reads the list: a reason after '#', then one pattern a line that matches the
// whole of a line of the source without white space.
func compileResidue(list string) []residuePattern {
	var out []residuePattern
	reason := ""
	for _, line := range strings.Split(list, "\n") {
		line = strings.TrimSpace(line)
		if r, ok := strings.CutPrefix(line, "#"); ok {
			reason = strings.TrimSpace(r)
		} else if line != "" {
			out = append(out, residuePattern{pattern.MustCompile(`^(?:` + line + `)$`), reason})
		}
	}
	return out
}

// residue marks the lines that a page left before and after the document, such as
// 「标签:」 and 「验证码:」. It looks only at the head and the end: a line between two paragraphs of the
// document is never residue.
func (p *parser) residue() {
	for _, n := range p.file.Noise {
		for _, b := range p.blocks {
			if n.Contains(b.Span) {
				b.Kind, b.Reason = Noise, n.Reason
			}
		}
	}
	p.frontMatter()
	p.transcript()
	p.menu()
	end := len(p.blocks)
	for end > 0 && p.isResidue(end-1) {
		end--
	}
	start := 0
	for start < end && p.beforeText(start) {
		start++
	}
}

// beforeText reports whether block i is residue, or a line of the head before recipients, first number and first sentence: pages set lines of
// their own between those.
func (p *parser) beforeText(i int) bool {
	if p.isResidue(i) {
		return true
	}
	text := p.text(i)
	return p.free(i) && !p.marked(i) && !strings.Contains(text, "。") && recipients.FindString(text) != text
}

// isResidue reports whether block i is residue and marks it if it is.
func (p *parser) isResidue(i int) bool {
	b := p.blocks[i]
	if b.Kind == Noise {
		return true
	}
	line := p.file.Squeezed(b.Span)
	if !anyResidue.MatchString(line) || dated.MatchString(line) {
		return p.isTools(b)
	}
	for _, r := range residuePatterns {
		if r.MatchString(line) {
			b.Kind, b.Reason = Noise, r.reason
			return true
		}
	}
	return p.isTools(b)
}

// isTools reports whether b is a row of a page's tools and marks it if it is.
func (p *parser) isTools(b *Block) bool {
	if isToolbar(p.file.Slice(b.Span)) {
		b.Kind, b.Reason = Noise, "网页工具栏"
		return true
	}
	return false
}
