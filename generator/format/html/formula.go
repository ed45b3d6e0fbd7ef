package html

import (
	"fmt"
	"strings"

	"golang.org/x/net/html"

	"zhengce/generator/source"
)

// formula adds a formula in its linear form, 甲/乙, with its MathML as a mark.
func (c *collector) formula(n *html.Node, s state) {
	var nodes source.Account
	for k := range n.Descendants() {
		if k.Type != html.TextNode || source.Squeeze(k.Data) == "" {
			continue
		}
		if within(k, "annotation", "annotation-xml") {
			c.p.leaveText(c.p.order[k], k.Data, "公式的源码")
		} else {
			nodes = append(nodes, source.Entry{At: c.p.order[k], Text: k.Data})
		}
	}
	text := linear(n)
	if len(nodes) == 0 {
		return
	}
	var b strings.Builder
	if err := html.Render(&b, n); err != nil {
		b.Reset()
	}
	from := len(c.line.pieces)
	s.at = generated
	c.text(text, s)
	if len(c.line.pieces) == from && len(c.later) > 0 { // it is hidden
		last := &c.later[len(c.later)-1]
		last.pieces[0].nodes = nodes
		return
	}
	if len(c.line.pieces) > from {
		x := &c.line.pieces[from]
		x.nodes, x.marks = nodes, append(x.marks, source.Mark{Kind: source.Formula, Note: b.String()})
	}
}

// within reports whether n stands in an element of one of the names.
func within(n *html.Node, names ...string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		for _, name := range names {
			if p.Data == name {
				return true
			}
		}
	}
	return false
}

// linear returns a formula of MathML in a line.
func linear(n *html.Node) string {
	if n.Type == html.TextNode {
		return strings.Join(strings.Fields(n.Data), " ")
	}
	var parts []string
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.Data == "annotation" || k.Data == "annotation-xml" || k.Type == html.CommentNode || k.Type == html.TextNode && strings.TrimSpace(k.Data) == "" {
			continue
		}
		parts = append(parts, linear(k))
	}
	return laid(n, parts)
}

// laid puts the parts of an element of MathML into a line.
func laid(n *html.Node, parts []string) string {
	pattern := layouts[n.Data]
	switch whole := strings.Join(parts, ""); {
	case n.Data == "mfenced":
		return fenced(n, parts)
	case n.Data == "mtr" || n.Data == "mtable":
		return strings.Join(parts, map[string]string{"mtr": ", ", "mtable": "; "}[n.Data])
	case n.Data == "msqrt":
		return "√" + bound(whole)
	case pattern == "" || strings.Count(pattern, "%") != len(parts):
		return whole
	}
	args := make([]any, len(parts))
	for i, p := range parts {
		args[i] = bound(p)
	}
	return fmt.Sprintf(pattern, args...)
}

// layouts are the elements of MathML with a place for each of their parts.
var layouts = map[string]string{"mfrac": "%s/%s", "msup": "%s^%s", "mover": "%s^%s", "msub": "%s_%s", "munder": "%s_%s",
	"msubsup": "%s_%s^%s", "munderover": "%s_%s^%s", "mroot": "√(%[2]s&%[1]s)"}

// fenced returns the parts of a formula between its brackets.
func fenced(n *html.Node, parts []string) string {
	open, shut := "(", ")"
	if hasAttr(n, "open") {
		open = attr(n, "open")
	}
	if hasAttr(n, "close") {
		shut = attr(n, "close")
	}
	return open + strings.Join(parts, ",") + shut
}

// bound puts brackets around what is more than one name or number.
func bound(text string) string {
	for _, r := range text {
		if !isWord(r) {
			return "(" + text + ")"
		}
	}
	return text
}
