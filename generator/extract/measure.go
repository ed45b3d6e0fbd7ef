package extract

import (
	"strconv"
	"strings"

	"zhengce/generator/document"
	"zhengce/generator/numeral"
	"zhengce/generator/policy"
	"zhengce/generator/source"
)

// measures makes a measure of each smallest numbered unit of the body: every clause and item,
// a part that has neither, and every article (第三条), which is a rule of its own. The numbers below items, 「（1）」 and 「①」, are text of their item.
func (x *extractor) measures() {
	x.doc.Walk(func(s *document.Section) {
		if s.Level >= document.Subitem || s.Level == document.Part && s.Mark.Style != numeral.Article && hasMeasures(s) {
			return
		}
		x.facts.Measures = append(x.facts.Measures, x.measure(s))
	})
	unique(x.facts.Measures)
}

func hasMeasures(s *document.Section) bool {
	for _, sub := range s.Sections {
		if sub.Level < document.Subitem {
			return true
		}
	}
	return false
}

func (x *extractor) measure(s *document.Section) *policy.Measure {
	m := &policy.Measure{ID: sectionID(s), Address: sectionAddress(s), Section: s}
	m.Span = source.Span{Start: s.Start, End: ownEnd(s)}
	text := source.Span{Start: s.MarkSpan.End, End: m.End}
	if !s.Title.Empty() {
		m.Heading, m.HeadingSpan = x.file.Squeezed(s.Title), s.Title
		text.Start = s.Title.End
	}
	for _, stop := range []string{"。", "：", ":", "；", "."} { // after a title or, in 「第一条：」, the number
		if strings.HasPrefix(x.file.Text[text.Start:text.End], stop) {
			text.Start += len(stop)
			break
		}
	}
	m.Text = x.file.Trim(text)
	return m
}

// ownEnd returns where the text of s ends: before its first section that is a measure of its own.
func ownEnd(s *document.Section) int {
	end := s.Start
	for _, b := range s.Blocks {
		end = max(end, b.End)
	}
	for _, sub := range s.Sections {
		if sub.Level >= document.Subitem {
			end = max(end, sub.End)
		}
	}
	return end
}

// sectionID returns the path of numbers as printed: "二/（三）/1", with the label of the body
// before it where a file holds several.
func sectionID(s *document.Section) string {
	id := s.Mark.String()
	below := s
	for p := s.Parent; p != nil; p = p.Parent {
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
