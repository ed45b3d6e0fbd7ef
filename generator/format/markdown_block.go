package format

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// table adds a table as an item.
func (m *markdown) table(t *east.Table) {
	item := mdItem{line: -1}
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var row []cell
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			lines := run{m: m, last: -1}
			lines.walk(c)
			lines.flush()
			one := cell{col: len(row), rowSpan: 1, colSpan: 1, header: r.Kind() == east.KindTableHeader}
			for _, l := range lines.items {
				one.lines = append(one.lines, l.text)
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
func (m *markdown) html(n *ast.HTMLBlock) {
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
	root, err := parseHTML(b.String())
	if err != nil {
		m.verbatim(n.Lines())
		return
	}
	p := newPage(root)
	if p.err != nil && m.err == nil {
		m.err = p.err
	}
	for _, l := range p.lines {
		m.images += l.images
		if l.table != nil {
			m.items = append(m.items, mdItem{line: line, rows: l.table.rows})
		} else if l.text != "" {
			m.items = append(m.items, mdItem{line: line, text: l.text})
		}
	}
}
