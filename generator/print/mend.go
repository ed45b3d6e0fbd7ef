package print

import (
	"bytes"
	"compress/zlib"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"zhengce/generator/say"
)

// settle takes out of the file what is not the same every time: the clock, the browser's name, and
// its running numbers of elements, which keep their order.
func (f *pdfFile) settle() {
	info := datePattern.ReplaceAll(f.objects[f.info], nil)
	f.objects[f.info] = creatorPattern.ReplaceAll(info, []byte("/Creator (zhengce)"))
	found := map[string]bool{}
	for _, body := range f.objects {
		if isStream(body) {
			continue
		}
		for _, id := range nodePattern.FindAll(body, -1) {
			found[string(id)] = true
		}
	}
	var ids []string
	for id := range found {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	settled := map[string][]byte{}
	for i, id := range ids {
		settled[id] = fmt.Appendf(nil, "(node%08d)", i+1)
	}
	for n, body := range f.objects {
		if bytes.Contains(body, []byte("(node")) && !isStream(body) {
			f.objects[n] = nodePattern.ReplaceAllFunc(body, func(id []byte) []byte { return settled[string(id)] })
		}
	}
}

var (
	datePattern    = regexp.MustCompile(`\s*/(CreationDate|ModDate) \([^)]*\)`)
	creatorPattern = regexp.MustCompile(`/Creator (\((?:\\.|[^\\)])*\)|<[^>]*>)`)
	nodePattern    = regexp.MustCompile(`\(node\d{8}\)`)
)

// label says that front pages come before page 1, numbered I, II; the first of them is the cover.
func (f *pdfFile) label(front int) {
	labels := "<</Nums [0 <</S /D>>]>>"
	if front > 0 {
		labels = fmt.Sprintf("<</Nums [0 <</P <FEFF5C019762>>> 1 <</S /R>> %d <</S /D>>]>>", front)
	}
	f.enter("/PageMode /UseOutlines\n/PageLabels " + labels)
}

// mend gives characters back that the browser took for others with the same glyph: it knows the
// glyph of 人 only by the lowest character that has it, the radical ⼈. The text is what the page
// holds; a character of it is never touched.
func (f *pdfFile) mend(text map[rune]bool) error {
	done := map[int]bool{}
	for _, n := range f.numbers() {
		body := f.objects[n]
		if isStream(body) {
			continue
		}
		at := reference(body, "ToUnicode")
		if at == 0 || done[at] {
			continue
		}
		done[at] = true
		old, err := f.stream(at)
		if err != nil {
			return say.Errorf("characters of a font: %w", err)
		}
		if mended := mendMap(string(old), text); mended != string(old) {
			f.setStream(at, []byte(mended))
		}
	}
	return nil
}

func isStream(body []byte) bool { return bytes.HasSuffix(body, []byte("endstream")) }

var lengthPattern = regexp.MustCompile(`/Length (\d+)`)

// stream returns what a compressed stream holds.
func (f *pdfFile) stream(n int) ([]byte, error) {
	body := f.objects[n]
	start := bytes.Index(body, []byte("stream\n"))
	if start < 0 {
		return nil, errForm
	}
	length := lengthPattern.FindSubmatch(body[:start])
	if length == nil || !bytes.Contains(body[:start], []byte("/FlateDecode")) {
		return nil, errForm
	}
	size, err := strconv.Atoi(string(length[1]))
	if start += len("stream\n"); err != nil || start+size > len(body) {
		return nil, errForm
	}
	r, err := zlib.NewReader(bytes.NewReader(body[start : start+size]))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// writers are kept, for each takes nearly a megabyte and a file has dozens of streams.
var writers = sync.Pool{New: func() any { return zlib.NewWriter(nil) }}

// setStream makes object n a compressed stream.
func (f *pdfFile) setStream(n int, data []byte) {
	var z bytes.Buffer
	w := writers.Get().(*zlib.Writer)
	w.Reset(&z)
	w.Write(data)
	w.Close()
	writers.Put(w)
	f.objects[n] = fmt.Appendf(nil, "<</Filter /FlateDecode\n/Length %d>> stream\n%s\nendstream", z.Len(), z.Bytes())
}

var (
	blockPattern = regexp.MustCompile(`(?s)\d+ beginbf(char|range)\n(.*?)endbf(?:char|range)\n`)
	hexPattern   = regexp.MustCompile(`<([0-9A-Fa-f]+)>`)
)

// mostEntries is how many characters PDF allows in one block of a map.
const mostEntries = 100

// mendMap mends a map of codes to characters. Ranges of a map that is changed become single
// characters.
func mendMap(cmap string, text map[rune]bool) string {
	type entry struct{ code, char string }
	var entries []entry
	changed := false
	add := func(code uint64, width int, char string) {
		if right := rightful(char, text); right != char {
			char, changed = right, true
		}
		entries = append(entries, entry{fmt.Sprintf("%0*X", width, code), char})
	}
	for _, block := range blockPattern.FindAllStringSubmatch(cmap, -1) {
		for line := range strings.Lines(block[2]) {
			parts := hexPattern.FindAllStringSubmatch(line, -1)
			if len(parts) < 2 {
				continue
			}
			width := len(parts[0][1])
			first, _ := strconv.ParseUint(parts[0][1], 16, 32)
			last := first
			if block[1] == "range" {
				if len(parts) != 3 {
					return cmap
				}
				last, _ = strconv.ParseUint(parts[1][1], 16, 32)
			}
			char := decode(parts[len(parts)-1][1])
			for code := first; code <= last && code-first < 1<<16; code++ {
				add(code, width, char)
				char = next(char)
			}
		}
	}
	if !changed {
		return cmap
	}
	var b strings.Builder
	for chunk := range slices.Chunk(entries, mostEntries) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(chunk))
		for _, e := range chunk {
			fmt.Fprintf(&b, "<%s> <%s>\n", e.code, encode(e.char))
		}
		b.WriteString("endbfchar\n")
	}
	all := blockPattern.FindAllStringIndex(cmap, -1)
	return cmap[:all[0][0]] + b.String() + cmap[all[len(all)-1][1]:]
}

// decode returns the characters of UTF-16 in hexadecimal.
func decode(digits string) string {
	raw, err := hex.DecodeString(digits)
	if err != nil || len(raw)%2 != 0 {
		return ""
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i])<<8 | uint16(raw[2*i+1])
	}
	return string(utf16.Decode(units))
}

// encode is the opposite of decode.
func encode(s string) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String()
}

// next returns s with its last character raised by one, as the next code of a range has it.
func next(s string) string {
	r, n := utf8.DecodeLastRuneInString(s)
	return s[:len(s)-n] + string(r+1)
}

// rightful returns the character of text that looks like s, where s itself is not in text.
func rightful(s string, text map[rune]bool) string {
	r, n := utf8.DecodeRuneInString(s)
	if n != len(s) || text[r] {
		return s
	}
	for _, twin := range twins[r] {
		if text[twin] {
			return string(twin)
		}
	}
	if same := norm.NFKC.String(s); same != s {
		if c, n := utf8.DecodeRuneInString(same); n == len(same) && text[c] {
			return same
		}
	}
	return s
}

//go:embed twins.txt
var twinsFile string

// twins are the characters that look like another.
var twins = func() map[rune][]rune {
	out := map[rune][]rune{}
	for line := range strings.Lines(twinsFile) {
		if r := []rune(strings.ReplaceAll(strings.TrimSpace(line), " ", "")); len(r) >= 2 && r[0] != '#' {
			out[r[0]] = append(out[r[0]], r[1:]...)
		}
	}
	return out
}()
