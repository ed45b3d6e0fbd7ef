package eval

import (
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"zhengce/generator/policy"
	"zhengce/generator/record"
	"zhengce/generator/say"
)

// A RuleScore says how often something was found by a rule, for how many of these findings a reader's
// gold of the same paper is at hand, and how often it agrees with what the rule decided.
type RuleScore struct{ Used, Judged, Agreed int }

// Precision is the share of the judged findings that the gold agrees with; 1 where none was judged.
func (s RuleScore) Precision() float64 { return share(s.Agreed, s.Judged) }

// RuleScores are the scores by the name of the rule.
type RuleScores map[string]RuleScore

// Add adds the scores of other papers.
func (s RuleScores) Add(others RuleScores) {
	for name, o := range others {
		x := s[name]
		s[name] = RuleScore{x.Used + o.Used, x.Judged + o.Judged, x.Agreed + o.Agreed}
	}
}

// Precision returns the scores as the program keeps them, for a line of each rule of the book that was judged:
// its name, the findings judged, and those with which the gold agrees. The head names the sources.
func (s RuleScores) Precision(book policy.RuleBook, sources []string) string {
	var b strings.Builder
	b.WriteString("# How often a reader's gold agrees with what was found by each rule: name, findings judged, those agreed with.\n")
	b.WriteString("# Made by make rules, on " + strings.Join(sources, ", ") + ". A rule with which gold agrees in less than 9 of 10 is doubtful.\n")
	for _, c := range book {
		for _, r := range c.Rules {
			if x := s[r.Name]; x.Judged > 0 {
				fmt.Fprintf(&b, "%s %d %d\n", r.Name, x.Judged, x.Agreed)
			}
		}
	}
	return b.String()
}

// Rules returns the scores of the rules. Records without gold count as used only.
func Rules(gold []*Gold, records []*record.Record) RuleScores {
	byFile := map[string]*Gold{}
	for _, g := range gold {
		byFile[path.Base(g.File)] = g
	}
	j := &judge{scores: RuleScores{}}
	for _, r := range records {
		j.gold = byFile[path.Base(r.File)]
		j.record(r)
	}
	return j.scores
}

// A judge compares the findings of one record after the other with the gold.
type judge struct {
	scores RuleScores
	gold   *Gold // of the record; nil where there is none
}

// saw notes a finding by a rule; agrees is asked only where there is gold.
func (j *judge) saw(rule *string, agrees func() bool) {
	if rule == nil {
		return
	}
	s := j.scores[*rule]
	s.Used++
	if j.gold != nil {
		s.Judged++
		if agrees() {
			s.Agreed++
		}
	}
	j.scores[*rule] = s
}

func (j *judge) record(r *record.Record) {
	for _, m := range r.Measures {
		j.saw(m.Basis, func() bool {
			return slices.ContainsFunc(j.gold.Measures, func(g GoldMeasure) bool { return fold(g.ID) == fold(m.ID) })
		})
	}
	for _, c := range r.Citations {
		j.saw(c.Basis, func() bool {
			return slices.ContainsFunc(j.gold.Citations, func(g GoldCitation) bool {
				return citationKey(g.Number, g.Title) == citationKey(foldPtr(c.Number), foldPtr(c.Title))
			})
		})
	}
	for _, a := range r.Assignments {
		j.group(a.Found, a.Rule, a.Agencies, func(x record.Agency) []string { return j.rolesIn(a.Measure, x.Name) })
	}
	for _, row := range r.Annex {
		j.group(row.Found, row.Rule, row.Agencies, func(x record.Agency) []string { return j.rolesOfRow(row, x.Name) })
	}
	for _, i := range r.Indicators {
		j.indicator(i)
	}
}

// group judges a group of bodies by the roles that the gold gives each where it stands; none means that
// the gold does not know the body there.
func (j *judge) group(found *string, rule string, list []record.Agency, roles func(record.Agency) []string) {
	known := func(x record.Agency) bool { return len(roles(x)) > 0 }
	j.saw(found, func() bool { return slices.ContainsFunc(list, known) })
	j.saw(&rule, func() bool {
		return !slices.ContainsFunc(list, func(x record.Agency) bool { return known(x) && !slices.Contains(roles(x), x.Role) })
	})
	for _, x := range list {
		j.saw(x.Basis, func() bool { return known(x) })
	}
}

// rolesIn returns the roles that the gold gives a body in a measure.
func (j *judge) rolesIn(measure, name string) []string {
	var out []string
	for _, g := range j.gold.Assignments {
		if fold(g.Measure) == fold(measure) {
			out = append(out, rolesOf(g.Agencies, name)...)
		}
	}
	return out
}

func (j *judge) rolesOfRow(row record.AnnexRow, name string) []string {
	var out []string
	for _, g := range j.gold.Annex {
		if printed(g.No) == printed(row.No) && fold(g.Task) == fold(row.Task) {
			out = append(out, rolesOf(g.Agencies, name)...)
		}
	}
	return out
}

func rolesOf(list []GoldAgency, name string) []string {
	var out []string
	for _, a := range list {
		if fold(a.Name) == fold(name) {
			out = append(out, a.Role)
		}
	}
	return out
}

// indicator judges that the number counts, then its kind and year where it does. What its subject is
// called, the gold leaves free.
func (j *judge) indicator(r record.Indicator) {
	var g *GoldIndicator
	if j.gold != nil {
		if i := slices.IndexFunc(j.gold.Indicators, func(g GoldIndicator) bool { return sameIndicator(&g, &r) }); i >= 0 {
			g = &j.gold.Indicators[i]
		}
	}
	j.saw(r.Basis, func() bool { return g != nil })
	if j.gold != nil && g == nil {
		return
	}
	year := 0
	if r.Year != nil {
		year = *r.Year
	}
	j.saw(r.KindBasis, func() bool { return g.Kind == r.Kind })
	j.saw(r.CmpBasis, func() bool { return g.Cmp == r.Cmp })
	j.saw(r.YearBasis, func() bool { return g.Year == year })
}

// WriteRules prints the scores of all rules of the book, chapter by chapter.
func WriteRules(w io.Writer, book policy.RuleBook, scores RuleScores) error {
	var b strings.Builder
	b.WriteString(say.Sprintf("rule                                  used  judged  agreed  precision\n"))
	for _, c := range book {
		fmt.Fprintf(&b, "\n%s %s\n", c.Name, c.Title)
		for _, r := range c.Rules {
			s := scores[r.Name]
			precision := ""
			if s.Judged > 0 {
				precision = fmt.Sprintf("%.3f", s.Precision())
			}
			fmt.Fprintf(&b, "%-34s %7d %7d %7d  %s\n", r.Name, s.Used, s.Judged, s.Agreed, precision)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
