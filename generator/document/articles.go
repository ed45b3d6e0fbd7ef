package document

import "zhengce/generator/numeral"

// Depths of marks, between which lie those of articles below headings and of their points.
const (
	depthOfRank    = 2
	insideHeadings = depthOfRank*9 + 1 // rank of （一） is 9
)

// belowHeading reports whether the open section is a heading 一、 or （一）, below which articles may number on.
func (o *outliner) belowHeading() bool {
	s := o.current()
	return s != nil && (s.Mark.Style == numeral.Comma || s.Mark.Style == numeral.Bracket)
}

// depth orders a mark that begins a section; it stands under the last section of a lower depth. Where articles
// number on below headings, as in 「一、支持范围 （一）投资奖励 第2条… （二）绩效奖励 第3条…」, a （二） that goes on
// with the headings of the part is one, another （一） a point of its article.
func (o *outliner) depth(m numeral.Mark) int {
	switch {
	case o.articlesInside && m.Style == numeral.Article:
		return insideHeadings
	case o.articlesInside && m.Style == numeral.Bracket && o.isPoint(m):
		return insideHeadings + 1
	}
	return o.plainDepth(m)
}

// plainDepth orders the marks of a paper without articles below headings. Where decimal numbers stand inside parts, 1.1
// is as deep as （一） elsewhere.
func (o *outliner) plainDepth(m numeral.Mark) int {
	if o.decimalsInside && m.Decimal() {
		return depthOfRank * (rank[m.Style] - rank[numeral.Decimal2] + rank[numeral.Bracket])
	}
	return depthOfRank * rank[m.Style]
}

// depthOf returns the depth of an open section.
func (o *outliner) depthOf(s *Section) int {
	switch {
	case !o.articlesInside:
	case s.Mark.Style == numeral.Article:
		return insideHeadings
	case s.Mark.Style == numeral.Bracket && s.Parent != nil && s.Parent.Mark.Style == numeral.Article:
		return insideHeadings + 1
	}
	return o.plainDepth(s.Mark)
}

// isPoint reports whether （一） belongs to the open article: it goes on with its points, or does not go on with
// the headings above it.
func (o *outliner) isPoint(m numeral.Mark) bool {
	for i := len(o.open) - 1; i >= 0; i-- {
		if a := o.open[i]; a.Mark.Style == numeral.Article {
			return m.N == lastOf(a, numeral.Bracket)+1 || m.N != o.headings(i)+1
		}
	}
	return false
}

// headings returns the number of the last heading （一） above the open section at i, or 0.
func (o *outliner) headings(i int) int {
	for i--; i >= 0; i-- {
		switch s := o.open[i]; s.Mark.Style {
		case numeral.Bracket:
			return s.Mark.N
		case numeral.Comma:
			return lastOf(s, numeral.Bracket)
		}
	}
	return 0
}

// lastOf returns the number of the last section of style directly below s, or 0.
func lastOf(s *Section, style numeral.Style) int {
	last := 0
	for _, sub := range s.Sections {
		if sub.Mark.Style == style {
			last = sub.Mark.N
		}
	}
	return last
}
