package format

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// A docxTable is a table of a Word file while its rows are read.
type docxTable struct {
	rows  [][]cell
	above map[int]*merge // cells that reach down, by column
	cells int
}

// A merge is a cell that later rows may go on with: its row and place there.
type merge struct{ row, at int }

// table reads a table. One of a single column lays out the page, and its cells are paragraphs; so
// are the tables within cells.
func (d *docx) table(x *xmlReader, f flow) {
	if d.depth >= maxDepth*4 {
		x.err = fmt.Errorf("tables stand in one another more than %d deep", maxDepth*4)
		return
	}
	d.depth++
	defer func() { d.depth-- }()
	t := &docxTable{above: map[int]*merge{}}
	d.rows(x, t)
	width := 0
	for _, row := range t.rows {
		width = max(width, len(row))
	}
	if width > 1 {
		f.table(t.rows)
		return
	}
	for _, row := range t.rows {
		for _, c := range row {
			for _, l := range c.rich {
				p := &paragraph{}
				p.text.append(l)
				f.para(p)
			}
		}
	}
}

func (d *docx) rows(x *xmlReader, t *docxTable) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tr":
			d.row(x, t)
		case "sdt":
			d.control(x, func() { d.rows(x, t) })
		case "customXml", "ins":
			d.rows(x, t)
		case "tblPr":
			d.drop(x, e, altReason) // its caption and description
		default:
			x.skip()
		}
	})
}

// A docxRow is a row of a table while its cells are read.
type docxRow struct {
	cells  []cell
	down   []string // of each cell: how it is merged with that above
	col    int
	header bool
	gone   bool // its deletion is tracked
}

// row reads a row; one that was deleted is left out, and its paragraphs count no numbers.
func (d *docx) row(x *xmlReader, t *docxTable) {
	r := &docxRow{}
	d.cells(x, t, r)
	if x.err != nil {
		return
	}
	if r.gone {
		for _, c := range r.cells { // read before the row said so
			d.b.leave(deletedReason, c.rich...)
		}
		return
	}
	t.add(r.cells, r.down, r.header)
}

func (d *docx) cells(x *xmlReader, t *docxTable, r *docxRow) {
	x.children(func(e xml.StartElement) {
		switch {
		case e.Name.Local == "trPr":
			d.rowProperties(x, r)
		case r.gone:
			d.drop(x, e, deletedReason)
		case e.Name.Local == "tc":
			c, merged := d.cell(x)
			c.col = r.col
			r.col += c.colSpan
			if t.cells += c.colSpan; t.cells > MaxCells {
				x.err = fmt.Errorf("a table of more than %d cells; split the file", MaxCells)
				return
			}
			r.cells, r.down = append(r.cells, c), append(r.down, merged)
		case e.Name.Local == "sdt":
			d.control(x, func() { d.cells(x, t, r) })
		case e.Name.Local == "customXml":
			d.cells(x, t, r)
		default:
			x.skip()
		}
	})
}

func (d *docx) rowProperties(x *xmlReader, r *docxRow) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tblHeader":
			r.header = on(e)
		case "gridBefore":
			r.col += number(e, "val", 0, 1000)
		case "del":
			r.gone = true
			d.deleted++
		case "ins":
			d.inserted++
		}
		x.skip()
	})
}

// add adds a row, whose cells that go on with one above lengthen that.
func (t *docxTable) add(row []cell, down []string, header bool) {
	n := len(t.rows)
	var kept []cell
	above := map[int]*merge{}
	for i, c := range row {
		c.header = header
		up := t.above[c.col]
		if down[i] == "continue" && up != nil && t.rows[up.row][up.at].colSpan == c.colSpan {
			first := &t.rows[up.row][up.at]
			first.rowSpan = n - up.row + 1
			first.lines, first.rich = append(first.lines, c.lines...), append(first.rich, c.rich...)
			above[c.col] = up
			continue
		}
		if down[i] != "" {
			above[c.col] = &merge{n, len(kept)}
		}
		kept = append(kept, c)
	}
	t.above = above
	t.rows = append(t.rows, kept)
}

// cell reads a cell with its size; merged is "restart" or "continue" where it takes part in a
// merge over rows.
func (d *docx) cell(x *xmlReader) (c cell, merged string) {
	c = cell{rowSpan: 1, colSpan: 1}
	add := func(lines ...richLine) {
		for _, l := range lines {
			if strings.TrimSpace(l.text) != "" {
				c.lines, c.rich = append(c.lines, l.text), append(c.rich, l)
			}
		}
	}
	f := flow{
		para: func(p *paragraph) {
			add(p.all()...)
			d.leaveAsides(p)
		},
		table: func(rows [][]cell) { add(flatRows(rows)...) },
	}
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tcPr":
			merged = c.properties(x)
		default:
			d.block(x, e, f)
		}
	})
	d.flush(f)
	return c, merged
}

// properties reads what a cell says about itself and returns its part in a merge over rows.
func (c *cell) properties(x *xmlReader) (merged string) {
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "gridSpan":
			c.colSpan = max(1, number(e, "val", 1, 1000))
		case "vMerge":
			if merged = "continue"; value(e, "val") == "restart" {
				merged = "restart"
			}
		}
		x.skip()
	})
	return merged
}

// flatRows returns a table as lines, row by row.
func flatRows(rows [][]cell) []richLine {
	var out []richLine
	for _, row := range rows {
		var lines []richLine
		for _, c := range row {
			lines = append(lines, c.rich...)
		}
		out = append(out, joinLines(lines, " "))
	}
	return out
}
