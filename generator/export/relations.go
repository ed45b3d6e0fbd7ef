package export

import (
	"math"
	"path"

	"zhengce/generator/catalog"
)

// Relations is what the comparison of the papers found.
type Relations struct {
	Cascade  []PairRelation `json:"cascade"`
	Only     []OnlyRelation `json:"only"`
	Series   []Series       `json:"series"`
	Agencies []Agency       `json:"agencies"`
	Validity []Holds        `json:"validity"`
}

// Place is a task: the group's number among those of its measure, from 0. A row of an annex is
// the one group of measure 附件/N.
type Place struct {
	File    string `json:"file"`
	Measure string `json:"measure"`
	Group   int    `json:"group"`
}

// PairRelation is two tasks of different papers that order the same.
type PairRelation struct {
	A        Place  `json:"a"`
	B        Place  `json:"b"`
	Relation string `json:"relation"`
	LeadSame *bool  `json:"lead_same"`
}

// OnlyRelation is a task that another paper of its cascade has nothing like.
type OnlyRelation struct {
	File    string `json:"file"`
	With    string `json:"with"`
	Measure string `json:"measure"`
	Group   int    `json:"group"`
}

// Series is one quantity in several papers.
type Series struct {
	Name       string    `json:"name"`
	Comparable bool      `json:"comparable"`
	Why        string    `json:"why"`
	Members    []Promise `json:"members"`
}

// Promise is what one paper sets for the quantity of a series.
type Promise struct {
	File  string   `json:"file"`
	Quote string   `json:"quote"`
	Value *float64 `json:"value"`
	Unit  string   `json:"unit"`
	Cmp   string   `json:"cmp"`
	Year  *int     `json:"year"`
}

// Agency is one body with its names.
type Agency struct {
	ID       string       `json:"id"`
	Function *string      `json:"function"`
	Region   string       `json:"region"`
	Names    []AgencyName `json:"names"`
}

// AgencyName is a name of a body, with the papers that use it and why it is taken for that body's.
type AgencyName struct {
	Name     string   `json:"name"`
	Files    []string `json:"files"`
	Relation string   `json:"relation"`
	Evidence *string  `json:"evidence"`
}

func newRelations(c *catalog.Catalog) *Relations {
	r := &Relations{Cascade: []PairRelation{}, Only: []OnlyRelation{}, Series: []Series{}, Agencies: []Agency{}, Validity: []Holds{}}
	for _, x := range c.Cascades {
		for _, p := range x.Pairs {
			r.Cascade = append(r.Cascade, PairRelation{placeOf(p.A), placeOf(p.B), string(p.Relation), leadSame(p)})
		}
		for _, o := range x.Only {
			at := placeOf(o.Task)
			r.Only = append(r.Only, OnlyRelation{at.File, fileOf(o.With), at.Measure, at.Group})
		}
	}
	for _, s := range c.AllSeries() {
		out := Series{Name: s.Name, Comparable: s.Comparable, Why: s.Why}
		for _, i := range s.Members {
			out.Members = append(out.Members, Promise{fileOf(i.Document), i.Quote, finite(i.Number), i.Unit, i.Cmp, present(i.Year)})
		}
		r.Series = append(r.Series, out)
	}
	for _, d := range c.Documents {
		r.Validity = append(r.Validity, holds(d))
	}
	for _, a := range c.Agencies {
		out := Agency{ID: a.ID, Function: present(a.Function), Region: a.Region}
		for _, n := range a.Names {
			files := []string{}
			for _, d := range n.Documents {
				files = append(files, fileOf(d))
			}
			out.Names = append(out.Names, AgencyName{n.Name, files, n.Relation, present(n.Evidence)})
		}
		r.Agencies = append(r.Agencies, out)
	}
	return r
}

func fileOf(d *catalog.Document) string { return path.Base(d.Document.File.Name) }

// leadSame reports whether the bodies that lead a pair have one function; nil where one paper does not say
// who leads.
func leadSame(p *catalog.Pair) *bool {
	if p.Lead == catalog.LeadsUnstated {
		return nil
	}
	same := p.Lead == catalog.LeadsSame
	return &same
}

func placeOf(t *catalog.Task) Place {
	if t.Row != nil {
		return Place{fileOf(t.Document), t.Row.ID(), 0}
	}
	if t.Part != nil {
		return Place{fileOf(t.Document), t.Part.ID(), t.Index}
	}
	return Place{fileOf(t.Document), t.Measure.ID, t.Index}
}

// present returns nil for a value that the paper does not give.
func present[T comparable](v T) *T {
	var none T
	if v == none {
		return nil
	}
	return &v
}

// finite returns nil for what is no number.
func finite(x float64) *float64 {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return nil
	}
	return &x
}
