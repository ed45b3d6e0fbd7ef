package document

import (
	"regexp"
	"strings"

	"zhengce/generator/numeral"
)

var (
	// annexMark is 「附件」, 「附件1」, 「附件：」 or 「附：」 on a line of its own.
	annexMark = regexp.MustCompile(`^附\s*(?:件|表|录)?\s*(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})?\s*[：:]?$`)
	// annexNote is the list of annexes at the end of the text: 「附件:重点工作部门分工」.
	annexNote = regexp.MustCompile(`^附\s*(?:件|表|录)?\s*(?:[0-9０-９]{1,2})?\s*[：:]\s*\S`)
)

// annexes finds where annexes begin, their titles, and the note that announces them.
func (p *parser) annexes() {
	for i := range p.blocks {
		if !p.free(i) {
			continue
		}
		text := p.text(i)
		switch {
		case annexMark.MatchString(text):
			p.blocks[i].Kind = AnnexMark
			p.annexTitle(i + 1)
		case annexNote.MatchString(text) && len(text) < 400 && !strings.Contains(text, "。"):
			p.blocks[i].Kind = AnnexNote
			p.annexList(i + 1)
		}
	}
}

// annexList marks the further lines of a list of annexes: 「2.关于…的任务分工表」 below 「附件：1.…」.
func (p *parser) annexList(i int) {
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
