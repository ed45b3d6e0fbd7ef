package markdown_test

import (
	"path"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/internal/formattest"
	"zhengce/generator/internal/seedtest"
)

// TestMarkdownWrapped holds that a Markdown file whose paragraphs are broken at a fixed width gives
// the record of the unbroken one, and that every finding leads to its line of the broken file.
func TestMarkdownWrapped(t *testing.T) {
	for _, f := range seedtest.Files(t) {
		t.Run(path.Base(f.Name), func(t *testing.T) {
			whole, err := formattest.Read(t, "seeds/x.md", []byte(formattest.Wrapped(f, 1<<20, "", "\n")))
			if err != nil {
				t.Fatal(err)
			}
			if len(whole.Folds) > 0 {
				t.Errorf("%d line breaks of the unbroken file were left out", len(whole.Folds))
			}
			text := formattest.Wrapped(f, 40, "", "\n")
			broken, err := formattest.Read(t, "seeds/x.md", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			if len(broken.Folds) == 0 {
				t.Fatal("the file was not taken for a wrapped one")
			}
			if diff := cmp.Diff(formattest.Findings(t, whole), formattest.Findings(t, broken)); diff != "" {
				t.Errorf("record of the unbroken file (-) and of the broken one (+):\n%s", diff)
			}
			d, _ := document.Parse(broken)
			facts, _ := extract.Document(d)
			lines := strings.Split(text, "\n")
			for _, s := range formattest.Spans(facts) {
				at := broken.Position(s.Start)
				if first, _ := utf8.DecodeRuneInString(broken.Text[s.Start:]); !strings.ContainsRune(lines[at.Line-1], first) {
					t.Fatalf("%v holds no %q", at, first)
				}
			}
		})
	}
}
