package pdfium

import (
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxNotes is the number of annotations of a page that are looked at.
const maxNotes = 5000

// A Note is text that somebody put on a page, over what is printed there.
type Note struct {
	Kind NoteKind
	Text string
}

// NoteKind tells what a [Note] is.
type NoteKind int

// The kinds of notes.
const (
	Comment NoteKind = iota // shown by a click: of a reader, or what a picture or link is said to be
	Written                 // words in a box or stamp, which the page shows
	Filled                  // the value of a field of a form, where the page does not draw it
)

// Notes returns the notes on the page, as the file orders them.
func (p *Page) Notes() ([]Note, error) {
	if len(p.notes) == 0 {
		return nil, nil
	}
	text, err := p.Text()
	if err != nil {
		return nil, err
	}
	text = solid(text)
	var out []Note
	for _, n := range p.notes {
		if n.Kind != Filled || !strings.Contains(text, solid(n.Text)) {
			out = append(out, n)
		}
	}
	return out, nil
}

func solid(text string) string {
	return strings.Join(strings.FieldsFunc(text, unicode.IsSpace), "")
}

// annotations takes in the notes on the page. The fields of forms become a part of the page, as a reader sees it:
// fields reports whether there are some, and the page must be loaded anew.
func (p *Page) annotations() (fields bool, err error) {
	lib := p.doc.library
	n, err := lib.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: p.request()})
	if err != nil {
		return false, err
	}
	var others []int
	for i := 0; i < n.Count && i < maxNotes; i++ {
		kind, err := p.annotation(i)
		if err != nil {
			return false, err
		}
		if kind == enums.FPDF_ANNOT_SUBTYPE_WIDGET {
			fields = true
		} else {
			others = append(others, i)
		}
	}
	if !fields {
		return false, nil
	}
	for k := len(others) - 1; k >= 0; k-- { // they stay notes
		if _, err := lib.FPDFPage_RemoveAnnot(&requests.FPDFPage_RemoveAnnot{Page: p.request(), Index: others[k]}); err != nil {
			return false, err
		}
	}
	_, err = lib.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: p.request(), Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
	return err == nil, nil // what cannot be drawn stays a note
}

// annotation takes in an annotation and returns what it is.
func (p *Page) annotation(i int) (enums.FPDF_ANNOTATION_SUBTYPE, error) {
	lib := p.doc.library
	a, err := lib.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: p.request(), Index: i})
	if err != nil {
		return 0, nil // it is damaged
	}
	p.doc.handles++
	defer lib.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
	t, err := lib.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a.Annotation})
	if err != nil {
		return 0, err
	}
	note := Note{Comment, p.said(a.Annotation, "Contents")}
	switch t.Subtype {
	case enums.FPDF_ANNOT_SUBTYPE_WIDGET:
		note = Note{Filled, p.filled(a.Annotation)}
		if note.Text == "Off" || p.said(a.Annotation, "AS") != "" { // a box to tick
			note.Text = ""
		}
	case enums.FPDF_ANNOT_SUBTYPE_FREETEXT, enums.FPDF_ANNOT_SUBTYPE_STAMP, enums.FPDF_ANNOT_SUBTYPE_WATERMARK:
		note.Kind = Written
	case enums.FPDF_ANNOT_SUBTYPE_POPUP:
		note.Text = "" // that of the note that it belongs to
	}
	if solid(note.Text) != "" {
		p.notes = append(p.notes, note)
	}
	return t.Subtype, nil
}

// said returns what an annotation has under a key, "" for nothing.
func (p *Page) said(a references.FPDF_ANNOTATION, key string) string {
	v, err := p.doc.library.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a, Key: key})
	if err != nil {
		return ""
	}
	return v.Value
}
