package document

import (
	"strconv"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
)

// gluedNumber is a number of the outline right before one of the text, which is no quantity: 「3.12345热线」,
// 「1.5G网络」, but not 「1.5万元」.
var gluedNumber = pattern.MustCompile(`^([1-9][0-9]{0,2})\.[0-9]+(?:[A-Za-z“]|人[才民工文口]|[^\P{Han}万亿千百元个家户人次条项倍度年月日米里吨亩平立公岁小分天周]\p{Han})`)

// readGlued finds the marks behind which a number of the text stands at once: the first of a clause and
// those that go on with the number before.
func (p *parser) readGlued() {
	p.glued = map[string]numeral.Mark{}
	last := 0
	for i := range p.blocks {
		text := p.text(i)
		m, n := numeral.ReadMark(text)
		switch g := gluedNumber.FindStringSubmatch(text); {
		case n > 0 && m.Style == numeral.Dot:
			last = m.N
		case n == 0 && g != nil && !p.inDecimals(text):
			if number, _ := strconv.Atoi(g[1]); number == 1 || number == last+1 { // items may number on through the clauses
				p.glued[text] = numeral.Mark{Style: numeral.Dot, N: number}
				last = number
			}
		}
	}
}
