package pdfium

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// maxOptions is the number of choices of a field that are looked at.
const maxOptions = 1000

// forms returns what the library knows of the file's forms; ok is false where it has none.
func (d *Document) forms() (form references.FPDF_FORMHANDLE, ok bool) {
	if d.form == "" && !d.formless {
		info := structs.FPDF_FORMFILLINFO{ // nothing of it is called: the forms are only read
			FFI_Invalidate:         func(references.FPDF_PAGE, float64, float64, float64, float64) {},
			FFI_SetCursor:          func(enums.FXCT) {},
			FFI_SetTimer:           func(int, func(idEvent int)) int { return 0 },
			FFI_KillTimer:          func(int) {},
			FFI_GetLocalTime:       func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
			FFI_GetPage:            func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
			FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return 0 },
			FFI_ExecuteNamedAction: func(string) {},
		}
		r, err := d.library.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{Document: d.ref, FormFillInfo: info})
		if d.formless = err != nil; err == nil {
			d.form = r.FormHandle
		}
	}
	return d.form, !d.formless
}

// filled returns the value of a field of a form: its own, or that of the field of which it is a part; of a choice, what
// a reader chose.
func (p *Page) filled(a references.FPDF_ANNOTATION) string {
	own := p.said(a, "V")
	lib := p.doc.library
	form, ok := p.doc.forms()
	if !ok {
		return own
	}
	kind, err := lib.FPDFAnnot_GetFormFieldType(&requests.FPDFAnnot_GetFormFieldType{FormHandle: form, Annotation: a})
	if err != nil {
		return own
	}
	switch kind.FormFieldType {
	case enums.FPDF_FORMFIELD_TYPE_COMBOBOX, enums.FPDF_FORMFIELD_TYPE_LISTBOX:
		if chosen := p.chosen(form, a); chosen != "" {
			return chosen
		}
	case enums.FPDF_FORMFIELD_TYPE_TEXTFIELD:
	default:
		return own
	}
	if v, err := lib.FPDFAnnot_GetFormFieldValue(&requests.FPDFAnnot_GetFormFieldValue{FormHandle: form, Annotation: a}); err == nil && v.FormFieldValue != "" {
		return v.FormFieldValue
	}
	return own
}

// chosen returns the labels of the options of a field that are chosen.
func (p *Page) chosen(form references.FPDF_FORMHANDLE, a references.FPDF_ANNOTATION) string {
	lib := p.doc.library
	n, err := lib.FPDFAnnot_GetOptionCount(&requests.FPDFAnnot_GetOptionCount{FormHandle: form, Annotation: a})
	if err != nil {
		return ""
	}
	var out []string
	for i := 0; i < n.OptionCount && i < maxOptions; i++ {
		s, err := lib.FPDFAnnot_IsOptionSelected(&requests.FPDFAnnot_IsOptionSelected{FormHandle: form, Annotation: a, Index: i})
		if err != nil || !s.IsOptionSelected {
			continue
		}
		if l, err := lib.FPDFAnnot_GetOptionLabel(&requests.FPDFAnnot_GetOptionLabel{FormHandle: form, Annotation: a, Index: i}); err == nil {
			out = append(out, l.OptionLabel)
		}
	}
	return strings.Join(out, "、")
}
