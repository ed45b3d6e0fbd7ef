package docx

import (
	"encoding/xml"
	"strings"

	"zhengce/generator/format/archive"
	"zhengce/generator/format/paper"
	"zhengce/generator/say"
)

// A table is a table of a Word file while its rows are read.
type table struct {
	rows  [][]paper.Cell
	above map[int]*merge // cells that reach down, by column
	cells int
}

// A merge is a cell that later rows may go on with: its row and place there.
type merge struct{ row, at int }

// table reads a table. One of a single column lays out the page, and its cells are paragraphs; so
// are the tables within cells.
func (d *reader) table(x *archive.Reader, f flow) {
	if d.depth >= paper.MaxDepth*4 {
		x.Err = say.Errorf("tables stand in one another more than %d deep", paper.MaxDepth*4)
		return
	}
	d.depth++
	defer func() { d.depth-- }()
	t := &table{above: map[int]*merge{}}
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
			for _, l := range c.Rich {
				p := &paragraph{}
				p.text.Append(l)
				f.para(p)
			}
		}
	}
}

func (d *reader) rows(x *archive.Reader, t *table) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tr":
			d.row(x, t)
		case "sdt":
			d.control(x, func() { d.rows(x, t) })
		case "customXml", "ins", "moveTo":
			d.rows(x, t)
		case "del", "moveFrom":
			d.deleted++
			d.drop(x, e, deletedReason)
		case "tblPr":
			d.drop(x, e, altReason) // its caption and description
		default:
			x.Skip()
		}
	})
}

// A row is a row of a table while its cells are read.
type row struct {
	cells  []paper.Cell
	down   []string // of each cell: how it is merged with that above
	col    int
	header bool
	gone   bool // its deletion is tracked
}

// row reads a row; one that was deleted is left out, and its paragraphs count no numbers.
func (d *reader) row(x *archive.Reader, t *table) {
	r := &row{}
	d.cells(x, t, r)
	if x.Err != nil {
		return
	}
	if r.gone {
		for _, c := range r.cells { // read before the row said so
			d.b.Leave(deletedReason, c.Rich...)
		}
		return
	}
	t.add(r.cells, r.down, r.header)
}

func (d *reader) cells(x *archive.Reader, t *table, r *row) {
	x.Children(func(e xml.StartElement) {
		switch {
		case e.Name.Local == "trPr":
			d.rowProperties(x, r)
		case r.gone:
			d.drop(x, e, deletedReason)
		case e.Name.Local == "tc":
			c, props := d.cell(x)
			if t.cells += c.ColSpan; t.cells > paper.MaxCells {
				x.Err = say.Errorf("a table of more than %d cells; split the file", paper.MaxCells)
				return
			}
			r.add(c, props)
		case e.Name.Local == "sdt":
			d.control(x, func() { d.cells(x, t, r) })
		case e.Name.Local == "customXml", e.Name.Local == "ins", e.Name.Local == "moveTo":
			d.cells(x, t, r)
		case e.Name.Local == "del", e.Name.Local == "moveFrom":
			d.deleted++
			d.drop(x, e, deletedReason)
		default:
			x.Skip()
		}
	})
}

func (d *reader) rowProperties(x *archive.Reader, r *row) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "tblHeader":
			r.header = archive.On(e)
		case "gridBefore":
			r.col += archive.Number(e, "val", 0, 1000)
		case "del":
			r.gone = true
			d.deleted++
		case "ins":
			d.inserted++
		}
		x.Skip()
	})
}

// add adds a row, whose cells that go on with one above lengthen that.
func (t *table) add(row []paper.Cell, down []string, header bool) {
	n := len(t.rows)
	var kept []paper.Cell
	above := map[int]*merge{}
	for i, c := range row {
		c.Header = header
		up := t.above[c.Col]
		if down[i] == "continue" && up != nil && t.rows[up.row][up.at].ColSpan == c.ColSpan {
			first := &t.rows[up.row][up.at]
			first.RowSpan = n - up.row + 1
			first.Lines, first.Rich = append(first.Lines, c.Lines...), append(first.Rich, c.Rich...)
			above[c.Col] = up
			continue
		}
		if down[i] != "" {
			above[c.Col] = &merge{n, len(kept)}
		}
		kept = append(kept, c)
	}
	t.above = above
	t.rows = append(t.rows, kept)
}

// add adds a cell. Those behind one that was deleted take its place, and one that is merged with that before it
// is a part of that.
func (r *row) add(c paper.Cell, props cellProperties) {
	if props.gone {
		return
	}
	c.Col = r.col
	r.col += c.ColSpan
	if last := len(r.cells) - 1; props.across && last >= 0 {
		before := &r.cells[last]
		before.ColSpan += c.ColSpan
		before.Lines, before.Rich = append(before.Lines, c.Lines...), append(before.Rich, c.Rich...)
		return
	}
	r.cells, r.down = append(r.cells, c), append(r.down, props.down)
}

// cell reads a cell. One whose deletion is tracked is left out, and its paragraphs count no numbers.
func (d *reader) cell(x *archive.Reader) (c paper.Cell, props cellProperties) {
	c = paper.Cell{RowSpan: 1, ColSpan: 1}
	add := func(lines ...paper.Line) {
		for _, l := range lines {
			if strings.TrimSpace(l.Text) != "" {
				c.Lines, c.Rich = append(c.Lines, l.Text), append(c.Rich, l)
			}
		}
	}
	f := flow{
		para: func(p *paragraph) {
			add(p.all()...)
			d.leaveAsides(p)
		},
		table: func(rows [][]paper.Cell) { add(flatRows(rows)...) },
	}
	x.Children(func(e xml.StartElement) {
		switch {
		case e.Name.Local == "tcPr":
			props = d.cellProperties(x, &c)
		case props.gone:
			d.drop(x, e, deletedReason)
		default:
			d.block(x, e, f)
		}
	})
	d.flush(f)
	return c, props
}

// cellProperties are what a cell says about itself, all its tracked changes accepted.
type cellProperties struct {
	down   string // "restart" or "continue" where it takes part in a merge over rows
	across bool   // it goes on with the cell before it
	gone   bool   // its deletion is tracked
}

func (d *reader) cellProperties(x *archive.Reader, c *paper.Cell) (props cellProperties) {
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "gridSpan":
			c.ColSpan = max(1, archive.Number(e, "val", 1, 1000))
		case "hMerge":
			props.across = archive.Value(e, "val") != "restart"
		case "vMerge":
			if props.down = "continue"; archive.Value(e, "val") == "restart" {
				props.down = "restart"
			}
		case "cellMerge": // follows vMerge
			switch archive.Value(e, "vMerge") {
			case "cont":
				props.down = "continue"
			case "rest":
				props.down = ""
			}
		case "cellDel":
			props.gone = true
			d.deleted++
		case "cellIns":
			d.inserted++
		}
		x.Skip()
	})
	return props
}

// flatRows returns a table as lines, row by row.
func flatRows(rows [][]paper.Cell) []paper.Line {
	var out []paper.Line
	for _, row := range rows {
		var lines []paper.Line
		for _, c := range row {
			lines = append(lines, c.Rich...)
		}
		out = append(out, paper.Join(lines, " "))
	}
	return out
}
