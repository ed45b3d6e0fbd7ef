package verify

import (
	"net/url"
	"path"
	"sort"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/source"
)

// A quote is a paragraph of a blockquote, without white space and without what was added to it.
type quote struct {
	text string
	at   place
}

// A quoter collects the quotes of a page.
type quoter struct {
	quotes []quote
	inside bool // a blockquote is open
	text   strings.Builder
	at     place
	added  string // element that is open and marked as added, or nothing
	depth  int    // of elements of that name
}

func (q *quoter) start(t html.Token, at place) {
	switch {
	case t.Data == "blockquote":
		q.inside = true
		q.flush(at)
	case !q.inside || t.Type == html.SelfClosingTagToken || t.Data == "br" || t.Data == "img":
	case q.added == t.Data:
		q.depth++
	case q.added == "" && hasKey(t, "data-added"):
		q.added, q.depth = t.Data, 1
	case t.Data == "p" || t.Data == "li" || t.Data == "tr":
		q.flush(at)
	}
}

func (q *quoter) end(name string, at place) {
	if q.added == name {
		if q.depth--; q.depth == 0 {
			q.added = ""
		}
	}
	if name == "blockquote" {
		q.flush(at)
		q.inside = false
	}
}

func (q *quoter) write(text string) {
	if q.inside && q.added == "" {
		q.text.WriteString(text)
	}
}

// flush ends a quote and begins the next one at the given place.
func (q *quoter) flush(at place) {
	if text := source.Squeeze(q.text.String()); text != "" {
		q.quotes = append(q.quotes, quote{text, q.at})
	}
	q.text.Reset()
	q.at = at
}

// quotes proves that what a page quotes stands in one of the papers that it links to. A page
// that links to no paper quotes something else.
func (s *site) quotes(f *file) (errs source.ErrorList) {
	if len(f.quotes) == 0 || s.papers[f.name] != "" {
		return nil
	}
	var papers []string
	for _, l := range f.links {
		u, err := url.Parse(l.target)
		if err != nil {
			continue
		}
		if text := s.papers[path.Join(path.Dir(f.name), u.Path)]; text != "" {
			papers = append(papers, text)
		}
	}
	for _, q := range f.quotes {
		if n := longest(q.text, papers); n < len(q.text) && len(papers) > 0 {
			errs = append(errs, failure(f.name, q.at, "quote", "the quotation stands in no paper that the page links to, from %q on", cut(q.text, n)))
		}
	}
	return errs
}

// longest returns the length of the longest beginning of text that stands in one of the papers.
func longest(text string, papers []string) int {
	best := 0
	for _, p := range papers {
		if strings.Contains(p, text) {
			return len(text)
		}
		n := sort.Search(len(text), func(n int) bool { return !strings.Contains(p, text[:n+1]) })
		best = max(best, n)
	}
	for best > 0 && text[best]&0xC0 == 0x80 {
		best-- // not within a character
	}
	return best
}

func hasKey(t html.Token, key string) bool {
	for _, a := range t.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}
