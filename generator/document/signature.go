package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// dateForm is a date of signing: 「2015年7月20日」, 「二○一一年七月二十二日」.
const dateForm = `(?:` + dateYear + `)` + dateBlank + `年` + dateBlank + `(?:` + dateCount + `)` + dateBlank + `月` + dateBlank + `(?:` + dateCount + `)` + dateBlank + `日`

const (
	dateYear  = `[12１２][0-9０-９]{3}|[一二][一二三四五六七八九〇○◯零OＯОΟo0]{3}` // scrapes write many things for 〇
	dateCount = `[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}`
	dateBlank = `[\s\x{3000}]*`
)

var (
	// DateForm is a date of signing within a text.
	DateForm  = pattern.MustCompile(dateForm)
	dateLine  = pattern.MustCompile(`^[（(]?(` + dateForm + `)[）)]?(?:。|[?？]+|[\[［〔【][0-9]{1,2}[\]］〕】])?$`) // a mark of a footnote may stand behind it
	dateNote  = pattern.MustCompile(`^` + dateForm + `\s*([（(][^（）()]{2,20}[）)])$`)
	dateAtEnd = pattern.MustCompile(dateForm + `$`)
	note      = words.Pattern(`^(?:[（(]\p{Han}{2,30}代章[）)]|[（(][^（）()]{0,12}{{note-words-below}}[^（）()]{0,20}[）)]|抄送[：:].*|.{2,30}{{printing-offices}}\s*` + dateForm + `印发)$`)
	signer    = pattern.MustCompile(`^(?:\p{Han}|[（）()、“”‘’·\s]){2,90}$`)
	orgEnd    = words.Pattern(`{{signer-ends}}$`)
)

// ReadDate returns a date of signing as YYYY-MM-DD, or "" where text holds none. Its characters may be set apart: 「2022 年 6 月 1 0 日」.
func ReadDate(text string) string {
	m := dateParts.FindStringSubmatch(text)
	if squeezed := source.Squeeze(text); m == nil && dateLine.MatchString(squeezed) {
		m = dateParts.FindStringSubmatch(squeezed)
	} else if m == nil {
		m = plainDate.FindStringSubmatch(squeezed)
	}
	if m == nil {
		return ""
	}
	y, ok1 := numeral.Parse(m[1])
	mo, ok2 := numeral.Parse(m[2])
	d, ok3 := numeral.Parse(m[3])
	if !ok1 || !ok2 || !ok3 || y < 1900 || y > 2999 || mo < 1 || mo > 12 || d < 1 || d > 31 {
		return ""
	}
	return pad(y, 4) + "-" + pad(mo, 2) + "-" + pad(d, 2)
}

var dateParts = pattern.MustCompile(`(` + dateYear + `)` + dateBlank + `年` + dateBlank + `(` + dateCount + `)` + dateBlank + `月` + dateBlank + `(` + dateCount + `)` + dateBlank + `日`)

// plainDate is a date of signing in figures alone: 「2031.3.5」, which stands on a line of its own.
var plainDate = pattern.MustCompile(`^([12][0-9]{3})[.．/／-]([0-9]{1,2})[.．/／-]([0-9]{1,2})[.．]?$`)

func pad(n, width int) string {
	s := ""
	for ; n > 0 || s == ""; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	return strings.Repeat("0", max(0, width-len(s))) + s
}

// signatures finds the signing bodies and the date of signing: a date on a line of its own and
// the short lines with names of bodies before it. They stand at the end of the document or,
// in a notice, before the paper that it carries; the first date with a signer counts.
func (p *parser) signatures() {
	p.splitSignature()
	for i := range p.blocks {
		if !p.free(i) {
			continue
		}
		text := p.text(i)
		switch {
		case note.MatchString(strings.TrimSpace(text)):
			p.blocks[i].Kind = Note
		case p.isDate(i):
			p.blocks[i].Kind = Date
			first, end := p.signers(i)
			if p.doc.Date.Empty() || (p.doc.Issuer.Empty() && first < end) || p.doc.Date.Start < p.doc.Title.Start && p.belowTitle(i) {
				p.doc.Date = p.blocks[i].Span
				if first < end {
					p.doc.Issuer = source.Span{Start: p.blocks[first].Start, End: p.blocks[end-1].End}
					p.doc.Signers = p.namesOf(first, end)
				}
			}
		}
	}
	if p.doc.Issuer.Empty() {
		p.brokenDate()
	}
	if p.doc.Issuer.Empty() {
		p.undatedSignature()
	}
	if p.doc.Date.Empty() {
		p.sessionDate()
	}
}

// longestDate is how many bytes a line has at most that is nothing but a date, its blanks included.
const longestDate = 200

// isDate reports whether block i is nothing but a date of signing. One in figures alone has a signer or the title above it or ends the text.
func (p *parser) isDate(i int) bool {
	text := p.text(i)
	if len(text) > longestDate || ReadDate(text) == "" {
		return false
	}
	return dateLine.MatchString(p.file.Squeezed(p.blocks[i].Span)) || plainDate.MatchString(p.file.Squeezed(p.blocks[i].Span)) && (p.free(i-1) && p.isSigner(i-1) || p.belowTitle(i) || p.lastFree(i))
}

