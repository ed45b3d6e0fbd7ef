package pages

import (
	"bytes"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"golang.org/x/net/html"

	"zhengce/generator/source"
)

// markdown is goldmark set up as in hugo.toml: tables and attributes, nothing else.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAttribute()))

// render returns Markdown as HTML. Block attributes are Hugo's own; their lines are left out.
func render(t testing.TB, md string) *html.Node {
	t.Helper()
	var lines []string
	for _, line := range strings.Split(md, "\n") {
		if !strings.HasPrefix(line, "{") {
			lines = append(lines, line)
		}
	}
	var b bytes.Buffer
	if err := markdown.Convert([]byte(strings.Join(lines, "\n")), &b); err != nil {
		t.Fatal(err)
	}
	n, err := html.Parse(&b)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// textOf returns the text under n without white space; that of a mark is the words of its image.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
		if d.Type == html.ElementNode && d.Data == "img" {
			b.WriteString(attr(d, "alt"))
		}
	}
	return source.Squeeze(b.String())
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// count returns how many elements of the name stand under n.
func elements(n *html.Node, name string) int {
	count := 0
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && d.Data == name {
			count++
		}
	}
	return count
}

// hostile is text that is something else in Markdown, HTML or Hugo's templates.
var hostile = []string{
	"", "二、重点任务", "*一*", "**b**", "_x_", "__x__", "[a](b)", "[a]: b", "![a](b)", "<b>x</b>", "<!--more-->", "<http://a.b>", "http://a.b/c",
	"{{x}}", "{{< ref >}}", "{{% x %}}", "{{</* x */>}}", "{#id}", "{.c}", "---", "- a", "+ a", "* a", "1. a", "1) a", "12.5万", "2015.", "===", "| a | b |", "a|b", `a\|b`, `a\`, `\\`, `\*`,
	"# a", "## a ##", "a #", "~~a~~", "~a~", "> a", ">a", ":x: y", ": a", ":smile:", "&amp;", "&#35;", "&", "`a`", "``", "```", "~~~", "$$x$$", `\(x\)`, "\"a\" 'b' -- ... <<x>>",
	"a  b", "　　（一）推进", "[^1]", "[ ] a", "- [x] a", "a\x00b", "\ufeffa", "a\u200bb", "<script>alert(1)</script>", "x^2^ H~2~O ==m== ++i++", "=1+1", "\u2028x", "1\\.", "!", "a!",
	"+++", "{{__hugo_ctx pid=1}}", "HAHAHUGOSHORTCODE", "%3C", "\ta", "    code", "a\r\nb", "“四个全面”", "互联网 ”行动", "x\n---\ny", "x\n# y", "x\n\ny", "\x01\x1b\x7f",
}

func TestEscapeReadsBack(t *testing.T) {
	for _, text := range hostile {
		readsBack(t, text)
	}
}

func FuzzEscape(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		readsBack(t, strings.ToValidUTF8(text, "?"))
	})
}

// readsBack fails unless text comes back from every place in which pages put it.
func readsBack(t *testing.T, text string) {
	t.Helper()
	want := source.Squeeze(strings.ReplaceAll(text, "\x00", "\uFFFD"))
	md := escape(text)
	if strings.ContainsAny(md, "\n\r") {
		t.Errorf("escape(%q) = %q has several lines", text, md)
	}
	for _, mark := range []string{"{{<", "{{%", "<!--more", "{{__"} {
		if strings.Contains(md, mark) {
			t.Errorf("escape(%q) = %q holds a mark of Hugo", text, md)
		}
	}
	p := &page{}
	in := plain(text)
	p.para(in, "")
	p.para(link(text, "/x.md", linkTitle(text)), "")
	p.quote([]inline{in, in})
	p.list([]inline{in, in}, "")
	p.heading(2, add(plain("x"), in), `id="a"`)
	p.body.WriteString((&table{head: []string{text, "b"}, rows: [][]inline{{in, in}, {in, in}}}).markdown())
	doc := render(t, p.body.String())
	if got, wanted := textOf(doc), strings.Repeat(want, 6)+"x"+want+want+"b"+strings.Repeat(want, 4); got != wanted {
		t.Errorf("%q is read back as %q, not %q from\n%s", text, got, wanted, p.body.String())
	}
	for name, n := range map[string]int{"a": 1, "h2": 1, "li": 2, "td": 4, "th": 2, "table": 1, "blockquote": 1, "hr": 0, "code": 0, "em": 0, "img": 0} {
		if got := elements(doc, name); got != n && !(name == "a" && want == "") {
			t.Errorf("%q: %d <%s>, want %d", text, got, name, n)
		}
	}
}

func TestEscapeKeepsWords(t *testing.T) {
	for text, want := range map[string]string{
		"发展改\n革委":        "发展改革委",
		"one\n  two":     "one two",
		"到2020\n年":       "到2020年",
		"a b":            "a b",
		"7 万亿元":          "7 万亿元",
		"1.5万元":          `1\.5万元`,
		"约1.5万元":         "约1.5万元",
		"甲\r\n　　乙":       "甲乙",
		"中文 English\n中文": "中文 English中文",
	} {
		if got := escape(text); got != want {
			t.Errorf("escape(%q) = %q, want %q", text, got, want)
		}
	}
}
