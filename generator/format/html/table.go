package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// A table is a table of data, as against one that only lays out the page.
type table struct {
	rows [][]paper.Cell
	meta bool // labels with their values: the page's data table

	han    int // Han characters outside links
	pieces []piece
}

// table takes a table as data or, if it only lays out the page, as a block like any other.
func (c *collector) table(n *html.Node, s state) {
	if c.nested >= paper.MaxDepth || layout(n) {
		c.children(n, s)
		return
	}
	t := &table{}
	g := &paper.Grid{}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		if k.DataAtom == atom.Caption {
			c.children(k, s)
			c.flush()
		}
	}
	images := 0
	for _, tr := range rowsOf(n) {
		if !s.hidden && c.p.hidden(tr) {
			c.aside(tr, s)
			continue
		}
		row, pictures := c.row(tr, t, c.inside(tr, s))
		images += pictures
		if err := g.Place(row); err != nil && c.p.err == nil {
			c.p.err = err
		}
		if c.p.err != nil {
			return
		}
		t.rows = append(t.rows, row)
	}
	t.meta = isMeta(t.rows)
	l := line{table: t, han: t.han, hidden: s.hidden, chrome: s.chrome, images: images}
	if t.text() {
		c.lines = append(c.lines, l)
	}
}

// row returns the cells of a row, and adds the pieces of their text to t.
func (c *collector) row(tr *html.Node, t *table, s state) (row []paper.Cell, images int) {
	for td := tr.FirstChild; td != nil; td = td.NextSibling {
		if td.DataAtom != atom.Td && td.DataAtom != atom.Th {
			continue
		}
		in := &collector{p: c.p, at: &region{}, nested: c.nested + 1}
		if !s.hidden && c.p.hidden(td) {
			in.aside(td, s)
		} else {
			in.children(td, c.inside(td, s))
		}
		in.flush()
		one := paper.Cell{RowSpan: span(td, "rowspan", 65534), ColSpan: span(td, "colspan", 1000), Header: td.DataAtom == atom.Th || inHead(tr)}
		for _, l := range in.lines {
			images += l.images
			switch {
			case l.table != nil && (!l.hidden || s.hidden):
				one.Lines = append(one.Lines, l.table.flat()...)
				t.pieces, t.han = append(t.pieces, l.table.pieces...), t.han+l.han
			case l.hidden && !s.hidden:
				c.later = append(c.later, l)
			case l.text != "":
				one.Lines = append(one.Lines, l.text)
				t.pieces, t.han = append(t.pieces, l.pieces...), t.han+l.han
			}
		}
		row = append(row, one)
	}
	return row, images
}

func inHead(tr *html.Node) bool { return tr.Parent != nil && tr.Parent.DataAtom == atom.Thead }

func span(n *html.Node, key string, most int) int {
	v, err := strconv.Atoi(strings.TrimSpace(attr(n, key)))
	if err != nil || v < 1 {
		return 1
	}
	return min(v, most)
}

// rowsOf returns the rows of a table, without those of tables in it.
func rowsOf(table *html.Node) []*html.Node {
	var out []*html.Node
	for k := table.FirstChild; k != nil; k = k.NextSibling {
		switch k.DataAtom {
		case atom.Tr:
			out = append(out, k)
		case atom.Tbody, atom.Thead, atom.Tfoot:
			for r := k.FirstChild; r != nil; r = r.NextSibling {
				if r.DataAtom == atom.Tr {
					out = append(out, r)
				}
			}
		}
	}
	return out
}

func paragraphs(n *html.Node) int {
	count := 0
	for k := range n.Descendants() {
		if k.DataAtom == atom.P || k.DataAtom == atom.Br {
			count++
		}
	}
	return count
}

// isMeta reports whether the rows are labels, each with its value behind it: 「发文机关：｜国务院」.
func isMeta(rows [][]paper.Cell) bool {
	found := 0
	for _, row := range rows {
		after := false // the cell before is a label
		for _, c := range row {
			text := c.Squeezed()
			_, ok := paper.Label(text)
			if _, value, both := paper.Labelled(text); both && value != "" && !after {
				found++ // label and value share the cell
				continue
			}
			switch {
			case ok && after && !strings.ContainsAny(text, "：:"):
				return false // a row of labels is the head of a table
			case ok:
				found++
				after = true
			case text == "" || after:
				after = false
			default:
				return false
			}
		}
	}
	return found > 0
}

// text reports whether any cell has text.
func (t *table) text() bool {
	for _, row := range t.rows {
		for _, c := range row {
			if c.Squeezed() != "" {
				return true
			}
		}
	}
	return false
}

// flat returns the table as lines: a label with its value, or the cells of a row.
func (t *table) flat() []string {
	var out []string
	for _, row := range t.rows {
		if !t.meta {
			var texts []string
			for _, c := range row {
				texts = append(texts, c.Lines...)
			}
			out = append(out, strings.Join(texts, " "))
			continue
		}
		for _, c := range row {
			text := strings.Join(c.Lines, " ")
			if _, ok := paper.Label(text); ok || len(out) == 0 {
				out = append(out, text)
			} else if source.Squeeze(text) != "" {
				out[len(out)-1] += " " + text
			}
		}
	}
	return out
}
