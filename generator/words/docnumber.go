package words

import (
	"strings"

	"golang.org/x/text/width"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
)

// A 文号 is the code of its issuer, the year in brackets and a serial: 豫政〔2015〕42号. That of an order or
// a public notice begins with the issuer's name: 市人民政府令第129号, 国家税务总局公告2023年第5号. Papers write
// brackets and digits in both widths, with blanks between the parts, 第 before a serial and noughts
// at its start. What follows are the parts of this grammar as regular expressions, for those who
// look for numbers at places of their own.
const (
	numberYear   = `(?:19|20|１９|２０)[\d０-９]{2}`
	numberSerial = `[0０]*([\d０-９]{1,5})`
	blanks       = `[\s\x{3000}]*`
	orderNumber  = `((?:[\d０-９]{1,4}|[一二三四五六七八九十百千零〇]{1,8}))` // orders are counted through the years, yet none has come to five digits
	closings     = `]〕］﹞】‟`                                   // of Openings

	// Openings are the square brackets that open the year of a 文号.
	Openings = `〔[［﹝【„`

	// Code is the issuer's code of a 文号 in running text: 国办发, 民委（政）字.
	Code = `\p{Han}{1,12}(?:[（(]\p{Han}{1,4}[）)]\p{Han}{1,4})?`

	// OrderKind ends the name of an order or public notice.
	OrderKind = `(?:令|公告|通告)`
	// OrderSerial is what follows it: 第12号, 2023年第十九号, 〔十四届〕第3号, 九届第37号, 〔2004〕第106号.
	OrderSerial = `(?:` + numberYear + blanks + `年|[〔（(]\p{Han}{1,5}届[〕）)]|\p{Han}{1,5}届|[〔［\[]` + numberYear + `[〕］\]])?` + blanks + `第` + blanks + `(?:[\d０-９]{1,5}|[一二三四五六七八九十百]{1,6})` + blanks + `号`
	// Order is the whole number of one, which several bodies may issue: 财政部 税务总局公告2023年第19号, 甲市人民政府令（第12号）.
	Order = `\p{Han}{1,40}(?:[ \x{3000}]+\p{Han}{2,20}){0,6}` + OrderKind + blanks + `(?:` + OrderSerial + `|[（(]` + OrderSerial + `[）)])`
)

// DocNumber returns the expression of a 文号 whose issuer's code is of the expression code. Its groups
// are code, year and serial.
func DocNumber(code string) string {
	return docNumber(code, `[`+Openings+`（(]`, `[`+closings+`）)]`)
}

// SquareNumber is DocNumber without round brackets, for places where those hold something else, such
// as the years of a plan in a title: 行动计划（2021）.
func SquareNumber(code string) string {
	return docNumber(code, `[`+Openings+`]`, `[`+closings+`]`)
}

func docNumber(code, open, closing string) string {
	return `(` + code + `)\s*` + open + `\s*(` + numberYear + `)\s*` + closing + `\s*第?\s*` + numberSerial + `\s*号`
}

// CitedOrder returns the expression of an order or public notice as it is cited, where body is the expression of who issued it:
// 国务院令第698号, 国务院令第七百号, 国务院第344号令, 某某部2031年第2号令, 财政部公告2031年第5号, 甲市人民政府令（第12号）. The first group is who issued it.
func CitedOrder(body string) string {
	serial := blanks + `第?` + blanks + orderNumber + blanks + `号`
	return `(` + body + `)` + blanks + `(?:(` + OrderKind + `)` + blanks + `(?:(` + numberYear + `)` + blanks + `年)?(?:` + serial + `|[（(]` + serial + `[）)])|(?:(` + numberYear + `)` + blanks + `年)?` + blanks + `第?` + blanks + orderNumber + blanks + `号(` + OrderKind + `))`
}

// CitedNumber is a 文号 in running text: issuer's code, year, serial. Its Han run is greedy.
var CitedNumber = pattern.MustCompile(DocNumber(Code))

// NumberOf writes a 文号 in normal form: 豫政〔2015〕42号.
func NumberOf(code, year, serial string) string {
	return source.Squeeze(code) + "〔" + width.Narrow.String(year) + "〕" + width.Narrow.String(serial) + "号"
}

// state is left out where orders are cited: 国务院令 for 中华人民共和国国务院令.
const state = "中华人民共和国"

// OrderOf returns the number of an order as it is cited, without blanks and the name of the state: 国务院令第698号,
// 国务院令第七百号, 某某部2031年第2号令. A serial in brackets loses them.
func OrderOf(text string) string {
	whole := narrowDigits(strings.ReplaceAll(source.Squeeze(text), state, ""))
	return noughts.ReplaceAllString(serialInBrackets.ReplaceAllString(whole, "$1"), "第$1")
}

var noughts = pattern.MustCompile(`第0+(\d)`)

// narrowDigits writes digits of full width as others are.
func narrowDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if '０' <= r && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
}

// Standard is the expression of the number of a standard or model text: GB 18918—2002, DB33/T 1100-2014, DB41/1820-2019, JTG B01-2014,
// T/CAS 412-2020, GF—2014—0171.
const Standard = `(?:(?:T/[A-Z]{2,8}|[A-Z]{2,4}[0-9]{0,2}(?:/[A-Z]{0,4})?)[ \x{3000}]?[A-Z]?[0-9]{2,6}(?:\.[0-9]{1,3})?[—–\-－][0-9]{4}|GBZ?(?:/T)?[ \x{3000}]?[0-9]{3,6}(?:\.[0-9]{1,3})?|GF[—–\-][0-9]{4}[—–\-][0-9]{4})`

// serialInBrackets is the serial of an order that stands in brackets: 甲市人民政府令（第12号）.
var serialInBrackets = pattern.MustCompile(`[（(](` + OrderSerial + `)[）)]$`)

var order = pattern.MustCompile(`^` + Order + `$`)

// NormalNumber returns the 文号 in text in normal form, or "" where it holds none. That of an
// order loses its blanks and the name of the state: 国务院令第698号.
func NormalNumber(text string) string {
	m := CitedNumber.FindStringSubmatch(source.Squeeze(text))
	if m == nil {
		whole := width.Narrow.String(source.Squeeze(text))
		whole = serialInBrackets.ReplaceAllString(whole, "$1")
		return strings.ReplaceAll(order.FindString(whole), state, "")
	}
	return NumberOf(m[1], m[2], m[3])
}

var orderIssuer = pattern.MustCompile(`^(?:` + state + `)?(\p{Han}{3,30})` + OrderKind + OrderSerial)

// OrderIssuer returns the body whose order or public notice a number in normal form is, or "":
// 国务院 of 中华人民共和国国务院令第802号.
func OrderIssuer(number string) string {
	if m := orderIssuer.FindStringSubmatch(number); m != nil {
		return m[1]
	}
	if m := plainOrder.FindStringSubmatch(number); m != nil {
		return m[1]
	}
	return ""
}
