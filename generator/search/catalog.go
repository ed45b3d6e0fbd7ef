package search

import (
	"sort"
	"strings"

	"zhengce/generator/catalog"
	"zhengce/generator/document"
	"zhengce/generator/source"
)

// Kinds of the pages that come from the catalog, in the order in which results are shown.
const (
	DocumentKind  = "文件"
	AgencyKind    = "机构"
	MeasureKind   = "措施"
	IndicatorKind = "指标"
	GuideKind     = "说明"
)

// Pages returns the pages of the catalog's documents, agencies, measures, annex rows and indicators.
func Pages(c *catalog.Catalog) []Page {
	var all []Page
	for _, d := range c.Documents {
		all = append(all, documentPage(d))
	}
	for _, a := range c.Agencies {
		all = append(all, agencyPage(a))
	}
	for _, d := range c.Documents {
		for _, m := range d.Measures {
			all = append(all, measurePage(m))
		}
		for _, r := range d.Annex {
			all = append(all, rowPage(r))
		}
	}
	for _, i := range c.Indicators {
		all = append(all, indicatorPage(i))
	}
	return all
}

// documentPage holds every block of the paper but its noise, a table as its rows.
func documentPage(d *catalog.Document) Page {
	p := Page{URL: d.Path() + ".html", Title: d.Title, Kind: DocumentKind, Crumb: join(d.Meta.Number, d.Meta.Date)}
	p.add("", d.Meta.Number)
	anchors := map[*document.Section]string{}
	for _, m := range d.Measures {
		anchors[m.Section] = m.Anchor()
	}
	for _, b := range d.Facts.Document.Blocks {
		switch {
		case b.Kind == document.Noise:
		case b.Table != nil:
			p.addTable(d, b)
		default:
			p.add(sectionAnchor(b.Section, anchors), d.Facts.Document.File.Slice(b.Span))
		}
	}
	return p
}

// sectionAnchor returns the anchor of the measure in which a block of section s stands.
func sectionAnchor(s *document.Section, anchors map[*document.Section]string) string {
	for ; s != nil; s = s.Parent {
		if a, ok := anchors[s]; ok {
			return a
		}
	}
	return ""
}

// addTable adds the text of the table block b: its rows, those of an annex with their anchors,
// and whatever stands between them.
func (p *Page) addTable(d *catalog.Document, b *document.Block) {
	f := d.Facts.Document.File
	at := b.Start
	rows := b.Table.Rows
	if len(b.Table.Header) > 0 {
		rows = append([][]source.Cell{b.Table.Header}, rows...)
	}
	for _, row := range rows {
		var cells []string
		span := source.Span{Start: len(f.Text)}
		for _, c := range row {
			if !c.Empty() {
				cells = append(cells, f.Squeezed(c.Span))
				span = source.Span{Start: min(span.Start, c.Start), End: max(span.End, c.End)}
			}
		}
		if span.Empty() {
			continue
		}
		if span.Start > at {
			p.add("", f.Slice(source.Span{Start: at, End: span.Start}))
		}
		p.add(rowAnchor(d.Annex, span), strings.Join(cells, " "))
		at = max(at, span.End)
	}
	p.add("", f.Slice(source.Span{Start: at, End: max(at, b.End)}))
}

// rowAnchor returns the anchor of the annex row that stands at span; annex is in the order of the text.
func rowAnchor(annex []*catalog.AnnexRow, span source.Span) string {
	i := sort.Search(len(annex), func(i int) bool { return annex[i].End > span.Start })
	if i < len(annex) && annex[i].Overlaps(span) {
		return annex[i].Anchor()
	}
	return ""
}

// measurePage holds the paragraphs of the measure, those of its items left to their own pages.
func measurePage(m *catalog.Measure) Page {
	p := Page{URL: m.Path() + ".html", Title: m.Title, Kind: MeasureKind, Crumb: join(m.Document.ShortTitle, m.ID)}
	f := m.Document.Facts.Document.File
	for _, b := range m.Section.Blocks {
		p.add("", f.Slice(b.Span))
	}
	return p
}

func rowPage(r *catalog.AnnexRow) Page {
	p := Page{URL: r.Path() + ".html", Title: r.AnnexRow.Task, Kind: MeasureKind,
		Crumb: join(r.Document.ShortTitle, "附件第"+strings.TrimPrefix(r.Address(), "annex-")+"项")}
	for _, a := range r.Agencies {
		p.add("", a.Written)
	}
	return p
}

// agencyPage holds all names of the agency; what it has to do is found on the pages of the measures.
func agencyPage(a *catalog.Agency) Page {
	p := Page{URL: a.Path() + ".html", Title: a.Name, Kind: AgencyKind, Crumb: a.Region}
	p.add("", a.ShortName)
	for _, n := range a.Names {
		p.add("", n.Name)
		for _, w := range n.Written {
			p.add("", w)
		}
	}
	return p
}

func indicatorPage(i *catalog.Indicator) Page {
	p := Page{URL: i.Path() + ".html", Title: i.Subject, Kind: IndicatorKind, Crumb: i.Document.ShortTitle}
	p.add("", i.Quote)
	return p
}

// add appends a block unless it is blank.
func (p *Page) add(anchor, text string) {
	if text = strings.TrimSpace(text); text != "" {
		p.Blocks = append(p.Blocks, Block{anchor, text})
	}
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
