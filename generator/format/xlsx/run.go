package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/source"
)

// A run is a stretch of a string of a workbook that is set high, low or struck out, in bytes.
type run struct {
	start, end int
	kind       source.MarkKind
}

// strings reads which of the workbook's strings have such stretches, by their numbers.
func (w *reader) strings() (map[int][]run, error) {
	const part = "xl/sharedStrings.xml"
	out := map[int][]run{}
	if !w.a.Has(part) {
		return out, nil
	}
	data, err := w.a.Read(part)
	if err != nil {
		return nil, err
	}
	n := 0
	x := archive.Within(data, "sst")
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "si" {
			x.Skip()
			return
		}
		if runs := cellText(x); runs != nil {
			out[n] = runs
		}
		n++
	})
	return out, x.Failed(part)
}

// cellText reads the stretches of a string and steps out of it.
func cellText(x *archive.Reader) []run {
	var out []run
	at := 0
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "t":
			at += len(x.Text())
		case "r":
			var kinds []source.MarkKind
			start := at
			x.Children(func(e xml.StartElement) {
				switch e.Name.Local {
				case "rPr":
					kinds = runKinds(x)
				case "t":
					at += len(x.Text())
				default:
					x.Skip()
				}
			})
			for _, k := range kinds {
				out = append(out, run{start, at, k})
			}
		default:
			x.Skip()
		}
	})
	return out
}

// runKinds reads the properties of a stretch.
func runKinds(x *archive.Reader) []source.MarkKind {
	var out []source.MarkKind
	x.Children(func(e xml.StartElement) {
		switch v := archive.Value(e, "val"); {
		case e.Name.Local == "vertAlign" && v == "superscript":
			out = append(out, source.Superscript)
		case e.Name.Local == "vertAlign" && v == "subscript":
			out = append(out, source.Subscript)
		case e.Name.Local == "strike" && archive.On(e):
			out = append(out, source.Struck)
		}
		x.Skip()
	})
	return out
}

// mark keeps the marks of a cell whose lines stand at start, if they are what the file has.
func (w *reader) mark(g *grid, c cell, start int) {
	runs := g.sheet.runs[c.at]
	if runs == nil || c.raw != strings.Join(c.Lines, "\n") {
		return
	}
	for _, r := range runs {
		s := source.Trim(c.raw, source.Span{Start: r.start, End: min(r.end, len(c.raw))})
		if !s.Empty() {
			w.marks = append(w.marks, source.Mark{Span: source.Span{Start: start + s.Start, End: start + s.End}, Kind: r.kind})
		}
	}
}

// stringOf returns the number of a string of the workbook.
func stringOf(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return -1
	}
	return n
}
