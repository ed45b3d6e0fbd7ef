package catalog

import (
	"sort"
	"strings"

	"golang.org/x/text/width"
)

// citations resolves what the documents cite: by number, else by title, and ties each to the
// document of the library that it is, if the library holds it.
func (b *builder) citations() {
	byKey := map[string]*Citation{}
	held := map[string]*Document{}
	for _, d := range b.c.Documents {
		for _, k := range []string{d.Meta.Number, foldTitle(d.Meta.Title)} {
			if k != "" && held[k] == nil && (k == d.Meta.Number || !d.Meta.TitleDerived) {
				held[k] = d
			}
		}
	}
	taken := map[string]bool{}
	for _, d := range b.c.Documents {
		for _, c := range d.Facts.Citations {
			keys := []string{c.Number, foldTitle(c.Title)}
			var known *Citation
			for _, k := range keys {
				if k != "" && known == nil {
					known = byKey[k]
				}
			}
			if known == nil {
				known = &Citation{Number: c.Number, Title: c.Title}
				known.ID = freeID(citationID(c.Number, c.Title), taken)
				b.c.Citations = append(b.c.Citations, known)
			}
			for _, k := range keys {
				if k != "" {
					byKey[k] = known
					if known.Held == nil && held[k] != nil && held[k] != d {
						known.Held = held[k]
					}
				}
			}
			known.By = append(known.By, &CitedBy{d, c})
			d.Citations = append(d.Citations, known)
		}
	}
	for _, d := range b.c.Documents {
		for i, c := range d.Facts.Citations {
			for _, m := range d.Measures {
				if m.Span.Contains(c.Span) {
					m.Citations = append(m.Citations, d.Citations[i])
				}
			}
		}
	}
	for _, c := range b.c.Citations {
		for _, by := range c.By {
			if c.Held != nil && by.Document != c.Held {
				c.Held.CitedBy = append(c.Held.CitedBy, by.Document)
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

// citationID makes an address part: of the number where there is one, else of the title's beginning.
func citationID(number, title string) string {
	if number != "" {
		return slug(number)
	}
	if r := []rune(title); len(r) > 12 {
		title = string(r[:12])
	}
	return slug(title)
}

// foldTitle returns a form of a title in which two writings of it are equal.
func foldTitle(t string) string {
	return strings.NewReplacer("—", "-", "–", "-", "“", "", "”", "", `"`, "", "《", "", "》", "").Replace(width.Fold.String(t))
}
