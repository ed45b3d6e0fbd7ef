package audit

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"zhengce/generator/say"
)

// sheetColumns is how many columns a sheet has; the places of cells count by row and column.
const sheetColumns = 16_384

// XLSX returns the values of all cells of a workbook as the file has them, the names of its sheets, their
// headers and footers, and the text of its comments, text boxes, charts and diagrams.
func XLSX(data []byte) ([]Part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, err
	}
	texts, err := bookParts(z)
	if err != nil {
		return nil, err
	}
	shared, err := sharedStrings(texts["xl/sharedStrings.xml"])
	if err != nil {
		return nil, err
	}
	var out []Part
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		nodes, err := bookNodes(name, texts[name], shared)
		if err != nil {
			return nil, say.Errorf("part %q: %w", name, err)
		}
		if nodes != nil {
			out = append(out, Part{name, nodes})
		}
	}
	return out, nil
}

// bookParts unpacks the parts of a workbook.
func bookParts(z *zip.Reader) (map[string][]byte, error) {
	left := int64(maxWalk)
	out := map[string][]byte{}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if !strings.HasPrefix(strings.ToLower(name), "xl/") || !strings.HasSuffix(strings.ToLower(name), ".xml") {
			continue
		}
		text, err := unpack(f, &left)
		if err != nil {
			return nil, say.Errorf("part %q: %w", f.Name, err)
		}
		out[name] = text
	}
	return out, nil
}

// bookNodes returns what a part of a workbook says.
func bookNodes(name string, data []byte, shared []string) ([]Node, error) {
	switch dir := strings.ToLower(path.Dir(name)); {
	case dir == "xl/worksheets":
		return cellValues(data, shared)
	case name == "xl/workbook.xml":
		return sheetNames(data)
	case dir == "xl/charts", dir == "xl/diagrams" && strings.Contains(name, "data"):
		return textWithin(data, "t", "v")
	case dir == "xl/drawings", dir == "xl" && strings.Contains(name, "comments"):
		return textWithin(data, "t")
	case dir == "xl/threadedcomments":
		return textWithin(data, "text")
	}
	return nil, nil
}

// walkXML calls start, text and end for what a part holds.
func walkXML(data []byte, start func(xml.StartElement), text func(at int, s string), end func(name string)) error {
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		at := int(d.InputOffset())
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			start(t)
		case xml.CharData:
			text(at, string(t))
		case xml.EndElement:
			end(t.Name.Local)
		}
	}
}

// textWithin returns the character data of the elements with one of the names.
func textWithin(data []byte, names ...string) ([]Node, error) {
	var out []Node
	within := ""
	err := walkXML(data, func(e xml.StartElement) { within = e.Name.Local }, func(at int, s string) {
		if slices.Contains(names, within) {
			out = append(out, Node{at, s})
		}
	}, func(string) { within = "" })
	return out, err
}

func sheetNames(data []byte) ([]Node, error) {
	var out []Node
	err := walkXML(data, func(e xml.StartElement) {
		if e.Name.Local == "sheet" {
			out = append(out, Node{len(out), attribute(e, "name")})
		}
	}, func(int, string) {}, func(string) {})
	return out, err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// sharedStrings returns the strings that cells name by their number, without readings above them.
func sharedStrings(data []byte) ([]string, error) {
	var out []string
	var names []string
	err := walkXML(data, func(e xml.StartElement) {
		names = append(names, e.Name.Local)
		if e.Name.Local == "si" {
			out = append(out, "")
		}
	}, func(_ int, s string) {
		if n := len(names); n > 0 && names[n-1] == "t" && !slices.Contains(names, "rPh") && len(out) > 0 {
			out[len(out)-1] += escaped(s)
		}
	}, func(string) { names = names[:max(0, len(names)-1)] })
	return out, err
}

var escape = regexp.MustCompile(`_x([0-9A-Fa-f]{4})_`)

// escaped resolves the way in which workbooks write characters that XML cannot: _x000D_.
func escaped(s string) string {
	return escape.ReplaceAllStringFunc(s, func(m string) string {
		n, err := strconv.ParseUint(m[2:6], 16, 32)
		if err != nil {
			return m
		}
		return string(rune(n))
	})
}

// cellValues returns the values of the cells of a sheet, then its headers and footers.
func cellValues(data []byte, shared []string) ([]Node, error) {
	var out []Node
	var names []string
	var kind, text string
	row, col := 0, 0
	err := walkXML(data, func(e xml.StartElement) {
		names = append(names, e.Name.Local)
		switch e.Name.Local {
		case "row":
			row, col = row+1, 0
			if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
				row = n
			}
		case "c":
			col++
			if n := columnOf(attribute(e, "r")); n > 0 {
				col = n
			}
			kind, text = attribute(e, "t"), ""
		}
	}, func(at int, s string) {
		switch n := len(names); {
		case n == 0 || slices.Contains(names, "rPh"):
		case names[n-1] == "v", names[n-1] == "t" && kind == "inlineStr":
			text += s
		case n > 1 && names[n-2] == "headerFooter":
			out = append(out, Node{sheetColumns*1_048_578 + at, s})
		}
	}, func(name string) {
		names = names[:max(0, len(names)-1)]
		if name == "c" && text != "" {
			out = append(out, Node{row*sheetColumns + col, resolve(kind, text, shared)})
			text = ""
		}
	})
	return out, err
}

// resolve returns the value of a cell.
func resolve(kind, text string, shared []string) string {
	if kind == "s" {
		if n, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && 0 <= n && n < len(shared) {
			return shared[n]
		}
	}
	return escaped(text)
}

// columnOf returns the column of a cell's name: 28 for AB7.
func columnOf(name string) int {
	n := 0
	for _, r := range name {
		if r < 'A' || r > 'Z' || n > sheetColumns {
			break
		}
		n = n*26 + int(r-'A') + 1
	}
	return n
}
