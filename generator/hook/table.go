package hook

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gohugoio/hugo/common/hugio"
	"github.com/gohugoio/hugo/markup/converter/hooks"
)

// attributes are those of a block, by name in small letters.
type attributes map[string]string

// attributesOf returns the attributes of a block; all of them must be texts.
func attributesOf(c hooks.AttributesProvider) (attributes, error) {
	out := attributes{}
	for name, value := range c.Attributes() {
		text, ok := value.(string)
		if !ok {
			return nil, errLeft
		}
		out[name] = text
	}
	return out, nil
}

// A place is a row and a column of a table; row 0 is the head.
type place [2]int

// A tableHook does for one table what render-table.html does.
type tableHook struct {
	*page
	attributes
	hooks.TableContext
	b       strings.Builder
	ids     map[place]string
	sizes   map[place][2]string
	covered map[place]bool
	above   map[place]string // what covers the place
	heads   []string         // titles of the columns, as values of attributes
	shown   []string         // the same as HTML
	titled  bool             // a head has words
	stack   bool             // rows are stacked on narrow screens
	kinds   []string         // of the columns
}

// RenderTable writes a table as render-table.html does.
func (p *page) RenderTable(_ context.Context, w hugio.FlexiWriter, c hooks.TableContext) error {
	a, err := attributesOf(c)
	if err != nil {
		return err
	}
	t := &tableHook{page: p, attributes: a, TableContext: c}
	if a["data-list"] != "" {
		err = t.cards()
	} else {
		err = t.table()
	}
	if err == nil {
		_, err = w.WriteString(t.b.String())
	}
	return err
}

func (t *tableHook) add(parts ...string) {
	for _, p := range parts {
		t.b.WriteString(p)
	}
}

// attribute writes an attribute, if it has a value.
func (t *tableHook) attribute(name, value string) { write(&t.b, name, value) }

func (t *tableHook) table() error {
	extra := 0
	if n := t.attributes["data-heads"]; n != "" {
		var err error
		if extra, err = strconv.Atoi(n); err != nil || extra < 0 {
			return errLeft
		}
	}
	extra = min(extra, len(t.TBody()))
	t.readPlaces()
	if err := t.readHeads(); err != nil {
		return err
	}
	fold := t.attributes["data-fold"]
	if fold != "" {
		t.add(`<details class="fold"><summary>`, escape(fold), "</summary>")
	}
	if err := t.filter(); err != nil {
		return err
	}
	t.open()
	if t.titled {
		t.head(extra)
	}
	t.add("\n<tbody>")
	for r, row := range t.TBody()[extra:] {
		t.row(r+extra+1, row)
	}
	t.add("\n</tbody>\n</table>\n</div>")
	if err := t.later(); err != nil {
		return err
	}
	if fold != "" {
		t.add("</details>")
	}
	t.add("\n")
	return nil
}

// later writes what opens the rows that narrow screens do not show at first.
func (t *tableHook) later() error {
	first := t.attributes["data-first"]
	if first == "" {
		return nil
	}
	n, err := strconv.Atoi(first)
	if err != nil || strconv.Itoa(n) != first {
		return errLeft
	}
	t.add(`<details class="later" data-first="`, first, `" data-added><summary>其余 `, strconv.Itoa(len(t.TBody())-n), " 行</summary></details>")
	return nil
}

// readPlaces reads what the attributes say of single cells.
func (t *tableHook) readPlaces() {
	t.ids, t.sizes, t.covered = map[place]string{}, map[place][2]string{}, map[place]bool{}
	for word := range strings.SplitSeq(t.attributes["data-ids"], " ") {
		if f := strings.Split(word, ":"); len(f) == 3 {
			t.ids[placeOf(f)] = f[2]
		}
	}
	for word := range strings.SplitSeq(t.attributes["data-spans"], " ") {
		if f := strings.Split(word, ":"); len(f) == 4 {
			t.sizes[placeOf(f)] = [2]string{f[2], f[3]}
		}
	}
	for word := range strings.SplitSeq(t.attributes["data-covered"], " ") {
		if f := strings.Split(word, ":"); len(f) == 2 {
			t.covered[placeOf(f)] = true
		}
	}
}

// placeOf reads a row and a column; what is no number stands nowhere.
func placeOf(f []string) place {
	row, errRow := strconv.Atoi(f[0])
	column, errColumn := strconv.Atoi(f[1])
	if errRow != nil || errColumn != nil {
		return place{-1, -1}
	}
	return place{row, column}
}

