package document

import (
	"strings"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	// markBehind is the mark of a footnote behind a title: 「…的通告*」, 「…的意见[1]」, 「…的通知（注）」.
	markBehind = pattern.MustCompile(`(?:[*＊※†①②③¹²³]+|[\[［〔【（(](?:[0-9]{1,2}|注)[\]］〕】）)])$`)
	// numberNoted is what a footnote says of the number of the paper: 「文号：某政〔2031〕5号」.
	numberNoted = pattern.MustCompile(`^(?:[^，。；]{0,12}?文号(?:为|是)?[：:]?)?[（(]?(` + words.SquareNumber(`\p{Han}{2,12}?`) + `)`)
)

// footnoteBlocks is how many blocks from the end may hold the footnote of a title.
const footnoteBlocks = 8

// titleMark cuts the mark of a footnote off the title with which block i ends.
func (p *parser) titleMark(i int) bool {
	text := p.text(i)
	m := markBehind.FindStringIndex(text)
	if m == nil || m[0] == 0 || len(text) > 300 || strings.ContainsAny(text, "。；：:") {
		return false
	}
	if title := source.Squeeze(text[:m[0]]); !titleEnd.MatchString(title) || !framed.MatchString(title) && !wholeName.MatchString(title) && !ofKind.MatchString(title) {
		return false
	}
	p.blocks = split(p.file, p.blocks, i, p.blocks[i].Start+m[0])
	p.blocks[i+1].Kind = Note
	p.footMark = strings.Trim(text[m[0]:], "［[〔【（()）】〕]］")
	return true
}

// footnote reads the number of the paper in the footnote of its title.
func (p *parser) footnote() {
	if p.footMark == "" || !p.doc.Number.Empty() {
		return
	}
	for i := len(p.blocks) - 1; i >= 0 && i >= len(p.blocks)-footnoteBlocks; i-- {
		text := p.text(i)
		rest, ok := strings.CutPrefix(strings.TrimLeft(text, "［[〔【（("), p.footMark)
		if !ok || !p.free(i) {
			continue
		}
		rest = strings.TrimLeft(rest, "）】〕]］)：: \t　")
		if m := numberNoted.FindStringSubmatchIndex(rest); m != nil {
			at := p.blocks[i].End - len(rest)
			p.doc.Number = source.Span{Start: at + m[2], End: at + m[3]}
			p.blocks[i].Kind = Note
			p.blocks = split(p.file, split(p.file, p.blocks, i, p.doc.Number.End), i, p.doc.Number.Start)
			p.blocks[i+1].Kind = DocNumber
			return
		}
	}
}
