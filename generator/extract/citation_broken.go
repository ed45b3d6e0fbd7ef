package extract

import (
	"zhengce/generator/document"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// brokenLines is over how many lines more a title or number may be broken.
const brokenLines = 3

var (
	// openTitle ends a text in the middle of a title, with which titleCloses goes on.
	openTitle   = pattern.MustCompile(`《[^《》]{0,80}(?:《[^《》]*》[^《》]{0,40})?$`)
	titleCloses = pattern.MustCompile(`^[^《》。；]{0,80}》`)
)

// broken reports whether a title or number of the paragraphs from first to a goes on in b.
func (x *extractor) broken(first, a, b *document.Block) bool {
	if a.Kind != document.Paragraph || b.Kind != document.Paragraph {
		return false
	}
	before, behind := x.file.Text[first.Start:a.End], x.file.Slice(b.Span)
	if openTitle.MatchString(before) && titleCloses.MatchString(behind) {
		return true
	}
	tail, head := lastBytes(before, numberBytes), behind[:source.RuneStart(behind, min(len(behind), numberBytes))]
	for _, m := range words.CitedNumber.FindAllStringIndex(tail+head, -1) {
		if m[0] < len(tail) && len(tail) < m[1] && !hanFirst.MatchString(head) {
			return true
		}
	}
	return false
}

// numberBytes is how many bytes of a number stand at most on one side of a break.
const numberBytes = 48

var hanFirst = pattern.MustCompile(`^\p{Han}`)

// lastBytes returns the end of s, of n bytes at most.
func lastBytes(s string, n int) string { return s[source.RuneStart(s, max(0, len(s)-n)):] }

// numbersTitle reports whether b is the number, in brackets, of the title a that ends the block before.
func (x *extractor) numbersTitle(a, b *mention) bool {
	return a.titled && a.number == "" && !b.titled && b.number != "" && a.block != b.block && a.End == a.block.End &&
		words.In(source.Squeeze(x.file.Text[a.End:b.Start]), openings) && len(source.Squeeze(x.file.Text[a.End:b.Start])) <= len("（")
}

var openings = []string{"（", "("}
