package sitetest

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// pdfs prints the papers and the compendium of the site once and returns their folder.
func pdfs(t *testing.T) string {
	t.Helper()
	chromium(t)
	needs(t, "pdftotext", "pdfinfo")
	public(t)
	dir, err := printed()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

var printed = sync.OnceValues(func() (string, error) { return printInto(filepath.Join(scratch, "pdf")) })

// printInto prints the papers, a ledger, a wide comparison and the compendium into dir.
func printInto(dir string) (string, error) {
	names, err := filepath.Glob(filepath.Join(scratch, "site/public/documents/*.html"))
	if err != nil {
		return "", err
	}
	args := []string{"pdf", "--out", dir, "compare/documents", "print/1", "agencies/henan-caizhengting"}
	for _, name := range names {
		if id := strings.TrimSuffix(filepath.Base(name), ".html"); id != "index" {
			args = append(args, "documents/"+id)
		}
	}
	return dir, run(filepath.Join(scratch, "site"), filepath.Join(scratch, "zhengce"), args...)
}

// needs skips a test where a program is missing.
func needs(t *testing.T, programs ...string) {
	t.Helper()
	for _, p := range programs {
		if _, err := exec.LookPath(p); err != nil {
			t.Skipf("%s is missing: apt-get install poppler-utils mupdf-tools qpdf", p)
		}
	}
}

// output runs a program on a file of the folder of PDFs and returns what it prints.
func output(t *testing.T, program string, args ...string) string {
	t.Helper()
	var messages bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Stderr = &messages
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", program, err, messages.String())
	}
	return string(out)
}

// TestPaperText reads each paper's PDF with two programs: every character is there, in order, and
// none that the paper has not.
func TestPaperText(t *testing.T) {
	dir := pdfs(t)
	readers := map[string]func(file string) string{
		"poppler": func(file string) string { return output(t, "pdftotext", "-raw", file, "-") },
	}
	if _, err := exec.LookPath("mutool"); err == nil {
		readers["mupdf"] = func(file string) string { return output(t, "mutool", "draw", "-q", "-F", "text", file) }
	} else {
		t.Log("mutool is missing: the text is read with poppler alone; apt-get install mupdf-tools")
	}
	for _, p := range pages(t, public(t), "documents") {
		want := strings.Join(strings.Fields(p.body), "")
		if !strings.HasPrefix(want, p.title) {
			want = p.title + want // a title that the text does not begin with stands above it
		}
		for name, read := range readers {
			got := bodyText(read(filepath.Join(dir, strings.TrimSuffix(p.name, ".html")+".pdf")), p.title)
			if i := difference(want, got); i >= 0 {
				t.Errorf("%s, %s: the text differs at %q; the PDF has %q", p.name, name, part(want, i), part(got, i))
			}
		}
	}
}

var footer = regexp.MustCompile(`(?m)^\s*—\s*[0-9]+\s*—\s*$`)

// bodyText returns what a reader took from a paper's pages without white space, running heads, page
// numbers, and the heads of tables that stand again on each page.
func bodyText(text, title string) string {
	const note = "网页文本打印件，以正式文件为准"
	title = strings.TrimSuffix(title, "（据正文拟）")
	var b strings.Builder
	for i, page := range strings.Split(text, "\f") {
		page = strings.Join(strings.Fields(footer.ReplaceAllString(page, "")), "")
		head := title
		if i == 0 {
			head = note
		}
		page = strings.TrimPrefix(strings.TrimSuffix(page, head), head)
		if i > 0 && strings.Contains(b.String(), "序号重点工作责任部门") {
			page = strings.TrimPrefix(page, "序号重点工作责任部门")
		}
		b.WriteString(page)
	}
	return b.String()
}

// difference returns where a and b begin to differ, or -1.
func difference(a, b string) int {
	for i := 0; i < len(a) && i < len(b); i++ {
		if a[i] != b[i] {
			return i
		}
	}
	if len(a) == len(b) {
		return -1
	}
	return min(len(a), len(b))
}

// part returns some characters of s from byte i on.
func part(s string, i int) string {
	return strings.ToValidUTF8(s[max(0, i-12):min(len(s), i+36)], "")
}

// A line is a line of text on a page, in points from the top left.
type line struct {
	page                int
	left, right, bottom float64
	text                string
}

var (
	boxPage = regexp.MustCompile(`<page `)
	boxWord = regexp.MustCompile(`<word xMin="([0-9.]+)" yMin="[0-9.]+" xMax="([0-9.]+)" yMax="([0-9.]+)">([^<]*)</word>`)
)

// lines returns the lines of a PDF, words of one height joined.
func lines(t *testing.T, file string) []line {
	t.Helper()
	var out []line
	for n, page := range boxPage.Split(output(t, "pdftotext", "-bbox", file, "-"), -1)[1:] {
		for _, w := range boxWord.FindAllStringSubmatch(page, -1) {
			left, _ := strconv.ParseFloat(w[1], 64)
			right, _ := strconv.ParseFloat(w[2], 64)
			bottom, _ := strconv.ParseFloat(w[3], 64)
			last := len(out) - 1
			if last >= 0 && out[last].page == n+1 && math.Abs(out[last].bottom-bottom) < 4 {
				out[last].right, out[last].text = right, out[last].text+w[4]
				continue
			}
			out = append(out, line{n + 1, left, right, bottom, w[4]})
		}
	}
	return out
}

const mm = 72 / 25.4

