package format

import (
	"encoding/xml"
	"errors"
	"fmt"
	"path"
	"strings"

	"zhengce/generator/source"
)

const (
	// maxPages is the number of pages above which a file is refused.
	maxPages = 5_000
	// maxPieces is how many stretches of text or ruled lines a page may have, and a file a hundred times that.
	maxPieces = 50_000
	// maxUnpacked is the size in bytes above which the parts of a file together are refused.
	maxUnpacked = 256 << 20
)

// An ofd is an OFD file (GB/T 33190) while it is read.
type ofd struct {
	a        *archive
	size     int             // of the parts read so far
	seen     map[string]bool // their names
	pages    []*ofdPage
	pieces   int
	drawings map[string]*ofdUnit
	drawn    []*ofdUnit // in order; an ID may stand twice
	notes    []ofdAside
	out      source.Account
	annots   map[string]int // by type
	images   int
	lost     []string // parts that the file names and lacks
	files    []string // names of attachments
	strayed  []string // parts with text that nothing names
	signs    map[string]int
	tags     map[string][]string // IDs of objects by the name of the field
	tagNames []string
	meta     []source.Field
}

// An ofdAside is text on a page that is no part of the paper.
type ofdAside struct {
	ofdPiece
	reason string
}

// readOFD reads the text of an OFD file with the places where it stands on its pages.
func readOFD(name string, data []byte) (*source.File, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	if a.has("Encryptions.xml") || a.has("Decryptseed.dat") {
		return nil, errors.New("the OFD file is encrypted; open it in an OFD reader and save it without a password")
	}
	o := &ofd{a: a, seen: map[string]bool{}, drawings: map[string]*ofdUnit{}, annots: map[string]int{}, signs: map[string]int{}, tags: map[string][]string{}}
	if err := o.open(); err != nil {
		return nil, err
	}
	return o.file(name)
}

// open reads the part that names the documents of the file, mostly one.
func (o *ofd) open() error {
	data, err := o.part("OFD.xml")
	if err != nil {
		return err
	}
	var bodies []ofdBody
	x := newXML(data, "OFD")
	x.children(func(e xml.StartElement) {
		if e.Name.Local != "DocBody" || len(bodies) > 16 {
			x.skip()
			return
		}
		var b ofdBody
		x.children(func(e xml.StartElement) { o.body(x, e, &b) })
		bodies = append(bodies, b)
	})
	if x.err != nil {
		return fmt.Errorf("part %q: %w", "OFD.xml", x.err)
	}
	if len(bodies) == 0 || bodies[0].root == "" {
		return errors.New("the OFD file is damaged: it names no document; copy the file again")
	}
	for _, b := range bodies {
		if err := o.document(b); err != nil {
			return err
		}
	}
	return nil
}

// An ofdBody names the parts of a document.
type ofdBody struct{ root, signatures string }

func (o *ofd) body(x *xmlReader, e xml.StartElement, b *ofdBody) {
	switch e.Name.Local {
	case "DocRoot":
		b.root = x.text()
	case "Signatures":
		b.signatures = x.text()
	case "DocInfo":
		x.children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "Title":
				o.field("标题", x.text())
			case "CustomDatas":
				x.children(func(e xml.StartElement) {
					if name, ok := label(value(e, "Name")); ok {
						o.field(name, x.text())
						return
					}
					x.skip()
				})
			default:
				x.skip()
			}
		})
	default:
		x.skip()
	}
}

func (o *ofd) field(name, text string) {
	if text = strings.TrimSpace(text); text != "" {
		o.meta = append(o.meta, source.Field{Name: name, Value: text})
	}
}

// part reads a part whose text the paper cannot do without.
func (o *ofd) part(name string) ([]byte, error) {
	data, err := o.a.read(name)
	if err != nil {
		return nil, err
	}
	o.seen[strings.ToLower(name)] = true
	if o.size += len(data); o.size > maxUnpacked {
		return nil, fmt.Errorf("the archive unpacks to more than %d MB; no paper is that long", maxUnpacked>>20)
	}
	return data, nil
}

// spare reads a part that the file names and may lack: then its name is kept.
func (o *ofd) spare(name string) ([]byte, error) {
	if !o.a.has(name) {
		o.lost = append(o.lost, name)
		return nil, nil
	}
	return o.part(name)
}

// beside returns the name of a part that another one names: from the root of the file if it begins
// with a slash, else from the folder of that one. Some programs mean the root without the slash.
func (o *ofd) beside(part, loc string) (string, error) {
	loc = strings.ReplaceAll(strings.TrimSpace(loc), `\`, "/")
	name := path.Join(path.Dir(part), loc)
	if strings.HasPrefix(loc, "/") {
		name = path.Clean(loc)[1:]
	}
	if strings.HasPrefix(name, "../") || loc == "" {
		return "", fmt.Errorf("part %q names a part outside the file: %q", part, loc)
	}
	if root := path.Clean(loc); !o.a.has(name) && o.a.has(root) {
		name = root
	}
	return o.stored(name), nil
}

// stored returns the name of a part as the archive writes it.
func (o *ofd) stored(name string) string {
	if f := o.a.parts[strings.ToLower(name)]; f != nil {
		return strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
	}
	return name
}

// An ofdRef is an entry of a list of parts.
type ofdRef struct{ id, loc string }

// document reads a document: its resources, templates, pages, and what is laid over them.
func (o *ofd) document(b ofdBody) error {
	root, err := o.beside("OFD.xml", b.root)
	if err != nil {
		return err
	}
	data, err := o.part(root)
	if err != nil {
		return err
	}
	var d ofdDocument
	x := newXML(data, "Document")
	x.children(func(e xml.StartElement) { d.read(x, e) })
	if x.err != nil {
		return fmt.Errorf("part %q: %w", root, x.err)
	}
	if len(d.pages) > maxPages {
		return fmt.Errorf("the file has %d pages, more than the limit of %d; split it", len(d.pages), maxPages)
	}
	for _, step := range []func(string, ofdDocument) error{o.resources, o.readPages, o.readNotes, o.readAttachments, o.readTags} {
		if err := step(root, d); err != nil {
			return err
		}
	}
	if b.signatures == "" {
		return nil
	}
	return o.readSignatures(b.signatures)
}

// An ofdDocument is what the root part of a document names.
type ofdDocument struct {
	box                            [4]float64
	resources, tags, annots, files []string
	templates, pages               []ofdRef
}

func (d *ofdDocument) read(x *xmlReader, e xml.StartElement) {
	switch e.Name.Local {
	case "CommonData", "Pages", "PageArea":
		x.children(func(e xml.StartElement) { d.read(x, e) })
	case "PhysicalBox":
		if v := decimals(x.text()); len(v) == 4 {
			d.box = [4]float64(v)
		}
	case "PublicRes", "DocumentRes":
		d.resources = append(d.resources, x.text())
	case "TemplatePage":
		d.templates = append(d.templates, ofdRef{value(e, "ID"), value(e, "BaseLoc")})
		x.skip()
	case "Page":
		d.pages = append(d.pages, ofdRef{value(e, "ID"), value(e, "BaseLoc")})
		x.skip()
	case "CustomTags":
		d.tags = append(d.tags, x.text())
	case "Annotations":
		d.annots = append(d.annots, x.text())
	case "Attachments":
		d.files = append(d.files, x.text())
	default:
		x.skip()
	}
}
