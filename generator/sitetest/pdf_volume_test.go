package sitetest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// A sheets is a printed PDF by its pages, from 1.
type sheets struct {
	text   []string       // of each page without white space; 0 is empty
	number []int          // printed at its foot; 0 where there is none
	places map[string]int // the page of every place that links lead to, by id
}

var (
	footNumber = regexp.MustCompile(`(?m)^\s*—\s*([0-9]+)\s*—\s*$`)
	destLine   = regexp.MustCompile(`(?m)^ *([0-9]+) \[.*\] "(.*)"$`)
)

func readSheets(t *testing.T, file string) sheets {
	t.Helper()
	s := sheets{text: []string{""}, number: []int{0}, places: map[string]int{}}
	for _, text := range strings.Split(strings.TrimSuffix(output(t, "pdftotext", "-raw", file, "-"), "\f"), "\f") {
		n := 0
		if m := footNumber.FindStringSubmatch(text); m != nil {
			n, _ = strconv.Atoi(m[1])
		}
		s.number = append(s.number, n)
		s.text = append(s.text, strings.Join(strings.Fields(text), ""))
	}
	for _, m := range destLine.FindAllStringSubmatch(output(t, "pdfinfo", "-dests", file), -1) {
		s.places[m[2]], _ = strconv.Atoi(m[1])
	}
	return s
}

// on returns the number printed on the page where the place id stands.
func (s sheets) on(id string) int { return s.number[s.places[id]] }

// volumeFile and volumePage are the compendium as a PDF and as a page of the site.
func volumeFile(t *testing.T) string { return filepath.Join(pdfs(t), "print/1.pdf") }

func volumePage(t *testing.T) *html.Node { return parsePage(t, "print/1.html") }

