package pdf

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/pdfium"
	"zhengce/generator/source"
)

// Reasons for text of a PDF that does not stand in the text.
const (
	inklessReason     = "没有墨色的文字"
	outsideReason     = "页面之外的文字"
	doubleReason      = "重叠印刷的同一字"
	unprintableReason = "控制字符"
)

// softHyphen is what some files write for every hyphen.
const softHyphen = '\u00AD'

// A glyph is a character with its place on a sheet, y downwards. There is one for each of a long paper: it is small.
type glyph struct {
	x0, y0, x1, y1 float64
	base, size     float64
	text           string // as the paper reads it
	raw            rune   // as the file has it
	page, at       int32
	shift          shift
}

// A sheet is a page, or what stands on it turned, in the direction in which its text is read.
type sheet struct {
	page          int
	width, height float64
	glyphs        []glyph
	rules         []pdfium.Rule // y downwards
	vertical      bool          // lines go down, from right to left; x and y are exchanged
	aside         bool          // what stands on a page in another direction than most of it
	aslant        bool          // that is no quarter turn

	tables []ruledTable
	rows   []row
	items  []item
}

// sheetsOf turns the page so that most of its text is upright, and gives what stands in other
// directions as sheets of their own.
func sheetsOf(w *writer, p page, number int) []sheet {
	turns := p.turns(w, number)
	most := 0
	for turn, glyphs := range turns {
		if n := len(turns[most]); len(glyphs) > n || len(glyphs) == n && turn < most {
			most = turn
		}
	}
	out := []sheet{turned(p, number, most, turns[most])}
	var others []int
	out[0].stand()
	for turn := range turns {
		if along := (most + 270) % 360; out[0].vertical && turn == along { // letters and digits lie in vertical lines
			out[0].glyphs = append(out[0].glyphs, turned(p, number, turn, turns[turn]).glyphs...)
		} else if turn != most {
			others = append(others, turn)
		}
	}
	if out[0].vertical {
		out[0].centre()
	}
	slices.Sort(others)
	for _, turn := range others {
		s := turned(p, number, turn, turns[turn])
		s.rules, s.aside, s.aslant = nil, true, (turn-most)%90 != 0
		out = append(out, s)
	}
	return out
}

// turns returns the glyphs that a reader of the page sees, by the direction of writing in degrees.
func (p page) turns(w *writer, number int) map[int][]glyph {
	out := map[int][]glyph{}
	scan := p.isScan()
	for i, c := range p.chars {
		if c.Blank || source.IsSpace(c.Rune) && c.Rune != softHyphen {
			continue
		}
		g := glyph{raw: c.Rune, text: reading(c), page: int32(number), at: int32(i), size: c.Size}
		switch {
		case c.Hidden && !scan:
			w.leaveOut(g.page, g.at, g.raw, inklessReason)
		case g.text == "":
			w.leaveOut(g.page, g.at, g.raw, unprintableReason)
		case !p.shows(c.Box):
			w.leaveOut(g.page, g.at, g.raw, outsideReason)
		default:
			turn := turnOf(c.Angle)
			out[turn] = append(out[turn], g)
		}
	}
	return out
}

// isScan reports whether most of the page's text has no ink: on a scan, that is the text that was recognised,
// and all there is.
func (p page) isScan() bool {
	hidden, seen := 0, 0
	for _, c := range p.chars {
		if c.Hidden {
			hidden++
		} else if !c.Blank {
			seen++
		}
	}
	return hidden > seen
}

// shows reports whether a part of a box stands on the page; boxes of places that are no numbers do not.
func (p page) shows(b pdfium.Box) bool {
	return b.Right >= p.bounds.Left && b.Left <= p.bounds.Right && b.Top >= p.bounds.Bottom && b.Bottom <= p.bounds.Top
}

// turnOf returns the direction of writing in whole degrees, a quarter turn where it is nearly one.
func turnOf(angle float64) int {
	if math.IsNaN(angle) || math.IsInf(angle, 0) {
		return 0
	}
	d := int(math.Round(angle*180/math.Pi)) % 360
	if d < 0 {
		d += 360
	}
	if q := (d + 45) / 90 * 90; d-q <= 3 && q-d <= 3 {
		d = q % 360
	}
	return d
}

// turned places the glyphs on a sheet whose lines go in the given direction.
func turned(p page, number, turn int, glyphs []glyph) sheet {
	sin, cos := math.Sincos(float64(turn) * math.Pi / 180)
	if turn%90 == 0 {
		sin, cos = math.Round(sin), math.Round(cos)
	}
	at := func(x, y float64) (float64, float64) { return x*cos + y*sin, x*sin - y*cos }
	box := func(b pdfium.Box) (x0, y0, x1, y1 float64) {
		x0, y0 = math.Inf(1), math.Inf(1)
		x1, y1 = math.Inf(-1), math.Inf(-1)
		for _, c := range [][2]float64{{b.Left, b.Bottom}, {b.Left, b.Top}, {b.Right, b.Bottom}, {b.Right, b.Top}} {
			x, y := at(c[0], c[1])
			x0, y0, x1, y1 = math.Min(x0, x), math.Min(y0, y), math.Max(x1, x), math.Max(y1, y)
		}
		return x0, y0, x1, y1
	}
	left, top, right, bottom := box(p.bounds)
	s := sheet{page: number, width: right - left, height: bottom - top, glyphs: glyphs}
	for i := range glyphs {
		g, c := &glyphs[i], p.chars[glyphs[i].at]
		x, y := at(c.X, c.Y)
		x0, y0, x1, y1 := box(c.Box)
		if turn%90 != 0 { // the box lies slantwise about the character
			x0, x1, y0, y1 = x, x+c.Size, y-c.Size, y
		}
		g.x0, g.y0, g.x1, g.y1, g.base = finite(x0-left), finite(y0-top), finite(x1-left), finite(y1-top), finite(y-top)
		g.measure(finite(x - left))
	}
	for _, r := range p.rules {
		x0, y0, x1, y1 := box(pdfium.Box{Left: r.X0, Bottom: r.Y0, Right: r.X1, Top: r.Y1})
		s.rules = append(s.rules, pdfium.Rule{X0: finite(x0 - left), Y0: finite(y0 - top), X1: finite(x1 - left), Y1: finite(y1 - top)})
	}
	return s
}

