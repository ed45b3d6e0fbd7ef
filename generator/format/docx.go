package format

import (
	"encoding/xml"
	"fmt"
	"path"
	"sort"
	"strings"

	"zhengce/generator/source"
)

// readDOCX reads a Word file: its paragraphs with the numbers that Word counts for them, tables,
// text boxes, foot- and endnotes. Tracked changes are taken as accepted and reported. Headers and
// footers are noise at the end.
func readDOCX(name string, data []byte) (*source.File, error) { return readWord(name, data, 0) }

// readWord reads a Word file that stands within level others.
func readWord(name string, data []byte, level int) (*source.File, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	d := &docx{archive: a, styles: newStyles(), numbering: newNumbering(), noteText: map[string][]richLine{},
		done: map[string]bool{}, resultless: map[string]int{}, opened: map[string]*source.File{}, level: level}
	d.main = d.mainPart()
	if !a.has(d.main) {
		return nil, fmt.Errorf("the archive is no Word file: it has no part %q", d.main)
	}
	if err := d.read(); err != nil {
		return nil, err
	}
	return d.b.file(name, "docx", "UTF-8")
}

// A docx holds a Word file while its text is put together.
type docx struct {
	*archive
	place
	main      string // name of the part with the text
	kinds     map[string][]string
	styles    *styles
	numbering *numbering
	b         builder
	done      map[string]bool // parts that were read, in lower case

	notes    []noteRef             // in the order of their marks
	numbered int                   // notes with a number of their own
	noteText map[string][]richLine // by kind and ID
	carry    []richLine            // texts of paragraphs that the next one goes on with
	depth    int                   // of tables and text boxes in one another
	shown    int                   // grows with all that comes into the text

	inserted, deleted, images, embedded, placeholders int
	symbols                                           int // characters of symbol fonts that no table has
	symbolName                                        string
	symbolPlace                                       rune                    // of the first of them
	resultless                                        map[string]int          // fields without a result, by name
	unread                                            []string                // embedded parts that cannot be read
	opened                                            map[string]*source.File // embedded parts that were read
	muted                                             bool                    // the prompt of an empty control is being read
	chunks                                            int
	level                                             int // of Word files in one another
}

// A place is where in the file the reader is.
type place struct {
	in      string            // the part, as the archive names it
	targets map[string]string // part by the ID of a relation
	paired  map[int]bool      // signs of fields that have their fellows
	fields  []*field          // open ones
}

// A noteRef is a mark of a note in the text; empty where the file writes its own.
type noteRef struct{ key, mark string }

// mainPart returns the name of the part with the text.
func (d *docx) mainPart() string {
	_, kinds, err := d.relations("_rels/.rels")
	if err == nil && len(kinds["officeDocument"]) > 0 {
		return kinds["officeDocument"][0]
	}
	return "word/document.xml"
}

// relations reads a part of relations: targets by their ID, and by the last word of their type,
// which is the same in both editions of the standard.
func (d *docx) relations(name string) (byID map[string]string, byKind map[string][]string, err error) {
	byID, byKind = map[string]string{}, map[string][]string{}
	if !d.has(name) {
		return byID, byKind, nil
	}
	data, err := d.archive.read(name)
	if err != nil {
		return nil, nil, err
	}
	base := path.Dir(path.Dir(name))
	x := newXML(data, "Relationships")
	x.children(func(e xml.StartElement) {
		if value(e, "TargetMode") != "External" {
			target := value(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(base, target)
			}
			target = strings.TrimPrefix(path.Clean(target), "/")
			kind := value(e, "Type")
			kind = kind[strings.LastIndexByte(kind, '/')+1:]
			byID[value(e, "Id")] = target
			byKind[kind] = append(byKind[kind], target)
		}
		x.skip()
	})
	if x.err != nil {
		return nil, nil, fmt.Errorf("part %q: %w", name, x.err)
	}
	return byID, byKind, nil
}

