package formattest

import (
	"encoding/json"
	"strings"
	"testing"

	"golang.org/x/text/width"

	"zhengce/generator/document"
	"zhengce/generator/extract"
	"zhengce/generator/policy"
	"zhengce/generator/record"
	"zhengce/generator/source"
)

// Findings returns the record of a file without what depends on its form: name, digest, places.
func Findings(t testing.TB, f *source.File) any {
	t.Helper()
	d, _ := document.Parse(f)
	facts, _ := extract.Document(d)
	data, err := json.Marshal(record.New(facts))
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"file", "sha256", "format", "encoding", "fields", "problems", "noise"} {
		delete(out, key)
	}
	return placeless(out)
}

// placeless returns v without spans and, in its texts, without white space.
func placeless(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "span")
		for k := range v {
			v[k] = placeless(v[k])
		}
	case []any:
		for i := range v {
			v[i] = placeless(v[i])
		}
	case string:
		return source.Squeeze(v)
	}
	return v
}

// Wrapped writes a paper with its paragraphs broken at a number of full-width characters. What a
// scrape left of a table stays as it is.
func Wrapped(f *source.File, characters int, indent, between string) string {
	d, _ := document.Parse(f)
	var b strings.Builder
	for _, block := range d.Blocks {
		text := f.Slice(block.Span)
		if block.Table != nil {
			b.WriteString("\n" + text + "\n")
			continue
		}
		at := 0
		for _, r := range indent + text {
			n := 1
			if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth || k == width.EastAsianAmbiguous {
				n = 2
			}
			if at += n; at > 2*characters {
				b.WriteByte('\n')
				at = n
			}
			b.WriteRune(r)
		}
		b.WriteString("\n" + between)
	}
	return b.String()
}

// Spans returns the places of measures, agencies and indicators.
func Spans(facts *policy.Facts) []source.Span {
	var out []source.Span
	for _, m := range facts.Measures {
		out = append(out, m.Span)
	}
	for _, a := range facts.Assignments {
		for _, g := range a.Agencies {
			out = append(out, g.Span)
		}
	}
	for _, i := range facts.Indicators {
		out = append(out, i.Span)
	}
	return out
}
