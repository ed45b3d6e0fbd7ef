package document

import (
	"slices"
	"strings"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// rank orders the styles of marks from the outermost inwards. A section stands under the last
// section of a lower rank, whatever levels lie between.
var rank = map[numeral.Style]int{
	numeral.Book: -2, numeral.Volume: -1, numeral.Division: 0, numeral.Grand: 0,
	numeral.Chapter: 1, numeral.SectionNo: 2, numeral.Article: 3,
	numeral.Decimal1: 4, numeral.Decimal2: 5, numeral.Decimal3: 6, numeral.Decimal4: 7,
	numeral.Comma: 8, numeral.Bracket: 9, numeral.Dot: 10, numeral.DotBracket: 11, numeral.Circle: 12,
}

// marked reports whether block i begins with an outline mark.
func (p *parser) marked(i int) bool {
	_, n := p.mark(p.text(i))
	return n > 0 && !isNumber(p.text(i)) // (78)交公路字412号
}

// outline builds the sections of each body from the marks at the beginning of blocks. A notice
// before a carried paper, an annex and what follows the signature stand outside.
func (p *parser) outline() {
	o := &outliner{parser: p}
	body := -1
	if !p.doc.Bodies[0].Carried {
		body = 0
	}
	hasDots := p.hasStyle(numeral.Dot)
	for i, b := range p.blocks {
		if body+1 < len(p.doc.Bodies) && b.Kind == Title && b.Start == p.doc.Bodies[body+1].Title.Start {
			body++
			o.reset(p.doc.Bodies[body])
			continue
		}
		if body < 0 {
			continue
		}
		if o.body == nil {
			o.reset(p.doc.Bodies[body])
		}
		switch b.Kind {
		case Paragraph:
			o.add(i, hasDots)
		case TableBlock:
			if b.Section = o.current(); b.Section != nil && !o.body.Annex {
				b.Section.Blocks = append(b.Section.Blocks, b)
			}
		case Signature, Date, AnnexNote, Note:
			o.close()
		case AnnexMark:
			o.annex(i)
		}
	}
}

// annex begins the annex that block i marks. A plan may itself be 「附件」 of a notice left out.
func (o *outliner) annex(i int) {
	annex := o.annexAt(i)
	if len(o.body.Sections) == 0 && (annex.Title.Empty() || o.doc.Title.Start > o.blocks[i].Start) {
		o.close()
		return
	}
	o.reset(annex)
	o.doc.Annexes = append(o.doc.Annexes, annex)
}

func (p *parser) hasStyle(s numeral.Style) bool {
	for i := range p.blocks {
		if p.free(i) {
			if m, n := p.mark(p.text(i)); n > 0 && m.Style == s {
				return true
			}
		}
	}
	return false
}

// An outliner holds the open sections of the body that is being read.
type outliner struct {
	*parser
	body *Body
	open []*Section

	inBox   bool                       // a 专栏 is open, which keeps numbers of its own
	inside  map[numeral.Style]boxEntry // the last entry of each style in it
	running map[numeral.Style]int      // last number of each style in the body

	articlesInside bool // the articles number on below headings 一、 and （一）
}

func (o *outliner) reset(b *Body) {
	o.body, o.open, o.inBox, o.running, o.articlesInside = b, nil, false, map[numeral.Style]int{}, false
}

func (o *outliner) close() { o.open = nil }

func (o *outliner) current() *Section {
	if len(o.open) == 0 {
		return nil
	}
	return o.open[len(o.open)-1]
}

// closing is a paragraph after the last measure about the document itself or to its readers: 「本措施自发布之日起施行，
// 由…负责解释。」, 「各地区、各部门要认真贯彻落实本意见…」, 「各位代表！让我们团结一心，…」, 「感谢您对教育工作的关心。」.
var closing = words.Pattern(`^(?:本{{closing-names}}.{0,60}?(?:施行|实施|执行|解释|有效期|废止)|此前.{0,40}不一致|各(?:地|地区|市|区|县|省辖市|有关).{0,30}要.{0,20}(?:贯彻|落实|执行)本|以上(?:政策|措施|意见|规定)` +
	`|{{called-on}}[！!，,：].*{{rallying-words}}|{{closing-words}})`)

// add puts block i into the outline: as the beginning of a section, or into the open one.
func (o *outliner) add(i int, hasDots bool) {
	b := o.blocks[i]
	text := o.text(i)
	mark, n := o.mark(text)
	switch {
	case n == 0 || o.inAnswer(i) || o.stray(mark) && !o.opensRun(i, mark) || o.inBox && !o.leavesBox(mark, text):
		o.box(mark, text)
		if o.current() != nil && closing.MatchString(text) && o.nearEnd(i) && !o.ofItself() {
			o.close()
		}
		b.Section = o.current()
		if strings.HasPrefix(text, "——") {
			b.Kind = Bullet
		}
	default:
		o.inBox = false
		b.Section, b.Opens = o.openSection(b, mark, n, hasDots), true
	}
	if b.Section != nil {
		b.Section.Blocks = append(b.Section.Blocks, b)
	}
}

// ownPart is the title of a part in which a paper speaks of itself.
var ownPart = words.Pattern(`^{{own-part-titles}}[。：:]?$`)

// ofItself reports whether an open section is such a part, 「五、其他规定」, which closing words do not end.
func (o *outliner) ofItself() bool {
	return slices.ContainsFunc(o.open, func(s *Section) bool {
		return ownPart.MatchString(o.file.Squeezed(source.Span{Start: s.MarkSpan.End, End: s.Blocks[0].End}))
	})
}

// stray reports whether a small number continues nothing: the 2. of a list of notes whose 1. stands
// in another paragraph is text, not the second item of the clause.
func (o *outliner) stray(m numeral.Mark) bool {
	if m.N == 1 || rank[m.Style] < rank[numeral.Dot] {
		return false
	}
	if m.N == o.running[m.Style]+1 {
		return false
	}
	for _, s := range o.open {
		if n := len(s.Sections); n > 0 && s.Sections[n-1].Mark.Style == m.Style {
			return false
		}
	}
	return len(o.open) > 0
}

// opensRun reports whether the marked block i begins a run of numbers that are far from 1, as an
// excerpt has them: 204., 205., 206. Where the numbers run through the paper one that is first below a heading is enough: 2.,
// （十五）…, 53.
func (o *outliner) opensRun(i int, m numeral.Mark) bool {
	const far, ahead = 4, 60 // blocks in which the next two numbers must stand
	if i > 0 && o.blocks[i-1].Opens && o.running[m.Style] > 0 && m.N >= o.running[m.Style]+far && len(o.current().Blocks) == 1 {
		return true
	}
	want := m.N + 1
	end := min(len(o.blocks), i+ahead)
	for i++; m.N >= far && i < end && want <= m.N+2; i++ {
		next, n := o.mark(o.text(i))
		if !o.free(i) || n == 0 || next.Style != m.Style {
			continue
		}
		if next.N != want {
			return false
		}
		want++
	}
	return want > m.N+2
}

// nearEnd reports whether no numbered block of the body follows block i.
func (o *outliner) nearEnd(i int) bool {
	for i++; i < len(o.blocks); i++ {
		switch o.blocks[i].Kind {
		case Signature, Date, AnnexMark, AnnexNote, Title:
			return true
		case Paragraph:
			if o.marked(i) {
				return false
			}
		}
	}
	return true
}

// openSection begins a section at block b under the last open section of a lower rank.
func (o *outliner) openSection(b *Block, mark numeral.Mark, n int, hasDots bool) *Section {
	inside := o.articlesInside || mark.Style == numeral.Article && o.running[numeral.Article] == 0 && o.belowHeading()
	o.articlesInside = inside
	for depth := o.depth(mark); len(o.open) > 0 && o.depthOf(o.current()) >= depth; {
		o.open = o.open[:len(o.open)-1]
	}
	o.running[mark.Style] = mark.N
	parent := o.current()
	s := &Section{
		Span: b.Span, Mark: mark, MarkSpan: source.Span{Start: b.Start, End: b.Start + n},
		Parent: parent, Body: o.body, Level: Part,
	}
	switch {
	case parent == nil:
		o.body.Sections = append(o.body.Sections, s)
	default:
		parent.Sections = append(parent.Sections, s)
		s.Level = min(parent.Level+1, Subitem)
		if parent.Mark.Outer() && (mark.Style == numeral.Chapter || mark.Style == numeral.Comma) {
			s.Level = Part // below 第一篇 and 第一部分 the outline is that of a paper
		}
	}
	if inside && mark.Style == numeral.Article {
		s.Level = Clause // whatever headings stand above it
	}
	if small := mark.Style == numeral.DotBracket || mark.Style == numeral.Circle; small && (hasDots || s.Level == Subitem) {
		s.Level = Subitem
	}
	o.open = append(o.open, s)
	return s
}
