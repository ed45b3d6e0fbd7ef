package document

import (
	"regexp"
	"strings"

	"zhengce/generator/words"
)

// adoptionLines is how many lines below a title are looked at for what follows.
const adoptionLines = 8

var (
	// adopted is a line below the title of a statute that tells when it was passed, made public or amended:
	// 「2005年3月31日某市人大常委会第十三次会议通过」, 「（2021年7月27日国务院令第999号公布）」. It may go on in
	// the next line, and so may a bracket end.
	adopted = words.Pattern(`^[（(]?(?:根据)?` + dateForm + `.{2,}{{history-verbs}}|^[（(]?(?:\p{Han}|[0-9]){6,60}于` + dateForm + `\p{Han}{0,4}{{history-verbs}}`)
	// nextAdopted goes on behind it.
	nextAdopted = words.Pattern(`^(?:自|根据|{{history-verbs}}).{2,}(?:{{history-verbs}})[）)]?$`)
	yearFirst   = regexp.MustCompile(`^[（(]?` + dateForm)
)

// adoption marks the lines below the title of a statute that tell of its history.
func (p *parser) adoption(end int) {
	i := 0
	for i < len(p.blocks) && p.blocks[i].Kind != Title {
		i++
	}
	for i < len(p.blocks) && p.blocks[i].Kind == Title {
		i++
	}
	open := false
	for last := min(i+adoptionLines, end, len(p.blocks)); i < last; i++ {
		if !p.free(i) {
			continue
		}
		line := p.file.Squeezed(p.blocks[i].Span)
		if strings.Contains(line, "。") || !open && !adopted.MatchString(line) && !nextAdopted.MatchString(line) {
			if !open && yearFirst.MatchString(line) && p.adoptedOver(i, last) {
				open = true
			} else {
				return
			}
		}
		p.blocks[i].Kind = Note
		p.doc.Adopted = append(p.doc.Adopted, p.blocks[i].Span)
		open = open && !adopted.MatchString(line) && !strings.HasSuffix(line, "）") || strings.HasPrefix(line, "（") && !strings.HasSuffix(line, "）")
	}
}

// adoptedOver reports whether the line at block i and the next make one that tells of a history:
// 「2005年3月31日某市第十届人民代表大会⏎常务委员会第十三次会议通过」.
func (p *parser) adoptedOver(i, last int) bool {
	if i+1 >= last || !p.free(i+1) {
		return false
	}
	line := p.file.Squeezed(p.blocks[i].Span) + p.file.Squeezed(p.blocks[i+1].Span)
	return adopted.MatchString(line) && !strings.Contains(line, "。")
}
