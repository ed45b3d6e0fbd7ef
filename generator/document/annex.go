package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/numeral"
	"zhengce/generator/pattern"
	"zhengce/generator/words"
)

// annexNumber is the number behind 附件, in brackets of any kind or none; the 20 of 「附件2030年任务」 is none.
const annexNumber = `(?:[0-9０-９]{1,2}(?:[-－—][0-9０-９]{1,2})?|[一二三四五六七八九十]{1,3})`

var (
	// annexMark is 「附件」, 「附件1」, 「（附件一）」, 「附件：」 or 「附：」 on a line of its own.
	annexMark = pattern.MustCompile(`^[（(【]?附\s*(件|表|录)?\s*(` + annexNumber + `)?\s*[）)】]?\s*[：:]?$`)
	// annexNote is the list of annexes at the end of the text: 「附件:重点工作部门分工」.
	annexNote = pattern.MustCompile(`^附\s*(?:件|表|录)?\s*(?:[0-9０-９]{1,2})?\s*[：:]\s*\S`)
	// annexHead is an annex's mark with its title in one line: 「附件1　2030年民生实事」, 「附件：2030年民生实事」.
	annexHead = pattern.MustCompile(`^附\s*(?:件|表|录)\s*(?:(` + annexNumber + `)\s*[：:\s\x{3000}]|[：:\s\x{3000}])\s*(\S)`)
)

// annexes finds where annexes begin, their titles, and the note that announces them.
func (p *parser) annexes() {
	last := p.lastMarks()
	open := 0 // number of the annex that is open
	for i := 0; i < len(p.blocks); i++ {
		if !p.free(i) {
			continue
		}
		text := p.text(i)
		switch {
		case annexMark.MatchString(text) && p.announces(i):
			p.annexList(i)
		case annexMark.MatchString(text):
			p.blocks[i].Kind = AnnexMark
			open = annexCount(text)
			p.annexTitle(i + 1)
		case p.explains(i):
			p.explanations(i)
		case p.headsAnnex(i, open, last):
			open = annexCount(text)
			title := annexHead.FindStringSubmatchIndex(text)[4]
			p.blocks = split(p.file, p.blocks, i, p.blocks[i].Start+title)
			p.blocks[i].Kind, p.blocks[i+1].Kind = AnnexMark, AnnexTitle
		case annexNote.MatchString(text) && len(text) < 400 && !strings.Contains(text, "。"):
			p.blocks[i].Kind = AnnexNote
			p.annexNotes(i + 1)
		}
	}
}

// explaining is a line above a list that explains words.
var explaining = words.Pattern(`^[（(【]?(?:附[：:])?{{explaining-titles}}[）)】]?[：:]?$`)

// explains reports whether block i stands above such a list.
func (p *parser) explains(i int) bool {
	if i+1 >= len(p.blocks) || !explaining.MatchString(p.file.Squeezed(p.blocks[i].Span)) {
		return false
	}
	first, n := p.mark(p.text(i + 1))
	return n > 0 && first.N == 1
}

// explanations marks such a list, which is none of the outline: its numbers, and what stands between them.
func (p *parser) explanations(i int) {
	p.blocks[i].Kind = Note
	style := numeral.None
	for i++; p.free(i) && !annexMark.MatchString(p.text(i)); i++ {
		m, n := p.mark(p.text(i))
		if style == numeral.None {
			style = m.Style
		}
		if n > 0 && m.Style != style && rank[m.Style] < rank[style] {
			return
		}
		p.blocks[i].Kind = Note
	}
}

// longestName is how many characters the name of an annex has at most.
const longestName = 60

// announces reports whether 附件 at block i only brings in a list of annexes: names, and behind them a signature, its date
// or the mark of an annex.
func (p *parser) announces(i int) bool {
	if !strings.HasSuffix(p.text(i), "：") && !strings.HasSuffix(p.text(i), ":") {
		return false
	}
	for i++; i < len(p.blocks); i++ {
		switch p.blocks[i].Kind {
		case Signature, Date:
			return true
		case Paragraph:
		default:
			return false
		}
		text := p.text(i)
		if annexMark.MatchString(text) {
			return true
		}
		if utf8.RuneCountInString(text) > longestName || strings.ContainsAny(text, "。；") {
			return false
		}
	}
	return false
}

// annexList marks such a list.
func (p *parser) annexList(i int) {
	for p.blocks[i].Kind = AnnexNote; p.free(i+1) && !annexMark.MatchString(p.text(i+1)); i++ {
		p.blocks[i+1].Kind = AnnexNote
	}
}

// lastMarks returns where each number of an annex is marked last on a line of its own, and under "" any.
func (p *parser) lastMarks() map[string]int {
	last := map[string]int{}
	for _, b := range p.blocks {
		if m := annexMark.FindStringSubmatch(p.file.Slice(b.Span)); m != nil && b.Kind == Paragraph {
			last[m[2]], last[""] = b.Start, b.Start
		}
	}
	return last
}

