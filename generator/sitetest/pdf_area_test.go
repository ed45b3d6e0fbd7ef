package sitetest

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// A line is a line of text on a page, in points from the top left.
type line struct {
	page                int
	left, right, bottom float64
	text                string
}

var (
	boxPage = regexp.MustCompile(`<page width="([0-9.]+)" height="([0-9.]+)"`)
	boxWord = regexp.MustCompile(`<word xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)</word>`)
)

// sameLine is how far apart in points the feet of words of one line may be: fonts that stand in for others, Liberation for
// Latin marks in Song, reach down less. Lines are 29 points apart.
const sameLine = 9

// lines returns the lines of a PDF, words of one height joined.
func lines(t *testing.T, file string) []line {
	t.Helper()
	var out []line
	for n, page := range strings.Split(output(t, "pdftotext", "-bbox", file, "-"), "<page ")[1:] {
		for _, w := range boxWord.FindAllStringSubmatch(page, -1) {
			left, right, bottom := number(w[1]), number(w[2]), number(w[3])
			last := len(out) - 1
			if last >= 0 && out[last].page == n+1 && math.Abs(out[last].bottom-bottom) < sameLine {
				out[last].right, out[last].text = right, out[last].text+w[4]
				continue
			}
			out = append(out, line{n + 1, left, right, bottom, w[4]})
		}
	}
	return out
}

func number(s string) float64 {
	x, _ := strconv.ParseFloat(s, 64)
	return x
}

const mm = 72 / 25.4

// typeLines returns the lines of a paper by page without running heads and numbers, and complains of
// those that leave the type area of 156 × 225 mm, and of numbers that do not stand on the outer side.
func typeLines(t *testing.T, file string) map[int][]line {
	t.Helper()
	out := map[int][]line{}
	for _, l := range lines(t, file) {
		even := l.page%2 == 0
		left, right := 28*mm, (210-26)*mm
		if even {
			left, right = 26*mm, (210-28)*mm
		}
		if l.text == fmt.Sprintf("—%d—", l.page) {
			if even && l.left > left+20 || !even && l.right < right-20 {
				t.Errorf("%s: the number %s does not stand on the outer side", file, l.text)
			}
			continue
		}
		if l.bottom < 37*mm { // running head
			continue
		}
		if l.left < left-2 || l.right > right+9 || l.bottom > (37+225)*mm+4 {
			t.Errorf("%s, page %d: %q leaves the type area", file, l.page, l.text)
		}
		out[l.page] = append(out[l.page], l)
	}
	return out
}

var (
	headed   = regexp.MustCompile(`^([一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])`)
	fullText = regexp.MustCompile(`^[\p{Han}，。；：、“”（）《》]+$`)
	squeezed = regexp.MustCompile(`[，。；：、”）》][，。；：、“”（）《》]|[“（《][“（《]`)
)

// TestTypeArea measures papers against GB/T 9704-2012: 22 lines on every full page and 28 characters
// on a full line, within 156 × 225 mm. A page has 21 lines where a heading would stand alone at its foot.
func TestTypeArea(t *testing.T) {
	dir := pdfs(t)
	counts := map[int]int{}
	for _, p := range pages(t, public(t), "documents") {
		sheets := typeLines(t, filepath.Join(dir, strings.TrimSuffix(p.name, ".html")+".pdf"))
		for n := 2; n < len(sheets); n++ { // the first has the title, the last ends early
			next := sheets[n+1][0].text
			if strings.HasPrefix(sheets[n][0].text, "附件") || strings.HasPrefix(next, "附件") {
				break // tables follow
			}
			if lines := len(sheets[n]); lines != 22 && (lines != 21 || !headed.MatchString(next)) {
				t.Errorf("%s, page %d: %d lines; the next begins %q", p.name, n, lines, next)
			}
			if last := sheets[n][len(sheets[n])-1].text; headed.MatchString(last) && len([]rune(last)) < 14 && strings.Count(last, "。") == 0 {
				t.Errorf("%s, page %d: the heading %q stands alone at the foot", p.name, n, last)
			}
			for _, l := range sheets[n] {
				if fullText.MatchString(l.text) && !squeezed.MatchString(l.text) && l.right-l.left > 152*mm {
					counts[len([]rune(l.text))]++
				}
			}
		}
	}
	all := 0
	for n, count := range counts {
		if all += count; n > 28 {
			t.Errorf("%d lines of %d characters", count, n)
		}
	}
	if counts[28] < 100 || counts[28]*100 < all*85 { // a mark that may not begin a line takes a character with it
		t.Errorf("lines by their characters: %v", counts)
	}
}

// TestNothingClipped: wide tables and drawings end within their pages.
func TestNothingClipped(t *testing.T) {
	dir := pdfs(t)
	for name, margin := range map[string]float64{"compare/documents": 20 * mm, "compare/network-henan": 20 * mm, "agencies/henan-fazhangaigewei-ledger": 10 * mm, "print/1": 20 * mm} {
		text := output(t, "pdftotext", "-bbox", filepath.Join(dir, name+".pdf"), "-")
		for n, page := range strings.Split(text, "<page ")[1:] {
			width := number(boxPage.FindStringSubmatch("<page " + page)[1])
			for _, w := range boxWord.FindAllStringSubmatch(page, -1) {
				if number(w[1]) < margin || number(w[2]) > width-margin {
					t.Errorf("%s, page %d: %q stands in the margin", name, n+1, w[4])
				}
			}
		}
	}
}

// taskCell is the number of a task in a form.
var taskCell = regexp.MustCompile(`<td[^>]*data-head="序号"[^>]*>[0-9]+</td>`)

// TestForm: a sheet of the form for supervision holds at least eight tasks, and each has its row.
func TestForm(t *testing.T) {
	name := "agencies/henan-fazhangaigewei-ledger"
	data, err := os.ReadFile(filepath.Join(public(t), name+".html"))
	if err != nil {
		t.Fatal(err)
	}
	tasks := len(taskCell.FindAll(data, -1))
	sheets := strings.Count(output(t, "pdftotext", filepath.Join(pdfs(t), name+".pdf"), "-"), "\f")
	if tasks < 16 || tasks < 8*sheets {
		t.Errorf("%d tasks stand on %d sheets", tasks, sheets)
	}
}

// TestDash looks for the dash of the page number on a page as it is seen: 7 mm below the type area,
// one character from its outer edge, on a left page and a right one.
func TestDash(t *testing.T) {
	needs(t, "pdftoppm")
	file := filepath.Join(pdfs(t), "documents/yuzheng-2015-42.pdf")
	for page, want := range map[string]float64{"2": 30.9, "3": 210 - 30.9} {
		p := render(t, file, page, 254) // 10 dots a millimetre
		width := p.Bounds().Dx()
		x, y, found := 0, 0, false
		for i := 200; i < width/2 && !found; i++ {
			for j := 2640; j < 2800 && !found; j++ {
				x, y = i, j
				if page == "3" {
					x = width - i
				}
				found = p.GrayAt(x, y).Y < 128
			}
		}
		if at, down := float64(x)/10, float64(y)/10; !found || math.Abs(down-269) > 1.2 || math.Abs(at-want) > 1.2 {
			t.Errorf("page %s: the dash stands at %.1f mm from the left and %.1f mm from the top, want %.1f and 269.0", page, at, down, want)
		}
	}
}
