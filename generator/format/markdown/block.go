package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"zhengce/generator/format/html"
	"zhengce/generator/format/paper"

	east "github.com/yuin/goldmark/extension/ast"
)

// table adds a table as an item.
func (m *reader) table(t *east.Table) {
	item := item{line: -1}
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var row []paper.Cell
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			lines := run{m: m, last: -1}
			lines.walk(c)
			lines.flush()
			one := paper.Cell{Col: len(row), RowSpan: 1, ColSpan: 1, Header: r.Kind() == east.KindTableHeader}
			for _, l := range lines.items {
				one.Lines = append(one.Lines, l.text)
				if item.line < 0 {
					item.line = l.line
				}
			}
			row = append(row, one)
		}
		item.rows = append(item.rows, row)
	}
	if item.line >= 0 {
		m.items = append(m.items, item)
		end := item.line + len(item.rows) + 1
		for l := item.line; l < end; l++ {
			m.cover(l)
		}
	}
}

// html adds the text of a block of HTML, tables included.
func (m *reader) html(n *ast.HTMLBlock) {
	if n.Lines().Len() == 0 {
		return
	}
	var b strings.Builder
	line := m.lineOf(n.Lines().At(0).Start)
	for i := range n.Lines().Len() {
		s := n.Lines().At(i)
		b.Write(m.src[s.Start:s.Stop])
		m.cover(line + i)
	}
	if n.HasClosure() {
		b.Write(m.src[n.ClosureLine.Start:n.ClosureLine.Stop])
	}
	root, err := html.Parse(b.String())
	if err != nil {
		m.verbatim(n.Lines())
		return
	}
	lines, err := html.Fragment(root)
	if err != nil && m.err == nil {
		m.err = err
	}
	for _, l := range lines {
		m.images += l.Images
		if l.Rows != nil {
			m.items = append(m.items, item{line: line, rows: l.Rows})
		} else if l.Text != "" {
			m.items = append(m.items, item{line: line, text: l.Text})
		}
	}
}