// read reads the parts that the text needs, then the text.
func (d *docx) read() (err error) {
	_, d.kinds, err = d.relations(relationsOf(d.main))
	if err != nil {
		return err
	}
	if err := d.part("numbering", func(data []byte) (err error) { d.numbering, err = readNumbering(data); return err }); err != nil {
		return err
	}
	if err := d.part("styles", func(data []byte) (err error) { d.styles, err = readStyles(data); return err }); err != nil {
		return err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		if names := d.kinds[kind+"s"]; len(names) > 0 && d.has(names[0]) {
			if err := d.story(names[0], []string{kind + "s"}, func(x *xmlReader) { d.readNotes(kind, x) }); err != nil {
				return err
			}
		}
	}
	err = d.story(d.main, []string{"document"}, func(x *xmlReader) {
		x.children(func(e xml.StartElement) {
			if e.Name.Local == "body" {
				d.body(x)
			} else {
				x.skip()
			}
		})
	})
	if err != nil {
		return err
	}
	d.writeNotes()
	if err := d.margins(); err != nil {
		return err
	}
	d.rest()
	return d.report()
}

// relationsOf returns the name of the part with a part's relations.
func relationsOf(name string) string {
	return path.Join(path.Dir(name), "_rels", path.Base(name)+".rels")
}

// story reads a part that holds text, from within its root element.
func (d *docx) story(name string, roots []string, read func(*xmlReader)) error {
	data, err := d.archive.read(name)
	if err != nil {
		return err
	}
	outer := d.place
	defer func() { d.place = outer }()
	d.place = place{in: d.archive.parts[strings.ToLower(name)].Name}
	d.done[strings.ToLower(name)] = true
	if d.targets, _, err = d.relations(relationsOf(name)); err != nil {
		return err
	}
	x := newXML(data, roots...)
	if x.err == nil {
		d.paired = pairedFields(data, x.root)
		read(x)
		d.closeFields(0)
	}
	if x.err != nil {
		return fmt.Errorf("part %q: %w", name, x.err)
	}
	return nil
}

// relation returns the part that an ID of the part being read stands for.
func (d *docx) relation(id string) (name string, ok bool) {
	name, ok = d.targets[id]
	return name, ok && id != ""
}

// part reads the first part of a kind, if the file has it.
func (d *docx) part(kind string, read func([]byte) error) error {
	names := d.kinds[kind]
	if len(names) == 0 || !d.has(names[0]) {
		return nil
	}
	data, err := d.archive.read(names[0])
	if err != nil {
		return err
	}
	if err := read(data); err != nil {
		return fmt.Errorf("part %q: %w", names[0], err)
	}
	return nil
}

// readNotes reads the footnotes or endnotes.
func (d *docx) readNotes(kind string, x *xmlReader) {
	x.children(func(e xml.StartElement) {
		switch key := kind + value(e, "id"); {
		case e.Name.Local != kind:
			x.skip()
		case value(e, "type") != "" && value(e, "type") != "normal":
			d.drop(x, e, separatorReason)
		default:
			d.noteText[key] = append(d.noteText[key], d.flat(x)...)
		}
	})
}

// writeNotes writes the notes behind the text, each with its mark.
func (d *docx) writeNotes() {
	written := map[string]bool{}
	for _, n := range d.notes {
		for j, l := range d.noteText[n.key] {
			if written[n.key] { // a second mark of the same note: its text is accounted for
				l.pieces = nil
			}
			if j == 0 && n.mark != "" {
				l = l.trimmed().behind(n.mark + " ")
			}
			d.b.rich(l, "")
		}
		written[n.key] = true
	}
	var left []string
	for key := range d.noteText {
		if !written[key] {
			left = append(left, key)
		}
	}
	sort.Strings(left)
	for _, key := range left {
		d.b.leave(unreferenceReason, d.noteText[key]...)
	}
}

// noteMark returns the raised number of a note.
func noteMark(n int) string { return digitsOf(fmt.Sprint(n), "⁰¹²³⁴⁵⁶⁷⁸⁹") }

// margins writes headers and footers, each text once.
func (d *docx) margins() error {
	names := append(append([]string(nil), d.kinds["header"]...), d.kinds["footer"]...)
	sort.Strings(names)
	seen := map[string]bool{}
	for _, name := range names {
		if !d.has(name) || d.done[strings.ToLower(name)] {
			continue
		}
		err := d.story(name, []string{"hdr", "ftr"}, func(x *xmlReader) {
			for _, l := range d.flat(x) {
				if seen[l.text] {
					d.b.leave(againReason, l)
				} else {
					d.b.rich(l, footerReason)
				}
				seen[l.text] = true
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}
