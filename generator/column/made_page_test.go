package column_test

import (
	"math"
	"strings"

	"zhengce/generator/column"
)

// A ruling tells how the lines of a table are drawn on a page.
type ruling int

const (
	stroked  ruling = iota // drawn lines, each over the whole table
	boxed                  // a thin filled box for each side of a cell, as programs for writing do
	threeWay               // lines above the head, below it and below the table
	unruled                // none
)

// A press sets a made table on pages.
type press struct {
	ruling ruling
	depth  float64 // of the table on a page, in points
	again  bool    // its head stands on each page
	split  bool    // merged cells are cut where the page ends
}

// A sheet is a page of paper, in points from its upper left corner.
type sheet struct {
	width, height float64
	texts         []ink
	rules         [][4]float64
}

// An ink is a line of writing with its left end on its base line.
type ink struct {
	x, y, size float64
	text       string
}

const (
	margin    = 72
	writing   = 10.5
	leading   = 1.3 * writing
	padAcross = 5.5
	padDown   = 5
)

// widths are those of the columns, in points.
var widths = map[column.Kind]float64{
	column.Number: 34, column.Section: 58, column.Task: 96, column.Name: 84, column.Unit: 50, column.Base: 66, column.Year: 62, column.Nature: 58,
	column.Bodies: 88, column.Due: 76, column.Persons: 62, column.Place: 84, column.Goal: 72,
}

// advance is the width of a character in sizes of its writing.
func advance(r rune) float64 {
	if r < 0x80 {
		return 0.5
	}
	return 1
}

func wide(text string) (w float64) {
	for _, r := range text {
		w += advance(r)
	}
	return w * writing
}

// broken breaks a text into lines of a width.
func broken(text string, width float64) []string {
	var out []string
	line, w := "", 0.0
	for _, r := range text {
		if a := advance(r) * writing; w+a > width+0.01 {
			out, line, w = append(out, line), "", 0
		}
		line += string(r)
		w += advance(r) * writing
	}
	return append(out, line)
}

// set sets the table on pages.
func (p press) set(m *made) []*sheet {
	rows, heads := m.rows()
	xs := []float64{margin}
	for _, kind := range m.means {
		xs = append(xs, xs[len(xs)-1]+widths[kind])
	}
	heights := p.heights(rows, xs)
	page := func() *sheet { return &sheet{width: xs[len(xs)-1] + margin, height: 842} }
	first := page()
	first.write(margin, 80, 16, "甲市任务表")
	first.write(margin, 110, writing, "附件")
	pages := []*sheet{first}
	y, from := 130.0, 0
	for from < len(rows) {
		to := p.fits(rows, heights, from, heads)
		shown := rows[from:to]
		high := heights[from:to]
		if from >= heads && p.again {
			shown, high = append(append([][]placed{}, rows[:heads]...), shown...), append(append([]float64{}, heights[:heads]...), high...)
		}
		s := pages[len(pages)-1]
		y = p.draw(s, p.cut(rows, shown, from, to, heads), high, xs, y, from < heads || p.again, heads)
		if from = to; from < len(rows) {
			pages, y = append(pages, page()), 80
		}
	}
	last := pages[len(pages)-1]
	last.write(margin+2*writing, y+40, writing, "以上任务请抓好落实。")
	for _, s := range pages {
		s.write(s.width/2-10, 800, 9, "— "+string(rune('1'+len(s.texts)%9))+" —")
	}
	return pages
}

// heights returns those of the rows.
func (p press) heights(rows [][]placed, xs []float64) []float64 {
	out := make([]float64, len(rows))
	tall := func(c placed) float64 {
		return float64(len(broken(c.text, xs[c.col+c.cols]-xs[c.col]-2*padAcross)))*leading + 2*padDown
	}
	for r, row := range rows {
		out[r] = leading + 2*padDown
		for _, c := range row {
			if c.rows == 1 {
				out[r] = math.Max(out[r], tall(c))
			}
		}
	}
	for r, row := range rows {
		for _, c := range row {
			sum := 0.0
			for _, h := range out[r : r+c.rows] {
				sum += h
			}
			out[r+c.rows-1] += math.Max(0, tall(c)-sum)
		}
	}
	return out
}

// fits returns the row before which the page that begins with a row ends.
func (p press) fits(rows [][]placed, heights []float64, from, heads int) int {
	sum, to := 0.0, from
	best := from + 1
	crossed := func(at int) bool {
		for r := range rows[:at] {
			for _, c := range rows[r] {
				if r+c.rows > at {
					return true
				}
			}
		}
		return false
	}
	for to < len(rows) {
		if sum += heights[to]; sum > p.depth && best > heads {
			break
		}
		if to++; to > heads && (p.split || !crossed(to)) {
			best = to
		}
	}
	if to == len(rows) {
		return to
	}
	return max(best, from+1)
}

// cut returns the rows of a page with merged cells cut at its ends: the rest of one is an empty cell.
func (p press) cut(rows, shown [][]placed, from, to, heads int) [][]placed {
	var out [][]placed
	lead := len(shown) - (to - from)
	for i, row := range shown {
		r := from + i - lead
		if i < lead {
			r = i
		}
		var kept []placed
		if i == lead && from > 0 {
			for above := range rows[:from] {
				for _, c := range rows[above] {
					if above+c.rows > from {
						kept = append(kept, placed{"", c.col, min(above+c.rows, to) - from, c.cols})
					}
				}
			}
		}
		for _, c := range row {
			if i >= lead {
				c.rows = min(c.rows, to-r)
			}
			kept = append(kept, c)
		}
		out = append(out, kept)
	}
	return out
}

// draw draws rows from a height on and returns where they end.
func (p press) draw(s *sheet, rows [][]placed, heights, xs []float64, y float64, headed bool, heads int) float64 {
	ys := []float64{y}
	for _, h := range heights {
		ys = append(ys, ys[len(ys)-1]+h)
	}
	left, right, end := xs[0], xs[len(xs)-1], ys[len(ys)-1]
	if p.ruling == threeWay {
		s.rules = append(s.rules, [4]float64{left, y, right, y}, [4]float64{left, end, right, end})
		if headed {
			s.rules = append(s.rules, [4]float64{left, ys[heads], right, ys[heads]})
		}
	}
	for r, row := range rows {
		for _, c := range row {
			x0, x1, y0, y1 := xs[c.col], xs[c.col+c.cols], ys[r], ys[min(r+c.rows, len(ys)-1)]
			if p.ruling == stroked || p.ruling == boxed {
				s.rules = append(s.rules, [4]float64{x0, y0, x1, y0}, [4]float64{x0, y1, x1, y1}, [4]float64{x0, y0, x0, y1}, [4]float64{x1, y0, x1, y1})
			}
			if c.text == "" {
				continue
			}
			lines := broken(c.text, x1-x0-2*padAcross)
			top := (y0 + y1 - float64(len(lines))*leading) / 2
			for i, line := range lines {
				at := x0 + padAcross
				if len(lines) == 1 && p.ruling != unruled && p.ruling != threeWay {
					at = (x0 + x1 - wide(line)) / 2
				}
				s.write(at, top+float64(i)*leading+0.88*writing, writing, line)
			}
		}
	}
	return end
}

func (s *sheet) write(x, y, size float64, text string) {
	s.texts = append(s.texts, ink{x, y, size, strings.TrimSpace(text)})
}
