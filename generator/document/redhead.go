package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
)

// redHead marks the lines above the title that name the bodies as they stand above their papers, the red head:
// 「甲市教育局⏎甲市财政局文件」, and the line that tells who signed a paper that goes up.
func (p *parser) redHead(end int) {
	for i := 0; i < end && i < len(p.blocks); i++ {
		if !p.free(i) {
			continue
		}
		line := p.file.Squeezed(p.blocks[i].Span)
		switch {
		case signedOff.MatchString(line), ofClass.MatchString(line), headWord.MatchString(line) && line != "文件":
			p.blocks[i].Kind = Note
		case line == "文件" || redHeadEnd.MatchString(line) && namesHead(line):
			p.headNames(i)
		}
	}
}

// ofClass is what stands beside the number of a reply and says of what class it is, or whether it is made public.
var ofClass = pattern.MustCompile(`^(?:[A-D]类?|(?:类别|办理结果|分类)[：:].{1,6}|[（(][A-D][）)])$`)

// namesHead reports whether a line that ends in 文件 names a body before it and is no title of another paper.
func namesHead(line string) bool {
	return isBodyName(strings.TrimSuffix(line, "文件")) && !strings.Contains(line, "关于")
}

// headNames marks block i, which ends a red head, and the lines of names before it.
func (p *parser) headNames(i int) {
	first := i
	for j := i - 1; j >= 0 && i-j <= 8 && p.free(j) && p.isSigner(j); j-- {
		first = j
	}
	for _, b := range p.blocks[first : i+1] {
		b.Kind = Note
		s := b.Span
		if text := p.file.Slice(s); strings.HasSuffix(text, "文件") {
			s = p.file.Trim(source.Span{Start: s.Start, End: s.End - len("文件")})
		}
		p.doc.Heads = append(p.doc.Heads, p.namesIn(s)...)
	}
}

// leastName is how many characters the name of a body has at least: 财政部.
const leastName = 3

// namesIn returns the names of bodies that share a line, parted by white space or 、. A name whose characters are
// set apart, 某 某 市 财 政 局, is one.
func (p *parser) namesIn(s source.Span) []source.Span {
	for _, parts := range []func(rune) bool{isWideBlank, isParting} {
		if names := p.partsOf(s, parts); len(names) > 1 {
			return names
		}
	}
	if s.Empty() {
		return nil
	}
	return []source.Span{s}
}

func isWideBlank(r rune) bool { return r == '　' || r == '、' || r == '\t' || r == '\n' }

func isParting(r rune) bool { return r == '、' || source.IsSpace(r) }

// partsOf cuts s where parts holds, and returns nil where a part is no name.
func (p *parser) partsOf(s source.Span, parts func(rune) bool) []source.Span {
	var out []source.Span
	text := p.file.Slice(s)
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexFunc(text[at:], parts); i >= 0 {
			end = at + i
		}
		if part := p.file.Trim(source.Span{Start: s.Start + at, End: s.Start + end}); !part.Empty() {
			name := p.file.Squeezed(part)
			if utf8.RuneCountInString(name) < leastName || !isBodyName(name) {
				return nil
			}
			out = append(out, part)
		}
		_, n := utf8.DecodeRuneInString(text[end:])
		at = end + n
		if n == 0 {
			break
		}
	}
	return out
}
