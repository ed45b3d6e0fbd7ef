package pdf

import "zhengce/generator/format/paper"

// linesOf returns rows as lines that may belong to tables without rules, each with the pieces of the row.
func linesOf(rows []row) (lines []paper.Strip, pieces [][]row) {
	for i := range rows {
		r := &rows[i]
		cells := r.cells()
		l := paper.Strip{Base: r.base, Size: r.size}
		for k := range cells {
			c := &cells[k]
			l.Cells = append(l.Cells, paper.Stretch{From: c.x0, To: c.x1, Text: c.text(), Soft: k > 0 && c.x0-cells[k-1].x1 <= wideGap*r.size})
		}
		lines, pieces = append(lines, l), append(pieces, cells)
	}
	return lines, pieces
}

// unruled makes a table without rules of the pieces of its lines.
func unruled(u *paper.Unruled, pieces [][]row, page int) *table {
	t := &table{page: page, columns: u.Columns}
	in := make([][][]row, len(u.Starts))
	for i := range in {
		in[i] = make([][]row, len(u.Columns))
	}
	u.Each(func(row, col, line, piece int) { in[row][col] = append(in[row][col], pieces[line][piece]) })
	for _, cells := range in {
		var out []cell
		for col, rows := range cells {
			c := cell{col: col, rowSpan: 1, colSpan: 1}
			if len(rows) > 0 {
				c.lines = cellLines(rows, u.Columns[col][0], u.Right(col))
			}
			out = append(out, c)
		}
		t.rows = append(t.rows, out)
	}
	return t
}
