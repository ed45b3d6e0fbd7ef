package format

import (
	"encoding/xml"
	"fmt"
	"path"
	"sort"
	"strings"

	"zhengce/generator/source"
)

const (
	footerReason = "页眉页脚"
	vanishReason = "隐藏文字"
)

// readDOCX reads a Word file: its paragraphs with the numbers that Word counts for them, tables,
// text boxes, foot- and endnotes. Tracked changes are taken as accepted and reported. Headers and
// footers are noise at the end.
func readDOCX(name string, data []byte) (*source.File, error) {
	a, err := openArchive(data)
	if err != nil {
		return nil, err
	}
	d := &docx{archive: a, styles: &styles{byID: map[string]paraStyle{}}, numbering: newNumbering(), noteText: map[string][]string{}}
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
	main      string            // name of the part with the text
	targets   map[string]string // part by the ID of a relation of the main part
	kinds     map[string][]string
	styles    *styles
	numbering *numbering
	b         builder

	notes    []string            // keys of the notes in the order of their marks
	noteText map[string][]string // by kind and ID
	carry    []string            // texts of paragraphs whose ends were deleted
	depth    int                 // of tables and text boxes in one another
	inserted int
	deleted  int
	images   int
	embedded int
	symbols  int
}

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
	d.targets, d.kinds, err = d.relations(path.Join(path.Dir(d.main), "_rels", path.Base(d.main)+".rels"))
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
		if err := d.part(kind+"s", func(data []byte) error { return d.readNotes(kind, data) }); err != nil {
			return err
		}
	}
	data, err := d.archive.read(d.main)
	if err != nil {
		return err
	}
	x := newXML(data, "document")
	x.children(func(e xml.StartElement) {
		if e.Name.Local == "body" {
			d.body(x)
		} else {
			x.skip()
		}
	})
	if x.err != nil {
		return fmt.Errorf("part %q: %w", d.main, x.err)
	}
	d.writeNotes()
	if err := d.margins(); err != nil {
		return err
	}
	d.report()
	return nil
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

// body reads what stands on the level of paragraphs and writes it.
func (d *docx) body(x *xmlReader) {
	d.flow(x, flow{
		para: func(p *paragraph) {
			for _, l := range p.lines() {
				d.b.line(l, "")
			}
			for _, l := range p.boxes {
				d.b.line(l, "")
			}
			for _, l := range p.hidden {
				d.b.line(l, vanishReason)
			}
		},
		table: func(rows [][]cell) { d.b.table(rows) },
	})
	d.b.line(strings.Join(d.carry, ""), "")
	d.carry = nil
}

// readNotes reads the footnotes or endnotes.
func (d *docx) readNotes(kind string, data []byte) error {
	x := newXML(data, kind+"s")
	x.children(func(e xml.StartElement) {
		if e.Name.Local != kind || value(e, "type") != "" && value(e, "type") != "normal" { // separators
			x.skip()
			return
		}
		d.noteText[kind+value(e, "id")] = d.flat(x)
	})
	return x.err
}

// flat returns what stands on the level of paragraphs as lines, tables row by row.
func (d *docx) flat(x *xmlReader) []string {
	var out []string
	carry := d.carry
	d.carry = nil
	d.flow(x, flow{
		para: func(p *paragraph) { out = append(append(out, p.lines()...), p.boxes...) },
		table: func(rows [][]cell) {
			t := pageTable{rows: rows}
			out = append(out, t.flat()...)
		},
	})
	if len(d.carry) > 0 {
		out = append(out, strings.Join(d.carry, ""))
	}
	d.carry = carry
	return out
}

// writeNotes writes the notes behind the text, each with its mark.
func (d *docx) writeNotes() {
	for i, key := range d.notes {
		for j, l := range d.noteText[key] {
			if j == 0 {
				l = noteMark(i+1) + " " + strings.TrimSpace(l)
			}
			d.b.line(l, "")
		}
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
		if !d.has(name) {
			continue
		}
		data, err := d.archive.read(name)
		if err != nil {
			return err
		}
		root := "hdr"
		if strings.Contains(path.Base(name), "footer") {
			root = "ftr"
		}
		x := newXML(data, root)
		for _, l := range d.flat(x) {
			if !seen[l] {
				d.b.line(l, footerReason)
			}
			seen[l] = true
		}
		if x.err != nil {
			return fmt.Errorf("part %q: %w", name, x.err)
		}
	}
	return nil
}

// report notes what was decided or left out.
func (d *docx) report() {
	if d.inserted+d.deleted > 0 {
		d.b.whole("tracked-changes", "tracked changes were taken as accepted (%d insertions, %d deletions)", d.inserted, d.deleted)
	}
	if len(d.kinds["comments"]) > 0 {
		d.b.whole("comments-dropped", "the file has comments; they were left out")
	}
	if d.images > 0 {
		d.b.whole("images-dropped", "pictures were left out (%d); text in them is not read", d.images)
	}
	if d.embedded > 0 {
		d.b.whole("objects-dropped", "embedded objects were left out (%d); text in them is not read", d.embedded)
	}
	if d.symbols > 0 {
		d.b.whole("symbols", "characters of symbol fonts (%d) may look different", d.symbols)
	}
	var formats []string
	for f := range d.numbering.unknown {
		formats = append(formats, f)
	}
	sort.Strings(formats)
	if len(formats) > 0 {
		d.b.whole("number-format", "numbers of the unknown format %s are written in Arabic digits", strings.Join(formats, ", "))
	}
}
