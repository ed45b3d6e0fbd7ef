package verify

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown reads pages as hugo.toml sets it up.
var markdown = goldmark.New(goldmark.WithExtensions(extension.Table), goldmark.WithParserOptions(parser.WithAttribute())).Parser()

// A content is a page of content/ with what links to it need to know.
type content struct {
	name      string // under content/
	page      string // its address under the site
	body      []byte
	lines     map[int]parser.Attributes // behind the block that ends on the line before
	fields    map[string]string         // of its front matter, those that are texts
	shows     []string                  // pages whose text it shows, by name
	hidden    bool                      // it has no page of its own
	rows      [][]byte                  // of the lists of its front matter
	generated bool                      // not written by hand
}

var (
	fieldLine = regexp.MustCompile(`(?m)^([A-Za-z]+): "(.*)"$`)
	shownPage = regexp.MustCompile(`(?m)^  - \{.*"(?:text|page)":"/([^"]+\.md)"`)
)

// newContent reads the front matter of a page.
func newContent(name string, data []byte) *content {
	c := &content{name: name, fields: map[string]string{}, lines: map[int]parser.Attributes{}}
	c.page = strings.TrimSuffix(name, ".md") + ".html"
	if path.Base(name) == "_index.md" {
		c.page = path.Join(path.Dir(name), "index.html")
	}
	front, body, found := bytes.Cut(bytes.TrimPrefix(data, []byte("---\n")), []byte("\n---\n"))
	if !found {
		front, body = nil, data
	}
	for _, m := range fieldLine.FindAllSubmatch(front, -1) {
		c.fields[string(m[1])] = string(m[2])
	}
	for _, m := range rowLine.FindAllSubmatch(front, -1) {
		c.rows = append(c.rows, m[1])
	}
	for _, m := range shownPage.FindAllSubmatch(front, -1) {
		c.shows = append(c.shows, string(m[1]))
	}
	c.generated = bytes.HasPrefix(front, []byte("generated: "))
	c.hidden = bytes.Contains(front, []byte(`"render":"never"`))
	c.body = c.takeAttributes(body)
	return c
}

// takeAttributes takes out the lines that hold the attributes of the block before them.
func (c *content) takeAttributes(body []byte) []byte {
	var out bytes.Buffer
	n := 0
	for line := range bytes.Lines(body) {
		if bytes.HasPrefix(line, []byte("{")) {
			if a, ok := parser.ParseAttributes(text.NewReader(line)); ok {
				c.lines[n] = a
				line = []byte("\n")
			}
		}
		out.Write(line)
		n++
	}
	return out.Bytes()
}

// A markdownReader writes the stream of a page from its Markdown: what the render hooks of layouts/_markup make of it.
type markdownReader struct {
	stream
	*content
	pages map[string]*content // by name
	line  int                 // on which the block ends that was read last
	ends  []int               // of the lines of the body
}

// readMarkdown returns the stream of a page.
func readMarkdown(c *content, pages map[string]*content) string {
	r := &markdownReader{content: c, pages: pages}
	for i, b := range c.body {
		if b == '\n' {
			r.ends = append(r.ends, i)
		}
	}
	r.blocks(markdown.Parse(text.NewReader(c.body)))
	return r.b.String()
}

func (r *markdownReader) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		r.block(c)
	}
}

func (r *markdownReader) block(n ast.Node) {
	a := r.attributes(n)
	switch n := n.(type) {
	case *ast.Heading:
		r.around(fmt.Sprintf("h%d", n.Level), a, func() { r.inlines(n) })
	case *ast.Paragraph:
		r.around("p", a, func() { r.inlines(n) })
	case *ast.List:
		name := "ul"
		if n.IsOrdered() {
			name = "ol"
		}
		r.around(name, a, func() { r.blocks(n) })
	case *ast.TextBlock:
		r.inlines(n)
	case *ast.ListItem:
		r.mark("li")
		r.blocks(n)
	case *ast.Blockquote:
		r.around("blockquote", a, func() { r.blocks(n) })
	case *ast.FencedCodeBlock:
		if string(n.Language(r.body)) == "figure" {
			r.around("div", map[string]string{"class": "figure"}, func() { r.mark("figure") })
			return
		}
		r.code(n)
	case *ast.CodeBlock:
		r.code(n)
	case *tables.Table:
		r.table(n, a)
	}
}

