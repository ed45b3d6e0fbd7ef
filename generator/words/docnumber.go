package words

import (
	"regexp"

	"golang.org/x/text/width"

	"zhengce/generator/source"
)

// CitedNumber is a 文号 in running text: issuer's code, year, serial. Its Han run is greedy.
var CitedNumber = regexp.MustCompile(`(\p{Han}{1,12})\s*[〔\[［﹝【(（]\s*((?:19|20|１９|２０)[\d０-９]{2})\s*[〕\]］﹞】)）]\s*第?\s*[0０]*([\d０-９]{1,5})\s*号`)

// NumberOf writes a 文号 in normal form: 豫政〔2015〕42号.
func NumberOf(code, year, n string) string {
	return source.Squeeze(code) + "〔" + width.Narrow.String(year) + "〕" + width.Narrow.String(n) + "号"
}

// orderForm is the number of an order or public notice, which is its normal form already:
// 市人民政府令第129号, 国家税务总局公告2023年第5号.
var orderForm = regexp.MustCompile(`^\p{Han}{1,20}(?:令|公告)(?:(?:19|20|１９|２０)[\d０-９]{2}年)?第(?:[\d０-９]{1,5}|[一二三四五六七八九十百]{1,6})号$`)

// NormalNumber returns the 文号 in text in normal form, or "" where it holds none.
func NormalNumber(text string) string {
	m := CitedNumber.FindStringSubmatch(source.Squeeze(text))
	if m == nil {
		return orderForm.FindString(width.Narrow.String(source.Squeeze(text)))
	}
	return NumberOf(m[1], m[2], m[3])
}
