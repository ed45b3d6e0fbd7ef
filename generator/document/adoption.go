package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// adoptionLines is how many lines below a title are looked at for what follows.
const adoptionLines = 8

var (
	// adopted is a line below the title of a statute that tells when it was passed, made public or amended:
	// 「2005年3月31日某市人大常委会第十三次会议通过」, 「（2021年7月27日国务院令第999号公布）」. It may go on in
	// the next line, and so may a bracket end.
	adopted = words.Pattern(`^[（(〔【]?(?:根据)?` + dateForm + `.{2,}{{history-verbs}}|^[（(〔【]?(?:\p{Han}|[0-9]){6,60}于` + dateForm + `\p{Han}{0,4}{{history-verbs}}`)
	// nextAdopted goes on behind it.
	nextAdopted = words.Pattern(`^(?:自|根据|{{history-verbs}}).{2,}(?:{{history-verbs}})[）)]?$`)
	yearFirst   = pattern.MustCompile(`^[（(]?` + dateForm)
	// issuedOn is what a bracket below a title holds that gives number and day alone: 「（国发〔2031〕5号 2031年3月1日）」.
	issuedOn = pattern.MustCompile(`^(?:` + words.DocNumber(`\p{Han}{2,12}`) + `[，,]?` + dateForm + `|` + dateForm + `[，,]?(?:` + words.DocNumber(`\p{Han}{2,12}`) + `|` + words.Order + `))$`)
)

// adoption marks the lines below the title of a statute that tell of its history.
func (p *parser) adoption(end int) {
	i := 0
	for i < len(p.blocks) && p.blocks[i].Kind != Title {
		i++
	}
	for i < len(p.blocks) && (p.blocks[i].Kind == Title || p.blocks[i].Kind == Noise || p.blocks[i].Kind == DocNumber || p.blocks[i].Kind == Note) {
		i++
	}
	for last := min(i+adoptionLines, end, len(p.blocks)); i < last; {
		n := p.adoptedLines(i, last)
		if n == 0 && p.givenOut(i) {
			i++
			continue
		}
		if n == 0 {
			return
		}
		for ; n > 0; n, i = n-1, i+1 {
			p.blocks[i].Kind = Note
			p.doc.Adopted = append(p.doc.Adopted, p.blocks[i].Span)
		}
	}
}

// adoptedLines returns how many blocks from i on, before last, tell together of a history: one, or as many as it takes to close a bracket or
// to come to its verb, 「2005年3月31日某市第十届人民代表大会⏎常务委员会第十三次会议通过」. It is 0 where they tell of none.
func (p *parser) adoptedLines(i, last int) int {
	text := ""
	for n := 1; i+n <= last && p.free(i+n-1); n++ {
		text += p.file.Squeezed(p.blocks[i+n-1].Span)
		inside, open := bracketed(text)
		switch {
		case open:
			continue
		case inside == "" && strings.Contains(text, "。"):
			return 0
		case adopted.MatchString(text) || issuedOn.MatchString(inside) || len(p.doc.Adopted) > 0 && nextAdopted.MatchString(text):
			return n
		case n > 1 || !yearFirst.MatchString(text) || dateLine.MatchString(text):
			return 0
		}
	}
	return 0
}

// dateAndBody is a line below a title that gives day and body alone, in either order: 「1999年7月13日，国家海洋局」, 「（建设部　一九九九年二月三日）」.
var dateAndBody = pattern.MustCompile(`^[（(]?(?:` + dateForm + `[，,]?(\p{Han}{2,30})|(\p{Han}{2,30}?)[，,]?` + dateForm + `)[）)]?$`)

// givesOut reports whether a line without white space is one.
func givesOut(line string) bool {
	m := dateAndBody.FindStringSubmatch(line)
	return m != nil && isBodyName(m[1]+m[2])
}

// givenOut reports whether block i is one, and takes day and body from it.
func (p *parser) givenOut(i int) bool {
	b := p.blocks[i]
	if !p.free(i) || !givesOut(p.file.Squeezed(b.Span)) {
		return false
	}
	b.Kind = Note
	m := DateForm.FindStringIndex(p.text(i))
	p.doc.Dated = source.Span{Start: b.Start + m[0], End: b.Start + m[1]}
	for _, s := range []source.Span{{Start: b.Start, End: p.doc.Dated.Start}, {Start: p.doc.Dated.End, End: b.End}} {
		text := p.file.Slice(s)
		s.Start += len(text) - len(strings.TrimLeft(text, besideBody))
		s.End -= len(text) - len(strings.TrimRight(text, besideBody))
		if s.Start < s.End {
			p.addOffices(s)
		}
	}
	return true
}

// besideBody stands between the body and its day in such a line, and around both.
const besideBody = "（()），, \t　"

// bracketed returns what a bracket that holds the whole text has in it, and whether it is still open.
func bracketed(text string) (inside string, open bool) {
	r, n := utf8.DecodeRuneInString(text)
	closing, ok := map[rune]string{'（': "）", '(': ")", '〔': "〕", '【': "】"}[r]
	if !ok {
		return "", false
	}
	if strings.Count(text, string(r)) > strings.Count(text, closing) {
		return "", true
	}
	if rest, ok := strings.CutSuffix(text, closing); ok {
		return rest[n:], false
	}
	return "", false
}
