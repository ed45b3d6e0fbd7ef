package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

var (
	orderName   = pattern.MustCompile(`^\p{Han}{2,30}` + words.OrderKind + `$`)
	orderAlone  = pattern.MustCompile(`^` + words.OrderKind + `$`)
	orderEnd    = pattern.MustCompile(words.OrderKind + `$`)
	orderSerial = pattern.MustCompile(`^(?:[（(]?` + words.OrderSerial + `[）)]?|` + words.BareNumber + `)$`)
	// serialFirst is the serial of an order at the start of a line that goes on: 「第　998　号　　《…条例》已经…」.
	serialFirst = pattern.MustCompile(`^` + words.OrderSerial + `[\s\x{3000}]+`)
	// makesPublic is the sentence of an order: 「《…条例》已经…通过，现予公布」.
	makesPublic = words.Pattern(`^《[^。]{4,120}》[^。]{0,120}现?(?:予|予以|{{hereby-words}}){{giving-out}}`)
	// person is the line of the person who signs an order, 「省长　某某」, whose name a page may have lost.
	person = words.Pattern(`^(?:\p{Han}{2,20})?{{posts-of-orders}}[：:]?(?:\p{Han}{2,4}(?:·\p{Han}{1,8})?)?$`)
)

// orderInLines finds the number of an order that stands on two lines before block end:
// 「某某省人民政府令」 over 「第12号」, and cuts the serial off the sentence that a scrape glued to it.
func (p *parser) orderInLines(end int) int {
	for i := 0; i+1 < end && i+1 < len(p.blocks); i++ {
		if !p.free(i) || !p.free(i+1) || !p.doc.Number.Empty() {
			continue
		}
		first := i
		switch line := p.file.Squeezed(p.blocks[i].Span); {
		case orderAlone.MatchString(line): // behind the names of the bodies, each on a line of its own
			for first > 0 && p.free(first-1) && p.isSigner(first-1) {
				first--
			}
		case !orderName.MatchString(line), strings.Contains(line, "关于"): // the title of a public notice
			continue
		}
		text := p.text(i + 1)
		if n := len(serialFirst.FindString(text)); n > 0 && makesPublic.MatchString(text[n:]) {
			p.blocks = split(p.file, p.blocks, i+1, p.blocks[i+1].Start+n)
			end++
		}
		if orderSerial.MatchString(p.file.Squeezed(p.blocks[i+1].Span)) {
			for _, b := range p.blocks[first : i+2] {
				b.Kind = DocNumber
			}
			p.doc.Number = source.Span{Start: p.blocks[first].Start, End: p.blocks[i+1].End}
		}
	}
	return end
}

// personSigns reports whether a line is nothing but a post and the name of who holds it.
func personSigns(line string) bool {
	return utf8.RuneCountInString(line) <= 30 && person.MatchString(line)
}

// chapterBehind is the first chapter or article behind the title of a statute that a scrape ran into one line
// with it: 「湖泊保洁管理条例第一章　总则」.
var chapterBehind = pattern.MustCompile(`第一(?:[编篇章][\s\x{3000}]*\p{Han}|条[\s\x{3000}])`)

// titleBeforeChapter returns where the title ends in such a line, or 0.
func titleBeforeChapter(text string) int {
	m := chapterBehind.FindStringIndex(text)
	if m == nil || m[0] == 0 || strings.ContainsAny(text[:m[0]], "。；：:，《》") || !titleEnd.MatchString(strings.TrimSpace(text[:m[0]])) {
		return 0
	}
	if first, _ := utf8.DecodeRuneInString(text); strings.ContainsRune("本第按依根", first) {
		return 0
	}
	return m[0]
}
