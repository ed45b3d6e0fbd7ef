package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/source"
)

// A page is a web page as the lines that it shows.
type page struct {
	root   *html.Node
	title  string // of the browser's window
	meta   []metaTag
	lines  []line
	top    *region
	images int // pictures in the paper
	whole  bool
	err    error

	sheet   *sheet
	order   map[*html.Node]int  // of the nodes in the page
	left    source.Account      // what the page does not show
	shown   map[*html.Node]bool // form controls whose value is in a line
	strange int                 // numbers of lists whose style is not known

	counters counters
}

type metaTag struct{ name, content string }

// A line is one line of a page, or a table of data.
type line struct {
	text    string
	han     int // Han characters outside links
	link    bool
	hidden  bool
	chrome  bool // in an element for navigation
	heading bool
	images  int
	table   *table
	reason  string // it is noise
	copy    bool   // its text stands on the page before
	pieces  []piece
	raw     string // the text as it was put together; empty without values of form controls
}

// A region is a block element with the lines that it shows.
type region struct {
	from, to int
	inner    []*region
}

// state is what the elements around a text say about it.
type state struct {
	link, hidden, chrome, heading, pre bool

	unseen, tiny, clear bool // hidden, unless an element in it says otherwise
	white, dark         bool // written in white; on a ground of its own
	script              source.MarkKind
	struck              bool
	control             bool           // the value of a form control
	at                  int            // the node of the text, or generated
	nodes               source.Account // of generated text: what it comes from
}

// A collector walks a tree and collects lines.
type collector struct {
	p       *page
	lines   []line
	at      *region
	cur     strings.Builder
	line    line
	anyText bool // text outside links in the line
	later   []line
	nested  int // how deep in cells of tables
}

// newPage returns the lines of a page.
func newPage(root *html.Node) *page {
	p := &page{root: root, top: &region{}, order: map[*html.Node]int{}, shown: map[*html.Node]bool{}, counters: counters{values: map[string][]int{}}}
	for n := range root.Descendants() {
		p.order[n] = len(p.order) + 1
	}
	p.sheet = newSheet(root, p.order)
	p.head(root)
	c := &collector{p: p, at: p.top}
	c.walk(root, state{})
	c.flush()
	p.lines = c.lines
	p.top.to = len(p.lines)
	p.attributes()
	p.leaveContents()
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

// inline are the elements that stand within a line; every other one begins a new line.
var inline = map[atom.Atom]bool{atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Big: true, atom.Cite: true, atom.Code: true,
	atom.Data: true, atom.Del: true, atom.Dfn: true, atom.Em: true, atom.Font: true, atom.I: true, atom.Img: true, atom.Input: true, atom.Ins: true,
	atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.Rp: true, atom.Rt: true, atom.Ruby: true, atom.S: true, atom.Samp: true,
	atom.Small: true, atom.Span: true, atom.Strike: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.Tt: true, atom.U: true,
	atom.Var: true, atom.Wbr: true, atom.Nobr: true, atom.Button: true, atom.Output: true, atom.Acronym: true, atom.Map: true, atom.Picture: true, atom.Slot: true}

func (c *collector) walk(n *html.Node, s state) {
	switch n.Type {
	case html.TextNode:
		s.at = c.p.order[n]
		c.text(n.Data, s)
		return
	case html.ElementNode:
		c.element(n, s)
		return
	case html.DocumentNode:
		c.children(n, s)
	}
}

// children walks what stands in an element, and what style sheets put before and behind that.
func (c *collector) children(n *html.Node, s state) {
	c.p.counters.enter()
	defer c.p.counters.leave()
	c.generated(n, "::before", s)
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		c.walk(k, s)
	}
	c.generated(n, "::after", s)
}

func (c *collector) element(n *html.Node, s state) {
	switch {
	case silent[n.DataAtom] != "":
		c.p.leave(n, silent[n.DataAtom])
		return
	case n.DataAtom == atom.Br || n.DataAtom == atom.Hr:
		c.flush()
		return
	case n.DataAtom == atom.Img:
		if !c.p.hidden(n) {
			c.line.images++
		}
		return
	}
	if !s.hidden && c.p.hidden(n) {
		c.aside(n, s)
		return
	}
	s = c.inside(n, s)
	switch {
	case c.special(n, s):
	case inline[n.DataAtom] || n.Namespace != "" || strings.Contains(n.Data, ":"): // <o:p> of Word is no block
		c.children(n, s)
	default:
		c.block(n, s)
	}
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
	case atom.Ol, atom.Ul:
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
	s = c.inside(n, s)
	s.hidden = true
	in := &collector{p: c.p, at: &region{}, nested: c.nested}
	in.children(n, s)
	in.flush()
	c.later = append(c.later, in.lines...)
	if !inline[n.DataAtom] {
		c.flush()
	}
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
	if (s.unseen || s.tiny || s.clear) && !s.hidden && strings.TrimSpace(data) != "" {
		s.hidden = true
		in := &collector{p: c.p, at: &region{}, nested: c.nested}
		in.text(data, s)
		in.flush()
		c.later = append(c.later, in.lines...)
		return
	}
	from := c.cur.Len()
	if blank := c.write(data, s); blank {
		return
	}
	c.piece(piece{text: data, from: from, to: c.cur.Len(), nodes: s.nodes, marks: s.marks(), control: s.control, white: s.white && !s.dark}, s.at)
	c.anyText = c.anyText || !s.link
	c.line.hidden = c.line.hidden || s.hidden
	c.line.chrome = c.line.chrome || s.chrome
	c.line.heading = c.line.heading || s.heading
}

// write adds text with its white space as a browser shows it, and reports whether it is blank.
func (c *collector) write(data string, s state) (blank bool) {
	blank = true
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
	return blank
}

// flush ends the line.
func (c *collector) flush() {
	l := c.line
	l.text = strings.TrimSpace(c.cur.String())
	l.link = !c.anyText
	if slices.ContainsFunc(l.pieces, func(x piece) bool { return x.control }) {
		l.raw = c.cur.String()
	}
	if l.text != "" || l.images > 0 {
		c.lines = append(c.lines, l)
	}
	c.lines = append(c.lines, c.later...)
	c.cur.Reset()
	c.line, c.anyText, c.later = line{}, false, nil
}
