package format

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A page is a web page as the lines that it shows.
type page struct {
	root   *html.Node
	title  string // of the browser's window
	meta   []metaTag
	lines  []pageLine
	top    *region
	images int // pictures in the paper
	whole  bool
	err    error
}

type metaTag struct{ name, content string }

// A pageLine is one line of a page, or a table of data.
type pageLine struct {
	text    string
	han     int // Han characters outside links
	link    bool
	hidden  bool
	chrome  bool // in an element for navigation
	heading bool
	images  int
	table   *pageTable
	reason  string // it is noise
}

// A region is a block element with the lines that it shows.
type region struct {
	from, to int
	inner    []*region
}

// state is what the elements around a text say about it.
type state struct {
	link, hidden, chrome, heading, pre bool
}

// A collector walks a tree and collects lines.
type collector struct {
	p       *page
	lines   []pageLine
	at      *region
	cur     strings.Builder
	line    pageLine
	anyText bool // text outside links in the line
	later   []pageLine
	nested  int // how deep in cells of tables
}

// newPage returns the lines of a page.
func newPage(root *html.Node) *page {
	p := &page{root: root, top: &region{}}
	p.head(root)
	c := &collector{p: p, at: p.top}
	c.walk(root, state{})
	c.flush()
	p.lines = c.lines
	p.top.to = len(p.lines)
	return p
}

// head takes in the title and the meta tags.
func (p *page) head(root *html.Node) {
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Title:
			if p.title == "" && n.FirstChild != nil {
				p.title = strings.TrimSpace(n.FirstChild.Data)
			}
		case atom.Meta:
			name := attr(n, "name")
			if name == "" {
				name = attr(n, "property")
			}
			if content := strings.TrimSpace(attr(n, "content")); content != "" {
				p.meta = append(p.meta, metaTag{strings.ToLower(name), content})
			}
		}
	}
}

// silent are the elements whose content a page does not show as text.
var silent = map[atom.Atom]bool{atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Iframe: true,
	atom.Object: true, atom.Embed: true, atom.Svg: true, atom.Canvas: true, atom.Audio: true, atom.Video: true, atom.Select: true, atom.Textarea: true,
	atom.Datalist: true, atom.Map: true}

// inline are the elements that stand within a line; every other one begins a new line.
var inline = map[atom.Atom]bool{atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Input: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.Rp: true, atom.Rt: true, atom.Ruby: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true,
	atom.Var: true, atom.Wbr: true, atom.Nobr: true, atom.Button: true}

func (c *collector) walk(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		c.text(n.Data, s)
		return
	case html.ElementNode:
		c.element(n, s)
		return
	case html.DocumentNode:
		c.children(n, s)
	}
}

func (c *collector) children(n *html.Node, s state) {
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.walk(k, s)
	}
}

func (c *collector) element(n *html.Node, s state) {
	switch {
	case silent[n.DataAtom]:
		return
	case n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
		c.flush()
		return
	case n.DataAtom == atom.Img:
		if !hidden(n) {
			c.line.images++
		}
		return
	}
	switch n.DataAtom {
	case atom.A:
		s.link = s.link || attr(n, "href") != "" // Word marks places by links without one
	case atom.Nav, atom.Footer, atom.Aside, atom.Button:
		s.chrome = true
	case atom.H1, atom.H2, atom.H3:
		s.heading = true
	case atom.Pre:
		s.pre = true
	}
	if !s.hidden && hidden(n) {
		c.aside(n, s)
		return
	}
	if inline[n.DataAtom] || n.Namespace != "" || strings.Contains(n.Data, ":") { // <o:p> of Word is no block
		c.children(n, s)
		return
	}
	c.block(n, s)
}

// block walks a block element, as a region of its own.
func (c *collector) block(n *html.Node, s state) {
	c.flush()
	outer := c.at
	r := &region{from: len(c.lines)}
	c.at = r
	switch n.DataAtom {
	case atom.Table:
		c.table(n, s)
	case atom.Ol:
		c.numbered(n, s)
	default:
		c.children(n, s)
	}
	c.flush()
	r.to = len(c.lines)
	c.at = outer
	if r.to > r.from {
		outer.inner = append(outer.inner, r)
	}
}

// aside walks a hidden element: its lines follow the line that it stands in.
func (c *collector) aside(n *html.Node, s state) {
	s.hidden = true
	in := &collector{p: c.p, at: &region{}, nested: c.nested}
	in.children(n, s)
	in.flush()
	c.later = append(c.later, in.lines...)
	if !inline[n.DataAtom] {
		c.flush()
	}
}

// numbered walks an ordered list and puts the numbers before its items that a browser shows.
func (c *collector) numbered(n *html.Node, s state) {
	i := 1
	if v, err := strconv.Atoi(attr(n, "start")); err == nil {
		i = v
	}
	plain := strings.Contains(style(n), "list-style:none") || strings.Contains(style(n), "list-style-type:none")
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom != atom.Li {
			c.walk(k, s)
			continue
		}
		if v, err := strconv.Atoi(attr(k, "value")); err == nil {
			i = v
		}
		c.flush()
		if !plain && !strings.Contains(style(k), "list-style") && !begins(k, numberMark(i)) {
			c.text(numberMark(i), s)
		}
		c.children(k, s)
		c.flush()
		i++
	}
}

func numberMark(i int) string { return fmt.Sprintf("%d. ", i) }

// begins reports whether the text of n begins with the number, white space aside: a paper that was
// saved with its numbers as text has them already.
func begins(n *html.Node, mark string) bool {
	number := strings.TrimRight(mark, ". ")
	for t := range n.Descendants() {
		if t.Type != html.TextNode {
			continue
		}
		if text := strings.TrimSpace(t.Data); text != "" {
			rest, ok := strings.CutPrefix(text, number)
			return ok && (rest == "" || strings.ContainsAny(rest[:1], ".、)") || strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "．"))
		}
	}
	return false
}

// text adds text to the line.
func (c *collector) text(data string, s state) {
	if s.pre {
		for i, l := range strings.Split(data, "\n") {
			if i > 0 {
				c.flush()
			}
			s.pre = false
			c.text(l, s)
		}
		return
	}
	blank := true
	space := false
	for _, r := range data {
		if r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' {
			space = true
			continue
		}
		if space && c.cur.Len() > 0 {
			c.cur.WriteByte(' ')
		}
		space = false
		c.cur.WriteRune(r)
		if !unicode.IsSpace(r) {
			blank = false
		}
		if !s.link && unicode.Is(unicode.Han, r) {
			c.line.han++
		}
	}
	if space && c.cur.Len() > 0 {
		c.cur.WriteByte(' ')
	}
	if blank {
		return
	}
	c.anyText = c.anyText || !s.link
	c.line.hidden = c.line.hidden || s.hidden
	c.line.chrome = c.line.chrome || s.chrome
	c.line.heading = c.line.heading || s.heading
}

// flush ends the line.
func (c *collector) flush() {
	l := c.line
	l.text = strings.TrimSpace(c.cur.String())
	l.link = !c.anyText
	if l.text != "" || l.images > 0 {
		c.lines = append(c.lines, l)
	}
	c.lines = append(c.lines, c.later...)
	c.cur.Reset()
	c.line, c.anyText, c.later = pageLine{}, false, nil
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func style(n *html.Node) string {
	return strings.Join(strings.Fields(strings.ToLower(attr(n, "style"))), "")
}

// hidden reports whether an element says that it is not shown. A whole page that is hidden waits
// for its script.
func hidden(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" && a.Val != "until-found" {
			return true
		}
	}
	s := style(n)
	return strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden")
}
