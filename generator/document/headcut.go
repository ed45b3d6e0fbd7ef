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
	if at := orderedTitle(text); at != nil {
		return at
	}
	if m := titleThenOrder.FindStringSubmatchIndex(text); m != nil && endsTitle(source.Squeeze(text[m[2]:m[3]])) {
		return []int{m[3]}
	}
	if m := rowOfFields.FindStringSubmatchIndex(text); m != nil && isBodyName(text[m[2]:m[3]]) {
		return []int{m[2], m[4], m[5]}
	}
	return numberedTitle(text)
}

// rowOfFields is a row in which a data base sets day, body, number and region: 「2031-10-01 甲省人民政府 甲政发〔2031〕12号 甲省」.
var rowOfFields = pattern.MustCompile(`^[12][0-9]{3}[.．/／-][0-9]{1,2}[.．/／-][0-9]{1,2}[\s\x{3000}]+(\p{Han}{4,30})[\s\x{3000}]+(` + words.SquareNumber(`\p{Han}{2,12}`) + `)[\s\x{3000}]+\p{Han}{2,8}$`)

// titleThenOrder is a title with the whole number of its order behind a blank: 「甲省粮仓办法 甲省人民政府令 第16号」.
var titleThenOrder = pattern.MustCompile(`^(\p{Han}{4,60}?)[\s\x{3000}]+\p{Han}{3,30}` + words.OrderKind + `\s*` + words.OrderSerial + `$`)

// numberThenDay is number and day between blanks in a line that goes on with the text: 「…的意见 甲政发〔2031〕9号 2031-11-03 为…」.
var numberThenDay = pattern.MustCompile(`[\s\x{3000}]+(` + words.SquareNumber(`\p{Han}{2,12}`) + `)[\s\x{3000}]+(?:(` + dateForm + `|[12][0-9]{3}[.．/／-][0-9]{1,2}[.．/／-][0-9]{1,2})[\s\x{3000}]+)?`)

// numberedTitle returns where number, day and text begin behind the title in such a line, or nil.
func numberedTitle(text string) []int {
	m := numberThenDay.FindStringSubmatchIndex(text)
	if m == nil || m[1] == len(text) || strings.ContainsAny(text[:m[0]], "。；：:") || !framed.MatchString(text[:m[0]]) || !opensTitle(text[:m[0]]) {
		return nil
	}
	title := source.Squeeze(text[:m[0]])
	switch whole := endsTitle(title) && strings.Count(title, "《") == strings.Count(title, "》"); {
	case whole && m[10] >= 0:
		return []int{m[2], m[10], m[1]}
	case whole || strings.HasSuffix(title, "的"): // the kind of paper is lost
		return []int{m[2], m[1]}
	}
	return nil
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

// titleBeforeRecipients returns where the title ends in a line that goes on with the recipients,
// 「甲市人民政府关于…的通知各县人民政府：」, or 0.
func titleBeforeRecipients(text string) int {
	line := recipients.FindString(text)
	for _, m := range kindWord.FindAllStringIndex(line, -1) {
		if title, rest := line[:m[1]], strings.TrimSpace(line[m[1]:]); framed.MatchString(title) && endsTitle(title) && wholeTitle(title) && eachBody.MatchString(rest) {
			return m[1]
		}
	}
	return 0
}

// eachBody begins the recipients of most papers.
var eachBody = words.Pattern(`^(?:各|{{levels}}(?:人民)?政府各|{{levels}}[直级]各)`)

// numberInside is a 文号 within a line, its Han run greedy.
var numberInside = pattern.MustCompile(words.SquareNumber(`\p{Han}{2,24}`))

// numberBetween returns where the title ends in a line that goes on with number and recipients,
// 「国务院关于落实…的意见国发〔2022〕9号国务院各部委：」, or 0.
func numberBetween(text string) int {
	m := numberInside.FindStringIndex(text)
	if m == nil || !opensHead(text[m[1]:]) {
		return 0
	}
	at := titleLength(text, m[0])
	if at == 0 || strings.ContainsAny(text[:at], "。；：") || strings.Count(text[:at], "（") != strings.Count(text[:at], "）") || !number.MatchString(strings.TrimSpace(text[at:])) {
		return 0
	}
	return at
}

// titleLength returns where the title ends in a line whose Han run before a number is greedy:
// 「…的实施意见国办发〔2020〕24号」 ends after 意见, at or behind the byte offset from.
func titleLength(text string, from int) int {
	bracket := strings.IndexAny(text[from:], words.Openings)
	if bracket < 0 {
		return 0
	}
	head := text[:from+bracket]
	best := 0
	for _, m := range kindWord.FindAllStringIndex(head, -1) {
		if m[1] < len(head) {
			best = m[1]
		}
	}
	return best
}
