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

// longPaper is the number of pages above which the memory matters more than the time.
const longPaper = 200

// Read reads the text layer of a PDF.
func Read(name string, data []byte) (*source.File, error) {
	doc, err := pdfium.Open(data)
	if err != nil {
		return nil, refusal(err)
	}
	defer doc.Close()
	if doc.Pages > longPaper {
		defer pdfium.Sparing()()
	}
	return readPages(name, doc.Pages, func(i int) (page, error) {
		p, err := doc.Page(i)
		if err != nil {
			return page{}, refusal(err)
		}
		of, err := pageOf(p)
		if err != nil {
			return page{}, refusal(err)
		}
		if i == doc.Pages-1 {
			doc.Close() // the library takes much room
		}
		return of, nil
	})
}

// A page is what stands on a page, as the file places it: y goes upwards.
type page struct {
	bounds pdfium.Box
	chars  []pdfium.Character
	rules  []pdfium.Rule
	notes  []pdfium.Note
	count  int // of the characters
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

// readPages puts the characters of n pages together to lines, paragraphs and tables. Each page is asked for once, in order,
// and laid out before the next: the characters of all would take much room.
func readPages(name string, n int, pageAt func(int) (page, error)) (*source.File, error) {
	w := writer{account: make([][]fate, n)}
	var sheets []sheet
	var quality legibility
	pages := make([]page, n)
	for i := range pages {
		p, err := pageAt(i)
		if err != nil {
			return nil, err
		}
		quality.add(p)
		of := sheetsOf(&w, p, i)
		for k := range of {
			of[k].layOut(&w)
		}
		sheets = append(sheets, of...)
		pages[i] = page{notes: p.notes, count: len(p.chars)}
	}
	if err := quality.refusal(n); err != nil {
		return nil, err
	}
	markMargins(sheets, n)
	for i := range sheets {
		sheets[i].arrange(&w)
	}
	w.join(sheets)
	w.addNotes(pages)
	return w.file(name)
}

// A legibility counts characters, and those of which the file does not say what they are.
type legibility struct{ chars, bad int }

func (l *legibility) add(p page) {
	for _, c := range p.chars {
		if c.Blank || source.IsSpace(c.Rune) {
			continue
		}
		l.chars++
		if c.Unknown || unicode.Is(unicode.Co, c.Rune) || c.Rune == utf8.RuneError || unicode.IsControl(c.Rune) {
			l.bad++
		}
	}
}

// refusal says why pages have no text to read; nil if they have.
func (l *legibility) refusal(pages int) error {
	switch {
	case l.chars < 8*pages || l.chars == 0:
		return say.Errorf("the PDF has no text: its pages (%d) are pictures; run a text recognition over it, such as ocrmypdf -l chi_sim, or find the paper as .docx", pages)
	case l.bad*5 > l.chars:
		return say.Errorf("the PDF does not say which characters its fonts draw; run a text recognition over it, or find the paper as .docx")
	}
	return nil
}
