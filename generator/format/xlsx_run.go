package format

import (
	"encoding/xml"
	"strconv"
	"strings"

	"zhengce/generator/source"
)

// An xlsxRun is a stretch of a string of a workbook that is set high, low or struck out, in bytes.
type xlsxRun struct {
	start, end int
	kind       source.MarkKind
}

// strings reads which of the workbook's strings have such stretches, by their numbers.
func (w *xlsx) strings() (map[int][]xlsxRun, error) {
	const part = "xl/sharedStrings.xml"
	out := map[int][]xlsxRun{}
	if !w.a.has(part) {
		return out, nil
	}
	data, err := w.a.read(part)
	if err != nil {
		return nil, err
	}
	n := 0
	x := newXML(data, "sst")
	x.children(func(e xml.StartElement) {
		if e.Name.Local != "si" {
			x.skip()
			return
		}
		if runs := cellText(x); runs != nil {
			out[n] = runs
		}
		n++
	})
	return out, (&ofdPage{part: part}).failed(x)
}

// cellText reads the stretches of a string and steps out of it.
func cellText(x *xmlReader) []xlsxRun {
	var out []xlsxRun
	at := 0
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "t":
			at += len(x.text())
		case "r":
			var kinds []source.MarkKind
			start := at
			x.children(func(e xml.StartElement) {
				switch e.Name.Local {
				case "rPr":
					kinds = runKinds(x)
				case "t":
					at += len(x.text())
				default:
					x.skip()
				}
			})
			for _, k := range kinds {
				out = append(out, xlsxRun{start, at, k})
			}
		default:
			x.skip()
		}
	})
	return out
}

// runKinds reads the properties of a stretch.
func runKinds(x *xmlReader) []source.MarkKind {
	var out []source.MarkKind
	x.children(func(e xml.StartElement) {
		switch v := value(e, "val"); {
		case e.Name.Local == "vertAlign" && v == "superscript":
			out = append(out, source.Superscript)
		case e.Name.Local == "vertAlign" && v == "subscript":
			out = append(out, source.Subscript)
		case e.Name.Local == "strike" && on(e):
			out = append(out, source.Struck)
		}
		x.skip()
	})
	return out
}

// mark keeps the marks of a cell whose lines stand at start, if they are what the file has.
func (w *xlsx) mark(g *xlsxGrid, c xlsxCell, start int) {
	runs := g.sheet.runs[c.at]
	if runs == nil || c.raw != strings.Join(c.lines, "\n") {
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
