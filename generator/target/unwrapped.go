package target

import (
	"unicode"
	"unicode/utf8"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
)

// leastWrapped is how many characters a line has at least that goes on in the next one without a stop.
const leastWrapped = 18

// unwrapped joins the lines of paragraphs that the file breaks at a width: one that ends within a sentence, and the next.
func (f *finder) unwrapped(blocks []*document.Block) []*document.Block {
	var out []*document.Block
	for i, b := range blocks {
		if n := len(out) - 1; n >= 0 && b.Kind == document.Paragraph && b.Table == nil && f.goesOn(blocks[i-1]) {
			whole := *out[n]
			whole.End = b.End
			out[n] = &whole
			continue
		}
		out = append(out, b)
	}
	return out
}

// goesOn reports whether the text of a block ends within a sentence.
func (f *finder) goesOn(b *document.Block) bool {
	if b.Table != nil || b.Kind != document.Paragraph && b.Kind != document.Bullet {
		return false
	}
	text := f.d.File.Squeezed(b.Span)
	last, _ := utf8.DecodeLastRuneInString(text)
	within := last == '，' || last == '、' || last == ',' || unicode.Is(unicode.Han, last) || numeral.IsDigit(last)
	return within && utf8.RuneCountInString(text) >= leastWrapped
}
