package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A cutter cuts lines that hold several paragraphs. It keeps the numbers of the outline from line to line.
type cutter struct {
	file    *source.File
	running map[numeral.Style]int // last number of each style
	inBox   bool                  // a 专栏 is open
}

// A cutting is a place inside a line where an outline mark stands.
type cutting struct {
	at, end int // of the mark
	mark    numeral.Mark
	firm    bool   // a sentence ends before it, or white space stands there
	before  string // the text from the mark or sentence before it
}

// A markedLine is a line with the marks that stand in it.
type markedLine struct {
	text    string
	marks   []cutting             // those that may open a paragraph, in order
	last    map[numeral.Style]int // number of the last one of each style that does
	dropped map[numeral.Style]int // of those of a list that is none of the outline
	above   *cutting              // the last one that does
}

// paragraphs cuts s before each outline mark that goes on with the outline, as in
// 「…，现提出以下意见。一、持续提升投资建设便利度（一）优化…流程。从办成…」.
func (c *cutter) paragraphs(s source.Span) []source.Span {
	text := c.file.Slice(s)
	if c.isBox(text) || annexNote.MatchString(text) && !strings.Contains(text, "。") {
		return []source.Span{s}
	}
	line := &markedLine{text: text, marks: marksIn(text), last: map[numeral.Style]int{}, dropped: map[numeral.Style]int{}}
	var out []source.Span
	start := 0
	for i := range line.marks {
		m := &line.marks[i]
		if m.at > 0 && !c.opens(line, i) {
			continue
		}
		if m.at > 0 {
			out = appendSpan(out, c.file, source.Span{Start: s.Start + start, End: s.Start + m.at})
		}
		start, line.above = m.at, m
		line.last[m.mark.Style], c.running[m.mark.Style] = m.mark.N, m.mark.N
	}
	return appendSpan(out, c.file, source.Span{Start: s.Start + start, End: s.End})
}

// isBox reports whether a line belongs to a 专栏: it goes on up to a number of the outline.
func (c *cutter) isBox(text string) bool {
	if box.MatchString(text) {
		c.inBox = true
	} else if m, n := numeral.ReadMark(text); c.inBox && n > 0 && m.N == c.running[m.Style]+1 && (m.N > 1 || rank[m.Style] <= rank[numeral.Bracket]) {
		c.inBox = false
	}
	return c.inBox
}

