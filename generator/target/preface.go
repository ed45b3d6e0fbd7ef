package target

import (
	"zhengce/generator/document"
	"zhengce/generator/words"
)

// setsGoals is a paragraph that names the goals of the whole paper before its first part.
var setsGoals = words.Pattern(`目标(?:任务)?(?:是|为|[：:])|^(?:力争)?到(?:19|20)\d{2}年|力争(?:到)?(?:19|20)\d{2}年|确保(?:完成|实现)?(?:全年|今年|(?:19|20)\d{2}年)|到(?:19|20)\d{2}年[^。]{0,40}{{goal-reached}}`)

// bare reads the paragraphs between two offsets, at most to the signature.
func (f *finder) bare(from, to int) {
	clock, scope := &yearClock{now: f.docYear}, f.plainScope()
	for _, b := range f.d.Blocks {
		if b.Start < from || b.End > to {
			continue
		}
		switch b.Kind {
		case document.Signature, document.Date, document.AnnexMark, document.AnnexNote:
			return
		case document.Paragraph, document.Bullet, document.Heading:
			f.loneHeading(b, &scope)
			f.paragraph(b.Span, "", &scope, clock)
		}
	}
}

// preface finds the goals in the paragraphs of a body before its first section:
// 「主要预期目标是：生产总值增长6%左右，……」.
func (f *finder) preface(body *document.Body) {
	from := max(body.Title.End, f.d.Recipients.End)
	switch {
	case len(body.Sections) == 0:
		f.bare(from, len(f.file))
		return
	case f.tells && body == f.d.Bodies[0]:
		f.bare(from, body.Sections[0].Start)
		return
	}
	for _, b := range f.d.Blocks {
		if b.Kind == document.Paragraph && b.Start >= from && b.End <= body.Sections[0].Start && setsGoals.MatchString(f.file[b.Start:b.End]) {
			scope := f.plainScope()
			scope.goal = true
			f.paragraph(b.Span, "", &scope, &yearClock{goal: true, now: f.docYear})
		}
	}
}
