package verify

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	tables "github.com/yuin/goldmark/extension/ast"
)

// cards writes what layouts/_partials/list.html makes of a table with data-list.
func (r *markdownReader) cards(n *tables.Table, a map[string]string) {
	var places []string
	for f := range strings.SplitSeq(a["data-fields"], "|") {
		if parts := strings.Split(f, ":"); len(parts) == 4 && parts[2] != "" {
			places = append(places, parts[2])
		}
	}
	r.mark("section", "class", "list")
	r.mark("ol", "class", "list-items")
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if _, head := c.(*tables.TableHeader); !head {
			r.card(c, places)
		}
	}
	r.mark("/ol")
	if a["data-shelf"] == "" {
		r.mark("p", "class", "list-more")
		r.mark("a", "href", "data/tables/"+a["data-list"]+".csv", "class", "csv")
		r.text("下载全表（CSV）")
		r.mark("/a")
		if to := r.pages[strings.TrimPrefix(a["data-all"], "/")]; to != nil {
			r.mark("a", "href", to.page)
			r.text("分页查看全部")
			r.mark("/a")
		}
		r.mark("/p")
	}
	r.mark("/section")
}

// card writes the cells of a row, those of one place in a paragraph.
func (r *markdownReader) card(row ast.Node, places []string) {
	r.mark("li")
	open := ""
	column := 0
	for cell := row.FirstChild(); cell != nil && column < len(places); cell = cell.NextSibling() {
		place := places[column]
		column++
		if cell.FirstChild() == nil {
			continue
		}
		if place != open {
			if open != "" {
				r.mark("/p")
			}
			r.mark("p", "class", "list-"+place)
			open = place
		}
		r.inlines(cell)
	}
	if open != "" {
		r.mark("/p")
	}
}
