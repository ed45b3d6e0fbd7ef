// Package formattest reads files for tests, as the commands do.
package formattest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"zhengce/generator/format"
	"zhengce/generator/internal/filetest"
	"zhengce/generator/source"
)

// Read reads data as a file of the name.
func Read(t testing.TB, name string, data []byte) (*source.File, error) {
	t.Helper()
	f, err := format.Read(fstest.MapFS{name: {Data: data}}, name)
	if err == nil {
		filetest.Check(t, f)
	}
	return f, err
}

// Shown returns the blocks of a file, one a line: noise behind "-", tables row by row with their cells.
func Shown(f *source.File) string {
	var b strings.Builder
	for _, block := range f.Blocks {
		if block.Kind == source.Table {
			for _, row := range block.Rows {
				b.WriteByte('|')
				for _, c := range row {
					if c.Header {
						b.WriteByte('*')
					}
					b.WriteString(strings.ReplaceAll(f.Slice(c.Span), "\n", "⏎"))
					if c.RowSpan > 1 || c.ColSpan > 1 {
						fmt.Fprintf(&b, "{%d×%d}", c.RowSpan, c.ColSpan)
					}
					fmt.Fprintf(&b, "@%d|", c.Col)
				}
				b.WriteByte('\n')
			}
			continue
		}
		for _, n := range f.Noise {
			if n.Contains(block.Span) {
				b.WriteString("- ")
			}
		}
		b.WriteString(f.Slice(block.Span) + "\n")
	}
	return b.String()
}

// Holds checks the blocks and the fields that the page says of the paper in a file of the given name.
func Holds(t testing.TB, name, file, want string, meta []source.Field) {
	t.Helper()
	f, err := Read(t, name, []byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, Shown(f)); diff != "" {
		t.Errorf("blocks (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(meta, f.Meta); diff != "" {
		t.Errorf("fields (-want +got):\n%s", diff)
	}
}

// Refused holds that files are refused soon and with one clear line. Each is its name, its bytes and how
// the line begins.
func Refused(t *testing.T, tests [][3]string) {
	t.Helper()
	for _, tt := range tests {
		start := time.Now()
		name, data, want := tt[0], tt[1], tt[2]
		_, err := Read(t, name, []byte(data))
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.ContainsAny(err.Error(), "\n\t") {
			t.Errorf("%s with %.40q: error %v, want %s", name, data, err, want)
		}
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s with %.40q took %v", name, data, d)
		}
	}
}

// Fuzz reads data as a file of the name: it is refused with one clear line, or keeps every promise, and
// its account explains every character that a second reading finds. The file is nil where it is refused.
func Fuzz(t *testing.T, name string, data []byte) *source.File {
	t.Helper()
	return fuzz(t, name, data, func(f *source.File, l source.Loss) bool {
		return f.Encoding != "UTF-8" || // random bytes are text in several encodings
			strings.HasPrefix(l.Text, "第二次读取失败") || // XML that the reader does not look at
			slices.ContainsFunc(f.Problems, func(e *source.Error) bool { return e.Code == "unknown-elements" })
	})
}

// FuzzBroken holds the same but for what is lost: text may stand where the format has no place for it.
func FuzzBroken(t *testing.T, name string, data []byte) {
	t.Helper()
	fuzz(t, name, data, func(*source.File, source.Loss) bool { return true })
}

// fuzz reads a file and checks it, less the losses that it may have.
func fuzz(t *testing.T, name string, data []byte, may func(*source.File, source.Loss) bool) *source.File {
	t.Helper()
	f, err := format.Read(fstest.MapFS{name: {Data: data}}, name)
	if err != nil {
		if err.Error() == "" || strings.Contains(err.Error(), "\n") {
			t.Fatalf("error is no one clear line: %q", err)
		}
		return nil
	}
	f.Losses = slices.DeleteFunc(f.Losses, func(l source.Loss) bool { return may(f, l) })
	filetest.Check(t, f)
	return f
}

// Han returns how often each Han character stands in text.
func Han(text string) map[rune]int {
	out := map[rune]int{}
	for _, r := range text {
		if unicode.Is(unicode.Han, r) {
			out[r]++
		}
	}
	return out
}

// Paper is the text of a file without its noise; tables have | between cells.
func Paper(f *source.File) string {
	var b strings.Builder
	for _, block := range f.Blocks {
		noise := false
		for _, n := range f.Noise {
			noise = noise || n.Overlaps(block.Span)
		}
		switch {
		case noise:
		case block.Rows != nil:
			for _, row := range block.Rows {
				for _, c := range row {
					fmt.Fprintf(&b, "|%s", strings.ReplaceAll(f.Slice(c.Span), "\n", "/"))
					if c.RowSpan > 1 || c.ColSpan > 1 {
						fmt.Fprintf(&b, "(%d×%d)", c.RowSpan, c.ColSpan)
					}
				}
				b.WriteString("|\n")
			}
		default:
			b.WriteString(f.Slice(block.Span) + "\n")
		}
	}
	return b.String()
}

// Noise are the stretches of noise of a file with their reasons.
func Noise(f *source.File) string {
	var out []string
	for _, n := range f.Noise {
		out = append(out, n.Reason+"："+strings.ReplaceAll(f.Slice(n.Span), "\n", "/"))
	}
	return strings.Join(out, "；")
}