// marksIn returns the outline marks in text that stand in no bracket and in no quotation.
func marksIn(text string) []cutting {
	var out []cutting
	from := 0 // where the text before a mark begins
	hidden := 0
	for i, r := range text {
		if i < hidden {
			continue
		}
		if !mayOpenMark(r) {
			hidden = hiddenUntil(text, i, r)
			continue
		}
		m, n := numeral.ReadMark(text[i:])
		if n == 0 {
			hidden = hiddenUntil(text, i, r)
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if i > 0 && strings.ContainsRune("第至和、及或与—-～~", before) {
			continue
		}
		if stop := strings.LastIndexAny(text[from:i], "。！？；"); stop >= 0 {
			from += stop + len("。")
		}
		firm := i == 0 || strings.ContainsRune("。！？；：）)”》】:;", before) || source.IsSpace(before)
		out = append(out, cutting{i, i + n, m, firm, strings.TrimSpace(text[from:i])})
		from, hidden = i+n, i+n
	}
	return out
}

// longestHidden is how many bytes a bracket or quotation holds at most; one that goes on was never closed.
const longestHidden = 600

// hiddenUntil returns where the bracket or quotation that r opens at i ends, or 0.
func hiddenUntil(text string, i int, r rune) int {
	closing, ok := closings[r]
	if !ok {
		return 0
	}
	from := i + utf8.RuneLen(r)
	end := strings.IndexRune(text[from:min(len(text), from+longestHidden)], closing)
	if end < 0 {
		return 0
	}
	return from + end
}

var closings = map[rune]rune{'（': '）', '(': ')', '“': '”', '《': '》', '〔': '〕', '【': '】'}

// opens reports whether mark i of a line opens a paragraph.
func (c *cutter) opens(line *markedLine, i int) bool {
	m := &line.marks[i]
	style, n := m.mark.Style, m.mark.N
	small := style == numeral.DotBracket || style == numeral.Circle
	if listBefore.MatchString(m.before) || c.running[numeral.Article] == 0 && line.inSentence(i) || line.dropped[style] > 0 && n == line.dropped[style]+1 {
		line.dropped[style] = n
		return false
	}
	if small && (len(line.text) < longLine || !m.firm) {
		return false // （1）, ① belong to the text of their item
	}
	if line.answers(i) && !line.asks(i) {
		return false // 「答：应符合：（一）…；（二）…。」
	}
	if next := n == 1 || n == c.running[style]+1; !next {
		return false
	}
	switch {
	case m.firm && line.last[style] > 0 && n == line.last[style]+1:
		return true
	case line.behindTitle(m):
		return true
	case m.firm && n > 1 && (style == numeral.Comma || style == numeral.Chapter):
		return true
	case m.firm && (line.runs(i, 1) || style == numeral.Comma && announces.MatchString(strings.TrimSpace(line.text[:m.at]))):
		return true
	}
	return line.behindPaperTitle(i) && !line.again(i)
}

// announces ends a text that an outline follows, though its next number may stand on another line: 「…通知如下。一、范围」.
var announces = words.Pattern(`(?:{{announcing-words}}|制[定订]本\p{Han}{2,6})[。：:]$`)

// listBefore ends what brings in a list that is none of the outline: of annexes, of notes.
var listBefore = pattern.MustCompile(`(?:附[件表录]?|^注|备注|说明|注释)[：:]$`)

// bringsList ends what brings in a list that is no more than a sentence: 「由市、县从以下渠道筹措：（一）…；（二）…。」.
var bringsList = words.Pattern(`(?:以下|下列)(?:\p{Han}{0,4}的?)?{{listed-things}}(?:之一|中|内)?\p{Han}{0,6}[：:]$`)

// inSentence reports whether mark i begins such a list. The points of an article look the same.
func (l *markedLine) inSentence(i int) bool {
	m := &l.marks[i]
	if m.mark.Style != numeral.Bracket || m.mark.N != 1 || i+1 >= len(l.marks) || !bringsList.MatchString(m.before) {
		return false
	}
	next := l.marks[i+1]
	return next.mark.Style == numeral.Bracket && next.mark.N == 2 && strings.HasSuffix(strings.TrimRight(strings.ReplaceAll(l.text[m.end:next.at], ";", "；"), " \u3000"), "；")
}

// farthestMark is how many marks ahead the next number is looked for.
const farthestMark = 300

// runs reports whether the numbers after mark i of the line go on for more than steps others of its style.
func (l *markedLine) runs(i, steps int) bool {
	want := l.marks[i].mark
	for _, m := range l.marks[i+1 : min(len(l.marks), i+farthestMark)] {
		if m.mark.Style != want.Style || !m.firm { // 「统一、规范」
			continue
		}
		if want.N++; m.mark.N != want.N {
			return false
		}
		if steps--; steps == 0 {
			return true
		}
	}
	return false
}

// again reports whether a firm mark with the number of mark i follows before the next number.
func (l *markedLine) again(i int) bool {
	for _, m := range l.marks[i+1 : min(len(l.marks), i+farthestMark)] {
		if m.mark.Style == l.marks[i].mark.Style {
			return m.firm && m.mark.N == l.marks[i].mark.N
		}
	}
	return false
}

const (
	longestTitle  = 40 // characters of the title of a section
	shortestTitle = 2
)

// behindTitle reports whether m stands directly behind the title of the section above it:
// 「三、保障措施（一）加强领导」, 「（一）丰富供给1.发展…」, 「第一章总则第一条为了…」.
func (l *markedLine) behindTitle(m *cutting) bool {
	if l.above == nil || rank[l.above.mark.Style] >= rank[m.mark.Style] {
		return false
	}
	if m.mark.Style == numeral.Comma || strings.ContainsAny(m.before, "。；：！？:;") {
		return false
	}
	n := utf8.RuneCountInString(m.before)
	return shortestTitle <= n && n <= longestTitle && strings.TrimSpace(l.text[l.above.end:m.at]) == m.before
}

// behindPaperTitle reports whether mark i begins an outline directly behind the title of the paper, which may end
// in no kind: 「…三年行动方案一、总体要求」, 「…十项举措1.推行」.
func (l *markedLine) behindPaperTitle(i int) bool {
	m := &l.marks[i]
	if l.above != nil || m.mark.N != 1 || strings.ContainsAny(m.before, "，：:") {
		return false
	}
	if titleEnd.MatchString(m.before) {
		return l.runs(i, 1)
	}
	return strings.HasPrefix(l.text, m.before) && utf8.RuneCountInString(m.before) <= ownLineRunes && l.runs(i, 2)
}

func mayOpenMark(r rune) bool {
	return strings.ContainsRune("（(第一二三四五六七八九十", r) || '0' <= r && r <= '9' || '０' <= r && r <= '９' || '①' <= r && r <= '⑳'
}
