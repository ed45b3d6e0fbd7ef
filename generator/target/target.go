// Package target finds the numbers that a paper sets: targets and thresholds, each with its unit,
// comparator, year and subject. A number of the text becomes a candidate with its surroundings;
// ordered rules leave it or take it and tell its kind.
package target

import (
	"cmp"
	"slices"
	"sort"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// Find returns the targets and thresholds of d in the order of its text: those of the measures, of
// the paragraphs between a part and its first clause, of tables of targets and of annex rows.
func Find(d *document.Document, measures []*policy.Measure, annex []*policy.AnnexRow) []*policy.Indicator {
	return newFinder(d).find(measures, annex)
}

// newFinder returns a finder for d that knows its years.
func newFinder(d *document.Document) *finder {
	f := &finder{d: d, file: d.File.Text, docYear: yearOfDocument(d), tables: tablesBySection(d)}
	f.readOf = map[source.Span]titleRead{}
	f.intros, f.ends = map[*document.Section]heldYear{}, map[*document.Section]*sectionScope{}
	f.tells, f.describes = titled(d, tellingTitles), titled(d, describingTitles)
	f.annual = f.annualYear()
	f.begins = cmp.Or(f.docYear, planBegins(d.File.Slice(d.Title)), f.annual.year)
	return f
}

func (f *finder) find(measures []*policy.Measure, annex []*policy.AnnexRow) []*policy.Indicator {
	d := f.d
	f.annex = annex
	own := map[*document.Section]*policy.Measure{}
	for _, m := range measures {
		if m.Section != nil {
			own[m.Section] = m
		}
	}
	d.Walk(func(s *document.Section) {
		switch m := own[s]; {
		case s.Body.Lists:
		case m != nil:
			f.measure(m)
		default:
			f.intro(s, measureAbove(s, own))
		}
	})
	for _, b := range d.Bodies {
		f.preface(b)
	}
	for _, row := range annex {
		f.row(row)
	}
	f.annexTables()
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].Value.Start < f.found[j].Value.Start })
	return f.found
}

// A finder collects the indicators of one document.
type finder struct {
	d       *document.Document
	file    string
	docYear int
	begins  int      // the year of the paper or, where none is known, the first that its title plans
	annual  heldYear // the year that a paper of one year bears in its title
	tables  map[*document.Section][]*document.Block
	readOf  map[source.Span]titleRead           // what stands at the places of titles
	intros  map[*document.Section]heldYear      // year that the text under a heading of goals gives the sections below it
	ends    map[*document.Section]*sectionScope // what the text under a heading of a paper that tells came to
	annex   []*policy.AnnexRow
	found   []*policy.Indicator
	weighed func([]*candidate) // see sectionScope

	tells     bool // the paper tells how things went, and what is to be done
	describes bool // it orders nothing unless it says so
}

// read returns the paragraph at span with what the file raises and lowers in it.
func (f *finder) read(span source.Span) *paragraph {
	marks := f.d.File.Marks
	from := sort.Search(len(marks), func(i int) bool { return marks[i].Start >= span.Start })
	for from > 0 && marks[from-1].End > span.Start {
		from-- // it begins before the span
	}
	to := from + sort.Search(len(marks)-from, func(i int) bool { return marks[from+i].Start >= span.End })
	return newParagraph(f.file, span, marks[from:to]...)
}

// A titleRead is a title with the years that it names.
type titleRead struct {
	t     *paragraph
	years []yearMention
}

// readTitle reads the title at span, which many numbers below it ask for.
func (f *finder) readTitle(span source.Span) (*paragraph, []yearMention) {
	r, ok := f.readOf[span]
	if !ok {
		r.t = f.read(span)
		_, r.years = readNumbers(r.t)
		f.readOf[span] = r
	}
	return r.t, r.years
}

// yearOfDocument returns the year in which d, or the paper of which it is an annex, was signed or numbered, or 0.
func yearOfDocument(d *document.Document) int {
	for _, s := range []source.Span{d.Date, d.Number} {
		t := newParagraph(d.File.Text, s)
		for i := range t.s {
			if y, end := numeral.ReadYear(t.s, i); y > 0 && end > i {
				return y
			}
		}
	}
	if d.Annex != nil {
		return yearOfDocument(d.Annex.Of)
	}
	return 0
}

var (
	goalTitles = words.Of("goal-titles")
)

// plainScope returns what holds for text outside of sections.
func (f *finder) plainScope() sectionScope {
	return sectionScope{docYear: f.begins, annual: f.annualOf(nil), past: f.describes, tells: f.tells, describes: f.describes, weighed: f.weighed}
}

