package format

import (
	"fmt"
	"html"
	"math"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"zhengce/generator/source"
)

const (
	pageNumberReason  = "页码"
	runningHeadReason = "页眉页脚"
)

// A pdfWord is a word with its place on the page, y downwards.
type pdfWord struct {
	x0, y0, x1, y1 float64
	text           string
}

func (w *pdfWord) height() float64 { return w.y1 - w.y0 }

// A pdfRow is what stands on one line of a page.
type pdfRow struct {
	pdfWord
	page   int
	size   float64 // width of a Chinese character, or of two letters
	gaps   int     // gaps as wide as between the columns of a table
	reason string  // it is no part of the paper
}

var (
	pdfPage = regexp.MustCompile(`^\s*<page width="([\d.]+)" height="([\d.]+)"`)
	pdfText = regexp.MustCompile(`^\s*<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*)</word>`)
)

// readLayout puts the words of pdftotext's -bbox-layout together to lines and paragraphs.
func readLayout(name, layout string) (*source.File, error) {
	var b builder
	pages, radicals, chars, bad := 0, 0, 0, 0
	var rows []pdfRow
	var words []pdfWord
	flush := func() {
		rows = append(rows, rowsOfPage(words, pages)...)
		words = nil
	}
	for _, line := range strings.Split(layout, "\n") {
		if pdfPage.MatchString(line) {
			flush()
			pages++
			continue
		}
		m := pdfText.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		text := strings.ToValidUTF8(html.UnescapeString(m[5]), string(utf8.RuneError))
		for _, r := range text {
			chars++
			if unicode.Is(unicode.Co, r) || r == utf8.RuneError || unicode.IsControl(r) {
				bad++
			}
		}
		text, n := unify(text)
		radicals += n
		words = append(words, pdfWord{coordinate(m[1]), coordinate(m[2]), coordinate(m[3]), coordinate(m[4]), text})
	}
	flush()
	switch {
	case chars < 8*pages || chars == 0:
		return nil, fmt.Errorf("the PDF has no text: its pages (%d) are pictures; run a text recognition over it, such as ocrmypdf -l chi_sim, or find the paper as .docx", pages)
	case bad*5 > chars:
		return nil, fmt.Errorf("the PDF does not say which characters its fonts draw; run a text recognition over it, or find the paper as .docx")
	}
	markMargins(rows, pages)
	joinRows(&b, rows)
	if radicals > 0 {
		b.whole("radicals", "codes of radicals were read as the characters that look the same (%d)", radicals)
	}
	return b.file(name, "pdf", "UTF-8")
}

func coordinate(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(v) > 1e7 {
		return 0
	}
	return v
}

// unify turns radicals, which PDFs write for the characters of the same shape, into those, and the
// soft hyphen, which some write for every hyphen, into a plain one.
func unify(text string) (string, int) {
	n := 0
	text = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00AD':
			return '-'
		case 0x2E80 <= r && r <= 0x2FDF:
			if u, _ := utf8.DecodeRuneInString(norm.NFKC.String(string(r))); u != r {
				n++
				return u
			}
		}
		return r
	}, text)
	return text, n
}

// rowsOfPage puts the words of a page into lines from top to bottom.
func rowsOfPage(words []pdfWord, page int) []pdfRow {
	sort.SliceStable(words, func(i, j int) bool { return words[i].y0+words[i].y1 < words[j].y0+words[j].y1 })
	var rows []pdfRow
	for from := 0; from < len(words); {
		first := words[from]
		to := from + 1
		for to < len(words) && (words[to].y0+words[to].y1-first.y0-first.y1)/2 < 0.3*math.Min(first.height(), words[to].height()) {
			to++
		}
		rows = append(rows, joinWords(words[from:to], page))
		from = to
	}
	return rows
}

// joinWords makes one line of words that stand on it.
func joinWords(words []pdfWord, page int) pdfRow {
	sort.SliceStable(words, func(i, j int) bool { return words[i].x0 < words[j].x0 })
	row := pdfRow{pdfWord: words[0], page: page, size: sizeOf(words)}
	var text strings.Builder
	for i, w := range words {
		if i > 0 {
			switch gap := w.x0 - row.x1; {
			case gap > 1.2*row.size:
				text.WriteString("  ")
				row.gaps++
			case spaced(text.String(), w.text) && gap > 0.1*row.size:
				text.WriteByte(' ')
			}
		}
		text.WriteString(w.text)
		row.x1 = math.Max(row.x1, w.x1)
		row.y0, row.y1 = math.Min(row.y0, w.y0), math.Max(row.y1, w.y1)
	}
	row.text = text.String()
	return row
}

