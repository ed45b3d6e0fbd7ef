package invariant

import (
	"strings"

	"zhengce/generator/source"
)

// A place is the line and the sentence of the number asked about last. Both are kept: one paragraph may hold
// thousands of numbers.
type place struct {
	file *source.File

	line     source.Span
	squeezed string // the text of the line
	at, done int    // a place in the file, and how much of squeezed stands before it

	within source.Span // a sentence of the line
	first  map[string]string

	sentences map[string]map[string]string // by sentence, the measure that each number of it first stood in
}

// sides returns the text of the line of s before it, and from its beginning on, both squeezed.
func (p *place) sides(c *checker, s source.Span) (before, behind string) {
	if p.squeezed == "" || !p.line.Contains(s) || strings.Contains(p.file.Slice(s), "\n") {
		p.line, p.within = c.line(s), source.Span{}
		p.squeezed = p.file.Squeezed(p.line)
		p.at, p.done = p.line.Start, 0
	}
	if s.Start < p.at {
		p.at, p.done = p.line.Start, 0
	}
	p.done += len(p.file.Squeezed(source.Span{Start: p.at, End: s.Start}))
	p.at = s.Start
	return p.squeezed[:p.done], p.squeezed[p.done:]
}

// sentence returns the measures in which the numbers of the sentence around the byte offset at of the line first
// stood, wherever the paper has the same sentence; nil where it is too short to tell.
func (p *place) sentence(at int) map[string]string {
	if p.within.Start <= at && at < p.within.End {
		return p.first
	}
	p.within = p.line
	if i := strings.LastIndex(p.file.Text[p.line.Start:at], "。"); i >= 0 {
		p.within.Start += i + len("。")
	}
	if i := strings.Index(p.file.Text[at:p.line.End], "。"); i >= 0 {
		p.within.End = at + i
	}
	words := p.file.Squeezed(p.within)
	if p.first = p.sentences[words]; p.first == nil && characters(words) >= sameWords {
		p.first = map[string]string{}
		p.sentences[words] = p.first
	}
	return p.first
}
