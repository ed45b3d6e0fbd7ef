package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	// titleInBrackets is a title that brackets set apart: 「【优化注销服务】推行简易注销。」.
	titleInBrackets = pattern.MustCompile(`^【([^【】]{2,60})】.`)
	// titleBeforeBlank is one that a blank sets apart, which stands where a scrape took a line break out:
	// 「总体要求 坚持以农为本，…」.
	titleBeforeBlank = pattern.MustCompile(`^((?:\p{Han}|[“”、]){2,15})[\s\x{3000}]+(?:\p{Han}|[“《])[^。；：\s\x{3000}]{12,}[，。]`)
	// standingTitle is one that any paper may have, with no sign of its end: 「工作目标到2025年，…」.
	standingTitle = words.Pattern(`^((?:[0-9]{4}年)?{{standing-titles}})[^和与及及其、的之为是中下：:，。；（(\s\x{3000}][^。；：]{12,}[，。]`)
)

// setApart finds a title that something else than a stop parts from the text, and reports whether s has one.
func (p *parser) setApart(s *Section) bool {
	rest := p.file.Trim(source.Span{Start: s.MarkSpan.End, End: s.Blocks[0].End})
	text := p.file.Slice(rest)
	m := titleInBrackets.FindStringSubmatchIndex(text)
	if m != nil && ofAgencies.MatchString(text[m[2]:m[3]]) {
		return false
	}
	if part := s.Mark.Style == numeral.Comma || s.Mark.Style == numeral.Bracket; m == nil && part {
		if m = titleBeforeBlank.FindStringSubmatchIndex(text); m == nil && longSentence(text) {
			m = standingTitle.FindStringSubmatchIndex(text)
		}
	}
	if m == nil {
		return false
	}
	s.Title, s.RunIn = source.Span{Start: rest.Start + m[2], End: rest.Start + m[3]}, true
	return true
}

// longSentence reports whether the first sentence of text is too long for a title.
func longSentence(text string) bool {
	end := strings.IndexAny(text, "。：:；;")
	return utf8.RuneCountInString(text[:max(end, 0)]) > runInRunes
}
