package wrap_test

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/format/wrap"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/internal/seedtest"
	"zhengce/generator/source"
)

// wraps are the forms in which programs break paragraphs.
var wraps = []struct {
	characters      int
	indent, between string
}{
	{35, "　　", ""}, {40, "　　", "\n"}, {28, "    ", ""}, {40, "", "\n"}, {35, "", ""},
}

// TestSeedWrapped holds that a seed whose paragraphs are broken at a fixed width gives the seed's
// record, and that every finding leads to its words in the broken text.
func TestSeedWrapped(t *testing.T) {
	for _, f := range seedtest.Files(t) {
		want := formattest.Findings(t, f)
		for _, form := range wraps {
			t.Run(fmt.Sprintf("%s/%d%q%q", path.Base(f.Name), form.characters, form.indent, form.between), func(t *testing.T) {
				text := formattest.Wrapped(f, form.characters, form.indent, form.between)
				got, err := formattest.Read(t, "seeds/x.txt", []byte(text))
				if err != nil {
					t.Fatal(err)
				}
				if len(got.Folds) == 0 {
					t.Fatal("the file was not taken for a wrapped one")
				}
				if diff := cmp.Diff(want, formattest.Findings(t, got)); diff != "" {
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
	for _, s := range formattest.Spans(facts) {
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

// TestNotWrapped holds that the lines of a seed as it is are its paragraphs.
func TestNotWrapped(t *testing.T) {
	for _, f := range seedtest.Files(t) {
		if len(f.Folds) > 0 {
			t.Errorf("%s: %d line breaks were left out", f.Name, len(f.Folds))
		}
	}
}

// TestContentsNotWrapped holds that the lines of a table of contents, which leaders make as wide as each other, are
// no lines of a paragraph.
func TestContentsNotWrapped(t *testing.T) {
	var text strings.Builder
	for _, title := range []string{"第一章发展基础", "第一节主要成效", "第二节面临形势", "第二章总体要求", "第一节指导思想", "第二节发展目标", "第三章重点任务", "第四章保障措施"} {
		for _, leader := range []string{".", "…", "·"} {
			text.WriteString(title + strings.Repeat(leader, 40) + "12\n")
		}
	}
	if _, folds, width := wrap.Join(text.String()); len(folds) > 0 || width > 0 {
		t.Errorf("%d line breaks were left out, width %d", len(folds), width)
	}
}
