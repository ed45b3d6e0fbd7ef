package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var tail = words.Pattern(`[。）)]\s*((?:\p{Han}|[“”、 \x{3000}]){2,80}?{{signer-ends}})\s*(` + dateForm + `)\s*([（(][^（）()]{2,20}[）)])?$`)

// signedInside is a signature with its date, and a note behind it, inside a line that goes on with the title of a plan:
// 「…请认真贯彻执行。中华全国总工会2023年12月28日工会参与劳动争议处理办法」.
var signedInside = words.Pattern(`[。）)](\p{Han}{2,30}?(?:国务院|工会|{{body-ends}}))\s*(` + dateForm + `)\s*([（(][^（）()]{2,20}[）)])?\s*(\p{Han}[^。；，：]{2,120})$`)

// signedInLine is a signature with its date and a note inside a line that goes on.
var signedInLine = words.Pattern(`[。）)]\s*((?:\p{Han}|[“”]){4,60}?{{signer-ends}})\s*(` + dateForm + `)\s*([（(][^（）()]{2,20}[）)])?\s*`)

// signedBeforePlan returns where signature, date, note and the plan's title begin in a line that goes on with the plan which it names:
// 「…现将《养老办法》印发给你们。甲市人民政府2031年3月5日养老办法第一章…」, with the place where the title ends; nil where it does not.
func signedBeforePlan(text string) []int {
	m := signedInLine.FindStringSubmatchIndex(text)
	if m == nil || !wholeName.MatchString(text[m[2]:m[3]]) {
		return nil
	}
	for _, named := range quoted.FindAllStringSubmatch(text[:m[2]], -1) {
		if strings.HasPrefix(text[m[1]:], named[1]) {
			return []int{m[2], m[4], m[6], m[1], m[1] + len(named[1])}
		}
	}
	return nil
}

// dateBeforeAnnex is a date of signing inside a line that goes on with a note or with the annex:
// 「…成员名单某市人民政府办公室2021年8月17日（此件公开发布）附件1…」.
var dateBeforeAnnex = pattern.MustCompile(`(` + dateForm + `)\s*([（(][^（）()]{2,20}[）)])?\s*(附\s*件[^。]{0,3})`)

// splitSignature cuts signer, date and note off the end of a line that a scrape glued together:
// 「…落地见效。国务院办公厅2020年7月15日（此件公开发布）」.
func (p *parser) splitSignature() {
	for i := len(p.blocks) - 1; i >= 0; i-- {
		if !p.free(i) {
			continue
		}
		text := p.text(i)
		if !strings.Contains(text, "日") || !DateForm.MatchString(text) {
			continue
		}
		if m := tail.FindStringSubmatchIndex(text); m != nil {
			p.cutAt(i, m[2], m[4], m[6])
		} else if m := signedInside.FindStringSubmatchIndex(text); m != nil && titleEnd.MatchString(text[m[8]:]) {
			p.cutAt(i, m[2], m[4], m[6], m[8])
		} else if at := signedBeforePlan(text); at != nil {
			p.cutAt(i, at...)
		} else if m := dateNote.FindStringSubmatchIndex(text); m != nil {
			p.cutAt(i, m[2])
		} else if m := dateAtEnd.FindStringIndex(text); m != nil && m[0] > 0 && p.looksSigned(text[:m[0]]) {
			p.cutAt(i, m[0])
		} else if m := dateAtEnd.FindStringIndex(text); m != nil && p.signedBefore(text[:m[0]]) > 0 {
			p.cutAt(i, p.signedBefore(text[:m[0]]), m[0]) // 「…任务清单某县人民政府2031年3月1日」
		} else if m := dateBeforeAnnex.FindStringSubmatchIndex(text); m != nil {
			if name := p.signedBefore(text[:m[2]]); name >= 0 {
				p.cutAt(i, name, m[2], m[4], m[6])
			}
		}
	}
}

// cutAt divides block i before the byte offsets at of its text, which are in order; -1 is none.
func (p *parser) cutAt(i int, at ...int) {
	start := p.blocks[i].Start
	for k := len(at) - 1; k >= 0; k-- {
		if at[k] > 0 {
			p.blocks = split(p.file, p.blocks, i, start+at[k])
		}
	}
}

// signedBefore returns where the name of the body begins that issues the paper by its title, if text ends in
// it, or -1.
func (p *parser) signedBefore(text string) int {
	text = strings.TrimRightFunc(text, source.IsSpace)
	name := TitleIssuer(p.file.Squeezed(p.doc.Title))
	if name == "" || !strings.HasSuffix(text, name) {
		return -1
	}
	return len(text) - len(name)
}