// finite returns a place that can be reckoned with.
func finite(v float64) float64 {
	if math.IsNaN(v) {
		return 0
	}
	return math.Max(-1e6, math.Min(1e6, v))
}

// measure corrects sizes that fit the width of a Chinese character in no way, as of fonts made of
// pictures, and gives wide characters whose box is that of their ink, at x, the room that they take.
func (g *glyph) measure(x float64) {
	width := g.x1 - g.x0
	if isHan(*g) && width > 0.5 && (g.size > 4*width || 2.5*g.size < width) {
		g.size = width
	}
	if !(g.size >= 0.5) || g.size > 1e4 {
		g.size = math.Max(0.5, math.Min(g.y1-g.y0, 1e4))
	}
	slack := 0.06 * g.size
	if r, _ := utf8.DecodeRuneInString(g.text); !wide(r) || g.x0 < x-slack || g.x1 > x+g.size+slack {
		return
	}
	g.x0, g.x1 = x, math.Max(g.x1, x+g.size)
	if g.y1-g.y0 < 0.8*g.size {
		g.y0, g.y1 = g.base-0.88*g.size, g.base+0.12*g.size
	}
}

// wide reports whether a character takes the room of a Chinese one.
func wide(r rune) bool {
	return 0x2E80 <= r && r <= 0xA4CF || 0xF900 <= r && r <= 0xFAFF || 0xFF01 <= r && r <= 0xFF60 || 0x20000 <= r && r <= 0x3FFFF
}

// stand finds whether the sheet is written in vertical lines, and exchanges x and y if so: the right
// line is the first.
func (s *sheet) stand() {
	if !s.goesDown() {
		return
	}
	s.vertical = true
	for i := range s.glyphs {
		g := &s.glyphs[i]
		g.x0, g.y0, g.x1, g.y1 = g.y0, s.width-g.x1, g.y1, s.width-g.x0
	}
	for i, r := range s.rules {
		s.rules[i] = pdfium.Rule{X0: r.Y0, Y0: s.width - r.X1, X1: r.Y1, Y1: s.width - r.X0}
	}
	s.width, s.height = s.height, s.width
}

// centre sets the base lines of a vertical sheet: what stands in a line stands about its middle.
func (s *sheet) centre() {
	for i := range s.glyphs {
		g := &s.glyphs[i]
		g.base = (g.y0 + g.y1) / 2
	}
}

// goesDown reports whether Chinese characters stand nearer to the next below them than to the next on
// their right.
func (s *sheet) goesDown() bool {
	var glyphs []glyph
	for _, g := range s.glyphs {
		if r, _ := utf8.DecodeRuneInString(g.text); wide(r) {
			glyphs = append(glyphs, g)
		}
	}
	if len(glyphs) < 8 {
		return false
	}
	right := stepsOf(glyphs, func(g glyph) float64 { return g.base }, func(g glyph) float64 { return g.x0 })
	down := stepsOf(glyphs, func(g glyph) float64 { return (g.x0 + g.x1) / 2 }, func(g glyph) float64 { return g.base })
	return len(down) >= 4 && len(down) > len(glyphs)/3 && (len(right) == 0 || median(down) < 0.8*median(right))
}

// stepsOf returns the distances, in sizes of writing, between glyphs that follow each other along a line.
func stepsOf(glyphs []glyph, across, along func(glyph) float64) []float64 {
	size := make([]float64, 0, len(glyphs))
	for _, g := range glyphs {
		size = append(size, g.size)
	}
	em := median(size)
	line := func(g glyph) float64 { return math.Round(across(g) / (0.5 * em)) }
	slices.SortStableFunc(glyphs, func(a, b glyph) int {
		if c := cmp.Compare(line(a), line(b)); c != 0 {
			return c
		}
		return cmp.Compare(along(a), along(b))
	})
	var out []float64
	for i := 1; i < len(glyphs); i++ {
		if d := along(glyphs[i]) - along(glyphs[i-1]); line(glyphs[i]) == line(glyphs[i-1]) && d > 0.1*em {
			out = append(out, d/em)
		}
	}
	return out
}

// median returns the middle one of the values, 0 of none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	values = slices.Clone(values)
	slices.Sort(values)
	return values[len(values)/2]
}

// reading returns the character as the paper reads it: the soft hyphen, which some files write for every hyphen,
// as a plain one; none for a control character.
func reading(c pdfium.Character) string {
	r := c.Rune
	switch {
	case c.Unknown:
		return string(utf8.RuneError)
	case r == softHyphen || r == '\u0002' || r == '\uFFFE': // the library writes the latter for a hyphen at the end of a line
		return "-"
	case unicode.IsControl(r):
		return ""
	}
	return string(r)
}
