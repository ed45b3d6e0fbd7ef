package policy

import (
	"slices"

	"zhengce/generator/source"
)

// Join returns the facts of a paper with those of its annexes in files of their own behind them. f is the joined
// file in which the places of all of them stand. What the paper's own text gave keeps its ids and addresses. A
// copy of another annex is shown and gives no findings.
func Join(f *source.File, paper *Facts, annexes ...*Facts) *Facts {
	out, doc := *paper, *paper.Document
	doc.File = f
	out.Document, out.Parts = &doc, append([]*Facts{paper}, annexes...)
	taken := map[string]bool{}
	apart(paper, taken)
	for _, a := range annexes {
		out.Problems = slices.Concat(out.Problems, a.Problems)
		doc.Blocks = slices.Concat(doc.Blocks, a.Document.Blocks)
		if a.Document.Annex.CopyOf != "" {
			continue
		}
		apart(a, taken)
		doc.Tables = slices.Concat(doc.Tables, a.Document.Tables)
		doc.Bodies = slices.Concat(doc.Bodies, a.Document.Bodies)
		doc.Annexes = slices.Concat(doc.Annexes, a.Document.Annexes)
		out.Measures = slices.Concat(out.Measures, a.Measures)
		out.Assignments = slices.Concat(out.Assignments, a.Assignments)
		out.Annex = slices.Concat(out.Annex, a.Annex)
		out.Indicators = slices.Concat(out.Indicators, a.Indicators)
		out.Citations = slices.Concat(out.Citations, a.Citations)
		out.Deadlines = slices.Concat(out.Deadlines, a.Deadlines)
	}
	out.Problems.Sort()
	return &out
}

// apart gives each row of f an address that no measure or row has taken: an annex may have both a part 五 and a
// table with a row 5.
func apart(f *Facts, taken map[string]bool) {
	for _, m := range f.Measures {
		taken[m.Address] = true
	}
	for _, r := range f.Annex {
		for taken[r.Address()] {
			r.Again++
		}
		taken[r.Address()] = true
	}
}

// Files returns what was found in each file of the paper, that of the paper itself first.
func (f *Facts) Files() []*Facts {
	if f.Parts != nil {
		return f.Parts
	}
	return []*Facts{f}
}