func parsePage(t *testing.T, name string) *html.Node {
	t.Helper()
	f, err := os.Open(filepath.Join(public(t), name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := html.Parse(f)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestPageNumbers: pages are numbered in order from the first of the first paper, which is a right
// page, as is the first of each; the viewer shows the same numbers.
func TestPageNumbers(t *testing.T) {
	s := readSheets(t, volumeFile(t))
	first := slices.Index(s.number, 1)
	if first%2 != 1 {
		t.Errorf("page 1 is sheet %d, a left page", first)
	}
	for n := first; n < len(s.number); n++ {
		if want := n + 1 - first; s.number[n] != want && s.text[n] != "" { // an empty page shows none
			t.Errorf("sheet %d has the number %d, want %d", n, s.number[n], want)
		}
	}
	for n := range volumePage(t).Descendants() {
		if n.Data == "article" {
			if id := attr(n, "id"); s.on(id)%2 != 1 {
				t.Errorf("the paper %s begins on page %d", id, s.on(id))
			}
		}
	}
	needs(t, "qpdf")
	var file struct {
		PageLabels []struct {
			Index int
			Label map[string]any
		}
	}
	if err := json.Unmarshal([]byte(output(t, "qpdf", "--json", "--json-key=pagelabels", volumeFile(t))), &file); err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, l := range file.PageLabels {
		got += fmt.Sprint(l.Index, l.Label["/P"], l.Label["/S"], " ")
	}
	if want := fmt.Sprint(0, "u:封面", nil, " ", 1, nil, "/R", " ", first-1, nil, "/D", " "); got != want {
		t.Errorf("page labels %q, want %q", got, want)
	}
}

// TestContents holds every entry of the contents to the number printed on the page of its heading.
func TestContents(t *testing.T) {
	s := readSheets(t, volumeFile(t))
	first := slices.Index(s.number, 1)
	contents := strings.Join(s.text[1:first], "")
	at, entries := 0, 0
	for n := range volumePage(t).Descendants() {
		if n.Type != html.ElementNode || !hasAttribute(n, "data-paged") {
			continue
		}
		entries++
		id, text := strings.TrimPrefix(attr(n, "href"), "#"), plain(n, false)
		entry := text + strconv.Itoa(s.on(id))
		i := strings.Index(contents[at:], entry)
		if i < 0 {
			t.Errorf("the contents have not %q after %q", entry, contents[max(0, at-30):at])
			continue
		}
		at += i + len(entry)
		if !strings.Contains(s.text[s.places[id]], text) {
			t.Errorf("the contents put %q on page %d, where it is not", text, s.on(id))
		}
	}
	if entries < 40 {
		t.Errorf("%d entries in the contents", entries)
	}
}

// TestIndexes holds every entry of the indexes to the numbers printed on the pages that it names.
func TestIndexes(t *testing.T) {
	s := readSheets(t, volumeFile(t))
	index := strings.Join(s.text[s.places["index"]:], "")
	entries := 0
	for n := range volumePage(t).Descendants() {
		if n.Data != "li" || !hasAttribute(n.Parent.Parent, "data-index") {
			continue
		}
		entries++
		name, pages := "", []int{}
		for a := range n.ChildNodes() {
			if a.Data == "a" && name == "" {
				name = plain(a, false)
			} else if a.Data == "a" {
				pages = append(pages, s.on(strings.TrimPrefix(attr(a, "href"), "#")))
			}
		}
		if entry := name + ranges(pages); !strings.Contains(index, entry) {
			t.Errorf("the indexes have not %q", entry)
		}
	}
	if entries < 100 {
		t.Errorf("%d entries in the indexes", entries)
	}
}

// ranges writes page numbers as an index does: 1、3、4、6—9.
func ranges(pages []int) string {
	slices.Sort(pages)
	pages = slices.Compact(pages)
	var parts []string
	for i := 0; i < len(pages); {
		end := i
		for end+1 < len(pages) && pages[end+1] == pages[end]+1 {
			end++
		}
		if end-i < 2 {
			end = i
			parts = append(parts, strconv.Itoa(pages[i]))
		} else {
			parts = append(parts, fmt.Sprintf("%d—%d", pages[i], pages[end]))
		}
		i = end + 1
	}
	return strings.Join(parts, "、")
}

// TestVolumeImprints: each paper of the compendium says where its text is from, and quotes its damaged
// places, as when it is printed alone.
func TestVolumeImprints(t *testing.T) {
	text := strings.Join(readSheets(t, volumeFile(t)).text, "")
	papers := pages(t, public(t), "documents")
	if n := strings.Count(text, imprint+"来源："); n != len(papers) {
		t.Errorf("%d imprints for %d papers", n, len(papers))
	}
	for _, p := range papers {
		notes := strings.Count(p.text, "原文如此：")
		if notes > 0 && !strings.Contains(text, fmt.Sprintf("文中标有星号的%d处", notes)) {
			t.Errorf("%s: the compendium has not the %d notes", p.name, notes)
		}
	}
}

// A bookmark is an entry of a PDF's outline, as qpdf prints it.
type bookmark struct {
	Title string
	Page  int `json:"destpageposfrom1"`
	Kids  []bookmark
}

// TestBookmarks: every heading of paper and compendium is a bookmark under that of the heading it
// belongs to, and leads to the page where the heading stands.
func TestBookmarks(t *testing.T) {
	needs(t, "qpdf")
	dir := pdfs(t)
	for _, name := range []string{"print/1", "documents/yuzheng-2015-42", "documents/henan-2011-fengong"} {
		var file struct{ Outlines []bookmark }
		pdf := filepath.Join(dir, name+".pdf")
		if err := json.Unmarshal([]byte(output(t, "qpdf", "--json", "--json-key=outlines", pdf)), &file); err != nil {
			t.Fatal(err)
		}
		s := readSheets(t, pdf)
		var got []string
		var walk func(list []bookmark, depth int)
		walk = func(list []bookmark, depth int) {
			for _, b := range list {
				title := strings.Join(strings.Fields(b.Title), "")
				got = append(got, strings.Repeat(">", depth)+title)
				if b.Page < 1 || b.Page >= len(s.text) || !strings.Contains(s.text[b.Page], title) {
					t.Errorf("%s: the bookmark %q leads to sheet %d, where it is not", name, title, b.Page)
				}
				walk(b.Kids, depth+1)
			}
		}
		walk(file.Outlines, 0)
		want := headings(parsePage(t, name+".html"))
		if !slices.Equal(got, want) {
			t.Errorf("%s: bookmarks\n%q\nwant\n%q", name, got, want)
		}
		if len(got) < 8 {
			t.Errorf("%s: %d bookmarks", name, len(got))
		}
	}
}

// headings returns the headings of a page that are printed, each behind as many > as it has above it.
func headings(doc *html.Node) []string {
	var out []string
	var levels []byte
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode || len(n.Data) != 2 || n.Data[0] != 'h' || n.Data[1] < '1' || n.Data[1] > '6' {
			continue
		}
		if attr(n, "class") == "screen" || attr(n.Parent, "class") == "keep" {
			continue
		}
		for len(levels) > 0 && levels[len(levels)-1] >= n.Data[1] {
			levels = levels[:len(levels)-1]
		}
		out = append(out, strings.Repeat(">", len(levels))+plain(n, true))
		levels = append(levels, n.Data[1])
	}
	return out
}

var (
	headTag = regexp.MustCompile(`(?m)^ *TH\b`)
	cellTag = regexp.MustCompile(`(?m)^ *TD\b`)
)

// TestTags: readers that speak find language, headings, and tables whose cells name their heads.
func TestTags(t *testing.T) {
	dir := pdfs(t)
	for name, tables := range map[string]int{"print/1": 1, "documents/yuzheng-2015-42": 1, "agencies/henan-fazhangaigewei-ledger": 2, "compare/network-henan": 1} {
		file := filepath.Join(dir, name+".pdf")
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"/Marked true", "/Lang (zh-CN)", "/PageLabels", "/StructTreeRoot"} {
			if !bytes.Contains(data, []byte(want)) {
				t.Errorf("%s has no %s", name, want)
			}
		}
		if bytes.Contains(data, []byte("file:")) || bytes.Contains(data, []byte(scratch)) {
			t.Errorf("%s names a folder of this machine", name)
		}
		tree := output(t, "pdfinfo", "-struct", file)
		heads, cells := len(headTag.FindAllString(tree, -1)), len(cellTag.FindAllString(tree, -1))
		if n := strings.Count(tree, "Table (block)"); n != tables || strings.Count(tree, "/Scope /Column") != heads || heads < 3 {
			t.Errorf("%s: %d tables with %d heads", name, n, heads)
		}
		if named := strings.Count(tree, "/Headers ["); named != cells || cells == 0 {
			t.Errorf("%s: %d of %d cells name their heads", name, named, cells)
		}
		if !strings.Contains(tree, "H1 (block)") {
			t.Errorf("%s has no heading", name)
		}
	}
}
