package clock

import (
	"slices"
	"sort"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// A Named is a place of the text that names a paper, by title or by number.
type Named struct {
	source.Span
	Number string // in normal form; empty if not given
	Title  string // without 《》; empty if not given
}

// Find returns the deadlines of the paper whose other facts are given, in the order of its text, and its validity.
// named are the places that name papers, its own ones too.
func Find(facts *policy.Facts, named []Named) ([]*policy.Deadline, policy.Validity) {
	f := newFinder(facts, named)
	f.validity()
	f.deadlines()
	return f.found, f.valid
}

// A finder collects the deadlines of one document.
type finder struct {
	facts    *policy.Facts
	doc      *document.Document
	file     string
	named    []Named
	year     int // of the paper
	statute  bool
	measures map[*document.Section]*policy.Measure
	groups   map[string][]*policy.Assignment // by measure
	clauses  []source.Span                   // of the validity of the paper
	found    []*policy.Deadline
	pairs    []pair
	valid    policy.Validity
	lines    map[source.Span]*line
	decided  func(r policy.Rule, place source.Span) // lets a test know which rule decided about which place
}

var (
	yearPlans     = words.Of("plans-of-a-year")
	statuteTitles = words.Of("statute-titles")
	titleEnds     = words.Of("title-ends")
)

func newFinder(facts *policy.Facts, named []Named) *finder {
	d := facts.Document
	f := &finder{facts: facts, doc: d, file: d.File.Text, named: fullNames(d.File.Text, named), measures: map[*document.Section]*policy.Measure{}, groups: map[string][]*policy.Assignment{}, lines: map[source.Span]*line{}}
	for _, m := range facts.Measures {
		f.measures[m.Section] = m
	}
	for _, a := range facts.Assignments {
		f.groups[a.Measure] = append(f.groups[a.Measure], a)
	}
	f.year = f.yearOfPaper()
	title := facts.Meta.Title
	for _, b := range d.Bodies {
		if !b.Title.Empty() {
			title = d.File.Squeezed(b.Title)
		}
	}
	title = strings.TrimRight(strings.TrimSuffix(title, words.Suffix(title, titleEnds)), "》〉（）()试行暂行")
	f.statute = words.Suffix(title, statuteTitles) != ""
	return f
}

// line returns the line at span, which validity and deadlines ask for in turn.
func (f *finder) line(span source.Span) *line {
	l := f.lines[span]
	if l == nil {
		l = newLine(f.file, span)
		f.lines[span] = l
	}
	return l
}

// yearOfPaper returns the year that a date without one is of: that of the signature, or of the number; a later one that
// the title of a paper of one year names.
func (f *finder) yearOfPaper() int {
	year := 0
	for _, text := range []string{f.facts.Meta.Date, f.facts.Meta.Number} {
		if year == 0 {
			year, _ = firstYear(text)
		}
	}
	if year == 0 {
		year = f.yearOfWork()
	}
	title := f.facts.Meta.Title
	planned, end := firstYear(title)
	if _, more := firstYear(title[end:]); more == 0 && planned > year && strings.HasPrefix(title[end:], "年") && words.In(title[end:], yearPlans) {
		return planned
	}
	return year
}

// yearOfWork returns the year of whose work a paper without date and number speaks before its first unit, 「开展2031年度…申报」;
// 0 where it names none or several.
func (f *finder) yearOfWork() int {
	year := 0
	for _, b := range f.doc.Blocks {
		if b.Section != nil {
			break
		}
		if b.Kind.Frames() && b.Kind != document.Title {
			continue
		}
		for _, m := range workYear.FindAllStringSubmatch(f.line(b.Span).s, -1) {
			y, _ := firstYear(m[1])
			if year > 0 && y != year {
				return 0
			}
			year = y
		}
	}
	return year
}

// workYear is a year as the name of work has it.
var workYear = pattern.MustCompile(`((?:19|20)\d\d)年度`)

// firstYear returns the first year that text names and where it ends; 0 where it names none.
func firstYear(text string) (year, end int) {
	for i := range text {
		if y, end := numeral.ReadYear(text, i); y > 0 {
			return y, end
		}
	}
	return 0, 0
}

// A passage is a paragraph, a cell or a heading in which times are looked for.
type passage struct {
	f       *finder
	line    *line
	section *document.Section
	measure string // ID of the innermost unit; empty outside of units
	row     *policy.AnnexRow
	cell    bool   // it is a cell in a column of deadlines
	other   bool   // it is a cell in a column that is neither task nor deadline
	fields  []bool // bytes of the line that say nothing but until when; nil where none do
	past    bool   // it tells what has been
	goal    bool   // it tells what is aimed at
	heading bool
	spare   *moment // one that no time was read into
	closing int     // where the closing words of the paper begin in the line, which belong to no unit; -1 where none do
}

// fieldAt reports whether byte i of the line stands in a field of deadlines.
func (p *passage) fieldAt(i int) bool { return p.cell || p.fields != nil && p.fields[i] }

// deadlines reads the paragraphs and tables of the paper.
func (f *finder) deadlines() {
	past := false
	label := false // the line before is the label of deadlines alone
	var last *document.Section
	for _, b := range f.doc.Blocks {
		if b.Kind.Frames() || b.Empty() || skipped[b.Kind] || b.Section != nil && b.Section.Body.Lists {
			continue
		}
		if b.Table != nil {
			f.table(b.Table)
			continue
		}
		if b.Section != last {
			past, last = f.tellsPast(b.Section), b.Section
		}
		p := &passage{f: f, line: f.line(b.Span), section: b.Section, past: past, cell: label && !f.holds(b.Span), heading: b.Kind == document.Heading, closing: -1}
		p.measure = f.unit(b.Section)
		p.closing = f.closes(b)
		p.goal = f.goals(b.Section)
		if b.Opens {
			p.line.from = p.line.at(b.Section.MarkSpan.End)
		}
		past = past || p.opensPast()
		p.past = past
		label = labelAlone.MatchString(p.line.s[p.line.from:])
		p.read()
	}
	f.covers()
	sort.SliceStable(f.found, func(i, j int) bool { return f.found[i].Span.Start < f.found[j].Span.Start })
}

// holds reports whether a clause of the validity of the paper stands in span: under a heading 实施时间 it is no deadline.
func (f *finder) holds(span source.Span) bool {
	return slices.ContainsFunc(f.clauses, span.Overlaps)
}

// skipped are the blocks that order nothing.
var skipped = map[document.BlockKind]bool{
	document.Contents: true, document.AnnexNote: true, document.AnnexMark: true, document.AnnexTitle: true, document.Note: true,
}

// unit returns the ID of the innermost unit that s is, or stands in.
func (f *finder) unit(s *document.Section) string {
	for up := s; up != nil; up = up.Parent {
		if m := f.measures[up]; m != nil {
			return m.ID
		}
	}
	if s == nil {
		return ""
	}
	for s.Level >= document.Subitem && s.Parent != nil {
		s = s.Parent
	}
	return s.ID()
}

// goalRule is the rule by which a measure only says what is aimed at.
const goalRule = "title-of-goals"

// goals reports whether s says what is aimed at.
func (f *finder) goals(s *document.Section) bool {
	for up := s; up != nil; up = up.Parent {
		if m := f.measures[up]; m != nil {
			return m.General == goalRule || words.Suffix(m.Heading, goalTitles) != ""
		}
		if title := f.doc.File.Squeezed(up.Title); goalTitle.MatchString(title) || words.Suffix(title, goalTitles) != "" {
			return true
		}
	}
	return false
}

var goalTitles = words.Of("goal-titles")

// goalTitle is the title of a part of goals, whose clauses may be measures of their own.
var goalTitle = words.Pattern(`^(?:{{general-openings}})*{{general-heads}}(?:[、，和与及].*)?$`)

var (
	reviewWords = words.Of("review-words")
	pastPeriods = words.Of("past-periods")
	aheadTitles = words.Of("ahead-titles")
	planTitles  = words.Of("plan-titles")
)

// tellsPast reports whether a heading over s says that it tells what has been.
func (f *finder) tellsPast(s *document.Section) bool {
	for up := s; up != nil; up = up.Parent {
		title := f.doc.File.Squeezed(up.Title)
		if words.Suffix(title, reviewWords) != "" && !words.In(title, aheadTitles) || words.Prefix(title, pastPeriods) != "" {
			return true
		}
	}
	return false
}

// opensPast reports whether the passage begins to tell what has been.
func (p *passage) opensPast() bool { return words.Prefix(p.line.s[p.line.from:], pastPeriods) != "" }
