package document

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// longLine is the length in bytes above which a line is taken for several paragraphs that a
// scrape ran together, and is cut at gaps of white space even where no number follows.
const longLine = 900

// cut turns the blocks of a source into paragraphs. A line that holds several, because a
// scrape lost the line breaks, is cut before each outline mark and dash that continues the
// outline, as in 「…,请认真贯彻落实。  一、总体要求  (一)重大意义。…」.
func cut(f *source.File) []*Block {
	var blocks []*Block
	begun := false
	for i, b := range f.Blocks {
		if b.Kind == source.Table {
			if lines := layoutTable(f, i, begun); lines != nil {
				for _, s := range lines {
					blocks = append(blocks, &Block{Span: s})
				}
				continue
			}
			begun = true
			blocks = append(blocks, &Block{Span: b.Span, Kind: TableBlock, Table: readTable(b)})
			continue
		}
		begun = begun || beginsOutline(f.Slice(b.Span))
		for _, s := range cutGaps(f, b.Span) {
			for _, s := range cutMarks(f, s) {
				blocks = append(blocks, &Block{Span: s})
			}
		}
	}
	return blocks
}

// gap is white space that stands where a line break was: two characters or more.
var gap = regexp.MustCompile(`[\s\x{00A0}\x{2000}-\x{200A}\x{3000}]{2,}`)

// cutGaps cuts s at gaps before an outline mark, a dash or an annex, and in a long line at every gap.
func cutGaps(f *source.File, s source.Span) []source.Span {
	text := f.Slice(s)
	var out []source.Span
	start := 0
	for _, g := range gap.FindAllStringIndex(text, -1) {
		rest := text[g[1]:]
		if len(text) < longLine && !opensParagraph(rest) && !signs(text[:g[0]], rest) {
			continue
		}
		out = appendSpan(out, f, source.Span{Start: s.Start + start, End: s.Start + g[0]})
		start = g[1]
	}
	return appendSpan(out, f, source.Span{Start: s.Start + start, End: s.End})
}

func appendSpan(out []source.Span, f *source.File, s source.Span) []source.Span {
	if s = f.Trim(s); !s.Empty() {
		out = append(out, s)
	}
	return out
}

// opensParagraph reports whether text begins as only a paragraph does.
func opensParagraph(text string) bool {
	if strings.HasPrefix(text, "——") || annexMark.MatchString(text) || annexNote.MatchString(text) {
		return true
	}
	_, n := numeral.ReadMark(text)
	return n > 0
}

// signs reports whether rest, after a gap at the end of a sentence, is a signing body:
// 「…请认真贯彻实施。        国务院」.
func signs(before, rest string) bool {
	return strings.HasSuffix(before, "。") && len(rest) < 90 && signer.MatchString(rest) && orgEnd.MatchString(strings.TrimSpace(rest))
}

// box is a 专栏, which keeps numbers of its own.
var box = regexp.MustCompile(`^专栏\s*[0-9０-９一二三四五六七八九十]{0,3}`)

// A cutting is a place inside a line where an outline mark stands.
type cutting struct {
	at   int
	mark numeral.Mark
	firm bool // a sentence ends before it
}

// cutMarks cuts a line that several outline marks share, as in
// 「…，现提出以下意见。一、持续提升投资建设便利度（一）优化…流程。从办成…」.
// Marks that do not continue the outline, such as the 一、 of 「统一、规范」, are left alone,
// and so is a line with fewer than three that do.
func cutMarks(f *source.File, s source.Span) []source.Span {
	text := f.Slice(s)
	if len(text) < longLine || box.MatchString(text) {
		return []source.Span{s}
	}
	var cuts []cutting
	for i, r := range text {
		if i == 0 || !mayOpenMark(r) {
			continue
		}
		m, n := numeral.ReadMark(text[i:])
		if n == 0 {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		firm := strings.ContainsRune("。！？；：）)”》", before) || source.IsSpace(before)
		if !firm && !looseMark(m, before, i, cuts) {
			continue
		}
		cuts = append(cuts, cutting{i, m, firm})
	}
	cuts = consecutive(cuts)
	if len(cuts) < 3 {
		return []source.Span{s}
	}
	var out []source.Span
	start := 0
	for _, c := range cuts {
		out = appendSpan(out, f, source.Span{Start: s.Start + start, End: s.Start + c.at})
		start = c.at
	}
	return appendSpan(out, f, source.Span{Start: s.Start + start, End: s.End})
}

// looseMark reports whether a mark may open a paragraph though no sentence ends before it: a clause
// behind the title of its part, a chapter behind the title of the paper, an article behind the
// title of its chapter, 「…处理办法第一章总则第一条为…」.
func looseMark(m numeral.Mark, before rune, at int, cuts []cutting) bool {
	switch m.Style {
	case numeral.Bracket:
		return before != '第'
	case numeral.Chapter:
		return true
	case numeral.Article:
		const titleBytes = 60 // longest title of a chapter
		n := len(cuts)
		return n > 0 && cuts[n-1].mark.Style == numeral.Chapter && at-cuts[n-1].at < titleBytes
	}
	return false
}

func mayOpenMark(r rune) bool {
	return strings.ContainsRune("（(第一二三四五六七八九十", r) || '0' <= r && r <= '9' || '①' <= r && r <= '⑳'
}

// consecutive keeps the marks that continue an outline: each next number of its style, or 1
// below a higher mark.
func consecutive(cuts []cutting) []cutting {
	last := map[numeral.Style]int{}
	var out []cutting
	for _, c := range cuts {
		switch {
		case c.mark.N == last[c.mark.Style]+1:
		case c.mark.N == 1 && c.firm:
		default:
			continue
		}
		if c.mark.Style == numeral.Dot && c.mark.N == 1 && !c.firm {
			continue
		}
		last[c.mark.Style] = c.mark.N
		out = append(out, c)
	}
	return out
}

// split divides the block at index i before the byte offset at and returns the longer list.
func split(f *source.File, blocks []*Block, i, at int) []*Block {
	left := f.Trim(source.Span{Start: blocks[i].Start, End: at})
	right := f.Trim(source.Span{Start: at, End: blocks[i].End})
	if left.Empty() || right.Empty() {
		return blocks
	}
	out := make([]*Block, 0, len(blocks)+1)
	out = append(out, blocks[:i]...)
	out = append(out, &Block{Span: left, Kind: blocks[i].Kind}, &Block{Span: right, Kind: blocks[i].Kind})
	return append(out, blocks[i+1:]...)
}
