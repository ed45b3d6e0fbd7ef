package verify

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"zhengce/generator/manifest"
	"zhengce/generator/source"
)

// A file is a file of the site with what the checks need to know of it.
type file struct {
	name     string
	page     bool // an HTML page
	part     bool // of the site, not put beside it by somebody
	is       manifest.File
	ids      map[string]bool
	links    []link
	tables   []table
	quotes   []quote
	article  []byte // the whole page if it shows a paper, nil otherwise
	outside  int
	problems source.ErrorList
}

// A place is a line and a column, both from 1, the column in characters.
type place struct{ line, column int }

// A table is a table that a CSV file must stand beside.
type table struct {
	name  string
	rows  int    // on the page, with those of titles
	total string // how many rows there are, without titles, where the page may show some of them; else empty
	at    place
}

// leftovers are what a template or Markdown writer leaves in a page when something is wrong.
var leftovers = []string{
	"ZgotmplZ", "<no value>", "raw HTML omitted", "(<nil>)", "[i18n]", "%!", "{{", "}}", "HAHAHUGO",
	"&amp;", "&lt;", "&gt;", "&quot;", "&#",
}

// leftoversNotIn returns the leftovers that stand in none of the papers nor their names: a paper may well speak of {{.
func leftoversNotIn(seeds []*source.File) []string {
	var out []string
next:
	for _, l := range leftovers {
		for _, f := range seeds {
			if strings.Contains(f.Text, l) || strings.Contains(f.Name, l) || unseen(f, l) {
				continue next
			}
		}
		out = append(out, l)
	}
	return out
}

// unseen reports whether text of a paper's file that is no text of the paper holds the words.
func unseen(f *source.File, words string) bool {
	return slices.ContainsFunc(f.Account, func(e source.Entry) bool { return strings.Contains(e.Text, words) }) ||
		slices.ContainsFunc(f.Losses, func(l source.Loss) bool { return strings.Contains(l.Text, words) }) ||
		slices.ContainsFunc(f.Marks, func(m source.Mark) bool { return strings.Contains(m.Note, words) })
}

// readPage reads a page and checks what can be said of it alone.
func (f *file) readPage(data []byte, s *standards) {
	f.page = true
	f.ids = map[string]bool{}
	r := f.readElements(data, s)
	if !r.charset {
		f.fail(place{1, 1}, "charset", "the page does not say charset=\"utf-8\"")
	}
	if strings.TrimSpace(r.title) == "" {
		f.fail(place{1, 1}, "no-title", "the page has no title")
	}
	if r.lang == "" {
		f.fail(place{1, 1}, "no-lang", "the html element has no lang")
	}
	if r.verbatim {
		f.article = data
	}
	f.quotes = r.quoter.quotes
}

// A reader goes through the tokens of a page. What it is held to leaves no doubt where a tag or a text ends, so that it sees
// the elements that a browser sees.
type reader struct {
	*standards
	file       *file
	at         place
	rawIn      string // the open element whose text browsers do not read as HTML: title, style, script
	scriptType string
	inTable    bool // the last table of the file is open
	quoter     quoter
	title      string
	lang       string
	charset    bool
	verbatim   bool
}

// readElements reads ids, links, tables and texts from HTML.
func (f *file) readElements(data []byte, s *standards) *reader {
	r := &reader{standards: s, file: f, at: place{1, 1}}
	z := html.NewTokenizer(bytes.NewReader(data))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return r
		}
		raw := z.Raw()
		start := r.at
		r.at = after(r.at, raw)
		switch kind {
		case html.TextToken:
			r.text(z, raw, start)
		case html.CommentToken:
			text := z.Token().Data
			if strings.ContainsAny(text, "<>") {
				f.fail(start, "comment", "a comment holds an element: %q", around(text, 0))
			}
			r.words(text, start)
		case html.StartTagToken, html.SelfClosingTagToken:
			if bytes.IndexByte(raw[1:], '<') >= 0 {
				f.fail(start, "element", "a tag holds a second <: %q", around(string(raw), 0))
			}
			t := z.Token()
			r.permit(t, start)
			r.quoter.start(t, start)
			r.element(t, start)
			if t.Data == "noscript" {
				z.NextIsNotRawText() // browsers without scripts read it
			}
		case html.EndTagToken:
			t := z.Token()
			r.quoter.end(t.Data, start)
			r.end(t.Data)
		}
	}
}

