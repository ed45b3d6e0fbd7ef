package search

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTraditionalList holds the list to its form: pairs of two characters, none explained twice, no
// simple character explained as another one.
func TestTraditionalList(t *testing.T) {
	simple := map[string]string{}
	for line := range strings.Lines(traditionalList) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			from, to := firstRune(pair)
			if utf8.RuneCountInString(pair) != 2 || from == to || simple[from] != "" {
				t.Errorf("pair %q", pair)
			}
			simple[from] = to
		}
	}
	for from, to := range simple {
		if simple[to] != "" {
			t.Errorf("%s is written %s, and that %s", from, to, simple[to])
		}
	}
	if len(simple) < 800 {
		t.Errorf("%d pairs", len(simple))
	}
}

func TestTraditionalOfLibrary(t *testing.T) {
	x := &index{number: map[string]int{}}
	x.addPage(&Page{Title: "财政厅"})
	x.phrases = findPhrases(x.sentences, wide)
	s := &sharder{limit: 1 << 10}
	x.addTraditional(s)
	if got := s.values.String(); got != `"A廳","厅","A財","财"` {
		t.Errorf("got %s", got)
	}
}
