package paper

import (
	"math"
	"slices"

	"zhengce/generator/source"
)

const (
	// maxWrapped is how many lines of one cell may stand between two that have several.
	maxWrapped = 6
	// maxUnruled is how many lines a table without rules is looked for in.
	maxUnruled = 1000
	// softGap is how far apart two cells are at least, in sizes of writing.
	softGap = 0.2
	// interleaved is how near, in sizes of writing, lines of a page stand that belong to cells beside each other.
	interleaved = 0.9
)

// A Strip is a line of a page, cut at the gaps that may part the cells of a table.
type Strip struct {
	Base, Size float64 // y downwards
	Cells      []Stretch
}

// A Stretch is a part of a line with its ends.
type Stretch struct {
	From, To float64
	Text     string
	Soft     bool // the gap before it is no wider than may stand in running text
}

// headOf returns how many of the lines make the first row, those of cells beside each other, and the cells that they
// make: what stands over each other is one.
func headOf(lines []Strip) (n int, cells []Stretch) {
	for n = 1; n < len(lines) && lines[n].Base-lines[n-1].Base <= interleaved*lines[0].Size; n++ {
	}
	for _, l := range lines[:n] {
		for _, c := range l.Cells {
			i := slices.IndexFunc(cells, func(o Stretch) bool { return o.From < c.To && c.From < o.To })
			if i < 0 {
				cells = append(cells, c)
				continue
			}
			cells[i].From, cells[i].To = min(cells[i].From, c.From), max(cells[i].To, c.To)
			cells[i].Text += c.Text
		}
	}
	slices.SortStableFunc(cells, func(a, b Stretch) int { return sign(a.From - b.From) })
	return n, cells
}

// isHead reports whether cells look like the head of a table: wide gaps part them into three, or into two that are words
// of a head.
func isHead(cells []Stretch) bool {
	wide, words := 0, 0
	for _, c := range cells {
		if !c.Soft {
			wide++
		}
		if HeadWord.MatchString(source.Squeeze(c.Text)) {
			words++
		}
	}
	return wide > 2 || wide == 2 && words > 1
}

// An Unruled is a table of a page without rules.
type Unruled struct {
	Lines   []Strip
	Columns [][2]float64 // from where to where they reach
	Starts  []int        // the lines with which its rows begin; none where that cannot be told
}

// FindUnruled returns the table without rules that begins with the first of the lines, or nil: what stands
// in its row looks like a head, and another line has several cells as well.
func FindUnruled(lines []Strip) *Unruled {
	head, cells := headOf(lines)
	if !isHead(cells) {
		return nil
	}
	width := cells[len(cells)-1].To - cells[0].From
	end, several, alone := head, 1, 0
	for i := head; i < min(len(lines), maxUnruled); i++ {
		l := &lines[i]
		if l.Base-lines[i-1].Base > 4*l.Size {
			break
		}
		if len(l.Cells) > 1 {
			end, alone = i+1, 0
			several++
			continue
		}
		if alone++; alone > maxWrapped || l.Cells[0].To-l.Cells[0].From > 0.6*width {
			break
		}
	}
	if several < 2 {
		return nil
	}
	u := &Unruled{Lines: lines[:end]}
	u.divide()
	for end < min(len(lines), maxUnruled) && u.continues(&lines[end]) { // the last cell's lines
		end++
		u.Lines = lines[:end]
		u.divide()
	}
	if len(u.Columns) < len(cells) && len(u.Columns) < 3 {
		return nil
	}
	if u.Starts = u.starts(); len(u.Starts) < 2 || u.Starts[0] != 0 || u.parts() {
		u.Starts = nil
	}
	return u
}

// divide finds the columns: the stretches in which any line has text.
func (u *Unruled) divide() {
	var spans [][2]float64
	for _, l := range u.Lines {
		for _, c := range l.Cells {
			spans = append(spans, [2]float64{c.From, c.To})
		}
	}
	slices.SortFunc(spans, func(a, b [2]float64) int { return sign(a[0] - b[0]) })
	u.Columns = spans[:1:1]
	for _, s := range spans[1:] {
		if last := &u.Columns[len(u.Columns)-1]; s[0] < last[1]+softGap*u.Lines[0].Size {
			last[1] = math.Max(last[1], s[1])
		} else {
			u.Columns = append(u.Columns, s)
		}
	}
}

