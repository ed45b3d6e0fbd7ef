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
	item, width := item{line: -1}, 0
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
		for _, text := range m.beyond(r.LastChild()) {
			one := paper.Cell{Col: len(row), RowSpan: 1, ColSpan: 1}
			if text != "" {
				one.Lines = []string{text}
			}
			row = append(row, one)
		}
		width = max(width, len(row))
		item.rows = append(item.rows, row)
	}
	for i, row := range item.rows {
		for len(row) < width {
			row = append(row, paper.Cell{Col: len(row), RowSpan: 1, ColSpan: 1, Header: len(row) > 0 && row[0].Header})
		}
		item.rows[i] = row
	}
	if item.line >= 0 {
		m.items = append(m.items, item)
		end := item.line + len(item.rows) + 1
		for l := item.line; l < end; l++ {
			m.cover(l)
		}
	}
}

// beyond returns what stands on the line of a row behind its last cell: a row may have more cells than the head of its
// table, which Markdown shows to nobody.
func (m *reader) beyond(last ast.Node) []string {
	if last == nil || last.Lines().Len() == 0 {
		return nil
	}
	rest, _, _ := strings.Cut(string(m.src[last.Lines().At(0).Stop:]), "\n")
	var out []string
	for i, text := range strings.Split(strings.ReplaceAll(rest, `\|`, escapedPipe), "|") {
		if i > 0 {
			out = append(out, strings.TrimSpace(strings.ReplaceAll(text, escapedPipe, "|")))
		}
	}
	if n := len(out); n > 0 && out[n-1] == "" { // behind the mark that ends the row
		out = out[:n-1]
	}
	return out
}

// escapedPipe stands for a mark that parts no cells.
const escapedPipe = "\x00"

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
