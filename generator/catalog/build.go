package catalog

import (
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/say"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// Build makes the catalog of the documents whose facts are given. Two seeds with one ID are an
// error: their pages would lie over each other.
func Build(all []*policy.Facts) (*Catalog, source.ErrorList) {
	b := &builder{c: &Catalog{Roles: policy.RoleCount{}}}
	ids := documentIDs(all)
	for i, f := range all {
		b.c.Problems = append(b.c.Problems, f.Problems...)
		b.c.Rules = f.Rules
		b.document(f, ids[i])
	}
	b.sortDocuments()
	b.forms()
	b.chain()
	b.agencies()
	for _, d := range b.c.All() {
		b.measures(d)
		b.tasks(d)
		b.indicators(d)
		d.Goals = d.goals()
		b.deadlines(d)
	}
	for _, d := range b.c.Documents {
		b.awards(d)
	}
	b.agencyPages()
	b.uses()
	b.lineages()
	b.citations()
	b.validities()
	b.c.Series = series(ofPapers(b.c.Indicators))
	findDropped(b.c.Series)
	b.c.SharedGoals = sharedGoals(b.c.Documents)
	b.c.Cascades = cascades(papers(b.c.Documents))
	for _, x := range b.c.Cascades {
		for _, d := range x.Members {
			d.Cascades = append(d.Cascades, x)
		}
	}
	b.c.Problems.Sort()
	return b.c, b.problems
}

// A builder holds the indexes that are needed only while the catalog is made.
type builder struct {
	c        *Catalog
	bodies   map[nameKey]*Agency
	problems source.ErrorList
}

func (b *builder) document(f *policy.Facts, id string) {
	d := &Document{ID: id, Facts: f}
	for _, other := range b.c.Documents {
		if other.ID == d.ID {
			e := source.Problem(f.Document.File.Name, source.Failure, "same-id", "has the page address of %s: documents/%s.html", other.Facts.Document.File.Name, d.ID)
			e.Hint = say.Sprintf("rename one of the two files")
			b.problems = append(b.problems, e)
			return
		}
	}
	d.Title = f.Document.File.Written(f.Document.Title, f.Meta.Title)
	if d.Title == "" {
		d.Title = workingTitle(f)
		f.Meta.TitleDerived = true
	}
	d.ShortTitle = shortTitle(d.Title)
	for i, part := range f.Files() {
		d.text(part, f.Document.File.Files()[i].File)
	}
	b.c.Documents = append(b.c.Documents, d)
}

// text adds the text of one file of d.
func (d *Document) text(f *policy.Facts, file *source.File) {
	t := &Text{Facts: f, ID: d.ID, File: file}
	annex := t.Place() != nil
	if annex {
		t.ID, t.Title = d.ID+"/"+t.Place().Key(), f.Document.File.Written(f.Document.Heading(), f.Meta.Title)
	}
	for _, block := range f.Document.Blocks {
		annex = annex || block.Kind == document.AnnexMark
		n := len([]rune(source.Squeeze(f.Document.File.Slice(block.Span))))
		t.Chars += n
		switch {
		case block.Kind == document.Noise:
			t.NoiseChars += n
		case block.Kind != document.Paragraph || block.Section != nil || len(f.Measures) > 0 && !annex:
			d.PlacedChars += n
		}
	}
	d.Texts = append(d.Texts, t)
	d.Chars += t.Chars
	d.NoiseChars += t.NoiseChars
}

// workingTitle makes a title for a document that has none, from who signed it, its kind and what
// its first sentence is about. It is always marked as derived.
func workingTitle(f *policy.Facts) string {
	kind := f.Meta.Kind
	if kind == "" {
		kind = "文件"
	}
	about := ""
	for _, b := range f.Document.Blocks {
		if b.Kind != document.Paragraph {
			continue
		}
		text := inQuotes.ReplaceAllString(source.Squeeze(f.Document.File.Slice(b.Span)), "")
		if i := strings.Index(text, "促进"); i >= 0 {
			about = clause(text[i:])
		} else if about = clause(text); about != "" {
			about = "“" + about + "…”"
		}
		break
	}
	issuer := f.Meta.Issuer
	if issuer == "" {
		issuer = f.Meta.Region
	}
	switch {
	case strings.HasPrefix(about, "“"):
		return issuer + kind + "（" + about + "）"
	case about != "":
		return issuer + "关于" + about + "的" + kind
	}
	return issuer + kind
}

// How many characters a name that is made of a text has at most.
const (
	clauseCharacters  = 30 // the first words of a paper without a title
	shortCharacters   = 28 // a title in lists
	measureCharacters = 24 // a measure without a heading; cut at a comma, but never to less than the next
	measureLeast      = 10
)

// clause returns the beginning of text up to the first punctuation.
func clause(text string) string {
	if i := strings.IndexAny(text, "，。；：、,;:（("); i >= 0 {
		text = text[:i]
	}
	if r := []rune(text); len(r) > clauseCharacters {
		text = string(r[:clauseCharacters])
	}
	return text
}

// inQuotes are titles of other papers.
var inQuotes = regexp.MustCompile(`《[^》]*》`)

// issuerOf is the issuer at the start of a title, up to 关于.
var issuerOf = words.Pattern(`^\p{Han}+?(?:国务院|{{title-issuers}})(?:等\d*部门)?关于(?:印发|转发)?`)

// shortTitle returns a title for lists: without the issuer before 关于 and the words of issuing.
func shortTitle(title string) string {
	t := title
	if m := issuerOf.FindString(t); m != "" && !strings.Contains(m, "贯彻") {
		t = t[len(m):]
	}
	t = strings.Trim(strings.TrimSuffix(t, "的通知"), "《》")
	if r := []rune(t); len(r) > shortCharacters {
		t = string(r[:shortCharacters-1]) + "…"
	}
	return t
}

func (b *builder) sortDocuments() {
	ds := b.c.Documents
	sort.SliceStable(ds, func(i, j int) bool {
		x, y := ds[i].Meta.Date, ds[j].Meta.Date
		if x != y && (x == "" || y == "") {
			return y == ""
		}
		if x != y {
			return x < y
		}
		return ds[i].ID < ds[j].ID
	})
}

// chain leads from each paper to the next.
func (b *builder) chain() {
	ds := b.c.Documents
	for i := range ds {
		if i > 0 {
			ds[i].Prev, ds[i-1].Next = ds[i-1], ds[i]
		}
	}
}

// measures links the measures of a document with each other.
func (b *builder) measures(d *Document) {
	bySection := map[*document.Section]*Measure{}
	for _, m := range d.Facts.Measures {
		cm := &Measure{Measure: m, Document: d, Title: measureTitle(d, m)}
		if n := len(d.Measures); n > 0 {
			cm.Prev, d.Measures[n-1].Next = d.Measures[n-1], cm
		}
		for s := m.Section.Parent; s != nil; s = s.Parent {
			if parent := bySection[s]; parent != nil {
				cm.Parent = parent
				parent.Items = append(parent.Items, cm)
				break
			}
		}
		bySection[m.Section] = cm
		d.Measures = append(d.Measures, cm)
	}
}

// measureTitle is the heading of a measure or the beginning of its text.
func measureTitle(d *Document, m *policy.Measure) string {
	file := d.Facts.Document.File
	if m.Heading != "" {
		return file.Written(m.HeadingSpan, m.Heading)
	}
	text := source.Squeeze(file.Raised(m.Text))
	if i := strings.IndexAny(text, "。；"); i > 0 {
		text = text[:i]
	}
	r := []rune(text)
	if len(r) <= measureCharacters {
		return text
	}
	cut := measureCharacters
	for i := measureCharacters; i > measureLeast; i-- {
		if r[i] == '，' || r[i] == ',' || r[i] == '、' {
			cut = i
			break
		}
	}
	return string(r[:cut]) + "…"
}

// InText returns the tasks of the text: those of parts, then those of measures.
func (d *Document) InText() []*Task {
	out := slices.Clone(d.Parts)
	for _, m := range d.Measures {
		out = append(out, m.Tasks...)
	}
	return out
}

// Tasks returns the tasks of the document that speak of one thing: those of measures, then those of annexes.
func (d *Document) Tasks() []*Task {
	return d.tasksOf(func(m *Measure) []*Task { return m.Tasks })
}

// Compared returns what of the document is compared with other papers: its tasks, and in their places the measures
// to which the text ties no agency.
func (d *Document) Compared() []*Task {
	return d.tasksOf(func(m *Measure) []*Task {
		if m.Unassigned != nil {
			return []*Task{m.Unassigned}
		}
		return m.Tasks
	})
}

func (d *Document) tasksOf(list func(*Measure) []*Task) []*Task {
	var out []*Task
	for _, m := range d.Measures {
		out = append(out, list(m)...)
	}
	for _, r := range d.Annex {
		out = append(out, r.Task)
	}
	return out
}

// tasks makes a task of each assignment and annex row of a document.
func (b *builder) tasks(d *Document) {
	file := d.Facts.Document.File
	byID := map[string]*Measure{}
	for _, m := range d.Measures {
		byID[m.ID] = m
	}
	for _, a := range d.Facts.Assignments {
		t := &Task{Document: d, Measure: byID[a.Measure], Part: a.Part, Text: file.Squeezed(a.Matter()), Span: file.Trim(a.Matter()), Group: a.Span, Basis: a.Basis, Rule: b.rule(a.Basis), Found: a.Found, Doubts: a.Doubts}
		if a.Part != nil {
			for _, before := range d.Parts {
				if before.Part == t.Part {
					t.Index++
				}
			}
			d.Parts = append(d.Parts, t)
		} else {
			t.Index = len(t.Measure.Tasks)
			t.Measure.Tasks = append(t.Measure.Tasks, t)
		}
		b.members(t, a.Agencies)
		d.Assignments++
	}
	for _, row := range d.Facts.Annex {
		r := &AnnexRow{AnnexRow: row, Document: d, Of: byID[row.Measure]}
		r.Task = &Task{Document: d, Measure: r.Of, Row: r, Text: row.Task, Span: row.TaskSpan, Group: row.Span, Basis: row.Basis, Rule: b.rule(row.Basis), Found: row.Found, Doubts: row.Doubts}
		b.members(r.Task, row.Agencies)
		if r.Of != nil {
			r.Of.Annex = append(r.Of.Annex, r)
		}
		d.Annex = append(d.Annex, r)
		d.Assignments++
	}
	d.unassigned()
}

// members ties the agencies of a task to their bodies.
func (b *builder) members(t *Task, list []policy.Agency) {
	for _, a := range list {
		body := b.body(t.Document, a.Name)
		if body == nil {
			continue // only a form of the paper names it
		}
		t.Members = append(t.Members, Member{Agency: body, Role: a.Role, Written: a.Written, Name: a.Name, NameRule: a.NameRule, Span: a.Span, Doubts: a.Doubts})
		if n := len(body.Tasks); n > 0 && body.Tasks[n-1].Task == t || t.Document.FormOf != nil {
			continue // named twice in one list, or counted with the paper
		}
		body.Tasks = append(body.Tasks, AgencyTask{t, a.Role, slices.Concat(t.Doubts, a.Doubts)})
	}
}

// rowOf returns the annex row whose task sets the indicator i; several may have its number.
func rowOf(d *Document, i *policy.Indicator) *AnnexRow {
	for _, r := range d.Annex {
		if r.TaskSpan.Overlaps(i.Span) {
			return r
		}
	}
	return nil
}

// indicators gives the indicators of a document their addresses and ties them to what they stand in.
func (b *builder) indicators(d *Document) {
	byID := map[string]*Measure{}
	for _, m := range d.Measures {
		byID[m.ID] = m
	}
	count := map[string]int{}
	for _, i := range d.Facts.Indicators {
		ci := &Indicator{Indicator: i, Document: d, Measure: byID[i.Measure]}
		if row := rowOf(d, i); ci.Measure == nil || row != nil && row.ID() == i.Measure {
			ci.Measure, ci.Row = nil, row
		}
		var at string
		switch {
		case ci.Measure != nil:
			at = ci.Measure.Address
			ci.Measure.Indicators = append(ci.Measure.Indicators, ci)
		case ci.Row != nil:
			at = ci.Row.Address()
		default:
			at = slug(i.Measure)
		}
		count[at]++
		ci.ID = d.ID + "-" + at + "-" + strconv.Itoa(count[at])
		d.Indicators = append(d.Indicators, ci)
		if d.FormOf == nil {
			b.c.Indicators = append(b.c.Indicators, ci)
		}
	}
	for _, t := range d.Compared() {
		if t.Row != nil {
			continue
		}
		for _, i := range t.Measure.Indicators {
			if t.Span.Overlaps(i.Span) {
				t.Indicators = append(t.Indicators, i)
			}
		}
	}
	for _, i := range d.Indicators {
		if i.Row != nil {
			i.Row.Task.Indicators = append(i.Row.Task.Indicators, i)
		}
	}
}
