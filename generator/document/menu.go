package document

import (
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// How many lines the menu of a site has at most above the title, and how many of them begin a list anew at least.
const (
	menuLines = 60
	menuLists = 3
	menuWidth = 90 // bytes of a line
)

// menu marks the lists of a site's parts above a title, which are numbered like the outline of a paper: 「1. 目录⏎2. 旗人民政府⏎1. 规划」.
func (p *parser) menu() {
	lists := 0
	for i := range p.blocks[:min(menuLines, len(p.blocks))] {
		line := p.file.Squeezed(p.blocks[i].Span)
		if p.free(i) && !p.marked(i) && framed.MatchString(line) && wholeTitle(line) && endsTitle(line) {
			for _, b := range p.blocks[:i] {
				if lists >= menuLists && b.Kind == Paragraph {
					b.Kind, b.Reason = Noise, "网页的栏目"
				}
			}
			return
		}
		if len(line) > menuWidth || strings.ContainsAny(line, "。；，：") {
			return
		}
		if m, n := numeral.ReadMark(source.Squeeze(line)); n > 0 && m.N == 1 {
			lists++
		}
	}
}
