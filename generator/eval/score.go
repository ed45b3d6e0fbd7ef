package eval

import (
	"path"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"zhengce/generator/record"
	"zhengce/generator/say"
)

// Score scores records against gold. They are paired by the base name of the file.
func Score(gold []*Gold, records []*record.Record) *Report {
	byFile := map[string]*record.Record{}
	for _, r := range records {
		byFile[path.Base(r.File)] = r
	}
	report := &Report{Total: newCounts()}
	for _, g := range gold {
		rec, found := byFile[path.Base(g.File)]
		if !found {
			rec = &record.Record{}
		}
		s := &scorer{gold: g, rec: rec, DocumentScore: &DocumentScore{File: g.File, Found: found, Counts: newCounts()}}
		s.meta()
		s.measures()
		s.assignments()
		s.annex()
		s.indicators()
		s.citations()
		s.noise()
		report.Documents = append(report.Documents, s.DocumentScore)
		report.Total.add(s.Counts)
	}
	return report
}

func newCounts() Counts { return Counts{map[Kind]Tally{}, map[Field]Ratio{}} }

func (c Counts) add(o Counts) {
	for k, v := range o.Kinds {
		t := c.Kinds[k]
		c.Kinds[k] = Tally{t.TP + v.TP, t.FP + v.FP, t.FN + v.FN}
	}
	for k, v := range o.Fields {
		f := c.Fields[k]
		c.Fields[k] = Ratio{f.Right + v.Right, f.Of + v.Of}
	}
}

// fold returns text in the form in which two writings of it are equal: widths folded, white
// space removed.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x1C && r <= 0x1F {
			return -1
		}
		return r
	}, norm.NFKC.String(text))
}

func foldPtr(p *string) string {
	if p == nil {
		return ""
	}
	return fold(*p)
}

// lastRunes returns the last n characters of text.
func lastRunes(text string, n int) string {
	r := []rune(text)
	return string(r[max(0, len(r)-n):])
}

// A scorer scores one paper.
type scorer struct {
	gold *Gold
	rec  *record.Record
	*DocumentScore
}

func (s *scorer) wrong(format string, args ...any) {
	s.Wrong = append(s.Wrong, say.Sprintf(format, args...))
}

// field counts a field as right or wrong and returns ok.
func (s *scorer) field(name Field, ok bool) bool {
	f := s.Fields[name]
	f.Of++
	if ok {
		f.Right++
	}
	s.Fields[name] = f
	return ok
}

// same counts a field as right where both values are one; what says which finding it is of.
func (s *scorer) same(name Field, what, want, got string) {
	if !s.field(name, want == got) {
		s.wrong("%s %s: want %q, got %q", name, what, readable(want), readable(got))
	}
}

// tally counts how many of gold are in got, each once, and returns what is missed and too many.
func (s *scorer) tally(k Kind, gold, got []string) (missed, more []string) {
	rest := map[string]int{}
	for _, g := range got {
		rest[g]++
	}
	var t Tally
	for _, g := range gold {
		if rest[g] > 0 {
			rest[g]--
			t.TP++
		} else {
			missed = append(missed, g)
		}
	}
	for i := len(got) - 1; i >= 0; i-- {
		if g := got[i]; rest[g] > 0 {
			rest[g]--
			more = append(more, g)
		}
	}
	for i, j := 0, len(more)-1; i < j; i, j = i+1, j-1 {
		more[i], more[j] = more[j], more[i]
	}
	t.FN, t.FP = len(missed), len(more)
	s.Kinds[k] = t
	return missed, more
}

func (s *scorer) meta() {
	g, r := s.gold.Meta, s.rec.Meta
	for _, f := range []struct {
		name      Field
		want, got *string
	}{
		{"meta.title", g.Title, r.Title}, {"meta.doc_number", g.Number, r.Number}, {"meta.issuer", g.Issuer, r.Issuer}, {"meta.date", g.Date, r.Date},
		{"meta.recipients", g.Recipients, r.Recipients}, {"meta.kind", g.Kind, r.Kind}, {"meta.region", g.Region, r.Region},
	} {
		if f.want == nil {
			continue
		}
		if !s.field(f.name, f.got != nil && fold(*f.want) == fold(*f.got)) {
			s.wrong("%s: want %q, got %q", f.name, *f.want, foldPtr(f.got))
		}
	}
}

// measures counts a measure as found if its text begins and ends as the gold says.
func (s *scorer) measures() {
	text := map[string]string{}
	var got, keys []string
	for _, m := range s.rec.Measures {
		text[fold(m.ID)] = fold(m.Text)
		got = append(got, fold(m.ID))
	}
	known := map[string]bool{}
	for _, m := range s.gold.Measures {
		key := fold(m.ID)
		known[key] = true
		x, ok := text[key]
		switch {
		case !ok:
			s.wrong("measure %s: missing", m.ID)
		case !beginsAndEnds(x, fold(m.Start), fold(m.End)):
			s.wrong("measure %s: text differs: want %q…%q", m.ID, m.Start, m.End)
			key += "#text"
		}
		keys = append(keys, key)
	}
	s.tally("measures", keys, got)
	for _, id := range got {
		if !known[id] {
			s.wrong("measure too many: %s", id)
		}
	}
}

