package ofd

import (
	"bytes"
	"encoding/xml"
	"path"
	"sort"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

func (o *reader) resources(root string, d document) error {
	for _, loc := range d.resources {
		if strings.TrimSpace(loc) == "" {
			continue
		}
		if err := o.each(root, loc, o.units); err != nil {
			return err
		}
	}
	return nil
}

// each reads a part that may lack and gives it to f.
func (o *reader) each(from, loc string, f func(part string, data []byte) error) error {
	name, err := o.beside(from, loc)
	if err != nil {
		return err
	}
	data, err := o.spare(name)
	if err != nil || data == nil {
		return err
	}
	return f(name, data)
}

// readPages reads the templates and the pages. The text of a template stands on the first page that
// uses it: it is one text, however many pages show it.
func (o *reader) readPages(root string, d document) error {
	templates, uses := map[string]*page{}, map[string]int{}
	var order []*page // an ID may stand twice
	for _, r := range d.templates {
		err := o.each(root, r.loc, func(part string, data []byte) error {
			p := o.newPage(part, 0)
			p.units = o.drawings
			templates[r.id] = p
			order = append(order, p)
			return p.parse(data)
		})
		if err != nil {
			return err
		}
	}
	first := len(o.pages)
	for _, r := range d.pages {
		p, err := o.readPage(root, r, d.box)
		if err != nil {
			return err
		}
		o.pages = append(o.pages, p)
		for _, id := range p.template {
			uses[id]++
		}
	}
	for _, p := range o.pages[first:] {
		for _, id := range p.template {
			if t := templates[id]; t != nil {
				if o.pieces += len(t.rules); o.pieces > 100*maxPieces {
					return errPieces()
				}
				p.add(t, uses[id] > 1)
			}
		}
	}
	for _, t := range order {
		o.out = append(o.out, t.out...)
		for _, c := range t.pieces {
			o.leave(c, unusedReason)
		}
	}
	return nil
}

// add puts the text of a template on the page, if no page before had it, and its lines.
func (p *page) add(t *page, shared bool) {
	for _, c := range t.pieces {
		c.page, c.template = p.number, shared
		p.pieces = append(p.pieces, c)
	}
	t.pieces = nil
	p.rules = append(p.rules, t.rules...)
}

func (o *reader) readPage(root string, r ref, box [4]float64) (*page, error) {
	part, err := o.beside(root, r.loc)
	if err != nil {
		return nil, err
	}
	p := o.newPage(part, len(o.pages))
	p.units, p.box = o.drawings, box
	data, err := o.part(part)
	if err != nil {
		return nil, err
	}
	if err := p.parse(data); err != nil {
		return nil, err
	}
	if o.pieces += len(p.pieces) + len(p.rules); o.pieces > 100*maxPieces {
		return nil, errPieces()
	}
	o.images += p.images
	o.out = append(o.out, p.out...)
	return p, nil
}

// leave leaves a piece out.
func (o *reader) leave(c piece, reason string) {
	if source.Squeeze(c.text) != "" {
		o.out = append(o.out, source.Entry{Part: c.part, At: c.at, Text: c.text, Fate: source.LeftOut, Reason: reason})
	}
}

// readNotes reads the annotations of the pages.
func (o *reader) readNotes(root string, d document) error {
	pages := map[string]int{}
	for i, r := range d.pages {
		pages[r.id] = len(o.pages) - len(d.pages) + i
	}
	for _, loc := range d.annots {
		err := o.each(root, loc, func(list string, data []byte) error {
			return o.list(list, data, "Annotations", func(e xml.StartElement, loc string) error {
				return o.each(list, loc, func(part string, data []byte) error {
					return o.annotations(part, data, pages[archive.Value(e, "PageID")])
				})
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// list reads a part that lists others: for each element of it f gets the place that its FileLoc names.
func (o *reader) list(part string, data []byte, root string, f func(e xml.StartElement, loc string) error) error {
	x := archive.Within(data, root)
	x.Children(func(e xml.StartElement) {
		loc := archive.Value(e, "BaseLoc")
		x.Children(func(e xml.StartElement) {
			if e.Name.Local == "FileLoc" {
				loc = x.Text()
				return
			}
			x.Skip()
		})
		if x.Err == nil {
			x.Err = f(e, loc)
		}
	})
	if x.Err != nil {
		return say.Errorf("part %q: %w", part, x.Err)
	}
	return nil
}

// readAttachments keeps the names of the files within the file.
func (o *reader) readAttachments(root string, d document) error {
	for _, loc := range d.files {
		err := o.each(root, loc, func(part string, data []byte) error {
			return o.list(part, data, "Attachments", func(e xml.StartElement, loc string) error {
				name := archive.Value(e, "Name")
				if name == "" {
					name = path.Base(loc)
				}
				o.files = append(o.files, name)
				return nil
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// readTags reads the marks that say which object holds the title, the number or the date.
func (o *reader) readTags(root string, d document) error {
	for _, loc := range d.tags {
		err := o.each(root, loc, func(list string, data []byte) error {
			return o.list(list, data, "CustomTags", func(_ xml.StartElement, loc string) error {
				if loc == "" {
					return nil
				}
				return o.each(list, loc, o.tagPart)
			})
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (o *reader) tagPart(part string, data []byte) error {
	x := archive.WithinAny(data)
	var walk func(field string)
	walk = func(field string) {
		x.Children(func(e xml.StartElement) {
			if e.Name.Local == "ObjectRef" {
				if id := strings.TrimSpace(x.Text()); field != "" {
					o.tag(field, id)
				}
				return
			}
			inner := field
			for _, name := range []string{archive.Value(e, "Name"), e.Name.Local} {
				if f, ok := tagField(name); ok {
					inner = f
				}
			}
			walk(inner)
		})
	}
	walk("")
	return x.Failed(part)
}

func (o *reader) tag(field, id string) {
	if o.tags[field] == nil {
		o.tagNames = append(o.tagNames, field)
	}
	o.tags[field] = append(o.tags[field], id)
}

// readSignatures counts the signatures; those of type Seal show a seal.
func (o *reader) readSignatures(loc string) error {
	return o.each("OFD.xml", loc, func(part string, data []byte) error {
		x := archive.Within(data, "Signatures")
		x.Children(func(e xml.StartElement) {
			if e.Name.Local == "Signature" {
				kind := archive.Value(e, "Type")
				if kind == "" {
					kind = "Seal" // the standard's value where none is stated
				}
				o.signs[kind]++
			}
			x.Skip()
		})
		return x.Failed(part)
	})
}

// strays leaves out the text of pages and the like that no other part names.
func (o *reader) strays() error {
	var names []string
	for name := range o.a.Parts {
		if strings.HasSuffix(name, ".xml") && !o.seen[name] {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		part := o.stored(name)
		data, err := o.part(part)
		if err != nil {
			return err
		}
		if !bytes.Contains(data, []byte("TextCode")) {
			continue
		}
		p := o.newPage(part, 0)
		x := archive.WithinAny(data)
		p.hidden(x, strayReason)
		o.out = append(o.out, p.out...)
		if len(p.out) > 0 {
			o.strayed = append(o.strayed, part)
		}
	}
	return nil
}

func errPieces() error {
	return say.Errorf("the pages hold more than %d pieces of text and lines; no paper is that long", 100*maxPieces)
}
