package eval

import (
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"

	"zhengce/generator/record"
)

// ScoreTime scores the deadlines and validities of records against gold. A deadline is found where measure and date
// agree and the quotes overlap.
func ScoreTime(gold []*GoldTime, records []*record.Record) *Report {
	byFile := map[string]*record.Record{}
	for _, r := range records {
		byFile[path.Base(r.File)] = r
	}
	report := &Report{Total: newCounts(), kinds: TimeKinds}
	for _, g := range gold {
		rec, found := byFile[path.Base(g.File)]
		if !found {
			rec = &record.Record{}
		}
		s := &timeScorer{scorer{DocumentScore: &DocumentScore{File: g.File, Found: found, Counts: newCounts()}}}
		got := timeOf(rec)
		s.deadlines(g.Deadlines, got.Deadlines)
		s.validity(&g.Validity, &got.Validity)
		report.Documents = append(report.Documents, s.DocumentScore)
		report.Total.add(s.Counts)
	}
	return report
}

// timeOf returns what a record says of time in the form of gold: that of its JSON.
func timeOf(r *record.Record) *GoldTime {
	out := &GoldTime{}
	b, err := json.Marshal(r)
	if err == nil {
		err = json.Unmarshal(b, out)
	}
	if err != nil {
		panic("eval: internal error: " + err.Error())
	}
	return out
}

type timeScorer struct{ scorer }

// deadlines pairs deadlines one to one: first those whose date is right, then the rest by their place.
func (s *timeScorer) deadlines(gold, got []TimeOfTask) {
	right, missed, more := pairTimes(gold, got, func(g, r *TimeOfTask) bool { return g.placed(r) && g.when() == r.when() })
	near, missed, rest := pairTimes(missed, more, (*TimeOfTask).placed)
	s.Kinds["deadlines"] = Tally{TP: len(right), FN: len(near) + len(missed), FP: len(near) + len(rest)}
	for _, p := range right {
		g, r := p[0], p[1]
		what := foldPtr(g.Measure) + " " + g.Quote
		s.field("deadline.date", true)
		s.same("deadline.kind", what, g.Kind, r.Kind)
		s.same("deadline.agencies_of", what, fmt.Sprint(deref(g.Group)), fmt.Sprint(deref(r.Group)))
		s.same("deadline.covers_end", what, lastRunes(strings.TrimRight(foldPtr(g.End), stops), 8), lastRunes(strings.TrimRight(foldPtr(r.End), stops), 8))
		if g.Start != nil || r.Start != nil {
			s.same("deadline.start", what, foldPtr(g.Start), foldPtr(r.Start))
		}
	}
	for _, p := range near {
		s.same("deadline.date", foldPtr(p[0].Measure)+" "+p[0].Quote, p[0].when(), p[1].when())
	}
	for _, g := range missed {
		s.wrong("deadline missing: %s %s %s", foldPtr(g.Measure), g.Quote, readable(g.when()))
	}
	for _, r := range rest {
		s.wrong("deadline too many: %s %s %s", foldPtr(r.Measure), r.Quote, readable(r.when()))
	}
}

// stops are left out at the end of what a deadline covers; so many characters must two quotes share.
const (
	stops  = "。；，、;,.：:"
	shared = 4
)

func deref(n *int) int {
	if n == nil {
		return -1
	}
	return *n
}

// pairTimes pairs deadlines for which agree holds, those that cover the same first.
func pairTimes(gold, got []TimeOfTask, agree func(g, r *TimeOfTask) bool) (pairs [][2]TimeOfTask, missed, more []TimeOfTask) {
	taken := make([]bool, len(got))
	for i := range gold {
		best, most := -1, -1
		for j := range got {
			if taken[j] || !agree(&gold[i], &got[j]) {
				continue
			}
			points := 0
			for k, ok := range []bool{gold[i].Kind == got[j].Kind, fold(gold[i].Quote) == fold(got[j].Quote), foldPtr(gold[i].End) == foldPtr(got[j].End)} {
				if ok {
					points += 1 << k
				}
			}
			if points > most {
				best, most = j, points
			}
		}
		if best < 0 {
			missed = append(missed, gold[i])
			continue
		}
		taken[best] = true
		pairs = append(pairs, [2]TimeOfTask{gold[i], got[best]})
	}
	for j := range got {
		if !taken[j] {
			more = append(more, got[j])
		}
	}
	return pairs, missed, more
}

