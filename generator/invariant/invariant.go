// Package invariant holds what is true of every finding, whatever its paper says. What breaks an
// invariant is nonsense that shows without gold: a title that begins with a dash, a body called
// 「区〕政府」, a target for a year before its paper.
//
// Nothing is dropped for it. A finding with doubts is published with them, as 存疑.
package invariant

import (
	"slices"

	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A Doubt is a broken invariant: the problem to report, and the finding that it is about.
type Doubt struct {
	*source.Error
	rule    policy.Rule
	finding *policy.Doubts
}

// Doubts are the broken invariants of one paper.
type Doubts []Doubt

// Check asks every invariant about every finding of f, which it leaves as it is.
func Check(f *policy.Facts) Doubts {
	c := &checker{Facts: f, file: f.Document.File}
	if f.Document.Annex == nil { // an annex has the head of its paper, and may order nothing
		c.head()
	}
	c.measures()
	c.duties()
	c.numbers()
	c.citations()
	c.unsure()
	return c.doubts
}

// Problems returns the doubts as problems of the paper.
func (ds Doubts) Problems() source.ErrorList {
	out := make(source.ErrorList, len(ds))
	for i, d := range ds {
		out[i] = d.Error
	}
	return out
}

// Mark gives each finding its doubts, as far as they are among the problems left: those that an editor has
// looked at and accepted are no longer.
func (ds Doubts) Mark(left source.ErrorList) {
	for _, d := range ds {
		if slices.Contains(left, d.Error) {
			d.finding.Add(d.rule)
		}
	}
}

// A checker holds the doubts about a paper while they are found.
type checker struct {
	*policy.Facts
	file   *source.File
	doubts Doubts
}

// doubt notes that a rule tells the finding at s to be doubtful.
func (c *checker) doubt(rule policy.Rule, s source.Span, finding *policy.Doubts) {
	var one source.ErrorList
	one.Doubt(c.file, s, rule.Name, "%s", rule.Says)
	c.doubts = append(c.doubts, Doubt{one[0], rule, finding})
}

// ask asks each of the rules about x, which was found at s.
func ask[T any](c *checker, rules policy.Decisions[T], x T, s source.Span, finding *policy.Doubts) {
	for _, r := range rules.All(x) {
		c.doubt(r, s, finding)
	}
}

// Rules returns the chapters of the invariants.
func Rules() policy.RuleBook {
	return policy.RuleBook{headChapter, measureChapter, bodyChapter, groupChapter, numberChapter, citationChapter, unsureChapter}
}

var (
	headChapter = policy.Chapter{
		Name: "doubt-head", Title: "标题、文号、日期、机关何时存疑",
		About: "这一章和以下几章不认定什么，只看已经得出的结果是否说得通。逐条问，成立的各条都标为存疑并列入校核；结果照样列出。", Rules: headRules.Rules(),
	}
	measureChapter  = policy.Chapter{Name: "doubt-measure", Title: "措施何时存疑", About: "对每一条措施逐条问。", Rules: measureRules.Rules()}
	bodyChapter     = policy.Chapter{Name: "doubt-body", Title: "部门名称何时存疑", About: "对每一组责任部门中的每一个名称逐条问。", Rules: bodyRules.Rules()}
	groupChapter    = policy.Chapter{Name: "doubt-group", Title: "责任分工何时存疑", About: "对正文中的每一组责任部门和附件的每一行逐条问。", Rules: groupRules.Rules()}
	numberChapter   = policy.Chapter{Name: "doubt-number", Title: "数字何时存疑", About: "对每一个目标值和条件逐条问。", Rules: numberRules.Rules()}
	citationChapter = policy.Chapter{Name: "doubt-citation", Title: "引用何时存疑", About: "对每一份引用的文件逐条问。", Rules: citationRules.Rules()}
)
