// Package pdf reads papers from the glyphs on the pages of PDFs.
package pdf

import (
	"errors"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/pdfium"
	"zhengce/generator/say"
	"zhengce/generator/source"
)

// Read reads the text layer of a PDF.
func Read(name string, data []byte) (*source.File, error) {
	pages, err := pagesOf(data)
	if err != nil {
		return nil, refusal(err)
	}
	return readPages(name, pages)
}

// A page is what stands on a page, as the file places it: y goes upwards.
type page struct {
	bounds pdfium.Box
	chars  []pdfium.Character
	rules  []pdfium.Rule
	notes  []pdfium.Note
	count  int // of the characters
}

func pagesOf(data []byte) ([]page, error) {
	doc, err := pdfium.Open(data)
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	var pages []page
	for i := range doc.Pages {
		p, err := doc.Page(i)
		if err != nil {
			return nil, err
		}
		page, err := pageOf(p)
		if err != nil {
			return nil, err
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func pageOf(p *pdfium.Page) (page page, err error) {
	if page.bounds, err = p.Bounds(); err != nil {
		return page, err
	}
	if page.chars, err = p.Characters(); err != nil {
		return page, err
	}
	if page.rules, err = p.Rules(); err != nil {
		return page, err
	}
	page.notes, err = p.Notes()
	return page, err
}

// refusal says what to do about a file that cannot be read.
func refusal(err error) error {
	var pages pdfium.ErrPages
	switch {
	case errors.Is(err, pdfium.ErrPassword):
		return say.New("the PDF is protected by a password; save it without one")
	case errors.Is(err, pdfium.ErrDamaged):
		return say.New("the PDF is cut off or damaged; fetch it again, or save the paper as .docx or .txt")
	case errors.Is(err, pdfium.ErrTime):
		return say.Errorf("reading the PDF has %w; save the paper as .docx or .txt", err)
	case errors.As(err, &pages):
		return say.Errorf("the PDF has %w; no paper is that long", err)
	}
	return err
}

// readPages puts the characters of pages together to lines, paragraphs and tables.
func readPages(name string, pages []page) (*source.File, error) {
	chars, bad := 0, 0
	for _, p := range pages {
		for _, c := range p.chars {
			if c.Blank || source.IsSpace(c.Rune) {
				continue
			}
			chars++
			if c.Unknown || unicode.Is(unicode.Co, c.Rune) || c.Rune == utf8.RuneError || unicode.IsControl(c.Rune) {
				bad++
			}
		}
	}
	switch {
	case chars < 8*len(pages) || chars == 0:
		return nil, say.Errorf("the PDF has no text: its pages (%d) are pictures; run a text recognition over it, such as ocrmypdf -l chi_sim, or find the paper as .docx", len(pages))
	case bad*5 > chars:
		return nil, say.Errorf("the PDF does not say which characters its fonts draw; run a text recognition over it, or find the paper as .docx")
	}
	w := writer{account: make([][]fate, len(pages))}
	var sheets []sheet
	for i := range pages {
		p := &pages[i]
		of := sheetsOf(&w, *p, i)
		for k := range of {
			of[k].layOut(&w)
		}
		sheets = append(sheets, of...)
		p.count, p.chars, p.rules = len(p.chars), nil, nil // they take much room
	}
	markMargins(sheets, len(pages))
	for i := range sheets {
		sheets[i].arrange(&w)
	}
	w.join(sheets)
	w.addNotes(pages)
	return w.file(name)
}
