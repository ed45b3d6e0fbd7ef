package format

import (
	"unicode/utf8"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// What a paper has at most, in characters. The longest plans have some 300,000; a text without line breaks
// would be one paragraph, and each number in it a page.
const (
	maxText      = 5_000_000
	maxParagraph = 500_000
	// maxParagraphs is the same in paragraphs and rows of tables: the longest plans have some 10,000.
	maxParagraphs = 20_000
)

// checkLength returns an error where f is longer than any paper.
func checkLength(f *source.File) error {
	if n := paragraphs(f); n > maxParagraphs {
		return say.Errorf("text of %d paragraphs and rows is longer than the limit of %d; expected one paper", n, maxParagraphs)
	}
	if len(f.Text) <= maxParagraph {
		return nil
	}
	if n := utf8.RuneCountInString(f.Text); n > maxText {
		return say.Errorf("text of %d characters is longer than the limit of %d; expected one paper", n, maxText)
	}
	for _, b := range f.Blocks {
		if b.Kind == source.Line && b.Len() > maxParagraph {
			if n := utf8.RuneCountInString(f.Slice(b.Span)); n > maxParagraph {
				return say.Errorf("paragraph of %d characters in line %d is longer than the limit of %d; put back the line breaks", n, f.Position(b.Start).Line, maxParagraph)
			}
		}
	}
	return nil
}

// paragraphs counts the paragraphs and the rows of tables of f.
func paragraphs(f *source.File) int {
	n := len(f.Blocks)
	for _, b := range f.Blocks {
		n += len(b.Rows)
	}
	return n
}
