package format

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/source"
)

// joinWrapped marks the items that go on with the one before them, where the paragraphs of the file
// were broken at a fixed width. Only lines of one paragraph of Markdown are joined; whether they are
// to be is told as for plain text, by all lines together. It returns the width in characters, or 0.
func (m *markdown) joinWrapped() int {
	var text strings.Builder
	var at []int // the item on each line of text, -1 for none
	for i, it := range m.items {
		if i == 0 || it.para == 0 || it.para != m.items[i-1].para {
			text.WriteByte('\n')
			at = append(at, -1)
		}
		if it.para > 0 {
			text.WriteString(it.text)
		}
		text.WriteByte('\n')
		at = append(at, i)
	}
	for _, columns := range columnWays {
		w := &wrapping{text: text.String(), columns: columns}
		if w.measure(); !w.found() {
			continue
		}
		for line, i := range at {
			if line > 0 && i > 0 && at[line-1] == i-1 {
				m.items[i].joins = w.continues(line)
			}
		}
		return w.width / 2
	}
	return 0
}

// wrapped adds a paragraph that was broken into lines, and keeps where. Between two words of letters
// a blank takes the place of the break.
func (b *builder) wrapped(lines []string) {
	var text strings.Builder
	var folds []source.Fold
	left := 0
	if n := len(b.folds); n > 0 {
		left = b.folds[n-1].Left
	}
	at := b.text.Len()
	for i, l := range lines {
		l = strings.TrimSpace(b.clean(l))
		if i > 0 && l != "" {
			first, _ := utf8.DecodeRuneInString(l)
			left++
			if last := lastRune(text.String()); last < utf8.RuneSelf && unicode.IsLetter(last) && first < utf8.RuneSelf && unicode.IsLetter(first) {
				text.WriteByte(' ')
				left--
			}
			folds = append(folds, source.Fold{At: at + text.Len(), Left: left})
		}
		text.WriteString(l)
	}
	b.line(text.String(), "")
	b.folds = append(b.folds, folds...)
	b.breaks += len(lines) - 1
}
