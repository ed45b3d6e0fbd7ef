package print

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/chromedp/cdproto/page"

	"zhengce/generator/say"
)

// maxPasses is how often a volume is printed at most: the numbers written into it may move the
// pages that they count.
const maxPasses = 6

// A numbering says on which page of a volume each place stands that its contents and indexes name.
type numbering struct {
	front  int            // pages before page 1
	pages  map[string]int // the number on the page, by id
	blanks []string       // sections with an empty page before them
	odd    bool           // an empty page ends the front pages
}

// number finds the numbering of the volume p, printed with the empty pages of was: places are its
// printed pages. The empty pages of the answer let every section begin on an odd page, and page 1
// on a right one.
func number(places map[string]int, p prepared, was numbering) (numbering, error) {
	n := numbering{pages: map[string]int{}}
	sections := p.Sections
	if len(sections) == 0 || places[sections[0]] == 0 {
		return n, say.New("the volume has no papers")
	}
	first := places[sections[0]]
	if slices.Contains(was.blanks, sections[0]) {
		first--
	}
	n.front = first - 1
	if was.odd {
		n.front--
	}
	if n.odd = n.front%2 == 1; n.odd {
		n.front++
	}
	// shifts are the empty pages from each section on: those printed, and those wanted.
	type shift struct{ start, printed, wanted int }
	var shifts []shift
	printed, wanted := 0, 0
	for _, id := range sections {
		start := places[id]
		if start == 0 {
			return n, say.Errorf("the volume has no place %q", id)
		}
		if slices.Contains(was.blanks, id) {
			printed++
		}
		if at := start - (first - 1) - printed + wanted; at%2 == 0 {
			wanted++
			n.blanks = append(n.blanks, id)
		}
		shifts = append(shifts, shift{start, printed, wanted})
	}
	for _, id := range p.Numbered {
		physical := places[id]
		if physical < shifts[0].start {
			continue // on the front pages, or nowhere
		}
		at := shifts[0]
		for _, s := range shifts {
			if s.start <= physical {
				at = s
			}
		}
		n.pages[id] = physical - (first - 1) - at.printed + at.wanted
	}
	return n, nil
}

// equal reports whether a volume printed with n is as n says.
func (n numbering) equal(m numbering) bool {
	return n.front == m.front && n.odd == m.odd && slices.Equal(n.blanks, m.blanks) && maps.Equal(n.pages, m.pages)
}

// printVolume prints the open volume with the numbers of its pages. They are counted in a sketch of
// it, and again in each print, until what is written is what is printed; nearly always that is once.
func (t tab) printVolume(p prepared) (f *pdfFile, front int, err error) {
	if err := t.run("zhengce.estimate(); zhengce.sketch(true)"); err != nil {
		return nil, 0, err
	}
	var n numbering
	for pass := range maxPasses {
		whole := pass > 0
		if f, err = t.print(whole); err != nil {
			return nil, 0, err
		}
		found, err := number(f.places, p, n)
		if err != nil || whole && found.equal(n) {
			return f, n.front, err
		}
		n = found
		if err := t.write(n); err != nil {
			return nil, 0, err
		}
		if err := t.forget(); err != nil {
			return nil, 0, err
		}
	}
	return nil, 0, say.Errorf("the page numbers did not come to rest in %d passes", maxPasses)
}

// write writes a numbering into the open volume.
func (t tab) write(n numbering) error {
	pages, err := json.Marshal(n.pages)
	if err != nil {
		return err
	}
	blanks, err := json.Marshal(append([]string{}, n.blanks...))
	if err != nil {
		return err
	}
	return t.run(fmt.Sprintf("zhengce.number(%s); zhengce.blank(%s, %t); zhengce.sketch(false)", pages, blanks, n.odd))
}

// noTags leaves out what only the last pass needs.
func noTags(p *page.PrintToPDFParams) {
	no := false
	p.GenerateTaggedPDF, p.GenerateDocumentOutline = &no, &no
}
