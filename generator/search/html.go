package search

import (
	"io/fs"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/say"
)

// paragraphs are the elements whose text is one passage.
var paragraphs = map[atom.Atom]bool{
	atom.P: true, atom.Li: true, atom.Tr: true, atom.H1: true, atom.H2: true, atom.H3: true, atom.H4: true,
	atom.H5: true, atom.H6: true, atom.Dt: true, atom.Dd: true, atom.Blockquote: true, atom.Pre: true,
	atom.Caption: true, atom.Summary: true,
}

// skipped are the elements of a page that hold none of its text.
var skipped = map[atom.Atom]bool{
	atom.Nav: true, atom.Script: true, atom.Style: true, atom.Form: true, atom.Template: true, atom.Button: true,
}

// FromHTML reads a finished page of the site: its first h1 as title and the paragraphs of its
// main element, each with the nearest id at or before it. It is for pages written by hand.
func FromHTML(fsys fs.FS, name, kind string) (Page, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return Page{}, say.Errorf("search index: %w", err)
	}
	defer f.Close()
	root, err := html.Parse(f)
	if err != nil {
		return Page{}, say.Errorf("search index: reading %s: %w", name, err)
	}
	main := find(root, atom.Main)
	if main == nil {
		return Page{}, say.Errorf("search index: %s has no main element", name)
	}
	r := pageReader{page: Page{URL: name, Kind: kind}}
	r.read(main, true)
	if r.page.Title == "" {
		return Page{}, say.Errorf("search index: %s has no h1 in its main element", name)
	}
	return r.page, nil
}

// A pageReader collects the paragraphs of a page, each as a part.
type pageReader struct {
	page   Page
	anchor string
}

func (r *pageReader) add(text string) {
	r.page.Parts = append(r.page.Parts, Part{Anchor: r.anchor, Texts: []string{text}})
}

// read adds the paragraphs under n. The id of main itself, the target of the skip link, is no anchor.
func (r *pageReader) read(n *html.Node, isMain bool) {
	if n.Type == html.ElementNode && !isMain {
		if skipped[n.DataAtom] {
			return
		}
		if id := attribute(n, "id"); id != "" {
			r.anchor = id
		}
	}
	if n.Type == html.ElementNode && paragraphs[n.DataAtom] && !holdsParagraph(n) {
		text := strings.Join(strings.Fields(textOf(n)), " ")
		if n.DataAtom == atom.H1 && r.page.Title == "" {
			r.page.Title = text
			r.anchor = ""
			return
		}
		// An id inside the paragraph stands for it too.
		if r.anchor == "" {
			r.anchor = firstID(n)
		}
		if text != "" {
			r.add(text)
		}
		return
	}
	if n.Type == html.TextNode {
		if text := strings.Join(strings.Fields(n.Data), " "); text != "" {
			r.add(text)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.read(c, false)
	}
}

func find(n *html.Node, a atom.Atom) *html.Node {
	for d := range n.Descendants() {
		if d.DataAtom == a && d.Type == html.ElementNode {
			return d
		}
	}
	return nil
}

func holdsParagraph(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && paragraphs[d.DataAtom] {
			return true
		}
	}
	return false
}

func firstID(n *html.Node) string {
	for d := range n.Descendants() {
		if id := attribute(d, "id"); id != "" {
			return id
		}
	}
	return ""
}

// textOf returns the text of n; cells of a row are kept apart.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode && (d.Parent == nil || !skipped[d.Parent.DataAtom]):
			b.WriteString(d.Data)
		case d.DataAtom == atom.Td || d.DataAtom == atom.Th || d.DataAtom == atom.Br:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
