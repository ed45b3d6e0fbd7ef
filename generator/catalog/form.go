package catalog

import (
	"cmp"
	"slices"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// forms finds the files that are one paper in several forms. One with the text of another is a form of it, which is told:
// it has its pages, and what it orders counts once. Of papers of one number, or of one title and date, comparisons
// between papers take the first only.
func (b *builder) forms() {
	byText := map[string][]*Document{}
	for _, d := range b.c.Documents {
		text := ownText(d.Texts[0])
		byText[text] = append(byText[text], d)
	}
	b.c.Documents = slices.DeleteFunc(b.c.Documents, func(d *Document) bool {
		same := byText[ownText(d.Texts[0])]
		if d.FormOf = slices.MinFunc(same, compareForms); d.FormOf == d {
			d.FormOf = nil
			return false
		}
		d.FormOf.Forms = append(d.FormOf.Forms, d)
		b.c.Forms = append(b.c.Forms, d)
		b.c.Problems = append(b.c.Problems, source.Problem(d.Texts[0].File.Name, source.Warning, "same-text",
			"has the text of %s, which is taken for the paper, and this for a form of it", d.FormOf.Texts[0].File.Name))
		return true
	})
	first := map[string]*Document{}
	for _, d := range b.c.Documents {
		key := words.NumberKey(d.Meta.Number)
		if key == "" && !d.Meta.TitleDerived && d.Meta.Date != "" {
			key = words.FoldTitle(d.Meta.Title) + d.Meta.Date
		}
		switch known := first[key]; {
		case key == "":
		case known != nil:
			d.SameAs = known
			b.c.Problems = append(b.c.Problems, source.Problem(d.Texts[0].File.Name, source.Warning, "same-number",
				"has the number, or the title and date, of %s, and another text; comparisons take that one only", known.Texts[0].File.Name))
		default:
			first[key] = d
		}
	}
}

// ownText returns the text by which two files are one paper: without white space and without what is no part of it, such
// as the page numbers of a PDF file.
func ownText(t *Text) string {
	var b strings.Builder
	for _, block := range t.Document.Blocks {
		if block.Kind != document.Noise {
			b.WriteString(t.Document.File.Squeezed(block.Span))
		}
	}
	return b.String()
}

// compareForms orders files of one text: the one that annexes belong to is the paper, else the one in the plainest form.
func compareForms(x, y *Document) int {
	return cmp.Or(cmp.Compare(len(y.Annexes()), len(x.Annexes())), cmp.Compare(order(x.Facts), order(y.Facts)), strings.Compare(x.ID, y.ID))
}

// All returns the papers and their further forms.
func (c *Catalog) All() []*Document { return slices.Concat(c.Documents, c.Forms) }

// papers returns the documents without further forms of one.
func papers(ds []*Document) []*Document {
	var out []*Document
	for _, d := range ds {
		if d.SameAs == nil {
			out = append(out, d)
		}
	}
	return out
}

// ofPapers returns the indicators without those of further forms of a paper.
func ofPapers(all []*Indicator) []*Indicator {
	var out []*Indicator
	for _, i := range all {
		if i.Document.SameAs == nil {
			out = append(out, i)
		}
	}
	return out
}