// beginsAndEnds reports whether text holds first near its beginning and the end of last anywhere.
func beginsAndEnds(text, first, last string) bool {
	r := []rune(text)
	head := string(r[:min(len(r), len([]rune(first))+40)])
	return strings.Contains(head, first) && strings.Contains(text, lastRunes(last, 8))
}

// key joins the parts of a fact; no part holds the separator after folding.
func key(parts ...string) string { return strings.Join(parts, "\x1f") }

// readable writes a key for people.
func readable(k string) string { return strings.ReplaceAll(k, "\x1f", " ") }

func (s *scorer) assignments() {
	var want, got struct{ agencies, roles, coverage []string }
	for _, a := range s.gold.Assignments {
		var names []string
		for _, x := range a.Agencies {
			want.agencies = append(want.agencies, key(fold(a.Measure), fold(x.Name)))
			want.roles = append(want.roles, key(fold(a.Measure), fold(x.Name), x.Role))
			names = append(names, fold(x.Name))
		}
		want.coverage = append(want.coverage, coverage(a.Measure, a.CoversEnd, names))
	}
	for _, a := range s.rec.Assignments {
		var names []string
		for _, x := range a.Agencies {
			got.agencies = append(got.agencies, key(fold(a.Measure), fold(x.Name)))
			got.roles = append(got.roles, key(fold(a.Measure), fold(x.Name), x.Role))
			names = append(names, fold(x.Name))
		}
		got.coverage = append(got.coverage, coverage(a.Measure, a.Covers, names))
	}
	for _, k := range []struct {
		kind      Kind
		one       say.Phrase
		want, got []string
	}{
		{"agencies", say.Phrase("agency"), want.agencies, got.agencies}, {"roles", say.Phrase("role"), want.roles, got.roles},
		{"coverage", "coverage", want.coverage, got.coverage},
	} {
		s.differ(k.one, k.kind, k.want, k.got)
	}
}

// differ tallies and notes what differs.
func (s *scorer) differ(one say.Phrase, k Kind, want, got []string) {
	missed, more := s.tally(k, want, got)
	for _, x := range missed {
		s.wrong("%s missing: %s", one, readable(x))
	}
	for _, x := range more {
		s.wrong("%s too many: %s", one, readable(x))
	}
}

// coverage is a group by its measure, the end of its text and the set of its bodies.
func coverage(measure, covers string, names []string) string {
	sort.Strings(names)
	set := names[:0]
	for i, n := range names {
		if i == 0 || n != names[i-1] {
			set = append(set, n)
		}
	}
	return key(fold(measure), lastRunes(fold(covers), 8), strings.Join(set, "、"))
}

func (s *scorer) annex() {
	var want, got []string
	for _, r := range s.gold.Annex {
		for _, a := range r.Agencies {
			want = append(want, key(printed(r.No), fold(r.Task), fold(a.Name)))
		}
	}
	for _, r := range s.rec.Annex {
		for _, a := range r.Agencies {
			got = append(got, key(printed(r.No), fold(r.Task), fold(a.Name)))
		}
	}
	s.differ("annex", "annex", want, got)
}

func (s *scorer) citations() {
	var want, got []string
	for _, c := range s.gold.Citations {
		want = append(want, citationKey(c.Number, c.Title))
	}
	for _, c := range s.rec.Citations {
		number, title := foldPtr(c.Number), foldPtr(c.Title)
		got = append(got, citationKey(number, title))
	}
	s.differ(say.Phrase("citation"), "citations", distinct(want), distinct(got))
}

// citationKey is the number of a cited paper or, where it has none, its title.
func citationKey(number, title string) string {
	if n := fold(number); n != "" {
		return n
	}
	return fold(title)
}

func distinct(list []string) []string {
	sort.Strings(list)
	out := list[:0]
	for i, x := range list {
		if i == 0 || x != list[i-1] {
			out = append(out, x)
		}
	}
	return out
}

func (s *scorer) noise() {
	want, got := fold(strings.Join(s.gold.Noise, "")), fold(strings.Join(s.rec.Noise, ""))
	if want == "" && got == "" {
		return
	}
	if !s.field("noise", want == got) {
		s.wrong("%s: want %q, got %q", Field("noise"), want, got)
	}
}

// printed returns the number of a row as a key, "" where the table has none.
func printed(no *int) string {
	if no == nil {
		return ""
	}
	return strconv.Itoa(*no)
}
