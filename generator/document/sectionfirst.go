package document

import (
	"zhengce/generator/source"
	"zhengce/generator/table"
	"zhengce/generator/words"
)

var sectionTitles = words.Pattern(`^{{section-columns}}$`)

// sectionFirst reports whether the head of a numbered table begins at block i with a column of sections before the numbers:
// 「类别」, 「序号」.
func (p *parser) sectionFirst(i int) bool {
	return p.loose(i+1) && sectionTitles.MatchString(p.file.Squeezed(p.blocks[i].Span)) && serial.MatchString(p.text(i+1))
}

// opensNext returns the block with which the next row begins, where the last piece of a row that ends before block end is
// the section of the next: it fits better without.
func (p *parser) opensNext(f *flat, row []source.Span, end int) int {
	_, whole, ok := table.Align(f.titles, p.texts(row))
	last := len(row) - 1
	if last < 2 {
		return end
	}
	_, less, fits := table.Align(f.titles, p.texts(row[:last]))
	if !fits || ok && whole <= less {
		return end
	}
	for at := end - 1; at > 0; at-- {
		if p.blocks[at].Start == row[last].Start {
			return at
		}
	}
	return end
}