// after returns the place behind raw, which begins at p.
func after(p place, raw []byte) place {
	if n := bytes.Count(raw, []byte("\n")); n > 0 {
		return place{p.line + n, utf8.RuneCount(raw[bytes.LastIndexByte(raw, '\n')+1:]) + 1}
	}
	return place{p.line, p.column + utf8.RuneCount(raw)}
}

// text reads the text token of z, in the element that is open.
func (r *reader) text(z *html.Tokenizer, raw []byte, at place) {
	switch r.rawIn {
	case "script":
		r.script(raw, at)
		return
	case "style":
		r.style(raw, at)
		return
	case "title":
		r.raw(raw, at)
	}
	text := z.Token().Data
	r.quoter.write(text)
	if r.rawIn == "title" && r.title == "" {
		r.title = text
	}
	r.words(text, at)
}

// words reports what a template left in text.
func (r *reader) words(text string, at place) {
	if i := r.leftover(text); i >= 0 {
		r.file.fail(after(at, []byte(text[:i])), "leftover", "template left-over in %q", around(text, i))
	}
}

// leftover returns where a template left something in text, or -1.
func (r *reader) leftover(text string) int {
	for _, l := range r.leftovers {
		if i := strings.Index(text, l); i >= 0 {
			return i
		}
	}
	return -1
}

func (r *reader) element(t html.Token, at place) {
	f := r.file
	for _, a := range t.Attr {
		switch {
		case a.Key == "id" || a.Key == "name" && t.Data == "a":
			if f.ids == nil {
				break
			}
			if f.ids[a.Val] && a.Key == "id" {
				f.fail(at, "duplicate-id", "id %q stands twice in the page", a.Val)
			}
			f.ids[a.Val] = true
		case a.Key == "lang" && t.Data == "html":
			r.lang = a.Val
		case a.Key == "charset":
			r.charset = true
		case a.Key == "data-verbatim":
			r.verbatim = true
		case a.Key == "data-table" && t.Data == "table":
			f.tables = append(f.tables, table{name: a.Val, total: attribute(t, "data-total"), at: at})
			r.inTable = true
		case a.Key == "data-list" && attribute(t, "data-shelf") == "" && attribute(t, "data-asked") == "": // a list that a query fills has no file
			f.tables = append(f.tables, table{name: a.Val, rows: 1, total: attribute(t, "data-total"), at: at})
			r.inTable = true
		}
		if i := r.leftover(a.Val); i >= 0 {
			f.fail(at, "leftover", "template left-over in %s=%q", a.Key, around(a.Val, i))
		}
	}
	f.readLinks(t, at)
	switch t.Data {
	case "title", "style", "script":
		r.rawIn, r.scriptType = t.Data, attribute(t, "type")
	case "tr":
		r.row()
	case "li":
		if slices.ContainsFunc(t.Attr, func(a html.Attribute) bool { return a.Key == "data-item" }) {
			r.row()
		}
	}
}

// row counts a row of the table, or a card of the list, that r is in.
func (r *reader) row() {
	if r.inTable {
		r.file.tables[len(r.file.tables)-1].rows++
	}
}

func (r *reader) end(name string) {
	switch name {
	case r.rawIn:
		r.rawIn = ""
	case "table", "section":
		r.inTable = false
	}
}

func (f *file) fail(at place, code, format string, args ...any) *source.Error {
	e := failure(f.name, at, code, format, args...)
	f.problems = append(f.problems, e)
	return e
}

// wellFormed refuses bytes that are no UTF-8: a browser may take them for text of another encoding.
func (f *file) wellFormed(data []byte) {
	if utf8.Valid(data) {
		return
	}
	i := 0
	for r, n := utf8.DecodeRune(data); r != utf8.RuneError || n != 1; r, n = utf8.DecodeRune(data[i:]) {
		i += n
	}
	f.fail(after(place{1, 1}, data[:i]), "encoding", "the file is no UTF-8")
}

// How many characters a message shows around a mark that a template left behind.
const (
	aroundBefore = 8
	aroundBehind = 20
)

// around returns the text on both sides of i.
func around(text string, i int) string {
	before, behind := []rune(text[:i]), []rune(text[i:])
	return string(before[max(0, len(before)-aroundBefore):]) + string(behind[:min(aroundBehind, len(behind))])
}
