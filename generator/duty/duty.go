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
// of tasks. The rows of an annex may speak of the measures above, which are those of its paper.
func Find(d *document.Document, region string, measures []*policy.Measure, above ...*policy.Measure) Findings {
	f := &finder{doc: d, file: d.File, region: region, measures: measures, above: above}
	return f.find()
}

// A finder holds the findings of a document while they are made.
type finder struct {
	Findings
	doc         *document.Document
	file        *source.File
	region      string
	measures    []*policy.Measure
	above       []*policy.Measure // of the paper of which doc is an annex
	stated      stated
	listsPeople *bool                                  // what people found, once asked
	decided     func(r policy.Rule, place source.Span) // lets a test know which rule decided about which place
}

func (f *finder) find() Findings {
	f.readStated()
	f.assignments()
	f.partGroups()
	f.annexRows()
	f.doubts()
	return f.Findings
}

// first returns the first of some rules that holds for x, which stands at place.
func first[T any](f *finder, rules policy.Decisions[T], x T, place source.Span) (policy.Rule, bool) {
	r, ok := rules.First(x)
	if ok && f.decided != nil {
		f.decided(r, place)
	}
	return r, ok
}
