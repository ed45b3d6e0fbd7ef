package duty

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What is remembered between two brackets says the same as a search of all before each.
func TestOpenLabelledAsIfSearchedAnew(t *testing.T) {
	pieces := strings.Fields("， 。 ； 、 （ ） （注） （市住建局） 责任单位： 牵头单位 牵头单位为 【配合单位】 【 】 市财政局 市水利局 修好道路 牵头： 责任分工： 由 : 责任 单位 — •")
	pieces = append(pieces, " ", "　", "\n")
	r := rand.New(rand.NewPCG(1, 2))
	f := &finder{}
	for range 20000 {
		var b strings.Builder
		for range 4 + r.IntN(24) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		text := b.String()
		lists, from := &openLabelled{f: f, text: text}, 0
		for _, b := range bracketsIn(text) {
			labels := f.lineLabels(text[from:b.start], from)
			want := len(labels) > 0 && !strings.Contains(text[from+labels[len(labels)-1].end:b.start], "。")
			if got := lists.holds(from, b.start); got != want {
				t.Fatalf("%q: the bracket at %d, looked for from %d: in a list %v, want %v", text, b.start, from, got, want)
			}
			if r.IntN(6) == 0 {
				from = b.end
			}
		}
	}
}
