// Package document reads the text of a seed as its author wrote it: head, outline,
// paragraphs, tables, signature.
package document

import (
	"slices"

	"zhengce/generator/numeral"
	"zhengce/generator/source"
)

// A Document is one seed read as a policy document. Its blocks hold every character of the
// text but white space, each once and in order.
type Document struct {
	File   *source.File
	Blocks []*Block

	Title      source.Span   // of the notice or, where it has none, of the paper that it carries; empty if the text has none
	Number     source.Span   // 文号 in the head
	Recipients source.Span   // 主送机关 without its colon
	Issuer     source.Span   // the signature; empty if nobody signs
	Signers    []source.Span // the bodies that the signature names, each for itself
	Heads      []source.Span // the bodies that the red head names
	Offices    []source.Span // the bodies that stand alone on the line above or below the title, with the day or with who speaks for them
	Dated      source.Span   // the day in a line below the title that gives it with the body
	Date       source.Span   // date of signing
	Adopted    []source.Span // the lines below the title that tell when a statute was passed, made public and amended

	// Bodies are the papers that the file holds: one, or several where a notice carries several.
	Bodies  []*Body
	Annexes []*Body // those with an outline of their own, in the order of the text
	Tables  []*Table

	Annex *Annex // of which paper it is an annex in a file of its own; nil for a paper
}

// A Body is one numbered paper: the document itself, a plan that a notice carries, or an annex.
type Body struct {
	source.Span
	Title    source.Span // empty where the paper begins without one
	Label    string      // "A", "B", … where a file holds several, empty otherwise; of an annex 附件, 附件1
	Carried  bool        // a notice stands before it
	Annex    bool
	Lists    bool // by its title it tells what has been done, who was chosen, or what is to be filled in, and orders nothing
	Sections []*Section
}

// BlockKind tells what part of the document a block is.
type BlockKind int

const (
	Paragraph  BlockKind = iota // running text, also the text of a section
	Title                       // 标题, of the notice or of a carried paper
	DocNumber                   // 文号
	Recipients                  // 主送机关
	Heading                     // the number and title of a section on a line of their own
	Bullet                      // a paragraph that begins with ——
	Signature                   // 落款
	Date                        // 成文日期
	AnnexNote                   // 附件说明: 附件:重点工作部门分工
	AnnexMark                   // 附件 on a line of its own
	AnnexTitle                  // title of an annex
	TableBlock                  // a table, see Block.Table
	Contents                    // 目录: its lines stand again as headings
	Note                        // 附注: （此件公开发布）, 抄送; in the head 甲市人民政府文件, 签发人
	Noise                       // page residue, no part of the document
)

// Frames reports whether k is what stands around a paper's text: title, number, recipients, signature,
// date and residue. Nothing is ordered or cited there.
func (k BlockKind) Frames() bool {
	switch k {
	case Title, DocNumber, Recipients, Signature, Date, Noise:
		return true
	}
	return false
}

// A Block is a paragraph or table of the document.
type Block struct {
	source.Span
	Kind    BlockKind
	Section *Section // the innermost section that it belongs to; nil outside the outline
	Opens   bool     // the block begins with the number of Section
	Table   *Table   // of a TableBlock
	Reason  string   // of Noise: why it is none of the document
}

// A Section is one numbered division, such as 「二、重点任务」 or 「（三）健全机制。…」.
type Section struct {
	source.Span // from the first character of its number to the end of its last paragraph
	Level       Level
	Mark        numeral.Mark
	MarkSpan    source.Span
	Title       source.Span // without number and closing mark; empty if it has none
	RunIn       bool        // the title is the first sentence of a paragraph
	Parent      *Section    // nil for a part
	Body        *Body
	Blocks      []*Block   // its own, before the first subsection
	Sections    []*Section // never nil elements; in the order of the text
}

// Level is the depth of a section by what its number looks like in this document.
type Level int

const (
	Part    Level = 1 // 一、 or 第一章
	Clause  Level = 2 // （一） or 第一条
	Item    Level = 3 // 1.
	Subitem Level = 4 // （1）, ①
)

// Walk calls f for each section of the document in the order of the text, parents first.
func (d *Document) Walk(f func(*Section)) {
	var walk func([]*Section)
	walk = func(ss []*Section) {
		for _, s := range ss {
			f(s)
			walk(s.Sections)
		}
	}
	for _, b := range d.Papers() {
		walk(b.Sections)
	}
}

// Papers returns the bodies and annexes of the document in the order of the text.
func (d *Document) Papers() []*Body {
	return slices.SortedStableFunc(slices.Values(slices.Concat(d.Bodies, d.Annexes)), func(a, b *Body) int { return a.Start - b.Start })
}
