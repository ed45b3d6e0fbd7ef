package part

import (
	"cmp"
	"slices"
	"strings"
)

// Most is the number of pages of a part: Hugo keeps some 20 kB of each in memory, and starts in half a second.
const Most = 6000

// A Part is some pages of a book that Hugo makes in one run.
type Part struct {
	Pages []*Page
}

// Cut returns parts of at most so many pages in which each page of the book stands once that has an address, but for those
// that are left out; at least one. Pages of one paper stand together. A book that is to be made whole is one part.
func (b *Book) Cut(most int, out func(*Page) bool) []Part {
	if b.Whole {
		return []Part{{b.pages}}
	}
	var all []*Page
	for _, p := range b.pages {
		if !p.never && !out(p) {
			all = append(all, p)
		}
	}
	slices.SortFunc(all, func(x, y *Page) int {
		return cmp.Or(compare(!x.own, !y.own), strings.Compare(group(x.Name), group(y.Name)), strings.Compare(x.Name, y.Name))
	})
	var parts []Part
	for some := range slices.Chunk(all, most) {
		parts = append(parts, Part{some})
	}
	if parts == nil {
		return []Part{{}} // Hugo makes the page of lost addresses, and copies static/
	}
	return parts
}

// Own reports whether people wrote the page.
func (p *Page) Own() bool { return p.own }

func compare(x, y bool) int {
	switch {
	case x == y:
		return 0
	case y:
		return -1
	}
	return 1
}

// group returns what pages have in common that stand together: the paper, if they are of one.
func group(name string) string {
	switch s := section(name); s {
	case papers:
		return s + "/" + strings.TrimSuffix(strings.TrimPrefix(name, s+"/"), ".md")
	case "measures", "indicators":
		paper, _, _ := strings.Cut(strings.TrimPrefix(name, s+"/"), "/")
		return papers + "/" + strings.TrimSuffix(paper, ".md")
	}
	return name
}

// closure returns the pages of a part with those whose text they show, and of all others those whose faces they need.
func (b *Book) closure(p Part) (whole, faces []*Page) {
	const shown, seen = 1, 2
	state := map[*Page]int{}
	for _, x := range p.Pages {
		state[x] = shown
		whole = append(whole, x)
	}
	need := func(x *Page, all bool) {
		switch {
		case all && state[x] != shown:
			state[x] = shown
			whole = append(whole, x)
		case state[x] == 0:
			state[x] = seen
			faces = append(faces, x)
		}
	}
	for _, x := range b.pages {
		if isTop(x.Name) {
			need(x, x.never)
		}
	}
	for i := 0; i < len(whole); i++ {
		for _, x := range b.needs(whole[i]) {
			need(x, x.never)
		}
	}
	faces = slices.DeleteFunc(faces, func(x *Page) bool { return state[x] == shown })
	return whole, faces
}