// scope returns what holds for the numbers of s and the year that its titles give.
func (f *finder) scope(s *document.Section) (sectionScope, heldYear) {
	scope := f.plainScope()
	scope.annual = f.annualOf(s)
	var held heldYear
	for up := s; up != nil; up = up.Parent {
		title := f.d.File.Squeezed(up.Title)
		scope.goal = scope.goal || words.In(title, goalTitles)
		scope.rules = scope.rules || setsRules(title)
		if held.year == 0 {
			held = f.titleYear(up.Title)
		}
		if held.year == 0 {
			held = f.intros[up]
		}
	}
	scope.rules = scope.rules || f.listsConditions(s)
	as := f.standsAs(s)
	scope.statute, scope.norm = as != "", slices.Contains(normTitles, as)
	f.timeAround(s, &scope)
	scope.goal = scope.goal && !scope.past
	return scope, held
}

// titleYear returns the year that a heading such as 「到2020年的目标」 gives.
func (f *finder) titleYear(title source.Span) heldYear {
	t, years := f.readTitle(title)
	if len(years) == 1 && years[0].until {
		return t.yearAt(years[0])
	}
	return heldYear{}
}

// measure finds the indicators in a measure's own text.
func (f *finder) measure(m *policy.Measure) {
	f.heading(m.Section, m.ID)
	f.texts(m.Section, m.Text, m.ID)
}

// measureAbove returns the id of the measure whose text holds s, or "".
func measureAbove(s *document.Section, own map[*document.Section]*policy.Measure) string {
	for up := s.Parent; up != nil; up = up.Parent {
		if m := own[up]; m != nil {
			return m.ID
		}
	}
	return ""
}

// intro finds those between the heading of a section that is no measure and its first subsection;
// the numbers of 「（1）」 are those of its measure.
func (f *finder) intro(s *document.Section, measure string) {
	f.heading(s, measure)
	from := max(s.MarkSpan.End, s.Title.End)
	end := from
	for _, b := range s.Blocks {
		if !b.Empty() {
			end = max(end, b.End)
		}
	}
	f.texts(s, source.Span{Start: from, End: end}, measure)
}

// heading finds those that a heading sets: 「一、新增城镇就业100万人」.
func (f *finder) heading(s *document.Section, measure string) {
	scope, held := f.scope(s)
	f.paragraph(s.Title, measure, &scope, &yearClock{held: held, now: f.docYear})
}

// texts reads the paragraphs and tables of section s that lie within span.
func (f *finder) texts(s *document.Section, span source.Span, measure string) {
	scope, held := f.scope(s)
	clock := &yearClock{goal: scope.goal, held: held, now: f.docYear}
	for _, b := range f.unwrapped(f.blocks(s)) {
		f.loneHeading(b, &scope)
		part := source.Span{Start: max(b.Start, span.Start), End: min(b.End, span.End)}
		if part.Empty() {
			continue
		}
		if b.Table != nil {
			f.table(b.Table, measure, clock.held)
			continue
		}
		// 「到2020年，……」 and the bullets under it
		clock.goal = scope.goal || b.Kind == document.Bullet && clock.held.year > 0
		f.paragraph(part, measure, &scope, clock)
	}
	if scope.tells {
		f.ends[s] = &scope
	}
	if scope.goal && clock.held.year > 0 { // 「（二）目标。到2025年，……」 holds for its items
		f.intros[s] = clock.held
	}
}

// tablesBySection returns the tables within each section, apart from those in annexes.
func tablesBySection(d *document.Document) map[*document.Section][]*document.Block {
	tables := map[*document.Section][]*document.Block{}
	for _, b := range d.Blocks {
		if insideSection(b) {
			tables[b.Section] = append(tables[b.Section], b)
		}
	}
	return tables
}

// insideSection reports whether b is a table within a section.
func insideSection(b *document.Block) bool {
	return b.Table != nil && b.Table.Annex == "" && b.Section != nil && b.Section.Contains(b.Span)
}

// blocks returns the paragraphs and tables of s in the order of the text.
func (f *finder) blocks(s *document.Section) []*document.Block {
	blocks := append([]*document.Block(nil), f.tables[s]...)
	for _, b := range s.Blocks {
		if b.Table == nil {
			blocks = append(blocks, b)
		}
	}
	sort.SliceStable(blocks, func(i, j int) bool { return blocks[i].Start < blocks[j].Start })
	return blocks
}

// rowScope returns what holds for a cell of a table of tasks: the title of the table may plan a year.
func (f *finder) rowScope(cell source.Span) sectionScope {
	scope := f.plainScope()
	scope.row = true
	for _, b := range f.d.Blocks {
		if b.Table == nil || !b.Contains(cell) {
			continue
		}
		for _, caption := range b.Table.Caption {
			if y := f.yearOfTitle(caption); y.year > 0 {
				scope.annual, scope.annual.rule = y, titlePlansYear
			}
		}
	}
	return scope
}

// row finds the indicators of an annex row, cell by cell. The numbers of a project tell what it is like.
func (f *finder) row(r *policy.AnnexRow) {
	if r.Describes {
		return
	}
	for _, s := range r.Orders {
		scope := f.rowScope(s)
		f.paragraph(s, r.ID(), &scope, &yearClock{now: f.docYear})
	}
}
