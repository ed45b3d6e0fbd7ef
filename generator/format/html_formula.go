package format

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

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
	arg := func(i int) string {
		if i < len(parts) {
			return bound(parts[i])
		}
		return ""
	}
	whole := strings.Join(parts, "")
	switch {
	case n.Data == "mfrac" && len(parts) == 2:
		return arg(0) + "/" + arg(1)
	case (n.Data == "msup" || n.Data == "mover") && len(parts) == 2:
		return arg(0) + "^" + arg(1)
	case (n.Data == "msub" || n.Data == "munder") && len(parts) == 2:
		return arg(0) + "_" + arg(1)
	case (n.Data == "msubsup" || n.Data == "munderover") && len(parts) == 3:
		return arg(0) + "_" + arg(1) + "^" + arg(2)
	case n.Data == "msqrt":
		return "√" + bound(whole)
	case n.Data == "mroot" && len(parts) == 2:
		return "√(" + parts[1] + "&" + parts[0] + ")"
	case n.Data == "mfenced":
		return fenced(n, parts)
	case n.Data == "mtr" || n.Data == "mtable":
		return strings.Join(parts, map[string]string{"mtr": ", ", "mtable": "; "}[n.Data])
	case n.DataAtom == atom.Math || whole != "":
		return whole
	}
	return ""
}

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
