// Package extract finds in one document what it orders: measures, assignments of agencies,
// annex rows, indicators, citations, deadlines and validity. One file holds one kind of finding, with its rules.
package extract

import (
	"zhengce/generator/clock"
	"zhengce/generator/document"
	"zhengce/generator/duty"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/target"
)

// Document returns the facts of a document. The list holds what is doubtful about them; the
// problems of the document itself, which package document found, are not repeated.
func Document(d *document.Document) (*policy.Facts, source.ErrorList) {
	return find(d, &policy.Facts{})
}

// Annex returns the facts of a document that is an annex of a paper in a file of its own. Who issued it, when,
// under which number and for which region are those of the paper.
func Annex(d *document.Document, of *policy.Facts) (*policy.Facts, source.ErrorList) {
	return find(d, of)
}

// find returns the facts of d, an annex of the paper whose facts are given, or none.
func find(d *document.Document, of *policy.Facts) (*policy.Facts, source.ErrorList) {
	x := &extractor{doc: d, file: d.File, facts: &policy.Facts{Document: d, Rules: Rules()}}
	x.meta()
	if d.Annex != nil {
		x.inherit(of.Meta)
	}
	x.measures()
	found := duty.Find(d, x.facts.Meta.Region, x.facts.Measures, of.Measures...)
	x.facts.Assignments, x.facts.Annex, x.problems = found.Assignments, found.Annex, found.Problems
	x.loneAnnex()
	x.facts.Indicators = target.Find(d, x.facts.Measures, x.facts.Annex)
	x.places = x.mentionsOfAll()
	x.citations()
	x.general()
	x.facts.Deadlines, x.facts.Validity = clock.Find(x.facts, x.named())
	x.doubts()
	x.problems.Sort()
	return x.facts, x.problems
}

// An extractor holds the facts of a document while they are found.
type extractor struct {
	doc      *document.Document
	file     *source.File
	facts    *policy.Facts
	problems source.ErrorList
	own      ownTitles
	places   []*mention
}
