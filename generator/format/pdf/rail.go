package pdf

import (
	"math"
	"slices"

	"zhengce/generator/pdfium"
)

// A rail is a horizontal or vertical line of a page with the stretches that are drawn.
type rail struct {
	at    float64
	spans [][2]float64
}

// rails joins rules that run along x into rails.
func rails(rules []pdfium.Rule) []rail {
	slices.SortStableFunc(rules, func(a, b pdfium.Rule) int {
		switch {
		case a.Y0 != b.Y0:
			return sign(a.Y0 - b.Y0)
		}
		return sign(a.X0 - b.X0)
	})
	var out []rail
	for _, r := range rules {
		if n := len(out); n > 0 && r.Y0-out[n-1].at < snap {
			out[n-1].spans = append(out[n-1].spans, [2]float64{r.X0, r.X1})
			continue
		}
		out = append(out, rail{r.Y0, [][2]float64{{r.X0, r.X1}}})
	}
	for i := range out {
		out[i].join()
	}
	return out
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

// join joins the stretches of the rail that touch.
func (r *rail) join() {
	slices.SortFunc(r.spans, func(a, b [2]float64) int { return sign(a[0] - b[0]) })
	out := r.spans[:1:1]
	for _, s := range r.spans[1:] {
		if last := &out[len(out)-1]; s[0] <= last[1]+snap {
			last[1] = math.Max(last[1], s[1])
		} else {
			out = append(out, s)
		}
	}
	r.spans = out
}

// covers reports whether the rail is drawn over most of the stretch.
func (r rail) covers(from, to float64) bool {
	drawn := 0.0
	for _, s := range r.spans {
		drawn += math.Max(0, math.Min(to, s[1])-math.Max(from, s[0]))
	}
	return drawn >= 0.6*(to-from)
}

// A lattice is rails that cross each other.
type lattice struct{ across, down []rail }

// connected parts the rails into lattices: stretches that touch belong together.
func connected(across, down []rail) []lattice {
	flat, upright := single(across), single(down)
	group := make([]int, len(flat)+len(upright))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i, h := range flat {
		for k, v := range upright {
			if v.at >= h.spans[0][0]-snap && v.at <= h.spans[0][1]+snap && h.at >= v.spans[0][0]-snap && h.at <= v.spans[0][1]+snap {
				group[root(len(flat)+k)] = root(i)
			}
		}
	}
	index := map[int]int{}
	var out []lattice
	place := func(i int) *lattice {
		r := root(i)
		if _, ok := index[r]; !ok {
			index[r] = len(out)
			out = append(out, lattice{})
		}
		return &out[index[r]]
	}
	for i, h := range flat {
		l := place(i)
		l.across = addRail(l.across, h)
	}
	for k, v := range upright {
		l := place(len(flat) + k)
		l.down = addRail(l.down, v)
	}
	return out
}

// single gives each stretch of a rail a rail of its own.
func single(all []rail) []rail {
	var out []rail
	for _, r := range all {
		for _, s := range r.spans {
			out = append(out, rail{r.at, [][2]float64{s}})
		}
	}
	return out
}

// addRail adds a rail to those of a lattice, which are in order.
func addRail(all []rail, r rail) []rail {
	if n := len(all); n > 0 && r.at-all[n-1].at < snap {
		all[n-1].spans = append(all[n-1].spans, r.spans...)
		return all
	}
	return append(all, r)
}
