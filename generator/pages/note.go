package pages

import (
	"crypto/sha256"
	"encoding/hex"
	"sort"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/source"
)

// A note stands beside the text of a paper, at a place where its source seems damaged.
type note struct {
	at   int // offset in the text
	text string
}

// md returns the note as a link without text: the render hook writes what its title says.
func (n note) md() string { return "[](#" + quoteTitle(noteLink.title(n.text)) + ")" }

// damage are the doubts that are about the text as it was handed down, not about what was found
// in it.
var damage = map[string]bool{
	"agency-slip": true, "bidi-control": true, "broken-paragraph": true, "control-character": true, "damaged-character": true,
	"empty-section": true, "lost-character": true, "number-gap": true, "number-repeat": true, "odd-character": true,
	"private-character": true, "table-columns": true, "table-glued": true,
}

// notes returns the notes on the text of d, in its order.
func notes(d *catalog.Document, problems source.ErrorList) []note {
	f := d.Facts.Document.File
	named := names(f)
	var out []note
	for _, e := range problems {
		if !named[e.File] || e.Line == 0 || !damage[e.Code] {
			continue
		}
		text := "原文如此：" + problemName(e)
		if e.Quote != "" {
			text += "（“" + e.Quote + "”）"
		}
		out = append(out, note{f.Offset(e.Position), text})
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].at < out[j].at })
	return out
}

// names returns the names of the files that f holds.
func names(f *source.File) map[string]bool {
	out := map[string]bool{}
	for _, part := range f.Files() {
		out[part.Name] = true
	}
	return out
}

// notesIn returns the notes that stand in s.
func (o *overlay) notesIn(s source.Span) []note {
	first := sort.Search(len(o.notes), func(i int) bool { return o.notes[i].at >= s.Start })
	end := sort.Search(len(o.notes), func(i int) bool { return o.notes[i].at >= s.End })
	return o.notes[first:max(first, end)]
}

// notes writes the notes on a heading below it.
func (p *page) notes(list []note) {
	for _, n := range list {
		p.para(inline{md: n.md()}, ".noted")
	}
}

// textDigest is the SHA-256 of the paper's text without white space and without noise, by which
// a reader's browser can prove what it shows.
func textDigest(d *document.Document) string {
	h := sha256.New()
	for _, b := range d.Blocks {
		if b.Kind != document.Noise {
			h.Write([]byte(strings.ReplaceAll(d.File.Squeezed(b.Span), "\x00", "\uFFFD")))
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// cite names d as GB/T 7714 does, up to the mark of an electronic text; year, place, dates and
// address follow it.
func cite(d *catalog.Document) string {
	text := d.Title
	if d.Meta.Issuer != "" {
		text = d.Meta.Issuer + ". " + text
	}
	if d.Meta.Number != "" {
		text += ": " + d.Meta.Number
	}
	return text + "[EB/OL]"
}
