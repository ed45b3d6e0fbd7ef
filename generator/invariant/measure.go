package invariant

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Bounds of what a measure may be.
const (
	longHeading = 60 // characters that no heading has
	wholeText   = 20 // characters of a text that says the same twice by no accident
)

// A measure is one of a paper, with the first one of the same text.
type measure struct {
	*policy.Measure
	text  string          // squeezed
	twin  *policy.Measure // nil where it is the first
	lines string          // as it stands
}

// measureRules ask about each measure.
var measureRules = policy.Decisions[measure]{
	{
		Rule: policy.Rule{
			Name: "measure-twice", Verdict: policy.AsDoubt, Says: "与前面另一个序号下的文字完全相同",
			Takes:  "一、修路\n（一）各县要在年底以前把本县的道路全部修好一遍。\n二、养路\n〔（一）〕各县要在年底以前把本县的道路全部修好一遍。",
			Leaves: "一、修路\n（一）各县要在年底以前把本县的道路全部修好一遍。\n二、养路\n〔（一）〕各乡要在年底以前把本乡的道路全部修好一遍。",
		},
		Holds: func(m measure) bool { return m.twin != nil },
	},
	{
		Rule: policy.Rule{
			Name: "measure-number", Verdict: policy.AsDoubt, Says: "同一个序号在文件里用了两次",
			Takes: "一、修路\n（一）各县修好道路。\n〔（一）〕各乡修好道路。", Leaves: "一、修路\n（一）各县修好道路。\n〔（二）〕各乡修好道路。",
		},
		Holds: func(m measure) bool { return strings.Contains(m.ID, "·") },
	},
	{
		Rule: policy.Rule{
			Name: "measure-unsplit", Verdict: policy.AsDoubt, Says: "文字里还夹着下一个序号",
			Takes: "一、修路\n〔（一）〕各县修好道路。（二）各乡修好道路。", Leaves: "一、修路\n〔（一）〕各县照第（二）项修好道路。\n（二）各乡修好道路。",
		},
		Holds: unsplit,
	},
	{
		Rule: policy.Rule{
			Name: "heading-odd", Verdict: policy.AsDoubt, Says: "小标题过长，或者括号、引号只有半个",
			Takes: "一、修路\n〔（一）〕修好“路。各县修好道路。", Leaves: "一、修路\n〔（一）〕修好“四好农村路”。各县修好道路。",
		},
		Holds: func(m measure) bool { return half(m.Heading) || characters(m.Heading) > longHeading },
	},
}

var (
	// inLine is a number that begins a clause within a line, behind a stop.
	inLine = pattern.MustCompile(`[。；：][\s\x{3000}]*((?:（[一二三四五六七八九十]{1,3}）|\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、))`)
	// inHeading is one within a heading.
	inHeading = pattern.MustCompile(`\p{Han}[（(][一二三四五六七八九十]{1,3}[）)]\p{Han}`)
)

// unsplit reports whether the text of a measure goes on with the number that follows its own, or its heading
// with that of a clause.
func unsplit(m measure) bool {
	if inHeading.MatchString(m.Heading) && m.Section.Mark.Style == numeral.Comma {
		return true
	}
	own := m.Section.Mark
	for _, found := range inLine.FindAllStringSubmatch(m.lines, -1) {
		next, _ := numeral.ReadMark(found[1])
		if next.Style == own.Style && next.N == own.N+1 {
			return true
		}
	}
	return false
}

func (c *checker) measures() {
	seen := map[string]*policy.Measure{}
	for _, p := range c.Facts.Measures {
		m := measure{Measure: p, text: c.file.Squeezed(p.Text), lines: c.file.Slice(p.Text)}
		if characters(m.text) >= wholeText {
			if m.twin = seen[m.text]; m.twin == nil {
				seen[m.text] = p
			}
		}
		ask(c, measureRules, m, source.Span{Start: p.Start, End: p.End}, &p.Doubts)
	}
}
