package extract

import (
	"strconv"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
)

// sectionID returns the path of numbers as printed: "二/（三）/1", with the label of the body
// before it where a file holds several. Articles are counted through the chapters, which their ids leave out.
func sectionID(s *document.Section) string {
	id := s.Mark.String()
	below := s
	for p := s.Parent; p != nil && below.Mark.Style != numeral.Article; p = p.Parent {
		sep := "/"
		if below.Mark.Decimal() && p.Mark.Decimal() {
			sep = "." // 1.2.3, as printed
		}
		id = p.Mark.String() + sep + id
		below = p
	}
	if s.Body.Label != "" {
		id = s.Body.Label + "/" + id
	}
	return id
}

// sectionAddress returns the path of numbers in ASCII: "2-3-1". Where a style of numbers other
// than the usual one stands at a level, a letter tells it: "c2" for 第二章.
func sectionAddress(s *document.Section) string {
	address := addressPart(s.Mark)
	for p := s.Parent; p != nil; p = p.Parent {
		address = addressPart(p.Mark) + "-" + address
	}
	if s.Body.Label != "" {
		address = strings.ToLower(s.Body.Label) + "-" + address
	}
	return address
}

func addressPart(m numeral.Mark) string {
	prefix := ""
	switch m.Style {
	case numeral.Book, numeral.Volume, numeral.Division:
		prefix = "v"
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
