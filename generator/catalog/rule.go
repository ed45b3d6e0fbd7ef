package catalog

import (
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// A Use is a finding of the library that came by a rule.
type Use struct {
	Document *Document
	Span     source.Span                // the words that the rule decided about
	Page     interface{ Path() string } // that shows the finding
}

// rule returns the rule that gave a group its roles.
func (b *builder) rule(basis policy.Basis) policy.Rule {
	r, _ := b.c.Rules.Rule(basis.Rule)
	return r
}

// uses notes by which rule everything was found. A finding stands under each rule that decided
// something about it.
func (b *builder) uses() {
	b.c.Uses = map[string][]Use{}
	for _, d := range b.c.Documents {
		for _, rule := range []string{d.Meta.KindRule, d.Meta.RegionRule} {
			b.use(rule, Use{d, d.Facts.Document.Title, d})
		}
		b.doubts(d.Meta.Doubts, Use{d, d.Facts.Document.Title, d})
		for _, m := range d.Measures {
			b.use(m.Rule, Use{d, m.Span, m})
			b.use(m.General, Use{d, m.Span, m})
			b.doubts(m.Measure.Doubts, Use{d, m.Span, m})
			for _, t := range m.Tasks {
				b.taskUses(t)
			}
		}
		for _, t := range d.Parts {
			b.taskUses(t)
		}
		for _, r := range d.Annex {
			if r.Task != nil {
				b.taskUses(r.Task)
			}
		}
		for _, i := range d.Indicators {
			for _, rule := range []string{i.Rule, i.KindRule, i.CmpRule, i.YearRule, i.SubjectRule} {
				b.use(rule, Use{d, i.Value, i})
			}
			b.doubts(i.Indicator.Doubts, Use{d, i.Value, i})
		}
		for _, c := range d.Facts.Citations {
			b.use(c.Rule, Use{d, c.Span, d})
			b.doubts(c.Doubts, Use{d, c.Span, d})
		}
		b.timeUses(d)
	}
	for _, a := range b.c.Awards {
		b.use(a.Rule, Use{a.Document, a.Sums[0].Value, a})
	}
}

// timeUses notes the rules of the deadlines and of the validity of d.
func (b *builder) timeUses(d *Document) {
	for _, x := range d.Deadlines {
		for _, rule := range []string{x.Rule, x.CoverRule} {
			b.use(rule, Use{d, x.Span, x})
		}
		b.doubts(x.Doubts, Use{d, x.Span, x})
	}
	v := &d.Validity
	for i, rule := range v.Rules {
		b.use(rule, Use{d, v.Clauses[i], d})
	}
	for _, list := range [][]*policy.Ended{v.Repeals, v.Amends, v.Partly} {
		for _, e := range list {
			b.use(e.Rule, Use{d, e.Span, d})
		}
	}
}

func (b *builder) taskUses(t *Task) {
	for _, rule := range []string{t.Found, t.Basis.Rule} {
		b.use(rule, Use{t.Document, t.Group, t})
	}
	b.doubts(t.Doubts, Use{t.Document, t.Group, t})
	for _, m := range t.Members {
		b.use(m.NameRule, Use{t.Document, m.Span, t})
		b.doubts(m.Doubts, Use{t.Document, m.Span, t})
	}
}

// doubts notes a finding under each rule by which it is doubtful.
func (b *builder) doubts(rules policy.Doubts, u Use) {
	for _, r := range rules {
		b.use(r.Name, u)
	}
}

func (b *builder) use(rule string, u Use) {
	if rule != "" {
		b.c.Uses[rule] = append(b.c.Uses[rule], u)
	}
}
