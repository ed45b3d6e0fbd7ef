package format

import (
	"encoding/xml"
	"strconv"

	"zhengce/generator/source"
)

// control reads a content control. What an empty one shows to be typed over is no text.
func (d *docx) control(x *xmlReader, content func()) {
	empty := false
	x.children(func(e xml.StartElement) {
		switch {
		case e.Name.Local == "sdtPr":
			empty = d.controlProperties(x)
		case e.Name.Local == "sdtContent" && empty:
			d.placeholders++
			muted := d.muted
			d.muted = true
			content() // its paragraphs and cells stay where they are, without the prompt
			d.muted = muted
		case e.Name.Local == "sdtContent":
			content()
		default:
			x.skip()
		}
	})
}

// controlProperties reports whether the control shows its prompt; the items that it offers are left out.
func (d *docx) controlProperties(x *xmlReader) (empty bool) {
	x.children(func(e xml.StartElement) {
		if e.Name.Local == "showingPlcHdr" {
			empty = on(e)
		}
		d.drop(x, e, choiceReason)
	})
	return empty
}

// A form is a form control of older Words: a box, a list or a line to fill in.
type form struct {
	box     bool
	checked bool
	list    bool
	entries []source.Entry // of a list
	chosen  int
}

// form reads the control that a field opens with; nil where it is none.
func (d *docx) form(x *xmlReader) (f *form) {
	x.children(func(e xml.StartElement) {
		if e.Name.Local != "ffData" {
			d.drop(x, e, promptReason)
			return
		}
		x.children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "checkBox":
				f = &form{box: true}
				x.children(func(e xml.StartElement) {
					switch e.Name.Local {
					case "default", "checked": // the second, where it is, comes last
						f.checked = on(e)
					}
					x.skip()
				})
			case "ddList":
				f = d.formList(x)
			default:
				d.drop(x, e, promptReason)
			}
		})
	})
	return f
}

// formList reads a list of items.
func (d *docx) formList(x *xmlReader) *form {
	f := &form{list: true}
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "default", "result":
			if n, err := strconv.Atoi(value(e, "val")); err == nil {
				f.chosen = n
			}
		case "listEntry":
			f.entries = append(f.entries, d.entry(x, value(e, "val")))
		}
		x.skip()
	})
	return f
}

// formShown shows the state of a control that has no text of its own; false where it has.
func (d *docx) formShown(p *paragraph, f *field, name string) bool {
	for i, e := range f.form.entries {
		if i != f.form.chosen || f.filled {
			d.leaveOut(e.At, e.Text, choiceReason)
		}
	}
	switch {
	case f.form.box && !f.filled:
		s := "☐"
		if f.form.checked {
			s = "☒"
		}
		d.emit(p, s, f.look)
		d.shown++
	case f.form.list && !f.filled && f.form.chosen >= 0 && f.form.chosen < len(f.form.entries):
		e := f.form.entries[f.form.chosen]
		d.emit(p, e.Text, f.look, e)
	}
	return true
}