// sizeOf returns the size of the writing by the widths of its characters: the heights that fonts
// state are up to three times as large.
func sizeOf(words []pdfWord) float64 {
	width, characters := 0.0, 0.0
	for _, w := range words {
		width += w.x1 - w.x0
		for _, r := range w.text {
			if r < 0x2000 {
				characters += 0.5
			} else {
				characters++
			}
		}
	}
	if width <= 0 || characters == 0 {
		return 1
	}
	return width / characters
}

// spaced reports whether a blank belongs between two pieces of text: between two words of letters
// or digits, not beside a Chinese character.
func spaced(a, b string) bool {
	last, first := lastRune(a), rune(0)
	for _, r := range b {
		first = r
		break
	}
	return last < 0x2000 && first < 0x2000
}

var pageNumber = regexp.MustCompile(`^(?:[—–\-－·.]*[0-9０-９]{1,4}[—–\-－·.]*|第[0-9]{1,4}页(?:[/，,]?共[0-9]{1,4}页)?|[0-9]{1,4}/[0-9]{1,4})$`)

// markMargins gives page numbers and running heads their reason: first and last lines of pages
// that are a number, or that return on most pages.
func markMargins(rows []pdfRow, pages int) {
	seen := map[string]int{}
	edge := edges(rows)
	for _, i := range edge {
		seen[heading(rows[i].text)]++
	}
	for _, i := range edge {
		switch text := source.Squeeze(rows[i].text); {
		case pageNumber.MatchString(text):
			rows[i].reason = pageNumberReason
		case pages > 2 && seen[heading(rows[i].text)]*2 > pages:
			rows[i].reason = runningHeadReason
		}
	}
}

// heading returns a line without what changes from page to page.
func heading(text string) string {
	return strings.Map(func(r rune) rune {
		if source.IsSpace(r) || unicode.IsDigit(r) {
			return -1
		}
		return r
	}, text)
}

// edges returns the first and the last two lines of each page.
func edges(rows []pdfRow) []int {
	var out []int
	for i := range rows {
		top := i == 0 || rows[i-1].page != rows[i].page
		last := i+1 == len(rows) || rows[i+1].page != rows[i].page
		second := i+2 >= len(rows) || rows[i+2].page != rows[i].page
		if top || last || second {
			out = append(out, i)
		}
	}
	return out
}

// joinRows adds the paragraphs that the lines make: a line opens one if it is indented, if the
// line before it ends early, or if the writing changes its size. What is no part of the paper
// follows at the end, because it stands in the middle of paragraphs.
func joinRows(b *builder, rows []pdfRow) {
	f := frameOf(rows)
	var para strings.Builder
	flush := func() {
		b.line(para.String(), "")
		para.Reset()
	}
	tables := 0
	var last *pdfRow
	for i := range rows {
		r := &rows[i]
		if r.reason != "" {
			continue
		}
		if r.gaps > 1 {
			tables++
		}
		if last == nil || f.opens(last, r) {
			flush()
		} else if spaced(para.String(), r.text) {
			para.WriteByte(' ')
		}
		para.WriteString(r.text)
		last = r
	}
	flush()
	for _, reason := range []string{pageNumberReason, runningHeadReason} {
		for _, r := range rows {
			if r.reason == reason {
				b.line(r.text, reason)
			}
		}
	}
	if tables > 2 {
		b.whole("table-as-text", "lines that look like rows of a table (%d) were read as text; a PDF does not say which words share a cell", tables)
	}
}

// A frame is where the lines of running text begin and end, and how large its writing is.
type frame struct{ left, right, size float64 }

// opens reports whether a paragraph begins with r, given the line before it.
func (f frame) opens(last, r *pdfRow) bool {
	em := math.Min(r.size, last.size)
	switch {
	case r.gaps > 1 || last.gaps > 1: // rows of a table
		return true
	case r.size > 1.4*f.size: // each line of a letterhead or large title
		return true
	case math.Abs(r.size-last.size) > 0.2*em:
		return true
	case r.x0 > f.left+1.1*em:
		return true
	}
	return last.x1 < f.right-1.8*em
}

// frameOf returns the frame of the lines: the leftmost place where at least one line in eight
// begins, the place that one in ten reaches or passes, and the median size.
func frameOf(rows []pdfRow) frame {
	var starts, ends, sizes []float64
	for _, r := range rows {
		if r.reason == "" {
			starts, ends, sizes = append(starts, r.x0), append(ends, r.x1), append(sizes, r.size)
		}
	}
	if len(starts) == 0 {
		return frame{}
	}
	sort.Float64s(starts)
	sort.Float64s(ends)
	sort.Float64s(sizes)
	left := starts[0]
	for i, n := 0, max(1, len(starts)/8); i+n <= len(starts); i++ {
		if starts[i+n-1]-starts[i] < 6 {
			left = starts[i]
			break
		}
	}
	return frame{left, ends[len(ends)*9/10], sizes[len(sizes)/2]}
}
