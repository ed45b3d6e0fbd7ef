package sitetest

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
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

// printInto prints the papers, a ledger, a wide comparison, a drawing and the compendium into dir.
func printInto(dir string) (string, error) {
	names, err := filepath.Glob(filepath.Join(scratch, "site/public/documents/*.html"))
	if err != nil {
		return "", err
	}
	args := []string{"pdf", "--out", dir, "print/1", "compare/documents", "compare/network-henan", "agencies/henan-fazhangaigewei-ledger"}
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
	paper, _, _ := strings.Cut(b.String(), imprint)
	return paper
}

// imprint begins what stands under the text of a paper: where it is from, and the doubts about it.
const imprint = "本件据网页文本排印，以正式文件为准。"

// TestImprint: a paper says on its last page where its text is from, and quotes every damaged place;
// the text itself carries a drawn mark there, no character.
func TestImprint(t *testing.T) {
	dir := pdfs(t)
	for _, p := range pages(t, public(t), "documents") {
		text := output(t, "pdftotext", "-raw", filepath.Join(dir, strings.TrimSuffix(p.name, ".html")+".pdf"), "-")
		_, under, found := strings.Cut(strings.Join(strings.Fields(text), ""), imprint)
		if !found || !strings.HasPrefix(under, "来源：") {
			t.Errorf("%s: no imprint", p.name)
		}
		notes := strings.Count(p.text, "原文如此：")
		if notes > 0 && (!strings.Contains(under, fmt.Sprintf("文中标有星号的%d处", notes)) || strings.Count(under, "（“") != notes) {
			t.Errorf("%s: the imprint has not the %d notes: %s", p.name, notes, under)
		}
	}
}

// TestReadersPrint: a paper that a reader prints from the browser has the first page of its PDF, line by line.
func TestReadersPrint(t *testing.T) {
	dir := pdfs(t)
	site, err := filepath.Abs(public(t))
	if err != nil {
		t.Fatal(err)
	}
	b := open(t, "file://"+site+"/")
	first := func(file string) string { return output(t, "pdftotext", "-raw", "-l", "1", file, "-") }
	for _, p := range pages(t, public(t), "documents") {
		b.visit(p.name)
		file := filepath.Join(t.TempDir(), "reader.pdf")
		if err := os.WriteFile(file, do(b, chromedp.PrintToPDF(chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground())), 0o666); err != nil {
			t.Fatal(err)
		}
		want := first(filepath.Join(dir, strings.TrimSuffix(p.name, ".html")+".pdf"))
		if got := first(file); got != want {
			t.Errorf("%s: the reader gets\n%s\nwant\n%s", p.name, got, want)
		}
	}
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

// TestNoRadicals: no file gives a radical for the character that looks like it, in its margins neither.
func TestNoRadicals(t *testing.T) {
	needs(t, "mutool") // poppler hides them
	files, err := filepath.Glob(filepath.Join(pdfs(t), "*/*.pdf"))
	if err != nil || len(files) < 8 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, file := range files {
		if found := regexp.MustCompile(`[\x{2E80}-\x{2FDF}]`).FindAllString(output(t, "mutool", "draw", "-q", "-F", "text", file), -1); found != nil {
			t.Errorf("%s has the radicals %q", filepath.Base(file), found)
		}
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
