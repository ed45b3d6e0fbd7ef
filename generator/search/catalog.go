package search

import (
	"cmp"
	"slices"
	"sort"
	"strconv"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// Pages returns the pages of the catalog: documents, with their measures, annex rows and
// indicators as parts, and agencies.
func Pages(c *catalog.Catalog) []Page {
	var all []Page
	for _, d := range c.All() {
		all = append(all, documentPage(d))
	}
	for _, a := range c.Agencies {
		all = append(all, agencyPage(a))
	}
	return all
}

// A paper makes the parts of one document's page.
type paper struct {
	*catalog.Document
	page     Page
	measures map[*document.Section]*catalog.Measure
	parts    map[*document.Section]int // where a measure's part stands
	anchor   string                    // of the annex in a file of its own that is being read, and what it is called
	title    string
}

// documentPage holds every block of the paper but its noise, a table as its rows.
func documentPage(d *catalog.Document) Page {
	p := &paper{Document: d, measures: map[*document.Section]*catalog.Measure{}, parts: map[*document.Section]int{}}
	p.page = Page{URL: d.Path() + ".html", Title: d.Title, Kind: DocumentKind, Crumb: join(d.Meta.Number, d.Meta.Date),
		Date: d.Meta.Date, Region: d.Meta.Region, Issuers: d.Meta.Issuers, Code: codeOf(d.Meta.Number), Type: d.Meta.Kind, Short: d.ShortTitle, Days: cmp.Or(d.Days(), "未载明")}
	if d.Meta.Number != "" {
		p.page.Head = []string{d.Meta.Number}
	}
	for _, m := range d.Measures {
		p.measures[m.Section] = m
	}
	for _, t := range d.Texts {
		if p.anchor, p.title = "", ""; t.Place() != nil {
			p.anchor, p.title = t.Anchor(), t.Heading()
		}
		for _, b := range t.Document.Blocks {
			switch {
			case b.Kind == document.Noise:
			case b.Table != nil:
				p.addTable(b)
			default:
				p.add(b.Section, d.Facts.Document.File.Raised(b.Span))
			}
		}
	}
	for _, i := range d.Indicators {
		p.page.Parts = append(p.page.Parts, Part{URL: i.Path() + ".html", Title: i.Subject, Kind: IndicatorKind,
			Crumb: d.ShortTitle, Apart: true, Sets: setsOf([]*catalog.Indicator{i}), Texts: indicatorTexts(i)})
	}
	return p.page
}

// codeOf returns what stands before the year of a paper's number: 豫政 of 豫政〔2015〕42号.
func codeOf(number string) string {
	code, _, ok := strings.Cut(number, "〔")
	if !ok {
		return ""
	}
	return code
}

// add appends text to the part of section s, or begins it. Text that stands in no measure is a
// part by itself.
func (p *paper) add(s *document.Section, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if i, ok := p.parts[s]; ok {
		p.page.Parts[i].Texts = append(p.page.Parts[i].Texts, text)
		return
	}
	part := Part{Heading: p.heading(s), Texts: []string{text}}
	if m := p.measures[s]; m != nil {
		part.Anchor, part.URL, part.Title, part.Kind = m.Anchor(), m.Path()+".html", m.Title, MeasureKind
		part.Crumb = join(p.ShortTitle, m.ID)
		part.Sets = append(setsOf(m.Indicators), duesOf(m.Deadlines)...)
		for _, t := range m.Tasks {
			if t.Row == nil {
				part.Roles = append(part.Roles, roles(t)...)
			}
		}
		p.parts[s] = len(p.page.Parts)
	} else {
		for ; s != nil && part.Anchor == ""; s = s.Parent {
			if m := p.measures[s]; m != nil {
				part.Anchor = m.Anchor()
			}
		}
		if part.Anchor == "" {
			part.Anchor = p.anchor
		}
	}
	p.page.Parts = append(p.page.Parts, part)
}

// heading returns the first line of the part of the paper in which section s stands.
func (p *paper) heading(s *document.Section) string {
	if s == nil {
		return p.title
	}
	for s.Parent != nil {
		s = s.Parent
	}
	f := p.Facts.Document.File
	return source.Squeeze(f.Raised(source.Span{Start: s.MarkSpan.Start, End: max(s.MarkSpan.End, s.Title.End)}))
}

// addTable adds the rows of the table block b, those of an annex as parts with pages, and
// whatever stands between them.
func (p *paper) addTable(b *document.Block) {
	f := p.Facts.Document.File
	at := b.Start
	for _, row := range b.Table.All() {
		var cells []string
		span := source.Span{Start: len(f.Text)}
		for _, c := range row {
			if !c.Empty() {
				cells = append(cells, source.Squeeze(f.Raised(c.Span)))
				span = source.Span{Start: min(span.Start, c.Start), End: max(span.End, c.End)}
			}
		}
		if span.Empty() {
			continue
		}
		if span.Start > at {
			p.add(b.Section, f.Raised(source.Span{Start: at, End: span.Start}))
		}
		text := strings.Join(cells, " ")
		if r := rowAt(p.Annex, span); r != nil {
			p.addRow(r, text)
		} else {
			p.add(b.Section, text)
		}
		at = max(at, span.End)
	}
	p.add(b.Section, f.Raised(source.Span{Start: at, End: max(at, b.End)}))
}

// addRow adds a row of the annex; one that goes on over several lines of the table is one part.
func (p *paper) addRow(r *catalog.AnnexRow, text string) {
	if n := len(p.page.Parts); n > 0 && p.page.Parts[n-1].URL == r.Path()+".html" {
		p.page.Parts[n-1].Texts = append(p.page.Parts[n-1].Texts, text)
		return
	}
	part := Part{Anchor: r.Anchor(), URL: r.Path() + ".html", Title: r.AnnexRow.Task, Kind: MeasureKind,
		Crumb: join(p.ShortTitle, r.Label()), Heading: cmp.Or(p.title, "附件"), Texts: []string{text}}
	if r.Task != nil {
		part.Roles = roles(r.Task)
		part.Sets = append(setsOf(r.Task.Indicators), duesOf(r.Task.Deadlines)...)
	}
	p.page.Parts = append(p.page.Parts, part)
}

// rowAt returns the annex row that stands at span; annex is in the order of the text.
func rowAt(annex []*catalog.AnnexRow, span source.Span) *catalog.AnnexRow {
	i := sort.Search(len(annex), func(i int) bool { return annex[i].End > span.Start })
	if i < len(annex) && annex[i].Overlaps(span) {
		return annex[i]
	}
	return nil
}

func roles(t *catalog.Task) []Role {
	var all []Role
	for _, m := range t.Members {
		all = append(all, Role{m.Agency.Name, string(m.Role)})
	}
	return all
}

// indicatorTexts returns what an indicator is found by: its sentence, what is counted, and for which year how much, with
// the unit, which a table has in its head.
func indicatorTexts(i *catalog.Indicator) []string {
	texts := []string{i.Quote, i.Subject}
	if i.Year != 0 {
		texts = append(texts, strconv.Itoa(i.Year)+"年")
	}
	return append(texts, i.Amount())
}

// setsOf returns which kinds of indicators are among list, and for which years they hold.
func setsOf(list []*catalog.Indicator) []string {
	var kinds, years []string
	for _, kind := range []policy.Kind{policy.Target, policy.Threshold} {
		for _, i := range list {
			if i.Kind == kind {
				kinds = append(kinds, string(kind))
				break
			}
		}
	}
	for _, i := range list {
		if i.Kind == policy.Target && i.Year != 0 {
			years = append(years, strconv.Itoa(i.Year))
		}
	}
	slices.Sort(years)
	return append(kinds, slices.Compact(years)...)
}

// duesOf returns the last days of deadlines, in their order.
func duesOf(list []*catalog.Deadline) []string {
	var days []string
	for _, d := range list {
		if due := d.Due(); due != "" {
			days = append(days, due)
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

// agencyPage holds all names of the agency; what it has to do is found on the pages of the measures.
func agencyPage(a *catalog.Agency) Page {
	p := Page{URL: a.Path() + ".html", Title: a.Name, Kind: AgencyKind, Crumb: a.Region, Region: a.Region, Short: a.Name,
		Head: []string{a.ShortName}}
	for _, n := range a.Names {
		p.Head = append(p.Head, n.Name)
		p.Head = append(p.Head, n.Written...)
	}
	return p
}

// join returns the parts that are not empty, with a dot between.
func join(parts ...string) string {
	var known []string
	for _, s := range parts {
		if s != "" {
			known = append(known, s)
		}
	}
	return strings.Join(known, " · ")
}
