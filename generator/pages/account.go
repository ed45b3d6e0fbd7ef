package pages

import (
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/source"
)

// A lossItem is text of a paper's file that a second reading found and the page lacks.
type lossItem struct {
	Part string `json:"part,omitempty"`
	At   int    `json:"at"`
	Text string `json:"text"`
}

// A leftOutReason is what a file holds and the reader left out on purpose, for one reason.
type leftOutReason struct {
	Reason string        `json:"reason"`
	Count  int           `json:"count"` // of places
	Chars  int           `json:"chars"`
	Items  []leftOutItem `json:"items"`
}

// A leftOutItem is a text that stands so at one place or at several, such as a header.
type leftOutItem struct {
	Text  string `json:"text"`
	Times int    `json:"times"`
}

// original says in the front matter what file the text t came in and what became of it.
func (p *page) original(t *catalog.Text) {
	f := t.File
	p.set("document", t.ID)
	p.set("source", f.Name)
	p.set("sha256", f.SHA256)
	p.set("chars", t.Chars)
	p.set("noiseChars", t.NoiseChars)
	p.set("textSha256", textDigest(t.Document))
	p.account(f)
	p.set("noise", noise(t.Document))
}

// account says in the front matter what became of everything in the file.
func (p *page) account(f *source.File) {
	p.set("accounted", f.Account != nil)
	p.set("original", f.Account.Characters())
	p.set("lost", f.Lost())
	var losses []lossItem
	for _, l := range f.Losses {
		losses = append(losses, lossItem{l.Part, l.At, shownText(l.Text)})
	}
	p.set("losses", losses)
	made := 0
	for _, s := range f.Made() {
		made += source.Count(f.Slice(s))
	}
	p.set("made", made)
	reasons, chars := leftOut(f.Account), 0
	for _, r := range reasons {
		chars += r.Chars
	}
	p.set("leftOutChars", chars)
	p.set("leftOut", reasons)
}

// leftOut returns what the account leaves out, by reason, in the order in which the reasons occur. Entries that
// follow each other are one text.
func leftOut(a source.Account) []leftOutReason {
	var out []leftOutReason
	index := map[string]int{}    // of a reason
	times := map[[2]string]int{} // number of a text among those of its reason, from 1
	for i := 0; i < len(a); {
		e := a[i]
		if i++; e.Fate != source.LeftOut || source.Squeeze(e.Text) == "" {
			continue
		}
		parts := []string{e.Text}
		for ; i < len(a) && (source.Squeeze(a[i].Text) == "" || a[i].Fate == e.Fate && a[i].Part == e.Part && a[i].Reason == e.Reason); i++ {
			parts = append(parts, a[i].Text)
		}
		text := strings.Join(parts, "")
		n, ok := index[e.Reason]
		if !ok {
			n, index[e.Reason] = len(out), len(out)
			out = append(out, leftOutReason{Reason: orUnknown(e.Reason)})
		}
		r := &out[n]
		r.Count++
		r.Chars += source.Count(text)
		text = shownText(text)
		key := [2]string{e.Reason, text}
		if times[key] == 0 {
			r.Items = append(r.Items, leftOutItem{Text: text})
			times[key] = len(r.Items)
		}
		r.Items[times[key]-1].Times++
	}
	return out
}

// shownText returns text as a page can hold it.
func shownText(text string) string {
	return strings.ReplaceAll(strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD")), "\x00", "\uFFFD")
}
