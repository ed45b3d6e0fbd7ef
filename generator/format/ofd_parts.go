package format

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"path"
	"sort"
	"strings"

	"zhengce/generator/source"
)

func (o *ofd) resources(root string, d ofdDocument) error {
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
func (o *ofd) each(from, loc string, f func(part string, data []byte) error) error {
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
func (o *ofd) readPages(root string, d ofdDocument) error {
	templates, uses := map[string]*ofdPage{}, map[string]int{}
	var order []*ofdPage // an ID may stand twice
	for _, r := range d.templates {
		err := o.each(root, r.loc, func(part string, data []byte) error {
			p := &ofdPage{part: part, units: o.drawings}
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
			o.leave(c, ofdUnused)
		}
	}
	return nil
}

// add puts the text of a template on the page, if no page before had it, and its lines.
func (p *ofdPage) add(t *ofdPage, shared bool) {
	for _, c := range t.pieces {
		c.page, c.template = p.number, shared
		p.pieces = append(p.pieces, c)
	}
	t.pieces = nil
	p.rules = append(p.rules, t.rules...)
}

func (o *ofd) readPage(root string, r ofdRef, box [4]float64) (*ofdPage, error) {
	part, err := o.beside(root, r.loc)
	if err != nil {
		return nil, err
	}
	p := &ofdPage{part: part, number: len(o.pages), units: o.drawings, box: box}
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
func (o *ofd) leave(c ofdPiece, reason string) {
	if source.Squeeze(c.text) != "" {
		o.out = append(o.out, source.Entry{Part: c.part, At: c.at, Text: c.text, Fate: source.LeftOut, Reason: reason})
	}
}

// readNotes reads the annotations of the pages.
func (o *ofd) readNotes(root string, d ofdDocument) error {
	pages := map[string]int{}
	for i, r := range d.pages {
		pages[r.id] = len(o.pages) - len(d.pages) + i
	}
	for _, loc := range d.annots {
		err := o.each(root, loc, func(list string, data []byte) error {
			return o.list(list, data, "Annotations", func(e xml.StartElement, loc string) error {
				return o.each(list, loc, func(part string, data []byte) error {
					return o.annotations(part, data, pages[value(e, "PageID")])
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
func (o *ofd) list(part string, data []byte, root string, f func(e xml.StartElement, loc string) error) error {
	x := newXML(data, root)
	x.children(func(e xml.StartElement) {
		loc := value(e, "BaseLoc")
		x.children(func(e xml.StartElement) {
			if e.Name.Local == "FileLoc" {
				loc = x.text()
				return
			}
			x.skip()
		})
		if x.err == nil {
			x.err = f(e, loc)
		}
	})
	if x.err != nil {
		return fmt.Errorf("part %q: %w", part, x.err)
	}
	return nil
}

// readAttachments keeps the names of the files within the file.
func (o *ofd) readAttachments(root string, d ofdDocument) error {
	for _, loc := range d.files {
		err := o.each(root, loc, func(part string, data []byte) error {
			return o.list(part, data, "Attachments", func(e xml.StartElement, loc string) error {
				name := value(e, "Name")
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
func (o *ofd) readTags(root string, d ofdDocument) error {
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

func (o *ofd) tagPart(part string, data []byte) error {
	x := newXMLAny(data)
	var walk func(field string)
	walk = func(field string) {
		x.children(func(e xml.StartElement) {
			if e.Name.Local == "ObjectRef" {
				if id := strings.TrimSpace(x.text()); field != "" {
					o.tag(field, id)
				}
				return
			}
			inner := field
			for _, name := range []string{value(e, "Name"), e.Name.Local} {
				if f, ok := tagField(name); ok {
					inner = f
				}
			}
			walk(inner)
		})
	}
	walk("")
	return (&ofdPage{part: part}).failed(x)
}

func (o *ofd) tag(field, id string) {
	if o.tags[field] == nil {
		o.tagNames = append(o.tagNames, field)
	}
	o.tags[field] = append(o.tags[field], id)
}

// readSignatures counts the signatures; those of type Seal show a seal.
func (o *ofd) readSignatures(loc string) error {
	return o.each("OFD.xml", loc, func(part string, data []byte) error {
		x := newXML(data, "Signatures")
		x.children(func(e xml.StartElement) {
			if e.Name.Local == "Signature" {
				kind := value(e, "Type")
				if kind == "" {
					kind = "Seal" // the standard's value where none is stated
				}
				o.signs[kind]++
			}
			x.skip()
		})
		return (&ofdPage{part: part}).failed(x)
	})
}

// strays leaves out the text of pages and the like that no other part names.
func (o *ofd) strays() error {
	var names []string
	for name := range o.a.parts {
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
		p := &ofdPage{part: part}
		x := newXMLAny(data)
		p.hidden(x, ofdStray)
		o.out = append(o.out, p.out...)
		if len(p.out) > 0 {
			o.strayed = append(o.strayed, part)
		}
	}
	return nil
}

func errPieces() error {
	return fmt.Errorf("the pages hold more than %d pieces of text and lines; no paper is that long", 100*maxPieces)
}
