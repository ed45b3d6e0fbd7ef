package document

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
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
	c := &cutter{file: f, running: map[numeral.Style]int{}}
	for i, b := range f.Blocks {
		if b.Kind == source.Table {
			if lines := layoutTable(f, i, begun); lines != nil {
				for _, s := range lines {
					blocks = append(blocks, &Block{Span: s})
				}
				continue
			}
			begun = true
			blocks = append(blocks, &Block{Span: b.Span, Kind: TableBlock, Table: newTable(f, b.Span, b.Rows)})
			continue
		}
		begun = begun || beginsOutline(f.Slice(b.Span))
		for _, s := range cutGaps(f, b.Span) {
			for _, s := range c.annexes(s) {
				blocks = append(blocks, &Block{Span: s})
			}
		}
	}
	return blocks
}

// gap is white space that stands where a line break was: two characters or more.
var gap = pattern.MustCompile(`[\s\x{00A0}\x{2000}-\x{200A}\x{3000}]{2,}`)

// cutGaps cuts s at gaps before an outline mark, a dash or an annex, and in a long line at every gap.
func cutGaps(f *source.File, s source.Span) []source.Span {
	text := f.Slice(s)
	var out []source.Span
	start := 0
	gaps := gap.FindAllStringIndex(text, -1)
	for i, g := range gaps {
		rest := text[g[1]:]
		if !opensParagraph(rest) && !signedThere(text, gaps[i:]) && (len(text) < longLine && !signs(text[:g[0]], rest) && !endsParagraph(text[start:g[0]]) || setApart.MatchString(text[start:g[0]])) {
			continue
		}
		out = appendSpan(out, f, source.Span{Start: s.Start + start, End: s.Start + g[0]})
		start = g[1]
	}
	return appendSpan(out, f, source.Span{Start: s.Start + start, End: s.End})
}

// signedThere reports whether a signature or its date stands right behind the first of the gaps, and the date before another gap or the end:
// 「…请遵照执行。　　某市教育局　　2031年3月5日　　养老办法」.
func signedThere(text string, gaps [][]int) bool {
	next := func(i int) string {
		if i >= len(gaps) {
			return ""
		}
		end := len(text)
		if i+1 < len(gaps) {
			end = gaps[i+1][0]
		}
		return strings.TrimSpace(text[gaps[i][1]:end])
	}
	return dateLine.MatchString(next(0)) || isBodyName(next(0)) && dateLine.MatchString(next(1))
}

// setApart ends a text behind which a gap is none of a line break: after the number of an article or chapter, and
// inside a word set wide, 「第一章　　总　　则第一条　　为加强…」.
var setApart = pattern.MustCompile(`第[一二三四五六七八九十百零〇0-9]{1,6}[编篇章节条]$|[章节\s\x{00A0}\x{3000}]\p{Han}$`)

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

// endsParagraph reports whether a paragraph ends with text: at the end of a sentence, or as the date, the note below it and a title do.
func endsParagraph(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, "。") || dateLine.MatchString(text) || note.MatchString(text) || wholeTitle(text) && framed.MatchString(text)
}

// signs reports whether rest, after a gap at the end of a sentence, is a signing body:
// 「…请认真贯彻实施。        国务院」.
func signs(before, rest string) bool {
	return strings.HasSuffix(before, "。") && len(rest) < 90 && signer.MatchString(rest) && orgEnd.MatchString(strings.TrimSpace(rest))
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