// lostDate is a line of a date that is not whole: 「年2月22日」, 「6月1日」, 「20××年3月2日」, 「年　月　日」, 「2031828」.
var lostDate = pattern.MustCompile(`^(?:20[0-9]{4,6}|(?:[12][0-9]{0,3}[0-9XxＸ×*○〇]{0,3})?年?(?:` + dateCount + `|[XxＸ×*]{1,2})?月(?:` + dateCount + `|[XxＸ×*]{1,2})?日)$`)

// brokenDate takes the names of bodies above such a date for the signature of a paper that has none with a date.
func (p *parser) brokenDate() {
	for i := range p.blocks {
		if !p.free(i) || len(p.text(i)) > longestDate || !lostDate.MatchString(p.file.Squeezed(p.blocks[i].Span)) || !p.isOffice(i-1) && !p.nameOverLines(i) {
			continue
		}
		first, end := p.signers(i)
		p.blocks[i].Kind = Date
		p.doc.Issuer = source.Span{Start: p.blocks[first].Start, End: p.blocks[end-1].End}
		p.doc.Signers = p.namesOf(first, end)
		return
	}
}

// nameOverLines reports whether the line above block i ends the name of a body that begins in the line before it.
func (p *parser) nameOverLines(i int) bool {
	return p.free(i-1) && p.isSigner(i-1) && p.nameBegins(i-1)
}

// belowTitle reports whether nothing but notes stands between the title and block i.
func (p *parser) belowTitle(i int) bool {
	for i--; i >= 0 && (p.blocks[i].Kind == Note || p.blocks[i].Kind == Noise || p.blocks[i].Kind == DocNumber); i-- {
	}
	return i >= 0 && p.blocks[i].Kind == Title
}

// lastFree reports whether no block behind i is text.
func (p *parser) lastFree(i int) bool {
	for i++; i < len(p.blocks); i++ {
		if p.blocks[i].Kind != Noise && p.blocks[i].Kind != Note {
			return false
		}
	}
	return true
}

// session is the line under the title of a report: 「——2030年1月9日在某县第三届人民代表大会第四次会议上」.
var session = pattern.MustCompile(`^[（(—\-–]*\s*(` + dateForm + `)\s*在[\p{Han}\s]{4,60}(?:会议|大会|全会)上?[）)]?$`)

// sessionDate takes the date of a report from the line that says before whom it was given.
func (p *parser) sessionDate() {
	for i := 0; i < len(p.blocks) && i < 12; i++ {
		text, over := p.text(i), false
		if over = p.free(i) && p.free(i+1) && !session.MatchString(text); over {
			text = p.file.Slice(source.Span{Start: p.blocks[i].Start, End: p.blocks[i+1].End}) // it may stand on two lines
		}
		if m := session.FindStringSubmatchIndex(text); m != nil {
			p.doc.Date = source.Span{Start: p.blocks[i].Start + m[2], End: p.blocks[i].Start + m[3]}
			if over {
				p.blocks[i].Kind = Date
			}
			return
		}
	}
}

// longestSigner is how many characters the names on a line of a signature have at most.
const longestSigner = 60

// signers marks the lines before the date at block i that name signing bodies and returns the
// index of the first, and that behind the last.
func (p *parser) signers(i int) (first, end int) {
	if i > 0 && p.blocks[i-1].Kind == Note {
		i-- // 「（市教育局代章）」
	}
	first = i
	for j := i - 1; j >= 0 && i-j <= titleNames && p.free(j) && p.isSigner(j); j-- {
		first = j
	}
	for first < i && p.nameBegins(first) {
		first--
	}
	for _, b := range p.blocks[first:i] {
		b.Kind = Signature
	}
	return first, i
}

func (p *parser) isSigner(j int) bool {
	text := p.file.Squeezed(p.blocks[j].Span)
	return !p.marked(j) && isBodyName(text) && utf8.RuneCountInString(text) <= longestSigner
}

// undatedSignature takes a last line that names a government for the signature of a document
// that gives no date.
func (p *parser) undatedSignature() {
	i := len(p.blocks) - 1
	for i >= 0 && (p.blocks[i].Kind == Noise || p.blocks[i].Kind == Note) {
		i--
	}
	if i > 0 && p.free(i) && p.isSigner(i) && strings.HasSuffix(p.text(i), "政府") && !strings.Contains(p.text(i), "各") {
		p.blocks[i].Kind = Signature
		p.doc.Issuer = p.blocks[i].Span
		p.doc.Signers = p.namesOf(i, i+1)
	}
}

// namesOf returns the names in the blocks of a signature, from first up to end. A name may be broken over lines.
func (p *parser) namesOf(first, end int) []source.Span {
	var names []source.Span
	for i := first; i < end; i++ {
		s := p.blocks[i].Span
		for i+1 < end && !isBodyName(p.file.Squeezed(p.blocks[i].Span)) {
			i++
			s.End = p.blocks[i].End
		}
		names = append(names, p.namesIn(s)...)
	}
	return names
}
