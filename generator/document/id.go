package document

import (
	"strconv"

	"zhengce/generator/numeral"
)

// ID returns the path of numbers as printed: "二/（三）/1", with the label of the body
// before it where a file holds several, and of an annex: 附件1/3. Articles are counted through the chapters, which their ids leave out,
// and so are decimal numbers through the parts whose number they begin with.
func (s *Section) ID() string {
	id := s.Mark.String()
	below := s
	for p := s.Parent; p != nil && below.Mark.Style != numeral.Article; p = p.Parent {
		if below.Mark.Decimal() && p.Mark.Style == numeral.Comma {
			id = strconv.Itoa(p.Mark.N) + "." + id // 1.2 under 一、
			break
		}
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
