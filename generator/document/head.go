package document

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// number is a 文号 at the start of a text: 「豫政 〔2015〕42号」, 「（皖政办秘〔2021〕82号）」, 「许政[2020]20号」.
// An order has a number of another form: 「市人民政府令第129号」, 「国家税务总局公告2023年第5号」.
var number = pattern.MustCompile(`^[（(]?(` + words.DocNumber(`\p{Han}{2,12}`) + `|` + words.Order + `|` + words.OddNumber + `)[）)]?`)

var (
	// oldNumberAtEnd is one whose year stands first, glued to the end of a title: 「…的通知(94)财税字第002号」.
	oldNumberAtEnd = pattern.MustCompile(`[（(]?` + words.OldNumber + `[）)]?$`)
	// bareNumber is one without code on a line of its own: 「〔2019〕第4号」.
	bareNumber = pattern.MustCompile(`^` + words.BareNumber + `$`)
)

// numberInBrackets is a 文号 in brackets behind a title: 「…重点工作任务（华政发〔2021〕2号）」.
var numberInBrackets = pattern.MustCompile(`[（(]` + words.SquareNumber(`\p{Han}{2,12}`) + `[）)]$`)

// origin is what a data base sets before the recipients: 「来源：法律工作部各省、自治区、直辖市总工会…」.
var origin = pattern.MustCompile(`^来源[：:]\s*\p{Han}{2,14}?(各)`)

// titleTag is what a site sets before a title: 「【规范性文件】长沙市人民政府办公厅关于…」.
var titleTag = pattern.MustCompile(`^【\p{Han}{2,10}】`)

// headingMark is what Markdown sets before it, where the file calls itself plain text.
var headingMark = pattern.MustCompile(`^#{1,4}\s+`)

// numberAtEnd is a 文号 glued to the end of a title: 「…的实施意见国办发〔2020〕24号」.
var numberAtEnd = pattern.MustCompile(words.SquareNumber(`\p{Han}{1,9}[发函字政办规令秘告通]`) + `$`)

// titleEnd is the end of a title: a kind, then at most remarks in brackets: 「…行动计划（2021-2023年）（试行）」.
var titleEnd = words.Pattern(`(?:^中华人民共和国\p{Han}{2,30}法|{{paper-kinds}}|{{title-kinds}})[》”]?(?:[（(][^（）()]{1,24}[）)]|[〔【\[][^〔〕【】\[\]]{1,24}[〕】\]]){0,3}$`)

// recipients is a line that names who the document goes to, up to its colon.
var recipients = words.Pattern(`^[^。！？；《]{2,240}?{{recipient-ends}}(?:[（(][^（）()]{1,30}[）)])?[：:]`)

// head finds title, number and recipients among the blocks before the outline, and cuts them
// apart where a scrape glued them together, as in
// 「豫政 〔2015〕42号各市、县人民政府,省人民政府各部门:」.
func (p *parser) head() {
	p.splitHead()
	end := p.firstMark(0)
	end = p.orderInLines(end)
	p.redHead(end)
	for i := 0; i < end && i < len(p.blocks); i++ {
		if !p.free(i) {
			continue
		}
		text := p.text(i)
		switch {
		case p.doc.Number.Empty() && p.doc.Recipients.Empty() && isNumber(text):
			p.blocks[i].Kind = DocNumber
			p.doc.Number = p.blocks[i].Span
			if m := number.FindStringSubmatchIndex(text); m != nil {
				p.doc.Number = source.Span{Start: p.blocks[i].Start + m[2], End: p.blocks[i].Start + m[3]}
			} else {
				p.doc.Number = p.within(p.blocks[i].Span)
			}
		case p.doc.Number.Empty() && p.doc.Recipients.Empty() && p.bareBelow(i):
			p.blocks[i].Kind = DocNumber
			p.doc.Number = p.blocks[i].Span
		case p.doc.Recipients.Empty() && recipients.FindString(text) == text && addresses(text) && !(i+1 < len(p.blocks) && telephone.MatchString(p.text(i+1)) && !p.marked(i+1)):
			p.blocks[i].Kind = Recipients
			s := p.blocks[i].Span
			s.End -= lastRuneLen(text)
			p.doc.Recipients = s
		}
	}
	p.title()
	p.speaker()
	p.adoption(end)
	p.footnote()
}