// placed reports whether two deadlines stand in one measure and their words overlap.
func (g *TimeOfTask) placed(r *TimeOfTask) bool {
	return foldPtr(g.Measure) == foldPtr(r.Measure) && agreeing(fold(g.Quote), fold(r.Quote))
}

// agreeing reports whether one text holds the other, or both hold the same few characters.
func agreeing(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	r := []rune(a)
	for i := 0; i+shared <= len(r); i++ {
		if strings.Contains(b, string(r[i:i+shared])) {
			return true
		}
	}
	return strings.Contains(a, b) || strings.Contains(b, a)
}

// when returns when the task is to be done, as one text.
func (g *TimeOfTask) when() string {
	switch {
	case g.Date != nil:
		return key("date", *g.Date)
	case g.After != nil:
		return key("after", g.After.text())
	case g.Kind == "each" || g.Every != nil:
		every := "year"
		if g.Every != nil {
			every = *g.Every
		}
		return key("each", every, foldPtr(g.On))
	}
	return "—"
}

// text returns a length with its event as one text.
func (a *TimeAfter) text() string {
	if a == nil {
		return ""
	}
	event := foldPtr(a.Event)
	for _, e := range events {
		if e.MatchString(event) {
			event = e.String()
			break
		}
	}
	return fmt.Sprint(event, " ", a.Years, " ", a.Months, " ", a.Workdays, " ", a.Days)
}

// events are the events of a paper under all their names.
var events = []*regexp.Regexp{regexp.MustCompile("印发|下发|下文|颁发"), regexp.MustCompile("发布|公布|颁布"), regexp.MustCompile("施行|实施")}

// validity scores the fields that gold or record has.
func (s *timeScorer) validity(g, r *ValidityOfPapers) {
	for _, f := range []struct {
		name      Field
		want, got string
	}{
		{"validity.effective", foldPtr(g.Effective), foldPtr(r.Effective)}, {"validity.effective_after", g.After.text(), r.After.text()},
		{"validity.expires", foldPtr(g.Expires), foldPtr(r.Expires)}, {"validity.term", g.Term.text(), r.Term.text()}, {"validity.trial", trial(g), trial(r)},
	} {
		if f.want != "" || f.got != "" {
			s.same(f.name, "", f.want, f.got)
		}
	}
	for _, q := range []struct {
		name      Field
		want, got *string
	}{{"validity.effective_quote", g.From, r.From}, {"validity.term_quote", g.Until, r.Until}} {
		if q.want != nil && !s.field(q.name, agreeing(foldPtr(q.want), foldPtr(q.got))) {
			s.wrong("%s: want %q, got %q", q.name, *q.want, foldPtr(q.got))
		}
	}
	s.papers("repeals", g.Repeals, r.Repeals)
	s.papers("amends", g.Amends, r.Amends)
	s.papers("replaced_partly", g.Partly, r.Partly)
}

func trial(v *ValidityOfPapers) string {
	if v.Trial {
		return "trial"
	}
	return ""
}

// papers pairs the papers of two lists one to one.
func (s *timeScorer) papers(kind Kind, gold, got []PaperGone) {
	taken := make([]bool, len(got))
	var t Tally
	for i := range gold {
		hit := -1
		for j := range got {
			if hit < 0 && !taken[j] && gold[i].same(&got[j]) {
				hit = j
			}
		}
		if hit < 0 {
			t.FN++
			s.wrong("%s missing: %s %s", kind, foldPtr(gold[i].Number), foldPtr(gold[i].Title))
			continue
		}
		taken[hit] = true
		t.TP++
	}
	for j := range got {
		if !taken[j] {
			t.FP++
			s.wrong("%s too many: %s %s", kind, foldPtr(got[j].Number), foldPtr(got[j].Title))
		}
	}
	s.Kinds[kind] = t
}

// same reports whether two are one paper: by number, else by title; of two without either, by their words.
func (p *PaperGone) same(o *PaperGone) bool {
	switch {
	case p.Number != nil && o.Number != nil:
		return fold(*p.Number) == fold(*o.Number)
	case p.Title != nil && o.Title != nil:
		return strings.Trim(fold(*p.Title), "《》") == strings.Trim(fold(*o.Title), "《》")
	}
	return p.Number == nil && p.Title == nil && o.Number == nil && o.Title == nil && agreeing(fold(p.Quote), fold(o.Quote))
}