// readHeads reads the titles of the columns, which a paper's table may give by data-labels.
func (t *tableHook) readHeads() error {
	for _, row := range t.THead() {
		for _, cell := range row {
			words := plain(string(cell.Text))
			if strings.ContainsAny(words, "<>") {
				return errLeft
			}
			t.titled = t.titled || words != ""
			t.heads, t.shown = append(t.heads, attributeOf(words)), append(t.shown, words)
		}
	}
	own := ""
	if t.section == "documents" {
		own = t.attributes["data-labels"]
	}
	if own != "" {
		t.heads, t.shown = nil, nil
		for label := range strings.SplitSeq(own, "|") {
			t.heads, t.shown = append(t.heads, escape(label)), append(t.shown, escape(label))
		}
		if err := t.readAbove(); err != nil {
			return err
		}
	}
	t.stack = own != "" || len(t.heads) > 3 && len(t.heads) < matrixHeads && (t.attributes["data-table"] != "" || t.section != "documents" && t.section != "print")
	return nil
}

// readAbove notes the text of each cell that reaches down at the places that it covers below its first row, as above.html does.
func (t *tableHook) readAbove() error {
	t.above = map[place]string{}
	for at, size := range t.sizes {
		rows, err := strconv.Atoi(size[0])
		if err != nil {
			return errLeft
		}
		if rows < 2 || at[0] < 1 {
			continue
		}
		if at[0] > len(t.TBody()) || at[1] >= len(t.TBody()[at[0]-1]) {
			return errLeft
		}
		for r := 1; r < rows; r++ {
			below := place{at[0] + r, at[1]}
			if _, twice := t.above[below]; twice {
				return errLeft
			}
			t.above[below] = plain(string(t.TBody()[at[0]-1][at[1]].Text))
		}
	}
	return nil
}

// filter writes what chooses rows, as filter.html does.
func (t *tableHook) filter() error {
	columns := t.attributes["data-filter"]
	if columns == "" {
		return nil
	}
	t.add(`<div class="filter" role="group" aria-label="筛选" data-added>`)
	for column := range strings.SplitSeq(columns, " ") {
		n, err := strconv.Atoi(column)
		if err != nil || n < 1 || n > len(t.shown) {
			return errLeft
		}
		t.add("<label>", t.shown[n-1], `<select data-column="`, column, `"><option value="">全部</option></select></label>`)
	}
	if len(t.TBody()) > 8 {
		t.add(`<label>含有<input type="search" autocomplete="off"></label>`)
	}
	t.add("<output></output></div>\n")
	return nil
}

// open writes the table up to its head.
func (t *tableHook) open() {
	name, caption := t.attributes["data-table"], t.attributes["caption"]
	if caption == "" {
		caption = "表格"
	}
	t.add("\n", `<div class="table" role="region" tabindex="0" aria-label="表`, strconv.Itoa(t.Ordinal()+1), "：", escape(caption), "\">\n<table")
	if t.stack {
		t.add(` class="stack"`)
	}
	if name != "" && t.titled && len(t.TBody()) > 2 {
		t.add(" data-sort")
	}
	t.attribute("data-table", name)
	t.attribute("data-total", t.attributes["data-total"])
	t.attribute("data-filter", t.attributes["data-filter"])
	t.add(">\n<caption data-added>", escape(caption))
	if name != "" {
		t.add(` <a class="csv" href="/data/tables/`, address(name), `.csv" download>下载本表（CSV）</a>`)
	}
	t.add("</caption>")
}

const (
	matrixHeads = 9  // columns from which on a table is a matrix, whose rows are not stacked
	briefWidth  = 24 // characters that a column of few has at most
)

// head writes the head, to which the first extra rows belong.
func (t *tableHook) head(extra int) {
	t.add("\n<thead>")
	for _, row := range t.THead() {
		t.add("\n<tr>")
		for i, cell := range row {
			c := readColumn(i, string(cell.Text), t.TBody())
			switch {
			case t.section == "documents":
				c.kind = ""
			case c.kind == "" && t.stack && c.width <= briefWidth:
				c.kind = "brief"
			}
			t.kinds = append(t.kinds, c.kind)
			if !t.covered[place{0, i}] {
				t.add(`<th scope="col"`)
				if !t.size(place{0, i}) {
					t.attribute("class", c.class())
				}
				t.add(">", string(cell.Text), "</th>")
			}
		}
		t.add("</tr>")
	}
	for r, row := range t.TBody()[:extra] {
		t.add("\n<tr>")
		for i, cell := range row {
			if at := (place{r + 1, i}); !t.covered[at] {
				t.add(`<th scope="col"`)
				t.size(at)
				t.add(">", string(cell.Text), "</th>")
			}
		}
		t.add("</tr>")
	}
	t.add("\n</thead>")
}

