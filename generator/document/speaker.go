package document

import (
	"strings"

	"zhengce/generator/source"
	"zhengce/generator/words"
)

// speaks is the line below the title of a report that tells who gave it: 「甲市人民政府市长　某某」. The body is the first group.
var speaks = words.Pattern(`^(\p{Han}{3,30}?)(?:代理|代|副|党组书记、)?{{posts-of-orders}}\p{Han}{1,4}$`)

// levelFirst begins the name of a body that does not say of which place it is: 州中级人民法院.
var levelFirst = words.Pattern(`^{{levels}}`)

// speakerLines is how many lines below the title are looked at for it.
const speakerLines = 5

// speaker takes the body for which somebody gave a report.
func (p *parser) speaker() {
	i := 0
	for i < len(p.blocks) && p.blocks[i].Kind != Title {
		i++
	}
	for end := min(i+speakerLines, len(p.blocks)); i < end; i++ {
		if p.blocks[i].Kind == Recipients {
			return
		}
		line := p.file.Squeezed(p.blocks[i].Span)
		m := speaks.FindStringSubmatch(strings.Trim(line, "（()）"))
		if m == nil || !p.free(i) || !isBodyName(m[1]) || !wholeName.MatchString(m[1]) || levelFirst.MatchString(m[1]) || !tells.MatchString(p.file.Squeezed(p.doc.Title)) {
			continue
		}
		if at := strings.Index(p.text(i), m[1]); at >= 0 {
			start := p.blocks[i].Start + at
			p.blocks[i].Kind = Note
			p.addOffices(source.Span{Start: start, End: start + len(m[1])})
		}
		return
	}
}
