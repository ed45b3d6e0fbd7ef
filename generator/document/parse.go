package document

import (
	"slices"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// Parse reads a text as a policy document. It never refuses and never loses text: what no
// rule places is a paragraph. The list holds what is odd about the document.
func Parse(f *source.File) (*Document, source.ErrorList) { return parse(f, nil) }

// ParseAnnex reads an annex that stands in a file of its own.
func ParseAnnex(f *source.File, of *Annex) (*Document, source.ErrorList) { return parse(f, of) }

func parse(f *source.File, annex *Annex) (*Document, source.ErrorList) {
	p := &parser{file: f, doc: &Document{File: f, Annex: annex}}
	p.blocks = cut(f)
	p.readDecimals()
	p.readGlued()
	p.residue()
	p.copies()
	p.contents()
	p.head()
	p.signatures()
	p.annexes()
	p.annexFileTitle()
	p.flatTables()
	p.bodies()
	p.annexFile()
	p.readQuestions()
	p.outline()
	p.runIns()
	p.finish()
	p.check()
	p.damage()
	p.problems.Sort()
	return p.doc, p.problems
}

// A parser holds a document while its blocks find their kinds, one pass after the other.
type parser struct {
	file     *source.File
	doc      *Document
	blocks   []*Block
	problems source.ErrorList
	glued    map[string]numeral.Mark // of the texts that begin with a number right behind that of the outline
	decimals map[string]bool         // the numbers of a decimal outline, 1.2 and the 1 above it; nil where the paper has none

	footMark string // of the footnote of the title

	questions numeral.Style // of the numbers of questions, in a paper of questions and answers

	decimalsInside bool // they stand inside parts: 1.1 under 一、
}

// text returns the text of block i.
func (p *parser) text(i int) string { return p.file.Slice(p.blocks[i].Span) }

// free reports whether block i has found no kind yet.
func (p *parser) free(i int) bool {
	return i >= 0 && i < len(p.blocks) && p.blocks[i].Kind == Paragraph
}

// firstMark returns the index of the first free block from i on that begins with an outline
// mark, or the number of blocks.
func (p *parser) firstMark(i int) int {
	for ; i < len(p.blocks); i++ {
		if p.free(i) && p.marked(i) {
			return i
		}
	}
	return i
}

// finish puts the blocks and the spans of sections and bodies into the document.
func (p *parser) finish() {
	d := p.doc
	d.Blocks = p.blocks
	annex := ""    // the one that is open
	noted := false // annexes are announced
	if d.Annex != nil {
		annex = d.Annex.Label()
	}
	for i, b := range d.Blocks {
		switch {
		case b.Kind == AnnexMark:
			annex = p.annexLabel(i)
		case b.Kind == AnnexNote:
			noted = true
		case b.Kind == Title && d.Annex == nil:
			annex = ""
		case b.Table != nil:
			if d.Annex == nil || b.Section == nil {
				b.Table.Annex = annex
			}
			if b.Table.Annex == "" && b.Section == nil && noted {
				b.Table.Annex = "附件" // 「附：任务表」
			}
			d.Tables = append(d.Tables, b.Table)
		}
		for s := b.Section; s != nil; s = s.Parent {
			s.End = max(s.End, b.End)
		}
	}
	p.captions()
	d.Annexes = slices.DeleteFunc(d.Annexes, func(b *Body) bool { return len(b.Sections) == 0 })
	for _, body := range d.Papers() {
		body.Span = body.Title
		for _, s := range body.Sections {
			if body.Empty() {
				body.Span = s.Span
			}
			body.End = max(body.End, s.End)
		}
	}
}
