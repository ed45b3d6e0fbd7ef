package pages

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"zhengce/generator/say"
	spreadsheet "zhengce/generator/table"
)

// A table is a comparison or list. One with a name is kept as a CSV file as well.
type table struct {
	name    string // of the CSV under data/tables, without suffix: "agencies/henansheng-caizhengting"
	caption string // our own words
	fold    string // what opens the table, which is closed at first; empty for an open one
	filter  []int  // columns, from 1, that a reader may filter by
	head    []string
	titles  []inline // head, where it holds more than words
	rows    [][]inline
	most    int      // how many rows its page shows, where not all; the CSV has all
	first   int      // how many of these a telephone shows at first, where not all
	heads   int      // rows of titles, of which all but the first are among the rows; 0 is one
	spans   []string // merged cells as row:column:rows:columns, from 0, the head being row 0
	covered []string // the places under them as row:column
	ids     []string // of cells, as row:column:id
	labels  []string // what each column holds, all its titles together; of tables in papers
}

// row adds a row.
func (t *table) row(cells ...inline) { t.rows = append(t.rows, cells) }

// withoutEmpty takes out the columns that no row fills. It is for tables without merged cells.
func (t *table) withoutEmpty() {
	for c := len(t.head) - 1; c >= 0; c-- {
		if slices.ContainsFunc(t.rows, func(r []inline) bool { return r[c].text != "" }) {
			continue
		}
		t.drop(c)
		t.filter = slices.DeleteFunc(slices.Clone(t.filter), func(f int) bool { return f == c+1 })
		for i, f := range t.filter {
			if f > c+1 {
				t.filter[i]--
			}
		}
	}
}

// withoutZeros takes out the columns in which every number is 0.
func (t *table) withoutZeros() {
	for c := len(t.head) - 1; c >= 0; c-- {
		if !slices.ContainsFunc(t.rows, func(r []inline) bool { return r[c].text != "0" }) {
			t.drop(c)
		}
	}
}

// drop takes out the column numbered c from 0.
func (t *table) drop(c int) {
	t.head = slices.Delete(slices.Clone(t.head), c, c+1)
	for i, r := range t.rows {
		t.rows[i] = slices.Delete(r, c, c+1)
	}
}

// table writes t, or a line that says that there is nothing to show.
func (p *page) table(t *table) {
	if len(t.rows) == 0 {
		p.para(plain("（暂无。）"), ".none")
		return
	}
	p.tables = append(p.tables, t)
	p.fit(t)
	if t.most > 0 && len(t.rows) > t.most {
		p.say("下表为前 %d 行，全部 %d 行可下载（CSV）。", t.most, len(t.rows))
	}
	p.body.WriteString(t.markdown())
}

// markdown returns t with its attributes.
func (t *table) markdown() string {
	var b strings.Builder
	head := t.titles
	if head == nil {
		for _, h := range t.head {
			head = append(head, plain(h))
		}
	}
	writeRow(&b, head)
	b.WriteString(strings.Repeat("| --- ", len(head)) + "|\n")
	shown := t.rows
	if t.most > 0 {
		shown = shown[:min(len(shown), t.most)]
	}
	for _, r := range shown {
		writeRow(&b, r)
	}
	b.WriteString("{caption=" + quoteAttr(t.caption))
	if t.name != "" {
		b.WriteString(" data-table=" + quoteAttr(t.name))
	}
	if t.most > 0 && len(t.rows) > t.most {
		b.WriteString(fmt.Sprintf(" data-total=\"%d\"", len(t.rows)))
	}
	if t.first > 0 {
		b.WriteString(fmt.Sprintf(" data-first=\"%d\"", t.first))
	}
	if t.fold != "" {
		b.WriteString(" data-fold=" + quoteAttr(t.fold))
	}
	if len(t.filter) > 0 {
		b.WriteString(" data-filter=" + quoteAttr(strings.Trim(fmt.Sprint(t.filter), "[]")))
	}
	if t.heads > 1 {
		b.WriteString(fmt.Sprintf(" data-heads=\"%d\"", t.heads-1))
	}
	if len(t.labels) > 0 {
		b.WriteString(" data-labels=" + quoteAttr(strings.Join(t.labels, "|")))
	}
	if len(t.ids) > 0 {
		b.WriteString(" data-ids=" + quoteAttr(strings.Join(t.ids, " ")))
	}
	if len(t.spans) > 0 {
		b.WriteString(" data-spans=" + quoteAttr(strings.Join(t.spans, " ")) + " data-covered=" + quoteAttr(strings.Join(t.covered, " ")))
	}
	b.WriteString("}\n\n")
	return b.String()
}

// writeRow writes a row of a Markdown table.
func writeRow(b *strings.Builder, cells []inline) {
	for _, c := range cells {
		b.WriteString("| " + strings.TrimSpace(c.md) + " ")
	}
	b.WriteString("|\n")
}

// csv returns t for spreadsheet programs.
func (t *table) csv() ([]byte, error) {
	rows := make([][]string, len(t.rows))
	for i, r := range t.rows {
		for _, c := range r {
			rows[i] = append(rows[i], c.text)
		}
	}
	return spreadsheet.CSV(t.head, rows, nil)
}

// tablePath returns the address of the table called name under the site.
func tablePath(name string) string { return "data/tables/" + name + ".csv" }

// write writes a table as a CSV file into fs, the folder of the site. One without a name has none.
func (t *table) write(fs afero.Fs) error {
	if t.name == "" {
		return nil
	}
	data, err := t.csv()
	name := tablePath(t.name)
	if err == nil {
		err = fs.MkdirAll(path.Dir(name), 0o755)
	}
	if err == nil {
		err = afero.WriteFile(fs, name, data, 0o644)
	}
	if err != nil {
		return say.Errorf("table %s: %w", t.name, err)
	}
	return nil
}
