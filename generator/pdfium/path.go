package pdfium

import (
	"math"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

const (
	// maxSegments is the number of segments above which a path is a picture and no rules.
	maxSegments = 2000
	// thin is how thick a rule may be, in points.
	thin = 3.5
)

// A Rule is a straight line of a page, along one of its sides.
type Rule struct{ X0, Y0, X1, Y1 float64 } // X0 ≤ X1, Y0 ≤ Y1; one of the two pairs is equal

// Rules returns the straight lines of the page, and the sides of its rectangles.
func (p *Page) Rules() ([]Rule, error) {
	var rules []Rule
	for _, o := range p.objects {
		if o.kind != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		more, err := p.rulesOf(o)
		if err != nil {
			return nil, p.doc.cause(err)
		}
		rules = append(rules, more...)
	}
	return rules, nil
}

func (p *Page) rulesOf(o object) ([]Rule, error) {
	lib := p.doc.library
	n, err := lib.FPDFPath_CountSegments(&requests.FPDFPath_CountSegments{PageObject: o.ref})
	if err != nil || n.Count > maxSegments || n.Count < 2 {
		return nil, err
	}
	mode, err := lib.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: o.ref})
	if err != nil {
		return nil, err
	}
	own, err := lib.FPDFPageObj_GetMatrix(&requests.FPDFPageObj_GetMatrix{PageObject: o.ref})
	if err != nil {
		return nil, err
	}
	t := tracer{matrix: product(own.Matrix, o.matrix), stroke: mode.Stroke}
	for i := range n.Count {
		s, err := lib.FPDFPath_GetPathSegment(&requests.FPDFPath_GetPathSegment{PageObject: o.ref, Index: i})
		if err != nil {
			return nil, err
		}
		p.doc.handles++
		kind, err := lib.FPDFPathSegment_GetType(&requests.FPDFPathSegment_GetType{PathSegment: s.PathSegment})
		if err != nil {
			return nil, err
		}
		at, err := lib.FPDFPathSegment_GetPoint(&requests.FPDFPathSegment_GetPoint{PathSegment: s.PathSegment})
		if err != nil {
			return nil, err
		}
		end, err := lib.FPDFPathSegment_GetClose(&requests.FPDFPathSegment_GetClose{PathSegment: s.PathSegment})
		if err != nil {
			return nil, err
		}
		t.segment(kind.Type, float64(at.X), float64(at.Y), end.IsClose)
	}
	t.finish()
	return t.rules, nil
}

type point struct{ x, y float64 }

// A tracer follows a path and finds the rules in it.
type tracer struct {
	matrix structs.FPDF_FS_MATRIX
	stroke bool
	points []point // of the part of the path that is being drawn
	curved bool
	rules  []Rule
}

func (t *tracer) segment(kind enums.FPDF_SEGMENT, x, y float64, end bool) {
	m := t.matrix
	at := point{x*float64(m.A) + y*float64(m.C) + float64(m.E), x*float64(m.B) + y*float64(m.D) + float64(m.F)}
	switch kind {
	case enums.FPDF_SEGMENT_MOVETO:
		t.finish()
	case enums.FPDF_SEGMENT_BEZIERTO:
		t.curved = true
	}
	t.points = append(t.points, at)
	if end {
		t.points = append(t.points, t.points[0])
		t.finish()
	}
}

// finish adds the rules of the part that ends: a thin filled shape is one, a stroked shape has one for
// each side; a wide filled shape has none, since it is a colour behind text.
func (t *tracer) finish() {
	points, curved := t.points, t.curved
	t.points, t.curved = nil, false
	if len(points) < 2 || curved {
		return
	}
	low, high := points[0], points[0]
	for _, q := range points {
		low = point{math.Min(low.x, q.x), math.Min(low.y, q.y)}
		high = point{math.Max(high.x, q.x), math.Max(high.y, q.y)}
	}
	switch w, h := high.x-low.x, high.y-low.y; {
	case h <= thin && w > h:
		t.rule(low.x, (low.y+high.y)/2, high.x, (low.y+high.y)/2)
	case w <= thin && h > w:
		t.rule((low.x+high.x)/2, low.y, (low.x+high.x)/2, high.y)
	case t.stroke:
		for i := 1; i < len(points); i++ {
			a, b := points[i-1], points[i]
			switch dx, dy := math.Abs(a.x-b.x), math.Abs(a.y-b.y); {
			case dy < 0.5 && dx > 2:
				t.rule(math.Min(a.x, b.x), a.y, math.Max(a.x, b.x), a.y)
			case dx < 0.5 && dy > 2:
				t.rule(a.x, math.Min(a.y, b.y), a.x, math.Max(a.y, b.y))
			}
		}
	}
}

func (t *tracer) rule(x0, y0, x1, y1 float64) {
	t.rules = append(t.rules, Rule{x0, y0, x1, y1})
}
