package html

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

const (
	controlReason  = "页面上表单中的文字"
	optionReason   = "下拉框中未选的选项"
	scriptReason   = "脚本中的文字"
	fallbackReason = "浏览器不支持时才显示的文字"
	tooltipReason  = "鼠标停留时才显示的文字"
	frameReason    = "框架：所嵌网页不在此文件中"
	metaTagReason  = "网页的元数据"
)

// silent are the elements whose content a page does not show as text, with why.
var silent = map[atom.Atom]string{atom.Head: "网页的标题栏", atom.Title: "标题和说明，页面上不显示", atom.Desc: "标题和说明，页面上不显示",
	atom.Script: scriptReason, atom.Style: "样式表", atom.Noscript: fallbackReason, atom.Noembed: fallbackReason, atom.Noframes: fallbackReason,
	atom.Template: "脚本所用的模板", atom.Iframe: frameReason, atom.Embed: fallbackReason, atom.Canvas: fallbackReason,
	atom.Meter: fallbackReason, atom.Progress: fallbackReason, atom.Audio: fallbackReason, atom.Video: fallbackReason, atom.Datalist: "输入时的提示", atom.Rp: "注音的括号"}

// isProgram reports whether the text in n is none: a style sheet, or a program.
func isProgram(n *html.Node) bool {
	if n == nil || n.DataAtom != atom.Script && n.DataAtom != atom.Style {
		return false
	}
	kind := strings.ToLower(attr(n, "type"))
	return n.DataAtom == atom.Style || !strings.HasPrefix(kind, "text/") || strings.Contains(kind, "script")
}

// rawText returns the text of a text node, which is mark-up where browsers do not read it as such.
func rawText(n *html.Node) string {
	if p := n.Parent; p == nil || !slices.Contains([]atom.Atom{atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Script}, p.DataAtom) {
		return n.Data
	}
	root, err := html.Parse(strings.NewReader(n.Data))
	if err != nil {
		return n.Data
	}
	var b strings.Builder
	for k := range root.Descendants() {
		if k.Type == html.TextNode && !isProgram(k.Parent) {
			b.WriteString(rawText(k))
		}
	}
	return b.String()
}

// special walks the elements that show their text in a way of their own, and reports whether n is one.
func (c *collector) special(n *html.Node, s state) bool {
	switch n.DataAtom {
	case atom.Input:
		c.input(n, s)
	case atom.Textarea:
		c.flush()
		s.pre, s.control = true, true
		c.children(n, s)
		c.flush()
	case atom.Select:
		c.choice(n, s)
	case atom.Object:
		if attr(n, "data") != "" || attr(n, "classid") != "" {
			c.p.leave(n, fallbackReason)
			return true
		}
		c.block(n, s)
	case atom.Ruby:
		c.ruby(n, s)
	case atom.Math:
		c.formula(n, s)
	case atom.Svg:
		c.flush()
		c.children(n, s)
		c.flush()
	default:
		if n.Namespace == "svg" && n.Data == "text" {
			c.block(n, s)
			return true
		}
		return false
	}
	return true
}

// input adds the value of a field or button.
func (c *collector) input(n *html.Node, s state) {
	if sign, ok := isBox(attr(n, "type"), hasAttr(n, "checked")); ok {
		s.control, s.at = true, generated
		c.text(sign, s)
		return
	}
	switch strings.ToLower(attr(n, "type")) {
	case "hidden", "image", "file", "color", "range", "password":
		return // the value is not shown
	}
	value := attr(n, "value")
	if source.Squeeze(value) == "" {
		return
	}
	c.p.shown[n] = true
	s.control, s.at = true, c.p.order[n]
	c.text(value, s)
}

// choice adds the option that a select element shows: the last that is selected, or the first.
func (c *collector) choice(n *html.Node, s state) {
	var shown *html.Node
	selected := false
	for k := range n.Descendants() {
		if k.DataAtom == atom.Option && (shown == nil || hasAttr(k, "selected")) {
			shown, selected = k, selected || hasAttr(k, "selected")
		}
	}
	all := hasAttr(n, "multiple") || attr(n, "size") > "1" && !selected
	for k := range n.Descendants() {
		if k.Type != html.TextNode {
			continue
		}
		if all || k.Parent == shown {
			s.control, s.at = true, c.p.order[k]
			c.text(k.Data, s)
		} else {
			c.p.leaveText(c.p.order[k], k.Data, optionReason)
		}
	}
}

// ruby adds characters with their reading as a mark.
func (c *collector) ruby(n *html.Node, s state) {
	from := len(c.line.pieces)
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom != atom.Rt && k.DataAtom != atom.Rtc {
			if k.DataAtom == atom.Rb {
				c.children(k, s)
			} else {
				c.walk(k, s)
			}
			continue
		}
		if len(c.line.pieces) <= from {
			c.children(k, s) // a reading of nothing stands as text
			continue
		}
		base := &c.line.pieces[len(c.line.pieces)-1]
		note := ""
		for t := range k.Descendants() {
			if t.Type == html.TextNode && source.Squeeze(t.Data) != "" {
				note += strings.TrimSpace(t.Data)
				base.nodes = append(base.nodes, source.Entry{At: c.p.order[t], Text: t.Data})
			}
		}
		if note != "" {
			base.marks = append(base.marks, source.Mark{Kind: source.Ruby, Note: note})
		}
		from = len(c.line.pieces)
	}
}

// attributes notes the text of attributes that no line has.
func (p *page) attributes() {
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		for _, a := range n.Attr {
			if reason := p.unshown(n, a); reason != "" {
				p.leaveText(p.order[n], a.Val, reason)
			}
		}
	}
}

// unshown returns why the text of an attribute is in no line, or "" where it is, or is none.
func (p *page) unshown(n *html.Node, a html.Attribute) string {
	switch a.Key {
	case "alt":
		return "图片的替代文字"
	case "title":
		return tooltipReason
	case "placeholder":
		return "空白输入框的提示"
	case "label":
		return optionReason
	}
	switch {
	case paper.CountHan(a.Val) == 0:
	case a.Key == "content" && n.DataAtom == atom.Meta:
		return metaTagReason
	case a.Key == "value" && n.DataAtom == atom.Input && !p.shown[n]:
		return controlReason
	}
	return ""
}

// isWord reports whether a formula writes r as a name or number that binds closely.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' }
