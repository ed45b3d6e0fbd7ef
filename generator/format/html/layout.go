package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"zhengce/generator/format/paper"
	"zhengce/generator/source"
)

// layout reports whether a table only lays out the page: it has one column, or a cell of its few
// rows holds the paragraphs of a text, or another table stands in it and it has nothing of a table
// of data itself, or it sets number and signer of a paper side by side.
func layout(table *html.Node) bool {
	rows := rowsOf(table)
	wide := 0
	for _, tr := range rows {
		cells := cellsOf(tr)
		for _, td := range cells {
			if len(rows) <= 3 && paragraphs(td) >= 8 {
				return true
			}
		}
		wide = max(wide, len(cells))
	}
	if wide < 2 || headOf(rows) {
		return true
	}
	return tablesIn(table) > 0 && !dataAround(table, rows)
}

// cellsOf returns the cells of a row.
func cellsOf(tr *html.Node) []*html.Node {
	var out []*html.Node
	for td := tr.FirstChild; td != nil; td = td.NextSibling {
		if td.DataAtom == atom.Td || td.DataAtom == atom.Th {
			out = append(out, td)
		}
	}
	return out
}

// tablesIn counts the tables in n.
func tablesIn(n *html.Node) int {
	count := 0
	for k := range n.Descendants() {
		if k.Type == html.ElementNode && k.DataAtom == atom.Table {
			count++
		}
	}
	return count
}

// dataAround reports whether a table with tables in its cells is one of data all the same: it has
// a head, and most of its cells have text and no table.
func dataAround(table *html.Node, rows []*html.Node) bool {
	border, _ := strconv.Atoi(attr(table, "border"))
	heads, words, plain, nested := 0, 0, 0, 0
	for i, tr := range rows {
		for _, td := range cellsOf(tr) {
			if tablesIn(td) > 0 {
				nested++
				continue
			}
			text := source.Squeeze(textOf(td))
			if td.DataAtom == atom.Th {
				heads++
			}
			if i == 0 && paper.HeadWord.MatchString(text) {
				words++
			}
			if text != "" {
				plain++
			}
		}
	}
	return plain > 2*nested && len(rows) >= 2 && (heads >= 2 || words >= 2 || border > 0)
}

// headOf reports whether rows are the head of a paper: one of few cells is its number, with the
// signer or the title in others.
func headOf(rows []*html.Node) bool {
	if len(rows) > 5 {
		return false
	}
	numbers := 0
	for _, tr := range rows {
		texts := 0
		for _, td := range cellsOf(tr) {
			if td.DataAtom == atom.Th || tablesIn(td) > 0 {
				return false
			}
			text := source.Squeeze(textOf(td))
			if _, ok := paper.Label(text); ok && !strings.HasPrefix(text, "签发") {
				return false
			}
			if text != "" {
				texts++
			}
			if numberLine.MatchString(text) {
				numbers++
			}
		}
		if texts > 2 {
			return false
		}
	}
	return numbers == 1
}

// textOf returns the text in n.
func textOf(n *html.Node) string {
	var b strings.Builder
	for k := range n.Descendants() {
		if k.Type == html.TextNode && silent[k.Parent.DataAtom] == "" {
			b.WriteString(k.Data)
		}
	}
	return b.String()
}