// bareBelow reports whether block i is a number without code below the title of a public notice.
func (p *parser) bareBelow(i int) bool {
	return bareNumber.MatchString(p.text(i)) && p.free(i-1) && orderEnd.MatchString(p.file.Squeezed(p.blocks[i-1].Span))
}

// isNumber reports whether text is nothing but a 文号, and not the title of a public notice with its number. Its digits may be set apart:
// 「甲府发〔2031〕 1 2 号」.
func isNumber(text string) bool {
	if len(text) > longestNumber || strings.Contains(text, "关于") {
		return false
	}
	squeezed := source.Squeeze(text)
	return number.FindString(text) == text || apartNumber.FindString(squeezed) == squeezed && !urgencyFirst.MatchString(text)
}

// apartNumber is a 文号 without white space that has a code, longestNumber how many bytes a line has at most that is one.
var apartNumber = pattern.MustCompile(`^(?:[（(]?` + words.SquareNumber(`\p{Han}{2,12}`) + `[）)]?|[（(]` + words.Order + `[）)])$`)

const longestNumber = 300

// urgencyFirst is what may stand before a number in its line.
var urgencyFirst = words.Pattern(`^{{head-words}}[\s\x{3000}]`)

// splitHead cuts a number off a title before it or recipients after it, and recipients off the
// text that follows their colon.
func (p *parser) splitHead() {
	for i, seen := 0, 0; i < len(p.blocks) && seen < splitLines; i++ {
		if !p.free(i) {
			continue
		}
		seen++
		text := p.text(i)
		start := p.blocks[i].Start
		if p.titleMark(i) {
			continue
		}
		n, reason := addedBefore(text)
		if n == 0 && p.firstFree(i) {
			n, reason = listed(text)
		}
		if n > 0 {
			p.blocks = split(p.file, p.blocks, i, start+n)
			p.blocks[i].Kind, p.blocks[i].Reason = Noise, reason
			if title := strings.TrimRight(text, bullets); len(title) < len(text) {
				p.blocks = split(p.file, p.blocks, i+1, start+len(title))
				p.blocks[i+2].Kind, p.blocks[i+2].Reason = Noise, reason
			}
			continue
		}
		if at := headParts(text); at != nil {
			p.cutAt(i, at...)
			continue
		}
		if at := titleBeforeAttached(text); at > 0 {
			p.cutAt(i, at)
			p.blocks[i+1].Kind = Note
			continue
		}
		if at := p.headCut(text); at > 0 {
			p.blocks = split(p.file, p.blocks, i, start+at)
			continue
		}
		if p.marked(i) {
			return
		}
	}
}

// splitLines is how many lines that no page added are looked at for it.
const splitLines = 12

// addedBefore returns the length of what a site or a data base set before the title or the recipients, and what it is.
func addedBefore(text string) (n int, reason string) {
	if n := len(titleTag.FindString(text)); n > 0 && n < len(text) && titleEnd.MatchString(text) {
		return n, "网站所加的类别"
	}
	if n := len(headingMark.FindString(text)); n > 0 && endsTitle(source.Squeeze(text[n:])) {
		return n, "采集程序所加的说明"
	}
	if m := origin.FindStringSubmatchIndex(text); m != nil && recipients.MatchString(text[m[2]:]) {
		return m[2], "数据库所加的来源"
	}
	return 0, ""
}

// firstFree reports whether no block before i is a line with which a paper may begin.
func (p *parser) firstFree(i int) bool {
	for i--; i >= 0; i-- {
		if p.free(i) && opensTitle(p.file.Squeezed(p.blocks[i].Span)) {
			return false
		}
	}
	return true
}

// listMark is the number or bullet that a list of papers sets before a title: 「1.甲市人民政府关于…的通知」.
var listMark = pattern.MustCompile(`^(?:[0-9０-９]{1,3}\s*[.．、）)]|[（(][0-9]{1,3}[）)]|[` + bullets + `])+[\s\x{3000}]*`)

