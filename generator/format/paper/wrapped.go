package paper

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/source"
)

// Wrapped adds a paragraph that was broken into lines, and keeps where. Between two words of letters
// a blank takes the place of the break.
func (b *Builder) Wrapped(lines []string) {
	var text strings.Builder
	var folds []source.Fold
	left := 0
	if n := len(b.Folds); n > 0 {
		left = b.Folds[n-1].Left
	}
	at := b.text.Len()
	for i, l := range lines {
		l = strings.TrimSpace(b.Clean(l))
		if i > 0 && l != "" {
			first, _ := utf8.DecodeRuneInString(l)
			left++
			if last := LastRune(text.String()); last < utf8.RuneSelf && unicode.IsLetter(last) && first < utf8.RuneSelf && unicode.IsLetter(first) {
				text.WriteByte(' ')
				left--
			}
			folds = append(folds, source.Fold{At: at + text.Len(), Left: left})
		}
		text.WriteString(l)
	}
	b.Line(text.String(), "")
	b.Folds = append(b.Folds, folds...)
	b.Breaks += len(lines) - 1
}
