package document

import (
	"regexp"
	"strings"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

// title finds the title of the document: lines before number and recipients that together end
// in a kind of paper, without a full stop.
func (p *parser) title() {
	end := 0
	for end < len(p.blocks) && !p.headEnds(end) {
		end++
	}
	for i := 0; i < end; i++ {
		if n := p.titleLines(i, end); n > 0 {
			if p.titleAgain(i, n, end) {
				p.repeatedTitle(i, n)
				i += n - 1
				continue
			}
			p.markTitle(i, n)
			p.doc.Title = source.Span{Start: p.blocks[i].Start, End: p.blocks[i+n-1].End}
			return
		}
	}
}

// titleAgain reports whether the title of n blocks from i on stands again before end, with nothing
// but a number and what a page added between.
func (p *parser) titleAgain(i, n, end int) bool {
	for j := i + n; j < end && j < i+n+8; j++ {
		if p.free(j) && p.isResidue(j) {
			continue // it would be taken for the first line of the title
		}
		if m := p.titleLines(j, end); m > 0 {
			return p.sameText(i, n, j, m)
		}
		text := p.text(j)
		if p.blocks[j].Kind == Paragraph && number.FindString(text) != text {
			return false
		}
	}
	return false
}

// sameText reports whether n blocks from i on and m blocks from j on hold one title, which a site may
// set in 《》 as its headline, and news without the body that the paper's own title begins with.
func (p *parser) sameText(i, n, j, m int) bool {
	text := func(i, n int) string {
		return words.FoldTitle(p.file.Slice(source.Span{Start: p.blocks[i].Start, End: p.blocks[i+n-1].End}))
	}
	headline, own := text(i, n), text(j, m)
	return headline == own || strings.HasPrefix(headline, "关于") && own == TitleIssuer(own)+headline
}

// repeatedTitle marks a title as residue that a data base set before the document's own.
func (p *parser) repeatedTitle(i, n int) {
	if i > 0 && p.blocks[i-1].Kind == DocNumber {
		for j := i + n; j < len(p.blocks) && j < i+n+8; j++ {
			if text := p.text(j); p.free(j) && number.FindString(text) == text {
				p.blocks[j].Kind, p.doc.Number = DocNumber, p.blocks[j].Span
				i, n = i-1, n+1 // the headline held the number too
				break
			}
		}
	}
	for _, b := range p.blocks[i : i+n] {
		b.Kind, b.Reason = Noise, "数据库重复的标题行"
	}
}

// headEnds reports whether the title can stand no longer at or after block i.
func (p *parser) headEnds(i int) bool {
	b := p.blocks[i]
	if b.Kind == Recipients || b.Kind == TableBlock {
		return true
	}
	return b.Kind == Paragraph && (p.marked(i) || strings.ContainsAny(p.text(i), "。；"))
}

// titleLines returns how many blocks from i on, before end, make a title: 0 if they make none.
// A title may be broken over up to four lines, as in 「重庆市人民政府关于⏎加快推进…的意见」.
func (p *parser) titleLines(i, end int) int {
	text := ""
	for n := 1; n <= 4 && i+n <= end; n++ {
		if !p.free(i+n-1) || p.marked(i+n-1) {
			return 0
		}
		line := p.file.Squeezed(p.blocks[i+n-1].Span)
		if annexMark.MatchString(line) {
			return 0
		}
		if len(line) > 300 || strings.ContainsAny(line, "。；：:") {
			return 0
		}
		text += line
		if titleEnd.MatchString(text) && len([]rune(text)) >= 4 && strings.Count(text, "《") == strings.Count(text, "》") {
			if more := p.noticeLines(i, n, end, text); more > n {
				return more
			}
			if next := i + n; n < 4 && next < end && p.free(next) && remark.MatchString(p.file.Squeezed(p.blocks[next].Span)) && !dateLine.MatchString(p.text(next)) {
				n++ // 「（2021-2023年）」 on a line of its own belongs to the title
			}
			return n
		}
	}
	return 0
}

var (
	issuesPlan = words.Of("issuing-verbs")
	noticeEnd  = words.Of("notice-kinds")
)

// noticeLines returns how many lines the title of a notice has whose first n, with the given text, end in
// the name of the plan that it issues: 「国务院关于印发某某计划⏎（2021—2025年）的通知」. It is 0 where the title ends.
func (p *parser) noticeLines(i, n, end int, text string) int {
	if !words.In(text, issuesPlan) || words.Suffix(text, noticeEnd) != "" {
		return 0
	}
	for n++; n <= 4 && i+n <= end && p.free(i+n-1) && !p.marked(i+n-1); n++ {
		line := p.file.Squeezed(p.blocks[i+n-1].Span)
		if len(line) > 150 || strings.ContainsAny(line, "。；：:") || number.MatchString(line) {
			return 0
		}
		if text += line; strings.HasSuffix(text, "的通知") || strings.HasSuffix(text, "的公告") || strings.HasSuffix(text, "的决定") {
			return n
		}
	}
	return 0
}

var remark = regexp.MustCompile(`^[（(][^（）()]{2,20}[）)]$`)

func (p *parser) markTitle(i, n int) {
	for _, b := range p.blocks[i : i+n] {
		b.Kind = Title
	}
}
