package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

const (
	runInRunes   = 24 // longest run-in title, in characters
	runInPart    = 9  // longest part of a run-in title that has a comma
	ownLineRunes = 60 // longest title on a line of its own
	runInShare   = 0.8
)

// runIns finds the titles of sections: on a line of their own, 「一、总体要求」, or as the first
// sentence of the text, 「（一）严格规划实施。突出…」.
//
// A first sentence is a title only where that is the habit of the document: at least four in
// five of all sections with marks of one style begin with a short one. So 「清理各种变相优惠政策。
// 整顿和规范市场秩序…」 in a paper whose clauses begin with long orders stays text.
func (p *parser) runIns() {
	styles := map[numeral.Style][]*Section{}
	p.doc.Walk(func(s *Section) {
		if p.ownLineTitle(s) {
			return
		}
		styles[s.Mark.Style] = append(styles[s.Mark.Style], s)
	})
	for _, sections := range styles {
		short := 0
		for _, s := range sections {
			if !p.firstSentence(s).Empty() {
				short++
			}
		}
		if float64(short) < runInShare*float64(len(sections)) {
			continue
		}
		for _, s := range sections {
			if t := p.firstSentence(s); !t.Empty() {
				s.Title, s.RunIn = t, true
			}
		}
	}
}

// ownLineTitle sets the title of a section whose first block is nothing but number and title,
// and reports whether it is.
func (p *parser) ownLineTitle(s *Section) bool {
	b := s.Blocks[0]
	rest := p.file.Trim(source.Span{Start: s.MarkSpan.End, End: b.End})
	text := p.file.Slice(rest)
	if rest.Empty() || utf8.RuneCountInString(text) > ownLineRunes {
		return false
	}
	trimmed := strings.TrimRight(text, "。：:；")
	if strings.ContainsAny(trimmed, "。；：！？") || strings.HasSuffix(trimmed, "）") && strings.HasSuffix(text, "。") {
		return false
	}
	followed := len(s.Blocks) > 1 || len(s.Sections) > 0
	if !followed && trimmed != text {
		return false
	}
	if !followed && (strings.HasSuffix(text, "）") || utf8.RuneCountInString(text) > 30) {
		return false
	}
	s.Title = p.file.Trim(source.Span{Start: rest.Start, End: rest.Start + len(trimmed)})
	b.Kind = Heading
	return true
}

// firstSentence returns the first sentence of a section, without its full stop, if it is short
// enough for a title and more text follows in the paragraph or under it; an empty span otherwise.
func (p *parser) firstSentence(s *Section) source.Span {
	b := s.Blocks[0]
	rest := p.file.Trim(source.Span{Start: s.MarkSpan.End, End: b.End})
	text := p.file.Slice(rest)
	end := strings.IndexAny(text, "。：:；")
	if end <= 0 {
		return source.Span{}
	}
	stop, n := utf8.DecodeRuneInString(text[end:])
	title := text[:end]
	if stop == '；' || utf8.RuneCountInString(title) > runInRunes || strings.HasSuffix(title, "）") && strings.ContainsAny(title, "、") {
		return source.Span{}
	}
	if end+n == len(text) && len(s.Blocks) == 1 && len(s.Sections) == 0 {
		return source.Span{}
	}
	if parts := strings.FieldsFunc(title, func(r rune) bool { return r == '，' || r == ',' }); len(parts) > 1 {
		if len(parts) > 2 {
			return source.Span{}
		}
		for _, part := range parts {
			if utf8.RuneCountInString(part) > runInPart {
				return source.Span{}
			}
		}
	}
	return p.file.Trim(source.Span{Start: rest.Start, End: rest.Start + end})
}
