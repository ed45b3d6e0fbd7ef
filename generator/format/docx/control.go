package docx

import (
	"encoding/xml"
	"strconv"

	"zhengce/generator/format/archive"
	"zhengce/generator/source"
)

// control reads a content control. What an empty one shows to be typed over is no text.
func (d *reader) control(x *archive.Reader, content func()) {
	empty := false
	x.Children(func(e xml.StartElement) {
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
			x.Skip()
		}
	})
}

// controlProperties reports whether the control shows its prompt; the items that it offers are left out.
func (d *reader) controlProperties(x *archive.Reader) (empty bool) {
	x.Children(func(e xml.StartElement) {
		if e.Name.Local == "showingPlcHdr" {
			empty = archive.On(e)
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
func (d *reader) form(x *archive.Reader) (f *form) {
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "ffData" {
			d.drop(x, e, promptReason)
			return
		}
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "checkBox":
				f = &form{box: true}
				x.Children(func(e xml.StartElement) {
					switch e.Name.Local {
					case "default", "checked": // the second, where it is, comes last
						f.checked = archive.On(e)
					}
					x.Skip()
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
func (d *reader) formList(x *archive.Reader) *form {
	f := &form{list: true}
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "default", "result":
			if n, err := strconv.Atoi(archive.Value(e, "val")); err == nil {
				f.chosen = n
			}
		case "listEntry":
			f.entries = append(f.entries, d.entry(x, archive.Value(e, "val")))
		}
		x.Skip()
	})
	return f
}

// formShown shows the state of a control that has no text of its own; false where it has.
func (d *reader) formShown(p *paragraph, f *field, name string) bool {
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
