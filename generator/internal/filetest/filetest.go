// Package filetest makes files for tests and holds what every reader of files promises.
package filetest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"zhengce/generator/source"
)

// Check holds what every reader promises: valid text; blocks in order and apart, each within
// the text and with cells in order within it; every character but white space in one block; noise
// made of whole blocks.
func Check(t testing.TB, f *source.File) {
	t.Helper()
	if !utf8.ValidString(f.Text) {
		t.Fatalf("text is no valid UTF-8: %q", f.Text)
	}
	end := 0
	for _, b := range f.Blocks {
		if b.Start < end || b.End > len(f.Text) || b.Empty() || f.Trim(b.Span) != b.Span {
			t.Fatalf("block %v follows %d in %q", b.Span, end, f.Text)
		}
		if s := source.Squeeze(f.Text[end:b.Start]); s != "" {
			t.Fatalf("%q stands in no block of %q", s, f.Text)
		}
		checkCells(t, f, b)
		end = b.End
	}
	if s := source.Squeeze(f.Text[end:]); s != "" {
		t.Fatalf("%q stands in no block of %q", s, f.Text)
	}
	last := 0
	for _, n := range f.Noise {
		if n.Start < last || n.Empty() || n.Reason == "" {
			t.Fatalf("noise %v follows %d", n, last)
		}
		last = n.End
		for _, b := range f.Blocks {
			if n.Overlaps(b.Span) && !n.Contains(b.Span) {
				t.Fatalf("noise %v cuts block %v", n, b.Span)
			}
		}
	}
	checkAccount(t, f)
	for _, e := range f.Problems {
		if e.Code == "" || e.Message == "" || e.Line < 0 {
			t.Fatalf("problem without code, message or place: %+v", e)
		}
	}
}

// checkAccount holds that what is shown or noise stands in the text, that what is not has a reason,
// that marks lie in the text in their order, and that the second reading found nothing else.
func checkAccount(t testing.TB, f *source.File) {
	t.Helper()
	for _, e := range f.Account {
		if e.Fate == source.LeftOut != e.Span.Empty() && source.Squeeze(e.Text) != "" && e.Fate != source.Shown || e.Span.Start < 0 || e.Span.End > len(f.Text) || e.Span.Start > e.Span.End {
			t.Fatalf("entry %+v in a text of %d bytes", e, len(f.Text))
		}
		if e.Fate != source.Shown && e.Reason == "" || !utf8.ValidString(f.Slice(e.Span)) {
			t.Fatalf("entry %+v", e)
		}
	}
	last := map[source.MarkKind]int{}
	for _, m := range f.Marks {
		if m.Start < last[m.Kind] || m.Empty() || m.End > len(f.Text) || !utf8.ValidString(f.Slice(m.Span)) {
			t.Fatalf("mark %+v", m)
		}
		last[m.Kind] = m.End
	}
	for _, l := range f.Losses {
		t.Errorf("lost: %+v", l)
	}
}

// checkCells holds that the cells of a table hold its text, in order and each in its column.
func checkCells(t testing.TB, f *source.File, b source.Block) {
	t.Helper()
	if b.Kind != source.Table {
		return
	}
	at := b.Start
	for _, row := range b.Rows {
		col := 0
		for _, c := range row {
			if c.Start < at || c.End > b.End || c.Col < col || c.RowSpan < 1 || c.ColSpan < 1 {
				t.Fatalf("cell %+v follows %d in table %v", c, at, b.Span)
			}
			if s := source.Squeeze(f.Text[at:c.Start]); s != "" {
				t.Fatalf("%q stands in no cell", s)
			}
			at, col = c.End, c.Col+c.ColSpan
		}
	}
	if s := source.Squeeze(f.Text[at:b.End]); s != "" {
		t.Fatalf("%q stands in no cell", s)
	}
}

// Zip returns an archive of parts by name and text. They are stored as they are, so that the fuzzer's
// bytes stand in the file.
func Zip(parts ...[2]string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p[0], Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(p[1]))
		}
		if err != nil {
			panic(err)
		}
	}
	z.Close()
	return b.Bytes()
}

// WellFormed reports whether texts are XML in which every element that begins ends. What is none, a reader
// and a second reading may part in different ways.
func WellFormed(texts ...string) bool {
	for _, text := range texts {
		d := xml.NewDecoder(strings.NewReader(text))
		for depth, roots := 0, 0; ; {
			t, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			switch t := t.(type) {
			case xml.StartElement:
				if depth == 0 {
					roots++
				}
				depth++
			case xml.EndElement:
				depth--
			case xml.CharData:
				if depth == 0 && len(bytes.TrimSpace(t)) > 0 {
					return false
				}
			}
			if err != nil || roots > 1 {
				return false
			}
		}
	}
	return true
}
