package document

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// damage reports what probably went wrong before the text came to us. The text stays as it is.
func (p *parser) damage() {
	for i, b := range p.blocks {
		if b.Kind == Noise || b.Kind == TableBlock {
			continue
		}
		p.lostCharacters(b)
		p.oddCharacters(b)
		p.brokenParagraph(i)
	}
}

// insideBlank is a single blank where Chinese text has none: 「“互联网 ”行动」, 「基金 基地方式」. The
// ＋ that scrapes turn into a blank is the usual loss.
var insideBlank = pattern.MustCompile(`[\p{Han}”）](?:[ \x{00A0}])[\p{Han}“”（]`)

// longParagraph is the length in characters from which a blank inside a paragraph is odd; shorter
// lines use blanks to set out names.
const longParagraph = 60

// paddedName is a name of two characters that is set as wide as one of three, 「王 勇」 among others, up to the blank and
// up to its end. No other character stands beside it, or what tells of a person: 「由王 勇兼任」.
var paddedName = words.Pattern(`(?:^|\P{Han})(\p{Han})[ \x{00A0}]\p{Han}(?:\P{Han}|$)|(?:^|\P{Han}|{{name-heads}})({{surnames}})[ \x{00A0}]\p{Han}(?:\P{Han}|$|{{name-tails}}|[一二两三四五六七八九十]+[位名人])`)

// twoBodies are two bodies with a blank between them, up to the blank: 「市委办公室 市政府办公室」.
var twoBodies = words.Pattern(`({{set-apart-ends}})[ \x{00A0}]\p{Han}{1,12}?(?:{{title-issuers}})`)

// padded returns where in text blanks stand that set names: behind surnames, and between bodies.
func padded(text string) map[int]bool {
	ends := map[int]bool{}
	for _, p := range []*pattern.Regexp{paddedName, twoBodies} {
		for at := 0; ; {
			m := p.FindStringSubmatchIndex(text[at:])
			if m == nil {
				break
			}
			end := slices.Max(m[2:]) // of the group that took part
			ends[at+end] = true
			at += end // the mark behind one name may stand before the next
		}
	}
	return ends
}

func (p *parser) lostCharacters(b *Block) {
	text := p.file.Slice(b.Span)
	if utf8.RuneCountInString(text) < longParagraph || b.Kind != Paragraph && b.Kind != Bullet {
		return
	}
	names := padded(text)
	for _, m := range insideBlank.FindAllStringIndex(text, -1) {
		if b.Opens && b.Start+m[0] < b.Section.MarkSpan.End {
			continue // 「（一） 推广」
		}
		if _, first := utf8.DecodeRuneInString(text[m[0]:]); names[m[0]+first] {
			continue
		}
		s := source.Span{Start: b.Start + wordStart(text, m[0]), End: b.Start + wordEnd(text, m[1])}
		p.problems.Doubt(p.file, s, "lost-character", "a blank stands inside %q; a character such as ＋ may be lost", p.file.Slice(s))
	}
}

// wordStart and wordEnd widen a place by up to four characters of its words, for people to see it.
func wordStart(text string, at int) int {
	for n := 0; n < 4 && at > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if !unicode.Is(unicode.Han, r) && r != '“' {
			break
		}
		at -= size
	}
	return at
}

func wordEnd(text string, at int) int {
	for n := 0; n < 4 && at < len(text); n++ {
		r, size := utf8.DecodeRuneInString(text[at:])
		if !unicode.Is(unicode.Han, r) {
			break
		}
		at += size
	}
	return at
}

// oddCharacters reports characters that no text has: of a font's private area, the mark of an
// unreadable byte, control characters.
func (p *parser) oddCharacters(b *Block) {
	for i, r := range p.file.Slice(b.Span) {
		private := r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000
		if private || r == utf8.RuneError || unicode.IsControl(r) && !unicode.IsSpace(r) {
			at := b.Start + i
			s := source.Span{Start: at, End: min(b.End, at+24)}
			for !utf8.ValidString(p.file.Slice(s)) {
				s.End--
			}
			p.problems.Doubt(p.file, s, "odd-character", "the character U+%04X is no text", r)
			return // one is enough to look at the paragraph
		}
	}
}

// brokenParagraph reports a paragraph that ends in the middle of a sentence while the next one
// goes on without a number.
func (p *parser) brokenParagraph(i int) {
	b := p.blocks[i]
	if b.Kind != Paragraph || b.Section == nil || i+1 >= len(p.blocks) {
		return
	}
	next := p.blocks[i+1]
	text := p.file.Slice(b.Span)
	last, _ := utf8.DecodeLastRuneInString(text)
	if next.Kind != Paragraph || next.Opens || !unicode.Is(unicode.Han, last) && !strings.ContainsRune("，、,", last) || utf8.RuneCountInString(text) < longParagraph {
		return
	}
	from := b.End
	for n := 0; n < 8 && from > b.Start; n++ {
		_, size := utf8.DecodeLastRuneInString(p.file.Text[b.Start:from])
		from -= size
	}
	p.problems.Doubt(p.file, source.Span{Start: from, End: b.End}, "broken-paragraph", "the paragraph ends in the middle of a sentence")
}
