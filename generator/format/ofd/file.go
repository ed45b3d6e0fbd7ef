package ofd

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"strings"

	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// file makes the text of all pages.
func (o *reader) file(name string) (*source.File, error) {
	w := &writer{o: o}
	o.fields(&w.b)
	rows := make([][]row, len(o.pages))
	var all []row
	for i, p := range o.pages {
		rows[i] = p.lines(func(c piece, reason string) {
			if reason == twiceReason {
				o.leave(c, reason)
				return
			}
			o.notes = append(o.notes, aside{c, reason})
		})
	}
	if err := o.strays(); err != nil {
		return nil, err
	}
	markFurniture(o.pages, rows)
	for i := range rows {
		all = append(all, unruled(rows[i])...)
	}
	w.pages(all)
	w.asides()
	for _, u := range o.drawn {
		if !u.used {
			for _, c := range u.pieces {
				o.leave(c, unusedReason)
			}
		}
	}
	if len(w.b.Blocks) == 0 && w.b.Err == nil && o.images > 0 {
		return nil, say.Errorf("the OFD file has no text: its pages (%d) are pictures; run a text recognition over it, or find the paper as .docx", len(o.pages))
	}
	o.doubts(&w.b)
	f, err := w.b.File(name, "ofd", "UTF-8")
	if err != nil {
		return nil, err
	}
	f.Account = append(w.account, o.out...)
	sort.SliceStable(f.Account, func(i, j int) bool {
		a, b := f.Account[i], f.Account[j]
		return a.Part < b.Part || a.Part == b.Part && a.At < b.At
	})
	f.Marks = w.marks
	return f, nil
}

// asides writes what is laid over the pages; what says the same again is left out.
func (w *writer) asides() {
	seen := map[string]bool{}
	for _, n := range w.o.notes {
		key := n.reason + "|" + source.Squeeze(n.text)
		if seen[key] {
			w.o.leave(n.piece, n.reason+"（重复）")
			continue
		}
		seen[key] = true
		var p paragraph
		w.add(&p, row{pieces: []piece{n.piece}, size: n.size})
		w.write(&p, n.reason)
	}
}

// fields enters what the file says about the paper: by its marks, then by its own properties.
func (o *reader) fields(b *paper.Builder) {
	texts := map[string]string{}
	if len(o.tags) > 0 {
		for _, p := range o.pages {
			for _, c := range p.pieces {
				texts[c.id] += c.text
			}
		}
	}
	for _, name := range o.tagNames {
		value := ""
		for _, id := range o.tags[name] {
			value += texts[id]
		}
		b.Field(name, value)
	}
	for _, m := range o.meta {
		b.Field(m.Name, m.Value)
	}
	signs := 0
	for kind, n := range o.signs {
		if kind != "Seal" {
			signs += n
		}
	}
	if n := o.signs["Seal"]; n > 0 {
		b.Field("电子印章", fmt.Sprintf("%d 枚，未作验证", n))
	}
	if signs > 0 {
		b.Field("电子签名", fmt.Sprintf("%d 个，未作验证", signs))
	}
	if len(o.files) > 0 {
		b.Field("内含附件", strings.Join(o.files, "；"))
	}
}

// doubts names what the text does not hold.
func (o *reader) doubts(b *paper.Builder) {
	if o.images > 0 {
		b.Warn("images-dropped", "pictures were left out (%d); text in them is not read", o.images)
	}
	if len(o.files) > 0 {
		b.Warn("attachments-inside", "files within the file were not read (%d): %s", len(o.files), say.Names(o.files))
	}
	if o.annots["Highlight"]+o.annots["Path"] > 0 {
		b.Warn("comments-dropped", "drawn annotations are not part of the text (%d)", o.annots["Highlight"]+o.annots["Path"])
	}
	if len(o.lost) > 0 {
		b.Warn("parts-missing", "the file names parts that it does not hold (%d): %s", len(o.lost), say.Names(o.lost))
	}
	if len(o.strayed) > 0 {
		b.Warn("parts-unused", "parts with text that the file does not use were left out (%d): %s", len(o.strayed), say.Names(o.strayed))
	}
	if len(o.unknown) > 0 {
		b.Warn("unknown-elements", "text in elements of unknown kinds was not read: %s", say.Names(slices.Sorted(maps.Keys(o.unknown))))
	}
	mute := 0
	for _, p := range o.pages {
		mute += p.mute
	}
	if mute > 0 {
		b.Warn("glyphs-without-text", "runs of glyphs stand for no character that the file names (%d)", mute)
	}
}
