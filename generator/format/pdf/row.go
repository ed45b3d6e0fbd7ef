package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"zhengce/generator/format/paper"
)

// A row is what stands on one line of a sheet, or on one line of a column of it.
type row struct {
	glyphs         []glyph // from left to right
	x0, y0, x1, y1 float64
	base           float64
	size           float64 // of most of its writing
	page           int
	column         string // where it stands, for the frame that its lines share
	alone          bool   // it opens a paragraph and ends it
	reason         string // it is no part of the paper
}

const (
	// wideGap is a gap, in sizes of writing, that no line of running text has.
	wideGap = 1.2
	// columnGap is how far apart two columns of text are at least.
	columnGap = 0.75
	// softGap is how far apart two cells are at least in a line of Chinese characters that stand close.
	softGap = 0.2
	// smaller is what raised and lowered writing has of the line's size at most.
	smaller = 0.87
)

// glyphRows puts glyphs into lines from top to bottom. What is smaller and a little higher or lower than
// the line at which it stands belongs to it.
func glyphRows(w *writer, glyphs []glyph) []row {
	glyphs = slices.Clone(glyphs)
	sort.SliceStable(glyphs, func(i, j int) bool { return glyphs[i].base < glyphs[j].base })
	var rows []row
	for from := 0; from < len(glyphs); {
		first, to := glyphs[from], from+1
		for to < len(glyphs) && glyphs[to].base-first.base < 0.3*math.Min(first.size, glyphs[to].size) {
			to++
		}
		rows = append(rows, row{glyphs: glyphs[from:to:to]})
		from = to
	}
	for i := range rows {
		rows[i].settle()
	}
	rows = attach(rows)
	for i := range rows {
		rows[i].single(w)
		rows[i].settle()
		rows[i].raise()
	}
	return rows
}

// settle sorts the glyphs of the row and finds its measures.
func (r *row) settle() {
	sort.SliceStable(r.glyphs, func(i, j int) bool { return r.glyphs[i].x0 < r.glyphs[j].x0 })
	var sizes, bases []float64
	for _, g := range r.glyphs {
		sizes = append(sizes, g.size)
	}
	r.size = median(sizes)
	first := r.glyphs[0]
	r.page, r.x0, r.y0, r.x1, r.y1 = int(first.page), first.x0, first.y0, first.x1, first.y1
	for _, g := range r.glyphs {
		if g.size > 0.85*r.size {
			bases = append(bases, g.base)
		}
		r.x1, r.y0, r.y1 = math.Max(r.x1, g.x1), math.Min(r.y0, g.y0), math.Max(r.y1, g.y1)
	}
	r.base = median(bases)
}

// attach moves pieces of small writing to the line that they are raised or lowered from.
func attach(rows []row) []row {
	for i := range rows {
		small := &rows[i]
		var stays []glyph
		for _, piece := range pieces(small.glyphs, 0.5) {
			if home := homeOf(rows, i, piece); home >= 0 {
				rows[home].glyphs = append(rows[home].glyphs, piece...)
				rows[home].settle()
			} else {
				stays = append(stays, piece...)
			}
		}
		small.glyphs = stays
	}
	return slices.DeleteFunc(rows, func(r row) bool { return len(r.glyphs) == 0 })
}

// pieces cuts glyphs at gaps wider than the given part of their size.
func pieces(glyphs []glyph, gap float64) [][]glyph {
	var out [][]glyph
	from, end := 0, 0.0
	for i, g := range glyphs {
		if i > from && g.x0-end > gap*g.size {
			out = append(out, glyphs[from:i:i])
			from = i
		}
		if i == from {
			end = g.x1
		}
		end = math.Max(end, g.x1)
	}
	if from < len(glyphs) {
		out = append(out, glyphs[from:])
	}
	return out
}

// homeOf returns the row, of larger writing, to which a piece of the row i belongs, or -1: the piece
// stands behind one of its glyphs, a little higher or lower.
func homeOf(rows []row, i int, piece []glyph) int {
	best, nearlySame := -1, math.Inf(1)
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(rows); k += step {
			shift := rows[k].base - piece[0].base // positive above the line
			if math.Abs(shift) > 4*piece[0].size {
				break
			}
			if d := rows[k].distance(piece); d < nearlySame && rows[k].raises(piece[0], shift) {
				best, nearlySame = k, d
			}
		}
	}
	return best
}

// raises reports whether a glyph is small enough, and near enough to the row's line, to be raised or
// lowered from it.
func (r *row) raises(g glyph, shift float64) bool {
	return len(r.glyphs) > 0 && g.size <= smaller*r.size && shift <= 0.75*r.size && shift >= -0.5*r.size
}

// distance returns how far, in sizes, the piece stands behind the glyph of the row before it; infinite
// where it stands behind none or over another.
func (r *row) distance(piece []glyph) float64 {
	x0, x1 := piece[0].x0, piece[len(piece)-1].x1
	at := sort.Search(len(r.glyphs), func(i int) bool { return r.glyphs[i].x0 > x0 })
	if at == 0 {
		return math.Inf(1)
	}
	gap := (x0 - r.glyphs[at-1].x1) / r.size
	over := at < len(r.glyphs) && r.glyphs[at].x0 < x1-0.4*(x1-x0)
	if gap > 0.4 || gap < -0.4 || over {
		return math.Inf(1)
	}
	return math.Abs(gap)
}

