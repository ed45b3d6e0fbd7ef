package pdfium

import (
	"math"
	"unicode"
	"unicode/utf8"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

const (
	// maxCharacters is the number of characters of a page above which the file is refused.
	maxCharacters = 500_000
	// maxObjects is the number of objects of a page that are looked at.
	maxObjects = 50_000
	// maxDepth is how deep forms of a page may stand in one another.
	maxDepth = 8
)

// A Page is an open page. Its places are in points, with y upwards.
type Page struct {
	doc     *Document
	ref     references.FPDF_PAGE
	text    references.FPDF_TEXTPAGE
	objects []object
	notes   []Note
	hidden  bool // some of its text is drawn with no ink
}

// A Box is a part of a page.
type Box struct{ Left, Bottom, Right, Top float64 }

// An object is a path or a text of a page with the transformation that its places need.
type object struct {
	ref    references.FPDF_PAGEOBJECT
	kind   enums.FPDF_PAGEOBJ
	matrix structs.FPDF_FS_MATRIX
}

// A Character is one character of a page.
type Character struct {
	Rune    rune    // the code of the font where the file does not say which character it draws
	Unknown bool    // the file does not say which
	X, Y    float64 // where it begins on its base line
	Box     Box     // as wide as it takes room
	Size    float64 // height of its writing
	Angle   float64 // of the base line, in radians counterclockwise
	Hidden  bool    // drawn with no ink
	Blank   bool    // white space; it has no place
}

func (p *Page) open(number int) error {
	lib := p.doc.library
	page, err := lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: p.doc.ref, Index: number})
	if err != nil {
		return err
	}
	p.ref = page.Page
	fields, err := p.annotations()
	if err != nil {
		return err
	}
	if fields {
		_, _ = lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.ref}) // closed with the document at the latest
		if page, err = lib.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: p.doc.ref, Index: number}); err != nil {
			return err
		}
		p.ref = page.Page
	}
	if err := p.list(); err != nil {
		return err
	}
	text, err := lib.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.request()})
	if err != nil {
		return err
	}
	p.text = text.TextPage
	return nil
}

func (p *Page) request() requests.Page { return requests.Page{ByReference: &p.ref} }

// close gives the page's memory back.
func (p *Page) close() {
	lib := p.doc.library
	if lib == nil || p.doc.expired.Load() {
		return
	}
	_, _ = lib.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.text}) // closed with the document at the latest
	_, _ = lib.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: p.ref})
}

// Bounds returns the part of the page that is shown.
func (p *Page) Bounds() (Box, error) {
	b, err := p.doc.library.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: p.request()})
	if err != nil {
		return Box{}, p.doc.cause(err)
	}
	return Box{float64(b.Rect.Left), float64(b.Rect.Bottom), float64(b.Rect.Right), float64(b.Rect.Top)}, nil
}

// list finds the objects of the page, those in forms too.
func (p *Page) list() error {
	lib := p.doc.library
	n, err := lib.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p.request()})
	if err != nil {
		return err
	}
	for i := 0; i < n.Count && len(p.objects) < maxObjects; i++ {
		o, err := lib.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p.request(), Index: i})
		if err != nil {
			return err
		}
		if err := p.add(o.PageObject, structs.FPDF_FS_MATRIX{A: 1, D: 1}, 0); err != nil {
			return err
		}
	}
	return nil
}

// add adds an object, or what stands in it.
func (p *Page) add(ref references.FPDF_PAGEOBJECT, m structs.FPDF_FS_MATRIX, depth int) error {
	lib := p.doc.library
	p.doc.handles++
	t, err := lib.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: ref})
	if err != nil {
		return err
	}
	switch {
	case t.Type == enums.FPDF_PAGEOBJ_TEXT:
		return p.addText(ref)
	case t.Type == enums.FPDF_PAGEOBJ_PATH:
		p.objects = append(p.objects, object{ref, t.Type, m})
	case t.Type == enums.FPDF_PAGEOBJ_FORM && depth < maxDepth:
		own, err := lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref})
		if err != nil {
			return err
		}
		n, err := lib.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: ref})
		if err != nil {
			return err
		}
		for i := 0; i < n.Count && len(p.objects) < maxObjects; i++ {
			o, err := lib.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: ref, Index: uint64(i)})
			if err != nil {
				return err
			}
			if err := p.add(o.PageObject, product(own.Matrix, m), depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// addText looks at a piece of text. The library passes over pieces that it takes to be of no width,
// as one glyph of a font that the file does not carry; with a stroke around its glyphs it has one.
func (p *Page) addText(ref references.FPDF_PAGEOBJECT) error {
	lib := p.doc.library
	mode, err := lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: ref})
	if err != nil {
		return err
	}
	p.hidden = p.hidden || mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
	b, err := lib.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: ref})
	if err != nil || b.Right-b.Left > 0.02 || mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE {
		return nil // text without a place stays as it is
	}
	m, err := lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: ref})
	if err != nil {
		return err
	}
	if _, err := lib.FPDFTextObj_SetTextRenderMode(&requests.FPDFTextObj_SetTextRenderMode{PageObject: ref, TextRenderMode: enums.FPDF_TEXTRENDERMODE_FILL_STROKE}); err != nil {
		return err
	}
	_, err = lib.FPDFPageObj_SetMatrix(&requests.FPDFPageObj_SetMatrix{PageObject: ref, Transform: m.Matrix}) // it measures anew
	return err
}

