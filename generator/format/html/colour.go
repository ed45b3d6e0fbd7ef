package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// white are the colours that nobody sees on paper.
var white = map[string]bool{"#fff": true, "#ffffff": true, "white": true, "rgb(255,255,255)": true, "rgba(255,255,255,1)": true}

// colour says whether the text in an element is written in white; set is false where it says nothing.
func (l look) colour(n *html.Node) (isWhite, set bool) {
	c := l["color"]
	if c == "" && n.DataAtom == atom.Font {
		c = strings.ToLower(attr(n, "color"))
	}
	return white[strings.ReplaceAll(c, " ", "")], c != "" && c != "inherit"
}

// ground reports whether an element has a ground of its own, on which white may be seen.
func (l look) ground(n *html.Node) bool {
	return l["background"]+l["background-color"]+l["background-image"]+attr(n, "bgcolor")+attr(n, "background") != ""
}