// raise marks the glyphs that are smaller than the writing beside them and stand higher or lower.
func (r *row) raise() {
	for _, p := range r.wider(columnGap) {
		p.settle()
		for i := range p.glyphs {
			g := &p.glyphs[i]
			shift := (p.base - g.base) / p.size
			switch {
			case g.size > smaller*p.size:
			case shift > 0.1:
				g.shift = raised
			case shift < -0.05:
				g.shift = lowered
			}
		}
	}
}

// single leaves out what is printed twice at the same place, as some programs do for heavy writing.
func (r *row) single(w *writer) {
	var out []glyph
	for _, g := range r.glyphs {
		if n := len(out); n > 0 && out[n-1].raw == g.raw && math.Abs(g.x0-out[n-1].x0) < 0.2*g.size && math.Abs(g.base-out[n-1].base) < 0.2*g.size && g.x1-g.x0 > 0.3*g.size {
			w.leaveOut(g.page, g.at, g.raw, doubleReason)
			continue
		}
		out = append(out, g)
	}
	r.glyphs = out
}

// segments cuts the row at its wide gaps.
func (r *row) segments() []row { return r.wider(wideGap) }

// wider cuts the row at gaps wider than a part of its size.
func (r *row) wider(part float64) []row {
	return r.cut(func(gap float64, _, _ glyph) bool { return gap > part*r.size })
}

// cells cuts the row at the gaps that may part the cells of a table: the wide ones, and where Chinese
// characters stand close, those as wide as between columns of text and each gap between two of them that is none of punctuation.
func (r *row) cells() []row {
	var gaps []float64
	for i := 1; i < len(r.glyphs); i++ {
		gaps = append(gaps, r.glyphs[i].x0-r.glyphs[i-1].x1)
	}
	close := median(gaps) < 0.05*r.size
	return r.cut(func(gap float64, a, b glyph) bool {
		return gap > wideGap*r.size || close && (gap > columnGap*r.size || gap > softGap*r.size && isHan(a) && isHan(b))
	})
}

func isHan(g glyph) bool {
	r, _ := utf8.DecodeRuneInString(g.text)
	return 0x3400 <= r && r <= 0x9FFF || r >= 0x20000
}

// cut cuts the row where the function says so.
func (r *row) cut(at func(gap float64, a, b glyph) bool) []row {
	var out []row
	from, end := 0, r.x0
	for i, g := range r.glyphs {
		if i > from && at(g.x0-end, r.glyphs[i-1], g) {
			out = append(out, r.part(from, i))
			from, end = i, g.x1
		}
		end = math.Max(end, g.x1)
	}
	return append(out, r.part(from, len(r.glyphs)))
}

// part returns the glyphs from one to another as a row with the measures of the whole.
func (r *row) part(from, to int) row {
	p := *r
	p.glyphs = r.glyphs[from:to:to]
	p.x0, p.x1 = p.glyphs[0].x0, p.glyphs[0].x1
	for _, g := range p.glyphs {
		p.x1 = math.Max(p.x1, g.x1)
	}
	return p
}

// text returns the row's text as a line of the paper.
func (r *row) text() string {
	var p pen
	p.row(r)
	return p.text.String()
}

// A shift tells whether small writing stands above or below its line.
type shift int8

const (
	raised  shift = 1
	lowered shift = -1
)

// A pen writes glyphs one after another and keeps where each stands.
type pen struct {
	text   strings.Builder
	places []penPlace
	full   bool // its last line leaves no room
}

// A penPlace is a character with its place in what was written. There is one for each of a long paper: it is small.
type penPlace struct {
	raw      rune
	page, at int32
	start    int32
	size     int32 // of its text
	shift    shift
}

// row writes the row's glyphs: blanks for its wide gaps, and between words of letters or digits.
func (p *pen) row(r *row) {
	end := r.x0
	for i, g := range r.glyphs {
		if i > 0 {
			switch gap := g.x0 - end; {
			case gap > wideGap*r.size:
				p.text.WriteString("  ")
			case gap > 0.1*r.size && g.shift == r.glyphs[i-1].shift && spaced(r.glyphs[i-1].text, g.text):
				p.text.WriteByte(' ')
			}
		}
		p.places = append(p.places, penPlace{g.raw, g.page, g.at, int32(p.text.Len()), int32(len(g.text)), g.shift})
		p.text.WriteString(g.text)
		end = math.Max(end, g.x1)
	}
}

// spaced reports whether a blank belongs between two pieces of text: between two words of letters
// or digits, not beside a Chinese character.
func spaced(a, b string) bool {
	first, _ := utf8.DecodeRuneInString(b)
	return a != "" && b != "" && paper.LastRune(a) < 0x2000 && first < 0x2000
}
