package audit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"zhengce/generator/say"
	"zhengce/generator/source"
)

// maxWalk is the size in bytes above which the parts of a file are not walked.
const maxWalk = 256 << 20

// OFD returns every TextCode of the pages, templates, drawings and annotations of an OFD file, used or
// not, and the remarks of the annotations.
func OFD(data []byte) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	files := slices.Clone(z.File)
	slices.SortFunc(files, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	var out []Part
	left := int64(maxWalk)
	for _, f := range files {
		if !strings.HasSuffix(strings.ToLower(f.Name), ".xml") {
			continue
		}
		text, err := unpack(f, &left)
		if err != nil {
			return nil, say.Errorf("part %q: %w", f.Name, err)
		}
		if !bytes.Contains(text, []byte("TextCode")) && !bytes.Contains(text, []byte("Remark")) {
			continue
		}
		p := Part{Name: strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")}
		p.Nodes, err = textCodes(text)
		if err != nil {
			return nil, say.Errorf("part %q: %w", f.Name, err)
		}
		out = append(out, p)
	}
	return out, nil
}

// unpack reads a part, as long as left lasts.
func unpack(f *zip.File, left *int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, *left+1))
	if *left -= int64(len(data)); *left < 0 {
		return nil, say.New("too large")
	}
	return data, err
}

// textCodes returns the character data of the elements TextCode, and Remark within annotations.
func textCodes(data []byte) ([]Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	var out []Node
	var names []string
	for {
		at := int(d.InputOffset())
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			names = append(names, t.Name.Local)
		case xml.EndElement:
			if len(names) > 0 {
				names = names[:len(names)-1]
			}
		case xml.CharData:
			if n := len(names); n > 0 && (names[n-1] == "TextCode" || names[n-1] == "Remark" && names[0] == "PageAnnot") && source.Squeeze(string(t)) != "" {
				out = append(out, Node{At: at, Text: string(t)})
			}
		}
	}
}