// size writes over how many rows and columns a cell reaches, if it is merged.
func (t *tableHook) size(at place) bool {
	s, merged := t.sizes[at]
	if merged {
		t.add(` rowspan="`, escape(s[0]), `" colspan="`, escape(s[1]), `"`)
	}
	return merged
}

// row writes a row of the body.
func (t *tableHook) row(r int, row hooks.TableRow) {
	t.add("\n<tr")
	if t.covered[place{r, 0}] {
		t.add(` class="rest"`)
	}
	t.add(">")
	for i, cell := range row {
		at := place{r, i}
		switch above := t.above[at]; {
		case !t.covered[at]:
			t.add("<td")
			t.attribute("id", t.ids[at])
			t.size(at)
			if t.stack && cell.Text != "" && i < len(t.heads) {
				t.add(` data-head="`, t.heads[i], `"`)
			}
			if i < len(t.kinds) {
				t.attribute("class", t.kinds[i])
			}
			t.add(">", string(cell.Text), "</td>")
		case above != "":
			head := ""
			if i < len(t.heads) {
				head = t.heads[i]
			}
			t.add(`<td class="again" data-added data-head="`, head, `">`, above, "</td>")
		}
	}
	t.add("</tr>")
}

// cards writes a list as list.html does.
func (t *tableHook) cards() error {
	a := t.attributes
	total, err := strconv.Atoi(a["data-total"])
	if err != nil || strconv.Itoa(total) != a["data-total"] {
		return errLeft
	}
	var fields [][]string // name, label, place, use
	for f := range strings.SplitSeq(a["data-fields"], "|") {
		if parts := append(strings.Split(f, ":"), "", "", ""); parts[2] != "" {
			fields = append(fields, parts)
		}
	}
	id, name, shelf := fmt.Sprintf("list-%d", t.Ordinal()+1), a["data-list"], a["data-shelf"] != ""
	t.add(`<section class="list" data-list="`, escape(name), `" data-total="`, a["data-total"], `" data-fields="`, escape(a["data-fields"]), `"`)
	t.attribute("data-shelf", a["data-shelf"])
	t.add(` aria-labelledby="`, id, "\">\n<div class=\"list-bar\" data-added>\n<h2 class=\"hidden\" id=\"", id, `">`, escape(a["caption"]), "</h2>")
	if !shelf {
		t.add("\n<div class=\"list-tools\"></div>")
	}
	t.add("\n<p class=\"list-count\" role=\"status\">")
	if shown := len(t.TBody()); shown < total {
		t.add("本页 ", strconv.Itoa(shown), " 条，全表")
	}
	t.add("共 <span data-list-count>", a["data-total"], "</span> 条</p>\n</div>")
	if !shelf {
		t.add("\n<div class=\"list-side\" data-added></div>")
	}
	t.add("\n<ol class=\"list-items\">")
	for _, row := range t.TBody() {
		if err := t.card(row, fields); err != nil {
			return err
		}
	}
	t.add("\n</ol>")
	if !shelf {
		t.add("\n<div class=\"list-pages\" data-added></div>\n<p class=\"list-more\"><a class=\"csv\" href=\"/data/tables/", address(name), `.csv" download>下载全表（CSV）</a>`)
		if all := a["data-all"]; all != "" {
			_, to, err := t.to(all)
			if err != nil {
				return err
			}
			t.add(`<a href="`, to.address, `">分页查看全部</a>`)
		}
		t.add("</p>")
	}
	t.add("\n</section>\n\n")
	t.page.cards, t.page.list = true, t.page.list || !shelf
	return nil
}

// labelled are the places of a card whose fields say what they are.
var labelled = []string{"line", "words"}

// card writes a row as a card, the fields of one place in a paragraph.
func (t *tableHook) card(row hooks.TableRow, fields [][]string) error {
	t.add("\n<li data-item>")
	open := ""
	for i, cell := range row {
		if cell.Text == "" {
			continue
		}
		if i >= len(fields) {
			return errLeft
		}
		label, where, use := fields[i][1], fields[i][2], fields[i][3]
		if where != open {
			if open != "" {
				t.add("</p>")
			}
			t.add(`<p class="list-`, escape(where), `">`)
			open = where
		}
		if !slices.Contains(labelled, where) {
			t.add(string(cell.Text))
			continue
		}
		t.add(`<span data-label="`, escape(label), `"`)
		switch use {
		case "state":
			t.add(" data-days")
		case "due":
			t.add(" data-due")
		}
		t.add(">", string(cell.Text), "</span>")
	}
	if open != "" {
		t.add("</p>")
	}
	t.add("</li>")
	return nil
}
