package ofd

import (
	"math"
	"strconv"
	"strings"
)

// A matrix turns the coordinates of an object of an OFD page into those of what it stands in:
// x' = a·x + c·y + e, y' = b·x + d·y + f.
type matrix struct{ a, b, c, d, e, f float64 }

var unit = matrix{a: 1, d: 1}

func (m matrix) at(x, y float64) (float64, float64) {
	return m.a*x + m.c*y + m.e, m.b*x + m.d*y + m.f
}

// then returns the matrix that does m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{m.a*n.a + m.b*n.c, m.a*n.b + m.b*n.d, m.c*n.a + m.d*n.c, m.c*n.b + m.d*n.d,
		m.e*n.a + m.f*n.c + n.e, m.e*n.b + m.f*n.d + n.f}
}

// placed returns the matrix of an object with the CTM and the Boundary that its attributes state. A
// CTM that would press the object to a line or a point is none.
func placed(ctm, boundary string) matrix {
	m := unit
	if v := decimals(ctm); len(v) == 6 {
		if n := (matrix{v[0], v[1], v[2], v[3], v[4], v[5]}); math.Abs(n.a*n.d-n.b*n.c) > 1e-9 {
			m = n
		}
	}
	if v := decimals(boundary); len(v) == 4 {
		m.e, m.f = m.e+v[0], m.f+v[1]
	}
	return m
}

// decimals returns the numbers of a list with blanks between them; what is none is 0.
func decimals(list string) []float64 {
	var out []float64
	for _, w := range strings.Fields(list) {
		out = append(out, decimal(w, 0))
	}
	return out
}

// decimal returns a length in millimetres, or otherwise where s is none.
func decimal(s string, otherwise float64) float64 {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	if err != nil || math.IsNaN(v) || math.Abs(v) > 1e6 {
		return otherwise
	}
	return v
}

// steps returns the ways from each character to the next that DeltaX or DeltaY states, at most most:
// 「g 3 2.1 4.2」 is three times 2.1 and once 4.2.
func steps(list string, most int) []float64 {
	var out []float64
	words := strings.Fields(list)
	for i := 0; i < len(words) && len(out) < most; i++ {
		if words[i] != "g" || i+2 >= len(words) {
			out = append(out, decimal(words[i], 0))
			continue
		}
		n, err := strconv.Atoi(words[i+1])
		if err != nil {
			n = 0
		}
		v := decimal(words[i+2], 0)
		for ; n > 0 && len(out) < most; n-- {
			out = append(out, v)
		}
		i += 2
	}
	return out
}
