package wrap_test

import (
	"strings"
	"testing"

	"zhengce/generator/format/wrap"
	"zhengce/generator/internal/babble"
	"zhengce/generator/source"
)

// FuzzUnwrap breaks texts made of the marks and words of papers at a fixed width: what is joined
// holds every character, each at its place.
func FuzzUnwrap(f *testing.F) {
	f.Add([]byte("\x18\x1b\x00\x22\x09"), 30)
	f.Fuzz(func(t *testing.T, data []byte, characters int) {
		if characters < 1 || characters > 60 || len(data) > 1000 {
			return // a larger text takes longer and shows nothing new
		}
		var b strings.Builder
		for i, r := range []rune(strings.Repeat(babble.Text(data), 5)) {
			if i%characters == characters-1 {
				b.WriteByte('\n')
			}
			b.WriteRune(r)
		}
		text := []rune(b.String())
		joined, folds, _ := wrap.Join(b.String())
		file := source.NewFile("x", joined)
		file.Folds = folds
		if source.Squeeze(joined) != source.Squeeze(b.String()) {
			t.Fatalf("%q was joined to %q", b.String(), joined)
		}
		for _, block := range file.Blocks {
			if start, end := file.Characters(block.Span); source.Squeeze(string(text[start:end])) != file.Squeezed(block.Span) {
				t.Fatalf("characters %d to %d are %q, want %q", start, end, string(text[start:end]), file.Slice(block.Span))
			}
			if at := file.Position(block.Start); file.Offset(at) != block.Start {
				t.Fatalf("offset of %v = %d, want %d", at, file.Offset(at), block.Start)
			}
		}
	})
}
