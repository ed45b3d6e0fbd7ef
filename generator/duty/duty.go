// Package duty finds who is made responsible for what: groups of bodies in brackets, behind labels
// and in sentences, and the rows of tables that tie tasks to bodies, each body with its role.
package duty

import (
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Findings are the assignments and annex rows of one document in the order of its text, and what
// is doubtful about them.
type Findings struct {
	Assignments []*policy.Assignment
	Annex       []*policy.AnnexRow
	Problems    source.ErrorList
}

// Find returns the assignments of the measures of d, a paper of region, and the rows of its tables
// of tasks.
func Find(d *document.Document, region string, measures []*policy.Measure) Findings {
	f := &finder{doc: d, file: d.File, region: region, measures: measures}
	f.roleRules()
	f.assignments()
	f.annexRows()
	f.doubts()
	return f.Findings
}

// A finder holds the findings of a document while they are made.
type finder struct {
	Findings
	doc      *document.Document
	file     *source.File
	region   string
	measures []*policy.Measure
	rules    roleRules
}
