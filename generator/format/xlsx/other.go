package xlsx

import (
	"encoding/xml"
	"sort"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/say"
)

// others reads the text of the workbook that stands in no cell: text boxes are lines, comments are
// noise, and what charts and drawings of other kinds say is left out.
func (w *reader) others() error {
	var names []string
	for name := range w.a.Parts {
		if strings.HasPrefix(name, "xl/media/") {
			w.images++
		}
		if textOf(name) != "" {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		data, err := w.a.Read(name)
		if err != nil {
			return err
		}
		if err := w.other(name, data); err != nil {
			return say.Errorf("part %q: %w", name, err)
		}
	}
	return nil
}

// textOf tells what text a part holds: of a "comment", a "box" or an "object"; "" if none.
func textOf(name string) string {
	for _, k := range []struct{ start, kind string }{
		{"xl/comments", "comment"}, {"xl/threadedcomments/", "comment"}, {"xl/drawings/drawing", "box"}, {"xl/charts/chart", "object"}, {"xl/diagrams/data", "object"},
	} {
		if strings.HasPrefix(name, k.start) && strings.HasSuffix(name, ".xml") {
			return k.kind
		}
	}
	return ""
}

// other reads a part with text that stands in no cell, paragraph by paragraph.
func (w *reader) other(name string, data []byte) error {
	kind := textOf(name)
	part := strings.TrimPrefix(strings.ReplaceAll(w.a.Parts[name].Name, `\`, "/"), "/")
	x := archive.WithinAny(data)
	var line strings.Builder
	at := 0
	flush := func() {
		w.aside(part, at, line.String(), kind)
		line.Reset()
	}
	var walk func()
	walk = func() {
		x.Children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "t", "v":
				if line.Len() == 0 {
					at = x.Offset()
				}
				if e.Name.Local == "t" || kind == "object" {
					line.WriteString(x.Text())
					return
				}
				x.Skip()
			case "text":
				if kind == "comment" && strings.Contains(name, "threaded") {
					at = x.Offset()
					line.WriteString(x.Text())
					flush()
					return
				}
				walk()
				flush()
			case "p", "pt":
				walk()
				flush()
			default:
				walk()
			}
		})
	}
	walk()
	flush()
	return x.Err
}
