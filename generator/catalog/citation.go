package catalog

import (
	"slices"
	"sort"

	"zhengce/generator/policy"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// citations resolves what the documents cite: by number, else by title, and ties each to the
// document of the library that it is, if the library holds it.
func (b *builder) citations() {
	r := &resolver{known: map[string]*Citation{}, held: map[string]*Document{}, of: map[*Document]*Citation{}, taken: map[string]bool{}}
	for _, d := range b.c.Documents {
		number := words.NumberKey(d.Meta.Number)
		for _, k := range []string{number, words.FoldTitle(d.Meta.Title)} {
			if k != "" && r.held[k] == nil && (k == number || !d.Meta.TitleDerived) {
				r.held[k] = d
			}
		}
	}
	for _, d := range b.c.Documents {
		for _, c := range d.Facts.Citations {
			n := r.resolve(d, c)
			if !slices.Contains(d.Citations, n) {
				d.Citations = append(d.Citations, n)
			}
			citedIn(d, c, n)
		}
	}
	b.c.Citations = r.all
	for _, c := range r.all {
		for _, by := range c.By {
			if h := c.Held; h != nil && h != by.Document && !slices.Contains(h.CitedBy, by.Document) {
				h.CitedBy = append(h.CitedBy, by.Document)
			}
		}
	}
	key := map[*Citation]string{}
	for _, c := range b.c.Citations {
		key[c] = romanize(c.Title + c.Number)
	}
	sort.SliceStable(b.c.Citations, func(i, j int) bool {
		x, y := b.c.Citations[i], b.c.Citations[j]
		if (x.Held == nil) != (y.Held == nil) {
			return x.Held != nil
		}
		return key[x] < key[y]
	})
}

// A resolver knows the cited documents by their numbers and titles.
type resolver struct {
	all   []*Citation
	known map[string]*Citation
	held  map[string]*Document // the documents of the library by number and title
	of    map[*Document]*Citation
	taken map[string]bool
}

// resolve returns the cited document that c in d is, and notes where d names it. A document of the
// library is one citation, whether papers name it by number or by title.
func (r *resolver) resolve(d *Document, c *policy.Citation) *Citation {
	var known *Citation
	var held *Document
	for _, k := range []string{c.Number, words.FoldTitle(c.Title)} {
		if k == "" {
			continue
		}
		if known == nil {
			known = r.known[k]
		}
		if held == nil && r.held[k] != d {
			held = r.held[k]
		}
	}
	if known == nil && held != nil {
		known = r.of[held]
	}
	if known == nil {
		known = &Citation{ID: freeID(citationID(c.Number, c.Title), r.taken)}
		r.all = append(r.all, known)
	}
	known.add(d, c)
	for _, k := range []string{c.Number, words.FoldTitle(c.Title)} {
		if k != "" {
			r.known[k] = known
		}
	}
	if known.Held == nil && held != nil {
		known.Held, r.of[held] = held, known
	}
	return known
}

// add notes that d names the cited document as c does; what d calls now by title, now by number
// is one entry with the mentions of both.
func (n *Citation) add(d *Document, c *policy.Citation) {
	if n.Number == "" {
		n.Number = c.Number
	}
	if n.Title == "" {
		n.Title = c.Title
	}
	last := len(n.By) - 1
	if last < 0 || n.By[last].Document != d {
		n.By = append(n.By, &CitedBy{d, c})
		return
	}
	both := *n.By[last].Citation
	both.Mentions = append(slices.Clone(both.Mentions), c.Mentions...)
	slices.SortFunc(both.Mentions, func(a, b source.Span) int { return a.Start - b.Start })
	n.By[last].Citation = &both
}

// citedIn ties a cited document to the measures of d that name it.
func citedIn(d *Document, c *policy.Citation, n *Citation) {
	for _, m := range d.Measures {
		if slices.ContainsFunc(c.Mentions, m.Span.Contains) && !slices.Contains(m.Citations, n) {
			m.Citations = append(m.Citations, n)
		}
	}
}

// idCharacters is how many characters of a title go into the address of a paper without a number.
const idCharacters = 12

// citationID makes an address part: of the number where there is one, else of the title's beginning.
func citationID(number, title string) string {
	if number != "" {
		return slug(number)
	}
	if r := []rune(title); len(r) > idCharacters {
		title = string(r[:idCharacters])
	}
	return slug(title)
}
