package audit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	mostPart  = 64 << 20 // bytes of a part that are read
	mostRatio = 200      // how many times its packed size a part may have
)

// wordless are the roots of parts of a Word file that say nothing to a reader: settings, forms, and
// lists of other parts.
var wordless = map[string]bool{"Types": true, "Relationships": true, "styles": true, "settings": true, "webSettings": true, "fonts": true, "numbering": true, "theme": true,
	"colorsDef": true, "styleDef": true, "layoutDef": true, "colorStyle": true, "chartStyle": true, "people": true, "recipients": true, "Signature": true}

// sizes are the elements whose character data is a number of a layout or data for programs.
var sizes = map[string]bool{"posOffset": true, "align": true, "pctWidth": true, "pctHeight": true, "pctPosHOffset": true, "pctPosVOffset": true, "fldData": true, "binData": true,
	"f": true, "formatCode": true, "FieldCodes": true, "LinkType": true, "LockedField": true, "idx": true}

// saying are the attributes that bear text: by element and attribute, with * for any element.
var saying = map[string]bool{"*/alt": true, "*/descr": true, "*/tooltip": true, "docPr/title": true, "cNvPr/title": true, "textpath/string": true, "sym/char": true, "symEx/char": true,
	"fldSimple/instr": true, "listItem/displayText": true, "listEntry/val": true, "statusText/val": true, "helpText/val": true, "tblCaption/val": true, "tblDescription/val": true,
	"chr/val": true, "begChr/val": true, "endChr/val": true, "sepChr/val": true}

// DOCX returns everything in a Word file that bears text: the character data and the speaking
// attributes of every part that is XML. A part that cannot be read ends where it is broken.
func DOCX(data []byte) ([]Part, error) { return docx(data, "", 0) }

// docx reads a Word file whose parts are named behind prefix; others may stand in it as text of it.
func docx(data []byte, prefix string, level int) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && z == nil {
		return nil, err
	}
	var parts []Part
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		if path.Ext(name) == ".docx" && level < 2 && !strings.Contains(name, "embeddings/") {
			if inner, err := docx(unpacked(f), prefix+f.Name+"!", level+1); err == nil {
				parts = append(parts, inner...)
			}
		}
		if path.Ext(name) != ".xml" || strings.HasPrefix(name, "customxml/") || strings.HasPrefix(name, "docprops/") {
			continue
		}
		if p := (Part{Name: prefix + f.Name, Nodes: nodes(unpacked(f))}); len(p.Nodes) > 0 {
			parts = append(parts, p)
		}
	}
	return parts, nil
}

// unpacked returns a file of an archive; nothing of one that is no file or too large.
func unpacked(f *zip.File) []byte {
	r, err := f.Open()
	if err != nil {
		return nil
	}
	defer r.Close()
	limit := min(mostPart, max(1<<20, int64(f.CompressedSize64)*mostRatio))
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil || int64(len(data)) > limit {
		return nil
	}
	return data
}

// nodes walks a part.
func nodes(data []byte) []Node {
	d := xml.NewDecoder(bytes.NewReader(data))
	var out []Node
	var open []string
	for {
		at := int(d.InputOffset())
		t, err := d.RawToken()
		if err != nil {
			return out
		}
		switch t := t.(type) {
		case xml.StartElement:
			if len(open) == 0 && wordless[t.Name.Local] {
				return nil
			}
			open = append(open, t.Name.Local)
			for _, a := range t.Attr {
				if saying[t.Name.Local+"/"+a.Name.Local] || saying["*/"+a.Name.Local] {
					out = append(out, Node{int(d.InputOffset()), spoken(t.Name.Local, a.Value)})
				}
			}
		case xml.EndElement:
			open = open[:max(0, len(open)-1)]
		case xml.CharData:
			if len(open) > 0 && !sizes[open[len(open)-1]] && len(bytes.TrimSpace(t)) > 0 {
				out = append(out, Node{at, string(t)})
			}
		}
	}
}

// spoken returns what an attribute says: of a symbol the character with its number.
func spoken(element, value string) string {
	if element == "sym" || element == "symEx" {
		if n, err := strconv.ParseUint(value, 16, 32); err == nil && n > 0 && utf8.ValidRune(rune(n)) {
			return string(rune(n))
		}
	}
	return value
}
