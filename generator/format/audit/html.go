package audit

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// HTML returns what a web page has as text: the text between its tags, programs aside, the text that style
// sheets add, and the attributes in which pages write text for people.
func HTML(data []byte) ([]Part, error) {
	text, err := decoded(data)
	if err != nil {
		return nil, err
	}
	return []Part{{Nodes: pageNodes(text)}}, nil
}

// hosts are the elements in which the tokenizer takes mark-up for text.
var hosts = []string{"noscript", "iframe", "noembed", "noframes", "script"}

// pageNodes returns the nodes of a page with text, by the byte offset of their tokens.
func pageNodes(text string) []Node {
	var out []Node
	z := html.NewTokenizer(strings.NewReader(text))
	in, kind := "", "" // the element that a raw text stands in
	foreign := 0       // how deep in drawings and formulas
	for at := 0; ; {
		token := z.Next()
		raw := len(z.Raw())
		switch token {
		case html.ErrorToken:
			return out
		case html.TextToken:
			out = append(out, textIn(in, kind, at, strings.ReplaceAll(z.Token().Data, "\x00", ""))...)
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			in, kind = t.Data, strings.ToLower(value(t, "type"))
			if token == html.StartTagToken && (in == "svg" || in == "math") {
				foreign++
			}
			for _, a := range t.Attr {
				if bearsText(t, a) {
					out = append(out, Node{At: at, Text: a.Val})
				}
			}
		case html.EndTagToken:
			if name := z.Token().Data; foreign > 0 && (name == "svg" || name == "math") {
				foreign--
			}
			in = ""
		}
		z.AllowCDATA(foreign > 0)
		at += raw
	}
}

// textIn returns the text of a token at a place in an element with a type.
func textIn(element, kind string, at int, text string) []Node {
	switch {
	case element == "style":
		return styleNodes(at, text)
	case element == "script" && (!strings.HasPrefix(kind, "text/") || strings.Contains(kind, "script")):
		return nil
	case !slices.Contains(hosts, element):
		return []Node{{At: at, Text: text}}
	}
	var out []Node
	for _, n := range textNodes(text) {
		out = append(out, Node{At: at, Text: n})
	}
	return out
}

// textNodes returns the texts of a piece of a page, without attributes.
func textNodes(text string) []string {
	var out []string
	z := html.NewTokenizer(strings.NewReader(text))
	in := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken:
			in = z.Token().Data
		case html.EndTagToken:
			in = ""
		case html.TextToken:
			if in != "script" && in != "style" {
				out = append(out, z.Token().Data)
			}
		}
	}
}

func value(t html.Token, key string) string {
	for _, a := range t.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// bearsText reports whether an attribute holds text for people.
func bearsText(t html.Token, a html.Attribute) bool {
	switch a.Key {
	case "alt", "title", "placeholder", "label":
		return true
	case "content":
		return t.Data == "meta" && hasHan(a.Val)
	case "value":
		return t.Data == "input" && hasHan(a.Val)
	}
	return false
}

func hasHan(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

// lines cuts text at its line breaks, each with the byte offset of its line.
func lines(text string) []Node {
	var out []Node
	at := 0
	for _, l := range bytes.SplitAfter([]byte(text), []byte("\n")) {
		out = append(out, Node{At: at, Text: string(l)})
		at += len(l)
	}
	return out
}
