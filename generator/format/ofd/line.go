package ofd

import (
	"math"
	"sort"
	"strings"
	"unicode/utf8"
)

// A row is what stands on one line of a page, or a table.
type row struct {
	pieces         []piece
	x0, y0, x1, y1 float64
	size           float64
	gaps           int     // gaps as wide as between the columns of a table
	left, right    float64 // of its column, where the page has several
	page           int
	alone          bool   // turned against the other lines of the page
	reason         string // it is no part of the paper
	table          *table
}

// lines puts what stands on the page into the order of reading. Text aslant is set aside.
func (p *page) lines(aside func(piece, string)) []row {
	var straight []piece
	for _, c := range p.pieces {
		if c.turn == 4 {
			aside(c, aslantReason)
			continue
		}
		straight = append(straight, c)
	}
	straight = once(straight, func(c piece) { aside(c, twiceReason) })
	turn := mainTurn(straight)
	var rows []row
	if turn == 0 {
		var tables []*table
		tables, straight = p.tables(straight)
		for _, t := range tables {
			rows = append(rows, row{x0: t.xs[0], x1: t.xs[len(t.xs)-1], y0: t.ys[0], y1: t.ys[len(t.ys)-1], page: p.number, table: t})
		}
	}
	sides := p.turn(straight, turn)
	text := between(columns(rowsOf(sides[0]), 0), rows)
	for k, side := range sides[1:] {
		(&page{}).turn(side, k+1)
		for _, r := range rowsOf(side) {
			r.alone = true
			text = append(text, r)
		}
	}
	return text
}

// between sets tables where they stand among the lines: before the first line that begins below their head.
func between(text, tables []row) []row {
	sort.SliceStable(tables, func(i, j int) bool { return tables[i].y0 < tables[j].y0 })
	var out []row
	for _, r := range text {
		for len(tables) > 0 && tables[0].y0 < (r.y0+r.y1)/2 {
			out = append(out, tables[0])
			tables = tables[1:]
		}
		out = append(out, r)
	}
	return append(out, tables...)
}

// mainTurn returns the direction of most of the characters.
func mainTurn(pieces []piece) int {
	var count [4]int
	for _, c := range pieces {
		count[c.turn] += len(c.text)
	}
	best := 0
	for i, n := range count {
		if n > count[best] {
			best = i
		}
	}
	return best
}

// turn turns the page so that the lines of the direction turn run from left to right. Of vertical lines
// that run downwards the right one is the first. It returns the pieces by what they are still turned by.
func (p *page) turn(pieces []piece, turn int) (sides [4][]piece) {
	spin := func(x, y float64) (float64, float64) {
		switch turn {
		case 0:
			return x, y
		case 1:
			return y, -x
		case 2:
			return -x, -y
		}
		return -y, x
	}
	for i := range pieces {
		c := &pieces[i]
		x0, y0 := spin(c.x0, c.y0)
		x1, y1 := spin(c.x1, c.y1)
		c.x0, c.x1, c.y0, c.y1 = math.Min(x0, x1), math.Max(x0, x1), math.Min(y0, y1), math.Max(y0, y1)
		c.turn = (c.turn + 4 - turn) % 4
		sides[c.turn] = append(sides[c.turn], *c)
	}
	x0, y0 := spin(p.box[0], p.box[1])
	x1, y1 := spin(p.box[0]+p.box[2], p.box[1]+p.box[3])
	p.box = [4]float64{math.Min(x0, x1), math.Min(y0, y1), math.Abs(x1 - x0), math.Abs(y1 - y0)}
	return sides
}

// once takes out the pieces that stand a second time in the same place, as programs print bold text.
func once(pieces []piece, again func(piece)) []piece {
	type place struct {
		text string
		x, y int
	}
	seen := map[place]bool{}
	var out []piece
	for _, c := range pieces {
		step := math.Max(0.1, 0.25*c.size)
		x, y := int(math.Round(c.x0/step)), int(math.Round(c.y0/step))
		found := false
		for i := -1; i <= 1; i++ {
			for j := -1; j <= 1; j++ {
				found = found || seen[place{c.text, x + i, y + j}]
			}
		}
		if found {
			again(c)
			continue
		}
		seen[place{c.text, x, y}] = true
		out = append(out, c)
	}
	return out
}

// rowsOf puts pieces into lines from top to bottom.
func rowsOf(pieces []piece) []row {
	pieces = append([]piece(nil), pieces...)
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].middle() < pieces[j].middle() })
	var rows []row
	var cur []piece
	var top, bottom float64
	for _, c := range pieces {
		y0, y1 := c.y0, c.y1
		if c.turn != 0 {
			y1 = math.Min(c.y1, c.y0+c.size) // a turned label stands where it begins
		}
		overlap := math.Min(bottom, y1) - math.Max(top, y0)
		if len(cur) > 0 && overlap < 0.5*math.Min(y1-y0, bottom-top) {
			rows = append(rows, rowOf(cur))
			cur = nil
		}
		if len(cur) == 0 || y1-y0 > bottom-top {
			top, bottom = y0, y1
		}
		cur = append(cur, c)
	}
	if len(cur) > 0 {
		rows = append(rows, rowOf(cur))
	}
	return rows
}

// middle is the height at which a piece stands in its line.
func (c *piece) middle() float64 {
	if c.turn != 0 {
		return c.y0 + c.size/2
	}
	return (c.y0 + c.y1) / 2
}

// rowOf makes a line of pieces.
func rowOf(pieces []piece) row {
	sort.SliceStable(pieces, func(i, j int) bool { return pieces[i].x0 < pieces[j].x0 })
	r := row{pieces: pieces, x0: math.Inf(1), y0: math.Inf(1), x1: math.Inf(-1), y1: math.Inf(-1), page: pieces[0].page}
	sizes := map[float64]int{}
	for i, c := range pieces {
		if i > 0 && c.x0-r.x1 > 1.2*c.size {
			r.gaps++
		}
		if strings.TrimSpace(c.text) != "" {
			r.x0, r.x1 = math.Min(r.x0, c.x0), math.Max(r.x1, c.x1)
		}
		r.y0, r.y1 = math.Min(r.y0, c.y0), math.Max(r.y1, c.y1)
		sizes[c.size] += len(c.text)
	}
	if math.IsInf(r.x0, 0) {
		r.x0, r.x1 = pieces[0].x0, pieces[0].x0
	}
	for s, n := range sizes {
		if n > sizes[r.size] || n == sizes[r.size] && s > r.size {
			r.size = s
		}
	}
	return r
}

// spaced reports whether a blank belongs between two pieces that stand apart: between letters or
// digits, not beside a Chinese character.
func spaced(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return last < 0x2000 && first < 0x2000 && a != "" && b != ""
}
