package extract

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/registry"
	"zhengce/generator/source"
)

// doubts reports findings that an editor should look at: names of agencies that look like slips
// or are hardly names, and targets that lack what makes them one.
func (x *extractor) doubts() {
	for _, a := range x.facts.Assignments {
		x.agencyDoubts(a.Agencies)
	}
	for _, r := range x.facts.Annex {
		x.agencyDoubts(r.Agencies)
	}
	x.doc.Walk(x.partGroups)
	for _, i := range x.facts.Indicators {
		if i.Subject == "" {
			x.problems.Doubt(x.file, i.Span, "target-subject", "what %q counts was not found", i.Quote)
		}
		if i.Kind == policy.Target && i.Year == 0 && x.isGoal(i.Measure) {
			x.problems.Doubt(x.file, i.Span, "target-year", "the target %q names no year", i.Quote)
		}
	}
}

// partGroups reports the groups at the head of a section that is no measure, as 「一、夯实基础（牵头单位：市大数据局）」
// over numbered items: the paper does not say that they answer for each of these.
func (x *extractor) partGroups(s *document.Section) {
	if s.Level != document.Part || s.Mark.Style == numeral.Article || !hasMeasures(s) {
		return
	}
	for _, b := range s.Blocks {
		if b.Table != nil {
			continue
		}
		for _, g := range x.groupsInLine(b.Span) {
			x.problems.Doubt(x.file, g.Span, "group-of-part", "the group stands above all measures of part %s and is tied to none", s.Mark)
		}
	}
}

// isGoal reports whether a measure sets out the goals of the paper.
func (x *extractor) isGoal(id string) bool {
	for _, m := range x.facts.Measures {
		if m.ID == id {
			return strings.Contains(m.Heading, "目标")
		}
	}
	return false
}

func (x *extractor) agencyDoubts(list []policy.Agency) {
	for _, a := range list {
		stem := strings.TrimPrefix(a.Name, x.facts.Meta.Region)
		if meant, _ := registry.Slip(stem); meant != "" {
			x.problems.Doubt(x.file, a.Span, "agency-slip", "no agency %q is known; expected perhaps %s", a.Written, meant)
			continue
		}
		if body, sure := registry.LooksLikeBody(withoutRemark(a.Written)); !body || !sure && registry.Function(stem) == "" {
			x.problems.Doubt(x.file, a.Span, "agency-unknown", "%q is no agency that is known; kept as written", a.Written)
		}
	}
}

// doubtfulBracket reports a bracket that has the words of a group but cannot be read as one.
func (x *extractor) doubtfulBracket(s source.Span, bad int) {
	x.problems.Doubt(x.file, s, "group-unread", "the bracket looks like a group of agencies, but %d of its items are none that is known", bad)
}
