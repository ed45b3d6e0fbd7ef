package verify

import (
	"bytes"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"zhengce/generator/source"
)

// A shown paper, or annex in a file of its own, is what the article on its page says of it.
type shown struct {
	page     *file
	document string // ID
	source   string // name of the seed
	sha256   string
	verbatim string   // text without white space and without what was added
	noise    []string // declared residue, likewise
	parts    int      // elements marked data-verbatim
	counts   map[string]string
	proof    string         // what the page says about itself
	leftOut  map[string]int // texts of the file left out on purpose, white space removed, with how often they stand there
	lost     []string       // texts of the file that the page says it lacks, white space removed
	original string         // path under the site at which the file itself lies; empty if it can not be had there
}

// countKeys are the attributes of a page with numbers of characters.
var countKeys = []string{"data-characters", "data-original", "data-lost"}

// texts proves that each paper is shown whole, on one page, with nothing between.
func (s *site) texts(files []*file, seeds []*source.File) (errs source.ErrorList) {
	pages := map[string][]*shown{}
	for _, f := range files {
		if f.article != nil {
			for _, p := range readShown(f) {
				pages[p.source] = append(pages[p.source], p)
			}
			f.article = nil
		}
	}
	s.report.Texts = len(seeds)
	errs = append(errs, misplaced(pages, seeds)...)
	for _, seed := range seeds {
		found := pages[seed.Name]
		delete(pages, seed.Name)
		if len(found) != 1 {
			errs = append(errs, failure(seed.Name, place{}, "pages", "the paper stands on %d pages, not on one", len(found)))
			continue
		}
		text := source.Squeeze(seed.Text)
		s.papers[found[0].page.name] += text
		for _, n := range found[0].noise {
			s.noise[found[0].page.name] += foldedLength(n)
		}
		if e := compare(found[0], seed, text); e != nil {
			errs = append(errs, e)
			continue
		}
		if e := s.account(found[0], seed); e != nil {
			errs = append(errs, e)
			continue
		}
		if e := s.originalFile(found[0], seed); e != nil {
			errs = append(errs, e)
			continue
		}
		if lost := seed.Lost(); lost > 0 {
			s.report.Lost += lost
			continue
		}
		s.report.Complete++
		s.report.Chars += utf8.RuneCountInString(text)
	}
	for name, left := range pages {
		for _, p := range left {
			errs = append(errs, failure(p.page.name, place{}, "no-seed", "the page shows a paper of %q, which is no seed", name))
		}
	}
	return errs
}

// readShown reads the page of a paper as a browser does: one article for each file. Text marked as
// verbatim that stands in no article is of no document, which compare reports.
func readShown(f *file) []*shown {
	root, err := html.Parse(bytes.NewReader(f.article))
	if err != nil {
		return []*shown{newShown(f)}
	}
	stray := newShown(f)
	var out []*shown
	var read func(n *html.Node, p *shown)
	read = func(n *html.Node, p *shown) {
		if n.Type == html.ElementNode {
			if has(n, "data-document") && p == stray {
				p = newShown(f)
				out = append(out, p)
			}
			p.read(n)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			read(c, p)
		}
	}
	read(root, stray)
	if stray.parts > 0 || len(out) == 0 {
		out = append(out, stray)
	}
	for _, p := range out {
		p.verbatim = source.Squeeze(p.verbatim)
	}
	return out
}

func newShown(f *file) *shown {
	return &shown{page: f, counts: map[string]string{}, leftOut: map[string]int{}}
}

// read adds what the element n itself says.
func (p *shown) read(n *html.Node) {
	if has(n, "data-document") {
		p.document, p.source, p.sha256 = value(n, "data-document"), value(n, "data-source"), value(n, "data-sha256")
		for _, key := range countKeys {
			if has(n, key) {
				p.counts[key] = value(n, key)
			}
		}
	}
	p.readAccount(n)
	if has(n, "data-verbatim") {
		p.parts++
		var text strings.Builder
		ownText(n, &text)
		p.verbatim += text.String()
	}
	if has(n, "data-original-file") {
		if u, err := url.Parse(value(n, "href")); err == nil {
			p.original = path.Join(path.Dir(p.page.name), u.Path)
		}
	}
	if has(n, "data-noise") {
		var noise strings.Builder
		ownText(n, &noise)
		if text := source.Squeeze(noise.String()); text != "" {
			p.noise = append(p.noise, text)
		}
	}
}

// ownText writes the text of n without the elements marked as added.
func ownText(n *html.Node, b *strings.Builder) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode && !has(c, "data-added"):
			ownText(c, b)
		}
	}
}

// compare returns the first difference between a paper, with its text without white space, and
// its page, or nil.
func compare(p *shown, seed *source.File, text string) *source.Error {
	name := p.page.name
	switch {
	case p.parts != 1:
		return failure(name, place{}, "verbatim", "the page has %d elements marked data-verbatim, not one", p.parts)
	case p.document == "":
		return failure(name, place{}, "verbatim", "the article does not say which document it shows")
	case p.sha256 != seed.SHA256:
		return failure(name, place{}, "digest", "the page was made of another %s: its digest is %s, the seed's is %s", seed.Name, p.sha256, seed.SHA256)
	}
	m := matcher{text: text, shown: p.verbatim, noise: p.noise, failed: map[[2]int]bool{}}
	if m.match(0, 0, 0) {
		return nil
	}
	off := offset(seed.Text, m.far)
	at := seed.Position(off)
	return failure(name, place{}, "text", "the text differs from the paper at %s:%d:%d: expected %q, the page has %q",
		seed.Name, at.Line, at.Column, cut(m.text, m.far), cut(m.shown, m.farShown))
}

// A matcher tells whether text is shown with the noise put in at some places, in order. All are
// without white space; offsets are bytes.
type matcher struct {
	text, shown   string
	noise         []string
	failed        map[[2]int]bool // offset in text, number of noise
	far, farShown int             // how far the texts agree at best
}

// match reports whether text[i:] is shown[j:] with noise[k:] put in.
func (m *matcher) match(i, j, k int) bool {
	if m.failed[[2]int{i, k}] {
		return false
	}
	n := common(m.text[i:], m.shown[j:])
	if i+n > m.far || m.far == 0 {
		m.far, m.farShown = i+n, j+n
	}
	if k == len(m.noise) {
		return i+n == len(m.text) && j+n == len(m.shown)
	}
	// The noise begins at or before the first difference.
	noise := m.noise[k]
	for from := i; from <= i+n; {
		at := strings.Index(m.text[from:], noise)
		if at < 0 || from+at > i+n {
			break
		}
		from += at
		if m.match(from+len(noise), j+from-i, k+1) {
			return true
		}
		from++
	}
	m.failed[[2]int{i, k}] = true
	return false
}

// common returns the length of the common beginning of a and b, in whole characters.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && n < len(a) && !utf8.RuneStart(a[n]) {
		n--
	}
	return n
}

// offset returns the offset in text of the character that stands at n once white space is removed.
func offset(text string, n int) int {
	for i, r := range text {
		if source.IsSpace(r) {
			continue
		}
		if n <= 0 {
			return i
		}
		n -= utf8.RuneLen(r)
	}
	return len(text)
}

// How many characters a message shows on both sides of where a text went wrong.
const (
	cutBefore = 6
	cutBehind = 10
)

// cut returns a few characters of text on both sides of i.
func cut(text string, i int) string {
	before, behind := []rune(text[:i]), []rune(text[i:])
	return string(before[max(0, len(before)-cutBefore):]) + string(behind[:min(cutBehind, len(behind))])
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func value(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
