// Package markdown reads papers in Markdown.
package markdown

import (
	"bytes"
	"fmt"
	"regexp"
	"sort"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"

	"zhengce/generator/format/html"
	"zhengce/generator/format/paper"

	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"zhengce/generator/source"
)

// Read reads Markdown with tables. Each line of the text is the line of the file without
// its marks, so that line numbers are the file's own; a soft line break ends a paragraph, as a
// line break does in plain text, unless the file was broken at a fixed width. The numbers of ordered lists stay; the header that a crawler put
// before the paper and the download links behind it are noise, quoted with their marks.
func Read(name string, data []byte) (*source.File, error) {
	src, encoding, err := source.Decode(data)
	if err != nil {
		return nil, err
	}
	src = html.WithoutData(src)
	if err := bearable(src); err != nil {
		return nil, err
	}
	m := &reader{src: []byte(src)}
	body := m.frontMatter()
	for i, c := range m.src {
		if c == '\n' {
			m.starts = append(m.starts, i+1)
		}
	}
	m.starts = append([]int{0}, m.starts...)
	reader := text.NewReader(blankOut(m.src, body))
	m.blocks(parser.Parser().Parse(reader))
	if m.err != nil {
		return nil, m.err
	}
	m.rest(body)
	m.surroundings()
	var b paper.Builder
	b.Inline = true
	m.write(&b)
	f, err := b.File(name, "markdown", encoding)
	if err == nil {
		m.account(f)
	}
	return f, err
}

var parser = goldmark.New(goldmark.WithExtensions(extension.Table))

// A reader holds a Markdown file while its lines find their text.
type reader struct {
	src     []byte
	starts  []int // byte offset of each line
	items   []item
	covered map[int]bool // lines that an item came from
	images  int
	paras   int
	err     error
	over    []string // for each byte of src, once they are asked for
}

// An item is one line of the text, or a table.
type item struct {
	line   int
	text   string
	marked bool   // it is bold at its start, a heading or an item of a list
	link   bool   // nothing but a link
	reason string // it is noise
	rows   [][]paper.Cell
	para   int  // the paragraph that it is a line of, from 1; 0 where it is none
	joins  bool // it goes on with the item before it
}

// lineOf returns the line, from 0, that holds the byte at off.
func (m *reader) lineOf(off int) int { return sort.SearchInts(m.starts, off+1) - 1 }

// raw returns the file's own text of a line, without the mark of a list.
func (m *reader) raw(line int) string {
	end := len(m.src)
	if line+1 < len(m.starts) {
		end = m.starts[line+1] - 1
	}
	return listMark.ReplaceAllString(string(m.src[m.starts[line]:end]), "")
}

var listMark = regexp.MustCompile(`^[ \t]*[-*+][ \t]+`)

// frontMatter turns the YAML between two lines of --- at the very start into items of noise and
// returns where the rest begins.
func (m *reader) frontMatter() int {
	at := paper.FrontMatter.FindIndex(m.src)
	if at == nil {
		return 0
	}
	for i, l := range strings.Split(strings.TrimRight(string(m.src[:at[1]]), "\n"), "\n") {
		if l != "---" {
			m.items = append(m.items, item{line: i, text: l, marked: true, reason: paper.HeaderReason})
		}
	}
	return at[1]
}

// blankOut returns src with blanks before the byte at, line breaks kept.
func blankOut(src []byte, at int) []byte {
	out := bytes.Clone(src)
	for i := range out[:at] {
		if out[i] != '\n' {
			out[i] = ' '
		}
	}
	return out
}

// blocks adds the items of n and all below it.
func (m *reader) blocks(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.HTMLBlock:
			m.html(c)
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			m.verbatim(c.Lines())
		case *east.Table:
			m.table(c)
		case *ast.List:
			m.list(c)
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
			m.leaf(c)
		default:
			m.blocks(c)
		}
	}
}

// verbatim adds lines that are no Markdown: an indented paragraph is code to Markdown, and text to us.
func (m *reader) verbatim(lines *text.Segments) {
	for i := range lines.Len() {
		s := lines.At(i)
		m.items = append(m.items, item{line: m.lineOf(s.Start), text: string(m.src[s.Start:s.Stop])})
	}
}

