package document

import (
	"regexp"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	orderName   = regexp.MustCompile(`^\p{Han}{2,30}` + words.OrderKind + `$`)
	orderSerial = regexp.MustCompile(`^[（(]?` + words.OrderSerial + `[）)]?$`)
)

// orderInLines finds the number of an order that stands on two lines before block end:
// 「某某省人民政府令」 over 「第12号」.
func (p *parser) orderInLines(end int) {
	for i := 0; i+1 < end && i+1 < len(p.blocks); i++ {
		if p.free(i) && p.free(i+1) && p.doc.Number.Empty() && orderName.MatchString(p.text(i)) && orderSerial.MatchString(p.text(i+1)) {
			p.blocks[i].Kind, p.blocks[i+1].Kind = DocNumber, DocNumber
			p.doc.Number = source.Span{Start: p.blocks[i].Start, End: p.blocks[i+1].End}
		}
	}
}
