package document

import (
	"strings"
	"unicode/utf8"

	"zhengce/generator/pattern"
	"zhengce/generator/source"
	"zhengce/generator/words"
)

// quoted is a title in 《》; nested 〈〉 stay inside.
var quoted = pattern.MustCompile(`《([^《》]{4,120})》`)

// issues are the words with which a notice issues the paper that it carries.
var issues = words.Of("carrying-verbs")

// bodies divides the file into the papers that it holds. A notice before a plan is found by
// the title that it names, 「《…方案》已经省政府同意，现印发给你们」, or by its signature, which
// stands before the plan's title. A document without a notice is one body.
func (p *parser) bodies() {
	starts := p.carriedTitles()
	if len(starts) == 0 {
		p.doc.Bodies = []*Body{{Title: p.doc.Title, Lists: listsOnly(p.file.Squeezed(p.doc.Title))}}
		return
	}
	for n, at := range starts {
		next := len(p.blocks)
		if n+1 < len(starts) {
			next = starts[n+1]
		}
		lines := 1
		for at+lines < next && p.blocks[at+lines].Kind == Title {
			lines++
		}
		body := &Body{Title: source.Span{Start: p.blocks[at].Start, End: p.blocks[at+lines-1].End}, Carried: true}
		body.Lists = listsOnly(p.file.Squeezed(body.Title))
		if len(starts) > 1 {
			body.Label = string(rune('A' + n))
		}
		p.doc.Bodies = append(p.doc.Bodies, body)
	}
	if p.doc.Title.Empty() {
		p.doc.Title = p.doc.Bodies[0].Title
	}
}

// carriedTitles marks the titles of carried papers and returns the index of each one's first block.
func (p *parser) carriedTitles() []int {
	named := p.namedTitles()
	signed := false
	outlined := false
	last := "" // the title found last
	var starts []int
	for i := 0; i < len(p.blocks) && len(starts) < 26; i++ {
		b := p.blocks[i]
		annexed := b.Kind == AnnexTitle
		switch b.Kind {
		case Date, Signature:
			signed = true
			continue
		case AnnexTitle:
			if !p.annexCarried(i, outlined, named) {
				continue
			}
			p.freeTitle(i)
		case Paragraph:
			if p.marked(i) {
				outlined = true
			}
		default:
			continue
		}
		n := p.carriedLines(i, named)
		if n == 0 {
			if annexed {
				p.annexTitle(i)
			}
			continue
		}
		title := p.file.Slice(source.Span{Start: b.Start, End: p.blocks[i+n-1].End})
		if !strings.Contains(title, "《") { // 《…方案》 on a line of its own only names the paper
			title = words.FoldTitle(title)
		}
		first := len(starts) == 0 || title == last // a paper without an outline is followed by no other
		if named[title] || signed && !outlined && first && p.outlineFollows(i+n-1) {
			p.markTitle(i, n)
			if title == last && !outlined {
				starts = starts[:len(starts)-1] // it stood above already, before the text of the notice
			}
			starts = append(starts, i)
			last = title
			outlined = false
			i += n - 1
		}
	}
	return starts
}

// carriedLines returns how many blocks from i on make the title of a carried paper. One that the notice names, and that
// of a list which orders nothing, need not end in a kind: 「优化营商环境典型经验做法」.
func (p *parser) carriedLines(i int, named map[string]bool) int {
	if n := p.titleLines(i, len(p.blocks)); n > 0 || p.marked(i) {
		return n
	}
	if line := p.file.Squeezed(p.blocks[i].Span); named[words.FoldTitle(line)] && !strings.Contains(line, "《") || listsOnly(line) && utf8.RuneCountInString(line) <= ownLineRunes {
		return 1
	}
	return 0
}

// annexCarried reports whether the annex whose title begins at block i is a paper that the notice carries: one that it
// names, or the only text with an outline. A report and a list of tasks carry none, they have annexes.
func (p *parser) annexCarried(i int, outlined bool, named map[string]bool) bool {
	if p.doc.Annex != nil {
		return false // an annex in a file of its own carries none
	}
	title := p.file.Squeezed(p.blocks[i].Span)
	if named[words.FoldTitle(title)] {
		return !outlined || !p.tableFollows(i) // a notice with tasks of its own and a table for its plan
	}
	return !outlined && p.outlineFollows(i) && !tells.MatchString(p.file.Squeezed(p.doc.Title))
}

// tells is the title of a paper that tells of something and issues nothing.
var tells = words.Pattern(`{{telling-kinds}}$`)

// freeTitle takes the lines of an annex's title from block i on for paragraphs again.
func (p *parser) freeTitle(i int) {
	for ; i < len(p.blocks) && p.blocks[i].Kind == AnnexTitle; i++ {
		p.blocks[i].Kind = Paragraph
	}
}

// tableFollows reports whether nothing but a table with notes follows the lines of the annex's title from block i on.
func (p *parser) tableFollows(i int) bool {
	found := false
	for ; i < len(p.blocks) && p.blocks[i].Kind != AnnexMark; i++ {
		switch p.blocks[i].Kind {
		case TableBlock:
			found = true
		case Paragraph:
			if p.marked(i) {
				return false
			}
		}
	}
	return found
}

// outlineFollows reports whether an outline begins after block i and before the next annex.
func (p *parser) outlineFollows(i int) bool {
	for i++; i < len(p.blocks) && p.blocks[i].Kind != AnnexMark; i++ {
		if p.free(i) && p.marked(i) {
			return true
		}
	}
	return false
}

// namedTitles returns the titles that the head of the document says it issues.
func (p *parser) namedTitles() map[string]bool {
	named := map[string]bool{}
	end := p.firstMark(0)
	for i := 0; i < end; i++ {
		if b := p.blocks[i]; b.Kind != Paragraph && b.Kind != Title {
			continue
		}
		for _, sentence := range strings.SplitAfter(p.text(i), "。") {
			if !words.In(sentence, issues) {
				continue
			}
			for _, m := range quoted.FindAllStringSubmatch(sentence, -1) {
				named[words.FoldTitle(m[1])] = true
			}
		}
	}
	return named
}
