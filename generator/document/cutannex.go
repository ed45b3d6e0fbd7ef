package document

import (
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
)

// gluedAnnex is the head of an annex of tasks in a line that goes on with their numbers, behind a sentence or the date of
// signing: 「…新篇章！附件2031年民生实事1.新增…」.
var gluedAnnex = pattern.MustCompile(`[。！）)”日](附件(?:[1-9１-９一二三四五六七八九])?[：:]?[\s\x{3000}]*)((?:(?:19|20)[0-9]{2}年)?(?:\p{Han}|[“”]){4,40}?)(?:1[.．、]|一、|[（(]一[）)])`)

// gluedNote is the list of annexes behind the last sentence of a text.
var gluedNote = pattern.MustCompile(`[。！](附件[：:][\s\x{3000}]*[^\s\x{3000}])`)

// cutNotes cuts s before such a list.
func (c *cutter) cutNotes(s source.Span) []source.Span {
	m := gluedNote.FindStringSubmatchIndex(c.file.Slice(s))
	if m == nil {
		return c.paragraphs(s)
	}
	return append(c.paragraphs(source.Span{Start: s.Start, End: s.Start + m[2]}), c.paragraphs(source.Span{Start: s.Start + m[2], End: s.End})...)
}

// annexes cuts s around the marks and titles of such annexes, whose numbers begin anew.
func (c *cutter) annexes(s source.Span) []source.Span {
	var out []source.Span
	text, start := c.file.Slice(s), 0
	for _, m := range gluedAnnex.FindAllStringSubmatchIndex(text, -1) {
		before, _ := utf8.DecodeLastRuneInString(text[:m[2]])
		if before == '日' && !dateAtEnd.MatchString(text[max(0, m[2]-40):m[2]]) {
			continue
		}
		out = append(out, c.cutNotes(source.Span{Start: s.Start + start, End: s.Start + m[2]})...)
		out = appendSpan(out, c.file, source.Span{Start: s.Start + m[2], End: s.Start + m[4]})
		out = appendSpan(out, c.file, source.Span{Start: s.Start + m[4], End: s.Start + m[5]})
		c.running, start = map[numeral.Style]int{}, m[5]
	}
	return append(out, c.cutNotes(source.Span{Start: s.Start + start, End: s.End})...)
}
