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
			for _, l := range c.lines {
				p := &paragraph{}
				p.text.WriteString(l)
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
		case "sdt", "sdtContent", "customXml", "ins":
			d.rows(x, t)
		default:
			x.skip()
		}
	})
}

// row reads a row; one that was deleted is left out.
func (d *docx) row(x *xmlReader, t *docxTable) {
	var row []cell
	var down []string // of each cell: how it is merged with that above
	col, header, gone := 0, false, false
	var cells func()
	cells = func() {
		x.children(func(e xml.StartElement) {
			switch e.Name.Local {
			case "trPr":
				x.children(func(e xml.StartElement) {
					switch e.Name.Local {
					case "tblHeader":
						header = on(e)
					case "gridBefore":
						col += number(e, "val", 0, 1000)
					case "del":
						gone = true
						d.deleted++
					case "ins":
						d.inserted++
					}
					x.skip()
				})
			case "tc":
				c, merged := d.cell(x)
				c.col = col
				col += c.colSpan
				if t.cells += c.colSpan; t.cells > MaxCells {
					x.err = fmt.Errorf("a table of more than %d cells; split the file", MaxCells)
					return
				}
				row, down = append(row, c), append(down, merged)
			case "sdt", "sdtContent", "customXml":
				cells()
			default:
				x.skip()
			}
		})
	}
	cells()
	if gone || x.err != nil {
		return
	}
	t.add(row, down, header)
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
			first.lines = append(first.lines, c.lines...)
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
	f := flow{
		para: func(p *paragraph) {
			for _, l := range append(p.lines(), p.boxes...) {
				if strings.TrimSpace(l) != "" {
					c.lines = append(c.lines, l)
				}
			}
		},
		table: func(rows [][]cell) {
			t := pageTable{rows: rows}
			c.lines = append(c.lines, t.flat()...)
		},
	}
	x.children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tcPr":
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
		case "p":
			if p := d.paragraph(x); p != nil {
				f.para(p)
			}
		case "tbl":
			d.table(x, f)
		case "sdt", "sdtContent", "customXml", "ins":
			d.flow(x, f)
		case "AlternateContent":
			d.alternate(x, func() { d.flow(x, f) })
		default:
			x.skip()
		}
	})
	return c, merged
}
