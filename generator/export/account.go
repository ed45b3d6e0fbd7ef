package export

import (
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/source"
)

// An accountFile says what became of everything in the file of a paper that bears text. Places are characters of the
// decoded text, as in the records.
type accountFile struct {
	Document   string         `json:"document"`
	File       string         `json:"file"`
	SHA256     string         `json:"sha256"`
	Characters int            `json:"characters"` // of the text on the page, white space aside
	Original   int            `json:"original"`   // of the entries, likewise
	Lost       int            `json:"lost"`       // of the losses, likewise
	Entries    []accountEntry `json:"entries"`    // in the order of the account
	Made       [][2]int       `json:"made"`       // stretches of the text that are no text of the file, such as automatic numbers
	Losses     []accountLoss  `json:"losses"`
}

// An accountEntry is a stretch of the file's text. Text is left out where the page shows it as the file has it.
type accountEntry struct {
	Part   string `json:"part,omitempty"`
	Fate   string `json:"fate"`
	Start  int    `json:"start,omitempty"`
	End    int    `json:"end,omitempty"`
	Text   string `json:"text,omitempty"`
	Reason string `json:"reason,omitempty"`
}

type accountLoss struct {
	Part string `json:"part,omitempty"`
	At   int    `json:"at"`
	Text string `json:"text"`
}

// fates are the words for what became of an entry.
var fates = map[source.Fate]string{source.Shown: "shown", source.AsNoise: "noise", source.LeftOut: "left-out"}

// accounts writes the account of each file of a paper whose reader keeps one.
func (p *pack) accounts(c *catalog.Catalog) {
	for _, d := range c.All() {
		for _, t := range d.Texts {
			if t.File.Account != nil {
				p.compact("accounts/"+t.ID+".json", newAccount(t))
			}
		}
	}
}

func newAccount(t *catalog.Text) *accountFile {
	f := t.File
	out := &accountFile{Document: t.ID, File: f.Name, SHA256: f.SHA256, Characters: t.Chars - t.NoiseChars,
		Original: f.Account.Characters(), Lost: f.Lost(), Entries: accountEntries(f), Made: [][2]int{}, Losses: []accountLoss{}}
	for _, s := range f.Made() {
		start, end := f.Characters(s)
		out.Made = append(out.Made, [2]int{start, end})
	}
	for _, l := range f.Losses {
		out.Losses = append(out.Losses, accountLoss{l.Part, l.At, valid(l.Text)})
	}
	return out
}

// accountEntries returns the entries of the account of f that hold text; those that go on like the one before are
// joined with it.
func accountEntries(f *source.File) []accountEntry {
	out := []accountEntry{}
	var texts [][]string // of each entry of out
	end := 0             // offset in the text at which the last entry ends
	for _, a := range f.Account {
		if source.Squeeze(a.Text) == "" {
			continue
		}
		e := accountEntry{Part: a.Part, Fate: fates[a.Fate], Text: valid(a.Text), Reason: a.Reason}
		placed := a.Fate != source.LeftOut && f.Holds(a.Span)
		if placed {
			e.Start, e.End = f.Characters(a.Span)
			if f.Squeezed(a.Span) == source.Squeeze(a.Text) {
				e.Text = ""
			}
		}
		if n := len(out) - 1; n >= 0 && goesOn(f, out[n], e, source.Span{Start: end, End: a.Span.Start}) {
			out[n].End = e.End
			texts[n] = append(texts[n], e.Text)
		} else {
			out, texts = append(out, e), append(texts, []string{e.Text})
		}
		if placed {
			end = a.Span.End
		}
	}
	for i := range out {
		out[i].Text = strings.Join(texts[i], "")
	}
	return out
}

// goesOn reports whether e is of one kind with the entry before it; between is the text between them.
func goesOn(f *source.File, before, e accountEntry, between source.Span) bool {
	if before.Part != e.Part || before.Fate != e.Fate || before.Reason != e.Reason {
		return false
	}
	if e.Fate == fates[source.LeftOut] {
		return true
	}
	return before.Text == "" && e.Text == "" && between.Start <= between.End && f.Squeezed(between) == ""
}

// valid returns text as JSON can hold it.
func valid(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }
