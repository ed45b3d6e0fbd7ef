package markdown

import (
	"cmp"
	"html"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

const (
	markReason       = "排版标记"
	controlCharacter = "控制字符"
	targetReason     = "链接的地址"
	unseenReason     = "注释，网页上不显示"
	pictureReason    = "图片的替代文字"
	// diffable is how many characters are held against each other one by one; a block of HTML may have more.
	diffable = 5000
)

// markup are the parts of Markdown that are no text, with the reason for which they are left out; those that
// go on over lines, but not over an empty one, are looked for in the whole file.
var markup = []struct {
	reason  string
	pattern *regexp.Regexp
	over    bool // lines
}{
	{unseenReason, regexp.MustCompile(`(?s)<!--.*?-->`), false},
	{pictureReason, regexp.MustCompile(`!\[(?:[^\]\n]|\n[^\]\n])*\](?:\((?:[^)\n]|\n[^)\n])*\)|\[[^\]\n]*\])?`), true},
	{targetReason, regexp.MustCompile(`\]\((?:[^()\n]|\n[^()\n])*(?:\([^()\n]*\)(?:[^()\n]|\n[^()\n])*)*\n?\)`), true},
	{targetReason, regexp.MustCompile(`\]\[[^\]\n]*\]`), true}, // by itself: 「[甲][乙](丙)」
	{markReason, regexp.MustCompile(`(?s)<(?:script|style)\b.*?</(?:script|style)>`), false},
	{markReason, regexp.MustCompile(`<[A-Za-z/!?](?:[^>\n]|\n[^>\n])*\n?>`), true},
	{markReason, regexp.MustCompile(`<[A-Za-z/!?][^>]*>`), false},
	{"不完整的标签", regexp.MustCompile(`<[A-Za-z/!?][^>]*$`), false},
	{markReason, regexp.MustCompile("(?m)^[ \t]*(?:```|~~~)[^\n]*$"), false},
	{markReason, regexp.MustCompile(`(?m)^(?:[ \t]*(?:#{1,6}|>|[-+*]|\d{1,9}[.)]))+(?:[ \t]|$)`), false},
	{markReason, regexp.MustCompile(`(?m)^[ \t]*[-=:|*_ \t]+$`), false},
	{markReason, regexp.MustCompile("[*_`~#\\\\|\\[\\]<>]+"), false},
}

// overLines returns what markup says of the file from one byte offset to another as far as it may stand on several lines.
func (m *reader) overLines(from, to int) []string {
	if m.over == nil {
		m.over = make([]string, len(m.src))
		for _, p := range markup {
			for _, at := range p.pattern.FindAllIndex(m.src, -1) {
				for i := at[0]; i < at[1] && p.over; i++ {
					m.over[i] = cmp.Or(m.over[i], p.reason)
				}
			}
		}
	}
	return m.over[from:to]
}

// markupIn returns for each byte of src the reason for which it may be left out, or "".
func markupIn(src string) []string {
	out := make([]string, len(src))
	for _, m := range markup {
		for _, at := range m.pattern.FindAllStringIndex(src, -1) {
			for i := at[0]; i < at[1]; i++ {
				if out[i] == "" {
					out[i] = m.reason
				}
			}
		}
	}
	for _, at := range entity.FindAllStringIndex(src, -1) {
		for i := at[0]; i < at[1] && html.UnescapeString(src[at[0]:at[1]]) != src[at[0]:at[1]]; i++ {
			out[i] = markReason
		}
	}
	return out
}

// entity is what may stand for a character: 「&nbsp;」, and in a block of HTML 「&nbsp」 and 「&#160」 too.
var entity = regexp.MustCompile(`&#?\w+;?`)

// account says what became of each character of the file: the text of an item is held against the
// lines that it came from, and what is no text must be mark-up.
func (m *reader) account(f *source.File) {
	at := 0
	for i := 0; i < len(m.items); {
		from := 0
		if i > 0 {
			from = m.starts[m.items[i].line]
		}
		k := i
		var text strings.Builder
		for ; k < len(m.items) && (k == i || m.items[k].line <= m.items[i].line); k++ {
			m.items[k].writtenTo(&text, m)
		}
		end := len(m.src)
		if k < len(m.items) {
			end = m.starts[m.items[k].line]
		}
		behind, span, ok := paper.Match(f.Text, at, text.String())
		if ok {
			at = behind
			f.Account = append(f.Account, m.lines(f, from, end, span)...)
		}
		i = k
	}
	if len(m.items) > 0 {
		paper.NoteNoise(f)
	}
}

// writtenTo writes the text of an item as the file has it.
func (it item) writtenTo(b *strings.Builder, m *reader) {
	switch {
	case it.rows != nil:
		for _, row := range it.rows {
			for _, c := range row {
				b.WriteString(strings.Join(c.Lines, ""))
			}
		}
	case it.reason != "":
		b.WriteString(m.raw(it.line))
	default:
		b.WriteString(it.text)
	}
}

// solid returns the characters of text but for white space, each with its place behind from.
func solid(text string, from int) (runes []rune, at []int) {
	for i, r := range text {
		if !source.IsSpace(r) {
			runes, at = append(runes, r), append(at, from+i)
		}
	}
	return runes, at
}

// lines returns the entries of the file from one byte offset to another, which has given the text at
// span, and adds its marks to f.
func (m *reader) lines(f *source.File, from, to int, span source.Span) source.Account {
	src := string(m.src[from:to])
	have, places := solid(src, 0)
	want, targets := solid(f.Slice(span), span.Start)
	reasons, elsewhere := markupIn(src), m.overLines(from, to)
	fates := pairUp(have, want, func(i int) string {
		if unicode.IsControl(have[i]) {
			return controlCharacter
		}
		return cmp.Or(reasons[places[i]], elsewhere[places[i]])
	})
	f.Marks = append(f.Marks, inlineMarks(src, func(at source.Span) source.Span {
		s := source.Span{Start: -1}
		for i := sort.SearchInts(places, at.Start); i < len(places) && places[i] < at.End; i++ {
			if k := fates[i].to; k >= 0 {
				if s.Start < 0 {
					s.Start = targets[k]
				}
				s.End = targets[k] + utf8.RuneLen(want[k])
			}
		}
		return s
	})...)
	var out source.Account
	for i := 0; i < len(have); {
		k := i + 1
		for k < len(have) && fates[k].same(fates[k-1]) && (fates[i].to < 0 || places[k]-places[k-1] < 200) {
			k++
		}
		start, last := places[i], places[k-1]
		e := source.Entry{At: from + start, Text: src[start : last+utf8.RuneLen(have[k-1])]}
		switch f := fates[i]; {
		case f.to >= 0:
			e.Span = source.Span{Start: targets[f.to], End: targets[fates[k-1].to] + utf8.RuneLen(want[fates[k-1].to])}
			out = append(out, e)
		case f.reason != "":
			e.Fate, e.Reason = source.LeftOut, f.reason
			out = append(out, e)
		}
		i = k
	}
	return out
}

// A fate is what became of a character: it stands in the text as the character to, or is left out.
type fate struct {
	to     int // -1: nowhere
	reason string
}

// same reports whether a character with the fate f belongs to the entry of the one before it.
func (f fate) same(before fate) bool {
	return f.to >= 0 && before.to >= 0 && f.to == before.to+1 || f.to < 0 && before.to < 0 && f.reason == before.reason
}

// pairUp finds the characters of have in want, in order: first those that are no mark-up, and between
// them the mark-up that is text all the same, as the number of an item. What is not there is left out
// for the reason that it is mark-up; without one it has no fate.
func pairUp(have, want []rune, reason func(int) string) []fate {
	out := make([]fate, len(have))
	var texts []rune
	var at []int
	for i, r := range have {
		out[i] = fate{to: -1, reason: reason(i)}
		if out[i].reason == "" {
			texts, at = append(texts, r), append(at, i)
		}
	}
	found := aligned(texts, want)
	for n, k := range found {
		out[at[n]].to = k
	}
	fillGaps(out, have, want)
	return out
}

// aligned returns for each character of have its place in want, or -1.
func aligned(have, want []rune) []int {
	out := make([]int, 0, len(have))
	if len(have) > diffable {
		k := 0
		for _, r := range have {
			n := slices.Index(want[k:min(len(want), k+16)], r)
			if n < 0 {
				out = append(out, -1)
				continue
			}
			out, k = append(out, k+n), k+n+1
		}
		return out
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0 // the result may not hang on the machine
	k := 0
	for _, x := range d.DiffMainRunes(have, want, false) {
		for range x.Text {
			switch x.Type {
			case diffmatchpatch.DiffEqual:
				out, k = append(out, k), k+1
			case diffmatchpatch.DiffInsert:
				k++
			case diffmatchpatch.DiffDelete:
				out = append(out, -1)
			}
		}
	}
	return out
}

// fillGaps finds the mark-up of have that stands in want between the characters that were found.
func fillGaps(out []fate, have, want []rune) {
	next := make([]int, len(out)+1) // the place of the next character that was found
	next[len(out)] = len(want)
	for i := len(out) - 1; i >= 0; i-- {
		next[i] = next[i+1]
		if out[i].to >= 0 {
			next[i] = out[i].to
		}
	}
	k := 0
	for i := range out {
		if out[i].to < 0 && out[i].reason != "" && k < next[i] {
			if n := slices.Index(want[k:next[i]], have[i]); n >= 0 {
				out[i] = fate{to: k + n}
			}
		}
		if out[i].to >= 0 {
			k = out[i].to + 1
		}
	}
}

// marked are the tags of HTML that set text in a way that changes what it says.
var marked = []struct {
	kind    source.MarkKind
	pattern *regexp.Regexp
}{
	{source.Superscript, regexp.MustCompile(`(?is)<sup\b[^>]*>(.*?)</sup>`)},
	{source.Subscript, regexp.MustCompile(`(?is)<sub\b[^>]*>(.*?)</sub>`)},
	{source.Struck, regexp.MustCompile(`(?is)<(?:s|del|strike)(?:\s[^>]*)?>(.*?)</(?:s|del|strike)>`)},
}

// inlineMarks returns the marks of src; place tells where its text went.
func inlineMarks(src string, place func(source.Span) source.Span) []source.Mark {
	var out []source.Mark
	for _, m := range marked {
		for _, at := range m.pattern.FindAllStringSubmatchIndex(src, -1) {
			if s := place(source.Span{Start: at[2], End: at[3]}); s.Start >= 0 && !s.Empty() {
				out = append(out, source.Mark{Span: s, Kind: m.kind})
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}
