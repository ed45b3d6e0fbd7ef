package pages

import (
	"strings"
	"testing"
)

// TestMeasureSentence: the card of a measure has its heading as title and what it says below; the words of one without a
// heading are not said twice.
func TestMeasureSentence(t *testing.T) {
	c := timedPapers(t)
	l := measureList(c).lists[0]
	at := 0
	for i, f := range l.Fields {
		if f.Name == "text" {
			at = i
		}
	}
	for i, row := range l.rows {
		title, text := row[0].text, row[at].text
		if title == "食堂" && !strings.HasPrefix(text, "2030年6月底前办好食堂3家。") {
			t.Errorf("%s says %q", title, text)
		}
		if text == "" || strings.HasPrefix(text, "。") {
			t.Errorf("%s says %q", title, text)
		}
		if card := l.markdown([]int{i}, ""); title == text && strings.Count(card, title) != 1 {
			t.Errorf("twice: %s", card)
		}
	}
	if len(l.rows) < 3 {
		t.Errorf("%d measures", len(l.rows))
	}
}
