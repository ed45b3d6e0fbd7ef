package docx

import (
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// emit adds s, which is what came of an entry, to the paragraph: to its text, to the instruction of
// an open field, or to what is hidden.
func (d *reader) emit(p *paragraph, s string, k look, entries ...source.Entry) {
	d.shown += len(entries)
	if f := d.instruction(); f != nil {
		f.code.WriteString(s)
		f.entries = append(f.entries, entries...)
		return
	}
	switch {
	case d.muted:
		for _, e := range entries {
			d.leaveOut(e.At, e.Text, promptReason)
		}
		return
	case k.hidden == 1:
		p.hiding.Add(s, nil, entries...)
		return
	}
	if strings.TrimSpace(s) == "" {
		for _, e := range entries {
			if source.Squeeze(e.Text) != "" {
				e.Fate, e.Reason = source.LeftOut, blankReason
				d.b.Account = append(d.b.Account, e)
			}
		}
		p.text.Add(s, nil)
		return
	}
	p.unhide()
	for _, f := range d.fields {
		f.filled = true
	}
	p.text.Add(s, p.marks(k), entries...)
}

// marks returns the marks that a look gives its text after what stands in the paragraph.
func (p *paragraph) marks(k look) []paper.Mark {
	var out []paper.Mark
	beside := p.size
	if beside == 0 {
		beside = defaultSize
	}
	size := k.size
	if size == 0 {
		size = defaultSize
	}
	switch {
	case k.vertical == "superscript" || k.raised > 0 && size < beside:
		out = append(out, paper.Mark{Kind: source.Superscript})
	case k.vertical == "subscript" || k.raised < 0 && size < beside:
		out = append(out, paper.Mark{Kind: source.Subscript})
	default:
		p.size = size
	}
	if k.struck == 1 {
		out = append(out, paper.Mark{Kind: source.Struck})
	}
	return out
}
