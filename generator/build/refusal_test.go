package build

import (
	"strings"
	"testing"
	"testing/fstest"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// TestRefusal: a loss stops a strict build alone, with one line each.
func TestRefusal(t *testing.T) {
	f := source.NewFile("seeds/a.docx", "甲\n")
	f.Losses = []source.Loss{{Part: "word/document.xml", At: 5, Text: "乙"}, {Part: "word/footer1.xml", At: 9, Text: "丙"}}
	f.Problems.Add(f, 0, source.Warning, "images-dropped", "a picture was left out")
	facts := Paper(fstest.MapFS{}, f)
	if n := len(facts.Problems.Losses()); n != 2 {
		t.Fatalf("%d losses among %v, want 2", n, facts.Problems)
	}
	if !hasCode(facts, "images-dropped") {
		t.Errorf("the doubt of the reader is not told: %v", facts.Problems)
	}
	if err := refusal(facts.Problems, false); err != nil {
		t.Errorf("an ordinary build refuses: %v", err)
	}
	err := refusal(facts.Problems, true)
	if err == nil || len(strings.Split(err.Error(), "\n")) != 2 || !strings.Contains(err.Error(), `word/footer1.xml at 9`) || !strings.Contains(err.Error(), `"丙"`) {
		t.Errorf("a strict build says: %v", err)
	}
	if refusal(facts.Problems[:0], true) != nil {
		t.Error("a strict build without losses is refused")
	}
}

func hasCode(f *policy.Facts, code string) bool {
	for _, p := range f.Problems {
		if p.Code == code {
			return true
		}
	}
	return false
}
