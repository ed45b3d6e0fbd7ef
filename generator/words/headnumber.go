package words

import (
	"zhengce/generator/pattern"
	"zhengce/generator/source"
)

// The number in the head of a paper is shown as it is printed there, 第 and noughts included, with 〔〕 around its year and without blanks:
// 教文〔2001〕03号. NormalNumber makes two writings of one number alike.
const (
	yearBracket  = `[〔［\[【﹝（(]` + blanks + `(?:` + numberYear + `|[4-9４-９][\d０-９])` + blanks + `[〕］\]】﹞）)]`
	headCode     = `\p{Han}{2,12}(?:[（(]\p{Han}{1,4}[）)]\p{Han}{0,4})?`
	headSerial   = blanks + `第?` + blanks + `[\d０-９]{1,5}` + blanks + `号`
	bracketsCode = `\p{Han}{1,12}[（(]\p{Han}{1,4}[）)]\p{Han}{1,4}`

	// OldNumber is a number whose year stands before the code: (78)交公路字412号, 〔1984〕国函字33号.
	OldNumber = yearBracket + blanks + headCode + headSerial
	// OldCited is an OldNumber as running text cites it.
	OldCited = yearBracket + headCode + `字第[\d０-９]{1,5}号`
	// OddNumber is one of a form that no paper cites by a year of four digits and a plain code: an OldNumber, 国发〔84〕12号, 法（经）发〔1985〕8号.
	OddNumber = `(?:` + OldNumber + `|(?:` + headCode + `|` + bracketsCode + `)` + blanks + yearBracket + headSerial + `)`
	// BareNumber is one without code, as it stands below the name of a public notice: 〔2019〕第4号.
	BareNumber = `[〔［\[【﹝（(]` + blanks + numberYear + blanks + `[〕］\]】﹞）)]` + headSerial
)

// PlainOrder is the number of an order that lacks its 第, which only what tells how a statute was made public may be taken for:
// 济南市人民政府令19号.
const PlainOrder = `\p{Han}{2,40}?` + OrderKind + `[\d０-９]{1,4}号`

var (
	plainOrder    = pattern.MustCompile(`^(\p{Han}{3,30})` + OrderKind + `[\d]{1,4}号$`)
	printedNumber = pattern.MustCompile(`^[（(]?((?:\p{Han}{2,40}|` + OldNumber + `|` + bracketsCode + `|` + headCode + `)?(?:` + yearBracket + headSerial + `)?)[）)]?$`)
	printedYear   = pattern.MustCompile(`[〔［\[【﹝（(]((?:[12][0-9])?[0-9]{2})[〕］\]】﹞）)]`)
	bareNumber    = pattern.MustCompile(BareNumber + `$`)
)

// PrintedNumber returns the number that text is as it is printed, or in normal form where text holds more or the number of an order.
func PrintedNumber(text string) string {
	text = narrowDigits(source.Squeeze(text))
	if plainOrder.MatchString(text) {
		return text
	}
	m := printedNumber.FindStringSubmatch(text)
	if m == nil || !printedYear.MatchString(m[1]) {
		return NormalNumber(text)
	}
	return printedYear.ReplaceAllString(m[1], "〔$1〕")
}

// NumberKey returns the form of a paper's number under which those that cite it find it, or "" where it has no code: several bodies have
// a 〔2019〕第4号.
func NumberKey(number string) string {
	if bareNumber.FindString(number) == number {
		return ""
	}
	if normal := NormalNumber(number); normal != "" {
		return normal
	}
	return number
}

// WithoutBareNumber takes off the end of an order's number what is not its name: 甲市人民政府公告 of 甲市人民政府公告〔2019〕第4号.
func WithoutBareNumber(number string) string { return bareNumber.ReplaceAllString(number, "") }
