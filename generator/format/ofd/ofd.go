// Package ofd reads OFD files (GB/T 33190), the form in which government papers are printed and signed.
package ofd

import (
	"encoding/xml"
	"path"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

const (
	// maxPages is the number of pages above which a file is refused.
	maxPages = 5_000
	// maxPieces is how many stretches of text or ruled lines a page may have, and a file a hundred times that.
	maxPieces = 50_000
)

// A reader is an OFD file (GB/T 33190) while it is read.
type reader struct {
	a        *archive.Archive
	size     int             // of the parts read so far
	seen     map[string]bool // their names
	pages    []*page
	pieces   int
	drawings map[string]*drawing
	drawn    []*drawing // in order; an ID may stand twice
	notes    []aside
	out      source.Account
	annots   map[string]int // by type
	images   int
	unknown  map[string]int // elements with text that the reader does not know
	lost     []string       // parts that the file names and lacks
	files    []string       // names of attachments
	strayed  []string       // parts with text that nothing names
	signs    map[string]int
	tags     map[string][]string // IDs of objects by the name of the field
	tagNames []string
	meta     []source.Field
}

// An aside is text on a page that is no part of the paper.
type aside struct {
	piece
	reason string
}

// Read reads the text of an OFD file with the places where it stands on its pages.
func Read(name string, data []byte) (*source.File, error) {
	a, err := archive.Open(data)
	if err != nil {
		return nil, err
	}
	if a.Has("Encryptions.xml") || a.Has("Decryptseed.dat") {
		return nil, say.New("the OFD file is encrypted; open it in an OFD reader and save it without a password")
	}
	o := &reader{a: a, seen: map[string]bool{}, drawings: map[string]*drawing{}, annots: map[string]int{}, unknown: map[string]int{}, signs: map[string]int{}, tags: map[string][]string{}}
	if err := o.open(); err != nil {
		return nil, err
	}
	return o.file(name)
}

// open reads the part that names the documents of the file, mostly one.
func (o *reader) open() error {
	data, err := o.part("OFD.xml")
	if err != nil {
		return err
	}
	var bodies []body
	x := archive.Within(data, "OFD")
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "DocBody" || len(bodies) > 16 {
			x.Skip()
			return
		}
		var b body
		x.Children(func(e xml.StartElement) { o.body(x, e, &b) })
		bodies = append(bodies, b)
	})
	if x.Err != nil {
		return say.Errorf("part %q: %w", "OFD.xml", x.Err)
	}
	if len(bodies) == 0 || bodies[0].root == "" {
		return say.New("the OFD file is damaged: it names no document; copy the file again")
	}
	for _, b := range bodies {
		if err := o.document(b); err != nil {
			return err
		}
	}
	return nil
}

// A body names the parts of a document.
type body struct{ root, signatures string }

func (o *reader) body(x *archive.Reader, e xml.StartElement, b *body) {
	switch e.Name.Local {
	case "DocRoot":
		b.root = x.Text()
	case "Signatures":
		b.signatures = x.Text()
	case "DocInfo":
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "Title":
				o.field("标题", x.Text())
			case "CustomDatas":
				x.Children(func(e xml.StartElement) {
					if name, ok := paper.Label(archive.Value(e, "Name")); ok {
						o.field(name, x.Text())
						return
					}
					x.Skip()
				})
			default:
				x.Skip()
			}
		})
	default:
		x.Skip()
	}
}

func (o *reader) field(name, text string) {
	if text = strings.TrimSpace(text); text != "" {
		o.meta = append(o.meta, source.Field{Name: name, Value: text})
	}
}

// part reads a part whose text the paper cannot do without.
func (o *reader) part(name string) ([]byte, error) {
	data, err := o.a.Read(name)
	if err != nil {
		return nil, err
	}
	o.seen[strings.ToLower(name)] = true
	if o.size += len(data); o.size > archive.MaxUnpacked {
		return nil, say.Errorf("the archive unpacks to more than %d MB; no paper is that long", archive.MaxUnpacked>>20)
	}
	return data, nil
}

// spare reads a part that the file names and may lack: then its name is kept.
func (o *reader) spare(name string) ([]byte, error) {
	if !o.a.Has(name) {
		o.lost = append(o.lost, name)
		return nil, nil
	}
	return o.part(name)
}

// beside returns the name of a part that another one names: from the root of the file if it begins
// with a slash, else from the folder of that one. Some programs mean the root without the slash.
func (o *reader) beside(part, loc string) (string, error) {
	loc = strings.ReplaceAll(strings.TrimSpace(loc), `\`, "/")
	name := path.Join(path.Dir(part), loc)
	if strings.HasPrefix(loc, "/") {
		name = path.Clean(loc)[1:]
	}
	if strings.HasPrefix(name, "../") || loc == "" {
		return "", say.Errorf("part %q names a part outside the file: %q", part, loc)
	}
	if root := path.Clean(loc); !o.a.Has(name) && o.a.Has(root) {
		name = root
	}
	return o.stored(name), nil
}

// stored returns the name of a part as the archive writes it.
func (o *reader) stored(name string) string {
	if f := o.a.Parts[strings.ToLower(name)]; f != nil {
		return strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	}
	return name
}

// A ref is an entry of a list of parts.
type ref struct{ id, loc string }

// document reads a document: its resources, templates, pages, and what is laid over them.
func (o *reader) document(b body) error {
	root, err := o.beside("OFD.xml", b.root)
	if err != nil {
		return err
	}
	data, err := o.part(root)
	if err != nil {
		return err
	}
	var d document
	x := archive.Within(data, "Document")
	x.Children(func(e xml.StartElement) { d.read(x, e) })
	if x.Err != nil {
		return say.Errorf("part %q: %w", root, x.Err)
	}
	if len(d.pages) > maxPages {
		return say.Errorf("the file has %d pages, more than the limit of %d; split it", len(d.pages), maxPages)
	}
	for _, step := range []func(string, document) error{o.resources, o.readPages, o.readNotes, o.readAttachments, o.readTags} {
		if err := step(root, d); err != nil {
			return err
		}
	}
	if b.signatures == "" {
		return nil
	}
	return o.readSignatures(b.signatures)
}

// A document is what the root part of a document names.
type document struct {
	box                            [4]float64
	resources, tags, annots, files []string
	templates, pages               []ref
}

func (d *document) read(x *archive.Reader, e xml.StartElement) {
	switch e.Name.Local {
	case "CommonData", "Pages", "PageArea":
		x.Children(func(e xml.StartElement) { d.read(x, e) })
	case "PhysicalBox":
		if v := decimals(x.Text()); len(v) == 4 {
			d.box = [4]float64(v)
		}
	case "PublicRes", "DocumentRes":
		d.resources = append(d.resources, x.Text())
	case "TemplatePage":
		d.templates = append(d.templates, ref{archive.Value(e, "ID"), archive.Value(e, "BaseLoc")})
		x.Skip()
	case "Page":
		d.pages = append(d.pages, ref{archive.Value(e, "ID"), archive.Value(e, "BaseLoc")})
		x.Skip()
	case "CustomTags":
		d.tags = append(d.tags, x.Text())
	case "Annotations":
		d.annots = append(d.annots, x.Text())
	case "Attachments":
		d.files = append(d.files, x.Text())
	default:
		x.Skip()
	}
}