// annexCount returns the number of the annex that a line begins with, or 0.
func annexCount(text string) int {
	number := ""
	if m := annexMark.FindStringSubmatch(text); m != nil {
		number = m[2]
	} else if m := annexHead.FindStringSubmatch(text); m != nil {
		number = m[1]
	}
	n, _ := numeral.Parse(number)
	return n
}

// headsAnnex reports whether block i is an annex's mark and title in one line: its number is the next behind that of the
// open annex, or an outline or a table follows, and the paper marks this annex nowhere else.
func (p *parser) headsAnnex(i, open int, last map[string]int) bool {
	text := p.text(i)
	m := annexHead.FindStringSubmatchIndex(text)
	if m == nil || utf8.RuneCountInString(text) > longestName || strings.ContainsAny(text[m[4]:], "。；：:") {
		return false
	}
	if _, n := p.mark(text[m[4]:]); n > 0 {
		return false // the first of a list
	}
	if n := annexCount(text); open > 0 && n == open+1 {
		return true
	}
	if i+1 >= len(p.blocks) || last[annexHead.FindStringSubmatch(text)[1]] > p.blocks[i].Start {
		return false
	}
	if p.blocks[i+1].Kind == TableBlock {
		return true
	}
	first, n := p.mark(p.text(i + 1))
	return p.free(i+1) && n > 0 && first.N == 1
}

// annexNotes marks the further lines of a list of annexes: 「2.关于…的任务分工表」 below 「附件：1.…」.
func (p *parser) annexNotes(i int) {
	for n := 2; p.free(i); i, n = i+1, n+1 {
		mark, length := p.mark(p.text(i))
		if length == 0 || mark.Style != numeral.Dot || mark.N != n || strings.Contains(p.text(i), "。") {
			return
		}
		p.blocks[i].Kind = AnnexNote
	}
}

// annexTitle marks the short lines after 附件 up to the table or text as the annex's title.
func (p *parser) annexTitle(i int) {
	for n := 0; n < 3 && p.free(i); i, n = i+1, n+1 {
		line := p.file.Squeezed(p.blocks[i].Span)
		if p.marked(i) || len(line) > 180 || strings.ContainsAny(line, "。；，：") || serial.MatchString(line) {
			return
		}
		p.blocks[i].Kind = AnnexTitle
		if titleEnd.MatchString(line) || strings.HasSuffix(line, "表") {
			return
		}
	}
}

// annexLabel returns what the annex that block i marks is called: 附件, 附件1, 附表1.
func (p *parser) annexLabel(i int) string {
	m := annexMark.FindStringSubmatch(p.text(i))
	if m[1] == "" {
		m[1] = "件"
	}
	label := "附" + m[1] + annexNo(m[2])
	switch a := p.doc.Annex; {
	case a == nil:
		return label
	case a.Number != "" && i == p.firstOwn():
		return a.Label() // whatever the first mark in a file with a number says
	default:
		return a.Inside(label)
	}
}

// annexAt returns a body for the annex that block i marks.
func (p *parser) annexAt(i int) *Body {
	b := &Body{Annex: true, Label: p.annexLabel(i)}
	for i++; i < len(p.blocks) && p.blocks[i].Kind == AnnexTitle; i++ {
		if b.Title.Empty() {
			b.Title = p.blocks[i].Span
		}
		b.Title.End = p.blocks[i].End
	}
	title := p.file.Squeezed(b.Title)
	b.lists(title)
	return b
}

// annexNo writes the number of an annex in Arabic digits: 附件一 is 附件1.
func annexNo(s string) string {
	if n, ok := numeral.Parse(s); ok && n > 0 {
		return numeral.Mark{Style: numeral.Dot, N: n}.String()
	}
	return s
}

var (
	// listTitle is the title of a list that orders nothing: of praised practices, cases, honours, members.
	listTitle = words.Pattern(`{{list-titles}}(?:{{collection-words}})?(?:第\p{Han}{1,3}批|[（(][^（）()]*[）)])*$`)
	// formTitle is that of what is to be filled in, or explains words.
	formTitle = words.Pattern(`{{form-titles}}(?:[（(][^（）()]*[）)])*$|[（(]{{form-titles}}[）)]$`)
)

// listsOnly reports whether a title is that of such a list and does not deal out tasks.
func listsOnly(title string) bool {
	return listTitle.MatchString(title) && !words.In(title, assigning)
}

var assigning = words.Of("assigning-words")

// addressWords are the words of addresses for those of labels.
var addressWords = strings.NewReplacer("附件·", "annexx", "附件", "annex-", "附表", "table-", "附录", "appendix-", "·", "x", "/", "-", "-", "_")

// LabelAddress returns the label of a body or of an annex as it stands in addresses: "a", "annex", "annex-1",
// "annex-1x2" of 附件1·2, "annex-1_2" of 附件1-2.
func LabelAddress(label string) string {
	return strings.TrimSuffix(strings.ToLower(strings.ReplaceAll(addressWords.Replace(label), "--", "-")), "-")
}
