package ofd

import (
	"encoding/xml"
	"math"
	"slices"
	"unicode/utf8"

	"zhengce/generator/format/archive"
)

// A piece is a stretch of characters that follow one another on a page of an OFD file, all of one
// TextCode and without a gap. Lengths are millimetres, y downwards.
type piece struct {
	part           string // of the file
	at             int    // place in the part
	code           int    // place of its TextCode
	id             string // of its TextObject
	text           string
	x0, y0, x1, y1 float64
	size           float64 // of the writing
	turn           int     // quarters of a circle from left to right that its line is turned by, clockwise; 4 if aslant
	page           int
	template       bool // of a template that several pages share
}

// A run is a TextObject while its characters are placed.
type run struct {
	m        matrix
	size     float64
	scale    float64 // of the width of a character
	vertical bool    // characters follow one another downwards unless steps say otherwise
	piece    piece
}

// natural returns how wide a character is where the file does not say.
func (r *run) natural(c rune) float64 {
	if c < 0x2000 {
		return r.size * r.scale / 2
	}
	return r.size * r.scale
}

// textObject reads a TextObject; out stands for text that the file does not show.
func (p *page) textObject(x *archive.Reader, e xml.StartElement, m matrix) {
	r := &run{m: placed(archive.Value(e, "CTM"), archive.Value(e, "Boundary")).then(m), size: decimal(archive.Value(e, "Size"), 0), scale: decimal(archive.Value(e, "HScale"), 1)}
	if r.size <= 0 {
		r.size = 3.5
	}
	if r.scale <= 0 {
		r.scale = 1
	}
	d := archive.Value(e, "ReadDirection")
	r.vertical = d == "90" || d == "270"
	r.piece = piece{part: p.part, id: archive.Value(e, "ID"), page: p.number}
	gone := archive.Value(e, "Visible") == "false"
	glyphs, codes := 0, 0
	x.Children(func(e xml.StartElement) {
		switch e.Name.Local {
		case "TextCode":
			at := x.Offset()
			text := p.code(x)
			codes += utf8.RuneCountInString(text)
			if gone {
				p.leave(at, text, invisibleReason)
				return
			}
			p.pieces = append(p.pieces, r.pieces(e, text, at)...)
		case "CGTransform":
			glyphs++
			p.hidden(x, patternReason)
		default:
			p.other(x, e)
		}
	})
	if glyphs > 0 && codes == 0 {
		p.mute += glyphs
	}
}

// pieces places the characters of a TextCode and cuts them where the next does not follow on.
func (r *run) pieces(e xml.StartElement, text string, at int) []piece {
	n := utf8.RuneCountInString(text)
	dx, dy := steps(archive.Value(e, "DeltaX"), n), steps(archive.Value(e, "DeltaY"), n)
	x, y := decimal(archive.Value(e, "X"), 0), decimal(archive.Value(e, "Y"), 0)
	if len(dy) > 0 && slices.Max(dy) > 0.3*r.size && (len(dx) == 0 || slices.Max(dx) == 0 && slices.Min(dx) == 0) {
		r.vertical = true
	}
	var out []piece
	var cur stretch
	for i, k := 0, 0; i < len(text); k++ {
		c, w := utf8.DecodeRuneInString(text[i:])
		if !cur.takes(x, y, r) {
			out = r.finish(out, cur, text, at)
			cur = stretch{from: i, x0: x, y0: y}
		}
		cur.lastX, cur.lastY, cur.wide, cur.to = x, y, r.natural(c), i+w
		cur.count++
		sx, sy := r.step(dx, dy, k, cur.wide)
		x, y = x+sx, y+sy
		i += w
	}
	return r.finish(out, cur, text, at)
}

// step returns the way from the character k to the next.
func (r *run) step(dx, dy []float64, k int, wide float64) (float64, float64) {
	switch {
	case k < len(dx) && k < len(dy):
		return dx[k], dy[k]
	case k < len(dx):
		return dx[k], 0
	case k < len(dy):
		return 0, dy[k]
	case r.vertical || len(dx) == 0 && len(dy) > 0:
		return 0, r.size
	}
	return wide, 0
}

// A stretch is what follows without a gap within a TextCode, in the coordinates of its object.
type stretch struct {
	from, to, count            int
	x0, y0, lastX, lastY, wide float64
	down                       bool
}

// takes reports whether a character at x, y goes on with the stretch.
func (s *stretch) takes(x, y float64, r *run) bool {
	if s.count == 0 {
		return false
	}
	sx, sy := x-s.lastX, y-s.lastY
	across := math.Abs(sy) <= 0.05*r.size && sx >= -0.2*r.size && sx <= s.wide+1.2*r.size
	down := math.Abs(sx) <= 0.3*r.size && sy > 0.3*r.size && sy < 2.2*r.size
	switch {
	case s.count == 1:
		s.down = down && !across
		return across || down
	case s.down:
		return down
	}
	return across
}

// finish adds a stretch as a piece of the page.
func (r *run) finish(out []piece, s stretch, text string, at int) []piece {
	if s.count == 0 {
		return out
	}
	p := r.piece
	p.at, p.code, p.text = at+s.from, at, text[s.from:s.to]
	p.turn = r.turn(s)
	p.size = r.size * math.Hypot(r.m.c, r.m.d)
	left, right := s.x0, s.lastX+s.wide
	top, bottom := s.y0-0.85*r.size, s.lastY+0.15*r.size
	p.x0, p.y0 = r.m.at(left, top)
	p.x1, p.y1 = p.x0, p.y0
	for _, c := range [][2]float64{{right, top}, {left, bottom}, {right, bottom}} {
		x, y := r.m.at(c[0], c[1])
		p.x0, p.x1 = math.Min(p.x0, x), math.Max(p.x1, x)
		p.y0, p.y1 = math.Min(p.y0, y), math.Max(p.y1, y)
	}
	return append(out, p)
}

// turn tells the direction of a stretch.
func (r *run) turn(s stretch) int {
	x, y := r.m.a, r.m.b // of the line that the writing stands on
	if s.down || s.count == 1 && r.vertical {
		x, y = r.m.c, r.m.d
	}
	switch long := math.Hypot(x, y); {
	case x > 0.98*long:
		return 0
	case y > 0.98*long:
		return 1
	case x < -0.98*long:
		return 2
	case y < -0.98*long:
		return 3
	}
	return 4
}
