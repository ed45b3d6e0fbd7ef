package verify

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// An accountFile is the account of a paper's file as the site publishes it.
type accountFile struct {
	Document   string   `json:"document"`
	File       string   `json:"file"`
	SHA256     string   `json:"sha256"`
	Characters int      `json:"characters"`
	Original   int      `json:"original"`
	Lost       int      `json:"lost"`
	Entries    []entry  `json:"entries"`
	Made       [][2]int `json:"made"`
	Losses     []loss   `json:"losses"`
}

// An entry is a stretch of the file's text, without the text where the page shows it.
type entry struct {
	Part   string `json:"part,omitempty"`
	Fate   string `json:"fate"`
	Start  int    `json:"start,omitempty"`
	End    int    `json:"end,omitempty"`
	Text   string `json:"text,omitempty"`
	Reason string `json:"reason,omitempty"`
}

type loss struct {
	Part string `json:"part,omitempty"`
	At   int    `json:"at"`
	Text string `json:"text"`
}

// compareAccount returns the first thing in which an account file is not the account of the seed.
func compareAccount(data []byte, p *shown, seed *source.File) error {
	var a accountFile
	if err := json.Unmarshal(data, &a); err != nil {
		return say.Errorf("the account cannot be read: %v", err)
	}
	var again bytes.Buffer
	enc := json.NewEncoder(&again)
	enc.SetEscapeHTML(false)
	if enc.Encode(a) != nil || !bytes.Equal(again.Bytes(), data) {
		return say.New("the account is not written as accounts are: something stands in it beside its entries")
	}
	head := [4]string{a.Document, a.File, a.SHA256, fmt.Sprint(a.Characters, a.Original, a.Lost)}
	if want := [4]string{p.document, seed.Name, seed.SHA256, fmt.Sprint(source.Count(p.verbatim), seed.Account.Characters(), seed.Lost())}; head != want {
		return say.Errorf("the account is of %q, expected %q", head, want)
	}
	var losses []loss
	for _, l := range seed.Losses {
		losses = append(losses, loss{l.Part, l.At, strings.ToValidUTF8(l.Text, "\uFFFD")})
	}
	if !slices.Equal(a.Losses, losses) {
		return say.Errorf("the losses are %v, the seed's are %v", a.Losses, losses)
	}
	var made [][2]int
	for _, s := range seed.Made() {
		start, end := seed.Characters(s)
		made = append(made, [2]int{start, end})
	}
	if !slices.Equal(a.Made, made) {
		return say.Errorf("the stretches that are no text of the file are %v, expected %v", a.Made, made)
	}
	return explain(a.Entries, seed)
}

// explain returns an error unless the entries tell the whole account of the seed, in its order. An entry may tell of
// several of the account that follow each other.
func explain(entries []entry, seed *source.File) error {
	rest := make(source.Account, 0, len(seed.Account))
	for _, e := range seed.Account {
		if source.Squeeze(e.Text) != "" {
			rest = append(rest, e)
		}
	}
	for i, e := range entries {
		n := e.tells(rest, seed)
		if n == 0 {
			return say.Errorf("entry %d, %v, is not what the seed's account has there", i+1, e)
		}
		rest = rest[n:]
	}
	if len(rest) > 0 {
		return say.Errorf("%q of the seed's account is missing", rest[0].Text)
	}
	return nil
}

// tells returns how many entries at the beginning of the account e tells of, all of them exactly; 0 if it does not.
func (e entry) tells(account source.Account, seed *source.File) int {
	had := entry{Part: e.Part, Fate: e.Fate, Text: e.Text, Reason: e.Reason} // its text is what of e's is left
	at := 0                                                                  // end of the last entry in the seed's text
	for i, a := range account {
		if a.Part != e.Part || fates[a.Fate] != e.Fate || a.Reason != e.Reason {
			return 0
		}
		placed := a.Fate != source.LeftOut && seed.Holds(a.Span)
		if placed {
			from, to := seed.Characters(a.Span)
			if i == 0 {
				had.Start, at = from, a.Span.Start
			}
			if at > a.Span.Start || seed.Squeezed(source.Span{Start: at, End: a.Span.Start}) != "" {
				return 0
			}
			had.End, at = to, a.Span.End
		}
		var ok bool
		if had.Text, ok = strings.CutPrefix(had.Text, unseenText(a, placed, seed)); !ok || had.End > e.End {
			return 0
		}
		if had.Text == "" && had.Start == e.Start && had.End == e.End {
			return i + 1
		}
	}
	return 0
}

// unseenText returns the text of an entry, nothing where the seed's text has it as the entry does.
func unseenText(a source.Entry, placed bool, seed *source.File) string {
	if placed && seed.Squeezed(a.Span) == source.Squeeze(a.Text) {
		return ""
	}
	return strings.ToValidUTF8(a.Text, "\uFFFD")
}

// fates are the words of an account file for what became of an entry.
var fates = map[source.Fate]string{source.Shown: "shown", source.AsNoise: "noise", source.LeftOut: "left-out"}
