package document

import (
	"strconv"
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// attached is what a page sets behind a title of what it shows below it: 「…的决定　附：修正本」.
var attached = pattern.MustCompile(`[\s\x{3000}]+附[：:]\s*\p{Han}{2,12}$`)

// titleBeforeAttached returns where the title ends in such a line, or 0.
func titleBeforeAttached(text string) int {
	m := attached.FindStringIndex(text)
	if m == nil || !endsTitle(source.Squeeze(text[:m[0]])) {
		return 0
	}
	return m[0]
}

var (
	// orderInBrackets is the number of the order by which a statute was made public, in brackets in a line that goes on:
	// 「养老办法 ( 某某委员会令第 16 号 ) 养老办法已经…」.
	orderInBrackets = pattern.MustCompile(`[\s\x{3000}]*[（(]\s*` + words.Order + `\s*[）)]`)
	// pageFirst and pageLast are the number of a page as readers of scans set it before its text, and as it is printed below.
	pageFirst = pattern.MustCompile(`^([0-9]{1,3})[\s\x{3000}]+`)
	pageLast  = pattern.MustCompile(`[\s\x{3000}]*[-—–][\s\x{3000}]*[0-9]{1,3}[\s\x{3000}]*[-—–]$`)
)

// orderedTitle returns where the title ends in a line that goes on with the number of its order in brackets, and where that ends, or nil.
func orderedTitle(text string) []int {
	m := orderInBrackets.FindStringSubmatchIndex(text)
	if m == nil || m[0] == 0 || m[1] == len(text) || strings.ContainsAny(text[:m[0]], "。；：:，,《") || chapterBehind.MatchString(text[:m[0]]) || !endsTitle(source.Squeeze(text[:m[0]])) {
		return nil
	}
	return []int{m[0], m[1]}
}

// dated is the head of a paper at the start of an abstract or of its text, day before number: 「摘要：（2031年7月28日）国发〔2031〕67号各地要…」.
var dated = pattern.MustCompile(`^(?:摘[\s\x{3000}]*要[：:])?\s*([（(]` + dateForm + `[）)])\s*(` + words.SquareNumber(`\p{Han}{2,12}`) + `)`)

// headParts returns where the parts of such heads begin in a line, and where the last one ends, or nil.
func headParts(text string) []int {
	if m := dated.FindStringSubmatchIndex(text); m != nil && m[1] < len(text) {
		return []int{m[2], m[4], m[1]}
	}
	return orderedTitle(text)
}

// How a reader of scans shows a paper: after its first sentence and buttons comes the word behind which the text begins.
const (
	transcriptSize  = "Size:px"
	transcriptBegin = "Transcription"
	transcriptLines = 12
)

// transcript marks what such a reader sets before the text.
func (p *parser) transcript() {
	size := false
	for i, b := range p.blocks[:min(transcriptLines, len(p.blocks))] {
		switch p.file.Squeezed(b.Span) {
		case transcriptSize:
			size = true
		case transcriptBegin:
			if !size {
				return
			}
			for _, b := range p.blocks[:i+1] {
				b.Kind, b.Reason = Noise, scanReason
			}
			p.scanPages(i + 1)
			return
		}
	}
}

const scanReason = "文库所加的行"

// scanPages cuts the numbers of pages off the blocks from i on, which such a reader counts from 1.
func (p *parser) scanPages(i int) {
	for page := 1; i < len(p.blocks); i++ {
		if m := pageFirst.FindStringSubmatch(p.text(i)); m != nil && m[1] == strconv.Itoa(page) && m[0] != p.text(i) {
			p.blocks = split(p.file, p.blocks, i, p.blocks[i].Start+len(m[0]))
			p.blocks[i].Kind, p.blocks[i].Reason = Noise, scanReason
			i, page = i+1, page+1
		}
		if m := pageLast.FindStringIndex(p.text(i)); m != nil && m[0] > 0 {
			p.blocks = split(p.file, p.blocks, i, p.blocks[i].Start+m[0])
			p.blocks[i+1].Kind, p.blocks[i+1].Reason = Noise, scanReason
			i++
		}
	}
}

// within returns s without brackets around it and the white space inside them.
func (p *parser) within(s source.Span) source.Span {
	text := p.file.Slice(s)
	s.Start += len(text) - len(strings.TrimLeft(text, besideBody))
	s.End -= len(text) - len(strings.TrimRight(text, besideBody))
	return s
}

// endOfTitle is a title of which a page has cut off the beginning: 「《养老办法》的决定」.
var endOfTitle = pattern.MustCompile(`^《[^《》]{2,80}》的\p{Han}{2,6}$`)

// wholeBelow returns the block at which the title of n blocks from i on stands whole, with the body that issued it, if a page has cut off its beginning, or 0.
func (p *parser) wholeBelow(i, n int) int {
	end := p.file.Squeezed(p.blocks[i].Span)
	if n > 1 || !endOfTitle.MatchString(end) {
		return 0
	}
	for j := i + 1; j < len(p.blocks) && j < i+transcriptLines; j++ {
		if whole := p.file.Squeezed(p.blocks[j].Span); p.titleLine(j) && strings.HasSuffix(whole, end) && TitleIssuer(whole) != "" {
			return j
		}
	}
	return 0
}