// looksSigned reports whether a line before its date is nothing but a signing body, or a person with a post.
func (p *parser) looksSigned(text string) bool {
	text = strings.TrimSpace(text)
	if personSigns(source.Squeeze(text)) {
		return true
	}
	return isBodyName(text) && utf8.RuneCountInString(text) <= longestSigner
}

// carriesOut are words before the body whose paper a title carries out: 「甲市贯彻落实国务院关于…的方案」.
var carriesOut = words.Of("carrying-out-verbs")

// titleIssuer is the body at the start of a title: 河南省人民政府关于…, 国务院办公厅关于….
var titleIssuer = words.Pattern(`^((?:中共中央、?)?国务院|中共中央|` + placedGovernment + `|(?:\p{Han}|[（）、])+?(?:总署|{{title-issuers}})){{title-openers}}`)

// issuerCarriesOut is the body at the start of a title that carries out the paper of another: 甲省人民政府贯彻国务院关于….
var issuerCarriesOut = words.Pattern(`^(\p{Han}{1,12}?{{region-ends}}\p{Han}{0,12}?{{title-issuers}}){{carrying-out-verbs}}`)

// placedGovernment is a government that a title calls short, with its place: 甲省政府. One that names no place says not whose it is.
const placedGovernment = `\p{Han}{2,7}?{{region-ends}}政府`

// TitleIssuer returns the body at the start of a title without white space, or "".
func TitleIssuer(title string) string {
	m := titleIssuer.FindStringSubmatch(title)
	if m == nil || words.In(m[1], carriesOut) {
		m = issuerCarriesOut.FindStringSubmatch(title)
	}
	if m == nil {
		return ""
	}
	return m[1]
}

var (
	// goesOn ends a line whose name goes on in the next: 「…新型冠状病毒感染的」.
	goesOn = words.Pattern(`{{name-joints}}$`)
	// joined begins a line with which a name goes on: 「的肺炎疫情防控工作领导小组」.
	joined = words.Pattern(`^{{name-joints}}`)
	// wholeName begins a name that says whose body it is.
	wholeName = words.Pattern(`^(?:中共|中国|中华|{{national-starts}}|{{levels}}|\p{Han}{1,8}?{{region-ends}})`)
)

// longestNameLine is how many characters a line has at most that holds a part of a name.
const longestNameLine = 40

// nameBegins reports whether the name of a body that block i ends begins in the line before: it goes on there, or
// block i names no place and the line before does, where the body that the title names also begins.
func (p *parser) nameBegins(i int) bool {
	j := i - 1
	if !p.free(j) || p.marked(j) || p.isSigner(j) {
		return false
	}
	before := p.file.Squeezed(p.blocks[j].Span)
	if !signer.MatchString(before) || utf8.RuneCountInString(before) > longestNameLine {
		return false
	}
	name := p.file.Squeezed(p.blocks[i].Span)
	if goesOn.MatchString(before) || joined.MatchString(name) {
		return true
	}
	if wholeName.MatchString(name) || !wholeName.MatchString(before) {
		return false
	}
	head := []rune(p.file.Squeezed(p.doc.Title))
	const place = 3 // characters by which a place is known
	short := utf8.RuneCountInString(before+name) <= shortName && officeTail.MatchString(name)
	short = short || placeFirst.MatchString(before) && utf8.RuneCountInString(name) <= shortTail
	return short || nameTail.MatchString(name) || len(head) > place && strings.HasPrefix(before, string(head[:place]))
}

// shortName is how many characters a name has at most that may stand on two lines though nothing else in the paper holds it.
const shortName = 24

// placeFirst is a line of few characters that begins with a place and names no body yet, as that of a name over two lines: 「甲县文化广电」.
var placeFirst = words.Pattern(`^[^各全本我该]\p{Han}{0,4}?{{region-ends}}\p{Han}{2,8}$`)

// shortTail is how many characters the second line of such a name has at most.
const shortTail = 12

// officeTail is the end of a name that no body has alone: 「事务管理局」, 「和社会保障局」.
var officeTail = words.Pattern(`^(?:{{name-joints}}|{{office-tails}})\p{Han}{0,8}$`)

// nameTail is the end of a name that says what kind of office it is, and not whose: 领导小组办公室, 防控工作指挥部.
var nameTail = words.Pattern(`^\p{Han}{0,14}?{{standing-bodies}}`)
