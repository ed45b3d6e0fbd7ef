package ofd

import (
	"encoding/xml"
	"math"
	"sort"
	"strings"

	"zhengce/generator/format/archive"
)

// A rule is a straight line on a page, across or down.
type rule struct{ x0, y0, x1, y1 float64 }

func (r rule) across() bool { return r.y1-r.y0 < r.x1-r.x0 }

// thick is the width in millimetres below which a filled box is a line.
const thick = 0.9

// pathObject reads the lines of a drawing that may rule a table.
func (p *page) pathObject(x *archive.Reader, e xml.StartElement, m matrix) {
	m = placed(archive.Value(e, "CTM"), archive.Value(e, "Boundary")).then(m)
	stroke, fill := archive.Value(e, "Stroke") != "false", archive.Value(e, "Fill") == "true"
	if archive.Value(e, "Visible") == "false" {
		stroke, fill = false, false
	}
	x.Children(func(e xml.StartElement) {
		if e.Name.Local != "AbbreviatedData" {
			p.other(x, e)
			return
		}
		data := p.code(x)
		if len(data) > 1<<16 {
			return // a picture
		}
		for _, line := range outlines(data) {
			p.trace(line, m, stroke, fill)
		}
	})
}

// outlines returns the points of the straight lines of a path; one with a curve ends there.
func outlines(data string) [][][2]float64 {
	var out [][][2]float64
	var cur [][2]float64
	words := strings.Fields(data)
	flush := func() {
		if len(cur) > 1 {
			out = append(out, cur)
		}
		cur = nil
	}
	point := func(i int) ([2]float64, bool) {
		if i+1 >= len(words) {
			return [2]float64{}, false
		}
		return [2]float64{decimal(words[i], 0), decimal(words[i+1], 0)}, true
	}
	for i := 0; i < len(words); i++ {
		switch words[i] {
		case "S", "M":
			flush()
			fallthrough
		case "L":
			if q, ok := point(i + 1); ok {
				cur = append(cur, q)
			}
			i += 2
		case "C":
			if len(cur) > 1 {
				cur = append(cur, cur[0])
			}
			flush()
		case "Q", "B", "A":
			flush()
		}
	}
	flush()
	return out
}

// trace adds the rules of an outline: its sides if it is drawn, or itself if it is a thin filled box.
func (p *page) trace(line [][2]float64, m matrix, stroke, fill bool) {
	if len(line) > 64 {
		return
	}
	box := rule{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i := range line {
		x, y := m.at(line[i][0], line[i][1])
		line[i] = [2]float64{x, y}
		box = rule{math.Min(box.x0, x), math.Min(box.y0, y), math.Max(box.x1, x), math.Max(box.y1, y)}
	}
	w, h := box.x1-box.x0, box.y1-box.y0
	if math.Min(w, h) < thick {
		if math.Max(w, h) > 2*thick && (stroke || fill) {
			p.rule(box)
		}
		return
	}
	if !stroke {
		return
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		side := rule{math.Min(a[0], b[0]), math.Min(a[1], b[1]), math.Max(a[0], b[0]), math.Max(a[1], b[1])}
		if w, h := side.x1-side.x0, side.y1-side.y0; math.Min(w, h) < thick/3 && math.Max(w, h) > 2*thick {
			p.rule(side)
		}
	}
}

// rule adds a line, pressed to its middle.
func (p *page) rule(r rule) {
	if r.across() {
		r.y0 = (r.y0 + r.y1) / 2
		r.y1 = r.y0
	} else {
		r.x0 = (r.x0 + r.x1) / 2
		r.x1 = r.x0
	}
	p.rules = append(p.rules, r)
}

// meets reports whether two lines touch.
func (r rule) meets(s rule) bool {
	return r.x0 <= s.x1+thick && s.x0 <= r.x1+thick && r.y0 <= s.y1+thick && s.y0 <= r.y1+thick
}

// ruled returns the sets of lines that hang together.
func ruled(rules []rule) [][]rule {
	if len(rules) > 2_000 {
		return nil // a picture, or no table that can be told from one
	}
	set := make([]int, len(rules))
	for i := range set {
		set[i] = i
	}
	root := func(i int) int {
		for set[i] != i {
			set[i] = set[set[i]]
			i = set[i]
		}
		return i
	}
	for i := range rules {
		for j := range rules[:i] {
			if rules[i].meets(rules[j]) {
				set[root(i)] = root(j)
			}
		}
	}
	groups := map[int][]rule{}
	var order []int
	for i, r := range rules {
		k := root(i)
		if groups[k] == nil {
			order = append(order, k)
		}
		groups[k] = append(groups[k], r)
	}
	var out [][]rule
	for _, k := range order {
		out = append(out, groups[k])
	}
	return out
}

// marks returns the places of the lines, those near one another as one.
func marks(places []float64) []float64 {
	sort.Float64s(places)
	var out []float64
	for _, v := range places {
		if len(out) == 0 || v-out[len(out)-1] > 1.5*thick {
			out = append(out, v)
		}
	}
	return out
}