func sign(v float64) int {
	switch {
	case v < 0:
		return -1
	case v > 0:
		return 1
	}
	return 0
}

// Column returns the column of a piece.
func (u *Unruled) Column(p Stretch) int {
	for i, c := range u.Columns {
		if p.From < c[1] {
			return i
		}
	}
	return len(u.Columns) - 1
}

// continues reports whether a line below the table belongs to a cell of its last row: it stands in
// one of its columns, but the first, as near as lines of a cell do.
func (u *Unruled) continues(l *Strip) bool {
	least, _ := u.pitch()
	last := u.Lines[len(u.Lines)-1]
	if len(l.Cells) > 1 || math.IsInf(least, 1) || l.Base-last.Base > 1.2*least {
		return false
	}
	p := l.Cells[0]
	c := u.Column(p)
	return c > 0 && p.From >= u.Columns[c][0]-1 && p.To <= u.Columns[c][1]+1
}

// pitch returns the least and the greatest distance of lines that follow each other in a column.
func (u *Unruled) pitch() (least, most float64) {
	least = math.Inf(1)
	last := make([]float64, len(u.Columns))
	for i := range last {
		last[i] = math.Inf(-1)
	}
	for _, l := range u.Lines {
		for _, p := range l.Cells {
			c := u.Column(p)
			if d := l.Base - last[c]; !math.IsInf(d, 1) && d > 0.5*l.Size {
				least, most = math.Min(least, d), math.Max(most, d)
			}
			last[c] = l.Base
		}
	}
	return least, most
}

// starts returns the lines with which a row of the table begins; none where that cannot be told.
func (u *Unruled) starts() []int {
	least, most := u.pitch()
	var out []int
	if most > 1.25*least { // the rows lie further apart than the lines of a cell
		for i := range u.Lines {
			if i == 0 || u.Lines[i].Base-u.Lines[i-1].Base > 1.2*least {
				out = append(out, i)
			}
		}
		return out
	}
	for i, l := range u.Lines { // a row begins where the first column has text
		if u.Column(l.Cells[0]) > 0 {
			continue
		}
		if len(l.Cells) < len(u.Columns) {
			return nil
		}
		out = append(out, i)
	}
	return out
}

// parts reports whether a row may be two: its first cell holds two short pieces.
func (u *Unruled) parts() bool {
	for i, from := range u.Starts {
		var first []Stretch
		for _, l := range u.Lines[from:u.end(i)] {
			if c := l.Cells[0]; u.Column(c) == 0 {
				first = append(first, c)
			}
		}
		if len(first) > 1 && first[0].To < u.Columns[0][1]-u.Lines[from].Size {
			return true
		}
	}
	return false
}

// end returns the line behind the row i.
func (u *Unruled) end(i int) int {
	if i+1 < len(u.Starts) {
		return u.Starts[i+1]
	}
	return len(u.Lines)
}

// Each calls a function for each piece with its row and column, by rows and from the top.
func (u *Unruled) Each(do func(row, col, line, piece int)) {
	for i, from := range u.Starts {
		for line := from; line < u.end(i); line++ {
			for k, p := range u.Lines[line].Cells {
				do(i, u.Column(p), line, k)
			}
		}
	}
}

// Right returns where the cells of a column end: where its text does, if several lines show that it is
// as wide as that, else where the next column begins.
func (u *Unruled) Right(col int) float64 {
	full := 0
	for _, l := range u.Lines {
		for _, p := range l.Cells {
			if u.Column(p) == col && p.To > u.Columns[col][1]-1.1*l.Size {
				full++
			}
		}
	}
	if full > 2 || col+1 == len(u.Columns) {
		return u.Columns[col][1]
	}
	return u.Columns[col+1][0]
}

// SameColumns reports whether columns of tables without rules lie over each other, each over one.
func SameColumns(a, b [][2]float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i][0] >= b[i][1] || b[i][0] >= a[i][1] || i > 0 && (a[i][0] <= b[i-1][1] || b[i][0] <= a[i-1][1]) {
			return false
		}
	}
	return true
}
