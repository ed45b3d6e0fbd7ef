package document

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"zhengce/generator/source"
)

// An Annex says of a document that it is an annex in a file of its own.
type Annex struct {
	Of     *Document // the paper
	Number string    // in the name of its file, in Arabic digits; may be empty
	Again  int       // how many annexes before it have the same number
	CopyOf string    // name of the file that holds the annex already, word for word; empty for others
}

// Label returns how a reader calls the annex: 附件1, 附件 where it has no number, 附件1·2 for a second of
// the number. It stands before the numbers of what the annex orders: 附件1/5.
func (a *Annex) Label() string {
	if a.Again > 0 {
		return "附件" + a.Number + "·" + strconv.Itoa(a.Again+1)
	}
	return "附件" + a.Number
}

// Key returns the same for addresses: "annex-1", "annex", "annex-1x2", "annex-1_2" for 附件1-2.
func (a *Annex) Key() string { return LabelAddress(a.Label()) }

// Inside returns how a reader calls what stands in the file under a mark of its own, such as 附件2: a file without a
// number may hold several annexes, and one with a number mostly repeats it.
func (a *Annex) Inside(mark string) string {
	switch {
	case a.Number == "" && a.Again == 0:
		return mark
	case mark == "附件" || mark == "附件"+a.Number:
		return a.Label()
	}
	return a.Label() + "/" + mark
}

// Heading returns the title of the document or, where it has none, the title of the first annex in it.
func (d *Document) Heading() source.Span {
	if !d.Title.Empty() {
		return d.Title
	}
	var out source.Span
	for _, b := range d.Blocks {
		switch {
		case b.Kind == AnnexTitle && out.Empty():
			out = b.Span
		case b.Kind == AnnexTitle:
			out.End = b.End
		case !out.Empty():
			return out
		}
	}
	return out
}

// AnnexNumber reads a line that marks the beginning of an annex and returns its number in Arabic digits, which
// may be empty: 「附件」, 「附件1」, 「附件二：」.
func AnnexNumber(line string) (number string, ok bool) {
	m := annexMark.FindStringSubmatch(strings.TrimSpace(line))
	if m == nil || m[1] != "" && m[1] != "件" {
		return "", false
	}
	return annexNo(m[2]), true
}

// annexFileTitle takes the first line of an annex in a file of its own for its title, if it has no other.
func (p *parser) annexFileTitle() {
	if p.doc.Annex == nil || !p.doc.Title.Empty() {
		return
	}
	i := p.firstOwn()
	if !p.free(i) || p.marked(i) {
		return
	}
	if line := p.file.Squeezed(p.blocks[i].Span); utf8.RuneCountInString(line) <= longestName && !strings.ContainsAny(line, "。；，：") {
		p.blocks[i].Kind = AnnexTitle
	}
}

// firstOwn returns the index of the first block that is no residue.
func (p *parser) firstOwn() int {
	i := 0
	for i < len(p.blocks) && p.blocks[i].Kind == Noise {
		i++
	}
	return i
}

// annexFile makes the bodies of a document that is an annex in a file of its own those of an annex.
func (p *parser) annexFile() {
	a := p.doc.Annex
	if a == nil {
		return
	}
	label := a.Label()
	if i := p.firstOwn(); i < len(p.blocks) && p.blocks[i].Kind == AnnexMark {
		label = p.annexLabel(i)
	}
	for _, b := range p.doc.Bodies {
		several := b.Label
		b.Annex, b.Label = true, label
		if several != "" {
			b.Label += "/" + several
		}
		if b.Title.Empty() {
			b.Title = (&Document{Title: p.doc.Title, Blocks: p.blocks}).Heading()
		}
		b.lists(p.file.Squeezed(b.Title))
	}
}

// lists notes whether an annex of the title orders nothing.
func (b *Body) lists(title string) { b.Lists = listsOnly(title) || formTitle.MatchString(title) }

// AnnexOf returns the label of the annex in which a table of the document stands; one in the body counts as an annex.
func (d *Document) AnnexOf(t *Table) string {
	switch {
	case t.Annex != "":
		return t.Annex
	case d.Annex != nil:
		return d.Annex.Label()
	}
	return "附件"
}