// TestTypeArea measures papers against GB/T 9704-2012: 22 lines on a full page, 28 characters on a
// full line, all within 156 × 225 mm, the page number on the outer side.
func TestTypeArea(t *testing.T) {
	dir := pdfs(t)
	for _, p := range pages(t, public(t), "documents") {
		full, most := map[int]int{}, 0
		for _, l := range lines(t, filepath.Join(dir, strings.TrimSuffix(p.name, ".html")+".pdf")) {
			outer := l.page%2 == 0
			left, right := 28*mm, (210-26)*mm
			if outer {
				left, right = 26*mm, (210-28)*mm
			}
			if number := fmt.Sprintf("—%d—", l.page); l.text == number {
				if outer && l.left > left+20 || !outer && l.right < right-20 {
					t.Errorf("%s: the number %s does not stand on the outer side", p.name, number)
				}
				continue
			}
			if l.bottom < 37*mm { // running head
				continue
			}
			full[l.page]++
			if l.left < left-2 || l.right > right+9 || l.bottom > (37+225)*mm+4 {
				t.Errorf("%s, page %d: %q leaves the type area", p.name, l.page, l.text)
			}
			if !strings.ContainsFunc(l.text, func(r rune) bool { return r < 0x3400 || r > 0x9fff }) {
				most = max(most, len([]rune(l.text)))
			}
		}
		if full[3] < 21 || full[3] > 22 {
			t.Errorf("%s: %d lines on page 3, want 22", p.name, full[3])
		}
		if most > 28 {
			t.Errorf("%s: a line of %d characters", p.name, most)
		}
	}
}

// TestDash looks for the dash of the page number on a page as it is seen: 7 mm below the type area,
// one character from its outer edge.
func TestDash(t *testing.T) {
	needs(t, "pdftoppm")
	file := filepath.Join(pdfs(t), "documents/yuzheng-2015-42.pdf")
	picture := output(t, "pdftoppm", "-gray", "-r", "254", "-f", "2", "-l", "2", file) // 10 dots a millimetre
	var width, height, deepest int
	if _, err := fmt.Sscanf(picture, "P5\n%d %d\n%d\n", &width, &height, &deepest); err != nil {
		t.Fatal(err)
	}
	dots := picture[len(picture)-width*height:]
	for x := 200; x < width/2; x++ {
		for y := 2640; y < 2800; y++ {
			if dots[y*width+x] < 128 {
				if math.Abs(float64(y)-2690) > 12 || math.Abs(float64(x)-309) > 12 {
					t.Errorf("the dash stands at %.1f mm from the left and %.1f mm from the top, want 30.9 and 269.0", float64(x)/10, float64(y)/10)
				}
				return
			}
		}
	}
	t.Error("there is no dash")
}

// TestCompendium holds the page numbers of contents and indexes to those printed on the pages, papers
// to right pages, and what a reader of the file needs: bookmarks, tags, language, labels.
func TestCompendium(t *testing.T) {
	file := filepath.Join(pdfs(t), "print/1.pdf")
	sheets := strings.Split(strings.TrimSuffix(output(t, "pdftotext", "-layout", file, "-"), "\f"), "\f")
	printedOn := map[int]string{} // text by printed number
	front := 0
	number := regexp.MustCompile(`(?m)^\s*—\s*([0-9]+)\s*—\s*$`)
	for i, text := range sheets {
		if m := number.FindStringSubmatch(text); m != nil {
			n, _ := strconv.Atoi(m[1])
			if front == 0 {
				front = i
			}
			if n != i+1-front {
				t.Errorf("sheet %d has the number %d, want %d", i+1, n, i+1-front)
			}
			printedOn[n] = strings.Join(strings.Fields(text), "")
		}
	}
	if front%2 != 0 {
		t.Errorf("page 1 is sheet %d, a left page", front+1)
	}
	entries := 0
	for _, e := range regexp.MustCompile(`(?m)^(\s*)(\S.*\S)\s+([0-9]+)$`).FindAllStringSubmatch(strings.Join(sheets[:front], "\n"), -1) {
		n, _ := strconv.Atoi(e[3])
		title := strings.TrimRight(strings.Join(strings.Fields(e[2]), ""), "…")
		entries++
		if !strings.Contains(printedOn[n], title) {
			t.Errorf("the contents put %q on page %d, where it is not", title, n)
		}
	}
	if entries < 40 {
		t.Errorf("%d entries in the contents", entries)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for what, least := range map[string]int{"/PageLabels": 1, "/Marked true": 1, "/Lang (zh-CN)": 1, "/S /TH": 3, "/S /Table": 1, "/Subtype /Link": 150, "/Parent": 100} {
		if n := bytes.Count(data, []byte(what)); n < least {
			t.Errorf("%d × %s, want %d", n, what, least)
		}
	}
	if bytes.Contains(data, []byte("file:")) || bytes.Contains(data, []byte(scratch)) {
		t.Error("the file names a folder of this machine")
	}
}

// TestWholeFiles: every file is sound, and a second run gives the same bytes.
func TestWholeFiles(t *testing.T) {
	dir := pdfs(t)
	again, err := printInto(filepath.Join(scratch, "pdf-again"))
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*/*.pdf"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	_, missing := exec.LookPath("qpdf")
	if missing != nil {
		t.Log("qpdf is missing: the form of the files is not checked; apt-get install qpdf")
	}
	for _, file := range files {
		name, _ := filepath.Rel(dir, file)
		one, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		two, err := os.ReadFile(filepath.Join(again, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one, two) {
			t.Errorf("%s has other bytes the second time", name)
		}
		if missing == nil {
			output(t, "qpdf", "--check", file)
		}
	}
}
