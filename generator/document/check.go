package document

import (
	"slices"

	"zhengce/generator/numeral"
)

// check reports what is odd about the outline: that there is none, numbers that leave out or repeat one, and
// sections without text. Numbers of clauses may run on from part to part; an annex may be a table or a form.
func (p *parser) check() {
	numbered := false
	p.doc.Walk(func(*Section) { numbered = true })
	// What a page sets around the paper does not begin it.
	first := slices.IndexFunc(p.blocks, func(b *Block) bool { return b.Kind != Noise })
	if !numbered && first >= 0 && p.doc.Annex == nil {
		p.problems.Doubt(p.file, p.blocks[first].Span, "no-outline", "the paper has no numbered part, clause or item")
	}
	for _, body := range p.doc.Papers() {
		if !body.Lists {
			p.checkNumbers(body)
		}
	}
	p.doc.Walk(func(s *Section) {
		if s.Body.Lists || len(s.Sections) > 0 || s.Title.Empty() || len(s.Blocks) > 1 || s.RunIn {
			return
		}
		p.problems.Doubt(p.file, s.Blocks[0].Span, "empty-section", "section %s has a title but no text", s.Mark)
	})
}

// checkNumbers compares each mark with the one of its style before it in the same section, and
// with the last one of the whole body where numbers run on.
func (p *parser) checkNumbers(body *Body) {
	running := map[numeral.Style]int{}
	var level func([]*Section)
	level = func(ss []*Section) {
		last := map[numeral.Style]int{}
		for _, s := range ss {
			style, n := s.Mark.Style, s.Mark.N
			if n != last[style]+1 && n != running[style]+1 {
				before := max(last[style], 0)
				if before == 0 && last[style] == 0 && running[style] > 0 {
					before = running[style]
				}
				p.problems.Doubt(p.file, s.Blocks[0].Span, numberCode(n, before),
					"number %s follows %s", s.Mark, numeral.Mark{Style: style, N: before})
			}
			last[style], running[style] = n, n
			level(s.Sections)
		}
	}
	level(body.Sections)
}

func numberCode(n, before int) string {
	if n <= before {
		return "number-repeat"
	}
	return "number-gap"
}
