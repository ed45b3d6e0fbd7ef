package document

import (
	"regexp"

	"zhengce/generator/source"
)

// orderNumber is the number of an order or public notice: 「市人民政府令第129号」,
// 「财政部 税务总局公告2023年第19号」.
const orderNumber = `\p{Han}{1,20}(?:[ \x{3000}]+\p{Han}{2,20}){0,6}(?:令|公告)\s*(?:(?:19|20|１９|２０)[\d０-９]{2}\s*年)?\s*第\s*(?:[\d０-９]{1,5}|[一二三四五六七八九十百]{1,6})\s*号`

var (
	orderName   = regexp.MustCompile(`^\p{Han}{2,30}(?:令|公告)$`)
	orderSerial = regexp.MustCompile(`^[（(]?(?:(?:19|20|１９|２０)[\d０-９]{2}\s*年)?\s*第\s*(?:[\d０-９]{1,5}|[一二三四五六七八九十百]{1,6})\s*号[）)]?$`)
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