// product returns the transformation by a and then by b.
func product(a, b structs.FPDF_FS_MATRIX) structs.FPDF_FS_MATRIX {
	return structs.FPDF_FS_MATRIX{
		A: a.A*b.A + a.B*b.C, B: a.A*b.B + a.B*b.D,
		C: a.C*b.A + a.D*b.C, D: a.C*b.B + a.D*b.D,
		E: a.E*b.A + a.F*b.C + b.E, F: a.E*b.B + a.F*b.D + b.F,
	}
}

// Text returns all characters of the page in the order of the file, without their places.
func (p *Page) Text() (string, error) {
	t, err := p.doc.library.GetPageText(&requests.GetPageText{Page: p.request()})
	if err != nil {
		return "", p.doc.cause(err)
	}
	return t.Text, nil
}

// Characters returns the characters of the page in the order of the file.
func (p *Page) Characters() ([]Character, error) {
	n, err := p.doc.library.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil {
		return nil, p.doc.cause(err)
	}
	if n.Count > maxCharacters {
		return nil, ErrDamaged
	}
	all := make([]Character, n.Count)
	var last *Character // that has a place
	for i := range all {
		if err := p.character(i, &all[i], last); err != nil {
			return nil, p.doc.cause(err)
		}
		if !all[i].Blank {
			last = &all[i]
		}
	}
	return all, nil
}

func (p *Page) character(i int, c, last *Character) error {
	lib := p.doc.library
	u, err := lib.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	unknown, err := lib.FPDFText_HasUnicodeMapError(&requests.FPDFText_HasUnicodeMapError{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	c.Rune, c.Unknown = rune(u.Unicode), unknown.HasUnicodeMapError
	if c.Blank = !c.Unknown && unicode.IsSpace(c.Rune); c.Blank {
		return nil
	}
	if !utf8.ValidRune(c.Rune) || c.Rune == 0 {
		c.Rune, c.Unknown = utf8.RuneError, true
	}
	if err := p.place(i, c, last); err != nil || !p.hidden {
		return err
	}
	return p.ink(i, c)
}

// place sets where the character stands and how large it is. One whose box reaches as high and low as
// that of the last one, on its right, is taken to be of the same writing: each question to the library takes time.
func (p *Page) place(i int, c, last *Character) error {
	lib := p.doc.library
	box, err := lib.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	c.Box = Box{float64(box.Rect.Left), float64(box.Rect.Bottom), float64(box.Rect.Right), float64(box.Rect.Top)}
	if last != nil && last.Angle == 0 && last.X == last.Box.Left && c.Box.Top == last.Box.Top && c.Box.Bottom == last.Box.Bottom && c.Box.Left > last.Box.Left {
		c.X, c.Y, c.Size = c.Box.Left, last.Y, last.Size
		return nil
	}
	at, err := lib.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	m, err := lib.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	size, err := lib.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: i})
	if err != nil {
		return err
	}
	c.X, c.Y = at.X, at.Y
	c.Size = math.Abs(size.FontSize) * math.Hypot(float64(m.Matrix.C), float64(m.Matrix.D))
	c.Angle = math.Atan2(float64(m.Matrix.B), float64(m.Matrix.A))
	if size.FontSize < 0 {
		c.Angle += math.Pi
	}
	if math.Abs(c.X-c.Box.Left) < 0.01 {
		c.X = c.Box.Left
	}
	return nil
}

// ink finds whether the character is drawn at all.
func (p *Page) ink(i int, c *Character) error {
	lib := p.doc.library
	o, err := lib.FPDFText_GetTextObject(&requests.FPDFText_GetTextObject{TextPage: p.text, Index: i})
	if err != nil {
		return nil // it has ink unless the file says otherwise
	}
	p.doc.handles++
	mode, err := lib.FPDFTextObj_GetTextRenderMode(&requests.FPDFTextObj_GetTextRenderMode{PageObject: o.TextObject})
	if err != nil {
		return err
	}
	c.Hidden = mode.TextRenderMode == enums.FPDF_TEXTRENDERMODE_INVISIBLE
	return nil
}
