package format

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"zhengce/generator/source"
)

const (
	markReason    = "排版标记"
	commentReason = "注释，网页上不显示"
	altReason     = "图片的替代文字"
	// diffable is how many characters are held against each other one by one; more are when a
	// block of HTML is as long as a paper.
	diffable = 5000
)

// markup are the parts of Markdown that are no text, with the reason for which they are left out.
var markup = []struct {
	reason  string
	pattern *regexp.Regexp
}{
	{commentReason, regexp.MustCompile(`(?s)<!--.*?-->`)},
	{altReason, regexp.MustCompile(`!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])?`)},
	{markReason, regexp.MustCompile(`\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\]\n]*\]`)},
	{markReason, regexp.MustCompile(`(?s)<(?:script|style)\b.*?</(?:script|style)>`)},
	{markReason, regexp.MustCompile(`</?[A-Za-z][^<>]*>|<[!?][^<>]*>`)},
	{markReason, regexp.MustCompile(`&(?:#\w+|\w+);`)},
	{markReason, regexp.MustCompile("(?m)^[ \t]*(?:```|~~~)[^\n]*$")},
	{markReason, regexp.MustCompile(`(?m)^(?:[ \t]*(?:#{1,6}|>|[-+*]|\d{1,9}[.)]))+(?:[ \t]|$)`)},
	{markReason, regexp.MustCompile(`(?m)^[ \t]*[-=:|*_ \t]+$`)},
	{markReason, regexp.MustCompile("[*_`~#\\\\|\\[\\]<>]+")},
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
	return out
}

// account says what became of each character of the file: the text of an item is held against the
// lines that it came from, and what is no text must be mark-up.
func (m *markdown) account(f *source.File) {
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
		behind, span, ok := match(f.Text, at, text.String())
		if ok {
			at = behind
			f.Account = append(f.Account, lineAccount(string(m.src[from:end]), from, f.Text, span)...)
		}
		i = k
	}
	if len(m.items) > 0 {
		noteNoise(f)
	}
}

// writtenTo writes the text of an item as the file has it.
func (it mdItem) writtenTo(b *strings.Builder, m *markdown) {
	switch {
	case it.rows != nil:
		for _, row := range it.rows {
			for _, c := range row {
				b.WriteString(strings.Join(c.lines, ""))
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

// lineAccount returns the entries of src, which begins at the byte offset from of the file and has
// given the text at span.
func lineAccount(src string, from int, text string, span source.Span) source.Account {
	have, places := solid(src, 0)
	want, targets := solid(text[span.Start:span.End], span.Start)
	reasons := markupIn(src)
	fates := pairUp(have, want, func(i int) string { return reasons[places[i]] })
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

// pairUp finds the characters of have in want, in order. One that is not there is left out for the
// reason that it is mark-up; without one it has no fate.
func pairUp(have, want []rune, reason func(int) string) []fate {
	out := make([]fate, len(have))
	if len(have) > diffable {
		pairLong(out, have, want, reason)
		return out
	}
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	i, k := 0, 0
	for _, x := range d.DiffMainRunes(have, want, false) {
		n := utf8.RuneCountInString(x.Text)
		switch x.Type {
		case diffmatchpatch.DiffEqual:
			for ; n > 0; n-- {
				out[i] = fate{to: k}
				i, k = i+1, k+1
			}
		case diffmatchpatch.DiffInsert:
			k += n
		case diffmatchpatch.DiffDelete:
			for ; n > 0; n-- {
				out[i] = fate{to: -1, reason: reason(i)}
				i++
			}
		}
	}
	settle(out, have, reason)
	return out
}

// pairLong is pairUp for much text: all mark-up is left out.
func pairLong(out []fate, have, want []rune, reason func(int) string) {
	k := 0
	for i, r := range have {
		out[i] = fate{to: -1, reason: reason(i)}
		for j := k; out[i].reason == "" && j < min(len(want), k+16); j++ {
			if want[j] == r {
				out[i], k = fate{to: j}, j+1
			}
		}
	}
}

// settle moves what is left out to equal characters beside it that are mark-up: of the stars of
// 「\***甲」 any may be the one that is text.
func settle(out []fate, have []rune, reason func(int) string) {
	for _, step := range []int{1, -1} {
		for n := range out {
			i := n
			if step < 0 {
				i = len(out) - 1 - n
			}
			j := i + step
			for j >= 0 && j < len(out) && out[j].to < 0 {
				j += step
			}
			if out[i].to < 0 && out[i].reason == "" && j >= 0 && j < len(out) && have[i] == have[j] && reason(j) != "" {
				out[i], out[j] = fate{to: out[j].to}, fate{to: -1, reason: reason(j)}
			}
		}
	}
}