// list adds the items of a list. Numbers stay as they are written, unless all are the same, which
// Markdown counts on from the first.
func (m *reader) list(l *ast.List) {
	var numbers []string
	same := true
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		numbers = append(numbers, m.number(c))
		same = same && numbers[len(numbers)-1] == numbers[0]
	}
	i := 0
	for c := l.FirstChild(); c != nil; c = c.NextSibling() {
		number := numbers[i]
		if same && number != "" {
			number = fmt.Sprintf("%d%c", l.Start+i, l.Marker)
		}
		before := len(m.items)
		m.blocks(c)
		if before < len(m.items) {
			m.items[before].text = strings.TrimSuffix(number+" "+m.items[before].text, " ")
			m.items[before].marked = true
		}
		i++
	}
}

var orderedMark = regexp.MustCompile(`(\d{1,9}[.)])[ \t]*$`)

// number returns the mark of an item of an ordered list as written, or "".
func (m *reader) number(item ast.Node) string {
	c := item.FirstChild()
	if c == nil || c.Type() != ast.TypeBlock || c.Lines() == nil || c.Lines().Len() == 0 {
		return ""
	}
	start := c.Lines().At(0).Start
	mark := orderedMark.FindSubmatch(m.src[m.starts[m.lineOf(start)]:start])
	if mark == nil {
		return ""
	}
	return string(mark[1])
}

// leaf adds one item for each line of a paragraph or heading.
func (m *reader) leaf(n ast.Node) {
	r := run{m: m, last: -1}
	if n.Lines().Len() > 0 {
		r.last = m.lineOf(n.Lines().At(0).Start)
	}
	_, heading := n.(*ast.Heading)
	first := n.FirstChild()
	r.walk(n)
	r.flush()
	for i := range r.items {
		r.items[i].text = strayBold.ReplaceAllString(r.items[i].text, "$1$2")
		r.items[i].marked = heading || strings.HasPrefix(strings.TrimSpace(m.raw(r.items[i].line)), "**")
	}
	if _, ok := first.(*ast.Link); ok && first.NextSibling() == nil && len(r.items) == 1 {
		r.items[0].link = true
	}
	if !heading {
		m.paras++
		for i := range r.items {
			r.items[i].para = m.paras
		}
	}
	m.items = append(m.items, r.items...)
}

func (m *reader) cover(line int) {
	if m.covered == nil {
		m.covered = map[int]bool{}
	}
	m.covered[line] = true
}

// wrapped returns the lines of the paragraph that begins with the item i.
func (m *reader) wrapped(i int) []string {
	lines := []string{m.items[i].text}
	for _, next := range m.items[i+1:] {
		if !next.joins {
			break
		}
		lines = append(lines, next.text)
	}
	return lines
}

// write adds the items to b, each at its own line.
func (m *reader) write(b *paper.Builder) {
	if len(m.items) > 0 && m.items[0].reason == "" && m.items[0].rows == nil && m.titleAhead() {
		b.Field("标题", m.items[0].text) // counts where the paper has no title by its words
	}
	width := m.joinWrapped()
	for i, it := range m.items {
		for b.Breaks < it.line {
			b.Skip()
		}
		switch {
		case it.joins:
		case i+1 < len(m.items) && m.items[i+1].joins:
			b.Wrapped(m.wrapped(i))
		case it.rows != nil:
			b.Table(it.rows)
		case it.reason != "":
			b.Line(m.raw(it.line), it.reason)
			if name, value, ok := paper.Labelled(strings.ReplaceAll(it.text, "**", "")); ok {
				b.Field(name, value)
			}
		default:
			b.Line(it.text, "")
		}
	}
	if len(b.Folds) > 0 {
		b.Warn("wrapped-lines", "lines of %d characters were joined to paragraphs (%d)", width, len(b.Folds))
	}
	if m.images > 0 {
		b.Warn("images-dropped", "pictures were left out (%d); text in them is not read", m.images)
	}
}
