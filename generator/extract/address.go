package extract

import (
	"strconv"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
)

// sectionAddress returns the path of numbers in ASCII: "2-3-1". Where a style of numbers other
// than the usual one stands at a level, a letter tells it: "c2" for 第二章.
func sectionAddress(s *document.Section) string {
	address := addressPart(s.Mark)
	for p := s.Parent; p != nil; p = p.Parent {
		address = addressPart(p.Mark) + "-" + address
	}
	if label := document.LabelAddress(s.Body.Label); label != "" {
		address = label + "-" + address
	}
	return address
}

func addressPart(m numeral.Mark) string {
	prefix := ""
	switch m.Style {
	case numeral.Book, numeral.Volume, numeral.Division:
		prefix = "v"
	case numeral.Grand:
		prefix = "g"
	case numeral.Chapter:
		prefix = "c"
	case numeral.SectionNo:
		prefix = "s"
	case numeral.Article:
		prefix = "t"
	case numeral.DotBracket, numeral.Circle:
		prefix = "b"
	}
	return prefix + strconv.Itoa(m.N)
}

// shortIDs leaves the numbers above them out of the ids of an annex whose measures are numbered from first to last:
// 附件/3, not 附件/一/（一）/3.
func shortIDs(ms []*policy.Measure) {
	annexes := map[*document.Body][]*policy.Measure{}
	for _, m := range ms {
		if m.Section.Body.Annex {
			annexes[m.Section.Body] = append(annexes[m.Section.Body], m)
		}
	}
	for body, ms := range annexes {
		if !numberedThrough(ms) {
			continue
		}
		for _, m := range ms {
			m.ID = body.Label + "/" + m.Section.Mark.String()
			m.Address = document.LabelAddress(body.Label) + "-" + addressPart(m.Section.Mark)
		}
	}
}

// numberedThrough reports whether the marks of measures have one style and no number twice.
func numberedThrough(ms []*policy.Measure) bool {
	seen := map[numeral.Mark]bool{}
	for _, m := range ms {
		if mark := m.Section.Mark; mark.Style != ms[0].Section.Mark.Style || seen[mark] {
			return false
		}
		seen[m.Section.Mark] = true
	}
	return true
}

// unique gives a second measure under the same number its place among them: 三/（二）·2.
// Papers repeat numbers by mistake, addresses may not.
func unique(ms []*policy.Measure) {
	ids, addresses := map[string]int{}, map[string]int{}
	for _, m := range ms {
		ids[m.ID]++
		if n := ids[m.ID]; n > 1 {
			m.ID += "·" + strconv.Itoa(n)
		}
		addresses[m.Address]++
		if n := addresses[m.Address]; n > 1 {
			m.Address += "x" + strconv.Itoa(n)
		}
	}
}
