// Package extract finds in one document what it orders: measures, assignments of agencies,
// annex rows, indicators and citations. One file holds one kind of finding, with its rules.
package extract

import (
	"zhengce/generator/document"
	"zhengce/generator/duty"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/target"
)

// Document returns the facts of a document. The list holds what is doubtful about them; the
// problems of the document itself, which package document found, are not repeated.
func Document(d *document.Document) (*policy.Facts, source.ErrorList) {
	x := &extractor{doc: d, file: d.File, facts: &policy.Facts{Document: d, Rules: Rules()}}
	x.meta()
	x.measures()
	found := duty.Find(d, x.facts.Meta.Region, x.facts.Measures)
	x.facts.Assignments, x.facts.Annex, x.problems = found.Assignments, found.Annex, found.Problems
	x.facts.Indicators = target.Find(d, x.facts.Measures, x.facts.Annex)
	x.citations()
	x.general()
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
}
