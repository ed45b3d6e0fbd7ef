// Package docx reads Word files, packed (.docx) or in one XML file.
package docx

import (
	"encoding/xml"
	"fmt"
	"path"
	"sort"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/numeral"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// Read reads a Word file: its paragraphs with the numbers that Word counts for them, tables,
// text boxes, foot- and endnotes. Tracked changes are taken as accepted and reported. Headers and
// footers are noise at the end.
func Read(name string, data []byte) (*source.File, error) { return readNested(name, data, 0) }

// readNested reads a Word file that stands within level others.
func readNested(name string, data []byte, level int) (*source.File, error) {
	a, err := archive.Open(data)
	if err != nil {
		return nil, err
	}
	d := &reader{Archive: a, styles: newStyles(), numbering: newNumbering(), noteText: map[string][]paper.Line{},
		done: map[string]bool{}, resultless: map[string]int{}, opened: map[string]*source.File{}, level: level}
	d.main = d.mainPart()
	if !a.Has(d.main) {
		return nil, say.Errorf("the archive is no Word file: it has no part %q", d.main)
	}
	if err := d.read(); err != nil {
		return nil, err
	}
	return d.b.File(name, "docx", "UTF-8")
}

// A reader holds a Word file while its text is put together.
type reader struct {
	*archive.Archive
	place
	main      string // name of the part with the text
	kinds     map[string][]string
	styles    *styles
	numbering *numbering
	b         paper.Builder
	done      map[string]bool // parts that were read, in lower case

	notes     []noteRef               // in the order of their marks
	numbered  int                     // notes with a number of their own
	noteText  map[string][]paper.Line // by kind and ID
	carry     []paper.Line            // texts of paragraphs that the next one goes on with
	separated bool                    // the first of them has the number of all
	depth     int                     // of tables and text boxes in one another
	shown     int                     // grows with all that comes into the text

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
func (d *reader) mainPart() string {
	_, kinds, err := d.relations("_rels/.rels")
	if err == nil && len(kinds["officeDocument"]) > 0 {
		return kinds["officeDocument"][0]
	}
	return "word/document.xml"
}

// relations reads a part of relations: targets by their ID, and by the last word of their type,
// which is the same in both editions of the standard.
func (d *reader) relations(name string) (byID map[string]string, byKind map[string][]string, err error) {
	byID, byKind = map[string]string{}, map[string][]string{}
	if !d.Has(name) {
		return byID, byKind, nil
	}
	data, err := d.Archive.Read(name)
	if err != nil {
		return nil, nil, err
	}
	base := path.Dir(path.Dir(name))
	x := archive.Within(data, "Relationships")
	x.Children(func(e xml.StartElement) {
		if archive.Value(e, "TargetMode") != "External" {
			target := archive.Value(e, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join(base, target)
			}
			target = strings.TrimPrefix(path.Clean(target), "/")
			kind := archive.Value(e, "Type")
			kind = kind[strings.LastIndexByte(kind, '/')+1:]
			byID[archive.Value(e, "Id")] = target
			byKind[kind] = append(byKind[kind], target)
		}
		x.Skip()
	})
	if x.Err != nil {
		return nil, nil, say.Errorf("part %q: %w", name, x.Err)
	}
	return byID, byKind, nil
}

// read reads the parts that the text needs, then the text.
func (d *reader) read() (err error) {
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
		if names := d.kinds[kind+"s"]; len(names) > 0 && d.Has(names[0]) {
			if err := d.story(names[0], []string{kind + "s"}, func(x *archive.Reader) { d.readNotes(kind, x) }); err != nil {
				return err
			}
		}
	}
	err = d.story(d.main, []string{"document"}, func(x *archive.Reader) {
		x.Children(func(e xml.StartElement) {
			if e.Name.Local == "body" {
				d.body(x)
			} else {
				x.Skip()
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
func (d *reader) story(name string, roots []string, read func(*archive.Reader)) error {
	data, err := d.Archive.Read(name)
	if err != nil {
		return err
	}
	outer := d.place
	defer func() { d.place = outer }()
	d.place = place{in: d.Archive.Parts[strings.ToLower(name)].Name}
	d.done[strings.ToLower(name)] = true
	if d.targets, _, err = d.relations(relationsOf(name)); err != nil {
		return err
	}
	x := archive.Within(data, roots...)
	if x.Err == nil {
		d.paired = pairedFields(data, x.Root)
		read(x)
		d.closeFields(0)
	}
	if x.Err != nil {
		return say.Errorf("part %q: %w", name, x.Err)
	}
	return nil
}

// relation returns the part that an ID of the part being read stands for.
func (d *reader) relation(id string) (name string, ok bool) {
	name, ok = d.targets[id]
	return name, ok && id != ""
}

// part reads the first part of a kind, if the file has it.
func (d *reader) part(kind string, read func([]byte) error) error {
	names := d.kinds[kind]
	if len(names) == 0 || !d.Has(names[0]) {
		return nil
	}
	data, err := d.Archive.Read(names[0])
	if err != nil {
		return err
	}
	if err := read(data); err != nil {
		return say.Errorf("part %q: %w", names[0], err)
	}
	return nil
}

// readNotes reads the footnotes or endnotes.
func (d *reader) readNotes(kind string, x *archive.Reader) {
	x.Children(func(e xml.StartElement) {
		switch key := kind + archive.Value(e, "id"); {
		case e.Name.Local != kind:
			x.Skip()
		case archive.Value(e, "type") != "" && archive.Value(e, "type") != "normal":
			d.drop(x, e, separatorReason)
		default:
			d.noteText[key] = append(d.noteText[key], d.flat(x)...)
		}
	})
}

// writeNotes writes the notes behind the text, each with its mark.
func (d *reader) writeNotes() {
	written := map[string]bool{}
	for _, n := range d.notes {
		for j, l := range d.noteText[n.key] {
			if written[n.key] { // a second mark of the same note: its text is accounted for
				l.Pieces = nil
			}
			if j == 0 && n.mark != "" {
				l = l.Trimmed().Behind(n.mark + " ")
			}
			d.b.Rich(l, "")
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
		d.b.Leave(unreferenceReason, d.noteText[key]...)
	}
}

// noteMark returns the raised number of a note.
func noteMark(n int) string { return numeral.DigitsOf(fmt.Sprint(n), "⁰¹²³⁴⁵⁶⁷⁸⁹") }

// margins writes headers and footers, each text once.
func (d *reader) margins() error {
	names := append(append([]string(nil), d.kinds["header"]...), d.kinds["footer"]...)
	sort.Strings(names)
	seen := map[string]bool{}
	for _, name := range names {
		if !d.Has(name) || d.done[strings.ToLower(name)] {
			continue
		}
		err := d.story(name, []string{"hdr", "ftr"}, func(x *archive.Reader) {
			for _, l := range d.flat(x) {
				if seen[l.Text] {
					d.b.Leave(againReason, l)
				} else {
					d.b.Rich(l, footerReason)
				}
				seen[l.Text] = true
			}
		})
		if err != nil {
			return err
		}
	}
	return nil
}
