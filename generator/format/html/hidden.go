package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/source"
)

// inside returns what holds of the text in n.
func (c *collector) inside(n *html.Node, s state) state {
	switch n.DataAtom {
	case atom.A:
		s.link = s.link || attr(n, "href") != "" // Word marks places by links without one
	case atom.Nav, atom.Footer, atom.Aside, atom.Button:
		s.chrome = true
	case atom.H1, atom.H2, atom.H3:
		s.heading = true
	case atom.Pre, atom.Xmp, atom.Plaintext, atom.Listing:
		s.pre = true
	case atom.Sup:
		s.script = source.Superscript
	case atom.Sub:
		s.script = source.Subscript
	case atom.S, atom.Strike, atom.Del:
		s.struck = true
	}
	s.heading = s.heading || titleClass.MatchString(attr(n, "class")) || titleClass.MatchString(attr(n, "id"))
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return s
	}
	l := c.p.sheet.of(n)
	c.p.counters.count(l)
	return s.styled(n, l)
}

// styled returns what holds of the text in n with the look l.
func (s state) styled(n *html.Node, l look) state {
	if v, set := l.unseen(); set {
		s.unseen = v
	}
	if v, set := l.tiny(); set {
		s.tiny = v
	}
	if v, set := l.clear(); set {
		s.clear = v && !strings.Contains(l["background"]+l["background-image"], "(") // a picture may shine through
	}
	if v, set := l.colour(n); set {
		s.white = v
	}
	s.dark = s.dark || l.ground(n)
	switch l["white-space"] {
	case "pre", "pre-wrap", "pre-line", "break-spaces":
		s.pre = true
	case "normal", "nowrap":
		s.pre = false
	}
	if inline[n.DataAtom] {
		if k := l.script(); k != "" {
			s.script = k
		}
	}
	s.struck = s.struck || strings.Contains(l["text-decoration"]+l["text-decoration-line"], "line-through")
	return s
}

// hidden reports whether an element says that it is not shown, and nothing in it says otherwise. A
// whole page that is hidden waits for its script.
func (p *page) hidden(n *html.Node) bool {
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return false
	}
	for _, a := range n.Attr {
		if a.Key == "hidden" && a.Val != "until-found" {
			return true
		}
	}
	l := p.sheet.of(n)
	if l.gone() || n.DataAtom == atom.Dialog && !hasAttr(n, "open") {
		return true
	}
	unseen, _ := l.unseen()
	tiny, _ := l.tiny()
	return (unseen || tiny) && !p.shows(n, unseen, tiny)
}

// shows reports whether an element in n shows its text, though n hides it.
func (p *page) shows(n *html.Node, unseen, tiny bool) bool {
	for k := range n.Descendants() {
		if k.Type != html.ElementNode {
			continue
		}
		l := p.sheet.of(k)
		if v, set := l.unseen(); unseen && set && !v {
			return true
		}
		if v, set := l.tiny(); tiny && !unseen && set && !v {
			return true
		}
	}
	return false
}
