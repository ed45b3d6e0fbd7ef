package docx_test

import (
	"fmt"
	"strings"
	"testing"

	"zhengce/generator/internal/formattest"
	"zhengce/generator/internal/wordtest"
	"zhengce/generator/source"
)

// TestMade reads each thing in each part: what a reader sees stands in the text or, of a header or comment, in the
// account; what nobody sees is left out with its reason; the second reading finds nothing else (formattest.Read).
func TestMade(t *testing.T) {
	made := 0
	for _, x := range wordtest.Files() {
		made++
		t.Run(fmt.Sprintf("%s in a %s", x.Thing, x.Place), func(t *testing.T) {
			f, err := formattest.Read(t, "x.docx", x.Data)
			if err != nil {
				t.Fatal(err)
			}
			left := ""
			for _, e := range f.Account {
				if e.Fate == source.LeftOut {
					if e.Reason == "" {
						t.Errorf("%q is left out without a reason", e.Text)
					}
					left += e.Text + "\n"
				}
			}
			text := f.Text
			for _, n := range f.Noise { // as hidden text in a paragraph of its own
				left += f.Slice(n.Span) + "\n"
				text = strings.Replace(text, f.Slice(n.Span), "", 1)
			}
			text, told := source.Squeeze(text), source.Squeeze(left)
			if x.Left != "" && (!strings.Contains(told, source.Squeeze(x.Left)) || strings.Contains(text, source.Squeeze(x.Left))) {
				t.Errorf("%q is not told as left out: text %q, left out %q", x.Left, text, told)
			}
			if x.Place == "comment" { // told as it stands in the file
				return
			}
			if x.Seen != "" && !strings.Contains(text, x.Seen) && !strings.Contains(told, x.Seen) {
				t.Errorf("%q is lost: text %q, left out %q", x.Seen, text, told)
			}
			if !strings.Contains(text+told, "前") || !strings.Contains(text+told, "后") {
				t.Errorf("the text around is lost: %q, left out %q", text, told)
			}
		})
	}
	if made < 200 {
		t.Errorf("%d files made; want 200", made)
	}
}
