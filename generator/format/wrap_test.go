package format_test

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/width"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// wraps are the forms in which programs break paragraphs.
var wraps = []struct {
	characters      int
	indent, between string
}{
	{35, "　　", ""}, {40, "　　", "\n"}, {28, "    ", ""}, {40, "", "\n"}, {35, "", ""},
}

// wrapped writes a paper with its paragraphs broken at a number of full-width characters. What a
// scrape left of a table stays as it is.
func wrapped(f *source.File, characters int, indent, between string) string {
	d, _ := document.Parse(f)
	var b strings.Builder
	for _, block := range d.Blocks {
		text := f.Slice(block.Span)
		if block.Table != nil {
			b.WriteString("\n" + text + "\n")
			continue
		}
		at := 0
		for _, r := range indent + text {
			n := 1
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth || k == width.EastAsianAmbiguous {
				n = 2
			}
			if at += n; at > 2*characters {
				b.WriteByte('\n')
				at = n
			}
			b.WriteRune(r)
		}
		b.WriteString("\n" + between)
	}
	return b.String()
}

// TestSeedWrapped holds that a seed whose paragraphs are broken at a fixed width gives the seed's
// record, and that every finding leads to its words in the broken text.
func TestSeedWrapped(t *testing.T) {
	for _, f := range seeds(t) {
		want := findings(t, f)
		for _, form := range wraps {
			t.Run(fmt.Sprintf("%s/%d%q%q", path.Base(f.Name), form.characters, form.indent, form.between), func(t *testing.T) {
				text := wrapped(f, form.characters, form.indent, form.between)
				got, err := read(t, "seeds/x.txt", []byte(text))
				if err != nil {
					t.Fatal(err)
				}
				if len(got.Folds) == 0 {
					t.Fatal("the file was not taken for a wrapped one")
				}
				if diff := cmp.Diff(want, findings(t, got)); diff != "" {
					t.Errorf("record of the seed (-) and of the wrapped file (+):\n%s", diff)
				}
				checkFolds(t, text, got)
			})
		}
	}
}

// checkFolds holds that the findings of f stand where it says in the decoded text of the seed, by
// characters and by line and column.
func checkFolds(t *testing.T, decoded string, f *source.File) {
	t.Helper()
	d, _ := document.Parse(f)
	facts, _ := extract.Document(d)
	text, lines := []rune(decoded), strings.Split(decoded, "\n")
	for _, s := range spansOf(facts) {
		start, end := f.Characters(s)
		if got, want := source.Squeeze(string(text[start:end])), f.Squeezed(s); got != want {
			t.Fatalf("characters %d to %d are %q, want %q", start, end, got, want)
		}
		at := f.Position(s.Start)
		first, _ := utf8.DecodeRuneInString(f.Text[s.Start:])
		if got := []rune(lines[at.Line-1])[at.Column-1]; got != first {
			t.Fatalf("%v holds %q, want %q", at, got, first)
		}
		if f.Offset(at) != s.Start {
			t.Fatalf("offset of %v = %d, want %d", at, f.Offset(at), s.Start)
		}
	}
}

// spansOf returns the places of measures, agencies and indicators.
func spansOf(facts *policy.Facts) []source.Span {
	var out []source.Span
	for _, m := range facts.Measures {
		out = append(out, m.Span)
	}
	for _, a := range facts.Assignments {
		for _, g := range a.Agencies {
			out = append(out, g.Span)
		}
	}
	for _, i := range facts.Indicators {
		out = append(out, i.Span)
	}
	return out
}

// TestNotWrapped holds that the lines of a seed as it is are its paragraphs.
func TestNotWrapped(t *testing.T) {
	for _, f := range seeds(t) {
		if len(f.Folds) > 0 {
			t.Errorf("%s: %d line breaks were left out", f.Name, len(f.Folds))
		}
	}
}
