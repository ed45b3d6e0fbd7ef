package docx

import (
	"sort"

	"zhengce/generator/say"
)

// report notes what was decided or left out.
func (d *reader) report() error {
	if len(d.b.Blocks) == 0 && len(d.unread) > 0 {
		return say.Errorf("the text sits in an embedded part (%s) that cannot be read; open the file in Word or WPS and save it as .docx anew", d.unread[0])
	}
	if d.inserted+d.deleted > 0 {
		d.b.Warn("tracked-changes", "tracked changes were taken as accepted (%d insertions, %d deletions)", d.inserted, d.deleted)
	}
	if len(d.kinds["comments"]) > 0 {
		d.b.Warn("comments-dropped", "the file has comments; they were left out")
	}
	if d.images > 0 {
		d.b.Warn("images-dropped", "pictures were left out (%d); text in them is not read", d.images)
	}
	if d.embedded > 0 {
		d.b.Warn("objects-dropped", "embedded objects were left out (%d); text in them is not read", d.embedded)
	}
	for _, name := range d.unread {
		d.b.Warn("embedded-part", "text in the embedded part %q was left out; open the file in Word or WPS and save it as .docx anew", name)
	}
	if d.placeholders > 0 {
		d.b.Warn("placeholders", "prompts of empty form controls were left out (%d)", d.placeholders)
	}
	if d.symbols > 0 {
		d.b.Warn("symbols", "characters of symbol fonts (%d, the first %q at %02X) may look different", d.symbols, d.symbolName, d.symbolPlace)
	}
	for _, name := range sortedKeys(d.resultless) {
		d.b.Warn("field-unshown", "fields %s without a result (%d) show nothing", name, d.resultless[name])
	}
	if formats := sortedKeys(d.numbering.unknown); len(formats) > 0 {
		d.b.Warn("number-format", "numbers of the unknown format %s are written in Arabic digits", say.Names(formats))
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}
