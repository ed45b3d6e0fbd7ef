package xlsx

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

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
			at += len(unescaped(x.Text()))
		case "r":
			var kinds []source.MarkKind
			start := at
			x.Children(func(e xml.StartElement) {
				switch e.Name.Local {
				case "rPr":
					kinds = runKinds(x)
				case "t":
					at += len(unescaped(x.Text()))
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

// escape is a character that XML does not hold, 「_x000D_」, or the beginning of one that is none.
var escape = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped returns the text of a string as cells have it.
func unescaped(text string) string {
	return escape.ReplaceAllStringFunc(text, func(e string) string {
		n, _ := strconv.ParseUint(e[2:6], 16, 16)
		if utf16.IsSurrogate(rune(n)) {
			return ""
		}
		return string(rune(n))
	})
}

// mark keeps the marks of a cell whose lines stand at start.
func (w *reader) mark(g *grid, c cell, start int) {
	runs := g.sheet.runs[c.at]
	if runs == nil {
		return
	}
	places := placesOf(c.raw, strings.Join(c.Lines, "\n"))
	for _, r := range runs {
		s := source.Span{Start: -1}
		for i := r.start; i < min(r.end, len(places)); i++ {
			if at := places[i]; at >= 0 {
				if s.Start < 0 {
					s.Start = start + at
				}
				_, n := utf8.DecodeRuneInString(c.raw[i:])
				s.End = start + at + n
			}
		}
		if s.Start >= 0 {
			w.marks = append(w.marks, source.Mark{Span: s, Kind: r.kind})
		}
	}
}

// placesOf returns for each byte of raw with which a character begins where that stands in shown, -1 for others and for
// white space; nil where the texts differ in more than that and in control characters.
func placesOf(raw, shown string) []int {
	out := make([]int, len(raw))
	for i := range out {
		out[i] = -1
	}
	at := 0
	for i, r := range raw {
		if source.IsSpace(r) || unicode.IsControl(r) {
			continue
		}
		at += len(shown[at:]) - len(strings.TrimLeftFunc(shown[at:], source.IsSpace))
		have, n := utf8.DecodeRuneInString(shown[at:])
		if have != r || n == 0 {
			return nil
		}
		out[i] = at
		at += n
	}
	return out
}

// stringOf returns the number of a string of the workbook.
func stringOf(text string) int {
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil {
		return -1
	}
	return n
}
