package clock

import (
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

const (
	formDate = `((?:(?:19|20)\d\d|[一二][〇零○九一二三四五六七八]{3})年(?:度)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号]|底|末)?|年?[底末])?)`
	formTerm = `(?:暂定|定)?(?:为|是)?(?:期)?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?({{term-units}})`
)

var (
	// ofThis is how a paper speaks of itself: 本办法, 以上政策. Behind it 第三条 would be a part of it only.
	ofThis = words.Pattern(`(?:^|[^基根成样版])(?:{{self-words}})[^,。;《》第]{0,14}?{{own-papers}}(?:[^,。;《》第]{0,6})$`)
	partOf = pattern.MustCompile(`第.{1,12}[条款项章]`)
	// inForce is from when: a date, or an event with the days after it.
	inForce = words.Pattern(`{{from-or-at}}(?:` + formDate + `|([^,。;《》]{0,14}?)({{printed-words}}|{{published-words}}|{{effect-words}}){{event-tails}}?)(?:之日)?{{force-starts}}?(?:满)?(?:第?(\d{1,3}|[一二三四五六七八九十]{1,4})({{wait-units}}){{force-starts}}?)?(?:起|开始)?{{force-adverbs}}?({{come-into-force}})`)
	until   = words.Pattern(`(?:{{term-names}}{{term-links}}?{{term-changes}}?{{to-words}}|{{holding-words}}(?:期限?)?(?:延长)?{{to-words}}|{{last-days}}{{term-links}}|` + formDate + `(?:之日)?(?:起)?(?:-+|至|到)|(?:^|[,。;起行]){{to-words}})` + formDate)
	term    = words.Pattern(`(?:{{term-names}}(?:限)?(?:{{term-links}})?(?:自?[^,。;]{0,10}日起)?|{{holding-words}})` + formTerm)
	// bareTerm begins a clause with a length of validity.
	bareTerm = words.Pattern(`^(?:{{term-names}}|{{holding-words}}|{{to-words}})`)
	issued   = words.Pattern(`{{made-public}}(?:《[^》]*》(?:\([^()]*\))?)?[,、]?$`)
	// speaks begins a sentence in which the paper speaks of itself: 本办法由某局解释，自印发之日起施行.
	speaks = words.Pattern(`^{{self-words}}[^,。;《》第]{0,14}?{{own-papers}}`)
	trials = words.Of("trial-words")
)

// A clause is a sentence in which validity is looked for.
type clause struct {
	f       *finder
	line    *line
	from    int // of the sentence in the line
	to      int
	section *document.Section
	closing bool // it stands in the last paragraphs of its paper
	own     bool // it speaks of the paper
	m       []int
}

func (c *clause) text() string { return c.line.s[c.from:c.to] }

// subject returns what stands before byte i of the sentence in its clause.
func (c *clause) subject(i int) string {
	return c.line.s[c.line.back(c.from+i, commas):][:c.from+i-c.line.back(c.from+i, commas)]
}

// aboutThis reports whether the clause that holds byte i of the sentence is about the paper as a whole.
func (c *clause) aboutThis(i int) bool {
	subject := c.subject(i)
	switch {
	case partOf.MatchString(subject):
		return false
	case ofThis.MatchString(subject):
		return true
	case subject == "":
		before := c.text()[:i]
		return c.closing && before == "" || c.own || issued.MatchString(before) || speaks.MatchString(before)
	}
	return false
}

// validity finds from when and until when the paper holds, and what it ends, changes and prevails over.
func (f *finder) validity() {
	f.trial()
	last := f.lastSections()
	in := noList // of the sentence before
	for _, b := range f.doc.Blocks {
		if b.Kind.Frames() || b.Empty() || b.Table != nil || skipped[b.Kind] {
			in = f.listBeside(b, in)
			continue
		}
		l := f.line(b.Span)
		if b.Opens {
			l.from = l.at(b.Section.MarkSpan.End)
		}
		c := &clause{f: f, line: l, section: b.Section, closing: b.Section == nil || last[b.Section]}
		for c.from = l.from; c.from < len(l.s); c.from = c.to {
			c.to = c.line.forth(c.from, "。!?")
			c.to += width(l.s, c.to)
			in = c.read(in)
		}
	}
	f.lists()
	f.numbers()
	f.expiry()
}

// lastSections are the sections in which a paper closes: the last ones, and those whose title says so.
func (f *finder) lastSections() map[*document.Section]bool {
	out := map[*document.Section]bool{}
	for _, b := range f.doc.Bodies {
		for s := lastOf(b.Sections); s != nil; s = s.Parent {
			out[s] = true
		}
		var walk func([]*document.Section, bool)
		walk = func(ss []*document.Section, in bool) {
			for _, s := range ss {
				own := in || words.In(f.doc.File.Squeezed(s.Title), closingTitles)
				out[s] = out[s] || own
				walk(s.Sections, own)
			}
		}
		walk(b.Sections, false)
	}
	return out
}

var closingTitles = words.Of("closing-titles")

// lastOf returns the innermost last section.
func lastOf(ss []*document.Section) *document.Section {
	if len(ss) == 0 {
		return nil
	}
	s := ss[len(ss)-1]
	if len(s.Sections) > 0 {
		return lastOf(s.Sections)
	}
	return s
}

// trial reads 试行 in the titles.
func (f *finder) trial() {
	titles := []string{f.facts.Meta.Title}
	for _, b := range f.doc.Bodies {
		titles = append(titles, f.doc.File.Squeezed(b.Title))
	}
	for _, t := range titles {
		if rule, ok := firstOf(f, trialRules, t, source.Span{}); ok {
			f.valid.Trial = true
			f.rule(rule.Name, f.doc.Title)
		}
	}
}

// rule notes that a rule gave something of the validity by the words at a place.
func (f *finder) rule(name string, at source.Span) {
	f.valid.Rules, f.valid.Clauses = append(f.valid.Rules, name), append(f.valid.Clauses, at)
}

// firstOf returns the first of some rules that holds for x, which stands at place.
func firstOf[T any](f *finder, rules policy.Decisions[T], x T, place source.Span) (policy.Rule, bool) {
	r, ok := rules.First(x)
	if ok && f.decided != nil {
		f.decided(r, place)
	}
	return r, ok
}

// tellsOfValidity is what a sentence holds from which anything is read of when a paper holds, or that names no paper.
var tellsOfValidity = pattern.Any(inForce, until, term, lengthFirst, yields, unnamed, listHead, endsList, changesList)

// read reads one sentence, which is told in which list of papers it stands, and returns that of the next.
func (c *clause) read(in list) list {
	if in == noList && !tellsOfValidity.MatchString(c.text()) && len(c.f.namedIn(c.line.span(c.from, c.to))) == 0 {
		return noList
	}
	before := len(c.f.clauses)
	c.own = false
	c.force()
	c.terms()
	if len(c.f.clauses) > before || c.f.valid.Known() && c.closing {
		c.own = true
	}
	return c.ends(in)
}

// force reads from when the paper holds.
func (c *clause) force() {
	s := c.text()
	for _, m := range inForce.FindAllStringSubmatchIndex(s, -1) {
		c.m = m
		rule, ok := firstOf(c.f, forceRules, c, c.line.span(c.from+m[0], c.from+m[1]))
		if !ok || rule.Verdict != policy.Take {
			continue
		}
		c.own = true
		span := c.line.span(c.from+m[0], c.from+m[1])
		c.f.clauses = append(c.f.clauses, span)
		c.f.setForce(c, m, span, rule.Name)
	}
}

// setForce takes over from when the paper holds; a date says more than an event, a later clause more than one before.
func (f *finder) setForce(c *clause, m []int, span source.Span, rule string) {
	s, v := c.text(), &f.valid
	if words.In(s[m[12]:m[13]], trials[:1]) {
		v.Trial = true
	}
	if has(m, 1) {
		v.Effective, v.From, v.After = dayIn(s[m[2]:m[3]]).first().known(), span, nil
		f.rule(rule, span)
		f.part(c)
		return
	}
	if v.Effective != "" && v.After == nil {
		return
	}
	after := &policy.After{}
	for i, verbs := range events {
		if words.Suffix(s[m[6]:m[7]], verbs) != "" {
			after.Event = eventNames[i]
		}
	}
	if n := number(s, m, 4); n > 0 {
		unit := s[m[10]:m[11]]
		after = mergeEvent(after.Event, lengthOf(n, strings.TrimPrefix(unit, "个"), false))
	}
	v.After, v.From = after, span
	v.Effective = f.eventDay(after).known()
	f.rule(rule, span)
	f.part(c)
}

func mergeEvent(event string, a *policy.After) *policy.After { a.Event = event; return a }

// part notes of which of several carried papers the clause is.
func (f *finder) part(c *clause) {
	f.valid.Part = ""
	if c.section != nil {
		f.valid.Part = c.section.Body.Label
		return
	}
	for _, b := range f.doc.Bodies {
		if at := int(c.line.start[c.from]); b.Label != "" && b.Start <= at && at < b.End {
			f.valid.Part = b.Label
		}
	}
}

// eventDay returns the day of a relative start, where the text names it: that of the printing line for 印发之日, that of
// a decree for 发布之日.
func (f *finder) eventDay(a *policy.After) day {
	var d day
	switch a.Event {
	case eventNames[0]:
		d = f.printed()
	case eventNames[1]:
		if strings.Contains(f.facts.Meta.Number, "令") || f.facts.Meta.Kind == "令" {
			d = readDay(f.facts.Meta.Date)
		}
	}
	if d.year == 0 || a.Workdays > 0 {
		return day{}
	}
	return d.plusMonths(12*a.Years + a.Months).plus(a.Days)
}

var printing = pattern.MustCompile(`((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日印发$`)

// printed returns the day of the printing line.
func (f *finder) printed() day {
	for i := len(f.doc.Blocks) - 1; i >= 0; i-- {
		b := f.doc.Blocks[i]
		if b.Kind != document.Note && b.Kind != document.Paragraph || b.Len() > 200 {
			continue
		}
		if m := printing.FindStringSubmatch(f.line(b.Span).s); m != nil {
			var d day
			d.year, _ = numeral.Parse(m[1])
			d.month, _ = numeral.Parse(m[2])
			d.day, _ = numeral.Parse(m[3])
			return d
		}
	}
	return day{}
}

// dayIn reads a whole date with its year.
func dayIn(s string) date {
	d, _ := readDate(s, false)
	return d
}