// around writes an element with its attributes around what inside writes.
func (r *markdownReader) around(name string, a map[string]string, inside func()) {
	r.mark(name, "id", a["id"], "class", a["class"])
	inside()
	r.mark("/" + name)
}

func (r *markdownReader) code(n ast.Node) {
	r.mark("pre")
	r.text(string(n.Lines().Value(r.body)))
}

// attributes returns the attributes of a block: its own, or those on the line behind it.
func (r *markdownReader) attributes(n ast.Node) map[string]string {
	out := map[string]string{}
	add := func(list []ast.Attribute) {
		for _, a := range list {
			out[string(a.Name)] = valueOf(a.Value)
		}
	}
	add(n.Attributes())
	if len(r.lines) > 0 && n.Parent().Kind() != ast.KindListItem { // they are of the outermost block
		line := r.lineOf(lastOf(n, r.body)) + 1
		if n.Kind() == tables.KindTable && n.ChildCount() == 1 {
			line++ // behind the dashes under the only row
		}
		for _, a := range r.lines[line] {
			out[string(a.Name)] = valueOf(a.Value)
		}
	}
	return out
}

func valueOf(v any) string {
	if b, ok := v.([]byte); ok {
		return string(b)
	}
	return fmt.Sprint(v)
}

// lastOf returns the offset in the body at which a block ends, before the end of its line.
func lastOf(n ast.Node, body []byte) int {
	last := 0
	ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch {
		case !entering:
		case n.Type() == ast.TypeInline:
			return ast.WalkSkipChildren, nil
		case n.Lines().Len() > 0:
			last = max(last, n.Lines().At(n.Lines().Len()-1).Stop)
		}
		return ast.WalkContinue, nil
	})
	if last > 0 && last <= len(body) && body[last-1] == '\n' {
		last--
	}
	return last
}

// lineOf returns the line of the body, from 0, on which an offset stands.
func (r *markdownReader) lineOf(offset int) int {
	from, to := 0, len(r.ends)
	for from < to {
		if mid := (from + to) / 2; r.ends[mid] < offset {
			from = mid + 1
		} else {
			to = mid
		}
	}
	return from
}

func (r *markdownReader) inlines(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			r.text(resolve(c.Value(r.body)))
		case *ast.String:
			r.text(string(c.Value))
		case *ast.CodeSpan:
			for t := c.FirstChild(); t != nil; t = t.NextSibling() {
				if t, ok := t.(*ast.Text); ok {
					r.text(string(t.Value(r.body)))
				}
			}
		case *ast.Emphasis:
			name := map[int]string{1: "em", 2: "strong"}[c.Level]
			r.mark(name)
			r.inlines(c)
			r.mark("/" + name)
		case *ast.AutoLink:
			r.mark("a", "href", string(c.URL(r.body)))
			r.text(string(c.Label(r.body)))
			r.mark("/a")
		case *ast.Link:
			r.link(c)
		case *ast.Image:
			r.image(c)
		default:
			r.inlines(c)
		}
	}
}

// resolve returns Markdown text as it is read.
func resolve(text []byte) string {
	if bytes.IndexByte(text, '\\') < 0 && bytes.IndexByte(text, '&') < 0 {
		return string(text)
	}
	var out []byte
	for i := 0; i < len(text); i++ {
		switch end := bytes.IndexByte(text[i:], ';'); {
		case text[i] == '\\' && i+1 < len(text) && util.IsPunct(text[i+1]):
			i++
			out = append(out, text[i])
		case text[i] == '&' && end > 0:
			out = append(out, util.ResolveEntityNames(util.ResolveNumericReferences(text[i:i+end+1]))...)
			i += end
		default:
			out = append(out, text[i])
		}
	}
	return string(out)
}
