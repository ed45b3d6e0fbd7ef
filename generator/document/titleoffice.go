package document

import (
	"slices"

	"zhengce/generator/source"
)

// aroundTitle makes noise of the lines before the title, n blocks from i on, with which no paper begins, and reads the body that stands alone
// on the line below it or above: a data base sets it there.
func (p *parser) aroundTitle(i, n int) {
	for j := range i {
		if p.free(j) && !opensTitle(p.file.Squeezed(p.blocks[j].Span)) {
			p.blocks[j].Kind, p.blocks[j].Reason = Noise, "网页的栏目"
		}
	}
	for _, step := range []int{1, -1} {
		j := i - 1
		if step > 0 {
			j = i + n
		}
		for j >= 0 && j < len(p.blocks) && (p.blocks[j].Kind == Noise || step > 0 && session.MatchString(p.text(j))) {
			j += step
		}
		if p.isOffice(j) {
			p.offices(j, step)
			return
		}
	}
}

// offices takes the lines from j on, in the direction of step, for the bodies that stand beside the title.
func (p *parser) offices(j, step int) {
	first := j
	for p.isOffice(j + step) {
		j += step
	}
	for k := min(first, j); k <= max(first, j); k++ {
		p.takeOffice(k)
	}
}

// isOffice reports whether block j is nothing but the name of a body that says whose it is.
func (p *parser) isOffice(j int) bool {
	return p.free(j) && p.isSigner(j) && wholeName.MatchString(p.file.Squeezed(p.blocks[j].Span))
}

// titleBelowOffice returns the block before end at which the title of n blocks from i on stands again below names of bodies from block j on, or 0.
// Where a data base has repeated the title before, or it is one that names no body, they are its addition and none of the title:
// 「关于…的通知⏎某某部⏎关于…的通知」.
func (p *parser) titleBelowOffice(i, n, j, end int) int {
	below := j
	for below < end && (p.isOffice(below) || p.free(below) && p.isSigner(below) && p.titleRepeated(i)) {
		below++
	}
	if below == j || !p.titleRepeated(i) && framed.MatchString(p.file.Squeezed(p.blocks[i].Span)) {
		return 0
	}
	if m := p.titleLines(below, end); m > 0 && p.sameText(i, n, below, m) {
		return below
	}
	return 0
}

// officesBetween takes the names of bodies between a title, up to block i, and where it stands again, at block j.
func (p *parser) officesBetween(i, j int) {
	for ; i < j; i++ {
		if p.free(i) && p.isSigner(i) {
			p.takeOffice(i)
		}
	}
}

// takeOffice takes block k for the name of a body that stands beside the title.
func (p *parser) takeOffice(k int) {
	p.blocks[k].Kind = Note
	p.addOffices(p.blocks[k].Span)
}

// addOffices adds the bodies that s names, each once.
func (p *parser) addOffices(s source.Span) {
	for _, name := range p.namesIn(s) {
		if !slices.ContainsFunc(p.doc.Offices, func(s source.Span) bool { return p.file.Squeezed(s) == p.file.Squeezed(name) }) {
			p.doc.Offices = append(p.doc.Offices, name)
		}
	}
}

// titleRepeated reports whether a title before block i was found to stand there again.
func (p *parser) titleRepeated(i int) bool {
	for _, b := range p.blocks[:i] {
		if b.Reason == repeatReason {
			return true
		}
	}
	return false
}