// bullets are what pages set before a title, and behind it.
const bullets = "•·●★☆▲◆■※*"

// listed returns the length of such a mark before the title with which a text begins.
func listed(text string) (n int, reason string) {
	n = len(listMark.FindString(text))
	if title := strings.TrimRight(source.Squeeze(text[n:]), bullets); n == 0 || !endsTitle(title) || !framed.MatchString(title) && !wholeName.MatchString(title) {
		return 0, ""
	}
	return n, "网站列表的序号"
}

// headCut returns where the first part of a head ends in a line that holds several, or 0.
func (p *parser) headCut(text string) int {
	if m := numberInBrackets.FindStringIndex(text); m != nil && m[0] > 0 && titleEnd.MatchString(strings.TrimSpace(text[:m[0]])) {
		return m[0]
	}
	if m := numberAtEnd.FindStringSubmatchIndex(text); m != nil && m[0] > 0 && !strings.Contains(text, "。") {
		if at := titleLength(text, m[2]); at > 0 {
			return at
		}
	}
	if m := oldNumberAtEnd.FindStringIndex(text); m != nil && m[0] > 0 && titleEnd.MatchString(strings.TrimSpace(text[:m[0]])) {
		return m[0]
	}
	for _, form := range beforeNumber {
		if m := form.FindStringSubmatchIndex(text); m != nil {
			return m[2]
		}
	}
	for _, cut := range []func(string) int{titleBeforeChapter, titleBeforeHistory, historyBeforeText, titleBeforePlan, numberBetween, titleBeforeRecipients} {
		if at := cut(text); at > 0 {
			return at
		}
	}
	if n := len(number.FindString(text)); n > 0 && n < len(text) {
		if rest := strings.TrimSpace(text[n:]); opensHead(rest) || signedOff.MatchString(rest) || ofClass.MatchString(rest) || headWord.MatchString(rest) {
			return n
		}
	}
	if n := len(recipients.FindString(text)); n > 0 && n < len(text) && addresses(text[:n]) && !telephone.MatchString(text[n:]) {
		return n
	}
	return 0
}

// telephone begins what stands behind the name of an office on a page: 「培训部：0551-6465280」.
var telephone = pattern.MustCompile(`^\s*[（(]?[0-9０-９]{3,}`)

// beforeNumber are what may stand before a number in one line, which is then the first group: who signed, the red head, the urgency, a date.
var beforeNumber = []*pattern.Regexp{
	signedBeforeNumber,
	pattern.MustCompile(`^(?:\p{Han}|[（）、]){2,60}文件[\s\x{3000}]*(` + words.SquareNumber(`\p{Han}{2,12}`) + `)$`),
	words.Pattern(`^{{head-words}}[\s\x{3000}]+(` + words.SquareNumber(`\p{Han}{2,12}`) + `)$`),
	pattern.MustCompile(`^等级[：:][^。]{1,40}?[\s\x{3000}]+(` + words.SquareNumber(`\p{Han}{2,12}`) + `)$`), // of a telegram
	pattern.MustCompile(`^` + dateForm + `[\s\x{3000}]+(` + words.SquareNumber(`\p{Han}{2,12}`) + `)$`),
}

// kindWord is a word that a title may end in. The kinds come first: 任务表 ends behind 任务.
var kindWord = words.Pattern(`{{paper-kinds}}|{{title-kinds}}`)

// opensHead reports whether text goes on as a head does after a number.
func opensHead(text string) bool {
	text = strings.TrimSpace(text)
	return recipients.MatchString(text) || eachBody.MatchString(text) || titleEnd.MatchString(text) || dateLine.MatchString(text) || plainDate.MatchString(text) || remark.MatchString(text) || makesPublic.MatchString(text)
}

// addresses reports whether a line that ends in a colon names recipients and does not
// introduce something: 「各市、县人民政府：」, not 「现将有关事项通知如下：」.
func addresses(text string) bool {
	return !words.In(text, noRecipients) && words.In(text, recipientWords)
}

var (
	noRecipients   = words.Of("no-recipients")
	recipientWords = words.Of("addressee-words")
)

func lastRuneLen(s string) int {
	r := []rune(s)
	return len(string(r[len(r)-1]))
}
