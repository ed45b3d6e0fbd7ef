package extract

import (
	"sort"
	"strconv"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// indicators returns the targets and thresholds of d in the order of its text: those of the
// measures, of the paragraphs between a part and its first clause, of tables of targets and of annex rows.
func indicators(d *document.Document, measures []*policy.Measure, annex []*policy.AnnexRow) []*policy.Indicator {
	f := &indicatorFinder{d: d, file: d.File.Text, docYear: indicatorDocYear(d), tables: indicatorTables(d), intros: map[*document.Section]heldYear{}}
	f.annual = f.annualYear()
	f.begins = f.docYear
	if f.begins == 0 {
		f.begins = planBegins(d.File.Slice(d.Title))
	}
	own := map[*document.Section]*policy.Measure{}
	for _, m := range measures {
		if m.Section != nil {
			own[m.Section] = m
		}
	}
	d.Walk(func(s *document.Section) {
		if m := own[s]; m != nil {
			f.measure(m)
		} else {
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

// An indicatorFinder collects the indicators of one document.
type indicatorFinder struct {
	d       *document.Document
	file    string
	docYear int
	begins  int      // the year of the paper or, where none is known, the first that its title plans
	annual  heldYear // the year that a paper of one year bears in its title
	tables  map[*document.Section][]*document.Block
	intros  map[*document.Section]heldYear // year that the text under a heading of goals gives the sections below it
	found   []*policy.Indicator
}

// indicatorDocYear returns the year in which d was signed or numbered, or 0.
func indicatorDocYear(d *document.Document) int {
	for _, s := range []source.Span{d.Date, d.Number} {
		if s.Empty() {
			continue
		}
		t := newIndicatorText(d.File.Text, s)
		for i := range t.s {
			if y, end := indicatorYearNumber(t.s, i); y > 0 && end > i {
				return y
			}
		}
	}
	return 0
}

// indicatorGoalTitles are the words in the title of a section that sets goals: a year that it
// names holds for all that follows.
var indicatorGoalTitles = []string{"目标", "指标", "愿景"}

// scope returns what holds for the numbers of s and the year that its titles give.
func (f *indicatorFinder) scope(s *document.Section) (indicatorScope, heldYear) {
	scope := indicatorScope{docYear: f.begins, annual: f.annualOf(s)}
	var held heldYear
	for up := s; up != nil; up = up.Parent {
		title := f.d.File.Squeezed(up.Title)
		if indicatorAny(title, indicatorGoalTitles) {
			scope.goal = true
		}
		if indicatorSuffix(title, indicatorPastTitles) != "" && !scope.goal {
			scope.past = true
		}
		scope.rules = scope.rules || indicatorSuffix(title, indicatorRuleTitles) != ""
		if held.year == 0 {
			held = f.titleYear(up.Title)
		}
		if held.year == 0 {
			held = f.intros[up]
		}
	}
	return scope, held
}

// titleYear returns the year that a heading such as 「到2020年的目标」 gives.
func (f *indicatorFinder) titleYear(title source.Span) heldYear {
	if title.Empty() {
		return heldYear{}
	}
	t := newIndicatorText(f.file, title)
	_, years := indicatorNumbers(t)
	for _, y := range years {
		if y.use == yearOf && y.until {
			s := t.span(y.start, y.end)
			return heldYear{y.year, [2]int{s.Start, s.End}}
		}
	}
	return heldYear{}
}

// measure finds the indicators in a measure's own text.
func (f *indicatorFinder) measure(m *policy.Measure) {
	f.heading(m.Section, m.ID)
	f.texts(m.Section, m.Text, m.ID)
}

// measureAbove returns the id of the measure whose text holds s, or "".
func measureAbove(s *document.Section, own map[*document.Section]*policy.Measure) string {
	if s.Level < document.Subitem {
		return ""
	}
	for up := s.Parent; up != nil; up = up.Parent {
		if m := own[up]; m != nil {
			return m.ID
		}
	}
	return ""
}

// intro finds those between the heading of a section that is no measure and its first subsection;
// the numbers of 「（1）」 are those of its measure.
func (f *indicatorFinder) intro(s *document.Section, measure string) {
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

// heading finds those that a heading on a line of its own sets: 「一、新增城镇就业100万人」.
func (f *indicatorFinder) heading(s *document.Section, measure string) {
	if s == nil || s.Title.Empty() || s.RunIn {
		return
	}
	scope, held := f.scope(s)
	f.paragraph(s.Title, measure, scope, &indicatorClock{held: held, now: f.docYear})
}

// texts reads the paragraphs and tables of section s that lie within span.
func (f *indicatorFinder) texts(s *document.Section, span source.Span, measure string) {
	scope, held := f.scope(s)
	if year := f.deadline(s); year.year > 0 {
		scope.annual = year
	}
	clock := &indicatorClock{goal: scope.goal, held: held, now: f.docYear}
	for _, b := range f.blocks(s) {
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
		f.paragraph(part, measure, scope, clock)
	}
	if scope.goal && clock.held.year > 0 { // 「（二）目标。到2025年，……」 holds for its items
		f.intros[s] = clock.held
	}
}

// indicatorTables returns the tables within each section, apart from those in annexes.
func indicatorTables(d *document.Document) map[*document.Section][]*document.Block {
	tables := map[*document.Section][]*document.Block{}
	for _, b := range d.Blocks {
		if indicatorInside(b) {
			tables[b.Section] = append(tables[b.Section], b)
		}
	}
	return tables
}

// indicatorInside reports whether b is a table within a section.
func indicatorInside(b *document.Block) bool {
	return b.Table != nil && !b.Table.Annex && b.Section != nil && b.Section.Contains(b.Span)
}

// blocks returns the paragraphs and tables of s in the order of the text.
func (f *indicatorFinder) blocks(s *document.Section) []*document.Block {
	blocks := append([]*document.Block(nil), f.tables[s]...)
	for _, b := range s.Blocks {
		if b.Table == nil {
			blocks = append(blocks, b)
		}
	}
	sort.SliceStable(blocks, func(i, j int) bool { return blocks[i].Start < blocks[j].Start })
	return blocks
}

// row finds the indicators of an annex row.
func (f *indicatorFinder) row(r *policy.AnnexRow) {
	if r.TaskSpan.Empty() {
		return
	}
	clock := &indicatorClock{now: f.docYear}
	f.paragraph(r.TaskSpan, "附件/"+strconv.Itoa(r.No), indicatorScope{docYear: f.begins, annual: f.annual}, clock)
}
